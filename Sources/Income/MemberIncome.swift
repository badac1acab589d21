import Casework

/// One component of one person's income: what counts, and whether it is known.
struct ComponentFigure {
  /// The amount of the window.
  var amount: MoneyInterval
  /// Whether no source says it, so that a figure for the whole household may.
  var isUnknown: Bool
  /// The lines it stands on.
  var lines: [WorksheetLine]
}

/// Works out each person's components: the items where there are any, else the column (contract §2).
struct MemberIncome {
  let rules: IncomeRules
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []

  init(rules: IncomeRules) { self.rules = rules }

  /// The four components of one person, in their order.
  mutating func figures(of person: Person, items: [IncomeItem]) -> [ComponentFigure] {
    let rows = [person.record].compactMap(\.self) + person.repeats
    let stated = IncomeComponent.allCases.map { column($0, rows: rows) }
    let hasFilled =
      stated.contains { !$0.isBlank } || items.contains { $0.component != nil }
    let status = person.record?.text(.employment).value ?? ""
    let figures = zip(IncomeComponent.allCases, stated).map { component, column in
      figure(
        component, column: column, items: items.filter { $0.component == component },
        blankIsZero: hasFilled || rules.statusesWithoutIncome.contains(status), person: person)
    }
    checkTotal(of: person, figures: figures)
    return figures
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
    _ component: IncomeComponent, column: Column, items: [IncomeItem], blankIsZero: Bool,
    person: Person
  ) -> ComponentFigure {
    if !items.isEmpty { return itemised(component, column: column, items: items) }
    if let first = column.lines.first {
      return stated(first, further: Array(column.lines.dropFirst()))
    }
    let cell = person.record?.cell(of: component.field)
    if let damaged = column.damagedCells.first { return unknown(component, at: damaged) }
    if blankIsZero {
      let line = WorksheetLine(
        .component(component), .zero, sources: cell.map { [$0] } ?? [],
        notes: [.incomeAssumedZero])
      return ComponentFigure(amount: .zero, isUnknown: false, lines: [line])
    }
    return unknown(component, at: cell)
  }

  private mutating func itemised(
    _ component: IncomeComponent, column: Column, items: [IncomeItem]
  ) -> ComponentFigure {
    let sum = items.map(\.signedAmount).sum()
    var figure = ComponentFigure(
      amount: sum, isUnknown: items.contains(where: \.isUnknown), lines: items.map(\.line))
    for line in column.lines where line.amount != sum {
      findings.append(
        Finding(
          .incomeSourcesConflict, at: line.sources.first, field: component.field,
          value: line.amount.description, [sum.description, line.amount.description]))
      unknowns.append(conflict(component, line.sources.first, line.amount.hull(with: sum)))
      figure.amount = figure.amount.hull(with: line.amount)
    }
    figure.lines += column.lines.map { $0.shownOnly(noting: .incomeSourcesConflict, if: $0.amount != sum) }
    return figure
  }

  private mutating func stated(
    _ first: WorksheetLine, further: [WorksheetLine]
  ) -> ComponentFigure {
    var figure = ComponentFigure(amount: first.amount, isUnknown: false, lines: [first])
    for line in further where line.amount != first.amount {
      figure.amount = figure.amount.hull(with: line.amount)
      figure.lines.append(line.shownOnly(noting: .incomeSourcesConflict, if: true))
      findings.append(
        Finding(
          .incomeSourcesConflict, at: line.sources.first, value: line.amount.description,
          [first.amount.description, line.amount.description]))
    }
    return figure
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

  private func conflict(
    _ component: IncomeComponent, _ cell: SourceLocation?, _ bounds: MoneyInterval
  ) -> UnknownItem {
    UnknownItem(
      .incomeSourcesConflict, field: component.field,
      at: cell ?? SourceLocation(file: 0, sheet: 0, row: 0, column: 0), bounds: bounds)
  }

  /// A row's own total should equal its components; it is a check, not a source.
  private mutating func checkTotal(of person: Person, figures: [ComponentFigure]) {
    guard let record = person.record, let stated = record.money(.totalIncome).value else { return }
    let total = AnnualAmount(column: stated, rules: rules).amount
    let sum = figures.map(\.amount).sum()
    guard !figures.contains(where: \.isUnknown), sum.exact != nil, sum != total else { return }
    let cell = record.cell(of: .totalIncome)
    findings.append(
      Finding(
        .incomeTotalConflict, at: cell, field: .totalIncome, value: total.description,
        [total.description, sum.description]))
  }
}

extension WorksheetLine {
  /// The same line, shown beside the figure that counts.
  func shownOnly(noting code: FindingCode, if differs: Bool) -> WorksheetLine {
    WorksheetLine(
      kind, amount, working: working, sources: sources, counts: false,
      notes: differs ? notes + [code] : notes)
  }
}
