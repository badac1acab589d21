import Casework
import TestSupport
import Testing

/// Items for an applicant whose list says nothing else, so that D is what the items come to.
private func alone(_ items: WrittenRow...) -> [WrittenRow] { [applicant([])] + items }

/// Contract §1, the form `income`: what period, months and type make of an amount.
private let periods: [WorksheetCase] = [
  // 1,000 × 12
  WorksheetCase(
    "blank months of a regular type are the whole window", alone(item("养老金", bare(1_000), .month)),
    d: yuan(12_000)),
  // 1,000 × 1 to 1,000 × 12
  WorksheetCase(
    "blank months of another type are one to twelve", alone(item("奖金", bare(1_000), .month)),
    d: yuan(1_000, 12_000), [.incomeMonthsUnknown]),
  WorksheetCase(
    "stated months count as stated", alone(item("工资", bare(1_000), .month, months: 7)),
    d: yuan(7_000)),
  WorksheetCase(
    "months beyond twelve are doubted", alone(item("工资", bare(1_000), .month, months: 18)),
    d: yuan(1_000, 12_000), [.incomeMonthsImplausible]),
  WorksheetCase(
    "months that cannot be read are one to twelve",
    alone(item("工资", bare(1_000), .month, [(.months, nil)])), d: yuan(1_000, 12_000),
    [.incomeMonthsUnknown]),
  // 1,500 × 6 ÷ 3 = 3,000
  WorksheetCase(
    "a quarter counts months ÷ 3 times", alone(item("租金", bare(1_500), .quarter, months: 6)),
    d: yuan(3_000)),
  // 1,500 × 12 ÷ 3
  WorksheetCase(
    "a quarter of a regular type counts four times", alone(item("租金", bare(1_500), .quarter)),
    d: yuan(6_000)),
  // 300 × 1 ÷ 3 to 300 × 12 ÷ 3
  WorksheetCase(
    "a quarter of another type counts a third to four times",
    alone(item("利息", bare(300), .quarter)), d: yuan(100, 1_200), [.incomeMonthsUnknown]),
  WorksheetCase(
    "a year's amount is the window's, whatever the months say",
    alone(item("工资", bare(30_000), .year, months: 12)), d: yuan(30_000)),
  WorksheetCase(
    "a single amount counts once", alone(item("奖金", bare(5_000), .once)), d: yuan(5_000)),
  // 2,500 if for the year, 2,500 × 12 if for a month
  WorksheetCase(
    "an amount without a period is for a month or a year", alone(item("工资", bare(2_500))),
    d: yuan(2_500, 30_000), [.incomePeriodUnknown]),
  WorksheetCase(
    "a cell and a column that name different periods are both read",
    alone(item("工资", money(2_500, .month), .year)), d: yuan(2_500, 30_000),
    [.incomePeriodConflict]),
  WorksheetCase(
    "a cell and a column that name one period agree",
    alone(item("工资", money(2_500, .month), .month)), d: yuan(30_000)),
  // 9,000 − 4,000 − (100 + 50) × 12 = 3,200
  WorksheetCase(
    "costs, contributions and taxes subtract",
    alone(
      item("经营收入", bare(9_000), .year), item("经营成本", bare(4_000), .year),
      item("社保缴费", bare(100), .month), item("个人所得税", bare(50), .month)),
    d: yuan(3_200)),
  WorksheetCase(
    "costs above the receipts are a loss",
    alone(item("经营收入", bare(3_000), .year), item("经营成本", bare(8_000), .year)),
    d: yuan(-5_000)),
  WorksheetCase(
    "a receipt that is no income is shown and not counted",
    [earner, item("非收入所得", bare(50_000), .once)], d: yuan(30_000), [.incomeNotIncome]),
  // 30,000 − 1,000 to 30,000 + 1,000: the type may add or subtract
  WorksheetCase(
    "an item whose type cannot be read may add, subtract or be none",
    [earner, item("工资", bare(1_000), .year).rewriting(.incomeType, nil)],
    d: yuan(29_000, 31_000), [.incomeUnknown]),
  // (3,000 ∓ 10 %) × 12
  WorksheetCase(
    "a figure marked 约 opens to both sides", alone(item("工资", about(3_000, .month))),
    d: yuan(32_400, 39_600)),
  // 约 30,000 in a column
  WorksheetCase(
    "a column marked 约 opens to both sides", [applicant([(.wageIncome, about(30_000))])],
    d: yuan(27_000, 33_000)),
  // 3 万余: 30,000 to 40,000, and no tenth beyond
  WorksheetCase(
    "a figure marked 余 is no less than it says",
    [
      applicant([
        (.wageIncome, .money(StatedAmount(yuan(30_000, 40_000), per: .year, precision: .atLeast)))
      ])
    ], d: yuan(30_000, 40_000)),
  // 3000以上 is open above: as far as an unknown amount can go, not without end
  WorksheetCase(
    "a figure that is open above ends where the policy says an unknown amount ends",
    [
      applicant([
        (
          .wageIncome,
          .money(
            StatedAmount(
              MoneyInterval(Money(yuan: 3_000), StatedAmount.openBound), per: .year,
              precision: .atLeast))
        )
      ])
    ], d: yuan(3_000, 500_000)),
]

/// Contract §2: D is of the members who live together; whose an item is decides whether it counts.
private let owners: [WorksheetCase] = [
  WorksheetCase(
    "an item that names nobody is the applicant's",
    [applicant([]), person("乙", [(.wageIncome, money(0))]), item("工资", bare(1_000), .month)],
    d: yuan(12_000), n: 2...2),
  // 乙 earns 500 × 12 beside the 30,000; the applicant's column stands
  WorksheetCase(
    "a member named in the household key beside a number owns the item",
    [
      earner, person("乙"), item("工资", bare(500), .month, [(.applicantName, name("乙"))]),
    ], d: yuan(36_000), n: 2...2),
  WorksheetCase(
    "an item of a member who lives apart does not count",
    [
      earner, person("乙", [(.livesTogether, .flag(false))]),
      item("工资", bare(9_000), .month, of: "乙"),
    ], d: yuan(30_000)),
  // 30,000, and 12,000 more if 丙 is of the household
  WorksheetCase(
    "an item of a member whom nobody lists may count",
    [earner, item("养老金", bare(1_000), .month, of: "丙")],
    d: yuan(30_000, 42_000), [.itemMemberUnknown]),
  WorksheetCase(
    "an item finds its member by number before name",
    [
      earner, person("乙", [(.memberId, identity("513221196503151234"))]),
      item("养老金", bare(1_000), .month, of: "已", [(.memberId, identity("513221650315123"))]),
    ], d: yuan(42_000), n: 2...2),
  WorksheetCase(
    "a number that is another person's does not lead to a namesake",
    [
      earner,
      person("乙", [(.memberId, identity("513221196503151234")), (.wageIncome, money(0))]),
      item("养老金", bare(1_000), .month, of: "乙", [(.memberId, identity("513223197906101044"))]),
    ], d: yuan(30_000, 42_000), n: 2...2, [.itemMemberUnknown]),
  WorksheetCase(
    "an item without a readable type of a member who lives apart does not count",
    [
      earner, person("乙", [(.livesTogether, .flag(false))]),
      item("工资", bare(1_000), .year, of: "乙").rewriting(.incomeType, nil),
    ], d: yuan(30_000)),
]

@Suite("Items of income")
struct IncomeItemTests {
  @Test("periods, months and types", arguments: periods)
  func periodsAndTypes(_ example: WorksheetCase) { example.check() }

  @Test("whose an item is", arguments: owners)
  func ownership(_ example: WorksheetCase) { example.check() }
}
