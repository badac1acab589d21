/// Counts and sums over cases under one variant; tallies of parts add up to that of the whole.
public struct SimulationTally: Hashable, Sendable {
  /// Cases by outcome.
  public private(set) var outcomes: [CaseOutcome: Int] = [:]
  /// Cases that moved against the base.
  public private(set) var moves: [SimulatedMove: Int] = [:]
  /// The shortfall of all eligible cases in fen a year, as far as it is known.
  public private(set) var shortfall = MoneyInterval.zero
  /// What is suggested in all where the amount is certain, in fen.
  public private(set) var suggested = Money.zero
  /// Cases whose suggested amount is certain.
  public private(set) var suggestedCases = 0
  /// Eligible cases whose measure or amount is open; they are not in the sum.
  public private(set) var openCases = 0
  /// Eligible cases for which services are suggested and no money.
  public private(set) var serviceCases = 0

  /// Makes an empty tally.
  public init() {}

  /// Counts a case, with how it ended under the base.
  public mutating func count(_ figures: SimulatedFigures, from before: CaseOutcome) {
    outcomes[figures.outcome, default: 0] += 1
    if let move = SimulatedMove(from: before, to: figures.outcome) {
      moves[move, default: 0] += 1
    }
    guard figures.outcome == .eligible else { return }
    if let gap = figures.shortfall { shortfall = shortfall + gap }
    guard let help = figures.help else { return }
    if let amount = help.certainAmount {
      suggested = suggested + amount
      suggestedCases += 1
    } else if help.isService {
      serviceCases += 1
    } else {
      openCases += 1
    }
  }

  /// Both tallies together; the order does not matter.
  public func merged(with other: SimulationTally) -> SimulationTally {
    var sum = self
    sum.outcomes.merge(other.outcomes, uniquingKeysWith: +)
    sum.moves.merge(other.moves, uniquingKeysWith: +)
    sum.shortfall = shortfall + other.shortfall
    sum.suggested = suggested + other.suggested
    sum.suggestedCases += other.suggestedCases
    sum.openCases += other.openCases
    sum.serviceCases += other.serviceCases
    return sum
  }
}

/// What a group of cases is told apart by in a simulation.
public enum SimulationDimension: String, Codable, Sendable, CaseIterable {
  case unit, category
  case hardshipType = "hardship_type"
}

/// One group of cases of a simulation.
public struct SimulationGroup: Hashable, Sendable {
  /// What it is told apart by.
  public let dimension: SimulationDimension
  /// Its value: a unit's code, a category, a hardship type, or `not_stated`.
  public let value: String

  /// Makes a group.
  public init(_ dimension: SimulationDimension, _ value: String) {
    self.dimension = dimension
    self.value = value.isEmpty ? "not_stated" : value
  }
}
