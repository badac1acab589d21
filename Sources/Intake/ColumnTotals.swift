import Casework

/// Running sums of the columns of amounts and counts, for checking the totals a sheet states.
struct ColumnTotals {
  private var tallies: [Tally]

  /// The sums of one column.
  private struct Tally {
    let field: Field
    /// What a bare amount in the column is for.
    let period: Period?
    var all = Int64(0)
    var sinceTotal = Int64(0)
    /// Whether a row's figure could not be read, or is for another period.
    var isUncertain = false

    mutating func add(_ number: Int64?) {
      guard let number else {
        isUncertain = true
        return
      }
      all += number
      sinceTotal += number
    }
  }

  /// Begins with the columns of a form that hold amounts or counts.
  init(of form: BoundForm) {
    tallies = form.columns.map(\.parser).filter { [.money, .count].contains($0.definition.type) }
      .map { Tally(field: $0.definition.field, period: $0.scale.period) }
  }

  /// Adds a row of the table; one that is nobody's still stands above the total.
  mutating func add(_ record: FormRecord) {
    for place in tallies.indices {
      switch record[tallies[place].field] {
      case .stated(.money(let amount)) where amount.period == tallies[place].period:
        tallies[place].add(amount.amount.exact?.fen)
      case .stated(.count(let count)): tallies[place].add(Int64(count))
      case .stated(.money), .damaged: tallies[place].add(nil)
      case .blank, .stated: continue
      }
    }
  }

  /// Compares a row of totals with the rows above it, and begins a new group.
  ///
  /// A total may state the sum of the rows since the last total or of all rows; where a row's figure
  /// could not be read, or is for another period, there is nothing to compare with.
  mutating func findings(for stated: FormRecord) -> [Finding] {
    let findings = tallies.compactMap { tally -> Finding? in
      guard !tally.isUncertain, let value = stated[tally.field].value, let total = value.summed,
        total != tally.sinceTotal, total != tally.all
      else { return nil }
      let texts = [total, tally.all].map(value.text(ofSum:))
      return Finding(
        .totalWrong, at: stated.cell(of: tally.field), field: tally.field, value: texts[0], texts)
    }
    for place in tallies.indices { tallies[place].sinceTotal = 0 }
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
