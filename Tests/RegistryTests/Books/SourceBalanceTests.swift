import Casework
import Testing

@testable import Registry

private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

private func paid(_ yuan: Int64, on day: CalendarDate) -> [BookEntry] {
  bookEntries(
    paying: Disbursement(caseID: "A", amount: Money(yuan: yuan), paidOn: day, voucher: "付"),
    measure: .temporaryGrant)
}

private func left(_ balances: SourceBalances) -> [String] {
  balances.lots.map { "\($0.fundYear) \($0.source.rawValue) \($0.left)" }
}

@Suite("What is left of each source")
struct SourceBalanceTests {
  private func income() throws -> [BookEntry] {
    [
      Donation(
        unitCode: "U01", year: 2013, amount: Money(yuan: 100), receivedOn: try day("2013-07-01")),
      Donation(
        unitCode: "U01", year: 2014, amount: Money(yuan: 200), receivedOn: try day("2014-07-01")),
    ].flatMap(bookEntries(receiving:))
      + bookEntries(
        receiving: Allocation(
          source: .partyDues, amount: Money(yuan: 50), receivedOn: try day("2013-03-01")))
  }

  @Test("payments draw on the earliest year, within it in the order of the sources")
  func oldestFirst() throws {
    let book = FundBook(try income() + paid(120, on: try day("2014-08-01")))
    #expect(
      left(book.sourceBalances()) == ["2013 一日捐 0.00", "2013 党费划拨 30.00", "2014 一日捐 200.00"])
  }

  @Test("what was drawn stays drawn when an earlier year's income comes in later")
  func lateIncome() throws {
    let late = Donation(
      unitCode: "U02", year: 2013, amount: Money(yuan: 40), receivedOn: try day("2015-01-05"))
    let book = FundBook(
      try income() + paid(160, on: try day("2014-08-01")) + bookEntries(receiving: late))
    #expect(
      left(book.sourceBalances()) == ["2013 一日捐 40.00", "2013 党费划拨 0.00", "2014 一日捐 190.00"])
  }

  @Test("what no income covered is covered by the next")
  func uncovered() throws {
    let book = FundBook(try income() + paid(170, on: try day("2013-12-01")))
    #expect(book.sourceBalances(through: try day("2013-12-31")).uncovered == Money(yuan: 20))
    #expect(left(book.sourceBalances()).last == "2014 一日捐 180.00")
    #expect(book.sourceBalances().uncovered == .zero)
  }
}

@Suite("Interest subsidies")
struct InterestSubsidyTests {
  @Test("the instalments sum to the total exactly, the last with the remainder")
  func instalments() throws {
    let subsidy = InterestSubsidy(
      of: Money(fen: 5_000_001), annualRateMillionths: 43_500, subsidisedYears: 3,
      startOn: try day("2014-02-28"))
    #expect(subsidy.total == Money(fen: 652_500))
    #expect(subsidy.instalments.map(\.amount.fen) == [217_500, 217_500, 217_500])
    let odd = InterestSubsidy(
      of: Money(yuan: 30_000), annualRateMillionths: 61_507, subsidisedYears: 2,
      startOn: try day("2014-11-30"), instalmentsPerYear: 4)
    #expect(odd.total == Money(fen: 369_042))
    #expect(odd.instalments.map(\.amount).reduce(.zero, +) == odd.total)
    #expect(odd.instalments.map(\.amount.fen) == Array(repeating: 46_130, count: 7) + [46_132])
    #expect(odd.instalments.first?.dueOn == (try day("2015-02-28")))
    #expect(odd.instalments.last?.dueOn == (try day("2016-11-30")))
  }

  @Test("payments are compared with what has fallen due")
  func comparison() throws {
    let subsidy = InterestSubsidy(
      of: Money(yuan: 50_000), annualRateMillionths: 60_000, subsidisedYears: 2,
      startOn: try day("2014-03-01"))
    let payments = [
      Disbursement(
        caseID: "A", amount: Money(yuan: 3000), paidOn: try day("2015-03-05"), voucher: "付")
    ]
    #expect(subsidy.paidAhead(payments, on: try day("2015-03-01")) == Money(yuan: -3000))
    #expect(subsidy.paidAhead(payments, on: try day("2015-12-31")) == .zero)
    #expect(subsidy.paidAhead(payments, on: try day("2016-03-01")) == Money(yuan: -3000))
  }
}
