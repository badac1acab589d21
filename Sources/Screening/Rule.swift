import Casework

/// A rule that a case alone can answer: one predicate over the worksheet and the policy.
///
/// The five types that conform differ in what they read; the title and the sentences are in the
/// catalogue, the citation in the policy.
protocol CaseRule {
  /// The rule's code in the contract.
  var code: RuleCode { get }

  /// How the rule ends for a household.
  func verdict(on household: NormalizedHousehold, under policy: PolicyEdition) -> Verdict
}

/// How a rule ended and why, before the policy's mode and citation are added.
struct Verdict {
  var outcome: RuleOutcome
  var reason: DecisionReason
  var arguments: [String] = []
  var values: [ComparedValue] = []
  var parameters: [ParameterReading] = []

  init(
    _ outcome: RuleOutcome, _ reason: DecisionReason, _ arguments: [String] = [],
    values: [ComparedValue] = [], parameters: [ParameterReading] = []
  ) {
    self.outcome = outcome
    self.reason = reason
    self.arguments = arguments
    self.values = values
    self.parameters = parameters
  }
}

extension CaseRule {
  /// The decision with the policy's mode and citation; nothing where the policy switches it off.
  func decision(on household: NormalizedHousehold, under policy: PolicyEdition) -> Decision? {
    policy.decision(code, verdict(on: household, under: policy))
  }
}

extension PolicyEdition {
  /// A verdict as a decision under this policy; nil where the rule is off.
  func decision(_ code: RuleCode, _ verdict: Verdict) -> Decision? {
    let mode = modes[code] ?? .on
    guard mode != .off else { return nil }
    return Decision(
      code, mode: mode, verdict.outcome, because: verdict.reason, verdict.arguments,
      values: verdict.values, parameters: verdict.parameters, citation: citations[code] ?? "")
  }
}

extension FormRecord {
  /// A field as a compared value: its words and its cell.
  func compared(_ field: Field) -> ComparedValue {
    let shown =
      switch self[field] {
      case .blank, .damaged: ""
      case .stated(.flag(let flag)): flag ? "是" : "否"
      case .stated(.choice(let choice)): choice
      case .stated(.date(let date)): date.description
      case .stated(.count(let count)): "\(count)"
      default: ""
      }
    return ComparedValue(shown, field: field, at: cell(of: field))
  }
}
