import Casework

// Changes of amounts, sizes and days that the income test reads.
extension TurningPointSearch {
  /// How the income test ends for a changed filing.
  func test(_ filing: Application) -> RuleOutcome {
    trial.screened(filing)?.decisions.first { $0.rule == .incomeTest }?.outcome ?? .unknown
  }

  /// By how much the sum must fall to pass for certain, and may rise before it fails for certain, in
  /// fen of the window: guesses to begin with, since caps and shares may bend the relation.
  private var excess: LineExcess? {
    guard let line = result.assessment.threshold else { return nil }
    return result.household.readings.excess(of: \.actual, over: line.monthly)
  }

  private func stating(_ fen: Int64, _ period: Period?, _ field: Field, _ cell: SourceLocation)
    -> Application
  {
    let amount = StatedAmount(MoneyInterval(exactly: Money(fen: fen)), per: period)
    return filing.stating(.money(amount), for: field, at: cell)
  }

  // MARK: A test that failed

  var failedIncomeProbes: [Probe] {
    costProbes + lowerAmountProbes + memberProbes + fewerMemberProbes
      + (result.household.referenceDateIsAssumed ? dayProbes : [])
  }

  /// Cost that is not proven yet, of the types that the case is about.
  private var costProbes: [Probe] {
    guard let excess else { return [] }
    let day = result.household.window.end
    return costTypes.compactMap { type in
      let least = Screening.least(
        in: 1...max(1, trial.greatestCost.fen), guess: excess.greatest.fen
      ) { test(filing.bearing(Money(fen: $0), ofType: type, on: day)) == .pass }
      return least.map { fen in
        Probe(
          field: nil, item: type, location: nil,
          change: .cost(type: type, atLeast: Money(fen: fen)),
          filing: filing.bearing(Money(fen: fen), ofType: type, on: day))
      }
    }
  }

  /// Medical cost, the types the household claims already, and what its cause speaks of.
  private var costTypes: [String] {
    let claimed = filing.expenditureItems.compactMap { $0.text(.expenditureType).value }
    let caused = [HardshipCause.disaster, .suddenEvent].contains(filing.cause) ? ["灾害损失"] : []
    var types: [String] = []
    for type in ["医疗"] + caused + claimed.sorted()
    where trial.deductibleTypes.contains(type) && !types.contains(type) {
      types.append(type)
    }
    return types
  }

  /// The largest stated incomes, benefits and reimbursements, each found to be less.
  private var lowerAmountProbes: [Probe] {
    statedAmounts.prefix(4).compactMap { stated in
      guard let excess, let amount = stated.amount.amount.exact, amount.fen > 0 else { return nil }
      let guess = amount.fen - (excess.greatest.fen + stated.factor - 1) / stated.factor
      let most = greatest(in: 0...(amount.fen - 1), guess: guess) {
        test(stating($0, stated.amount.period, stated.field, stated.cell)) == .pass
      }
      return most.map { fen in
        Probe(
          field: stated.field, item: stated.item, location: stated.cell,
          change: .atMost(Money(fen: fen), stated.amount.period),
          filing: stating(fen, stated.amount.period, stated.field, stated.cell))
      }
    }
  }

  private struct StatedCell {
    let field: Field
    let cell: SourceLocation
    let item: String
    let amount: StatedAmount
    /// How often the amount counts in the window, as a guess.
    let factor: Int64

    /// What it comes to in the window, as a guess.
    var yearly: Int64 {
      amount.amount.high.fen.multipliedReportingOverflow(by: factor).partialValue
    }
  }

  /// Amounts that raise what is held against the line, the largest of a year first.
  private var statedAmounts: [StatedCell] {
    let components = IncomeComponent.allCases.map(\.field)
    let cells =
      self.cells(components + [.declaredAnnualIncome, .totalIncome], of: [record])
      + self.cells(components + [.totalIncome], of: filing.members, naming: .relationship)
      + self.cells([.amount], of: filing.incomeItems, naming: .incomeType)
      + self.cells([.amount], of: filing.supportItems, naming: .supportKind)
      + self.cells([.reimbursed], of: filing.expenditureItems, naming: .expenditureType)
    return cells.enumerated().sorted {
      let (left, right) = ($0.element.yearly, $1.element.yearly)
      return left != right ? left > right : $0.offset < $1.offset
    }.map(\.element)
  }

  private func cells(
    _ fields: [Field], of rows: [FormRecord], naming: Field? = nil
  ) -> [StatedCell] {
    rows.flatMap { row in
      fields.compactMap { field in
        guard let amount = row.money(field).value else { return nil }
        let months = row.count(.months).value.map(Int64.init)
        let factor: Int64 =
          switch amount.period ?? row.choice(.period, as: Period.self).value ?? .year {
          case .month: months ?? 12
          case .quarter: (months ?? 12) / 3
          case .year, .once: 1
          }
        return StatedCell(
          field: field, cell: row.cell(of: field),
          item: naming.flatMap { row.text($0).value } ?? "", amount: amount,
          factor: max(1, factor))
      }
    }
  }

  /// The fewest further members without income who make it pass.
  private var memberProbes: [Probe] {
    guard let more = (1...5).first(where: { test(filing.housing($0)) == .pass }) else { return [] }
    return [
      Probe(
        field: .householdSize, location: record.cell(of: .householdSize),
        change: .moreMembers(more), filing: filing.housing(more))
    ]
  }

  // MARK: A test that is open

  /// From which value on each unknown item decides the test by itself, to each side.
  var openIncomeProbes: [Probe] {
    let isDayOpen = result.household.referenceDateIsAssumed
    let items = result.household.unknowns.prefix(6)
    return items.flatMap { item in
      switch item.field {
      case .householdSize, .months: countProbes(item)
      case .livesTogether: livingProbes(item)
      case .paidOn, .receivedOn: windowProbes(item)
      case .applicationDate: isDayOpen ? [] : dayProbes
      case .wageIncome, .netBusinessIncome, .netPropertyIncome, .netTransferIncome, .totalIncome,
        .declaredAnnualIncome, .amount, .billedAmount, .reimbursed:
        amountProbes(item)
      case .memberName: ownerProbes(item)
      case .memberId: samePersonProbes(item)
      case .employment, .relationship, .health, .incomeType, .expenditureType, .period:
        choiceProbes(item)
      case .evidence: evidenceProbes(item)
      default: [Probe]()
      }
    } + (isDayOpen ? dayProbes : [])
  }

  private func amountProbes(_ item: UnknownItem) -> [Probe] {
    guard let excess else { return [] }
    let isIncome = ![.amount, .billedAmount, .reimbursed].contains(item.field)
    let period: Period? = isIncome ? .year : nil
    let low = isIncome ? item.bounds.low.fen : 0
    let range = low...max(low, item.bounds.high.fen)
    let outcome = { (fen: Int64) in
      test(stating(fen, period, item.field, item.location))
    }
    func probe(_ fen: Int64, _ change: VerifiableChange, deciding width: Int64) -> Probe {
      let span = max(1, range.upperBound - range.lowerBound)
      return Probe(
        field: item.field, item: words(of: item), location: item.location, change: change,
        filing: stating(fen, period, item.field, item.location),
        decisiveness: Int(clamping: width.multipliedReportingOverflow(by: 1000).partialValue / span)
      )
    }
    let (rise, fall) = (excess.greatest.fen, excess.least.fen)
    if outcome(range.lowerBound) == .pass || outcome(range.upperBound) == .fail {
      let most = greatest(in: range, guess: range.upperBound - rise) { outcome($0) == .pass }
      let least = Screening.least(in: range, guess: range.lowerBound - fall + 1) {
        outcome($0) == .fail
      }
      return [
        most.map { probe($0, .atMost(Money(fen: $0), period), deciding: $0 - range.lowerBound) },
        least.map { probe($0, .atLeast(Money(fen: $0), period), deciding: range.upperBound - $0) },
      ].compactMap(\.self)
    }
    let least = Screening.least(in: range, guess: range.lowerBound + rise) { outcome($0) == .pass }
    let most = greatest(in: range, guess: range.upperBound + fall - 1) { outcome($0) == .fail }
    return [
      least.map { probe($0, .atLeast(Money(fen: $0), period), deciding: range.upperBound - $0) },
      most.map { probe($0, .atMost(Money(fen: $0), period), deciding: $0 - range.lowerBound) },
    ].compactMap(\.self)
  }

  /// What the unknown item is, in the form's words; never a name.
  func words(of item: UnknownItem) -> String {
    let row = filing.rows.first { $0.cell(of: item.field) == item.location }
    guard let row else { return "" }
    switch row.form {
    case .members: return row.text(.relationship).value ?? ""
    case .income: return row.text(.incomeType).value ?? ""
    case .expenditure: return row.text(.expenditureType).value ?? ""
    case .support: return row.text(.supportKind).value ?? ""
    default: return ""
    }
  }

  private func countProbes(_ item: UnknownItem) -> [Probe] {
    let counts = Array(1...(item.field == .months ? 12 : max(1, trial.largestHousehold)))
    let filings = counts.map { filing.stating(.count($0), for: item.field, at: item.location) }
    let outcomes = filings.map(test)
    func probe(_ place: Int, _ change: VerifiableChange) -> Probe {
      Probe(
        field: item.field, item: words(of: item), location: item.location, change: change,
        filing: filings[place])
    }
    return [RuleOutcome.pass, .fail].compactMap { outcome in
      Edge(of: outcome, in: outcomes).map { edge in
        probe(
          edge.place,
          edge.isLower ? .countAtLeast(counts[edge.place]) : .countAtMost(counts[edge.place]))
      }
    }
  }

  /// Where an outcome begins that holds to the end, or ends that holds from the beginning.
  private struct Edge {
    let place: Int
    let isLower: Bool

    init?(of outcome: RuleOutcome, in outcomes: [RuleOutcome]) {
      if outcomes.last == outcome {
        (place, isLower) = ((outcomes.lastIndex { $0 != outcome } ?? -1) + 1, true)
      } else if outcomes.first == outcome, let end = outcomes.firstIndex(where: { $0 != outcome }) {
        (place, isLower) = (end - 1, false)
      } else {
        return nil
      }
    }
  }

  private func livingProbes(_ item: UnknownItem) -> [Probe] {
    [true, false].map { answer in
      Probe(
        field: item.field, item: words(of: item), location: item.location, change: .flag(answer),
        filing: filing.stating(.flag(answer), for: item.field, at: item.location))
    }
  }

  /// Inside the window, and before it.
  private func windowProbes(_ item: UnknownItem) -> [Probe] {
    let start = result.household.window.start
    let before = start.adding(days: -1)
    return [(start, VerifiableChange.onOrAfter(start)), (before, .onOrBefore(before))].map {
      Probe(
        field: item.field, item: words(of: item), location: item.location, change: $1,
        filing: filing.stating(.date(StatedDate($0)), for: item.field, at: item.location))
    }
  }

  /// The days from which on, and up to which, an application decides the test; the window and the
  /// line move with the month.
  private var dayProbes: [Probe] {
    let days = result.household.possibleReferenceDates
    let cell = record.cell(of: .applicationDate)
    let months = (days.lowerBound.month...days.upperBound.month).map {
      CalendarDate(firstOfMonth: $0, year: days.upperBound.year)
    }
    let filings = months.map {
      filing.stating(.date(StatedDate($0)), for: .applicationDate, at: cell)
    }
    let outcomes = filings.map(test)
    return [RuleOutcome.pass, .fail].compactMap { outcome in
      Edge(of: outcome, in: outcomes).map { edge in
        let first = months[edge.place]
        let last = first.adding(
          days: CalendarDate.dayCount(ofMonth: first.month, year: first.year) - 1)
        return Probe(
          field: .applicationDate, location: cell,
          change: edge.isLower ? .onOrAfter(first) : .onOrBefore(last),
          filing: filings[edge.place])
      }
    }
  }
}
