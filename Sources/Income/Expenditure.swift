import Casework

/// One row of the expenditure form: what was actually borne in the window.
struct ExpenditureItem {
  let record: FormRecord
  /// The type in the form's words; empty where it could not be read.
  let type: String
  /// Whose it is.
  let owner: Owner
  /// What was billed, bounded by the policy where it is not known.
  let billed: MoneyInterval
  /// What was reimbursed, between zero and the bill where it is not known.
  let reimbursed: MoneyInterval
  /// What of the reimbursement is among the income already; it does not lower the deduction.
  var inIncome: MoneyInterval = .zero
  /// Whether it counts at all.
  var counts = true
  /// Whether it is not certain that it counts, so that it opens to zero.
  var mayNotCount = false
  /// Why it counts as it does.
  var notes: [FindingCode] = []

  /// What was borne: at least nothing and at most the bill, whatever is not known.
  var borne: MoneyInterval {
    let rest = (reimbursed - inIncome).clamped(to: .zero, reimbursed.high)
    let borne = (billed - rest).clamped(to: .zero, max(.zero, billed.high))
    return mayNotCount ? borne.hull(with: .zero) : borne
  }

  /// How its type counts; nil where it could not be read or is not deducted.
  var deduction: IncomeRules.Deduction?

  /// What of it is deducted.
  ///
  /// Up to the cap of a bill, the share that the policy allows, and between that and nothing where
  /// evidence is wanting. A part of a fen counts as a whole one, so that no rounding refuses anybody.
  var deducted: MoneyInterval {
    guard let deduction else { return borne }
    let capped = deduction.capPerItem.map { borne.clamped(to: min(.zero, borne.low), $0) } ?? borne
    let share = deduction.sharePercent
    func part(_ amount: Money) -> Money {
      share == 100 ? amount : Money(fen: (amount.fen * share + 99) / 100)
    }
    let own = MoneyInterval(part(capped.low), part(capped.high))
    return deduction.evidence == .required && !record.namesEvidence ? own.hull(with: .zero) : own
  }

  var line: WorksheetLine {
    WorksheetLine(
      .expenditure(type.isEmpty ? "?" : type), deducted, working: "\(billed) − \(reimbursed)",
      sources: [record.cell(of: .billedAmount)], counts: counts, notes: notes)
  }
}

extension FormRecord {
  /// Whether the row names a document.
  var namesEvidence: Bool { !documents.isEmpty }
}

extension MoneyInterval {
  fileprivate func clamped(to least: Money, _ most: Money) -> MoneyInterval {
    MoneyInterval(min(max(low, least), most), min(max(high, least), most))
  }
}

/// Works out R, the rigid expenditure actually borne in the window (contract §2).
struct Expenditures {
  private(set) var items: [ExpenditureItem] = []
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []
  let rules: IncomeRules
  private let windows: PossibleWindows
  let persons: HouseholdPersons
  private let applicationDateCell: SourceLocation

  init(
    _ application: Application, persons: HouseholdPersons, windows: PossibleWindows,
    rules: IncomeRules
  ) {
    applicationDateCell = application.record.cell(of: .applicationDate)
    self.rules = rules
    self.windows = windows
    self.persons = persons
    for record in application.expenditureItems { add(record) }
  }

  private mutating func add(_ record: FormRecord) {
    let type = record.text(.expenditureType).value
    let bill = bill(of: record)
    var item = ExpenditureItem(
      record: record, type: type ?? "", owner: persons.owner(of: record), billed: bill.amount,
      reimbursed: reimbursement(of: record, type: type, bill: bill),
      deduction: type.flatMap { rules.deductions[$0] })
    if let type, rules.deductions[type] == nil {
      item.counts = false
      item.notes.append(.expenditureNotDeducted)
    }
    if persons.counts(item.owner) == false { item.counts = false }
    if item.counts { settleTime(of: &item) }
    if item.counts {
      nameUnknowns(of: &item, bill: bill, type: type)
      askForEvidence(of: &item)
    }
    items.append(item)
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

  /// Between zero and the bill where it is blank, unreadable, below zero or above the bill.
  private mutating func reimbursement(
    of record: FormRecord, type: String?, bill: Bill
  ) -> MoneyInterval {
    let open = MoneyInterval(.zero, max(.zero, bill.amount.high))
    switch record.money(.reimbursed) {
    case .blank: return type.map(rules.notReimbursable.contains) == true ? .zero : open
    case .damaged: return open
    case .stated(let stated):
      let amount = rules.certain(stated)
      guard bill.isKnown, amount.low > bill.amount.high else {
        return amount.low < .zero ? open : amount
      }
      findings.append(
        Finding(
          .expenditureReimbursedAboveBill, at: record.cell(of: .reimbursed), field: .reimbursed,
          value: amount.description, [amount.description, bill.amount.description]))
      return open
    }
  }

  private mutating func settleTime(of item: inout ExpenditureItem) {
    let place: PossibleWindows.Place
    switch item.record.date(.paidOn) {
    case .blank:
      item.notes.append(.expenditureUndated)
      return
    case .damaged: place = .open(.paidOn)
    case .stated(let date): place = windows.place(of: date, in: .paidOn)
    }
    switch place {
    case .inside: break
    case .outside:
      item.counts = false
      item.notes.append(.expenditureOutsideWindow)
    case .open(let field):
      item.mayNotCount = true
      leaveOpen(.expenditureUndated, field, item)
    }
  }

  /// A bill that names no evidence, where the policy asks for it.
  private mutating func askForEvidence(of item: inout ExpenditureItem) {
    guard let demand = item.deduction?.evidence, demand != .none, !item.record.namesEvidence else {
      return
    }
    item.notes.append(.expenditureEvidenceMissing)
    findings.append(
      Finding(
        .expenditureEvidenceMissing, at: item.record.cell(of: .evidence), field: .evidence,
        [item.deducted.description]))
    guard demand == .required else { return }
    unknowns.append(
      UnknownItem(
        .expenditureEvidenceMissing, field: .evidence, at: item.record.cell(of: .evidence),
        bounds: item.deducted))
  }

  /// Names what is not known about the item; whose and what type it is decide whether it counts.
  private mutating func nameUnknowns(
    of item: inout ExpenditureItem, bill: Bill, type: String?
  ) {
    if type == nil {
      item.mayNotCount = true
      leaveOpen(.expenditureAmountUnknown, .expenditureType, item)
    }
    if item.owner == .stranger {
      item.mayNotCount = true
      findings.append(
        Finding(.itemMemberUnknown, at: item.record.ownerCell, field: .memberName))
      leaveOpen(.itemMemberUnknown, .memberName, item)
    }
    if !bill.isKnown { item.notes.append(.expenditureAmountUnknown) }
    if bill.amount.exact == nil {
      leaveOpen(.expenditureAmountUnknown, .billedAmount, item)
    } else if item.record[.reimbursed].isBlank, item.reimbursed.exact == nil {
      leaveOpen(.expenditureReimbursementBlank, .reimbursed, item)
      findings.append(
        Finding(
          .expenditureReimbursementBlank, at: item.record.cell(of: .reimbursed),
          field: .reimbursed, [item.borne.description]))
    } else if item.reimbursed.exact == nil {
      let isAbove = item.record.money(.reimbursed).value.map { $0.amount.low > bill.amount.high }
      leaveOpen(
        isAbove == true ? .expenditureReimbursedAboveBill : .expenditureAmountUnknown,
        .reimbursed, item)
    }
  }

  private mutating func leaveOpen(_ code: FindingCode, _ field: Field, _ item: ExpenditureItem) {
    let cell =
      field == .applicationDate ? applicationDateCell : item.record.cell(of: field)
    unknowns.append(UnknownItem(code, field: field, at: cell, bounds: item.borne))
  }
}

extension Expenditures {
  /// Notes which reimbursements are among the income, so that they lower no deduction.
  mutating func note(_ reimbursedIncome: [Int: MoneyInterval]) {
    for (place, income) in reimbursedIncome {
      items[place].inIncome = income
      items[place].notes.append(.supportCountedOnce)
    }
  }

  /// R over the household's own rows and those of a composition, each type up to its cap.
  func total(of composition: Composition) -> MoneyInterval {
    totals(of: composition).map { capped($0.borne, type: $0.type) }.sum() * rules.windowsPerYear
  }

  /// Notes of the caps that limit the sum over a composition.
  func capFindings(for composition: Composition) -> [Finding] {
    totals(of: composition).compactMap { type, borne in
      guard let cap = rules.deductions[type]?.cap, borne.high > cap,
        let first = items.first(where: { $0.type == type && $0.counts })
      else { return nil }
      return Finding(
        .expenditureCapped, at: first.record.cell(of: .billedAmount), field: .billedAmount,
        [cap.description, borne.description])
    }
  }

  /// What is deducted of each type before the household's cap.
  func totals(of composition: Composition) -> [(type: String, borne: MoneyInterval)] {
    let counted = items.filter(\.counts)
    return Set(counted.map(\.type)).sorted().map { type in
      let own = counted.filter { $0.type == type }
      guard let cap = rules.deductions[type]?.capPerPerson else {
        return (type, own.map { deducted($0, of: composition) }.sum())
      }
      let persons = Dictionary(grouping: own, by: \.owner).values.map { bills in
        let sum = bills.map { deducted($0, of: composition) }.sum()
        return MoneyInterval(min(sum.low, cap), min(sum.high, cap))
      }
      return (type, persons.sum())
    }
  }

  private func deducted(_ item: ExpenditureItem, of composition: Composition) -> MoneyInterval {
    switch item.owner.place.map(composition.contains) ?? true {
    case true?: item.deducted
    case false?: .zero
    case nil: item.deducted.hull(with: .zero)
    }
  }

  func capped(_ sum: MoneyInterval, type: String) -> MoneyInterval {
    guard let cap = rules.deductions[type]?.cap else { return sum }
    return MoneyInterval(min(sum.low, cap), min(sum.high, cap))
  }
}
