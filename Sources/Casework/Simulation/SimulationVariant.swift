/// One way a simulation screens the cases: as the policy is, as a reform would have it, or with one
/// thing of the policy moved.
public struct SimulationVariant: Hashable, Codable, Sendable {
  /// What is moved.
  public let kind: Kind

  /// Makes a variant.
  public init(_ kind: Kind) { self.kind = kind }

  /// What a variant moves.
  public enum Kind: Hashable, Codable, Sendable {
    /// Nothing.
    case base
    /// Whatever the overlay file changes.
    case reform
    /// The line, by so many percent.
    case line(percent: Int)
    /// Whether an income equal to the line meets the test.
    case comparator(includesEquality: Bool)
    /// The income window, in months.
    case window(months: Int)
    /// No rigid expenditure is deducted.
    case withoutDeductions
  }

  /// Its name in tables, such as `line+3`.
  public var id: String {
    switch kind {
    case .base: "base"
    case .reform: "reform"
    case .line(let percent): "line\(percent < 0 ? "-" : "+")\(abs(percent))"
    case .comparator(let includesEquality): "comparator\(includesEquality ? "<=" : "<")"
    case .window(let months): "window-\(months)"
    case .withoutDeductions: "without-deductions"
    }
  }
}

/// What a case comes to under one variant, in figures only.
public struct SimulatedFigures: Hashable, Sendable {
  /// How it ends.
  public let outcome: CaseOutcome
  /// The hardship type, where it can be told.
  public let hardshipType: HardshipType?
  /// The household's shortfall in fen a year, for an eligible case with a line.
  public let shortfall: MoneyInterval?
  /// What is suggested for an eligible case, where the policy names measures.
  public let help: SuggestedHelp?

  /// Makes figures.
  public init(
    outcome: CaseOutcome, hardshipType: HardshipType?, shortfall: MoneyInterval?,
    help: SuggestedHelp?
  ) {
    self.outcome = outcome
    self.hardshipType = hardshipType
    self.shortfall = shortfall
    self.help = help
  }
}

/// Which way a case's outcome moved between two variants.
public enum SimulatedMove: String, Codable, Sendable, CaseIterable {
  /// It was ineligible and becomes eligible.
  case enters
  /// It was eligible and becomes ineligible.
  case leaves
  /// It was decided and becomes undetermined.
  case opens
  /// It was undetermined and becomes eligible.
  case settlesEligible
  /// It was undetermined and becomes ineligible.
  case settlesIneligible

  /// The move from one outcome to another; nil where nothing moved.
  ///
  /// A merged case never does: it is counted with its primary.
  public init?(from before: CaseOutcome, to after: CaseOutcome) {
    switch (before, after) {
    case (.ineligible, .eligible): self = .enters
    case (.eligible, .ineligible): self = .leaves
    case (.eligible, .undetermined), (.ineligible, .undetermined): self = .opens
    case (.undetermined, .eligible): self = .settlesEligible
    case (.undetermined, .ineligible): self = .settlesIneligible
    default: return nil
    }
  }
}
