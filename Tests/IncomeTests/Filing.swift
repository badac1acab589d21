import Casework
import Income
import TestSupport

/// A row as a unit would write it; its place follows from its order in the filing.
struct WrittenRow: Sendable {
  var form: FormKind
  var cells: Cells
  var blank: [Field] = []
}

/// A filing as a unit would write it.
///
/// Unless a case says otherwise it is of 15 June 2015: the window is 2014-06-01 to 2015-05-31.
struct Filing: Sendable {
  var application: Cells = []
  var appliedOn = "2015-06-15"
  var rows: [WrittenRow] = []

  var assembled: Application {
    var cells: Cells = [(.applicantName, name("甲"))] + application
    if !appliedOn.isEmpty { cells.append((.applicationDate, date(appliedOn))) }
    let numbered = rows.enumerated().map { index, written in
      row(written.form, at: 10 + index, written.cells, blank: written.blank)
    }
    return Application(
      round: "2015", unit: SubmittingUnit(code: "U01", name: "甲单位"),
      record: row(.applications, cells, blank: [.applicationDate, .householdSize]),
      members: numbered.filter { $0.form == .members },
      incomeItems: numbered.filter { $0.form == .income },
      expenditureItems: numbered.filter { $0.form == .expenditure },
      supportItems: numbered.filter { $0.form == .support }, caseID: "2015-U01-ABCDEF")
  }

  func worksheet(
    under rules: IncomeRules = .sample, asOf: String = "2015-12-31"
  ) -> NormalizedHousehold {
    normalizedHousehold(of: assembled, under: rules, asOf: day(asOf))
  }

  static func worksheet(of application: Application) -> NormalizedHousehold {
    normalizedHousehold(of: application, under: .sample, asOf: day("2015-12-31"))
  }
}

/// A listed member with the four columns of income; the applicant is 甲.
func person(
  _ who: String, _ cells: Cells = [], _ relationship: Relationship = .child, blank: [Field] = []
) -> WrittenRow {
  let fixed: Cells = [
    (.memberName, name(who)), (.relationship, .choice(relationship.rawValue)),
  ]
  return WrittenRow(
    form: .members, cells: fixed + cells,
    blank: IncomeComponent.allCases.map(\.field) + blank)
}

/// The applicant's own row of the list.
func applicant(_ cells: Cells, blank: [Field] = []) -> WrittenRow {
  person("甲", cells, .applicant, blank: blank)
}

/// The applicant with a wage of 30,000 yuan a year, on which most cases build.
let earner = applicant([(.wageIncome, money(30_000))])

/// An item of income; it names nobody unless a case says whom.
func item(
  _ type: String, _ amount: FieldValue?, _ period: Period? = nil, months: Int? = nil,
  of who: String? = nil, _ more: Cells = []
) -> WrittenRow {
  var cells: Cells = [(.incomeType, .choice(type)), (.amount, amount)]
  if let period { cells.append((.period, .choice(period.rawValue))) }
  if let months { cells.append((.months, .count(months))) }
  if let who { cells.append((.memberName, name(who))) }
  return WrittenRow(form: .income, cells: cells + more, blank: [.period, .months])
}

/// A bare figure, whose period a column of its own states.
func bare(_ amount: Int64) -> FieldValue { money(amount, nil) }

/// A figure marked 约.
func about(_ amount: Int64, _ period: Period? = .year) -> FieldValue {
  .money(StatedAmount(yuan(amount), per: period, precision: .about))
}

/// An item of expenditure; a nil reimbursement is a blank cell, as is a nil date.
func bill(
  _ type: String, _ billed: Int64, reimbursed: Int64? = nil, on paidOn: String? = "2015-01-10",
  of who: String? = nil, _ more: Cells = []
) -> WrittenRow {
  var cells: Cells = [(.expenditureType, .choice(type)), (.billedAmount, bare(billed))]
  if let reimbursed { cells.append((.reimbursed, bare(reimbursed))) }
  if let paidOn { cells.append((.paidOn, date(paidOn))) }
  if let who { cells.append((.memberName, name(who))) }
  return WrittenRow(form: .expenditure, cells: cells + more, blank: [.reimbursed, .paidOn])
}

/// A benefit or donation received.
func aid(
  _ kind: String, _ amount: Int64, on receivedOn: String? = "2015-01-10", _ more: Cells = []
) -> WrittenRow {
  var cells: Cells = [(.supportKind, .choice(kind)), (.amount, bare(amount))]
  if let receivedOn { cells.append((.receivedOn, date(receivedOn))) }
  return WrittenRow(form: .support, cells: cells + more, blank: [.receivedOn])
}

extension WrittenRow {
  /// The row with other cells in place of its own; no cell where the value is left out.
  func rewriting(_ field: Field, _ value: FieldValue?) -> WrittenRow {
    WrittenRow(
      form: form, cells: cells.filter { $0.field != field } + [(field, value)], blank: blank)
  }

  /// The row with a field left blank.
  func leaving(_ field: Field) -> WrittenRow {
    WrittenRow(form: form, cells: cells.filter { $0.field != field }, blank: blank + [field])
  }
}
