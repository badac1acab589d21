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
      var steps = counted == item.signedAmount ? [] : [firstStep(disregard)]
      if let perWindow = disregard.perWindow {
        let group = Group(owner: item.owner, type: item.record.text(.incomeType).value ?? "")
        let most = perWindow * rules.windowsPerYear
        let allowance = left[group] ?? MoneyInterval(exactly: most)
        steps.append(.perWindow(perWindow, left: allowance))
        left[group] = allowance.without(counted)
        counted = counted.without(allowance)
      }
      note(item, counted, by: steps, at: place)
    }
  }

  private func firstStep(_ disregard: IncomeDisregard) -> DisregardStep {
    disregard.isWhole ? .whole : .monthly(disregard)
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
    let rests = item.corners(of: amount).map { corner in
      let own = corner.isHigh ? amount.high : amount.low
      return MoneyInterval(exactly: rest(own, of: item, months: corner.months, disregard))
    }
    return rests.dropFirst().reduce(rests[0]) { $0.hull(with: $1) }
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

/// A step from what was received of an income to what of it counts, for the worksheet's tree.
enum DisregardStep {
  /// Nothing counts.
  case whole
  /// Not what is free each month, or in the first months.
  case monthly(IncomeDisregard)
  /// Not what is free in a window, of which items before took all but `left`, of a year.
  case perWindow(Money, left: MoneyInterval)
}

extension IncomeItem {
  /// One end of the amount with the months it is of.
  struct Corner: Hashable {
    let isHigh: Bool
    let months: Int
  }

  /// Every end of the amount with the months it can be of; at least one.
  ///
  /// Of so much a month for so many months the ends go together.
  func corners(of amount: MoneyInterval) -> [Corner] {
    let ends = amount.exact == nil ? [false, true] : [false]
    if annual?.steps.isMonthly == true, ends.count > 1 {
      return [
        Corner(isHigh: false, months: months.lowerBound),
        Corner(isHigh: true, months: months.upperBound),
      ]
    }
    return Set([months.lowerBound, months.upperBound]).sorted().flatMap { months in
      ends.map { Corner(isHigh: $0, months: months) }
    }
  }
}

extension MoneyInterval {
  /// What is left without as much of another amount as there is; never below zero.
  fileprivate func without(_ other: MoneyInterval) -> MoneyInterval {
    MoneyInterval(max(.zero, low - other.high), max(.zero, high - other.low))
  }
}
