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
  let editions = try policy.editions(for: context, asOf: asOf)
  let household =
    context.reading.flatMap {
      knownHousehold(of: context.application, reading: $0, under: editions.income, asOf: asOf)
    } ?? normalizedHousehold(of: context.application, under: editions.income, asOf: asOf)
  return try screened(household, in: context, under: editions.rules, asOf: asOf)
}

/// The same with the tree of the worksheet and the decisions in full: for showing one case.
func explainedResult(
  _ context: CaseContext, under policy: PolicyFile, asOf: CalendarDate
) throws(PolicyGap) -> ScreeningResult {
  let editions = try policy.editions(for: context, asOf: asOf)
  let household = explainedHousehold(of: context.application, under: editions.income, asOf: asOf)
  let result = try screened(household, in: context, under: editions.rules, asOf: asOf)
  let explanation = CaseExplanation(
    decisions: explainedDecisions(of: result, under: editions.rules))
  return result.showing(result.household, explained: explanation)
}

extension PolicyFile {
  /// What a stored case is screened by: its figures are those of the filing, so its worksheet follows
  /// the edition of the day of application; where another day's line counts, that day's rules do.
  func editions(
    for context: CaseContext, asOf: CalendarDate
  ) throws(PolicyGap) -> (income: IncomeRules, rules: PolicyEdition) {
    let filed = try edition(for: context.application, asOf: asOf)
    guard let day = context.lineDay else { return (filed.income, filed.edition) }
    return (filed.income, try edition(on: day).edition)
  }
}

private func screened(
  _ household: NormalizedHousehold, in context: CaseContext, under rules: PolicyEdition,
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
      of: household, under: rules, asOf: asOf, lineDay: context.lineDay),
    duplicates: context.links, clusterID: "", primary: context.primary,
    earlierHelp: earlierHelp(of: context.caseID, among: context.links, in: context.help),
    under: rules)
}
