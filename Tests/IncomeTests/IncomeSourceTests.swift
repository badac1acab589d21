import Casework
import TestSupport
import Testing

/// Contract §2, "Which figure counts": the items, else the members column, else the household
/// totals, else the declared total; sources that disagree form an interval, none adds to another.
private let sources: [WorksheetCase] = [
  WorksheetCase("a column is for the year", [earner], d: yuan(30_000)),
  // 2,500 × 12 = 30,000
  WorksheetCase(
    "a monthly column counts twelve times", [applicant([(.wageIncome, money(2_500, .month))])],
    d: yuan(30_000)),
  // 7,500 × 4 = 30,000
  WorksheetCase(
    "a quarterly column counts four times", [applicant([(.wageIncome, money(7_500, .quarter))])],
    d: yuan(30_000)),
  // 3.8 万元 = 38,000 yuan; the reader has scaled the cell already
  WorksheetCase(
    "an amount in 万元 counts in yuan", [applicant([(.wageIncome, money(38_000))])],
    d: yuan(38_000)),
  // 30,000 + 1,200 − 5,000 = 26,200
  WorksheetCase(
    "the components add up, and a business may make a loss",
    [
      applicant([
        (.wageIncome, money(30_000)), (.netPropertyIncome, money(1_200)),
        (.netBusinessIncome, money(-5_000)),
      ])
    ], d: yuan(26_200)),
  // 2,500 × 12 = 30,000, as the column says
  WorksheetCase(
    "items and a column that agree count once", [earner, item("工资", bare(2_500), .month)],
    d: yuan(30_000)),
  // items 2,600 × 12 = 31,200 against the column's 30,000
  WorksheetCase(
    "items and a column that disagree are an interval",
    [earner, item("工资", bare(2_600), .month)], d: yuan(30_000, 31_200),
    [.incomeSourcesConflict]),
  // items of wage 2,000 × 12 = 24,000; the transfer column stands: 3,000
  WorksheetCase(
    "items of one component leave another component's column alone",
    [applicant([(.netTransferIncome, money(3_000))]), item("工资", bare(2_000), .month)],
    d: yuan(27_000)),
  // 2,000 × 12 + 3,000 + 300 × 12 = 30,600
  WorksheetCase(
    "items of one component add up",
    [
      applicant([]), item("工资", bare(2_000), .month), item("奖金", bare(3_000), .year),
      item("津补贴", bare(300), .month),
    ], d: yuan(30_600)),
  // 20,000 + 4,000; business and property are blank and assumed zero
  WorksheetCase(
    "household totals count where there is no list", [],
    application: [
      (.wageIncome, money(20_000)), (.netTransferIncome, money(4_000)), (.householdSize, .count(2)),
    ], d: yuan(24_000), n: 2...2, [.incomeAssumedZero]),
  // 2,000 × 12: the member's own total is all that is said
  WorksheetCase(
    "a member's total counts where no component is stated",
    [applicant([(.totalIncome, money(2_000, .month))])], d: yuan(24_000)),
  // 24,000 of the applicant's total, 12,000 of the spouse's wage
  WorksheetCase(
    "one member's total and another's components add up",
    [
      applicant([(.totalIncome, money(24_000))]),
      person("乙", [(.wageIncome, money(12_000))], .spouse),
    ], d: yuan(36_000), n: 2...2),
  WorksheetCase(
    "a member's total is a check where a component is stated",
    [applicant([(.wageIncome, money(30_000)), (.totalIncome, money(31_000))])], d: yuan(30_000),
    [.incomeTotalConflict]),
  WorksheetCase(
    "items of a member go before the member's total",
    [applicant([(.totalIncome, money(31_000))]), item("工资", bare(2_500), .month)],
    d: yuan(30_000), [.incomeTotalConflict]),
  WorksheetCase(
    "a member's total of nothing leaves nothing open", [applicant([(.totalIncome, money(0))])],
    d: yuan(0)),
  // members 24,000 against the household's own components 20,000 + 0 + 0 + 5,000
  WorksheetCase(
    "members' totals and all four of the household's own that disagree are an interval",
    [applicant([(.totalIncome, money(24_000))])],
    application: [
      (.wageIncome, money(20_000)), (.netBusinessIncome, money(0)),
      (.netPropertyIncome, money(0)), (.netTransferIncome, money(5_000)),
    ], d: yuan(24_000, 25_000), [.incomeSourcesConflict]),
  // 24,000 as the member says; the declared total of 26,000 opens it
  WorksheetCase(
    "members' totals and the declared total that disagree are an interval",
    [applicant([(.totalIncome, money(24_000))])],
    application: [(.declaredAnnualIncome, money(26_000))], d: yuan(24_000, 26_000),
    [.incomeTotalConflict]),
  WorksheetCase(
    "household totals never add to the members' columns", [earner],
    application: [(.wageIncome, money(30_000))], d: yuan(30_000)),
  WorksheetCase(
    "household totals that disagree with the list are an interval", [earner],
    application: [(.wageIncome, money(32_000))], d: yuan(30_000, 32_000),
    [.incomeSourcesConflict]),
  // the total of wages, 42,000, tells what 乙 earns; the other totals are written zeros
  WorksheetCase(
    "household totals tell what a silent member leaves open", [earner, person("乙")],
    application: [
      (.wageIncome, money(42_000)), (.netBusinessIncome, money(0)),
      (.netPropertyIncome, money(0)), (.netTransferIncome, money(0)),
    ], d: yuan(42_000), n: 2...2),
  // the list has no figures at all: the totals are the source, and what they leave blank is zero
  WorksheetCase(
    "household totals beside a list without figures count like totals without a list",
    [applicant([]), person("乙")], application: [(.wageIncome, money(42_000))],
    d: yuan(42_000), n: 2...2, [.incomeAssumedZero]),
  WorksheetCase(
    "the declared total counts where nothing else is stated", [],
    application: [(.declaredAnnualIncome, money(28_000)), (.householdSize, .count(2))],
    d: yuan(28_000), n: 2...2),
  // 2,500 × 12
  WorksheetCase(
    "a declared total per month counts twelve times", [],
    application: [(.declaredAnnualIncome, money(2_500, .month)), (.householdSize, .count(2))],
    d: yuan(30_000), n: 2...2),
  WorksheetCase(
    "the declared total tells what a silent member leaves open", [earner, person("乙")],
    application: [(.declaredAnnualIncome, money(34_000))], d: yuan(34_000), n: 2...2),
  WorksheetCase(
    "a declared total that disagrees is an interval, never a sum", [earner],
    application: [(.declaredAnnualIncome, money(31_000))], d: yuan(30_000, 31_000),
    [.incomeTotalConflict]),
  // 2,000 × 12 for the whole household
  WorksheetCase(
    "items without a list stand for the household", [item("工资", bare(2_000), .month, of: "乙")],
    application: [(.householdSize, .count(2))], d: yuan(24_000), n: 2...2),
  WorksheetCase(
    "items without a list that disagree with the totals are an interval",
    [item("工资", bare(2_000), .month)],
    application: [(.wageIncome, money(25_000)), (.householdSize, .count(2))],
    d: yuan(24_000, 25_000), n: 2...2, [.incomeSourcesConflict]),
  // 30,000 ÷ 12 ÷ 1 = 2,500, not 2,000
  WorksheetCase(
    "a declared per-capita income is only held against the figures", [earner],
    application: [(.declaredPerCapitaIncome, money(2_000, .month))], d: yuan(30_000),
    [.incomePerCapitaConflict]),
]

/// Contract §2, "Blank and unknown", and what bounds an unknown.
private let blanks: [WorksheetCase] = [
  WorksheetCase(
    "a written zero is zero, and the member's other cells are zero with it",
    [earner, person("乙", [(.wageIncome, money(0))])], d: yuan(30_000), n: 2...2),
  WorksheetCase(
    "a blank beside a filled component is zero", [earner], d: yuan(30_000), [.incomeAssumedZero]),
  WorksheetCase(
    "a student's blanks are zero",
    [earner, person("乙", [(.employment, .choice("在校学生"))])], d: yuan(30_000), n: 2...2,
    [.incomeAssumedZero]),
  WorksheetCase(
    "a declared total equal to the filled cells makes the blanks zero", [earner, person("乙")],
    application: [(.declaredAnnualIncome, money(30_000))], d: yuan(30_000), n: 2...2),
  WorksheetCase(
    "a member's own total of zero makes the blanks zero",
    [earner, person("乙", [(.totalIncome, money(0))])], d: yuan(30_000), n: 2...2,
    [.incomeAssumedZero]),
  // 30,000 + (0 − 200,000 + 0 − 20,000) = −190,000 to 30,000 + (200 + 200 + 100 + 100) thousand
  WorksheetCase(
    "a member who says nothing is unknown, bounded by the policy", [earner, person("乙")],
    d: yuan(-190_000, 630_000), n: 2...2, [.incomeUnknown]),
  WorksheetCase(
    "a cell that cannot be read is unknown, its blank neighbours are zero",
    [applicant([(.wageIncome, nil)])], d: yuan(0, 200_000), [.incomeUnknown]),
  WorksheetCase(
    "an item without an amount is unknown", [applicant([]), item("工资", nil, .month)],
    d: yuan(0, 200_000), [.incomeUnknown]),
  // 100 of interest; nobody else says anything about 乙
  WorksheetCase(
    "an item makes the member's blank components zero",
    [earner, person("乙"), item("利息", bare(100), .year, of: "乙")], d: yuan(30_100), n: 2...2),
  WorksheetCase(
    "nothing stated at all is unknown for every person", [],
    application: [(.householdSize, .count(2))],
    // 2 × (−220,000) to 2 × 600,000
    d: yuan(-440_000, 1_200_000), n: 2...2, [.incomeUnknown]),
]

@Suite("Which figure of income counts")
struct IncomeSourceTests {
  @Test("a blank that leaves the case open is asked for, one that a total settles is not")
  func blankIsAskedFor() {
    var filing = Filing(rows: [earner, person("乙")])
    let asked = filing.worksheet().findings.filter { $0.code == .incomeUnknown }
    #expect(asked.map(\.field) == IncomeComponent.allCases.map(\.field))
    #expect(asked.first?.arguments == ["0.00–200000.00"])
    filing.application = [(.declaredAnnualIncome, money(34_000))]
    let settled = filing.worksheet()
    #expect(settled.unknowns.isEmpty && !settled.findings.contains { $0.code == .incomeUnknown })
  }

  @Test("the widest unknown is named first, as the one to settle")
  func widestFirst() {
    let filing = Filing(rows: [earner, bill("医疗", 9_000), person("乙", [(.wageIncome, nil)])])
    #expect(filing.worksheet().unknowns.map(\.field) == [.wageIncome, .reimbursed])
  }

  @Test("the order of sources", arguments: sources)
  func orderOfSources(_ example: WorksheetCase) { example.check() }

  @Test("blank and unknown cells", arguments: blanks)
  func blankCells(_ example: WorksheetCase) { example.check() }
}
