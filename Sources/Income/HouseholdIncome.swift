import Casework

/// Works out D, the household's disposable income, for one set of persons (contract §2).
///
/// Which figure counts, component by component: the members' items and columns, else the
/// household totals, else the declared total. Sources that disagree form an interval over both; a
/// later one never adds to an earlier one.
struct HouseholdIncome {
  let application: Application
  let rules: IncomeRules
  /// Figures of each listed person, or one entry of the items alone where there is no list.
  let figures: [[ComponentFigure]]
  /// Whether `figures` come from a list of members.
  let hasList: Bool
  /// Items whose person or type is not certain: they may count or not.
  let doubtfulItems: [IncomeItem]

  /// D with the lines of the household's own statements and what was found.
  struct Total {
    var disposable: MoneyInterval = .zero
    /// Whether a part of it is said by no source.
    var isUnknown = false
    var lines: [WorksheetLine] = []
    var findings: [Finding] = []
    var unknowns: [UnknownItem] = []
  }

  /// D over the persons of a composition, of whom there are at most `size`.
  func total(of composition: Composition, size: Int) -> Total {
    var total = Total()
    let blankIsZero = totalsAreTheSource(composition)
    let hasWholes = !wholeIncomes(of: composition).isEmpty
    for component in IncomeComponent.allCases {
      let own = figures(component, of: composition)
      // Where a person states the whole only, no component can be held against the household's.
      if hasWholes {
        _ = statedTotal(component, total: &total)
        total.disposable = total.disposable + own.map(\.amount).sum()
        total.isUnknown = total.isUnknown || own.contains(where: \.isUnknown)
      } else {
        add(component, own: own, size: size, blankIsZero: blankIsZero, to: &total)
      }
    }
    addWholeIncomes(of: composition, to: &total)
    for item in doubtfulItems {
      if let place = item.owner.place, composition.contains(place) == false { continue }
      total.disposable = total.disposable + item.doubtfulAmount
      total.isUnknown = true
    }
    holdAgainstDeclaration(&total)
    return total
  }

  /// What each person of the composition has of a component.
  func figures(
    _ component: IncomeComponent, of composition: Composition
  ) -> [ComponentFigure] {
    guard hasList else {
      return figures.map { $0[component.rawValue] }.filter { !$0.lines.isEmpty }
    }
    let open = composition.open.map { figures[$0][component.rawValue].orNothing }
    return composition.places.map { figures[$0][component.rawValue] } + open
  }

  /// The incomes of those who state them as a whole, behind their four components.
  private func wholeIncomes(of composition: Composition) -> [ComponentFigure] {
    let place = IncomeComponent.allCases.count
    let open = composition.open.compactMap { figures[$0].dropFirst(place).first?.orNothing }
    return composition.places.compactMap { figures[$0].dropFirst(place).first } + open
  }

  /// Adds incomes stated as a whole; the household's own components, where all are stated, should
  /// come to the same as all persons' together.
  private func addWholeIncomes(of composition: Composition, to total: inout Total) {
    let incomes = wholeIncomes(of: composition)
    guard !incomes.isEmpty else { return }
    total.disposable = total.disposable + incomes.map(\.amount).sum()
    let stated = IncomeComponent.allCases.compactMap { component in
      application.record.money(component.field).value.map { AnnualAmount(column: $0, rules: rules) }
    }
    guard stated.count == IncomeComponent.allCases.count else { return }
    let sum = stated.map(\.amount).sum()
    guard sum != total.disposable else { return }
    conflict(.incomeSourcesConflict, .wageIncome, stated: sum, sum: total.disposable, total: &total)
    total.disposable = total.disposable.hull(with: sum)
  }

  /// Whether the household's own row says something and no listed person's cells do, so that what
  /// that row leaves blank is zero.
  func totalsAreTheSource(_ composition: Composition) -> Bool {
    let stated = IncomeComponent.allCases.contains { !application.record[$0.field].isBlank }
    guard hasList else { return stated || figures.joined().contains { !$0.lines.isEmpty } }
    let own = (composition.places + composition.open).flatMap { figures[$0] }
    return stated && !own.contains(where: \.isStated)
  }

  private func add(
    _ component: IncomeComponent, own: [ComponentFigure], size: Int, blankIsZero: Bool,
    to total: inout Total
  ) {
    let isUnknown = own.contains(where: \.isUnknown)
    let isSilent = own.isSilent(besideTotals: blankIsZero)
    let sum = own.isEmpty ? rules.bounds(of: component) * Int64(size) : own.map(\.amount).sum()
    let cell = application.record.cell(of: component.field)
    if let stated = statedTotal(component, total: &total) {
      let settles = isSilent || (isUnknown && sum.contains(stated))
      let amount = settles ? stated : sum.hull(with: stated)
      total.disposable = total.disposable + amount
      if !settles, stated != sum {
        conflict(.incomeSourcesConflict, component.field, stated: stated, sum: sum, total: &total)
      }
    } else if isSilent, blankIsZero, application.record[component.field].isBlank {
      total.lines.append(
        WorksheetLine(
          .statedComponent(component), .zero, sources: [cell], notes: [.incomeAssumedZero]))
    } else {
      total.disposable = total.disposable + sum
      total.isUnknown = total.isUnknown || isUnknown || own.isEmpty
      if own.isEmpty {
        total.unknowns.append(
          UnknownItem(.incomeUnknown, field: component.field, at: cell, bounds: sum))
        if application.record[component.field].isBlank {
          total.findings.append(
            Finding(
              .incomeUnknown, at: cell, field: component.field,
              [sum.description]))
        }
      }
    }
  }

  private func statedTotal(
    _ component: IncomeComponent, total: inout Total
  ) -> MoneyInterval? {
    guard let stated = application.record.money(component.field).value else { return nil }
    let annual = AnnualAmount(column: stated, rules: rules)
    total.lines.append(
      WorksheetLine(
        .statedComponent(component), annual.amount, working: annual.working,
        sources: [application.record.cell(of: component.field)]))
    return annual.amount
  }

  private func conflict(
    _ code: FindingCode, _ field: Field, stated: MoneyInterval, sum: MoneyInterval,
    total: inout Total
  ) {
    let cell = application.record.cell(of: field)
    total.findings.append(
      Finding(
        code, at: cell, field: field, value: stated.description,
        [stated.description, sum.description]))
    total.unknowns.append(
      UnknownItem(code, field: field, at: cell, bounds: sum.hull(with: stated)))
  }

  /// The declared total settles what nothing else says, and opens an interval where it disagrees.
  private func holdAgainstDeclaration(_ total: inout Total) {
    let record = application.record
    let isDeclared = record.money(.declaredAnnualIncome).value != nil
    let field: Field = isDeclared ? .declaredAnnualIncome : .totalIncome
    guard let stated = record.money(field).value else { return }
    let declared = AnnualAmount(column: stated, rules: rules)
    total.lines.append(
      WorksheetLine(
        .declaredTotal, declared.amount, working: declared.working,
        sources: [record.cell(of: field)]))
    guard declared.amount != total.disposable else { return }
    if total.isUnknown, total.disposable.contains(declared.amount) {
      total.disposable = declared.amount
      total.unknowns = []
      return
    }
    conflict(
      .incomeTotalConflict, field, stated: declared.amount, sum: total.disposable, total: &total)
    total.disposable = total.disposable.hull(with: declared.amount)
  }
}

extension ComponentFigure {
  /// The figure of someone who may live apart: it is of the household, or nothing is.
  fileprivate var orNothing: ComponentFigure {
    var figure = self
    figure.amount = amount.hull(with: .zero)
    return figure
  }
}
