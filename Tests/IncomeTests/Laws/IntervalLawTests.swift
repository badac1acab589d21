import Casework
import Income
import Screening
import TestSupport
import Testing

@Suite("Laws of what is not known")
struct IntervalLawTests {
  private func law(
    _ holds: (OpenedFiling, inout SeededGenerator) throws -> Bool?
  ) rethrows -> LawReport {
    try LawReport(drawing: Filing.opened, smaller: \.smaller, holds: holds)
  }

  // S and R are not held apart: a reimbursement that is known later may prove a benefit to be the
  // same money, which leaves S and lowers R by as much.
  @Test("what is known later lies between the bounds of D, n, the sum and the share")
  func bounds() {
    let report = law { pair, _ in
      let (open, known) = (pair.opened.worksheet(), pair.complete.worksheet())
      // A benefit of which only the kind agrees with a bill's stays open for ever.
      guard known.actual.exact != nil else { return nil }
      return open.disposable.contains(known.disposable) && open.actual.contains(known.actual)
        && open.size.contains(known.size.lowerBound) && open.size.contains(known.size.upperBound)
        && open.perCapitaActual.contains(known.perCapitaActual)
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("every rule decided in spite of unknowns ends the same once they are known")
  func rules() throws {
    let report = try law { pair, _ in
      let open = try pair.opened.screened()
      let known = try pair.complete.screened()
      return open.decisions.allSatisfy {
        $0.outcome == .unknown || known.end(of: $0.rule) == $0.outcome
      }
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("an outcome in spite of unknowns is the outcome once they are known")
  func outcomes() throws {
    let report = try law { pair, _ in
      let open = try pair.opened.screened().outcome
      guard open != .undetermined else { return nil }
      return try pair.complete.screened().outcome == open
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a hardship type told in spite of unknowns is the type once they are known")
  func types() throws {
    let report = try law { pair, _ in
      guard let open = try pair.opened.screened().assessment.hardshipType else { return nil }
      return try pair.complete.screened().assessment.hardshipType == open
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a decision over unreadable amounts is that of every amount they can be")
  func completions() throws {
    let report = try LawReport(drawing: DamagedFiling.init, smaller: \.smaller) {
      damaged, generator in
      let outcome = try damaged.damaged.screened().outcome
      guard outcome != .undetermined else { return nil }
      for _ in 0..<4 {
        let filled = damaged.filled { bounds in
          // Both ends and what lies between them.
          generator.pick([bounds.low, bounds.high, bounds.between(&generator)])
        }
        guard try filled.screened().outcome == outcome else { return false }
      }
      return true
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("an unreadable amount leaves the test open exactly where its two ends decide differently")
  func exactness() throws {
    let report = try LawReport(
      drawing: { generator in
        var damaged = DamagedFiling(&generator)
        // A wage takes part in no proof that something was entered twice, so that its ends decide.
        damaged.places = Array(damaged.places.filter { $0.field == .wageIncome }.prefix(1))
        return damaged
      }, smaller: \.smaller
    ) { damaged, _ in
      guard damaged.places.count == 1, damaged.damaged.worksheet().readings.count == 1 else {
        return nil
      }
      func end(_ filing: Filing) throws -> RuleOutcome? {
        try filing.screened().end(of: .incomeTest)
      }
      let ends = [try end(damaged.filled(\.low)), try end(damaged.filled(\.high))]
      let open = try end(damaged.damaged)
      return ends[0] == ends[1] ? open == ends[0] : open == .unknown
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a figure marked 约 opens the interval around the figure by a tenth")
  func about() {
    let report = LawReport(drawing: Filing.complete, smaller: \.smaller) { filing, generator in
      let amount = Int64.random(in: 1...9_000, using: &generator) * 10
      func worksheet(_ value: FieldValue) -> NormalizedHousehold {
        filing.rewriting(.members) { row in
          row.isOf("甲") ? [row.rewriting(.wageIncome, value)] : [row]
        }.worksheet()
      }
      let (exact, around) = (worksheet(money(amount)), worksheet(IncomeTests.about(amount)))
      let tenth = yuan(amount / 10)
      return around.disposable.low == (exact.disposable - tenth).low
        && around.disposable.high == (exact.disposable + tenth).high
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("somebody who may live elsewhere gives the readings of both, and no other")
  func living() {
    let report = LawReport(drawing: Filing.complete, smaller: \.smaller) { filing, generator in
      let wage = oddAmount(&generator)
      func with(_ living: (field: Field, value: FieldValue?)?) -> Filing {
        filing.adding(
          person(
            "戊", [(.wageIncome, wage)] + (living.map { [$0] } ?? []), blank: [.livesTogether]))
      }
      let open = Set(with(nil).worksheet().readings)
      let together = Set(with((.livesTogether, .flag(true))).worksheet().readings)
      let apart = Set(with((.livesTogether, .flag(false))).worksheet().readings)
      return open == together.union(apart)
    }
    #expect(report.isKept, "\(report)")
  }
}

/// A complete filing of which some amounts cannot be read.
struct DamagedFiling: CustomStringConvertible {
  let complete: Filing
  /// The cells that cannot be read.
  var places: [Place]

  struct Place {
    let row: Int
    let field: Field
    /// What the policy says the cell can be.
    let bounds: MoneyInterval
  }

  init(_ generator: inout SeededGenerator) {
    var complete = Filing.complete(&generator)
    complete.rows = complete.rows.map { row in
      // With all components written, an unreadable one leaves no other open.
      guard row.form == .members else { return row }
      return IncomeComponent.allCases.map(\.field).filter { $0 != .wageIncome }
        .reduce(row) { $0.rewriting($1, money(0)) }
    }
    self.complete = complete
    let candidates = complete.rows.indices.compactMap { Self.place($0, in: complete.rows[$0]) }
    places = candidates.shuffled(using: &generator).prefix(3).filter { _ in !generator.once(in: 3) }
  }

  private init(complete: Filing, places: [Place]) {
    self.complete = complete
    self.places = places
  }

  private static func place(_ index: Int, in row: WrittenRow) -> Place? {
    switch row.form {
    case .members: Place(row: index, field: .wageIncome, bounds: yuan(0, 200_000))
    case .expenditure: Place(row: index, field: .billedAmount, bounds: yuan(3_000, 500_000))
    case .support: Place(row: index, field: .amount, bounds: yuan(0, 500_000))
    default: nil
    }
  }

  /// The filing with the cells unreadable.
  var damaged: Filing { writing { _ in nil } }

  /// The filing with the cells filled in.
  func filled(_ amount: (MoneyInterval) -> Money) -> Filing {
    writing { place in
      let period: Period? = place.field == .wageIncome ? .year : nil
      return .money(StatedAmount(MoneyInterval(exactly: amount(place.bounds)), per: period))
    }
  }

  private func writing(_ value: (Place) -> FieldValue?) -> Filing {
    var filing = complete
    for place in places {
      filing.rows[place.row] = filing.rows[place.row].rewriting(place.field, value(place))
    }
    return filing
  }

  /// The case without a row or without one of the unreadable cells.
  var smaller: [DamagedFiling] {
    let lessOpen = places.indices.map { index in
      var fewer = places
      fewer.remove(at: index)
      return DamagedFiling(complete: complete, places: fewer)
    }
    let lessRows = complete.rows.indices.dropFirst().map { row in
      var rest = complete
      rest.rows.remove(at: row)
      let kept = places.filter { $0.row != row }.map {
        Place(row: $0.row > row ? $0.row - 1 : $0.row, field: $0.field, bounds: $0.bounds)
      }
      return DamagedFiling(complete: rest, places: kept)
    }
    return lessOpen + lessRows
  }

  var description: String { "\(damaged)" }
}

extension MoneyInterval {
  fileprivate func between(_ generator: inout SeededGenerator) -> Money {
    Money(fen: Int64.random(in: low.fen...high.fen, using: &generator))
  }
}

extension WrittenRow {
  func isOf(_ who: String) -> Bool {
    cells.contains { cell in
      if cell.field == .memberName, case .name(let name)? = cell.value {
        name.folded == who
      } else {
        false
      }
    }
  }
}

extension NormalizedHousehold {
  /// D + S − R over all readings.
  fileprivate var actual: MoneyInterval {
    let sums = readings.map(\.actual)
    return sums.dropFirst().reduce(sums.first ?? .zero) { $0.hull(with: $1) }
  }
}
