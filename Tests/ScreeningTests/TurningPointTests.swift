import Casework
import Income
import Screening
import TestSupport
import Testing

/// A filing of three persons whose income is declared; the line of June 2015 is 45,000 yuan.
private func filing(_ changes: Cells = [], blank: [Field] = []) -> Application {
  let passing =
    Case.passing + [
      (.householdSize, .count(3)), (.wageIncome, money(50_000)), (.netBusinessIncome, money(0)),
      (.netPropertyIncome, money(0)), (.netTransferIncome, money(0)),
    ]
  let absent = Set(changes.map(\.field) + blank)
  return Application(
    round: "2015", unit: SubmittingUnit(code: "U01", name: "甲单位", isAffiliated: true),
    record: row(
      .applications, passing.filter { !absent.contains($0.field) } + changes, blank: blank),
    caseID: "2015-U01-AAAAAA")
}

private func screened(
  _ filing: Application, under policy: PolicyEdition = .sample, rules: IncomeRules = .sample,
  help: [EarlierHelp]? = nil
) throws(PolicyGap) -> ScreeningResult {
  let asOf = day("2015-12-31")
  let household = normalizedHousehold(of: filing, under: rules, asOf: asOf)
  return screeningResult(
    concluding: try assessment(of: household, under: policy, asOf: asOf), duplicates: [],
    clusterID: "", primary: nil, earlierHelp: help, under: policy)
}

private func explained(
  _ filing: Application, under policy: PolicyEdition = .sample, rules: IncomeRules = .sample
) throws -> CaseExplanation {
  let trial = TrialScreening(
    deductibleTypes: rules.deductions.keys.sorted(), greatestCost: rules.unknownAmount,
    largestHousehold: rules.largestHousehold
  ) { filing in
    do throws(PolicyGap) {
      return try screened(filing, under: policy, rules: rules)
    } catch { return nil }
  }
  return caseExplanation(
    of: try screened(filing, under: policy, rules: rules), under: policy, trying: trial)
}

private func points(_ filing: Application) throws -> [VerifiableChange] {
  try #require(explained(filing).turning).points.map(\.change)
}

@Suite("What would turn a case")
struct TurningPointTests {
  @Test("an income above the line: cost not yet proven, less income, one more member")
  func income() throws {
    // 50,000 lies 5,000 above 1,250 × 12 × 3 = 45,000; four persons may have 60,000.
    let turning = try #require(explained(filing()).turning)
    #expect(
      turning.points.map(\.change) == [
        .cost(type: "医疗", atLeast: Money(yuan: 5_000)), .atMost(Money(yuan: 45_000), .year),
        .moreMembers(1),
      ])
    #expect(turning.points.allSatisfy { $0.becomes == .eligible })
    #expect(turning.standing.isEmpty)
    let distance = try #require(turning.distance)
    #expect(distance.excess == yuan(5_000) && distance.personMonths == 36...36)
    // 500,000 ÷ 36 = 13,888.9 fen.
    #expect(distance.perPersonMonth.description == "138.89")
  }

  @Test("a cost that a cap makes impossible is not proposed")
  func cap() throws {
    var rules = IncomeRules.sample
    rules.deductions["医疗"] = IncomeRules.Deduction(cap: Money(yuan: 4_999))
    let below = try #require(explained(filing(), rules: rules).turning)
    #expect(!below.points.contains { if case .cost = $0.change { true } else { false } })
    rules.deductions["医疗"] = IncomeRules.Deduction(cap: Money(yuan: 5_000))
    let equal = try #require(explained(filing(), rules: rules).turning)
    #expect(equal.points.first?.change == .cost(type: "医疗", atLeast: Money(yuan: 5_000)))
  }

  @Test("a ground that the unit attested is never proposed, and bars all other changes")
  func conduct() throws {
    for field in [Field.exclusionDues, .exclusionUninsured] {
      let turning = try #require(explained(filing([(field, .flag(true))])).turning)
      #expect(turning.points.isEmpty)
      #expect(turning.standing.count == 2)
    }
  }

  @Test("what the unit has not said about conduct decides to both sides")
  func openConduct() throws {
    let cells: Cells = [(.wageIncome, money(40_000))]
    let explanation = try explained(filing(cells, blank: [.exclusionDues]))
    let rule = try #require(explanation.decisions.first { $0.rule == .conductDues })
    #expect(rule.deciding.map(\.passes) == [.flag(false)])
    #expect(rule.deciding.map(\.fails) == [.flag(true)])
    #expect(
      explanation.turning?.points.map { "\($0.change) \($0.becomes)" } == [
        "flag(false) eligible", "flag(true) ineligible",
      ])
  }

  @Test("an unknown income says up to which amount it passes and from which it fails")
  func openIncome() throws {
    // 30,000 and a transfer income that nobody states: 15,000 are left to the line.
    let cells: Cells = [(.wageIncome, money(30_000)), (.netTransferIncome, nil)]
    let rule = try #require(
      explained(filing(cells)).decisions.first { $0.rule == .incomeTest })
    #expect(rule.outcome == .unknown)
    let item = try #require(rule.deciding.first)
    #expect(item.field == .netTransferIncome)
    #expect(item.passes == .atMost(Money(yuan: 15_000), .year))
    #expect(item.fails == .atLeast(Money(fen: 1_500_001), .year))
  }

  @Test("an unknown size says from how many persons on it passes, and up to how many it fails")
  func openSize() throws {
    // 50,000 ÷ 15,000 = 3.3 persons.
    let rule = try #require(
      explained(filing(blank: [.householdSize])).decisions.first { $0.rule == .incomeTest })
    let item = try #require(rule.deciding.first)
    #expect(item.passes == .countAtLeast(4) && item.fails == .countAtMost(3))
  }

  @Test("a missing document, a missing seal, an unread day of help, an unused benefit")
  func others() throws {
    let low: Cells = [(.wageIncome, money(40_000))]
    #expect(
      try points(filing(low + [(.evidence, .text("收入证明"))])) == [.document("诊断或医疗票据")])
    #expect(try points(filing(low, blank: [.sealed])) == [.flag(true)])
    #expect(try points(filing(low + [(.universalBenefitsUsed, .flag(false))])) == [.flag(true)])
    #expect(
      try points(filing(low + [(.previouslyHelpedOn, nil)])) == [
        .onOrBefore(day("2014-06-15")), .onOrAfter(day("2014-06-16")),
      ])
    #expect(
      try points(filing(low + [(.hardshipCause, .choice("其他"))])) == [
        .choice(["疾病", "灾害", "突发事件", "就业人员少"])
      ])
  }

  @Test("two open steps are two changes, so that the rule stands in the way")
  func twoSteps() throws {
    let cells: Cells = [(.wageIncome, money(40_000))]
    let turning = try #require(
      explained(filing(cells, blank: [.sealed, .unitApprovedOn])).turning)
    #expect(turning.points.isEmpty && turning.standing == [.procedure])
  }

  @Test("an eligible case has its distance and nothing to turn")
  func eligible() throws {
    let turning = try #require(explained(filing([(.wageIncome, money(40_000))])).turning)
    #expect(turning.points.isEmpty && turning.standing.isEmpty)
    #expect(turning.distance?.excess == yuan(-5_000))
  }

  @Test("a fen less of cost or more of income does not turn it", arguments: UInt64(1)...40)
  func minimal(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    let wage = Int64.random(in: 4_500_001...9_000_000, using: &dice)
    let cells: Cells = [(.wageIncome, .money(StatedAmount(fen(wage), per: .year)))]
    let need = wage - 4_500_000
    for change in try points(filing(cells)) {
      switch change {
      case .cost(_, let cost): #expect(cost.fen == need)
      case .atMost(let amount, _):
        #expect(amount.fen == 4_500_000)
        let more: Cells = [(.wageIncome, .money(StatedAmount(fen(amount.fen + 1), per: .year)))]
        #expect(try screened(filing(more)).outcome == .ineligible)
      case .moreMembers(let more):
        #expect(wage <= 1_500_000 * Int64(3 + more) && wage > 1_500_000 * Int64(2 + more))
      default: Issue.record("\(change)")
      }
    }
  }
}
