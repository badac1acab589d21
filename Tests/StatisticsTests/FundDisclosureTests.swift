import Casework
import TestSupport
import Testing

@testable import Statistics

@Suite("What a notice about the fund may show")
struct FundDisclosureTests {
  private static let examples: [([Int], Set<Int>)] = [
    ([5, 4, 0], []), ([5, 2, 4], [1, 2]), ([1, 1, 1], [0, 1, 2]), ([1, 1, 9, 8], [0, 1, 3]),
    ([2], [0]), ([2, 2, 7], [0, 1]), ([0, 0], []),
  ]

  @Test(
    "a figure about fewer than three takes another with it, until three stand together",
    arguments: examples)
  func places(contributors: [Int], hidden: Set<Int>) {
    #expect(hiddenPlaces(of: contributors) == hidden)
  }

  @Test("measures with one household are hidden, their sum is not")
  func spending() throws {
    let notice = fundNotice(of: try annualReport(of: SampleFund.ledger, year: 2015))
    let shown = notice.spending.map { $0.amount != .suppressed }
    #expect(shown == [true, false, false, true, false, true])
    #expect(notice.spending.last?.amount == .shown(Money(yuan: 11_000)))
  }

  @Test("a unit with two donors is hidden with another")
  func units() throws {
    let notice = fundNotice(of: try annualReport(of: SampleFund.ledger, year: 2014))
    #expect(notice.units.map(\.unit.code) == ["U01", "U02"])
    #expect(notice.units.allSatisfy { $0.amount == .suppressed })
    let next = fundNotice(of: try annualReport(of: SampleFund.ledger, year: 2015))
    #expect(next.units.allSatisfy { $0.amount != .suppressed })
  }

  @Test("recipients need an imported proposal and a second verification")
  func recipients() throws {
    let paid = try Statistics.recipients(of: SampleFund.ledger, year: 2015)
    #expect(paid.map(\.amount) == [4000, 4000, 3000].map(Money.init(yuan:)))
    #expect(try Statistics.recipients(of: SampleFund.ledger, year: 2014).count == 1)
    let proposed = proposedRecipients(of: SampleFund.ledger)
    #expect(proposed.map(\.name?.original) == ["扎西多吉"])
    #expect(proposed.map(\.amount) == [Money(yuan: 2000)])
  }
}
