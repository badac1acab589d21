import Casework

/// One row of the income form, brought to the window.
struct IncomeItem {
  let record: FormRecord
  /// The person it is for; nil where nobody of the household is certain.
  let person: Int?
  /// The component it belongs to; nil for a receipt that is not income, or an unreadable type.
  let component: IncomeComponent?
  /// Whether the row's type could not be read, so that its amount may count either way.
  let hasUnknownType: Bool
  /// Whether the amount could not be read.
  let isUnknown: Bool
  /// The amount of the window, subtracted types negative.
  let signedAmount: MoneyInterval
  let line: WorksheetLine

  var evidence: Set<String> { record.documents }
}

/// Brings a household's income items to the window.
struct IncomeItems {
  private(set) var items: [IncomeItem] = []
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []
  private let rules: IncomeRules

  init(_ application: Application, persons: HouseholdPersons, rules: IncomeRules) {
    self.rules = rules
    for record in application.incomeItems {
      let person = owner(of: record, persons: persons, application: application)
      items.append(item(record, person: person))
    }
  }

  /// An item that names no member is the applicant's, to whom its key leads.
  private mutating func owner(
    of record: FormRecord, persons: HouseholdPersons, application: Application
  ) -> Int? {
    guard persons.hasList else { return nil }
    if record[.memberName].isBlank, record[.memberId].isBlank {
      return persons.applicant(of: application)
    }
    if let person = persons.person(named: record) { return person }
    let cell = record.cell(of: record[.memberName].isBlank ? .memberId : .memberName)
    findings.append(Finding(.itemMemberUnknown, at: cell, field: .memberName))
    unknowns.append(UnknownItem(.itemMemberUnknown, field: .memberName, at: cell))
    return nil
  }

  private mutating func item(_ record: FormRecord, person: Int?) -> IncomeItem {
    let typeName = record.text(.incomeType).value
    let type = typeName.flatMap { rules.itemTypes[$0] }
    let annual = annualAmount(of: record, type: type)
    let positive = annual?.amount ?? rules.bounds(of: type?.component ?? .wage)
    let amount = type?.isSubtracted == true ? -positive : positive
    let isIncome = type.map { $0.component != nil } ?? true
    var notes = annual?.notes ?? [.incomeUnknown]
    if !isIncome { notes.append(.incomeNotIncome) }
    noteUnknowns(of: record, annual: annual, bounds: positive)
    return IncomeItem(
      record: record, person: person, component: type?.component, hasUnknownType: type == nil,
      isUnknown: annual == nil, signedAmount: isIncome ? amount : .zero,
      line: WorksheetLine(
        type?.component.map(WorksheetLineKind.component) ?? .nonIncomeReceipt, amount,
        working: [typeName, annual?.working].compactMap(\.self).joined(separator: " "),
        sources: [record.cell(of: .amount)], counts: isIncome, notes: notes))
  }

  private func annualAmount(
    of record: FormRecord, type: IncomeRules.ItemType?
  ) -> AnnualAmount? {
    guard let amount = record.money(.amount).value else { return nil }
    let months = months(of: record, type: type)
    let column = record.choice(.period, as: Period.self).value
    let count = AnnualAmount.item(
      amount, period: amount.period ?? column, months: months, rules: rules)
    guard let cell = amount.period, let column, cell != column else { return count }
    // Cell and 周期 column disagree: neither is taken for right.
    let other = AnnualAmount.item(amount, period: column, months: months, rules: rules)
    return AnnualAmount.conflicting(count, other)
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
    of record: FormRecord, annual: AnnualAmount?, bounds: MoneyInterval
  ) {
    if let months = record.count(.months).value, !(1...rules.windowMonths).contains(months) {
      report(.incomeMonthsImplausible, .months, record, bounds)
    }
    guard let annual else {
      unknowns.append(
        UnknownItem(.incomeUnknown, field: .amount, at: record.cell(of: .amount), bounds: bounds))
      return
    }
    for note in annual.notes {
      report(note, note == .incomeMonthsUnknown ? .months : .period, record, annual.amount)
    }
    if record.text(.incomeType).value == nil {
      unknowns.append(
        UnknownItem(
          .incomeUnknown, field: .incomeType, at: record.cell(of: .incomeType),
          bounds: annual.amount))
    }
  }

  private mutating func report(
    _ code: FindingCode, _ field: Field, _ record: FormRecord, _ bounds: MoneyInterval
  ) {
    let cell = record.cell(of: field)
    findings.append(Finding(code, at: cell, field: field, [bounds.description]))
    unknowns.append(UnknownItem(code, field: field, at: cell, bounds: bounds))
  }
}

extension AnnualAmount {
  /// The interval over two readings of one item.
  static func conflicting(_ one: AnnualAmount, _ other: AnnualAmount) -> AnnualAmount {
    AnnualAmount(
      hull: one.amount.hull(with: other.amount), working: "\(one.working) | \(other.working)",
      notes: [.incomePeriodConflict])
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
