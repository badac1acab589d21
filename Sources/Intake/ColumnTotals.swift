import Casework

/// Running sums of the columns of amounts and counts, for checking the totals a sheet states.
struct ColumnTotals {
  private var all: [Field: Int64] = [:]
  private var sinceTotal: [Field: Int64] = [:]
  private var uncertain: Set<Field> = []

  /// Adds a row of the table; one that is nobody's still stands above the total.
  mutating func add(_ record: FormRecord, of form: BoundForm) {
    for (field, value) in record.stated {
      switch value {
      case .money(let amount)? where amount.period == form.period(of: field):
        add(amount.amount.exact?.fen, to: field)
      case .money?, nil: uncertain.insert(field)
      case .count(let count)?: add(Int64(count), to: field)
      default: continue
      }
    }
  }

  private mutating func add(_ number: Int64?, to field: Field) {
    guard let number else {
      uncertain.insert(field)
      return
    }
    all[field, default: 0] += number
    sinceTotal[field, default: 0] += number
  }

  /// Compares a row of totals with the rows above it, and begins a new group.
  ///
  /// A total may state the sum of the rows since the last total or of all rows; where a row's figure
  /// could not be read, or is for another period, there is nothing to compare with.
  mutating func findings(for stated: FormRecord) -> [Finding] {
    var findings: [Finding] = []
    for (field, value) in stated.stated {
      guard let value, let total = value.summed, !uncertain.contains(field) else { continue }
      let sums = [sinceTotal[field, default: 0], all[field, default: 0]]
      guard !sums.contains(total) else { continue }
      let texts = [total, sums[1]].map(value.text(ofSum:))
      findings.append(
        Finding(
          .totalWrong, at: stated.cell(of: field), field: field, value: texts[0], texts))
    }
    sinceTotal = [:]
    return findings
  }
}

extension FieldValue {
  /// The number that sums are made of.
  fileprivate var summed: Int64? {
    switch self {
    case .money(let amount): amount.amount.exact?.fen
    case .count(let count): Int64(count)
    default: nil
    }
  }

  fileprivate func text(ofSum sum: Int64) -> String {
    if case .money = self { Money(fen: sum).description } else { "\(sum)" }
  }
}

extension BoundForm {
  /// What a bare amount in the field's column is for.
  fileprivate func period(of field: Field) -> Period? {
    columns.first { $0.parser.definition.field == field }?.parser.scale.period
  }
}
