public import Casework

/// Decides every rule that the case alone can answer.
///
/// A row stage: pure; the rules run in the order of the contract.
///
/// - Parameters:
///   - household: The worksheet.
///   - policy: The parameters with their dates.
///   - asOf: The day of the round.
///   - lineDay: The day whose line counts in place of the day of application's; nil: that day's.
/// - Returns: The case with a decision per rule, but for those that need the whole round.
/// - Throws: `PolicyGap` where no confirmed line is in force on the day of application.
public func assessment(
  of household: NormalizedHousehold, under policy: PolicyEdition, asOf: CalendarDate,
  lineDay: CalendarDate? = nil
) throws(PolicyGap) -> Assessment {
  let date = lineDay ?? household.referenceDate
  let isDoubted = lineDay == nil && policy.doubts(date, asOf: asOf)
  let line = isDoubted ? nil : try policy.lineOfDay(date)
  let facts = CaseFacts(household, line: line, under: policy)
  var decisions: [Decision] = []
  decisions.reserveCapacity(RuleCode.allCases.count)
  facts.decideAlone(under: RuleParameters(policy)) { decisions.append($0) }
  return Assessment(
    household: household, decisions: decisions, threshold: line?.threshold,
    hardshipType: facts.income?.hardshipType(isDayAssumed: household.referenceDateIsAssumed),
    findings: line.map { twoRates(facts.income, line: $0, of: household) } ?? [])
}

/// Says where two rates of the year decide differently.
private func twoRates(
  _ income: IncomeFacts?, line: LineOfDay, of household: NormalizedHousehold
) -> [Finding] {
  guard let income, income.isMet != nil, let other = income.differingLine else { return [] }
  return [
    Finding(
      .twoRatesDecide, at: household.application.record.cell(of: .applicationDate),
      field: .applicationDate,
      [line.threshold.monthly.description, other.description])
  ]
}
