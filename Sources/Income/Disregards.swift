import Casework

extension IncomeItems {
  /// Takes off what the policy does not count: by item first, then up to what it allows each person
  /// of a type in the window.
  mutating func disregard() {
    var left: [Group: MoneyInterval] = [:]
    let order = items.indices.sorted { rank(of: items[$0]) < rank(of: items[$1]) }
    for place in order {
      let item = items[place]
      guard let disregard = item.type?.disregard, item.component != nil,
        item.type?.isSubtracted != true
      else { continue }
      var counted = counted(item, disregard)
      if let perWindow = disregard.perWindow {
        let group = Group(owner: item.owner, type: item.record.text(.incomeType).value ?? "")
        let most = perWindow * rules.windowsPerYear
        let allowance = left[group] ?? MoneyInterval(exactly: most)
        left[group] = allowance.without(counted)
        counted = counted.without(allowance)
      }
      note(item, counted, at: place)
    }
  }

  private struct Group: Hashable {
    let owner: Owner
    let type: String
  }

  private func rank(of item: IncomeItem) -> Rank {
    Rank(
      isDoubtful: item.signedAmount.exact == nil, amount: item.signedAmount,
      words: item.record.text(.incomeType).value ?? "")
  }

  /// What of one item counts; nothing below zero is made of a disregard.
  private func counted(_ item: IncomeItem, _ disregard: IncomeDisregard) -> MoneyInterval {
    let amount = item.signedAmount
    guard amount.low >= .zero else { return amount }
    if disregard.isWhole { return .zero }
    guard disregard.perMonth != nil || disregard.firstMonths != nil else { return amount }
    let corners = [item.months.lowerBound, item.months.upperBound].flatMap { months in
      [amount.low, amount.high].map { rest($0, of: item, months: months, disregard) }
    }
    let low = rest(amount.low, of: item, months: item.stepMonths.low, disregard)
    let high = rest(amount.high, of: item, months: item.stepMonths.high, disregard)
    return item.hasMonthlySteps
      ? MoneyInterval(low, high)
      : MoneyInterval(corners.min() ?? .zero, corners.max() ?? amount.high)
  }

  /// What is left of a year's amount that is of `months` months of the window; a part of a fen is
  /// left out, so that no rounding counts against anybody.
  private func rest(
    _ amount: Money, of item: IncomeItem, months: Int, _ disregard: IncomeDisregard
  ) -> Money {
    let free = Int64(min(disregard.firstMonths ?? months, months))
    var most = amount.fen * free
    most = most / Int64(months) + (most % Int64(months) == 0 ? 0 : 1)
    if let perMonth = disregard.perMonth {
      most = min(most, perMonth.fen * free * rules.windowsPerYear)
    }
    return Money(fen: max(0, amount.fen - most))
  }
}

extension IncomeItem {
  /// Whether the amount is so much a month for so many months, so that both ends go together.
  fileprivate var hasMonthlySteps: Bool {
    if case .times = annual?.steps { true } else { false }
  }

  fileprivate var stepMonths: (low: Int, high: Int) { (months.lowerBound, months.upperBound) }
}

extension MoneyInterval {
  /// What is left without as much of another amount as there is; never below zero.
  fileprivate func without(_ other: MoneyInterval) -> MoneyInterval {
    MoneyInterval(max(.zero, low - other.high), max(.zero, high - other.low))
  }
}
