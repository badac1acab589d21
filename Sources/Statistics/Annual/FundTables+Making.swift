import Casework

/// The tables about money.
func fundTables(_ facts: ProgrammeFacts, _ book: FundBook, of year: Int) -> FundTables {
  let days = CalendarDate.days(ofYear: year)
  var tables = FundTables()
  tables.income = sourceIncome(facts, in: days)
  tables.unitIncome = unitIncome(facts, of: year)
  tables.spending = spending(facts.payments.filter { days.contains($0.paidOn) })
  tables.commitments = commitments(facts, book, on: days.upperBound)
  tables.sources = book.sourceBalances(through: days.upperBound)
  tables.shortfalls = book.shortfalls.filter {
    $0.from <= days.upperBound && ($0.until ?? days.upperBound) > days.lowerBound
  }
  return tables
}

private func sourceIncome(
  _ facts: ProgrammeFacts, in days: ClosedRange<CalendarDate>
) -> [SourceIncome] {
  FundSource.allCases.filter(\.isLawful).map { source in
    let given =
      source == .oneDayDonation
      ? facts.donations.filter { days.contains($0.bookedOn) }.map(\.amount) : []
    let received = facts.allocations
      .filter { $0.source == source && days.contains($0.receivedOn) }.map(\.amount)
    return SourceIncome(source: source, amount: (given + received).reduce(.zero, +))
  }
}

/// By unit and year of the donation; units of the roster that gave nothing have a row too.
private func unitIncome(_ facts: ProgrammeFacts, of year: Int) -> [UnitIncome] {
  struct Key: Hashable {
    let code: String
    let fundYear: Int
  }
  let given = facts.donations.filter { $0.bookedOn.year == year }
  var groups = Dictionary(grouping: given) { Key(code: $0.unitCode, fundYear: $0.year) }
  for unit in facts.units.values where unit.isAffiliated != false {
    if !given.contains(where: { $0.unitCode == unit.code }) {
      groups[Key(code: unit.code, fundYear: year)] = []
    }
  }
  return groups.sorted { ($0.key.code, $0.key.fundYear) < ($1.key.code, $1.key.fundYear) }
    .map { key, donations in
      let donors = donations.compactMap(\.donors)
      return UnitIncome(
        unit: facts.unit(key.code), fundYear: key.fundYear,
        donors: donors.count == donations.count ? donors.reduce(0, +) : nil,
        amount: donations.map(\.amount).reduce(.zero, +))
    }
}

/// By measure, and of all.
private func spending(_ payments: [ProgrammeFacts.Payment]) -> [MeasureSpending] {
  let groups = Dictionary(grouping: payments, by: \.measure)
  return AssistanceMeasure.allCases.map { measure in
    MeasureSpending(measure: measure, reached: Beneficiaries(of: groups[measure] ?? []))
  } + [MeasureSpending(measure: nil, reached: Beneficiaries(of: payments))]
}

/// What is open, under the measure of each case's last approval.
private func commitments(
  _ facts: ProgrammeFacts, _ book: FundBook, on day: CalendarDate
) -> [OpenCommitment] {
  let accounts = book.caseAccounts(through: day)
  let open = facts.cases.compactMap { record -> (AssistanceMeasure, CaseAccount)? in
    guard let account = accounts[record.caseID], account.open > .zero,
      let measure = record.measure(on: day)
    else { return nil }
    return (measure, account)
  }
  let groups = Dictionary(grouping: open, by: \.0)
  return AssistanceMeasure.allCases.map { measure in
    let accounts = (groups[measure] ?? []).map(\.1)
    return OpenCommitment(
      measure: measure, cases: accounts.count, paid: accounts.map(\.paid).reduce(.zero, +),
      open: accounts.map(\.open).reduce(.zero, +))
  }
}
