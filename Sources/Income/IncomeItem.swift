import Casework

/// One row of the income form, brought to the window.
struct IncomeItem {
  let record: FormRecord
  /// Whose it is.
  let owner: Owner
  /// How its type counts; nil where the type could not be read or the policy has no such type.
  let type: IncomeRules.ItemType?
  /// Whether the amount could not be read.
  let isUnknown: Bool
  /// The amount of the window; subtracted types negative, zero for a receipt that is not income.
  private(set) var signedAmount: MoneyInterval
  /// What was received in the window, signed, whatever the policy counts of it.
  let received: MoneyInterval
  /// For how many months of the window, where that is known to matter.
  let months: ClosedRange<Int>
  /// The amount of the window before its sign; nil where it could not be read.
  let annual: AnnualAmount?
  private(set) var line: WorksheetLine
  /// How what counts follows from what was received.
  private(set) var disregards: [DisregardStep] = []

  /// The item with what of it counts, of a year.
  func counting(_ amount: MoneyInterval, by steps: [DisregardStep]) -> IncomeItem {
    guard amount != signedAmount else { return self }
    var item = self
    item.disregards = steps
    item.signedAmount = amount
    item.line = WorksheetLine(
      line.kind, amount, working: line.working, sources: line.sources, counts: line.counts,
      notes: line.notes + [.incomeDisregarded])
    return item
  }

  /// The component it belongs to.
  var component: IncomeComponent? { type?.component }

  /// What it can come to where it is not certain that it counts, or which way.
  var doubtfulAmount: MoneyInterval {
    let either = type == nil ? signedAmount.hull(with: -signedAmount) : signedAmount
    return either.hull(with: .zero)
  }
}

/// Brings a household's income items to the window.
struct IncomeItems {
  private(set) var items: [IncomeItem] = []
  /// Notes what of an item counts.
  mutating func note(
    _ item: IncomeItem, _ counted: MoneyInterval, by steps: [DisregardStep], at place: Int
  ) {
    guard counted != item.signedAmount else { return }
    items[place] = item.counting(counted, by: steps)
    findings.append(
      Finding(
        .incomeDisregarded, at: item.record.cell(of: .amount), field: .amount,
        [item.signedAmount.description, counted.description]))
  }

  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []
  let rules: IncomeRules

  init(_ application: Application, persons: HouseholdPersons, rules: IncomeRules) {
    self.rules = rules
    for record in application.incomeItems {
      let owner = persons.owner(of: record)
      if owner == .stranger { report(.itemMemberUnknown, .memberName, at: record.ownerCell) }
      // An item that names no member is the applicant's, to whom its key leads.
      let own = owner == .household ? persons.applicant.map(Owner.person) ?? .household : owner
      items.append(item(record, owner: own))
    }
    disregard()
  }

  private mutating func item(_ record: FormRecord, owner: Owner) -> IncomeItem {
    let typeName = record.text(.incomeType).value
    let type = typeName.flatMap { rules.itemTypes[$0] }
    let annual = annualAmount(of: record, type: type)
    let positive = annual?.amount ?? rules.unreadableItem(of: type?.component ?? .wage)
    let amount = type?.isSubtracted == true ? -positive : positive
    let isIncome = type.map { $0.component != nil } ?? true
    noteUnknowns(of: record, annual: annual, type: type, bounds: positive)
    var notes = annual?.notes ?? [.incomeUnknown]
    if !isIncome { notes.append(.incomeNotIncome) }
    return IncomeItem(
      record: record, owner: owner, type: type, isUnknown: annual == nil,
      signedAmount: isIncome ? amount : .zero,
      received: isIncome ? received(record, annual: annual, signed: amount, type) : .zero,
      months: months(of: record, type: type).range, annual: annual,
      line: WorksheetLine(
        type?.component.map(WorksheetLineKind.component) ?? .nonIncomeReceipt, amount,
        working: [typeName, annual?.working].compactMap(\.self).joined(separator: " "),
        sources: [record.cell(of: .amount)], counts: isIncome, notes: notes))
  }

  private func annualAmount(
    of record: FormRecord, type: IncomeRules.ItemType?
  ) -> AnnualAmount? {
    guard let stated = record.money(.amount).value else { return nil }
    let amount = rules.certain(stated)
    let months = months(of: record, type: type)
    let column = record.choice(.period, as: Period.self).value
    let perYear = rules.windowsPerYear
    let annual = AnnualAmount(
      item: amount, period: stated.period ?? column, months: months, windowsPerYear: perYear)
    guard let cell = stated.period, let column, cell != column else { return annual }
    // The cell and the column 周期 disagree: neither is taken for right.
    return annual.conflicting(
      with: AnnualAmount(
        item: amount, period: column, months: months, windowsPerYear: perYear))
  }

  /// What a row states for the window, before it is brought to a year.
  private func received(
    _ record: FormRecord, annual: AnnualAmount?, signed: MoneyInterval,
    _ type: IncomeRules.ItemType?
  ) -> MoneyInterval {
    guard rules.windowsPerYear != 1, let annual, let stated = record.money(.amount).value else {
      return signed
    }
    let period = stated.period ?? record.choice(.period, as: Period.self).value
    let own = AnnualAmount(
      item: rules.certain(stated), period: period, months: months(of: record, type: type))
    let amount = period == .year ? annual.amount : own.amount
    return type?.isSubtracted == true ? -amount : amount
  }

  private func months(of record: FormRecord, type: IncomeRules.ItemType?) -> MonthCount {
    if let stated = record.count(.months).value, (1...rules.windowMonths).contains(stated) {
      return MonthCount(range: stated...stated)
    }
    if record[.months].isBlank, type?.isRegular == true {
      return MonthCount(range: rules.windowMonths...rules.windowMonths)
    }
    return MonthCount(range: 1...rules.windowMonths)
  }

  private mutating func noteUnknowns(
    of record: FormRecord, annual: AnnualAmount?, type: IncomeRules.ItemType?,
    bounds: MoneyInterval
  ) {
    if let months = record.count(.months).value, !(1...rules.windowMonths).contains(months) {
      report(.incomeMonthsImplausible, .months, at: record.cell(of: .months), bounds)
    }
    if type == nil { leaveOpen(.incomeType, of: record, bounds) }
    guard let annual else { return leaveOpen(.amount, of: record, bounds) }
    for note in annual.notes {
      let field: Field = note == .incomeMonthsUnknown ? .months : .period
      report(note, field, at: record.cell(of: field), annual.amount, [annual.amount.description])
    }
  }

  private mutating func leaveOpen(_ field: Field, of record: FormRecord, _ bounds: MoneyInterval) {
    unknowns.append(
      UnknownItem(.incomeUnknown, field: field, at: record.cell(of: field), bounds: bounds))
  }

  private mutating func report(
    _ code: FindingCode, _ field: Field, at cell: SourceLocation,
    _ bounds: MoneyInterval = .zero, _ arguments: [String] = []
  ) {
    findings.append(Finding(code, at: cell, field: field, arguments))
    unknowns.append(UnknownItem(code, field: field, at: cell, bounds: bounds))
  }
}

extension FormRecord {
  /// The documents named in 证明材料.
  var documents: Set<String> {
    let words = (text(.evidence).value ?? "").split { "、；;，,".contains($0) }
      .map { String($0.filter { !$0.isWhitespace }) }
    return Set(words).subtracting(["", "无", "有", "/", "-", "—", "是", "否", "√"])
  }
}
