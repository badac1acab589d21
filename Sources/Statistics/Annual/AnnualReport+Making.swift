public import Casework

/// The annual report of a year, counted from what the office recorded and held against the books.
///
/// Only what happened by the end of the year counts, whatever is known when the report is made,
/// but for the outcome of the screening, which is the newest.
///
/// - Throws: `AnnualReportError` where records and books differ by a fen or an equation is broken.
public func annualReport(
  of ledger: ProgrammeLedger, year: Int
) throws(AnnualReportError) -> AnnualReport {
  let facts = try ProgrammeFacts(of: ledger)
  let book = FundBook(ledger.entries)
  try compare(facts, with: book, through: year)
  let years = try firstYear(of: ledger, until: year).map { year throws(AnnualReportError) in
    try keyFigures(facts, book, of: year, in: CalendarDate.days(ofYear: year))
  }
  let end = CalendarDate.days(ofYear: year).upperBound
  let start = CalendarDate(firstOfMonth: 1, year: 1)
  let cumulative = try keyFigures(facts, book, of: nil, in: start...end)
  return AnnualReport(
    year: year, movement: years.last?.movement ?? cumulative.movement,
    money: fundTables(facts, book, of: year), cases: caseTables(facts, of: year), years: years,
    cumulative: cumulative)
}

/// The years from the programme's first entry or application to the report's.
private func firstYear(of ledger: ProgrammeLedger, until year: Int) -> [Int] {
  let days = ledger.entries.map(\.bookedOn.year) + ledger.cases.map(\.appliedOn.year)
  return Array(min(days.min() ?? year, year)...year)
}

/// The key figures of a period, with its movement counted from the records.
private func keyFigures(
  _ facts: ProgrammeFacts, _ book: FundBook, of year: Int?, in period: ClosedRange<CalendarDate>
) throws(AnnualReportError) -> KeyFigures {
  let payments = facts.payments.filter { period.contains($0.paidOn) }
  let booked = book.movement(in: period)
  let movement = FundMovement(
    opening: booked.opening, income: facts.income(in: period),
    payments: payments.map(\.amount).reduce(.zero, +), closing: booked.closing)
  guard movement.isBalanced else {
    throw AnnualReportError(
      .unbalanced, year: period.upperBound.year,
      statistics: movement.opening + movement.income - movement.payments,
      books: movement.closing)
  }
  var figures = KeyFigures(year: year, movement: movement)
  figures.donors = facts.donations.filter { period.contains($0.bookedOn) }
    .compactMap(\.donors).reduce(0, +)
  figures.applications = facts.cases.count { period.contains($0.appliedOn) }
  figures.approvals = facts.approvals.count { period.contains($0.decidedOn) }
  figures.refusals = facts.refusals.count { period.contains($0.decidedOn) }
  figures.reached = Beneficiaries(of: payments)
  figures.visits = facts.visits.count { period.contains($0.visitedOn) }
  figures.exits = exits(facts, in: period).map(\.cases).reduce(0, +)
  return figures
}
