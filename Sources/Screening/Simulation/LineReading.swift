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
  let line = try policy.lineOfDay(day)
  let income = IncomeFacts(household.readings, line: line)
  let isAssumed = household.referenceDateIsAssumed
  let outcome: RuleOutcome =
    switch income.isMet(isDayAssumed: isAssumed) {
    case true?: .pass
    case false?: .fail
    case nil: .unknown
    }
  return LineReading(
    outcome: outcome, threshold: line.threshold,
    hardshipType: income.hardshipType(isDayAssumed: isAssumed))
}
