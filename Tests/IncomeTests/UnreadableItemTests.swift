import Casework
import Income
import TestSupport
import Testing

@Suite("Items whose amount cannot be read")
struct UnreadableItemTests {
  @Test("without a list, beside totals of other components, the item is unknown and not zero")
  func withoutList() {
    // wage 20,000; the pension can be anything up to 100,000
    let filing = Filing(
      application: [(.wageIncome, money(20_000)), (.householdSize, .count(2))],
      rows: [item("养老金", nil, .year)])
    #expect(filing.worksheet().disposable == yuan(20_000, 120_000))
    checkTree(of: filing)
  }

  @Test("a total below what other items say is a source that disagrees, and settles nothing")
  func contradictedTotal() {
    // items of 8,680 and one that cannot be read, a total of 1,790 for the component
    let filing = Filing(
      application: [(.netTransferIncome, money(1_790)), (.householdSize, .count(2))],
      rows: [item("赡养费", bare(8_680), .once), item("遗属补贴", nil, .year)])
    #expect(filing.worksheet().disposable == yuan(1_790, 108_680))
    checkTree(of: filing)
  }

  @Test("the declared total fills what such an item leaves open")
  func declared() {
    let filing = Filing(
      application: [
        (.wageIncome, money(20_000)), (.declaredAnnualIncome, money(26_000)),
        (.householdSize, .count(2)),
      ],
      rows: [item("养老金", nil, .year)])
    #expect(filing.worksheet().disposable == yuan(26_000))
  }

  @Test("a cell that cannot be read is not made zero by totals of other components")
  func damagedCell() {
    // the household's row says 2,000 of transfer income; the property cell of its one person is torn
    let filing = Filing(
      application: [(.netTransferIncome, money(2_000))],
      rows: [applicant([(.netPropertyIncome, nil)])])
    // transfer between the person's blank, which is zero, and 2,000; property up to 100,000
    #expect(filing.worksheet().disposable == yuan(0, 102_000))
    checkTree(of: filing)
  }

  @Test(
    "what is received is never less than nothing, what is paid never raises the income",
    arguments: [
      ("养老金", yuan(0, 100_000)), ("社保缴费", yuan(-100_000, 0)), ("经营收入", yuan(0, 200_000)),
      ("经营成本", yuan(-200_000, 0)), ("奖金", yuan(0, 200_000)),
    ])
  func sign(type: String, bounds: MoneyInterval) {
    let filing = Filing(rows: [applicant([]), item(type, nil, .year, of: "甲")])
    #expect(filing.worksheet().disposable == bounds)
  }
}
