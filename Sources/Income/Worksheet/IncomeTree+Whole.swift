import Casework

/// Incomes that members state as a whole, in a column such as 年收入, without any component.
extension IncomeTree {
  /// Whether a member of the composition states only the whole.
  var hasWholeIncomes: Bool {
    (composition.places + composition.open).contains { !statesComponents($0) }
  }

  /// Whether a person's figures are the four components.
  func statesComponents(_ place: Int) -> Bool {
    view.figures[place].count <= IncomeComponent.allCases.count
  }

  /// The components with the whole incomes behind them, held against the household's own
  /// components where all four are stated.
  func besideWholeIncomes(_ components: [WorksheetNode]) -> [WorksheetNode] {
    guard hasWholeIncomes else { return components }
    let together = composition.places.filter { !statesComponents($0) }.map(wholeIncome)
    let open = composition.open.filter { !statesComponents($0) }.map { place in
      let own = wholeIncome(place)
      return WorksheetNode(own.item, .opened, of: [own]).noting([.memberLivingUnknown])
    }
    let parts = components + [WorksheetNode(.ownTotals, .sum, of: together + open)]
    let columns = IncomeComponent.allCases.compactMap(householdColumn)
    guard columns.count == IncomeComponent.allCases.count else { return parts }
    let own = WorksheetNode(.wholeHousehold, .sum, of: parts)
    let stated = WorksheetNode(.householdColumns, .sum, of: columns)
    guard own.amount != stated.amount else { return parts }
    return [
      WorksheetNode(.components, .hull, of: [own, stated]).noting([.incomeSourcesConflict])
    ]
  }

  /// A component that is not held against the household's, which holds whole incomes too.
  func onlyOfMembers(_ component: IncomeComponent, _ sum: WorksheetNode) -> WorksheetNode {
    let column = householdColumn(component).map { [$0.aside] } ?? []
    return WorksheetNode(.component(component), .sum, of: sum.parts.filter(\.counts) + column)
  }

  private func householdColumn(_ component: IncomeComponent) -> WorksheetNode? {
    record.money(component.field).value.map { stated in
      rules.annualNode(
        AnnualAmount(column: stated, rules: rules), of: stated, as: .column(component),
        at: record.cell(of: component.field))
    }
  }

  private func wholeIncome(_ place: Int) -> WorksheetNode {
    let person = view.persons.persons[place]
    let columns = person.rows.compactMap { row in
      row.money(.totalIncome).value.map { stated in
        rules.annualNode(
          AnnualAmount(column: stated, rules: rules), of: stated, as: .ownTotal,
          at: row.cell(of: .totalIncome))
      }
    }
    let item = WorksheetItem.member(person.record?.location)
    let amount = view.figures[place].last?.amount ?? .zero
    guard let first = columns.first else {
      return WorksheetNode(item, WorksheetQuantity(amount), .elsewhere)
    }
    return held(item, first, against: Array(columns.dropFirst())).adjusted(to: amount)
  }
}
