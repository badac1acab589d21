/// What the rules of measures suggest for a case, in brief: what tables and sums are made from.
///
/// Always a suggestion; the steering group decides. The reasons are in ``Recommendation``.
public struct SuggestedHelp: Hashable, Codable, Sendable {
  /// The measures it can be: one where that is decided.
  public let measures: [AssistanceMeasure]
  /// Whether visits and services are suggested and no money: there is no shortfall to make up.
  public let isService: Bool
  /// The amount over all months in fen, as far as it is known; nil where none is suggested or no
  /// bounds can be given.
  public let amount: MoneyInterval?

  /// Makes a suggestion.
  public init(measures: [AssistanceMeasure], isService: Bool = false, amount: MoneyInterval?) {
    self.measures = measures
    self.isService = isService
    self.amount = amount
  }

  /// The measure, where one is decided.
  public var measure: AssistanceMeasure? { measures.count == 1 ? measures.first : nil }

  /// The amount, where measure and amount are both certain.
  public var certainAmount: Money? { measure == nil ? nil : amount?.exact }
}
