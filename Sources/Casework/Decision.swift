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

/// A value a rule compared: a field as it stands in a cell, or a figure of the worksheet.
public struct ComparedValue: Hashable, Codable, Sendable {
  /// The field, where the value is a field's.
  public let field: Field?
  /// The value in words or figures; never a person's name or number.
  public let shown: String
  /// The cell it stands in.
  public let location: SourceLocation?

  /// Makes a compared value.
  public init(_ shown: String, field: Field? = nil, at location: SourceLocation? = nil) {
    self.shown = shown
    self.field = field
    self.location = location
  }
}

/// A parameter a rule read, with the date it is in force from and where it comes from.
public struct ParameterReading: Hashable, Codable, Sendable {
  /// The parameter's name in the policy.
  public let name: String
  /// Its value with its unit.
  public let value: String
  /// The first day the value is in force; nil where it is not dated.
  public let effectiveFrom: CalendarDate?
  /// The document the value comes from.
  public let source: String

  /// Makes a reading.
  public init(
    _ name: String, _ value: String, effectiveFrom: CalendarDate? = nil, source: String = ""
  ) {
    self.name = name
    self.value = value
    self.effectiveFrom = effectiveFrom
    self.source = source
  }
}

/// How one rule decided one case, with everything it compared.
public struct Decision: Hashable, Codable, Sendable {
  /// The rule.
  public let rule: RuleCode
  /// Whether the rule decides or only warns.
  public let mode: RuleMode
  /// How it ended.
  public let outcome: RuleOutcome
  /// Why; chooses the sentence of the dossier.
  public let reason: DecisionReason
  /// What fills the sentence's gaps, in order.
  public let arguments: [String]
  /// The values it compared.
  public let values: [ComparedValue]
  /// The parameters it read.
  public let parameters: [ParameterReading]
  /// The source of the rule: document and article.
  public let citation: String

  /// Makes a decision.
  public init(
    _ rule: RuleCode, mode: RuleMode = .on, _ outcome: RuleOutcome, because reason: DecisionReason,
    _ arguments: [String] = [], values: [ComparedValue] = [], parameters: [ParameterReading] = [],
    citation: String = ""
  ) {
    self.rule = rule
    self.mode = mode
    self.outcome = outcome
    self.reason = reason
    self.arguments = arguments
    self.values = values
    self.parameters = parameters
    self.citation = citation
  }
}

/// Why a rule ended as it did; each has one sentence in the catalogue.
public enum DecisionReason: String, Codable, Sendable, CaseIterable {
  case affiliated, notAffiliated, affiliationUnknown, categoryUnknown
  case deceasedAffiliated, deceasedNotAffiliated, deceasedAffiliationUnknown
  case notSurvivor, kin, kinMinor, notKin, childOfAge, kinUnknown, childAgeUnknown
  case aidExhausted, universalBenefitsUnused, otherAidUnused, exhaustionUnknown
  case belowLine, aboveLine, lineUndecided, dateOutsidePolicy
  case noConductGround, conductGround, conductUnknown, conductNotForSurvivors
  case causeStated, causeNotAccepted, causeUnknown
  case procedureComplete, procedureIncomplete
  case evidenceComplete, evidenceMissing
  case notHelpedWithinInterval, helpedWithinInterval, helpDateUnknown, noEarlierHelpStated
  case noDuplicate, unconfirmedDuplicate, primaryOfDuplicate, mergedDuplicate, identityUnknown
  case duplicatesRejected, helpedByRegistry, helpUnconfirmed, noEarlierHelpRecorded
}

/// How a case ends (contract §3).
public enum CaseOutcome: String, Codable, Sendable, CaseIterable {
  case eligible, ineligible, undetermined, merged
}
