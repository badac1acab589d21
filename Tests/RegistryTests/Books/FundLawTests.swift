import Casework
import TestSupport
import Testing

@testable import Registry

@Suite("The laws of the books, on 1,000 random histories")
struct FundLawTests {
  static let histories = (0..<1000).map { RandomHistory(seed: UInt64($0)) }

  @Test("opening + income − payments = closing, in every year and overall")
  func equation() throws {
    for history in Self.histories {
      let book = FundBook(history.entries)
      try book.check()
      let years = Set(history.entries.map(\.bookedOn.year)).sorted()
      let movements = years.map { book.movement(in: CalendarDate.days(ofYear: $0)) }
      #expect(movements.allSatisfy { $0.isBalanced })
      for (earlier, later) in zip(movements, movements.dropFirst()) {
        #expect(earlier.closing == later.opening)
      }
      let paid = history.paid.values.reduce(.zero, +)
      #expect(book.sums().cash == history.income - paid)
      #expect((movements.last?.closing ?? .zero) == history.income - paid)
    }
  }

  @Test("every case's open commitment and paid sum are those the history counted")
  func cases() {
    for history in Self.histories {
      let accounts = FundBook(history.entries).caseAccounts()
      for (caseID, open) in history.open {
        let account = accounts[caseID] ?? CaseAccount()
        #expect(account.open == open)
        #expect(account.paid == history.paid[caseID] ?? .zero)
        #expect(account.paid <= account.approved && account.approved <= account.committed)
      }
    }
  }

  @Test("the order of import changes nothing")
  func order() {
    for history in Self.histories {
      let book = FundBook(history.entries)
      let other = FundBook(history.shuffled)
      #expect(book.entries == other.entries)
      #expect(book.sourceBalances() == other.sourceBalances())
      #expect(book.shortfalls == other.shortfalls)
    }
  }

  @Test("the sums of two parts are those of the whole, whichever comes first")
  func merging() {
    for history in Self.histories {
      let entries = history.shuffled
      let left = BookSums(of: entries.prefix(entries.count / 3))
      let right = BookSums(of: entries.dropFirst(entries.count / 3))
      #expect(left.merged(with: right) == BookSums(of: entries))
      #expect(right.merged(with: left) == BookSums(of: entries))
    }
  }

  @Test("on every day the balances by source and year sum to the cash")
  func sources() {
    for history in Self.histories.prefix(200) {
      let book = FundBook(history.entries)
      for day in Set(history.entries.map(\.bookedOn)) {
        let balances = book.sourceBalances(through: day)
        #expect(balances.cash == book.sums(through: day).cash)
        #expect(balances.lots.allSatisfy { $0.left >= .zero })
        #expect(balances.uncovered == .zero || balances.lots.allSatisfy { $0.left == .zero })
      }
    }
  }

  @Test("entries of later days change nothing that was said of a day")
  func lateEntries() {
    for history in Self.histories.prefix(200) {
      guard let day = history.shuffled.first?.bookedOn else { continue }
      let known = FundBook(history.entries.filter { $0.bookedOn <= day })
      let later = FundBook(history.entries)
      #expect(known.sourceBalances() == later.sourceBalances(through: day))
      #expect(known.caseAccounts() == later.caseAccounts(through: day))
    }
  }
}
