import Casework
import Screening
import TestSupport
import Testing

@Suite("INCOME_TEST")
struct IncomeTestTests {
  private func test(
    _ readings: [HouseholdReading], on date: String = "2015-06-15", isAssumed: Bool = false,
    under policy: PolicyEdition = .sample
  ) throws -> Decision {
    let example = Case(readings: readings, referenceDate: date, isDateAssumed: isAssumed)
    let decisions = try example.assessed(under: policy).decisions
    return try #require(decisions.first { $0.rule == .incomeTest })
  }

  /// 1,250 × 12 × 3 = 45,000 yuan; a fen is 1/36 of a fen a month and head.
  @Test(
    "equality meets <= and not <, and a fen decides",
    arguments: [(4_499_999, true, true), (4_500_000, true, false), (4_500_001, false, false)])
  func equality(annual: Int64, meetsOrEquals: Bool, meetsBelow: Bool) throws {
    let readings = [reading(fen(annual), size: 3...3)]
    let below = PolicyEdition.sample { $0.includesEquality = false }
    #expect(try test(readings).outcome == (meetsOrEquals ? .pass : .fail))
    #expect(try test(readings, under: below).outcome == (meetsBelow ? .pass : .fail))
  }

  @Test("an income below zero meets the line")
  func negative() throws {
    #expect(try test([reading(yuan(-10_000), size: 3...3)]).outcome == .pass)
  }

  @Test("support raises and rigid expenditure lowers what is held against the line")
  func formula() throws {
    // 15,000 + 1,000 − 1,000 = 15,000 = 1,250 × 12
    let equal = reading(yuan(15_000), support: yuan(1_000), expenditure: yuan(1_000))
    #expect(try test([equal]).outcome == .pass)
    let above = reading(yuan(15_000), support: yuan(1_001), expenditure: yuan(1_000))
    #expect(try test([above]).outcome == .fail)
  }

  /// 1,300 a month lies above 1,250 and below 1,380.
  @Test(
    "the rate in force on the day of application counts",
    arguments: [
      ("2015-06-30", RuleOutcome.fail), ("2015-07-01", .pass), ("2014-07-01", .fail),
      ("2015-12-31", .pass),
    ])
  func rates(date: String, expected: RuleOutcome) throws {
    #expect(try test([reading(yuan(15_600))], on: date).outcome == expected)
  }

  @Test("a policy may take the rate at the end of the year")
  func endOfYear() throws {
    let policy = PolicyEdition.sample { $0.rateDay = .endOfYear }
    #expect(try test([reading(yuan(15_600))], on: "2015-06-30", under: policy).outcome == .pass)
  }

  @Test("the line may be a multiple of the wage, never less for a part of a fen")
  func factor() throws {
    let half = PolicyEdition.sample { $0.factorThousandths = 1_500 }
    // 1,250 × 1.5 × 12 = 22,500
    #expect(try test([reading(yuan(22_500))], under: half).outcome == .pass)
    #expect(try test([reading(fen(2_250_001))], under: half).outcome == .fail)
    let odd = PolicyEdition.sample {
      $0.factorThousandths = 333
      $0.wageYears = [
        WageYear(
          year: 2015, tier: 2, confirmedBy: "测试",
          rates: [
            WageRate(from: day("2015-01-01"), monthly: Money(fen: 125_001), document: "示例")
          ], line: 1)
      ]
    }
    // 1,250.01 × 0.333 × 12 = 4,995.03996 yuan
    #expect(try test([reading(fen(499_503))], under: odd).outcome == .pass)
  }

  @Test("a decision that is the same at both ends stands, else the rule is unknown")
  func intervals() throws {
    #expect(try test([reading(yuan(0, 15_000))]).outcome == .pass)
    #expect(try test([reading(yuan(15_001, 99_000))]).outcome == .fail)
    #expect(try test([reading(yuan(15_000, 15_001))]).outcome == .unknown)
    // 36,000 for two is 1,500 a month, for three 1,000
    #expect(try test([reading(yuan(36_000), size: 2...3)]).outcome == .unknown)
    #expect(try test([reading(yuan(36_000), size: 3...4)]).outcome == .pass)
    #expect(try test([reading(yuan(36_000), size: 1...2)]).outcome == .fail)
  }

  @Test("every reading of the household must say the same")
  func readings() throws {
    let alone = reading(yuan(15_000))
    #expect(try test([alone, reading(yuan(20_000), size: 2...2)]).outcome == .pass)
    #expect(try test([alone, reading(yuan(50_000), size: 2...2)]).outcome == .unknown)
  }

  @Test("the decision names the line with its day, and what it compared")
  func traceable() throws {
    let example = Case(referenceDate: "2015-07-01")
    let decision = try #require(
      explainedDecisions(of: example.concluded(), under: .sample).first { $0.rule == .incomeTest })
    let line = try #require(decision.parameters.first)
    #expect(line.effectiveFrom == day("2015-07-01"))
    #expect(line.source == "示例通知")
    #expect(decision.values.count == 4)
  }
}

@Suite("The line and its years")
struct ThresholdTests {
  @Test("a year that is missing, unconfirmed or begins too late stops the run")
  func gaps() {
    #expect(throws: PolicyGap.yearMissing(2017)) {
      try PolicyEdition.sample.threshold(on: day("2017-03-01"))
    }
    #expect(throws: PolicyGap.yearUnconfirmed(2016, line: 2016)) {
      try PolicyEdition.sample.threshold(on: day("2016-03-01"))
    }
    let late = PolicyEdition.sample {
      $0.wageYears = [
        WageYear(
          year: 2015, tier: 2, confirmedBy: "测试",
          rates: [WageRate(from: day("2015-07-01"), monthly: Money(yuan: 1), document: "")],
          line: 9)
      ]
    }
    #expect(throws: PolicyGap.noRate(day("2015-06-30"), line: 9)) {
      try late.threshold(on: day("2015-06-30"))
    }
  }

  @Test("a case of an unconfirmed year stops, too")
  func assessment() {
    let policy = PolicyEdition.sample
    #expect(throws: PolicyGap.yearUnconfirmed(2016, line: 2016)) {
      try Case(referenceDate: "2016-01-01").assessed(under: policy, asOf: "2016-03-01")
    }
  }

  @Test("an application too old for the round, or after it, is doubted and not refused")
  func doubts() throws {
    for (date, expected) in [("2013-12-30", RuleOutcome.unknown), ("2016-01-01", .unknown)] {
      let decisions = try Case(referenceDate: date).assessed().decisions
      #expect(decisions.first { $0.rule == .incomeTest }?.outcome == expected)
    }
  }

  @Test("two rates of the year that decide differently are said, and left open without a day")
  func twoRates() throws {
    var example = Case(readings: [reading(yuan(15_600))], referenceDate: "2015-06-30")
    let stated = try example.assessed()
    #expect(stated.decisions.first { $0.rule == .incomeTest }?.outcome == .fail)
    #expect(stated.findings.map(\.code) == [.twoRatesDecide])
    example.referenceDate = "2015-12-31"
    example.isDateAssumed = true
    let assumed = try example.assessed()
    #expect(assumed.decisions.first { $0.rule == .incomeTest }?.outcome == .unknown)
    #expect(assumed.hardshipType == nil)
  }

  @Test("two rates that decide alike need no word")
  func oneDecision() throws {
    #expect(try Case().assessed().findings.isEmpty)
  }
}

@Suite("Hardship type")
struct HardshipTypeTests {
  /// The line is 15,000 yuan for one person.
  @Test(
    "income where it meets the line before the deduction, expenditure where only after it",
    arguments: [
      (yuan(15_000), yuan(0), yuan(5_000), HardshipType?.some(.income)),
      (yuan(20_000), yuan(0), yuan(5_000), .expenditure),
      (yuan(15_000), yuan(1_000), yuan(1_000), .expenditure),
      (yuan(20_000), yuan(0), yuan(4_999), nil),
      (yuan(14_000, 16_000), yuan(0), yuan(5_000), nil),
    ])
  func type(
    disposable: MoneyInterval, support: MoneyInterval, expenditure: MoneyInterval,
    expected: HardshipType?
  ) throws {
    let example = Case(
      readings: [reading(disposable, support: support, expenditure: expenditure)])
    #expect(try example.assessed().hardshipType == expected)
  }
}
