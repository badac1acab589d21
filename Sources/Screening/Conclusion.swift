public import Casework

/// Adds FREQUENCY and UNIQUE, which need the whole round, and combines all decisions.
///
/// A set stage's row part: everything the round knows about the case is passed in.
///
/// - Parameters:
///   - assessment: The case decided by its own rules.
///   - duplicates: The pairs the case is part of.
///   - clusterID: The cluster it belongs to; empty where it stands alone.
///   - primary: The case that a confirmed duplicate is counted with; nil where none is confirmed.
///   - findings: What the round found about the case.
///   - earlierHelp: What the registry knows of help in earlier rounds; nil where there is no registry
///     with an earlier round.
///   - policy: The parameters.
/// - Returns: The case with all its decisions and its outcome.
public func screeningResult(
  concluding assessment: Assessment, duplicates: [DuplicateLink], clusterID: String,
  primary: String?, findings: [Finding] = [], earlierHelp: [EarlierHelp]? = nil,
  under policy: PolicyEdition
) -> ScreeningResult {
  let household = assessment.household
  let rules = RuleParameters(policy)
  var round = RoundFacts(
    caseID: household.application.caseID, duplicates: duplicates, primary: primary)
  let deciding = earlierHelp.flatMap {
    DecidingHelp(
      among: $0, before: household.possibleReferenceDates, months: policy.frequencyMonths)
  }
  if earlierHelp != nil {
    round.help =
      deciding.map { $0.isCertain ? .certain($0.help.helpedOn) : .open($0.help.helpedOn) } ?? .none
  }
  var decisions = assessment.decisions
  CaseFacts(ofRound: household).decideInRound(round, under: rules) { decisions.append($0) }
  var tally = OutcomeTally()
  for decision in decisions { tally.add(decision) }
  let outcome = round.duplicate == .merged ? .merged : tally.outcome
  return ScreeningResult(
    assessment: assessment, decisions: decisions, duplicates: duplicates, clusterID: clusterID,
    outcome: outcome, findings: findings, primary: primary, decidingHelp: deciding?.help,
    suggestedHelp: policy.suggestedHelp(for: assessment, ending: outcome))
}
