import Casework

/// One component of one person's income, or the whole of it: what counts, and whether it is known.
struct ComponentFigure {
  /// The amount of the window.
  var amount: MoneyInterval
  /// Whether no source says it, so that a figure for the whole household may.
  var isUnknown = false
  /// Whether an item or a column says it, be it unreadable.
  var isStated = false
  /// The lines it stands on.
  var lines: [WorksheetLine]
  /// The wage the policy takes the person to earn, with what stood there before.
  var imputed: ImputedWage?

  /// A component that the person's whole income holds already.
  static let nothing = ComponentFigure(amount: .zero, lines: [])
}

/// A wage that nobody states and the policy takes a person to earn.
struct ImputedWage {
  let amount: Money
  /// Whether the person could work for certain, by what the rows say.
  let isCertain: Bool
  /// What the rows say without it.
  let stated: MoneyInterval
  let isUnknown: Bool
  let cells: [SourceLocation]
}

extension [ComponentFigure] {
  /// Whether no person says anything of a component, so that the household's own row, where it is
  /// the source, settles it: an item whose amount cannot be read says that there is something.
  func isSilent(besideTotals blankIsZero: Bool) -> Bool {
    isEmpty || (blankIsZero && contains(where: \.isUnknown) && !contains(where: \.isStated))
  }
}

/// Works out each person's components: the items where there are any, else the column (contract §2).
struct MemberIncome {
  let rules: IncomeRules
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []

  /// The day the worksheet counts from.
  private let day: CalendarDate

  init(rules: IncomeRules, on day: CalendarDate) {
    self.rules = rules
    self.day = day
  }

  /// The four components of one person, in their order; behind them the whole income of a person
  /// who states it without any component.
  mutating func figures(of person: Person, items: [IncomeItem]) -> [ComponentFigure] {
    let ofOthers = unknowns
    let columns = IncomeComponent.allCases.map { column($0, rows: person.rows) }
    if columns.allSatisfy(\.isBlank), !items.contains(where: { $0.component != nil }),
      let whole = wholeIncome(of: person)
    {
      return IncomeComponent.allCases.map { _ in .nothing } + [whole]
    }
    let blankIsZero =
      columns.contains { !$0.isBlank } || items.contains { $0.component != nil }
      || saysNothingEarned(person)
    var figures = zip(IncomeComponent.allCases, columns).map { component, column in
      let own = items.filter { $0.component == component }
      return own.isEmpty
        ? figure(component, column: column, blankIsZero: blankIsZero, person: person)
        : itemised(component, column: column, items: own)
    }
    impute(&figures, of: person)
    checkTotal(of: person, figures: figures)
    // What a person earns who lives apart decides nothing.
    if person.living == .apart { unknowns = ofOthers }
    return figures
  }

  /// The person's own total where it is all that is said of the income, as in a column 年收入.
  ///
  /// A total of zero says the same of each component and needs no line of its own.
  private mutating func wholeIncome(of person: Person) -> ComponentFigure? {
    let lines = person.rows.compactMap { row -> WorksheetLine? in
      guard let stated = row.money(.totalIncome).value else { return nil }
      let annual = AnnualAmount(column: stated, rules: rules)
      return WorksheetLine(
        .memberTotal, annual.amount, working: annual.working,
        sources: [row.cell(of: .totalIncome)])
    }
    guard let first = lines.first, lines.contains(where: { $0.amount != .zero }) else { return nil }
    return held(
      .totalIncome, ComponentFigure(amount: first.amount, isStated: true, lines: [first]),
      against: Array(lines.dropFirst()))
  }

  /// Takes a person who could work and states no wage to earn what the policy says; always flagged.
  private mutating func impute(_ figures: inout [ComponentFigure], of person: Person) {
    let place = IncomeComponent.wage.rawValue
    guard let rule = rules.imputation, let record = person.record, person.living != .apart,
      let amount = rule.yearly(on: day), figures[place].amount.low <= .zero
    else { return }
    let facts = PersonFacts(person.rows, on: day)
    let fits = facts.fit(rule)
    guard fits != false, !(figures[place].isStated && figures[place].amount.high > .zero) else {
      return
    }
    let imputed = MoneyInterval(exactly: amount)
    let cell = record.cell(of: .employment)
    figures[place].imputed = ImputedWage(
      amount: amount, isCertain: fits == true, stated: figures[place].amount,
      isUnknown: figures[place].isUnknown, cells: figures[place].lines.flatMap(\.sources))
    let total = fits == true ? imputed : figures[place].amount.hull(with: imputed)
    figures[place].amount = total
    figures[place].isUnknown = false
    figures[place].lines = [
      WorksheetLine(
        .component(.wage), total, working: "\(amount)", sources: [cell],
        notes: [.incomeImputed])
    ]
    findings.append(Finding(.incomeImputed, at: cell, field: .employment, [amount.description]))
    if fits == nil {
      let field = facts.unknownField(of: rule) ?? .employment
      unknowns.append(
        UnknownItem(.incomeImputed, field: field, at: record.cell(of: field), bounds: total))
    }
  }

  /// A status without income by the policy, or an own total of zero, which equals no filled cell.
  private func saysNothingEarned(_ person: Person) -> Bool {
    person.rows.contains { row in
      rules.statusesWithoutIncome.contains(row.text(.employment).value ?? "")
        || row.money(.totalIncome).value?.amount == .zero
    }
  }

  /// What the column says: the lines of all rows about the person that fill it.
  private struct Column {
    var lines: [WorksheetLine] = []
    var damagedCells: [SourceLocation] = []
    var isBlank: Bool { lines.isEmpty && damagedCells.isEmpty }
  }

  private func column(_ component: IncomeComponent, rows: [FormRecord]) -> Column {
    var column = Column()
    for row in rows {
      let cell = row.cell(of: component.field)
      switch row.money(component.field) {
      case .blank: break
      case .damaged: column.damagedCells.append(cell)
      case .stated(let amount):
        let annual = AnnualAmount(column: amount, rules: rules)
        column.lines.append(
          WorksheetLine(
            .component(component), annual.amount, working: annual.working, sources: [cell]))
      }
    }
    return column
  }

  private mutating func figure(
    _ component: IncomeComponent, column: Column, blankIsZero: Bool, person: Person
  ) -> ComponentFigure {
    if let first = column.lines.first {
      return held(
        component.field, ComponentFigure(amount: first.amount, isStated: true, lines: [first]),
        against: Array(column.lines.dropFirst()))
    }
    let cell = person.record?.cell(of: component.field)
    if let damaged = column.damagedCells.first {
      // Something is written there: no blank total of the household makes it zero.
      var figure = unknown(component, at: damaged)
      figure.isStated = true
      return figure
    }
    guard blankIsZero else {
      if let cell, person.living != .apart { askFor(component, at: cell) }
      return unknown(component, at: cell)
    }
    let line = WorksheetLine(
      .component(component), .zero, sources: cell.map { [$0] } ?? [], notes: [.incomeAssumedZero])
    return ComponentFigure(amount: .zero, lines: [line])
  }

  /// A blank cell that leaves the result open; a damaged one has its error already.
  private mutating func askFor(_ component: IncomeComponent, at cell: SourceLocation) {
    let bounds = rules.bounds(of: component)
    findings.append(
      Finding(
        .incomeUnknown, at: cell, field: component.field,
        [bounds.description]))
  }

  private mutating func itemised(
    _ component: IncomeComponent, column: Column, items: [IncomeItem]
  ) -> ComponentFigure {
    let figure = ComponentFigure(
      amount: items.map(\.signedAmount).sum(), isUnknown: items.contains(where: \.isUnknown),
      isStated: true, lines: items.map(\.line))
    return held(component.field, figure, against: column.lines)
  }

  /// The figure opened to every line that says another amount; such lines are only shown.
  private mutating func held(
    _ field: Field, _ figure: ComponentFigure, against lines: [WorksheetLine]
  ) -> ComponentFigure {
    var result = figure
    for line in lines {
      let differs = line.amount != figure.amount
      result.lines.append(line.shownOnly(noting: differs ? [.incomeSourcesConflict] : []))
      guard differs else { continue }
      result.amount = result.amount.hull(with: line.amount)
      guard let cell = line.sources.first else { continue }
      findings.append(
        Finding(
          .incomeSourcesConflict, at: cell, field: field,
          value: line.amount.description, [figure.amount.description, line.amount.description]))
      unknowns.append(
        UnknownItem(
          .incomeSourcesConflict, field: field, at: cell,
          bounds: figure.amount.hull(with: line.amount)))
    }
    return result
  }

  private mutating func unknown(
    _ component: IncomeComponent, at cell: SourceLocation?
  ) -> ComponentFigure {
    let bounds = rules.bounds(of: component)
    if let cell {
      unknowns.append(
        UnknownItem(.incomeUnknown, field: component.field, at: cell, bounds: bounds))
    }
    let line = WorksheetLine(
      .component(component), bounds, sources: cell.map { [$0] } ?? [], notes: [.incomeUnknown])
    return ComponentFigure(amount: bounds, isUnknown: true, lines: [line])
  }

  /// A row's own total should equal its components; it is a check, not a source.
  private mutating func checkTotal(of person: Person, figures: [ComponentFigure]) {
    guard let record = person.record, let stated = record.money(.totalIncome).value else { return }
    let total = AnnualAmount(column: stated, rules: rules).amount
    let sum = figures.map(\.amount).sum()
    guard !figures.contains(where: \.isUnknown), sum.exact != nil, sum != total else { return }
    findings.append(
      Finding(
        .incomeTotalConflict, at: record.cell(of: .totalIncome), field: .totalIncome,
        value: total.description, [total.description, sum.description]))
  }
}

extension WorksheetLine {
  /// The same line, shown beside the figure that counts.
  fileprivate func shownOnly(noting codes: [FindingCode]) -> WorksheetLine {
    WorksheetLine(
      kind, amount, working: working, sources: sources, counts: false, notes: notes + codes)
  }
}
