import Casework

/// What of an item of income counts, step by step.
extension IncomeItem {
  private var typeName: String { record.text(.incomeType).value ?? "" }

  /// What is left of a figure after one step.
  func counted(
    _ own: WorksheetNode, by step: DisregardStep, _ rules: IncomeRules
  ) -> WorksheetNode {
    switch step {
    case .whole:
      return WorksheetNode(own.item, .chosen, of: [nothing, own.aside])
    case .monthly(let disregard): return monthly(own, disregard, rules)
    case .perWindow(let amount, let left):
      return WorksheetNode(own.item, .without, of: [own, allowance(amount, left: left, rules)])
    }
  }

  private var nothing: WorksheetNode {
    WorksheetNode(.countedPart, WorksheetQuantity(MoneyInterval.zero), .parameter)
      .by(parameter(.whole))
  }

  private func parameter(_ part: WorksheetParameter.DisregardPart) -> WorksheetParameter {
    .disregard(part, typeName)
  }

  // MARK: Per window

  /// What no other item took of the allowance of a window, brought to a year.
  private func allowance(
    _ amount: Money, left: MoneyInterval, _ rules: IncomeRules
  ) -> WorksheetNode {
    let window = WorksheetNode(
      .allowance, WorksheetQuantity(MoneyInterval(exactly: amount)), .parameter
    ).by(parameter(.perWindow))
    let most = rules.perYear(window, as: .allowance)
    guard most.amount != left, let whole = most.amount.exact else { return most }
    let used = WorksheetNode(
      .allowanceUsed, WorksheetQuantity(MoneyInterval(whole - left.high, whole - left.low)),
      .elsewhere)
    return WorksheetNode(.allowance, .without, of: [most, used]).adjusted(to: left)
  }

  // MARK: Per month

  /// From the least to the most of what is left at each end of the amount.
  private func monthly(
    _ own: WorksheetNode, _ disregard: IncomeDisregard, _ rules: IncomeRules
  ) -> WorksheetNode {
    let corners = corners(of: own.amount).enumerated().map { place, corner in
      rest(end(of: own, corner, isFirst: place == 0), corner.months, disregard, rules)
    }
    return corners.count == 1 ? corners[0] : WorksheetNode(own.item, .hull, of: corners)
  }

  private func end(of own: WorksheetNode, _ corner: Corner, isFirst: Bool) -> WorksheetNode {
    let node = isFirst ? own : own.shownElsewhere
    guard own.amount.exact == nil else { return node }
    return WorksheetNode(own.item, corner.isHigh ? .most : .least, of: [node])
  }

  /// What is left of an amount that is of so many months.
  private func rest(
    _ amount: WorksheetNode, _ months: Int, _ disregard: IncomeDisregard, _ rules: IncomeRules
  ) -> WorksheetNode {
    let free = min(disregard.firstMonths ?? months, months)
    let freeMonths = WorksheetNode(
      .freeMonths, WorksheetQuantity(free...free, .months), .parameter
    ).by(disregard.firstMonths == nil ? nil : parameter(.firstMonths))
    let all = WorksheetNode(.months, WorksheetQuantity(months...months, .months))
    let part =
      free == months
      ? amount.shownElsewhere
      : WorksheetNode(
        .disregarded, .monthsShare, of: [amount.shownElsewhere, freeMonths, all])
    guard let perMonth = disregard.perMonth else {
      return WorksheetNode(amount.item, .without, of: [amount, part])
    }
    let monthly = WorksheetNode(
      .allowance, WorksheetQuantity(MoneyInterval(exactly: perMonth), .month), .parameter
    ).by(parameter(.perMonth))
    let most = rules.perYear(
      WorksheetNode(.allowance, .times, of: [monthly, freeMonths]), as: .allowance)
    let left = WorksheetNode(.disregarded, .capped, of: [part, most])
    return WorksheetNode(amount.item, .without, of: [amount, left])
  }
}
