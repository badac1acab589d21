import Casework

/// The tree of D: each component from the members' cells, held against what the household states.
///
/// It takes the same decisions as `HouseholdIncome`, from the same figures; where the two differ the
/// tree shows the rules' figure and says so, and a test fails.
struct IncomeTree {
  let view: HouseholdView
  let composition: Composition
  /// How many persons a component can be of that nobody states.
  let size: Int

  var rules: IncomeRules { view.disposable.rules }
  var record: FormRecord { view.disposable.application.record }

  /// A component's figure, and whether a part of it is said by no source.
  private struct Component {
    let node: WorksheetNode
    var isUnknown = false
  }

  /// D of the composition.
  func disposable(as income: HouseholdIncome.Total) -> WorksheetNode {
    let blankIsZero = view.disposable.totalsAreTheSource(composition)
    let components = IncomeComponent.allCases.map { self.component($0, blankIsZero: blankIsZero) }
    let doubtful = view.disposable.doubtfulItems.filter { item in
      item.owner.place.map { composition.contains($0) != false } ?? true
    }.map { $0.doubtfulNode(rules) }
    let parts = besideWholeIncomes(components.map(\.node)) + doubtful
    let isUnknown = components.contains(where: \.isUnknown) || !doubtful.isEmpty
    return heldAgainstDeclaration(parts, isUnknown: isUnknown).adjusted(to: income.disposable)
  }

  private func heldAgainstDeclaration(
    _ parts: [WorksheetNode], isUnknown: Bool
  ) -> WorksheetNode {
    let aside = receipts
    let isDeclared = record.money(.declaredAnnualIncome).value != nil
    let field: Field = isDeclared ? .declaredAnnualIncome : .totalIncome
    guard let stated = record.money(field).value else {
      return WorksheetNode(.disposable, .sum, of: parts + aside)
    }
    let declared = rules.annualNode(
      AnnualAmount(column: stated, rules: rules), of: stated, as: .declaredIncome,
      at: record.cell(of: field))
    let sum = WorksheetNode(.components, .sum, of: parts)
    if declared.amount == sum.amount {
      return WorksheetNode(.disposable, .sum, of: parts + [declared.aside] + aside)
    }
    if isUnknown, sum.amount.contains(declared.amount) {
      return WorksheetNode(.disposable, .chosen, of: [declared, sum.aside] + aside)
    }
    return WorksheetNode(.disposable, .hull, of: [sum, declared] + aside)
      .noting([.incomeTotalConflict])
  }

  /// Receipts that are not income, shown beside.
  private var receipts: [WorksheetNode] {
    view.items.items.filter { $0.type != nil && $0.component == nil }.map { $0.node(rules) }
  }

  private func component(_ component: IncomeComponent, blankIsZero: Bool) -> Component {
    let own = view.disposable.figures(component, of: composition)
    let isUnknown = own.contains(where: \.isUnknown)
    let isSilent = own.isSilent(besideTotals: blankIsZero)
    let sum = ofMembers(component, isEmpty: own.isEmpty)
    if hasWholeIncomes {
      return Component(node: onlyOfMembers(component, sum), isUnknown: isUnknown)
    }
    let cell = record.cell(of: component.field)
    if let stated = record.money(component.field).value {
      let column = rules.annualNode(
        AnnualAmount(column: stated, rules: rules), of: stated, as: .column(component), at: cell)
      // What nobody states beside the column is not worth showing.
      return held(component, own.isEmpty ? nil : sum, against: column) {
        isSilent || (isUnknown && sum.amount.contains(column.amount))
      }
    }
    if isSilent, blankIsZero, record[component.field].isBlank {
      return Component(
        node: WorksheetNode(
          .component(component), WorksheetQuantity(.zero), .assumedZero, at: [cell]
        ).noting([.incomeAssumedZero]))
    }
    let node =
      own.isEmpty
      ? WorksheetNode(.component(component), .chosen, of: [sum]).at([cell])
      : WorksheetNode(.component(component), .sum, of: sum.parts)
    return Component(node: node, isUnknown: isUnknown || own.isEmpty)
  }

  private func held(
    _ component: IncomeComponent, _ sum: WorksheetNode?, against column: WorksheetNode,
    settles: () -> Bool
  ) -> Component {
    guard let sum, !settles() else {
      let others = sum.map { [$0.aside] } ?? []
      return Component(node: WorksheetNode(.component(component), .chosen, of: [column] + others))
    }
    if sum.amount == column.amount {
      return Component(
        node: WorksheetNode(.component(component), .chosen, of: [sum, column.aside]))
    }
    return Component(
      node: WorksheetNode(.component(component), .hull, of: [sum, column])
        .noting([.incomeSourcesConflict]))
  }

  /// What the members' own rows, or the items without a list, say about a component.
  private func ofMembers(_ component: IncomeComponent, isEmpty: Bool) -> WorksheetNode {
    let item = WorksheetItem.ofMembers(component)
    guard !isEmpty else {
      let persons = WorksheetNode(.size, WorksheetQuantity(size...size, .persons), .elsewhere)
      return WorksheetNode(
        item, .times, of: [rules.unknownNode(component, as: .component(component)), persons])
    }
    guard view.persons.hasList else {
      let own = view.items.items.filter { $0.type != nil && $0.component == component }
      return WorksheetNode(
        item, .sum, of: [WorksheetNode(.wholeHousehold, .sum, of: own.map { $0.node(rules) })])
    }
    let together = composition.places.filter(statesComponents).map { member($0, component) }
    let open = composition.open.filter(statesComponents).map { place in
      let own = member(place, component)
      return WorksheetNode(own.item, .opened, of: [own]).noting([.memberLivingUnknown])
    }
    return WorksheetNode(item, .sum, of: together + open + apart(component))
  }

  /// What listed persons have who do not live in the household, shown beside.
  private func apart(_ component: IncomeComponent) -> [WorksheetNode] {
    view.persons.persons.indices.filter { place in
      composition.contains(place) == false && view.figures[place][component.rawValue].isStated
        && view.figures[place][component.rawValue].amount != .zero
    }.map { member($0, component).aside }
  }
}

// MARK: One member

extension IncomeTree {
  /// A member's component: the items where there are any, else the column.
  private func member(_ place: Int, _ component: IncomeComponent) -> WorksheetNode {
    let person = view.persons.persons[place]
    let figure = view.figures[place][component.rawValue]
    let item = WorksheetItem.member(person.record?.location)
    let columns = columns(component, of: person)
    let items = view.items.items.filter {
      $0.type != nil && $0.owner == .person(place) && $0.component == component
    }.map { $0.node(rules) }
    let node =
      !items.isEmpty
      ? itemised(item, items, component, against: columns)
      : columns.isEmpty
        ? silent(item, component, figure: figure, person: person)
        : held(item, columns[0], against: Array(columns.dropFirst()))
    guard let imputed = figure.imputed else { return node.adjusted(to: figure.amount) }
    return self.imputed(imputed, beside: node.adjusted(to: imputed.stated))
      .adjusted(to: figure.amount)
  }

  /// The wage that the policy takes a person to earn, instead of what is stated or, where it is not
  /// certain that the person could work, or that.
  private func imputed(_ wage: ImputedWage, beside own: WorksheetNode) -> WorksheetNode {
    let node = WorksheetNode(
      .imputedWage, WorksheetQuantity(MoneyInterval(exactly: wage.amount)), .parameter
    ).by(.imputation)
    return WorksheetNode(
      own.item, wage.isCertain ? .chosen : .hull, of: [node, wage.isCertain ? own.aside : own]
    ).noting([.incomeImputed])
  }

  private func columns(_ component: IncomeComponent, of person: Person) -> [WorksheetNode] {
    person.rows.compactMap { row in
      row.money(component.field).value.map { stated in
        rules.annualNode(
          AnnualAmount(column: stated, rules: rules), of: stated, as: .column(component),
          at: row.cell(of: component.field))
      }
    }
  }

  private func itemised(
    _ item: WorksheetItem, _ items: [WorksheetNode], _ component: IncomeComponent,
    against columns: [WorksheetNode]
  ) -> WorksheetNode {
    guard columns.isEmpty else {
      return held(item, WorksheetNode(.items(component), .sum, of: items), against: columns)
    }
    return WorksheetNode(item, .sum, of: items)
  }

  /// The figure that counts beside others; opened to those that say another amount.
  func held(
    _ item: WorksheetItem, _ own: WorksheetNode, against others: [WorksheetNode]
  ) -> WorksheetNode {
    let marked = others.map { $0.amount == own.amount ? $0.aside : $0 }
    let conflicts = marked.contains(where: \.counts)
    return WorksheetNode(item, conflicts ? .hull : .chosen, of: [own] + marked)
      .noting(conflicts ? [.incomeSourcesConflict] : [])
  }

  private func silent(
    _ item: WorksheetItem, _ component: IncomeComponent, figure: ComponentFigure, person: Person
  ) -> WorksheetNode {
    let cells = figure.imputed?.cells ?? figure.lines.flatMap(\.sources)
    if figure.imputed?.isUnknown ?? figure.isUnknown {
      return rules.unknownNode(component, as: item).at(cells)
    }
    let hasStatus = person.rows.contains {
      rules.statusesWithoutIncome.contains($0.text(.employment).value ?? "")
    }
    return WorksheetNode(item, WorksheetQuantity(.zero), .assumedZero, at: cells)
      .noting([.incomeAssumedZero]).by(hasStatus ? .statusesWithoutIncome : nil)
  }
}
