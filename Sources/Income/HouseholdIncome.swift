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
  let uncertainItems: [IncomeItem]

  /// D with the lines of the household's own statements and what was found.
  struct Total {
    var disposable: MoneyInterval = .zero
    var lines: [WorksheetLine] = []
    var findings: [Finding] = []
    var unknowns: [UnknownItem] = []
  }

  /// D over the persons at `places`.
  func total(of places: [Int], size: Int) -> Total {
    var total = Total()
    let hasSomething = statesAnything(places)
    var isUnknown = false
    for component in IncomeComponent.allCases {
      let value = componentTotal(component, places: places, size: size, blankIsZero: hasSomething, total: &total)
      total.disposable = total.disposable + value.amount
      isUnknown = isUnknown || value.isUnknown
    }
    for item in uncertainItems {
      let low = item.hasUnknownType ? -item.signedAmount : .zero
      total.disposable = total.disposable + item.signedAmount.hull(with: low).hull(with: .zero)
      isUnknown = true
    }
    holdAgainstDeclaration(&total, isUnknown: isUnknown)
    return total
  }

  private func statesAnything(_ places: [Int]) -> Bool {
    let stated = IncomeComponent.allCases.contains {
      !application.record[$0.field].isBlank
    }
    let itemised = !hasList && figures.contains { $0.contains { !$0.lines.isEmpty } }
    return stated || itemised
  }

  private func componentTotal(
    _ component: IncomeComponent, places: [Int], size: Int, blankIsZero: Bool, total: inout Total
  ) -> (amount: MoneyInterval, isUnknown: Bool) {
    let own = places.map { figures[$0][component.rawValue] }.filter { !$0.lines.isEmpty || hasList }
    let stated = statedTotal(component, total: &total)
    guard !own.isEmpty else {
      if let stated { return (stated, false) }
      if application.record[component.field].isBlank, blankIsZero { return (.zero, false) }
      return unknownTotal(component, size: size, total: &total)
    }
    let sum = own.map(\.amount).sum()
    let isUnknown = own.contains(where: \.isUnknown)
    guard let stated, stated != sum else { return (sum, isUnknown && stated == nil) }
    if isUnknown, sum.contains(stated) { return (stated, false) }
    conflict(.incomeSourcesConflict, component.field, stated: stated, sum: sum, total: &total)
    return (sum.hull(with: stated), false)
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

  private func unknownTotal(
    _ component: IncomeComponent, size: Int, total: inout Total
  ) -> (amount: MoneyInterval, isUnknown: Bool) {
    let bounds = rules.bounds(of: component) * Int64(max(1, size))
    total.unknowns.append(
      UnknownItem(
        .incomeUnknown, field: component.field,
        at: application.record.cell(of: component.field), bounds: bounds))
    return (bounds, true)
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
  private func holdAgainstDeclaration(_ total: inout Total, isUnknown: Bool) {
    let record = application.record
    let field: Field = record.money(.declaredAnnualIncome).value == nil ? .totalIncome : .declaredAnnualIncome
    guard let stated = record.money(field).value else { return }
    let declared = AnnualAmount(column: stated, rules: rules)
    total.lines.append(
      WorksheetLine(
        .declaredTotal, declared.amount, working: declared.working,
        sources: [record.cell(of: field)]))
    guard declared.amount != total.disposable else { return }
    if isUnknown, total.disposable.contains(declared.amount) {
      total.disposable = declared.amount
      total.unknowns = []
      return
    }
    conflict(
      .incomeTotalConflict, field, stated: declared.amount, sum: total.disposable, total: &total)
    total.disposable = total.disposable.hull(with: declared.amount)
  }
}
