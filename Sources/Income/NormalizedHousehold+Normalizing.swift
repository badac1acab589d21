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
///   live in the household, at most four, or whether they are listed already, at most three.
public func normalizedHousehold(
  of application: Application, under rules: IncomeRules, asOf: CalendarDate
) -> NormalizedHousehold {
  household(of: application, under: rules, asOf: asOf) { _, _ in nil }
}

/// The same worksheet with the tree of its figures, for showing it and for its digest.
///
/// The tree is made beside the sums rather than for them: it takes several times as long, and a
/// round needs the sums of each case many times more often than the tree of one.
public func explainedHousehold(
  of application: Application, under rules: IncomeRules, asOf: CalendarDate
) -> NormalizedHousehold {
  household(of: application, under: rules, asOf: asOf) { views, size in
    Worksheet(
      readings: views.flatMap { $0.worksheetReadings(of: size) }, months: 12)
  }
}

private func household(
  of application: Application, under rules: IncomeRules, asOf: CalendarDate,
  worksheet: ([HouseholdView], HouseholdSize) -> Worksheet?
) -> NormalizedHousehold {
  let reference = ReferenceDay(of: application, asOf: asOf)
  let windows = PossibleWindows(reference, months: rules.windowMonths)
  let views = HouseholdPersons.readings(
    of: application, under: rules, on: reference.day
  ).map {
    HouseholdView(application, persons: $0, windows: windows, rules: rules)
  }
  // There is at least one way to tell the rows apart; the first holds most persons.
  let shown = views[0]
  let size = HouseholdSize(
    application,
    compositions: shown.persons.hasList
      ? views.flatMap { $0.compositions.map(\.persons.sizes) } : [], rules: rules)
  let readings = views.flatMap { $0.readings(of: size) }
  return NormalizedHousehold(
    application: application, referenceDate: reference.day,
    referenceDateIsAssumed: reference.isAssumed, window: windows.window,
    members: shown.memberWorksheets, householdLines: shown.income.lines,
    supportLines: shown.support.lines, expenditureLines: shown.expenditures.items.map(\.line),
    readings: readings, unknowns: widestFirst(shown.unknowns + size.unknowns),
    findings: reference.findings(for: application) + shown.findings + size.findings
      + perCapitaFindings(readings, application)
      + SlipSuspicion(of: application, in: shown, on: reference.day, rules: rules).findings,
    worksheet: worksheet(views, size))
}

/// The most uncertain item first, since it is the likeliest to decide.
private func widestFirst(_ items: [UnknownItem]) -> [UnknownItem] {
  items.enumerated().sorted { left, right in
    let widths = [left, right].map { $0.element.bounds.high - $0.element.bounds.low }
    return widths[0] != widths[1] ? widths[0] > widths[1] : left.offset < right.offset
  }.map(\.element)
}

/// A declared per-capita figure is a check; it never enters the sums.
private func perCapitaFindings(
  _ readings: [HouseholdReading], _ application: Application
) -> [Finding] {
  guard readings.count == 1, let reading = readings.first,
    let disposable = reading.disposable.exact, reading.size.count == 1,
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

extension ReferenceDay {
  fileprivate func findings(for application: Application) -> [Finding] {
    guard isAssumed else { return [] }
    return [
      Finding(
        .applicationDateMissing, at: application.record.cell(of: .applicationDate),
        field: .applicationDate, [day.description])
    ]
  }
}
