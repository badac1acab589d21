import Casework

/// One row of the support form: what it adds, and whether it may be counted elsewhere already.
struct SupportReading {
  let record: FormRecord
  /// What the row states, bounded by the policy where it is blank.
  let stated: MoneyInterval
  /// What the row adds.
  private(set) var amount: MoneyInterval
  /// Whether nothing proves yet that it is counted elsewhere.
  private(set) var isOpen = true
  private(set) var notes: [FindingCode] = []
  private var fieldOfDate: Field?
  private var other: SourceLocation?
  /// How what the row adds follows from what it states.
  private(set) var steps: [Step] = []

  /// One step from what a row states to what it adds.
  enum Step {
    /// It may not count at all.
    case opened
    /// It lies outside the window.
    case outside
    /// Another entry holds the same benefit, for certain or perhaps.
    case sameBenefit(MoneyInterval, SourceLocation, isCertain: Bool)
  }

  private let kinds: Set<String>

  init(_ record: FormRecord, windows: PossibleWindows, rules: IncomeRules) {
    self.record = record
    kinds = rules.reimbursingSupport[record.text(.supportKind).value ?? ""] ?? []
    let known = record.money(.amount).value.map(rules.certain)
    stated = known ?? MoneyInterval(.zero, rules.unknownAmount)
    amount = stated
    if known == nil { notes.append(.supportAmountUnknown) }
    switch record.date(.receivedOn) {
    case .blank: notes.append(.supportUndated)
    case .damaged: leaveOpen(.receivedOn)
    case .stated(let date):
      switch windows.place(of: date, in: .receivedOn) {
      case .inside: break
      case .open(let field): leaveOpen(field)
      case .outside:
        amount = .zero
        isOpen = false
        steps.append(.outside)
        notes.append(.supportOutsideWindow)
      }
    }
  }

  /// It may lie outside the window; `field` would settle it.
  private mutating func leaveOpen(_ field: Field) {
    amount = amount.hull(with: .zero)
    steps.append(.opened)
    fieldOfDate = field
  }

  /// Counts the benefit once: what the other entry holds is not added again.
  mutating func settle(
    against entry: MoneyInterval, isCertain: Bool, noting code: FindingCode,
    seeing cell: SourceLocation
  ) {
    let beyond = stated == entry && entry.exact != nil ? .zero : amount.high - entry.low
    let rest = MoneyInterval(.zero, max(.zero, beyond))
    steps.append(.sameBenefit(entry, cell, isCertain: isCertain))
    amount = isCertain ? rest : amount.hull(with: rest)
    isOpen = false
    notes.append(code)
    other = cell
  }

  /// Only the kind agrees: the row may be the same benefit or another, both form the interval.
  mutating func leaveOpen(besides bill: FormRecord) {
    amount = amount.hull(with: .zero)
    steps.append(.opened)
    isOpen = false
    notes.append(.supportPossiblyTwice)
    other = bill.cell(of: .reimbursed)
  }
}

// MARK: What it is held against

extension SupportReading {
  var rank: Rank {
    Rank(
      isDoubtful: fieldOfDate != nil, amount: stated,
      words: record.text(.supportKind).value ?? "")
  }

  func isOfKind(of bill: ExpenditureItem) -> Bool { kinds.contains(bill.type) }

  /// A bill whose type cannot be read can be of any kind that is reimbursed.
  func mayBeOfKind(of bill: ExpenditureItem) -> Bool {
    isOfKind(of: bill) || bill.type.isEmpty && !kinds.isEmpty
  }

  func equals(_ bill: ExpenditureItem) -> Bool { equals(bill.reimbursed) }

  func equals(_ item: IncomeItem) -> Bool { equals(item.received) }

  private func equals(_ amount: MoneyInterval) -> Bool {
    stated.exact != nil && stated == amount && stated != .zero
  }

  func sharesDocument(with other: FormRecord) -> Bool {
    !record.documents.isDisjoint(with: other.documents)
  }
}

// MARK: What it says

extension SupportReading {
  var line: WorksheetLine {
    let counts = amount != .zero || stated == .zero
    return WorksheetLine(
      .support(record.text(.supportKind).value ?? "?"), counts ? amount : stated,
      working: "\(stated) 元", sources: [record.cell(of: .amount)], counts: counts, notes: notes)
  }

  var findings: [Finding] {
    notes.compactMap { code in
      switch code {
      case .supportCountedOnce, .supportAlreadyIncome, .supportPossiblyTwice:
        Finding(
          code, at: record.cell(of: .amount), field: .amount, value: stated.description,
          [other.map { "\($0.row)" } ?? ""])
      default: nil
      }
    }
  }

  func unknowns(applicationDate: SourceLocation) -> [UnknownItem] {
    guard amount.exact == nil else { return [] }
    var items: [UnknownItem] = []
    if let field = fieldOfDate {
      let cell = field == .applicationDate ? applicationDate : record.cell(of: field)
      items.append(UnknownItem(.supportUndated, field: field, at: cell, bounds: amount))
    }
    if stated.exact == nil {
      items.append(
        UnknownItem(
          .supportAmountUnknown, field: .amount, at: record.cell(of: .amount), bounds: amount))
    }
    if other != nil {
      items.append(
        UnknownItem(
          .supportPossiblyTwice, field: .evidence, at: record.cell(of: .amount), bounds: amount))
    }
    return items
  }
}
