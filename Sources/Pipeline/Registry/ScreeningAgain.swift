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
  try concluded(
    try household(of: context, under: policy, asOf: asOf), context, under: policy, asOf: asOf)
}

/// The same with the tree of the worksheet and the decisions in full: for showing one case.
func explainedResult(
  _ context: CaseContext, under policy: PolicyFile, asOf: CalendarDate
) throws(PolicyGap) -> ScreeningResult {
  let inForce = try policy.edition(for: context.application, asOf: asOf)
  let household = explainedHousehold(of: context.application, under: inForce.income, asOf: asOf)
  let result = try concluded(household.standing(as: context), context, under: policy, asOf: asOf)
  let rules = try policy.rules(for: context, asOf: asOf).edition
  var explanation = caseExplanation(
    of: result, under: rules,
    trying: inForce.trial { (filing) throws(PolicyGap) in
      let income = try policy.edition(for: filing, asOf: asOf).income
      let changed = normalizedHousehold(of: filing, under: income, asOf: asOf)
      return try concluded(changed.standing(as: context), context, under: policy, asOf: asOf)
    })
  explanation.policyValues = policyValues(
    usedBy: result, rules: rules, figures: inForce.income.values)
  return result.showing(result.household, explained: explanation)
}

/// A stored case's household: its filing's figures, or those that the office verified.
func household(
  of context: CaseContext, under policy: PolicyFile, asOf: CalendarDate
) throws(PolicyGap) -> NormalizedHousehold {
  let income = try policy.edition(for: context.application, asOf: asOf).income
  let household =
    context.reading.flatMap {
      knownHousehold(of: context.application, reading: $0, under: income, asOf: asOf)
    } ?? normalizedHousehold(of: context.application, under: income, asOf: asOf)
  return household.standing(as: context)
}

/// A stored case's household screened by the rules of a policy.
func concluded(
  _ household: NormalizedHousehold, _ context: CaseContext, under policy: PolicyFile,
  asOf: CalendarDate
) throws(PolicyGap) -> ScreeningResult {
  // The figures are those of the filing; a case that is being helped is judged by today's rules.
  let rules = try policy.rules(for: context, asOf: asOf).edition
  return screeningResult(
    concluding: try assessment(
      of: household, under: rules, asOf: asOf, lineDay: context.lineDay),
    duplicates: context.links, clusterID: "", primary: context.primary,
    earlierHelp: earlierHelp(of: context.caseID, among: context.links, in: context.help),
    under: rules)
}

extension NormalizedHousehold {
  /// The household as a stored case has it: with what the office verified, counted from the day that
  /// stands in for the day of application.
  fileprivate func standing(as context: CaseContext) -> NormalizedHousehold {
    let stated =
      context.verification.map {
        verified(annualIncome: $0.annualIncome, expenditure: $0.expenditure)
      } ?? self
    return context.referenceDay.map(stated.counted) ?? stated
  }
}

extension PolicyFile {
  /// The edition whose rules a case is judged by: today's for one that is being helped, else that of
  /// its day of application, whose figures count in any case.
  func rules(
    for context: CaseContext, asOf: CalendarDate
  ) throws(PolicyGap) -> EditionInForce {
    guard let day = context.lineDay else {
      return try edition(for: context.application, asOf: asOf)
    }
    return try edition(on: day)
  }
}
