/// Which slips of unit and period anybody could see in the files (domain.md 2.6): a planted slip
/// that nothing gives away would ask a reader to guess.
extension SlipMaker {
  /// A year's amounts, in fen, that nobody takes for a wage, a pension or a bill.
  private static let tooSmall = 2_000
  /// The same for property income, of which interest can be little.
  private static let tooSmallProperty = 100
  /// A year's wage, in fen, that is too low for anybody in work, and one that is too high.
  private static let tooLow = 600_000
  private static let tooHigh = 17_000_000

  /// The slip, where the files show it.
  func visible(_ slip: Slip?) -> Slip? {
    guard let slip, shows(slip) else { return nil }
    return slip
  }

  private func shows(_ slip: Slip) -> Bool {
    switch slip.form {
    case .expenditure, .support: return true
    case .income:
      guard let item = content.members[0].items.first, let component = item.type.component else {
        return false
      }
      let annual = item.amount * (item.period == .month ? 12 : 4)
      return showsScale(of: annual, item.type.isRegular ? component : .property)
    case .applications, .members: return showsComponent(slip)
    }
  }

  /// Ten thousand times less is seen where next to nothing is left; ten thousand times more always.
  private func showsScale(of annual: Int, _ component: Component) -> Bool {
    let least = component == .property ? Self.tooSmallProperty : Self.tooSmall
    return annual / 10_000 < least
  }

  private func showsComponent(_ slip: Slip) -> Bool {
    guard let index = componentFields.firstIndex(where: { $0.key == slip.field }),
      let component = Component(rawValue: index)
    else { return false }
    let isTotal = slip.form == .applications
    let members = isTotal ? content.members.filter(\.livesTogether) : [content.members[0]]
    let annual = members.reduce(0) { $0 + $1.annual(component) }
    if slip.kind == .wrongScale { return showsScale(of: annual, component) }
    if statesTotal { return true }
    let earns = content.category != .survivor && (component == .wage || component == .transfer)
    return earns && isLargest(component, of: members)
      && showsPeriod(of: annual, slip, times: isTotal ? content.householdSize : 1)
  }

  /// Whether the sheet states the household's total, which the slip then contradicts.
  private var statesTotal: Bool {
    has(.applications, "declaredAnnualIncome") && figures.disposable?.exact != nil
  }

  /// A pension beside a higher wage says nothing: somebody earns enough.
  private func isLargest(_ component: Component, of members: [Member]) -> Bool {
    let sums = [Component.wage, .transfer].map { other in
      (other, members.reduce(0) { $0 + $1.annual(other) })
    }
    return sums.allSatisfy { $0.0 == component || $0.1 <= 0 }
  }

  private func showsPeriod(of annual: Int, _ slip: Slip, times: Int) -> Bool {
    let sheet = slip.form == .members ? membersSheet : layout.sheet(slip.form)
    let column = sheet?.columns.first { $0.field.key == slip.field }
    return column?.isMonthly == true
      ? annual * 12 > Self.tooHigh * times : annual / 12 < Self.tooLow
  }
}
