import Casework
import Testing

@testable import Registry

private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

private func approval(_ yuan: Int64, on day: CalendarDate) -> CommitteeDecision {
  CommitteeDecision(
    caseID: "A", verdict: .approved, measure: .oneOffGrant, amount: Money(yuan: yuan),
    decidedOn: day, documentNumber: "1号")
}

private func payment(_ yuan: Int64, on day: CalendarDate) -> [BookEntry] {
  bookEntries(
    paying: Disbursement(caseID: "A", amount: Money(yuan: yuan), paidOn: day, voucher: "付1"),
    measure: .oneOffGrant)
}

@Suite("The books of the fund")
struct FundBookTests {
  @Test("a donation without a day counts on the last day of its year, in its year")
  func undatedDonation() throws {
    let entries = bookEntries(
      receiving: Donation(unitCode: "U01", year: 2014, amount: Money(yuan: 5)))
    #expect(entries.map(\.bookedOn) == [try day("2014-12-31")])
    #expect(entries.map(\.credit) == [.income(.oneDayDonation, year: 2014)])
    #expect(entries.map(\.unitCode) == ["U01"])
  }

  @Test("a payment takes the money and its part of the promise, with its voucher")
  func payments() throws {
    let approved = bookEntries(approving: approval(8000, on: try day("2015-05-04")))
    let book = FundBook(approved + payment(3000, on: try day("2015-06-01")))
    try book.check()
    let sums = book.sums()
    #expect(sums.balance(of: .committed) == Money(yuan: 5000))
    #expect(sums.balance(of: .spending(.oneOffGrant)) == Money(yuan: 3000))
    #expect(sums.cash == Money(yuan: -3000))
    #expect(sums.unpromised == Money(yuan: -8000))
    #expect(book.entries.map(\.voucher) == ["1号", "付1", "付1"])
    #expect(book.caseAccounts()["A"]?.open == Money(yuan: 5000))
  }

  @Test("a new decision gives up what is open, a deferral nothing")
  func newDecision() throws {
    let first = bookEntries(approving: approval(8000, on: try day("2015-05-04")))
    var second = approval(2000, on: try day("2015-05-04"))
    let renewed = bookEntries(deciding: second, releasing: Money(yuan: 8000))
    let account = FundBook(first + renewed).caseAccounts()["A"]
    try FundBook(first + renewed).check()
    #expect(account?.open == Money(yuan: 2000))
    #expect(account?.approved == Money(yuan: 2000))
    second.verdict = .deferred
    #expect(bookEntries(deciding: second, releasing: Money(yuan: 8000)).isEmpty)
    second.verdict = .refused
    #expect(bookEntries(deciding: second, releasing: Money(yuan: 8000)).map(\.kind) == [.release])
  }

  @Test("payments beyond the approval fail, by one fen or after the rest was given up")
  func overpaid() throws {
    let approved = bookEntries(approving: approval(8000, on: try day("2015-05-04")))
    let paid = payment(8000, on: try day("2015-06-01"))
    try FundBook(approved + paid).check()
    let fen = bookEntries(
      paying: Disbursement(
        caseID: "A", amount: Money(fen: 1), paidOn: try day("2015-06-02"), voucher: "付2"),
      measure: .oneOffGrant)
    #expect {
      try FundBook(approved + paid + fen).check()
    } throws: { error in
      (error as? BookError)?.code == .overpaid && (error as? BookError)?.caseID == "A"
    }
    let exit = bookEntries(releasing: "A", amount: Money(yuan: 8000), on: try day("2015-05-20"))
    #expect(throws: BookError.self) { try FundBook(approved + exit + paid).check() }
  }

  @Test("an entry with another kind's accounts, no case or public money fails")
  func wrongEntries() throws {
    let day = try day("2015-05-04")
    let wrong: [(BookEntry, BookError.Code)] = [
      (BookEntry(.income, on: day, from: .available, to: .cash, amount: .one), .wrongAccounts),
      (
        BookEntry(
          .income, on: day, from: .income(.publicMoney, year: 2015), to: .cash, amount: .one),
        .unlawfulSource
      ),
      (
        BookEntry(.payment, on: day, from: .cash, to: .spending(.oneOffGrant), amount: .one),
        .caseMissing
      ),
      (
        BookEntry(
          .payment, on: day, from: .cash, to: .spending(.oneOffGrant), amount: .one, caseID: "A"),
        .overpaid
      ),
    ]
    for (entry, code) in wrong {
      #expect {
        try FundBook([entry]).check()
      } throws: {
        ($0 as? BookError)?.code == code
      }
    }
  }

  @Test("a time in which more was paid than received is reported, not refused")
  func shortfall() throws {
    let approved = bookEntries(approving: approval(8000, on: try day("2015-05-04")))
    let book = FundBook(
      approved + payment(3000, on: try day("2015-06-01"))
        + bookEntries(receiving: Donation(unitCode: "U01", year: 2015, amount: Money(yuan: 4000))))
    try book.check()
    let found = try #require(book.shortfalls.first)
    #expect(book.shortfalls.count == 1)
    #expect(found.from == (try day("2015-06-01")))
    #expect(found.until == (try day("2015-12-31")))
    #expect(found.lowest == Money(yuan: -3000))
  }
}

extension Money {
  fileprivate static let one = Money(fen: 1)
}
