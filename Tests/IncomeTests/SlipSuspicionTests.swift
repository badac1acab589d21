import Casework
import Income
import TestSupport
import Testing

/// A filing with the one figure that looks like a slip of unit or period, or with none.
struct SuspicionCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let filing: Filing
  /// The code, the row (10 is the first) and what the figure is likelier to be.
  let expected: [String]

  init(
    _ name: String, _ rows: [WrittenRow], application: Cells = [], _ expected: String...
  ) {
    testDescription = name
    filing = Filing(application: application, rows: rows)
    self.expected = expected
  }
}

/// The minimum wage is 1,250 yuan a month, so 15,000 a year.
@Suite("Slips between 元 and 万元 or month and year are doubted, never corrected (domain.md 2.6)")
struct SlipSuspicionTests {
  private static func earner(_ wage: Int64, _ employment: String? = "在职") -> WrittenRow {
    let cells: Cells = employment.map { [(.employment, .choice($0))] } ?? []
    return applicant(cells + [(.wageIncome, money(wage))])
  }

  private static func pensioner(_ pension: Int64) -> WrittenRow {
    applicant([(.employment, .choice("退休")), (.netTransferIncome, money(pension))])
  }

  private static let serving: Cells = [(.applicantCategory, .choice("在职"))]

  static let cases = [
    SuspicionCase("a likely wage", [earner(30_000)]),
    SuspicionCase("half the minimum wage is enough", [earner(7_500)]),
    SuspicionCase(
      "a month's wage for a year", [earner(2_100)], "income.period-suspected 10 25200.00"),
    SuspicionCase("a wage in 万元", [earner(3)], "income.scale-suspected 10 30000.00"),
    SuspicionCase(
      "ten minimum wages are possible", [earner(150_000), bill("医疗", 100_000, reimbursed: 0)]),
    SuspicionCase(
      "a year's wage for a month", [earner(360_000)], "income.period-suspected 10 30000.00"),
    SuspicionCase(
      "a wage ten thousand times too high", [earner(300_000_000)],
      "income.scale-suspected 10 30000.00"),
    SuspicionCase("a month's pension", [pensioner(1_900)], "income.period-suspected 10 22800.00"),
    SuspicionCase("no wage at all is no slip", [earner(0)]),
    SuspicionCase("casual work can bring little", [earner(2_100, "无固定职业")]),
    SuspicionCase(
      "the applicant's category tells where the list does not", [earner(2_100, nil)],
      application: serving, "income.period-suspected 10 25200.00"),
    SuspicionCase(
      "a child's interest can be little",
      [
        earner(30_000), person("乙", [(.netPropertyIncome, money(3))]),
      ]),
    SuspicionCase(
      "an item among others",
      [
        earner(0), item("工资", bare(2_400), .month, months: 12, of: "甲"),
        item(
          "津补贴", .money(StatedAmount(MoneyInterval(exactly: Money(fen: 12)), per: nil)), .month,
          months: 12, of: "甲"),
      ], "income.scale-suspected 12 14400.00"),
    SuspicionCase(
      "a bonus can be little",
      [
        earner(0), item("工资", bare(2_400), .month, months: 12, of: "甲"),
        item("奖金", bare(5), .once, of: "甲"),
      ]),
    SuspicionCase(
      "a bill in 万元", [earner(30_000), bill("医疗", 3)], "income.scale-suspected 11 30000.00"),
    SuspicionCase(
      "a benefit ten thousand times too high", [earner(30_000), aid("工会", 5_000_000)],
      "income.scale-suspected 11 500.00"),
    SuspicionCase(
      "a declared total that one other reading makes right",
      [
        earner(30_000), person("乙", [(.wageIncome, money(500))]),
      ], application: [(.declaredAnnualIncome, money(36_000))],
      "income.period-suspected 11 6000.00"),
    SuspicionCase(
      "whoever lives apart does not disturb that total",
      [
        earner(30_000), person("乙", [(.wageIncome, money(500))]),
        person("丙", [(.wageIncome, money(9_000)), (.livesTogether, .flag(false))]),
      ], application: [(.declaredAnnualIncome, money(36_000))],
      "income.period-suspected 11 6000.00"),
    SuspicionCase(
      "a declared income per head", [earner(30_000), person("乙", [(.wageIncome, money(500))])],
      application: [(.declaredPerCapitaIncome, money(1_500, .month))],
      "income.period-suspected 11 6000.00"),
    SuspicionCase(
      "household totals of one in work", [],
      application: serving + [(.wageIncome, money(2_100)), (.householdSize, .count(2))],
      "income.period-suspected 4 25200.00"),
    SuspicionCase(
      "a declared total of one in work", [],
      application: serving + [(.declaredAnnualIncome, money(2_100)), (.householdSize, .count(2))],
      "income.period-suspected 4 25200.00"),
    SuspicionCase(
      "a household above four minimum wages per head", [earner(120_000, "其他")],
      "income.period-suspected 10 10000.00"),
    SuspicionCase(
      "but for the illness that takes it",
      [earner(120_000, "其他"), bill("医疗", 90_000, reimbursed: 0)]),
  ]

  @Test("a figure is doubted at its cell", arguments: cases)
  func doubted(_ example: SuspicionCase) {
    let found = example.filing.worksheet().findings.filter {
      $0.code == .incomeScaleSuspected || $0.code == .incomePeriodSuspected
    }
    #expect(
      found.map { "\($0.code.rawValue) \($0.location?.row ?? 0) \($0.arguments[1])" }
        == example.expected)
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test("and changes no figure", arguments: cases)
  func unchanged(_ example: SuspicionCase) {
    var rules = IncomeRules.sample
    rules.slips = .off
    let (with, without) = (example.filing.worksheet(), example.filing.worksheet(under: rules))
    #expect(with.disposable == without.disposable)
    #expect(with.support == without.support)
    #expect(with.expenditure == without.expenditure)
    #expect(with.unknowns.count == without.unknowns.count)
  }
}
