import Casework
import TestSupport
import Testing

@testable import Screening

/// Households near the line, in every way a household can be read.
private struct RandomCase {
  var generator: SeededGenerator

  mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &generator)
  }

  mutating func interval(_ range: ClosedRange<Int64>) -> MoneyInterval {
    let low = number(range)
    return fen(low).hull(with: fen(low + (number(0...3) == 0 ? number(0...200_000) : 0)))
  }

  mutating func next() -> Case {
    var example = Case()
    example.readings = (0..<number(1...2)).map { _ in
      let least = Int(number(1...3))
      return reading(
        interval(1_000_000...6_000_000), support: interval(0...200_000),
        expenditure: interval(0...1_500_000), size: least...(least + Int(number(0...1))))
    }
    example.referenceDate = ["2014-12-31", "2015-06-30", "2015-07-01"][Int(number(0...2))]
    example.isDateAssumed = number(0...3) == 0
    let grounds: [(Field, FieldValue?)] = [
      (.exclusionDues, .flag(true)), (.hardshipCause, nil), (.applicantCategory, .choice("遗属")),
    ]
    example.changes = grounds.filter { _ in number(0...4) == 0 }
    return example
  }

  mutating func line() -> PolicyEdition {
    let percent = Int(number(-5...5))
    let includesEquality = number(0...1) == 0
    return .sample {
      $0.measures = .sample
      $0.lineShiftPercent = percent
      $0.includesEquality = includesEquality
    }
  }
}

@Suite("A simulation's shorter way")
struct SimulationLawTests {
  private let base = PolicyEdition.sample { $0.measures = .sample }

  private func full(_ example: Case, _ policy: PolicyEdition) throws -> ScreeningResult {
    try example.concluded(under: policy)
  }

  private func figures(_ result: ScreeningResult) -> SimulatedFigures {
    SimulatedFigures(
      of: result, possible: PossibleMeasures(result.household, under: .sample))
  }

  @Test("ends as the whole screening under a policy that moves only the line")
  func sameAsFull() throws {
    var random = RandomCase(generator: SeededGenerator(seed: 60))
    for round in 0..<10_000 {
      let (example, moved) = (random.next(), random.line())
      let before = try full(example, base)
      let test = try lineReading(
        of: before.household, under: moved, asOf: day("2015-12-31"))
      let short = SimulatedFigures(
        of: before, with: test, household: before.household,
        possible: PossibleMeasures(before.household, under: .sample))
      let whole = try full(example, moved)
      let isSame = short == figures(whole) && short.help == whole.suggestedHelp
      #expect(isSame, "round \(round): \(short) \(figures(whole))")
    }
  }

  @Test("a higher line makes nobody ineligible and lowers no shortfall of those who stay eligible")
  func monotone() throws {
    var random = RandomCase(generator: SeededGenerator(seed: 61))
    for round in 0..<10_000 {
      var example = random.next()
      // One rate must not be held against the other of the year here.
      example.isDateAssumed = false
      let higher = PolicyEdition.sample {
        $0.measures = .sample
        $0.lineShiftPercent = 5
      }
      let (low, high) = (figures(try full(example, base)), figures(try full(example, higher)))
      guard low.outcome == .eligible else { continue }
      let grows =
        high.outcome == .eligible
        && (low.shortfall?.low ?? .zero) <= (high.shortfall?.low ?? .zero)
      #expect(grows, "round \(round)")
    }
  }

  @Test("a shift of the line counts a part of a fen as a whole one")
  func shift() throws {
    var policy = PolicyEdition.sample
    policy.lineShiftPercent = 1
    #expect(try policy.threshold(on: day("2015-06-30")).monthly == Money(fen: 126_250))
    policy.factorThousandths = 1_001
    // 1,251.25 × 1.01 = 1,263.7625.
    #expect(try policy.threshold(on: day("2015-06-30")).monthly == Money(fen: 126_377))
  }
}

@Suite("The tally of a simulation")
struct SimulationTallyTests {
  private static let variants = [SimulationVariant(.base), SimulationVariant(.reform)]

  private static func simulated(_ number: Int, _ generator: inout SeededGenerator) -> SimulatedCase
  {
    let figures = Self.variants.map { _ in
      let outcome = CaseOutcome.allCases.randomElement(using: &generator) ?? .eligible
      let amount = Money(fen: Int64.random(in: 0...500, using: &generator))
      return SimulatedFigures(
        outcome: outcome, hardshipType: HardshipType.allCases.randomElement(using: &generator),
        shortfall: outcome == .eligible ? MoneyInterval(exactly: amount) : nil,
        help: SuggestedHelp(
          measures: [.oneOffGrant], amount: MoneyInterval(exactly: amount)))
    }
    return SimulatedCase(
      caseID: "R-U\(number % 3)-\(number)", unitCode: "U\(number % 3)", unit: "甲\(number % 3)",
      category: ApplicantCategory.allCases.randomElement(using: &generator), figures: figures)
  }

  @Test("adds up over any cut of the cases, and each dimension's groups sum to the whole")
  func cuts() {
    var generator = SeededGenerator(seed: 62)
    for round in 0..<1_000 {
      let cases = (0..<Int.random(in: 0...20, using: &generator))
        .map { Self.simulated($0, &generator) }
      func result(_ cases: some Sequence<SimulatedCase>) -> SimulationResult {
        var result = SimulationResult(Self.variants)
        for simulated in cases { result.count(simulated) }
        return result
      }
      let cut = Int.random(in: 0...cases.count, using: &generator)
      let whole = result(cases).sorted
      let parts = result(cases[cut...]).merged(with: result(cases[..<cut])).sorted
      #expect(
        whole.tallies == parts.tallies && whole.groups == parts.groups
          && whole.moved == parts.moved, "round \(round)")
      for dimension in SimulationDimension.allCases {
        let pairs = whole.groups.filter { $0.key.dimension == dimension }.values
        let sum = pairs.reduce([SimulationTally(), SimulationTally()]) { sum, pair in
          zip(sum, pair).map { $0.merged(with: $1) }
        }
        #expect(sum.map(\.suggested) == whole.tallies.map(\.suggested))
        #expect(sum.map(\.moves) == whole.tallies.map(\.moves))
      }
    }
  }

  @Test(
    "names the move of an outcome",
    arguments: [
      (CaseOutcome.ineligible, CaseOutcome.eligible, SimulatedMove.enters),
      (.eligible, .ineligible, .leaves), (.eligible, .undetermined, .opens),
      (.ineligible, .undetermined, .opens), (.undetermined, .eligible, .settlesEligible),
      (.undetermined, .ineligible, .settlesIneligible), (.eligible, .eligible, nil),
      (.merged, .merged, nil),
    ] as [(CaseOutcome, CaseOutcome, SimulatedMove?)])
  func moves(before: CaseOutcome, after: CaseOutcome, move: SimulatedMove?) {
    #expect(SimulatedMove(from: before, to: after) == move)
  }
}
