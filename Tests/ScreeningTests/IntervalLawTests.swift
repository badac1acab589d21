import Casework
import Screening
import TestSupport
import Testing

/// Laws of the income test over random readings.
@Suite("Laws of the income test")
struct IntervalLawTests {
  private func outcome(_ readings: [HouseholdReading]) throws -> RuleOutcome {
    let decisions = try Case(readings: readings).assessed().decisions
    return try #require(decisions.first { $0.rule == .incomeTest }).outcome
  }

  private func randomReading(_ dice: inout SeededGenerator) -> HouseholdReading {
    func interval(_ most: Int64) -> MoneyInterval {
      let low = Int64.random(in: 0...most, using: &dice)
      let width = Bool.random(using: &dice) ? 0 : Int64.random(in: 0...400_000, using: &dice)
      return MoneyInterval(Money(fen: low), Money(fen: low + width))
    }
    let size = Int.random(in: 1...4, using: &dice)
    return HouseholdReading(
      disposable: interval(Int64(size) * 2_000_000), support: interval(200_000),
      expenditure: interval(600_000), size: size...(size + Int.random(in: 0...1, using: &dice)))
  }

  private func completion(
    of reading: HouseholdReading, _ dice: inout SeededGenerator
  ) -> HouseholdReading {
    func inside(_ interval: MoneyInterval) -> MoneyInterval {
      fen(Int64.random(in: interval.low.fen...interval.high.fen, using: &dice))
    }
    let size = Int.random(in: reading.size, using: &dice)
    return HouseholdReading(
      disposable: inside(reading.disposable), support: inside(reading.support),
      expenditure: inside(reading.expenditure), size: size...size)
  }

  @Test(
    "a decision over intervals and readings is that of every completion",
    arguments: UInt64(1)...400)
  func completions(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    let readings = (0...Int.random(in: 0...2, using: &dice)).map { _ in randomReading(&dice) }
    let decided = try outcome(readings)
    for reading in readings {
      for _ in 0..<10 {
        let one = try outcome([completion(of: reading, &dice)])
        #expect(one != .unknown)
        #expect(decided == .unknown || decided == one)
      }
    }
  }

  @Test("an undecided test has completions on both sides", arguments: UInt64(1)...400)
  func undecided(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    let readings = (0...Int.random(in: 0...2, using: &dice)).map { _ in randomReading(&dice) }
    let ends = try readings.flatMap { reading in
      try [
        (reading.actual.low, reading.size.upperBound),
        (reading.actual.high, reading.size.lowerBound),
      ].map { amount, size in
        try outcome([TestSupportReading.exact(amount, size: size)])
      }
    }
    let expected: RuleOutcome = Set(ends).count == 1 ? ends[0] : .unknown
    #expect(try outcome(readings) == expected)
  }

  @Test("more income never turns a refusal into help", arguments: UInt64(1)...400)
  func monotone(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    let reading = randomReading(&dice)
    let more = Money(fen: Int64.random(in: 0...3_000_000, using: &dice))
    let richer = HouseholdReading(
      disposable: MoneyInterval(reading.disposable.low + more, reading.disposable.high + more),
      support: reading.support, expenditure: reading.expenditure, size: reading.size)
    let (before, after) = (try outcome([reading]), try outcome([richer]))
    if before == .fail { #expect(after == .fail) }
    if after == .pass { #expect(before == .pass) }
  }
}

/// Readings of one exact sum.
private enum TestSupportReading {
  static func exact(_ amount: Money, size: Int) -> HouseholdReading {
    HouseholdReading(
      disposable: MoneyInterval(exactly: amount), support: .zero, expenditure: .zero,
      size: size...size)
  }
}
