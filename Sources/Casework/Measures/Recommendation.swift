/// What the rules of measures suggest for a case, with every reason: what a dossier shows.
///
/// Always a suggestion; the steering group decides and its decision is imported later.
public struct Recommendation: Hashable, Codable, Sendable {
  /// Whether it only holds if the case turns out eligible: something is not decided yet.
  public let isConditional: Bool
  /// The ways to help that are possible: one where that is decided.
  public let options: [HelpOption]
  /// Why these, step by step.
  public let steps: [MeasureStep]
  /// The five conditions of start-up support, where they were looked at.
  public let conditions: [StartUpCondition]

  /// Makes a recommendation.
  public init(
    isConditional: Bool, options: [HelpOption], steps: [MeasureStep],
    conditions: [StartUpCondition]
  ) {
    self.isConditional = isConditional
    self.options = options
    self.steps = steps
    self.conditions = conditions
  }
}

/// One way to help a household, with the amount it leads to.
public struct HelpOption: Hashable, Codable, Sendable {
  /// The measure; nil: visits and services only.
  public let measure: AssistanceMeasure?
  /// The amount over all months in fen; nil where none is suggested or something is missing.
  public let amount: MoneyInterval?
  /// Over how many months; nil: at once, or by the loan's years.
  public let months: Int?
  /// What is paid at once of a combined grant; the rest is spread over the months.
  public let atOnce: MoneyInterval?
  /// On what terms interest is paid, for start-up support whose loan is fully stated.
  public let interest: InterestTerms?
  /// How the amount was worked out.
  public let steps: [MeasureStep]

  /// Makes an option.
  public init(
    _ measure: AssistanceMeasure?, amount: MoneyInterval?, months: Int? = nil,
    atOnce: MoneyInterval? = nil, interest: InterestTerms? = nil, steps: [MeasureStep]
  ) {
    self.measure = measure
    self.amount = amount
    self.months = months
    self.atOnce = atOnce
    self.interest = interest
    self.steps = steps
  }
}

/// One thing that led to a suggestion, in a sentence of the catalogue, with its source.
public struct MeasureStep: Hashable, Codable, Sendable {
  /// Which sentence.
  public let reason: MeasureReason
  /// What fills its gaps, in order: figures in yuan, fields and measures by their identifiers.
  public let arguments: [String]
  /// The words of the regulation it rests on; empty where the policy names none.
  public let citation: String

  /// Makes a step.
  public init(_ reason: MeasureReason, _ arguments: [String] = [], citation: String = "") {
    self.reason = reason
    self.arguments = arguments
    self.citation = citation
  }
}

/// Why a measure or an amount is suggested; each has one sentence in the catalogue.
public enum MeasureReason: String, Codable, Sendable, CaseIterable {
  case startUpChosen, startUpOpen, recurrentChosen
  case expenditureChosen, expenditureOpen, typeOpen, noMeasureListed
  case amountOfShortfall, amountRounded, amountRaised, amountLimited, atOncePart
  case noShortfall, leastAtLine, gapUnknown
  case interestComputed, interestLimited, interestYearsLimited, interestRateLimited
  case interestPrincipalLimited, interestOpen
}

/// One of the five conditions of start-up support (domain.md 1.6, item 31).
public struct StartUpCondition: Hashable, Codable, Sendable {
  /// Which condition.
  public let kind: Kind
  /// Whether it holds; nil where that is not known.
  public let holds: Bool?
  /// What was read, and where it stands.
  public let values: [ComparedValue]

  /// The five conditions.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// 配偶或子女无固定职业.
    case relativeWithoutJob
    /// 有创业意愿.
    case wish
    /// 已选定有前景的创业项目.
    case project
    /// 能够承担大部分投资但投资不足.
    case ownShare
    /// 党员家庭自行寻找担保.
    case guarantor
  }

  /// Makes a condition's reading.
  public init(_ kind: Kind, holds: Bool?, values: [ComparedValue] = []) {
    self.kind = kind
    self.holds = holds
    self.values = values
  }
}
