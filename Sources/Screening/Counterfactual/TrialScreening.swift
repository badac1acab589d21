public import Casework

/// Screens a changed filing as the case itself was screened: worksheet, rules and conclusion.
///
/// Screening does not know how a worksheet is made; whoever asks for turning points passes it in.
public struct TrialScreening: Sendable {
  /// The types of expenditure that are deducted.
  public let deductibleTypes: [String]
  /// The most that a single unknown cost can be, in fen.
  public let greatestCost: Money
  /// The most persons a household is taken to have.
  public let largestHousehold: Int
  /// What cells of members and items can be found to say, by field.
  public let choices: [Field: [String]]
  /// What a changed filing comes to; nil where no line is in force for it.
  public let screened: @Sendable (Application) -> ScreeningResult?

  /// Makes a trial.
  public init(
    deductibleTypes: [String], greatestCost: Money, largestHousehold: Int,
    choices: [Field: [String]] = [:],
    screened: @escaping @Sendable (Application) -> ScreeningResult?
  ) {
    self.deductibleTypes = deductibleTypes
    self.greatestCost = greatestCost
    self.largestHousehold = largestHousehold
    self.choices = choices
    self.screened = screened
  }
}

/// One change to try: what people would verify, and the filing as it would stand then.
struct Probe {
  let field: Field?
  var item = ""
  let location: SourceLocation?
  let change: VerifiableChange
  let filing: Application
  /// How much of what the item can be decides the rule, in thousandths: for the order.
  var decisiveness = 500
}

/// A probe that turned its rule.
struct TurnedRule {
  let probe: Probe
  let rule: RuleCode
  /// How the rule ends then.
  let outcome: RuleOutcome
  /// How the case ends then.
  let caseOutcome: CaseOutcome
}

extension RuleOutcome {
  /// Whether the rule stands in nobody's way.
  var isPassed: Bool { self == .pass || self == .notApplicable }
}

/// The greatest of a range of amounts for which something holds that holds for all lower ones.
///
/// The guess, which is right but where caps or several readings bend the relation, is tried first.
func greatest(
  in range: ClosedRange<Int64>, guess: Int64, where holds: (Int64) -> Bool
) -> Int64? {
  guard holds(range.lowerBound) else { return nil }
  let guess = min(max(guess, range.lowerBound), range.upperBound)
  if holds(guess), guess == range.upperBound || !holds(guess + 1) { return guess }
  if holds(range.upperBound) { return range.upperBound }
  var (low, high) = (range.lowerBound, range.upperBound)
  while high - low > 1 {
    let middle = low + (high - low) / 2
    if holds(middle) { low = middle } else { high = middle }
  }
  return low
}

/// The least of a range of amounts for which something holds that holds for all greater ones.
func least(
  in range: ClosedRange<Int64>, guess: Int64, where holds: (Int64) -> Bool
) -> Int64? {
  greatest(in: -range.upperBound ... -range.lowerBound, guess: -guess) { holds(-$0) }.map { -$0 }
}
