/// A decision with everything a reader needs: what fills its sentence, the cells, the parameters.
///
/// Made where a decision is shown, never for a whole round.
public struct ExplainedDecision: Hashable, Codable, Sendable {
  /// The decision.
  public let decision: Decision
  /// What fills the sentence's gaps, in order.
  public let arguments: [String]
  /// The values it compared.
  public let values: [ComparedValue]
  /// The parameters it read.
  public let parameters: [ParameterReading]
  /// The source of the rule: document and article.
  public let citation: String
  /// Of an undecided rule, the items that would decide it, the most decisive first.
  public var deciding: [DecidingItem]

  /// Makes an explanation.
  public init(
    _ decision: Decision, _ arguments: [String] = [], values: [ComparedValue] = [],
    parameters: [ParameterReading] = [], citation: String = "", deciding: [DecidingItem] = []
  ) {
    self.decision = decision
    self.arguments = arguments
    self.values = values
    self.parameters = parameters
    self.citation = citation
    self.deciding = deciding
  }

  /// The rule.
  public var rule: RuleCode { decision.rule }

  /// How it ended.
  public var outcome: RuleOutcome { decision.outcome }

  /// Why.
  public var reason: DecisionReason { decision.reason }
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
