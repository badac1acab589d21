public import Casework

/// How `INCOME_TEST` ends for a household, in figures only: what a simulation repeats many times.
public struct LineReading: Hashable, Sendable {
  /// How the rule ends.
  public let outcome: RuleOutcome
  /// The line; nil where none could be.
  public let threshold: Threshold?
  /// The hardship type, where it can be told.
  public let hardshipType: HardshipType?
}

/// Holds a household against the line of a policy, as the rule does, without words.
///
/// - Parameters:
///   - household: The worksheet.
///   - policy: The policy.
///   - asOf: The day of the screening.
///   - lineDay: The day whose line counts in place of the day of application's; nil: that day's.
/// - Returns: How the rule ends; a test holds it to be the rule's own end.
/// - Throws: `PolicyGap` where no confirmed line is in force.
public func lineReading(
  of household: NormalizedHousehold, under policy: PolicyEdition, asOf: CalendarDate,
  lineDay: CalendarDate? = nil
) throws(PolicyGap) -> LineReading {
  let day = lineDay ?? household.referenceDate
  if lineDay == nil, policy.doubts(day, asOf: asOf) {
    return LineReading(outcome: .unknown, threshold: nil, hardshipType: nil)
  }
  let threshold = try policy.threshold(on: day)
  let met = IncomeTest.meets(household, threshold, amount: \.actual)
  let isOpenBetweenRates =
    household.referenceDateIsAssumed && met != nil
    && policy.otherThresholds(inYearOf: day, than: threshold)
      .contains { IncomeTest.meets(household, $0, amount: \.actual) != met }
  guard let met, !isOpenBetweenRates else {
    return LineReading(outcome: .unknown, threshold: threshold, hardshipType: nil)
  }
  return LineReading(
    outcome: met ? .pass : .fail, threshold: threshold,
    hardshipType: met ? hardshipType(of: household, threshold) : nil)
}

private func hardshipType(
  of household: NormalizedHousehold, _ threshold: Threshold
) -> HardshipType? {
  switch IncomeTest.meets(household, threshold, amount: \.supported) {
  case true?: .income
  case false?: .expenditure
  case nil: nil
  }
}
