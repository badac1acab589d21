import Casework

/// Everything worked out for one way to tell the listed rows apart; a reference, since many closures
/// look at it and none changes it.
final class HouseholdView {
  let persons: HouseholdPersons
  let items: IncomeItems
  let expenditures: Expenditures
  let support: SupportReceived
  let members: MemberIncome
  /// The four components of each person; of the items alone where there is no list.
  let figures: [[ComponentFigure]]
  /// Every set of persons who may live together, with the D of each.
  let compositions: [(persons: Composition, income: HouseholdIncome.Total)]
  /// How D is worked out.
  let disposable: HouseholdIncome

  init(
    _ application: Application, persons: HouseholdPersons, windows: PossibleWindows,
    rules: IncomeRules
  ) {
    self.persons = persons
    items = IncomeItems(application, persons: persons, rules: rules)
    var bills = Expenditures(application, persons: persons, windows: windows, rules: rules)
    let twice = NothingTwice(
      bills: bills.items, income: items.items, persons: persons, rules: rules)
    bills.note(twice.reimbursedIncome)
    expenditures = bills
    support = SupportReceived(
      application, persons: persons, windows: windows, rules: rules, bills: bills.items,
      income: twice.otherIncome)
    var members = MemberIncome(rules: rules, on: windows.day)
    figures = Self.figures(items.items, of: persons, &members)
    self.members = members
    let income = HouseholdIncome(
      application: application, rules: rules, figures: figures, hasList: persons.hasList,
      doubtfulItems: items.items.filter { $0.isDoubtful(hasList: persons.hasList) })
    disposable = income
    let largest = HouseholdSize(application, compositions: [], rules: rules)
    compositions = Composition.all(of: persons).map { composition in
      let size = persons.hasList ? composition.sizes : largest.range(for: composition)
      return (composition, income.total(of: composition, size: size.upperBound))
    }
  }

  private static func figures(
    _ items: [IncomeItem], of persons: HouseholdPersons, _ members: inout MemberIncome
  ) -> [[ComponentFigure]] {
    let typed = items.filter { $0.type != nil }
    guard persons.hasList else { return [alone(typed)] }
    return persons.persons.enumerated().map { place, person in
      members.figures(of: person, items: typed.filter { $0.owner == .person(place) })
    }
  }

  /// Without a list of members the items stand for the household as they are.
  private static func alone(_ items: [IncomeItem]) -> [ComponentFigure] {
    IncomeComponent.allCases.map { component in
      let own = items.filter { $0.component == component }
      return ComponentFigure(
        amount: own.map(\.signedAmount).sum(), isUnknown: own.contains(where: \.isUnknown),
        isStated: !own.isEmpty, lines: own.map(\.line))
    }
  }
}

extension IncomeItem {
  /// Whether nobody knows whose it is or what it is, so that it may count or not.
  fileprivate func isDoubtful(hasList: Bool) -> Bool {
    type == nil || (hasList && owner == .stranger && component != nil)
  }
}

// MARK: What the worksheet shows

extension HouseholdView {
  /// The household in each of its compositions.
  func readings(of size: HouseholdSize) -> [HouseholdReading] {
    compositions.map { composition, income in
      HouseholdReading(
        disposable: income.disposable, support: support.total,
        expenditure: expenditures.total(of: composition), size: size.range(for: composition))
    }
  }

  /// The persons with the lines of their components and of receipts that are no income.
  var memberWorksheets: [MemberWorksheet] {
    let receipts = items.items.filter { $0.component == nil }
    guard persons.hasList else {
      let lines = figures.flatMap { $0.flatMap(\.lines) } + receipts.map(\.line)
      return lines.isEmpty ? [] : [MemberWorksheet(record: nil, living: .together, lines: lines)]
    }
    return persons.persons.enumerated().map { place, person in
      let own = receipts.filter { $0.owner == .person(place) }
      return MemberWorksheet(
        record: person.record, living: person.living,
        lines: figures[place].flatMap(\.lines) + own.map(\.line))
    }
  }

  /// D and its lines where all who may live together do.
  var income: HouseholdIncome.Total { compositions.first?.income ?? HouseholdIncome.Total() }

  /// What of this view is not known, but for what the figures settle.
  var unknowns: [UnknownItem] {
    let ofIncome =
      income.disposable.exact == nil ? items.unknowns + members.unknowns + income.unknowns : []
    return persons.unknowns + ofIncome + expenditures.unknowns + support.unknowns
  }

  /// What was found while this view was worked out.
  var findings: [Finding] {
    let caps = compositions.first.map { expenditures.capFindings(for: $0.persons) } ?? []
    // A blank that another source settles is nothing to ask for.
    let isSettled = income.disposable.exact != nil
    let ofIncome = (items.findings + members.findings + income.findings).filter {
      !isSettled || $0.code != .incomeUnknown
    }
    return persons.findings + ofIncome
      + expenditures.findings + caps + support.findings
  }
}
