public import Casework

/// What the policy says about the money there is for a round.
public struct BudgetRules: Hashable, Codable, Sendable {
  /// All the money.
  public var amount: Money
  /// How it is shared out where it does not last for all that is suggested.
  public var method: Method
  /// What everyone gets first under `minimumThenProportional`, up to what is suggested.
  public var minimum: Money
  /// The words of the decision it rests on.
  public var citation: String

  /// Makes rules from a policy file's values.
  public init(amount: Money, method: Method, minimum: Money = .zero, citation: String = "") {
    self.amount = amount
    self.method = method
    self.minimum = minimum
    self.citation = citation
  }

  /// How a budget is shared out.
  public enum Method: String, Codable, Sendable, CaseIterable {
    /// In full by the largest shortfall per person, the last with what is left.
    case largestShortfallFirst
    /// To all in proportion to what is suggested.
    case proportional
    /// The minimum to all, the rest in proportion to what is then left.
    case minimumThenProportional
  }
}
