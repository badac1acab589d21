/// A case screened by every rule that the case alone can answer.
///
/// A class without anything that changes, for the reason of ``NormalizedHousehold``.
public final class Assessment: Sendable {
  /// The worksheet the rules read.
  public let household: NormalizedHousehold
  /// One decision per rule, in the order of the contract.
  public let decisions: [Decision]
  /// The line the income test used.
  public let threshold: Threshold?
  /// The hardship type, where it can be told.
  public let hardshipType: HardshipType?
  /// What was found while the rules were applied.
  public let findings: [Finding]

  /// Makes an assessment.
  public init(
    household: NormalizedHousehold, decisions: [Decision], threshold: Threshold?,
    hardshipType: HardshipType?, findings: [Finding]
  ) {
    self.household = household
    self.decisions = decisions
    self.threshold = threshold
    self.hardshipType = hardshipType
    self.findings = findings
  }
}

/// The line a household's per-capita actual disposable income is held against.
public struct Threshold: Hashable, Codable, Sendable {
  /// The line in fen per person and month.
  public let monthly: Money
  /// Whether an income equal to the line meets the test (`<=`), or not (`<`).
  public let includesEquality: Bool
  /// The first day the rate is in force.
  public let effectiveFrom: CalendarDate
  /// The document that sets it.
  public let source: String

  /// Makes a line.
  public init(
    monthly: Money, includesEquality: Bool, effectiveFrom: CalendarDate, source: String
  ) {
    self.monthly = monthly
    self.includesEquality = includesEquality
    self.effectiveFrom = effectiveFrom
    self.source = source
  }

  /// The comparator in writing.
  public var comparator: String { includesEquality ? "<=" : "<" }
}

/// What stands between a case and another of the round or an earlier one.
public struct DuplicateLink: Hashable, Codable, Sendable {
  /// The pair's stable identifier.
  public let pairID: String
  /// What kind of duplicate it may be.
  public let kind: DuplicateKind
  /// The two cases, the lower identifier first.
  public let caseA: String
  /// The other case.
  public let caseB: String
  /// The round of each case.
  public let roundA: String
  /// The round of the other case.
  public let roundB: String
  /// The unit's name of each case.
  public let unitA: String
  /// The unit's name of the other case.
  public let unitB: String
  /// The role of the person in each case: `applicant`, or `member-2` for the second listed member.
  public let personA: String
  /// The role of the person in the other case.
  public let personB: String
  /// Why the two look alike.
  public let reasons: [DuplicateReason]
  /// What people decided about the pair.
  public var verdict: DuplicateVerdict?

  /// Makes a link.
  public init(
    pairID: String, kind: DuplicateKind, caseA: String, caseB: String, roundA: String,
    roundB: String, unitA: String, unitB: String, personA: String, personB: String,
    reasons: [DuplicateReason], verdict: DuplicateVerdict? = nil
  ) {
    self.pairID = pairID
    self.kind = kind
    self.caseA = caseA
    self.caseB = caseB
    self.roundA = roundA
    self.roundB = roundB
    self.unitA = unitA
    self.unitB = unitB
    self.personA = personA
    self.personB = personB
    self.reasons = reasons
    self.verdict = verdict
  }
}

/// The kinds of duplicates (contract §4).
public enum DuplicateKind: String, Codable, Sendable, CaseIterable {
  case sameApplication, sameApplicantOtherUnit, sharedHousehold, sameDeceased, renewal, tooSoon
  case sharedContact

  /// Whether a pair of this kind blocks approval until people decide about it.
  public var blocksApproval: Bool {
    switch self {
    case .sameApplication, .sameApplicantOtherUnit, .sharedHousehold, .tooSoon: true
    case .sameDeceased, .renewal, .sharedContact: false
    }
  }
}

/// Why two records look alike.
public enum DuplicateReason: String, Codable, Sendable, CaseIterable {
  case sameIdentityNumber, sameSurvivingDigits, sameNameAndBirthDate, sameDeceasedNumber
  case sameDeceasedNameAndUnit, samePhone, sameAccount
}

/// What people decided about a pair.
public enum DuplicateVerdict: String, Codable, Sendable, CaseIterable {
  case same = "同一"
  case different = "不同"
}

/// A case after all rules: its decisions, its duplicates, its outcome.
///
/// A class without anything that changes, for the reason of ``NormalizedHousehold``.
public final class ScreeningResult: Sendable {
  /// The case before the whole round was known.
  public let assessment: Assessment
  /// One decision per rule, `UNIQUE` and `FREQUENCY` included, in the order of the contract.
  public let decisions: [Decision]
  /// The pairs the case is part of.
  public let duplicates: [DuplicateLink]
  /// The cluster of duplicates the case belongs to; empty where it stands alone.
  public let clusterID: String
  /// How the case ends.
  public let outcome: CaseOutcome
  /// What was found while the case was concluded.
  public let findings: [Finding]
  /// The case that a confirmed duplicate is counted with; nil where none is confirmed.
  public let primary: String?
  /// The earlier help that decided `FREQUENCY`, where the registry's knowledge did.
  public let decidingHelp: EarlierHelp?
  /// The decisions in full; nil but where the case is shown.
  public let explanation: CaseExplanation?
  /// What the rules of measures suggest, in brief; nil for cases that are not eligible.
  public let suggestedHelp: SuggestedHelp?

  /// Makes a result.
  public init(
    assessment: Assessment, decisions: [Decision], duplicates: [DuplicateLink],
    clusterID: String, outcome: CaseOutcome, findings: [Finding], primary: String? = nil,
    decidingHelp: EarlierHelp? = nil, suggestedHelp: SuggestedHelp? = nil,
    explanation: CaseExplanation? = nil
  ) {
    self.assessment = assessment
    self.decisions = decisions
    self.duplicates = duplicates
    self.clusterID = clusterID
    self.outcome = outcome
    self.findings = findings
    self.primary = primary
    self.decidingHelp = decidingHelp
    self.explanation = explanation
    self.suggestedHelp = suggestedHelp
  }
}

extension ScreeningResult {
  /// The same result with the whole worksheet in place of one without lines, and its decisions in
  /// full.
  public func showing(
    _ household: NormalizedHousehold, explained explanation: CaseExplanation? = nil
  ) -> ScreeningResult {
    ScreeningResult(
      assessment: Assessment(
        household: household, decisions: assessment.decisions, threshold: assessment.threshold,
        hardshipType: assessment.hardshipType, findings: assessment.findings),
      decisions: decisions, duplicates: duplicates, clusterID: clusterID, outcome: outcome,
      findings: findings, primary: primary, decidingHelp: decidingHelp,
      suggestedHelp: suggestedHelp, explanation: explanation)
  }

  /// The household's worksheet.
  public var household: NormalizedHousehold { assessment.household }

  /// The filing.
  public var application: Application { assessment.household.application }

  /// The case's stable identifier.
  public var caseID: String { application.caseID }

  /// The rules that failed and decide.
  public var failedRules: [RuleCode] { rules(ending: .fail) }

  /// The rules that could not be decided and decide.
  public var unknownRules: [RuleCode] { rules(ending: .unknown) }

  /// How far the per-capita income lies below the line, in fen per month; nil where it does not or
  /// the income is not exactly known.
  public var shortfall: Money? {
    guard let threshold = assessment.threshold, let income = household.perCapitaActual.exact,
      income < threshold.monthly
    else { return nil }
    return threshold.monthly - income
  }

  /// Every finding about the case, from its cells to its conclusion.
  public var allFindings: [Finding] {
    application.allFindings + household.findings + assessment.findings + findings
  }

  private func rules(ending outcome: RuleOutcome) -> [RuleCode] {
    // By place, so that the texts of the decisions that do not count are not copied.
    decisions.indices.filter { decisions[$0].mode == .on && decisions[$0].outcome == outcome }
      .map { decisions[$0].rule }
  }
}
