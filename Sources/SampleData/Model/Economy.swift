/// The money of a household: incomes chosen so that the case lands where the draw wants it.
struct Economy {
  private(set) var members: [Member]
  private(set) var expenditures: [Expenditure] = []
  private(set) var supports: [Support] = []
  private let appliedOn: SampleDate
  private let window: ClosedRange<SampleDate>
  private let cause: String

  init(_ household: Household, appliedOn: SampleDate) {
    members = household.members
    cause = household.cause
    self.appliedOn = appliedOn
    window = incomeWindow(before: appliedOn)
  }

  /// Draws expenditure and support first, then the income that puts the case at its distance.
  mutating func settle(with dice: inout Dice) {
    drawExpenditures(with: &dice)
    drawSupports(with: &dice)
    let size = members.reduce(0) { $0 + ($1.livesTogether ? 1 : 0) }
    let line = minimumWage(on: appliedOn) * 12 * size
    let target = Self.target(near: line, with: &dice)
    let borne = borneInWindow
    var received = receivedInWindow
    if target + borne - received < 0 {
      supports = []
      received = 0
    }
    let disposable = target + borne - received
    let shortfall = max(leastDisposable, 120_000) - disposable
    let illness = shortfall > 0 ? addIllness(atLeast: shortfall, with: &dice) : 0
    distribute(disposable + illness, with: &dice)
    addApartIncomes(with: &dice)
  }

  /// What the household has at least: nobody in work or retired lives on a few yuan a month.
  private var leastDisposable: Int {
    members.indices.reduce(0) { $0 + (members[$1].livesTogether ? leastIncome(of: $1) : 0) }
  }

  /// A year's income of a member in work or retired that the wage level makes likely; a pension
  /// leaves room for rent beside it.
  func leastIncome(of index: Int) -> Int {
    let wage = minimumWage(on: appliedOn) * 12
    return switch members[index].employment {
    case .serving: wage * 6 / 10
    case .retired: wage * 11 / 10
    default: 0
    }
  }

  /// The bill that brings a household so low although somebody earns: 大病大灾,支出剧增.
  private mutating func addIllness(atLeast shortfall: Int, with dice: inout Dice) -> Int {
    // No two bills of one household are alike, and none is too small to be meant.
    var billed = max(shortfall, 60_000)
    while expenditures.contains(where: { $0.billed == billed }) { billed += 1300 }
    let day = window.lowerBound + dice.below(window.upperBound - window.lowerBound + 1)
    expenditures.append(
      Expenditure(member: 0, type: .medical, billed: billed, reimbursed: 0, paidOn: day))
    return billed
  }

  private static func target(near line: Int, with dice: inout Dice) -> Int {
    switch dice.below(100) {
    case 0..<6: line
    case 6..<14: line + dice.pick([1, -1, 2, -3, 100, -100])
    case 14..<20: line + dice.within(-200...200) * 1000
    case 20..<64: line / 1000 * dice.within(300...985)
    case 64..<98: line / 1000 * dice.within(1015...1900)
    default: -(line / 1000 * dice.below(300))
    }
  }

  private var borneInWindow: Int {
    expenditures.reduce(0) { sum, spent in
      let counts = spent.type.isDeducted && isHousehold(spent.member) && isInWindow(spent.paidOn)
      return sum + (counts ? spent.billed - (spent.reimbursed ?? 0) : 0)
    }
  }

  private var receivedInWindow: Int {
    supports.reduce(0) { $0 + (isInWindow($1.receivedOn) ? $1.amount : 0) }
  }

  private func isHousehold(_ member: Int?) -> Bool {
    member.map { members[$0].livesTogether } ?? true
  }

  private func isInWindow(_ day: SampleDate?) -> Bool { day.map(window.contains) ?? true }

  private mutating func drawExpenditures(with dice: inout Dice) {
    let heavy = dice.chance(550)
    for _ in 0..<dice.below(heavy ? 4 : 2) {
      addExpenditure(causeType(with: &dice), heavy: heavy, with: &dice)
    }
    for index in members.indices {
      if members[index].employment == .student, dice.chance(600) {
        addExpenditure(.education, heavy: false, member: index, with: &dice)
      }
    }
    if dice.chance(150) {
      addExpenditure(dice.pick([.housing, .other]), heavy: false, with: &dice)
    }
  }

  private func causeType(with dice: inout Dice) -> ExpenditureType {
    switch cause {
    case "疾病": dice.pick([.medical, .medical, .medical, .care, .rehabilitation])
    case "灾害": dice.pick([.disaster, .disaster, .medical])
    case "突发事件": dice.pick([.medical, .care, .rehabilitation])
    default: .medical
    }
  }

  private mutating func addExpenditure(
    _ type: ExpenditureType, heavy: Bool, member: Int? = nil, with dice: inout Dice
  ) {
    var billed = heavy ? dice.within(30...900) * 10_000 : dice.within(8...90) * 10_000
    if dice.chance(400) { billed += dice.below(10_000) }
    while expenditures.contains(where: { $0.billed == billed }) { billed += 1300 }
    var reimbursed: Int? = type.isReimbursable ? 0 : nil
    if type.isReimbursable, dice.chance(650) {
      reimbursed = billed / 1000 * dice.within(250...750)
    }
    let payer = member ?? (dice.chance(800) ? dice.below(members.count) : nil)
    expenditures.append(
      Expenditure(
        member: payer, type: type, billed: billed, reimbursed: reimbursed,
        paidOn: drawDay(with: &dice)))
  }

  /// Mostly a day of the window, sometimes one just outside it, seldom none.
  private func drawDay(with dice: inout Dice) -> SampleDate? {
    switch dice.below(100) {
    case 0..<4: nil
    case 4..<8: window.lowerBound + -dice.within(1...120)
    case 8..<11: window.upperBound + dice.within(1...max(1, appliedOn - window.upperBound))
    case 11..<13: window.lowerBound
    case 13..<15: window.upperBound
    default: window.lowerBound + dice.below(window.upperBound - window.lowerBound + 1)
    }
  }

  private mutating func drawSupports(with dice: inout Dice) {
    guard dice.chance(450) else { return }
    let reimbursements = expenditures.compactMap(\.reimbursed)
    var kinds = ["临时救助", "工会", "妇联", "社会捐助", "单位慰问", "其他"]
    if reimbursements.allSatisfy({ $0 == 0 }) { kinds.append("医疗救助") }
    if dice.chance(200) { kinds.append("低保") }
    for _ in 0..<dice.within(1...3) {
      var amount = dice.within(3...60) * 10_000
      while reimbursements.contains(amount) || supports.contains(where: { $0.amount == amount }) {
        amount += 1100
      }
      supports.append(
        Support(kind: dice.pick(kinds), amount: amount, receivedOn: drawDay(with: &dice)))
    }
  }

  mutating func addItem(_ item: IncomeItem, to index: Int) { members[index].items.append(item) }
}
