import Casework
import Income
import Registry
import Screening

/// Screens a stored case: the same worksheet, rules and conclusion as in an intake run.
///
/// A case that is being helped counts as applied for on the reference day; the window and figures
/// of its filing stay, or the office's verified figures take their place.
///
/// - Parameters:
///   - context: The filing with what the registry knows about it.
///   - policy: The policy.
///   - asOf: The day of the screening.
/// - Returns: The case with all its decisions and its outcome.
/// - Throws: `PolicyGap` where no confirmed line is in force.
func screened(
  _ context: CaseContext, under policy: PolicyFile, asOf: CalendarDate
) throws(PolicyGap) -> ScreeningResult {
  let household =
    context.reading.flatMap {
      knownHousehold(of: context.application, reading: $0, under: policy.income, asOf: asOf)
    } ?? normalizedHousehold(of: context.application, under: policy.income, asOf: asOf)
  return try screened(household, in: context, under: policy, asOf: asOf)
}

/// The same with the tree of the worksheet and the decisions in full: for showing one case.
func explainedResult(
  _ context: CaseContext, under policy: PolicyFile, asOf: CalendarDate
) throws(PolicyGap) -> ScreeningResult {
  let household = explainedHousehold(of: context.application, under: policy.income, asOf: asOf)
  let result = try screened(household, in: context, under: policy, asOf: asOf)
  let explanation = CaseExplanation(
    decisions: explainedDecisions(of: result, under: policy.edition))
  return result.showing(result.household, explained: explanation)
}

private func screened(
  _ household: NormalizedHousehold, in context: CaseContext, under policy: PolicyFile,
  asOf: CalendarDate
) throws(PolicyGap) -> ScreeningResult {
  var household = household
  if let verification = context.verification {
    household = household.verified(
      annualIncome: verification.annualIncome, expenditure: verification.expenditure)
  }
  if let day = context.referenceDay { household = household.counted(from: day) }
  return screeningResult(
    concluding: try assessment(
      of: household, under: policy.edition, asOf: asOf, lineDay: context.lineDay),
    duplicates: context.links, clusterID: "", primary: context.primary,
    earlierHelp: earlierHelp(of: context.caseID, among: context.links, in: context.help),
    under: policy.edition)
}
