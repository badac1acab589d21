public import Casework

extension CaseFacts {
  /// Decides every rule that the case alone can answer, in the order of the contract.
  ///
  /// Nothing is allocated; a rule that the policy switches off is left out.
  public func decideAlone(under rules: RuleParameters, _ note: (Decision) -> Void) {
    rules.note(.affiliation, affiliation, note)
    rules.note(.survivorKin, survivorKin(under: rules), note)
    rules.note(.exhaustion, exhaustion, note)
    rules.note(.incomeTest, incomeTest, note)
    rules.note(.conductMeetings, conduct(.meetings, under: rules), note)
    rules.note(.conductDues, conduct(.dues, under: rules), note)
    rules.note(.conductAssignments, conduct(.assignments, under: rules), note)
    rules.note(.conductBehaviour, conduct(.behaviour, under: rules), note)
    rules.note(.conductDuties, conduct(.duties, under: rules), note)
    rules.note(.conductUninsured, conduct(.uninsured, under: rules), note)
    rules.note(.cause, cause(under: rules), note)
    rules.note(.procedure, procedure(under: rules), note)
    rules.note(.evidence, evidence, note)
  }

  /// Decides FREQUENCY and UNIQUE, which need the whole round.
  public func decideInRound(
    _ round: RoundFacts, under rules: RuleParameters, _ note: (Decision) -> Void
  ) {
    rules.note(.frequency, frequency(in: round, under: rules), note)
    rules.note(.unique, unique(in: round), note)
  }
}

extension RuleParameters {
  fileprivate func note(_ rule: RuleCode, _ ending: Ending, _ note: (Decision) -> Void) {
    let mode = mode(of: rule)
    guard mode != .off else { return }
    note(
      Decision(
        rule, mode: mode, ending.outcome, because: ending.reason, comparing: ending.compared))
  }
}

/// Combines decisions: eligible where all pass, ineligible where one fails for certain, else
/// undetermined; a rule that only warns decides nothing.
public struct OutcomeTally: Sendable {
  private var hasFailure = false
  private var hasUnknown = false

  /// Makes a tally of no decision.
  public init() {}

  /// Counts a decision.
  public mutating func add(_ decision: Decision) {
    guard decision.mode == .on else { return }
    if decision.outcome == .fail { hasFailure = true }
    if decision.outcome == .unknown { hasUnknown = true }
  }

  /// How a case with these decisions ends, unless it is merged.
  public var outcome: CaseOutcome {
    hasFailure ? .ineligible : hasUnknown ? .undetermined : .eligible
  }
}
