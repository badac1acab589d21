import Casework

/// What the records and the books are compared by, to the fen.
struct BookLine: Hashable {
  let account: FundAccount
  let year: Int
  var unitCode = ""
  var caseID = ""

  /// A fixed order, so that the same difference is always reported first.
  static func precedes(_ left: BookLine, _ right: BookLine) -> Bool {
    (left.year, left.caseID, left.unitCode, "\(left.account)")
      < (right.year, right.caseID, right.unitCode, "\(right.account)")
  }
}

/// Compares every line of the records with the books, up to the end of a year.
///
/// - Throws: an error with the first line that differs.
func compare(
  _ facts: ProgrammeFacts, with book: FundBook, through year: Int
) throws(AnnualReportError) {
  do throws(BookError) {
    try book.check()
  } catch {
    throw AnnualReportError(.books(error), year: error.day.year, caseID: error.caseID)
  }
  let recorded = facts.lines(through: year)
  let booked = lines(of: book, through: year)
  let differing = Set(recorded.keys).union(booked.keys).filter { recorded[$0] != booked[$0] }
  guard let line = differing.min(by: BookLine.precedes) else { return }
  throw AnnualReportError(
    .differs, year: line.year, line: line, statistics: recorded[line] ?? .zero,
    books: booked[line] ?? .zero)
}

private func lines(of book: FundBook, through year: Int) -> [BookLine: Money] {
  var lines: [BookLine: Money] = [:]
  for entry in book.entries where entry.bookedOn.year <= year {
    guard let account = entry.comparedAccount else { continue }
    let line = BookLine(
      account: account, year: entry.bookedOn.year, unitCode: entry.unitCode,
      caseID: entry.caseID)
    lines[line, default: .zero] += entry.amount
  }
  return lines
}

extension BookEntry {
  /// The account that tells entries of a kind apart; nil for releases, which follow from others.
  fileprivate var comparedAccount: FundAccount? {
    switch kind {
    case .income: credit
    case .payment, .commitment: debit
    case .release: nil
    }
  }
}

extension ProgrammeFacts {
  /// The sums of what was recorded, by line.
  fileprivate func lines(through year: Int) -> [BookLine: Money] {
    var lines: [BookLine: Money] = [:]
    for donation in donations where donation.bookedOn.year <= year {
      let line = BookLine(
        account: .income(.oneDayDonation, year: donation.year), year: donation.bookedOn.year,
        unitCode: donation.unitCode)
      lines[line, default: .zero] += donation.amount
    }
    for allocation in allocations where allocation.receivedOn.year <= year {
      let received = allocation.receivedOn.year
      let line = BookLine(account: .income(allocation.source, year: received), year: received)
      lines[line, default: .zero] += allocation.amount
    }
    for payment in payments where payment.paidOn.year <= year {
      let line = BookLine(
        account: .spending(payment.measure), year: payment.paidOn.year,
        caseID: payment.record.caseID)
      lines[line, default: .zero] += payment.amount
    }
    for approval in approvals where approval.decidedOn.year <= year {
      let line = BookLine(
        account: .committed, year: approval.decidedOn.year, caseID: approval.caseID)
      lines[line, default: .zero] += approval.amount ?? .zero
    }
    return lines
  }
}
