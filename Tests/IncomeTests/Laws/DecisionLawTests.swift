import Casework
import Income
import Screening
import TestSupport
import Testing

@Suite("Laws of the decision")
struct DecisionLawTests {
  private func law(_ holds: (Filing, inout SeededGenerator) throws -> Bool?) rethrows -> LawReport {
    try LawReport(
      drawing: { generator in
        generator.once(in: 2) ? Filing.complete(&generator) : Filing.opened(&generator).opened
      }, smaller: \.smaller, holds: holds)
  }

  @Test("more income never turns ineligible into eligible")
  func moreIncome() throws {
    let report = try law { filing, generator in
      guard try filing.screened().outcome == .ineligible else { return nil }
      var random = RandomFiling(seed: generator.next())
      return try random.enriching(filing).screened().outcome != .eligible
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("more income keeps a failed income test failed, whatever is not known")
  func moreIncomeFails() throws {
    let report = try law { filing, generator in
      guard try filing.screened().end(of: .incomeTest) == .fail else { return nil }
      let richer = filing.adding(item("其他转移", oddAmount(&generator), .once, of: "甲"))
      return try richer.screened().end(of: .incomeTest) == .fail
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a bill more never turns eligible into anything else")
  func moreExpenditure() throws {
    let report = try law { filing, generator in
      guard try filing.screened().outcome == .eligible else { return nil }
      let row = bill("教育", Int64.random(in: 1...90_000, using: &generator), on: "2014-11-20")
      return try filing.adding(row).screened().outcome == .eligible
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("support more never turns a failed income test into a met one")
  func moreSupport() throws {
    let report = try law { filing, generator in
      guard try filing.screened().end(of: .incomeTest) == .fail else { return nil }
      let row = aid("工会", Int64.random(in: 1...9_000, using: &generator), on: "2014-11-20")
      return try filing.adding(row).screened().end(of: .incomeTest) == .fail
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a child without income more never turns eligible into anything else")
  func morePersons() throws {
    let report = try law { filing, _ in
      guard try filing.screened().outcome == .eligible else { return nil }
      let child = person("戊", [(.employment, .choice("学龄前")), (.livesTogether, .flag(true))])
      return try filing.adding(child).screened().outcome == .eligible
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a higher line never turns eligible into anything else")
  func higherLine() throws {
    let report = try law { filing, generator in
      guard try filing.screened().outcome == .eligible else { return nil }
      var higher = PolicyEdition.sample
      higher.factorThousandths = Int64.random(in: 1_001...3_000, using: &generator)
      return try filing.screened(under: higher).outcome == .eligible
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("under < everybody is refused who is under <=, and nobody passes who does not under <=")
  func comparator() throws {
    let report = try law { filing, _ in
      var strict = PolicyEdition.sample
      strict.includesEquality = false
      let (wide, narrow) = (
        try filing.screened().end(of: .incomeTest),
        try filing.screened(under: strict).end(of: .incomeTest)
      )
      return (narrow != .pass || wide == .pass) && (wide != .fail || narrow == .fail)
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("the comparators differ only where an income is equal to the line")
  func equality() throws {
    let report = try LawReport(
      drawing: { generator in
        // Whole thousands for one to four persons often meet a line of 1,250 yuan to the fen.
        var filing = Filing.complete(&generator)
        filing.rows = filing.rows.filter { $0.form == .members }
        let wage = money(generator.pick([15_000, 30_000, 45_000, 15_001, 29_999]))
        return filing.rewriting(.members) { row in
          [row.rewriting(.wageIncome, row.isOf("甲") ? wage : money(0))]
        }
      }, smaller: \.smaller
    ) { filing, _ in
      let household = filing.worksheet()
      guard let reading = household.readings.first, let actual = reading.actual.exact,
        let line = try filing.screened().assessment.threshold, reading.size.count == 1
      else { return nil }
      var strict = PolicyEdition.sample
      strict.includesEquality = false
      let isEqual = actual == line.monthly * Int64(12 * reading.size.lowerBound)
      let differs =
        try filing.screened().end(of: .incomeTest)
        != filing.screened(under: strict).end(of: .incomeTest)
      return differs == isEqual
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a rate of a later day changes nothing for an earlier application")
  func laterRates() throws {
    let report = try law { filing, generator in
      guard !filing.worksheet().referenceDateIsAssumed else { return nil }
      var later = PolicyEdition.sample
      let from = day(generator.pick(["2015-10-09", "2015-12-01"]))
      later.wageYears = later.wageYears.map { year in
        guard year.year == 2015 else { return year }
        let rate = WageRate(from: from, monthly: Money(yuan: 9_000), document: "后来的通知")
        return WageYear(
          year: year.year, tier: year.tier, confirmedBy: year.confirmedBy,
          rates: year.rates + [rate], line: year.line)
      }
      let (now, then) = (try filing.screened(), try filing.screened(under: later))
      return now.ends == then.ends && now.assessment.threshold == then.assessment.threshold
        && now.shortfall == then.shortfall
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("the order in which a policy lists its years and rates changes nothing")
  func orderOfRates() throws {
    let report = try law { filing, generator in
      var shuffled = PolicyEdition.sample
      shuffled.wageYears = shuffled.wageYears.map {
        WageYear(
          year: $0.year, tier: $0.tier, confirmedBy: $0.confirmedBy,
          rates: $0.rates.shuffled(using: &generator), line: $0.line)
      }.shuffled(using: &generator)
      let (one, two) = (try filing.screened(), try filing.screened(under: shuffled))
      return one.decisions == two.decisions && one.outcome == two.outcome
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a reform that says what the policy says changes no decision and no value shown")
  func sameReform() throws {
    let report = try law { filing, _ in
      var same = PolicyEdition.sample
      same.factorThousandths = 1_000
      same.modes = Dictionary(uniqueKeysWithValues: RuleCode.allCases.map { ($0, RuleMode.on) })
      let (one, two) = (try filing.screened(), try filing.screened(under: same))
      return one.decisions == two.decisions && one.outcome == two.outcome
        && one.assessment.threshold == two.assessment.threshold
    }
    #expect(report.isKept, "\(report)")
  }
}
