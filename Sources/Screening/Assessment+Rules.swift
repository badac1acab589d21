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
  let income = try IncomeTest.result(on: household, under: policy, asOf: asOf, lineDay: lineDay)
  let before: [any CaseRule] = [AffiliationRule(), SurvivorKinRule(), ExhaustionRule()]
  let after: [any CaseRule] = [
    ConductRule(code: .conductMeetings, field: .exclusionMeetings),
    ConductRule(code: .conductDues, field: .exclusionDues),
    ConductRule(code: .conductAssignments, field: .exclusionAssignments),
    ConductRule(code: .conductBehaviour, field: .exclusionConduct),
    ConductRule(code: .conductDuties, field: .exclusionDuties),
    ConductRule(code: .conductUninsured, field: .exclusionUninsured),
    CauseRule(), ProcedureRule(), EvidenceRule(),
  ]
  let decisions =
    before.map { $0.decision(on: household, under: policy) }
    + [policy.decision(.incomeTest, income.verdict)]
    + after.map { $0.decision(on: household, under: policy) }
  return Assessment(
    household: household, decisions: decisions.compactMap(\.self), threshold: income.threshold,
    hardshipType: income.hardshipType, findings: income.findings)
}
