public import Casework

/// What a screening came to, as the registry keeps it: the outcome, how each rule ended, and the
/// compact figures of the worksheet in fen of the window.
public struct ScreeningFigures: Hashable, Sendable {
  /// How the case ended.
  public let outcome: CaseOutcome
  /// The rules with how each ended, such as `AFFILIATION=pass;INCOME_TEST=fail`.
  public let decisions: String
  /// D.
  public let disposable: MoneyInterval
  /// S.
  public let support: MoneyInterval
  /// R.
  public let expenditure: MoneyInterval
  /// n.
  public let size: ClosedRange<Int>
  /// (D + S − R) ÷ 12 ÷ n, in fen per month as shown.
  public let perCapita: MoneyInterval
  /// The line used, in fen per month; nil where none could be.
  public let threshold: Money?
  /// The hardship type, where it can be told.
  public let hardshipType: HardshipType?
  /// In how many ways the household can be read; where there is one, the figures are it.
  public let readingCount: Int

  /// Takes the figures of a screening.
  public init(of result: ScreeningResult) {
    let household = result.household
    outcome = result.outcome
    decisions = result.decisions.map { "\($0.rule.rawValue)=\($0.outcome.rawValue)" }
      .joined(separator: ";")
    disposable = household.disposable
    support = household.support
    expenditure = household.expenditure
    size = household.size
    perCapita = household.perCapitaActual
    threshold = result.assessment.threshold?.monthly
    hardshipType = result.assessment.hardshipType
    readingCount = household.readings.count
  }

  init(
    outcome: CaseOutcome, decisions: String, disposable: MoneyInterval, support: MoneyInterval,
    expenditure: MoneyInterval, size: ClosedRange<Int>, perCapita: MoneyInterval,
    threshold: Money?, hardshipType: HardshipType?, readingCount: Int
  ) {
    self.outcome = outcome
    self.decisions = decisions
    self.disposable = disposable
    self.support = support
    self.expenditure = expenditure
    self.size = size
    self.perCapita = perCapita
    self.threshold = threshold
    self.hardshipType = hardshipType
    self.readingCount = readingCount
  }

  /// The household's one reading; nil where there are several.
  var reading: HouseholdReading? {
    readingCount == 1
      ? HouseholdReading(
        disposable: disposable, support: support, expenditure: expenditure, size: size) : nil
  }

  /// The rules that ended in a way.
  public func rules(ending outcome: RuleOutcome) -> [RuleCode] {
    Self.rules(in: decisions, ending: outcome)
  }

  /// The rules that ended in a way, in a text of decisions.
  public static func rules(in decisions: String, ending outcome: RuleOutcome) -> [RuleCode] {
    decisions.split(separator: ";").compactMap { decision in
      let parts = decision.split(separator: "=")
      return parts.count == 2 && parts[1] == outcome.rawValue
        ? RuleCode(rawValue: String(parts[0])) : nil
    }
  }
}

/// Whether a screening rests on what the unit declared or on what the office verified.
public enum ScreeningBasis: String, Codable, Sendable, CaseIterable {
  case declared, verified
}
