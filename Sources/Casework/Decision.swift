/// The rules of the programme (contract §3).
public enum RuleCode: String, Codable, Sendable, CaseIterable {
  case affiliation = "AFFILIATION"
  case survivorKin = "SURVIVOR_KIN"
  case exhaustion = "EXHAUSTION"
  case incomeTest = "INCOME_TEST"
  case conductMeetings = "CONDUCT_MEETINGS"
  case conductDues = "CONDUCT_DUES"
  case conductAssignments = "CONDUCT_ASSIGNMENTS"
  case conductBehaviour = "CONDUCT_BEHAVIOUR"
  case conductDuties = "CONDUCT_DUTIES"
  case conductUninsured = "CONDUCT_UNINSURED"
  case cause = "CAUSE"
  case procedure = "PROCEDURE"
  case evidence = "EVIDENCE"
  case frequency = "FREQUENCY"
  case unique = "UNIQUE"
}

/// How a rule ends.
public enum RuleOutcome: String, Codable, Sendable, CaseIterable {
  case pass, fail, unknown, notApplicable
}

/// Whether a rule decides, only warns, or is off.
public enum RuleMode: String, Codable, Sendable, CaseIterable {
  case on, warn, off
}

/// How one rule decided one case, in 32 bytes: a round of a million holds fifteen million of them.
///
/// Sentences, cells and names of parameters are made from it where they are shown, as an
/// ``ExplainedDecision``.
public struct Decision: Hashable, Codable, Sendable {
  // In this order a decision takes 32 bytes, in the other 40.
  /// What the rule compared.
  public let compared: ComparedFacts
  /// The rule.
  public let rule: RuleCode
  /// Whether the rule decides or only warns.
  public let mode: RuleMode
  /// How it ended.
  public let outcome: RuleOutcome
  /// Why; chooses the sentence of the dossier.
  public let reason: DecisionReason

  /// Makes a decision.
  public init(
    _ rule: RuleCode, mode: RuleMode = .on, _ outcome: RuleOutcome, because reason: DecisionReason,
    comparing compared: ComparedFacts = .nothing
  ) {
    self.compared = compared
    self.rule = rule
    self.mode = mode
    self.outcome = outcome
    self.reason = reason
  }
}

/// Why a rule ended as it did; each has one sentence in the catalogue.
public enum DecisionReason: String, Codable, Sendable, CaseIterable {
  case affiliated, notAffiliated, affiliationUnknown, categoryUnknown
  case deceasedAffiliated, deceasedNotAffiliated, deceasedAffiliationUnknown
  case notSurvivor, kin, kinMinor, notKin, childOfAge, kinUnknown, childAgeUnknown
  case aidExhausted, universalBenefitsUnused, otherAidUnused, exhaustionUnknown
  case belowLine, aboveLine, lineUndecided, dateOutsidePolicy
  case noConductGround, conductGround, conductUnknown, conductNotForSurvivors, conductNotForCategory
  case causeStated, causeNotAccepted, causeUnknown
  case procedureComplete, procedureCompleteUnsealed, procedureIncomplete
  case evidenceComplete, evidenceMissing
  case notHelpedWithinInterval, helpedWithinInterval, helpDateUnknown, noEarlierHelpStated
  case noDuplicate, unconfirmedDuplicate, primaryOfDuplicate, mergedDuplicate, identityUnknown
  case duplicatesRejected, helpedByRegistry, helpUnconfirmed, noEarlierHelpRecorded
}

/// How a case ends (contract §3).
public enum CaseOutcome: String, Codable, Sendable, CaseIterable {
  case eligible, ineligible, undetermined, merged
}
