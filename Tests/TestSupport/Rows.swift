package import Casework

/// What a test writes into the cells of one row: a value, or nil for what could not be read.
package typealias Cells = [(field: Field, value: FieldValue?)]

/// A row of a form with a column for every written cell and for every field left blank.
package func row(
  _ form: FormKind, at row: Int = 4, _ cells: Cells, blank: [Field] = []
) -> FormRecord {
  let fields = cells.map(\.field) + blank
  let columns = Dictionary(
    fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  var record = FormRecord(
    form: form, location: SourceLocation(file: 0, sheet: 0, row: row, column: 0),
    columns: SheetColumns(columns))
  for cell in cells { record.enter(cell.value, for: cell.field) }
  return record
}

/// A name as a cell's value.
package func name(_ text: String) -> FieldValue {
  .name(PersonName(original: text, folded: text))
}

/// An identity number as a cell's value: valid, or damaged with all its digits surviving.
package func identity(
  _ digits: String, damage: IdentityDamage = .wrongCheckCharacter
) -> FieldValue {
  .identity(statement(digits, damage: damage))
}

/// What a cell with these digits states.
package func statement(
  _ digits: String, damage: IdentityDamage = .wrongCheckCharacter
) -> IdentityStatement {
  ResidentIdentityNumber(digits).map(IdentityStatement.init)
    ?? IdentityStatement(damage: damage, survivingDigits: digits)
}

/// A stated date: `2015-03-05`, `2015-03` or `2015`; the first of the year 1 for anything else.
package func stated(_ text: String) -> StatedDate {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  let date =
    switch parts.count {
    case 3: CalendarDate(year: parts[0], month: parts[1], day: parts[2]).map { StatedDate($0) }
    case 2: StatedDate(year: parts[0], month: parts[1])
    case 1: StatedDate(year: parts[0])
    default: StatedDate?.none
    }
  return date ?? StatedDate(CalendarDate(firstOfMonth: 1, year: 1))
}

/// A stated date as a cell's value; `?` is a cell that could not be read.
package func date(_ text: String) -> FieldValue? { text == "?" ? nil : .date(stated(text)) }

/// The day of an ISO date; the first of the year 1 for anything else.
package func day(_ text: String) -> CalendarDate { stated(text).earliest }

/// Exactly so many yuan.
package func yuan(_ amount: Int64) -> MoneyInterval { MoneyInterval(exactly: Money(yuan: amount)) }

/// Between two amounts of yuan.
package func yuan(_ low: Int64, _ high: Int64) -> MoneyInterval {
  MoneyInterval(Money(yuan: low), Money(yuan: high))
}

/// Exactly so many fen.
package func fen(_ amount: Int64) -> MoneyInterval { MoneyInterval(exactly: Money(fen: amount)) }

/// Whole yuan as a cell's value, for a year unless another period is said.
package func money(_ amount: Int64, _ period: Period? = .year) -> FieldValue {
  .money(StatedAmount(yuan(amount), per: period))
}
