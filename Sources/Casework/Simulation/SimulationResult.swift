/// A case with what it comes to under every variant of a simulation, the base first.
public struct SimulatedCase: Sendable {
  /// The case.
  public let caseID: String
  /// The unit's code.
  public let unitCode: String
  /// The unit's name.
  public let unit: String
  /// The category, where it is stated.
  public let category: ApplicantCategory?
  /// The figures, variant by variant.
  public let figures: [SimulatedFigures]

  /// Makes a simulated case.
  public init(
    caseID: String, unitCode: String, unit: String, category: ApplicantCategory?,
    figures: [SimulatedFigures]
  ) {
    self.caseID = caseID
    self.unitCode = unitCode
    self.unit = unit
    self.category = category
    self.figures = figures
  }
}

/// A case whose outcome moved under a variant.
public struct MovedCase: Hashable, Sendable {
  /// The variant, by its place.
  public let variant: Int
  /// The case.
  public let caseID: String
  /// The unit's code.
  public let unitCode: String
  /// The category in the forms' words; empty where it is not stated.
  public let category: String
  /// The hardship type under the variant, else under the base; empty where neither can be told.
  public let hardshipType: String
  /// How it ended under the base.
  public let from: CaseOutcome
  /// How it ends under the variant.
  public let to: CaseOutcome
  /// Which way it moved.
  public let move: SimulatedMove
  /// What was suggested for it under the base, where that was certain.
  public let amountBefore: Money?
  /// What is suggested for it under the variant, where that is certain.
  public let amountAfter: Money?
}

/// What a simulation found over all cases; results of parts add up to that of the whole.
public struct SimulationResult: Sendable {
  /// The variants, the base first and the reform second.
  public let variants: [SimulationVariant]
  /// The tally of each variant.
  public private(set) var tallies: [SimulationTally]
  /// Base and reform by group.
  public private(set) var groups: [SimulationGroup: [SimulationTally]] = [:]
  /// The units' names by code.
  public private(set) var units: [String: String] = [:]
  /// The cases that moved, in no certain order until ``sorted``.
  public private(set) var moved: [MovedCase] = []
  /// How many cases were screened.
  public private(set) var caseCount = 0

  /// The place of the reform among the variants.
  public static let reform = 1

  /// Makes an empty result.
  public init(_ variants: [SimulationVariant]) {
    self.variants = variants
    tallies = variants.map { _ in SimulationTally() }
  }

  /// Counts a case.
  public mutating func count(_ simulated: SimulatedCase) {
    guard let base = simulated.figures.first else { return }
    caseCount += 1
    if !simulated.unitCode.isEmpty { units[simulated.unitCode] = simulated.unit }
    for (place, figures) in simulated.figures.enumerated() {
      tallies[place].count(figures, from: base.outcome)
      if let move = SimulatedMove(from: base.outcome, to: figures.outcome) {
        moved.append(MovedCase(simulated, base, figures, move, variant: place))
      }
    }
    guard simulated.figures.count > Self.reform else { return }
    let reform = simulated.figures[Self.reform]
    let type = reform.hardshipType ?? base.hardshipType
    let groups = [
      SimulationGroup(.unit, simulated.unitCode),
      SimulationGroup(.category, simulated.category?.rawValue ?? ""),
      SimulationGroup(.hardshipType, type?.rawValue ?? ""),
    ]
    for group in groups {
      var pair = self.groups[group] ?? [SimulationTally(), SimulationTally()]
      pair[0].count(base, from: base.outcome)
      pair[1].count(reform, from: base.outcome)
      self.groups[group] = pair
    }
  }

  /// Both results together; the order matters only until ``sorted``.
  public func merged(with other: SimulationResult) -> SimulationResult {
    var sum = self
    sum.merge(other)
    return sum
  }

  /// Adds the result of other cases.
  public mutating func merge(_ other: SimulationResult) {
    caseCount += other.caseCount
    tallies = zip(tallies, other.tallies).map { $0.merged(with: $1) }
    groups.merge(other.groups) { one, two in zip(one, two).map { $0.merged(with: $1) } }
    units.merge(other.units) { one, other in min(one, other) }
    moved += other.moved
  }

  /// The result with its cases in the order of variants and identifiers.
  public var sorted: SimulationResult {
    var result = self
    result.moved.sort { ($0.variant, $0.caseID) < ($1.variant, $1.caseID) }
    return result
  }
}

extension MovedCase {
  fileprivate init(
    _ simulated: SimulatedCase, _ base: SimulatedFigures, _ figures: SimulatedFigures,
    _ move: SimulatedMove, variant: Int
  ) {
    self.variant = variant
    caseID = simulated.caseID
    unitCode = simulated.unitCode
    category = simulated.category?.rawValue ?? ""
    hardshipType = (figures.hardshipType ?? base.hardshipType)?.rawValue ?? ""
    from = base.outcome
    to = figures.outcome
    self.move = move
    amountBefore = base.help?.certainAmount
    amountAfter = figures.help?.certainAmount
  }
}
