import Casework

/// One row of the expenditure form: what was actually borne in the window.
struct ExpenditureItem {
  let record: FormRecord
  let type: String
  /// The person named, by place; nil for the household.
  let person: Int?
  /// What was borne: billed − reimbursed, zero where it does not count.
  let borne: MoneyInterval
  /// The reimbursement inside `borne`; nil where the row does not count.
  let reimbursed: MoneyInterval?
  let line: WorksheetLine
}

/// Works out R, the rigid expenditure actually borne in the window (contract §2).
struct Expenditures {
  private(set) var items: [ExpenditureItem] = []
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []
  private let rules: IncomeRules
  private let window: IncomeWindow

  init(
    _ application: Application, persons: HouseholdPersons, window: IncomeWindow,
    rules: IncomeRules
  ) {
    self.rules = rules
    self.window = window
    for record in application.expenditureItems { add(record, persons: persons) }
  }

  private mutating func add(_ record: FormRecord, persons: HouseholdPersons) {
    let type = record.text(.expenditureType).value
    let bill = bill(of: record)
    let reimbursed = reimbursement(of: record, type: type, bill: bill)
    var borne = difference(bill, reimbursed)
    var notes = bill.isKnown ? [] : [FindingCode.expenditureAmountUnknown]
    var counts = true
    if let type, rules.deductions[type] == nil {
      counts = false
      notes.append(.expenditureNotDeducted)
    }
    switch timing(of: record, notes: &notes) {
    case true?: break
    case false?: counts = false
    case nil: borne = borne.hull(with: .zero)
    }
    if type == nil { borne = borne.hull(with: .zero) }
    let person = person(of: record, persons: persons)
    if person == .stranger { borne = borne.hull(with: .zero) }
    if counts { noteUnknown(record, bill: bill, borne: borne, type: type) }
    items.append(
      ExpenditureItem(
        record: record, type: type ?? "", person: person.place, borne: counts ? borne : .zero,
        reimbursed: counts ? reimbursed : nil,
        line: WorksheetLine(
          .expenditure(type ?? "?"), borne, working: "\(bill.amount) − \(reimbursed)",
          sources: [record.cell(of: .billedAmount)], counts: counts, notes: notes)))
  }

  private struct Bill {
    let amount: MoneyInterval
    let isKnown: Bool
  }

  private func bill(of record: FormRecord) -> Bill {
    guard let stated = record.money(.billedAmount).value else {
      return Bill(amount: MoneyInterval(.zero, rules.unknownAmount), isKnown: false)
    }
    return Bill(amount: rules.certain(stated), isKnown: true)
  }

  /// Between zero and the bill where it is blank, unreadable or above the bill.
  private mutating func reimbursement(
    of record: FormRecord, type: String?, bill: Bill
  ) -> MoneyInterval {
    let open = MoneyInterval(.zero, max(.zero, bill.amount.high))
    let cell = record.cell(of: .reimbursed)
    switch record.money(.reimbursed) {
    case .blank:
      if let type, rules.notReimbursable.contains(type) { return .zero }
      return open
    case .damaged: return open
    case .stated(let stated):
      let amount = rules.certain(stated)
      guard bill.isKnown, amount.low > bill.amount.high else { return amount }
      findings.append(
        Finding(
          .expenditureReimbursedAboveBill, at: cell, field: .reimbursed,
          value: amount.description, [amount.description, bill.amount.description]))
      return open
    }
  }

  /// What was borne is at least nothing and at most the bill, whatever is not known.
  private func difference(_ bill: Bill, _ reimbursed: MoneyInterval) -> MoneyInterval {
    guard bill.isKnown else { return bill.amount }
    let open = bill.amount - reimbursed
    return MoneyInterval(max(.zero, open.low), max(.zero, open.high))
  }

  private mutating func timing(of record: FormRecord, notes: inout [FindingCode]) -> Bool? {
    switch record.date(.paidOn) {
    case .blank:
      notes.append(.expenditureUndated)
      return true
    case .damaged:
      unknowns.append(
        UnknownItem(.expenditureUndated, field: .paidOn, at: record.cell(of: .paidOn)))
      return nil
    case .stated(let date):
      let inside = window.admits(date)
      if inside == false { notes.append(.expenditureOutsideWindow) }
      return inside
    }
  }

  private enum Owner: Equatable {
    case household
    case person(Int)
    case stranger

    var place: Int? { if case .person(let place) = self { place } else { nil } }
  }

  private mutating func person(of record: FormRecord, persons: HouseholdPersons) -> Owner {
    guard persons.hasList, !record[.memberName].isBlank else { return .household }
    if let place = persons.person(named: record) { return .person(place) }
    let cell = record.cell(of: .memberName)
    findings.append(Finding(.itemMemberUnknown, at: cell, field: .memberName))
    unknowns.append(UnknownItem(.itemMemberUnknown, field: .memberName, at: cell))
    return .stranger
  }

  private mutating func noteUnknown(
    _ record: FormRecord, bill: Bill, borne: MoneyInterval, type: String?
  ) {
    guard borne.exact == nil else { return }
    let field: Field =
      !bill.isKnown
      ? .billedAmount : type == nil
        ? .expenditureType : record.date(.paidOn).value.map({ window.admits($0) == nil }) == true
          ? .paidOn : .reimbursed
    unknowns.append(
      UnknownItem(
        field == .reimbursed ? .expenditureReimbursementBlank : .expenditureAmountUnknown,
        field: field, at: record.cell(of: field), bounds: borne))
  }

  /// R over the household's own rows and those of the persons at `places`, each type up to its cap.
  func total(of places: Set<Int>) -> MoneyInterval {
    let counted = items.filter { $0.person.map(places.contains) ?? true }
    return Set(counted.map(\.type)).sorted().map { type in
      let sum = counted.filter { $0.type == type }.map(\.borne).sum()
      guard let cap = rules.deductions[type]?.cap else { return sum }
      return MoneyInterval(min(sum.low, cap), min(sum.high, cap))
    }.sum()
  }
}
