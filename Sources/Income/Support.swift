import Casework

/// Works out S, support received in the window that is not already in D (contract §2).
struct SupportReceived {
  private(set) var lines: [WorksheetLine] = []
  private(set) var total: MoneyInterval = .zero
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []
  private let rules: IncomeRules
  private let window: IncomeWindow
  private var reimbursements: [ExpenditureItem]
  private var relief: [IncomeItem]

  init(
    _ application: Application, window: IncomeWindow, rules: IncomeRules,
    expenditures: [ExpenditureItem], income: [IncomeItem]
  ) {
    self.rules = rules
    self.window = window
    reimbursements = expenditures.filter { ($0.reimbursed?.high ?? .zero) > .zero }
    relief = income.filter { item in
      item.record.text(.incomeType).value.map(rules.reliefIncomeTypes.contains) ?? false
    }
    // An amount proves more than a kind: equal amounts are paired first, whatever the order.
    let rows = application.supportItems
    var readings: [Reading] = []
    for row in rows { readings.append(reading(of: row)) }
    for index in rows.indices { pairByAmount(rows[index], &readings[index]) }
    for index in rows.indices where readings[index].isOpen {
      pairByKind(rows[index], &readings[index])
    }
    for (row, reading) in zip(rows, readings) { add(row, reading) }
  }

  /// What one row adds, and whether it may still turn out to be counted elsewhere.
  private struct Reading {
    var stated: MoneyInterval
    var amount: MoneyInterval
    var isOpen: Bool
    var counts = true
    var notes: [FindingCode] = []
    var arguments: [String] = []
  }

  private mutating func reading(of row: FormRecord) -> Reading {
    let stated = row.money(.amount).value.map(rules.certain)
    let amount = stated ?? MoneyInterval(.zero, rules.unknownAmount)
    var reading = Reading(stated: amount, amount: amount, isOpen: true)
    if stated == nil {
      reading.notes.append(.supportAmountUnknown)
      unknowns.append(
        UnknownItem(
          .supportAmountUnknown, field: .amount, at: row.cell(of: .amount), bounds: amount))
    }
    switch row.date(.receivedOn) {
    case .blank: reading.notes.append(.supportUndated)
    case .damaged: open(&reading, row)
    case .stated(let date):
      switch window.admits(date) {
      case true?: break
      case nil: open(&reading, row)
      case false?:
        reading.amount = .zero
        reading.isOpen = false
        reading.counts = false
        reading.notes.append(.supportOutsideWindow)
      }
    }
    return reading
  }

  private mutating func open(_ reading: inout Reading, _ row: FormRecord) {
    reading.amount = reading.amount.hull(with: .zero)
    unknowns.append(
      UnknownItem(
        .supportUndated, field: .receivedOn, at: row.cell(of: .receivedOn), bounds: reading.amount))
  }

  /// The same amount or the same document proves the same benefit; each proves one row.
  private mutating func pairByAmount(_ row: FormRecord, _ reading: inout Reading) {
    guard reading.isOpen else { return }
    let kinds = rules.reimbursingSupport[row.text(.supportKind).value ?? ""] ?? []
    let proved = reimbursements.indices.filter { index in
      isSame(reading.stated, reimbursements[index].reimbursed)
        || !row.documents.isDisjoint(with: reimbursements[index].record.documents)
    }
    let best = proved.first { kinds.contains(reimbursements[$0].type) } ?? proved.first
    if let best {
      let reimbursed = reimbursements.remove(at: best)
      settle(&reading, against: reimbursed.reimbursed ?? .zero, noting: .supportCountedOnce, row: reimbursed.record)
    } else if let index = relief.firstIndex(where: { item in
      isSame(reading.stated, item.signedAmount) || !row.documents.isDisjoint(with: item.evidence)
    }) {
      let item = relief.remove(at: index)
      settle(&reading, against: item.signedAmount, noting: .supportAlreadyIncome, row: item.record)
    }
  }

  private func isSame(_ one: MoneyInterval, _ other: MoneyInterval?) -> Bool {
    one.exact != nil && one.exact == other?.exact && one != .zero
  }

  /// Counts the benefit once: what the other entry has already is not added again.
  private func settle(
    _ reading: inout Reading, against other: MoneyInterval, noting code: FindingCode,
    row: FormRecord
  ) {
    let beyond = reading.amount.high - other.low
    reading.amount = MoneyInterval(.zero, max(.zero, beyond))
    if isSame(reading.stated, other) { reading.amount = .zero }
    reading.isOpen = false
    reading.counts = reading.amount != .zero
    reading.notes.append(code)
    reading.arguments = ["\(row.location.row)"]
  }

  /// Where only the kind agrees, the row may be the same benefit or another: both form the interval.
  private mutating func pairByKind(_ row: FormRecord, _ reading: inout Reading) {
    let kinds = rules.reimbursingSupport[row.text(.supportKind).value ?? ""] ?? []
    guard let match = reimbursements.first(where: { kinds.contains($0.type) }) else { return }
    reading.amount = reading.amount.hull(with: .zero)
    reading.notes.append(.supportPossiblyTwice)
    reading.arguments = ["\(match.record.location.row)"]
    unknowns.append(
      UnknownItem(
        .supportPossiblyTwice, field: .evidence, at: row.cell(of: .amount),
        bounds: reading.amount))
  }

  private mutating func add(_ row: FormRecord, _ reading: Reading) {
    let cell = row.cell(of: .amount)
    for code in reading.notes
    where [.supportCountedOnce, .supportAlreadyIncome, .supportPossiblyTwice].contains(code) {
      findings.append(
        Finding(
          code, at: cell, field: .amount, value: reading.stated.description, reading.arguments))
    }
    total = total + reading.amount
    lines.append(
      WorksheetLine(
        .support(row.text(.supportKind).value ?? "?"),
        reading.counts ? reading.amount : reading.stated,
        working: "\(reading.stated) 元", sources: [cell], counts: reading.counts,
        notes: reading.notes))
  }
}
