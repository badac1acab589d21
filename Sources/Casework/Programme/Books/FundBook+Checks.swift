extension FundBook {
  /// Checks every equation the books must meet.
  ///
  /// - Throws: the first `BookError` in order of day.
  /// - Complexity: linear in the number of entries.
  public func check() throws(BookError) {
    for entry in entries { try entry.check() }
    try checkCases()
    try checkYears()
    let sources = sourceBalances()
    guard let last = entries.last?.bookedOn, sources.cash != sums().cash else { return }
    throw BookError(.sourcesDiffer, on: last, expected: sums().cash, found: sources.cash)
  }

  /// No case is paid or released more than is committed, at the end of any day.
  private func checkCases() throws(BookError) {
    var accounts: [String: CaseAccount] = [:]
    var touched: Set<String> = []
    for (place, entry) in entries.enumerated() {
      if entry.kind != .income {
        accounts[entry.caseID, default: CaseAccount()].add(entry)
        touched.insert(entry.caseID)
      }
      let isLastOfDay = place + 1 == entries.count || entries[place + 1].bookedOn > entry.bookedOn
      guard isLastOfDay else { continue }
      for caseID in touched.sorted() {
        try accounts[caseID]?.check(caseID, on: entry.bookedOn)
      }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// Opening + income − payments = closing, for every year that has an entry.
  private func checkYears() throws(BookError) {
    var opening = Money.zero
    var closing = Money.zero
    for (place, entry) in entries.enumerated() {
      if entry.debit == .cash { closing += entry.amount }
      if entry.credit == .cash { closing -= entry.amount }
      switch entry.kind {
      case .income: opening += entry.amount
      case .payment: opening -= entry.amount
      case .commitment, .release: break
      }
      let isLastOfYear =
        place + 1 == entries.count || entries[place + 1].bookedOn.year > entry.bookedOn.year
      guard isLastOfYear, opening != closing else { continue }
      throw BookError(.unbalanced, on: entry.bookedOn, expected: opening, found: closing)
    }
  }
}

extension CaseAccount {
  fileprivate func check(_ caseID: String, on day: CalendarDate) throws(BookError) {
    if paid > committed {
      throw BookError(.overpaid, on: day, caseID: caseID, expected: committed, found: paid)
    }
    if released < paid {
      throw BookError(.notReleased, on: day, caseID: caseID, expected: paid, found: released)
    }
    if released > committed {
      // Given up before: what was paid after that is beyond what the approvals still allow.
      throw BookError(
        .overreleased, on: day, caseID: caseID, expected: committed, found: released)
    }
  }
}

extension BookEntry {
  /// Whether the accounts are those of the kind.
  private var hasItsAccounts: Bool {
    switch (kind, credit, debit) {
    case (.income, .income, .cash), (.commitment, .available, .committed),
      (.payment, .cash, .spending), (.release, .committed, .available):
      true
    default: false
    }
  }

  fileprivate func check() throws(BookError) {
    guard hasItsAccounts else {
      throw BookError(.wrongAccounts, on: bookedOn, caseID: caseID, expected: .zero, found: amount)
    }
    if case .income(let source, _) = credit, !source.isLawful {
      throw BookError(.unlawfulSource, on: bookedOn, expected: .zero, found: amount)
    }
    if kind != .income, caseID.isEmpty {
      throw BookError(.caseMissing, on: bookedOn, expected: .zero, found: amount)
    }
  }
}
