public import Casework

/// Works out a household's income worksheet from its filing (contract §2, to the letter).
///
/// A row stage: pure, exact in fen; unknowns become intervals and are named.
///
/// - Parameters:
///   - application: The filing.
///   - rules: What the policy says about income and expenditure.
///   - asOf: The day of the round; stands in for a day of application that is not stated.
/// - Returns: The worksheet with every way the household can be read.
/// - Complexity: O(items × members), and 2^k for k persons of whom it is not known whether they
///   live in the household, at most four of them.
public func normalizedHousehold(
  of application: Application, under rules: IncomeRules, asOf: CalendarDate
) -> NormalizedHousehold {
  HouseholdNormalization(application, rules: rules, asOf: asOf).worksheet()
}

/// The steps of one household's normalisation, in the order of the contract.
private struct HouseholdNormalization {
  let application: Application
  let rules: IncomeRules
  let reference: (day: CalendarDate, isAssumed: Bool)
  let window: IncomeWindow
  let persons: HouseholdPersons
  let items: IncomeItems
  let expenditures: Expenditures
  let support: SupportReceived

  init(_ application: Application, rules: IncomeRules, asOf: CalendarDate) {
    self.application = application
    self.rules = rules
    reference = Self.referenceDay(of: application, asOf: asOf)
    window = IncomeWindow(months: rules.windowMonths, before: reference.day)
    persons = HouseholdPersons(application)
    items = IncomeItems(application, persons: persons, rules: rules)
    expenditures = Expenditures(application, persons: persons, window: window, rules: rules)
    support = SupportReceived(
      application, window: window, rules: rules, expenditures: expenditures.items,
      income: items.items)
  }

  /// The day of application; a stated month is enough for the window and the rate.
  private static func referenceDay(
    of application: Application, asOf: CalendarDate
  ) -> (day: CalendarDate, isAssumed: Bool) {
    guard let stated = application.record.date(.applicationDate).value,
      stated.earliest.month == stated.latest.month, stated.earliest.year == stated.latest.year,
      stated.earliest <= asOf
    else { return (asOf, true) }
    return (stated.earliest, false)
  }

  func worksheet() -> NormalizedHousehold {
    var members = MemberIncome(rules: rules)
    let figures = memberFigures(&members)
    let income = HouseholdIncome(
      application: application, rules: rules, figures: figures, hasList: persons.hasList,
      uncertainItems: uncertainItems)
    let compositions = possibleCompositions()
    let totals = compositions.map { income.total(of: $0, size: persons.hasList ? $0.count : statedSize.upperBound) }
    let size = HouseholdSize(
      application, compositions: compositions, persons: persons, rules: rules)
    let readings = zip(compositions, totals).map { places, total in
      HouseholdReading(
        disposable: total.disposable, support: support.total,
        expenditure: expenditures.total(of: Set(places)), size: size.range(for: places))
    }
    let first = totals.first ?? HouseholdIncome.Total()
    return NormalizedHousehold(
      application: application, referenceDate: reference.day,
      referenceDateIsAssumed: reference.isAssumed, window: window,
      members: memberWorksheets(figures), householdLines: first.lines,
      supportLines: support.lines, expenditureLines: expenditures.items.map(\.line),
      readings: readings,
      unknowns: unknowns(of: first, members: members, size: size),
      findings: referenceFindings + persons.findings + items.findings + members.findings
        + first.findings + expenditures.findings + support.findings + size.findings
        + perCapitaFindings(readings) + slipFindings(figures, total: first))
  }

  private func memberFigures(_ members: inout MemberIncome) -> [[ComponentFigure]] {
    guard persons.hasList else { return [itemsAlone()] }
    return persons.persons.indices.map { place in
      members.figures(
        of: persons.persons[place], items: items.items.filter { $0.person == place && !$0.hasUnknownType })
    }
  }

  /// Without a list of members the items stand for the household as they are.
  private func itemsAlone() -> [ComponentFigure] {
    IncomeComponent.allCases.map { component in
      let own = items.items.filter { $0.component == component && !$0.hasUnknownType }
      return ComponentFigure(
        amount: own.map(\.signedAmount).sum(), isUnknown: own.contains(where: \.isUnknown),
        lines: own.map(\.line))
    }
  }

  private var uncertainItems: [IncomeItem] {
    items.items.filter { item in
      item.hasUnknownType || (persons.hasList && item.person == nil && item.component != nil)
    }
  }

  /// Every set of persons that may live together: those who do, with any of those who may.
  private func possibleCompositions() -> [[Int]] {
    guard persons.hasList else { return [[0]] }
    let places = persons.persons.indices
    let certain = places.filter { persons.persons[$0].living == .together }
    let open = places.filter { persons.persons[$0].living == .unknown }
    guard open.count <= 4 else { return [certain + open, certain] }
    return (0..<(1 << open.count)).reversed().map { choice in
      (certain + open.indices.filter { choice & (1 << $0) != 0 }.map { open[$0] }).sorted()
    }
  }

  private var statedSize: ClosedRange<Int> {
    let stated = application.record.count(.householdSize).value
    return stated.map { max(1, $0)...max(1, $0) } ?? 1...rules.largestHousehold
  }

  private func memberWorksheets(_ figures: [[ComponentFigure]]) -> [MemberWorksheet] {
    let receipts = items.items.filter { $0.component == nil || $0.hasUnknownType }
    guard persons.hasList else {
      let lines = figures.flatMap { $0.flatMap(\.lines) } + receipts.map(\.line)
      return lines.isEmpty ? [] : [MemberWorksheet(record: nil, living: .together, lines: lines)]
    }
    return persons.persons.enumerated().map { place, person in
      MemberWorksheet(
        record: person.record, living: person.living,
        lines: figures[place].flatMap(\.lines)
          + receipts.filter { $0.person == place }.map(\.line))
    }
  }

  private func unknowns(
    of total: HouseholdIncome.Total, members: MemberIncome, size: HouseholdSize
  ) -> [UnknownItem] {
    let income =
      total.disposable.exact == nil ? items.unknowns + members.unknowns + total.unknowns : []
    let all = persons.unknowns + size.unknowns + income + expenditures.unknowns + support.unknowns
    return all.enumerated().sorted { left, right in
      let widths = [left, right].map { $0.element.bounds.high - $0.element.bounds.low }
      return widths[0] != widths[1] ? widths[0] > widths[1] : left.offset < right.offset
    }.map(\.element)
  }

  private var referenceFindings: [Finding] {
    guard reference.isAssumed else { return [] }
    return [
      Finding(
        .applicationDateMissing, at: application.record.cell(of: .applicationDate),
        field: .applicationDate, [reference.day.description])
    ]
  }

  private func slipFindings(
    _ figures: [[ComponentFigure]], total: HouseholdIncome.Total
  ) -> [Finding] {
    let suspicion = SlipSuspicion(rules: rules)
    let own = figures.joined().filter { !$0.lines.isEmpty }
    let stated = total.lines.filter {
      if case .statedComponent = $0.kind { true } else { false }
    }.map { ComponentFigure(amount: $0.amount, isUnknown: false, lines: [$0]) }
    let declared = total.lines.first { $0.kind == .declaredTotal }?.amount
    let bills = application.expenditureItems.compactMap { record in
      record.money(.billedAmount).value?.amount.exact.flatMap {
        suspicion.finding(for: $0, at: record.cell(of: .billedAmount))
      }
    }
    return suspicion.findings(for: own.isEmpty ? stated : Array(own), stated: declared) + bills
  }

  /// A declared per-capita figure is a check; it never enters the sums.
  private func perCapitaFindings(_ readings: [HouseholdReading]) -> [Finding] {
    guard readings.count == 1, let reading = readings.first,
      let disposable = reading.disposable.exact,
      reading.size.lowerBound == reading.size.upperBound,
      let stated = application.record.money(.declaredPerCapitaIncome).value,
      stated.precision == .exact, let amount = stated.amount.exact
    else { return [] }
    let months: Int64 = stated.period == .year ? 1 : 12
    let computed = disposable.shownShare(of: months * Int64(reading.size.lowerBound))
    // A figure rounded to whole yuan agrees.
    guard abs(computed.fen - amount.fen) >= 100 else { return [] }
    return [
      Finding(
        .incomePerCapitaConflict, at: application.record.cell(of: .declaredPerCapitaIncome),
        field: .declaredPerCapitaIncome, value: amount.description,
        [amount.description, computed.description])
    ]
  }
}
