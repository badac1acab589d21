extension Economy {
  /// Splits the household's annual income over its earners, exact to the fen.
  mutating func distribute(_ disposable: Int, with dice: inout Dice) {
    var earners = members.indices.filter { members[$0].livesTogether && isEarner($0, with: &dice) }
    if earners.isEmpty { earners = [0] }
    let shares = earners.map { _ in dice.within(60...160) }
    let total = shares.reduce(0, +)
    let shared = disposable - earners.reduce(0) { $0 + leastIncome(of: $1) }
    var rest = disposable
    for (position, index) in earners.enumerated() {
      let isLast = position == earners.count - 1
      let own = leastIncome(of: index) + shared / total * shares[position]
      let part = isLast ? rest : own
      rest -= part
      setIncome(of: index, to: part, with: &dice)
    }
    if dice.chance(30) {
      addItem(IncomeItem(.nonIncome, 500_000, .once), to: 0)
    }
  }

  /// Whether a member earns; those whose blank incomes are not zero always do.
  private func isEarner(_ index: Int, with dice: inout Dice) -> Bool {
    switch members[index].employment {
    case .serving, .retired, .farming: true
    case .casual: dice.chance(500)
    case .unemployed, .disabled, .student, .preschool: false
    }
  }

  /// Incomes of members who live apart; they never count.
  mutating func addApartIncomes(with dice: inout Dice) {
    for index in members.indices where !members[index].livesTogether {
      setIncome(of: index, to: dice.within(80...400) * 12_000, with: &dice)
    }
  }

  private mutating func setIncome(of index: Int, to annual: Int, with dice: inout Dice) {
    switch members[index].employment {
    case .serving: setWage(of: index, to: annual, with: &dice)
    case .casual where index > 0: setCasualWage(of: index, to: annual, with: &dice)
    case .farming:
      let costs = annual > 600_000 ? dice.within(0...40) * 10_000 : 0
      addItem(IncomeItem(.businessReceipts, annual + costs, .year), to: index)
      if costs > 0 { addItem(IncomeItem(.businessCosts, costs, .year), to: index) }
    case .retired: setMonthly(.pension, of: index, to: annual, with: &dice)
    default:
      setMonthly(dice.pick([.survivorBenefit, .maintenance]), of: index, to: annual, with: &dice)
    }
  }

  private mutating func setWage(of index: Int, to annual: Int, with dice: inout Dice) {
    guard annual >= 1_200_000 else { return addItem(IncomeItem(.wage, annual, .year), to: index) }
    var gross = annual
    if dice.chance(350) {
      let contribution = dice.within(8...30) * 1000
      addItem(
        IncomeItem(.socialInsurance, contribution, .month, months: blankOrWindow(&dice)), to: index)
      gross += contribution * 12
      if dice.chance(300) {
        let tax = dice.within(1...50) * 500
        addItem(IncomeItem(.incomeTax, tax, .month, months: blankOrWindow(&dice)), to: index)
        gross += tax * 12
      }
    }
    let allowance = dice.chance(300) ? dice.within(1...4) * 10_000 : 0
    if allowance > 0, gross > allowance * 24 {
      addItem(IncomeItem(.allowance, allowance, .month, months: blankOrWindow(&dice)), to: index)
      gross -= allowance * 12
    }
    let monthly = gross / 12 / 1000 * 1000
    addItem(IncomeItem(.wage, monthly, .month, months: blankOrWindow(&dice)), to: index)
    let rest = gross - monthly * 12
    if rest > 0 { addItem(IncomeItem(.bonus, rest, .once), to: index) }
  }

  private mutating func setCasualWage(of index: Int, to annual: Int, with dice: inout Dice) {
    let months = dice.within(3...11)
    let monthly = annual / months / 1000 * 1000
    guard monthly > 0 else { return addItem(IncomeItem(.wage, annual, .year), to: index) }
    addItem(IncomeItem(.wage, monthly, .month, months: months), to: index)
    let rest = annual - monthly * months
    if rest > 0 { addItem(IncomeItem(.bonus, rest, .once), to: index) }
  }

  private mutating func setMonthly(
    _ type: IncomeType, of index: Int, to annual: Int, with dice: inout Dice
  ) {
    var rest = annual
    if annual > 1_500_000, dice.chance(150) {
      let quarterly = dice.within(3...20) * 10_000
      if quarterly * 8 < annual {
        addItem(IncomeItem(.rent, quarterly, .quarter, months: blankOrWindow(&dice)), to: index)
        rest -= quarterly * 4
      }
    }
    let monthly = rest / 12 / 1000 * 1000
    if monthly > 0 {
      addItem(IncomeItem(type, monthly, .month, months: blankOrWindow(&dice)), to: index)
      rest -= monthly * 12
    }
    if rest > 0 { addItem(IncomeItem(.interest, rest, .year), to: index) }
  }

  private func blankOrWindow(_ dice: inout Dice) -> Int? { dice.chance(500) ? 12 : nil }
}
