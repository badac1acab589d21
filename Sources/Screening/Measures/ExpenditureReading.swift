import Casework

/// What a filing says about how long a household's expenditure goes on, and what burden remains.
struct ExpenditureReading {
  let household: NormalizedHousehold
  let rules: GrantChoiceRules
  let aboutPercent: Int

  private var application: Application { household.application }

  /// The grants that the table gives for every way the filing can be read, in the table's order.
  var measures: [AssistanceMeasure] {
    let causes = application.cause.map { [$0] } ?? HardshipCause.allCases
    var found: Set<AssistanceMeasure> = []
    for cause in causes {
      for lasting in isLasting.map({ [$0] }) ?? [true, false] {
        for burden in hasBurden.map({ [$0] }) ?? [true, false] {
          if let entry = rules.table.first(where: { $0.fits(cause, lasting, burden) }) {
            found.insert(entry.measure)
          }
        }
      }
    }
    return AssistanceMeasure.allCases.filter(found.contains)
  }

  /// What could not be told, by the field that would settle it.
  var openFields: [Field] {
    (application.cause == nil ? [.hardshipCause] : []) + (isLasting == nil ? [.health] : [])
      + (hasBurden == nil ? [.debt] : [])
  }

  /// Whether a sign is there that expenditure goes on; nil where a sign could not be read.
  ///
  /// What nobody states is no sign: a blank 健康状况 says nothing about an illness.
  var isLasting: Bool? {
    if application.expenditureItems.contains(where: isOfLastingType) || isSpread { return true }
    let states = application.members.filter { $0.flag(.livesTogether).value != false }
      .map { $0.text(.health) }
    if states.contains(where: { $0.value.map(rules.lastingHealth.contains) ?? false }) {
      return true
    }
    let isUnread = states.contains { if case .damaged = $0 { true } else { false } }
    return isUnread ? nil : false
  }

  private func isOfLastingType(_ item: FormRecord) -> Bool {
    item.text(.expenditureType).value.map(rules.lastingTypes.contains) ?? false
  }

  /// Whether expenditure of one type was paid in many months of the window.
  private var isSpread: Bool {
    var months: [String: Set<Int>] = [:]
    for item in application.expenditureItems {
      guard let type = item.text(.expenditureType).value, let paid = item.date(.paidOn).value,
        household.window.admits(paid) == true
      else { continue }
      let first = paid.earliest.year * 12 + paid.earliest.month
      let last = paid.latest.year * 12 + paid.latest.month
      // A date known by its year alone is of no certain month.
      if first == last { months[type, default: []].insert(first) }
    }
    return months.values.contains { $0.count >= rules.lastingMonths }
  }

  /// Whether debts are left that weigh against the expenditure; none are where none are stated.
  var hasBurden: Bool? {
    let debt: MoneyInterval
    switch application.record.money(.debt) {
    case .blank: return false
    case .damaged: return nil
    case .stated(let stated): debt = stated.certain(within: aboutPercent)
    }
    let borne = household.expenditure
    let percent = Int64(rules.burdenPercent)
    guard debt.high > .zero else { return false }
    if debt.low > .zero, debt.low.fen * 100 >= borne.high.fen * percent { return true }
    return debt.high.fen * 100 < borne.low.fen * percent ? false : nil
  }
}

extension GrantChoice {
  /// Whether the entry is for a case like this.
  fileprivate func fits(_ cause: HardshipCause, _ lasting: Bool, _ burden: Bool) -> Bool {
    (causes.isEmpty || causes.contains(cause)) && (isLasting ?? lasting) == lasting
      && (hasBurden ?? burden) == burden
  }
}
