import Casework

extension IncomeRules {
  /// The figure of an amount as it stands in a cell: opened to both sides where it is marked 约.
  func statedNode(
    _ stated: StatedAmount, as item: WorksheetItem, at cell: SourceLocation, in unit: WorksheetUnit
  ) -> WorksheetNode {
    if stated.isOpenAbove {
      return WorksheetNode(item, WorksheetQuantity(certain(stated), unit), .bounded, at: [cell])
        .by(.unknownAmount)
    }
    let written = WorksheetNode(
      stated.precision == .about ? .stated : item, WorksheetQuantity(stated.amount, unit),
      at: [cell])
    guard stated.precision == .about else { return written }
    let percent = WorksheetNode(
      .aboutPercent, WorksheetQuantity(aboutPercent...aboutPercent, .percent), .parameter
    ).by(.aboutPercent)
    return WorksheetNode(item, .widened, of: [written, percent], in: unit)
      .noting([.moneyApproximate]).at([cell])
  }

  /// The figure of an amount brought to the window, step by step.
  func annualNode(
    _ annual: AnnualAmount, of stated: StatedAmount, as item: WorksheetItem, at cell: SourceLocation
  ) -> WorksheetNode {
    node(annual.steps, of: stated, as: item, at: cell).at([cell]).noting(annual.notes)
      .adjusted(to: annual.amount)
  }

  private func node(
    _ steps: AnnualSteps, of stated: StatedAmount, as item: WorksheetItem, at cell: SourceLocation
  ) -> WorksheetNode {
    switch steps {
    case .stated(_, let period):
      return statedNode(stated, as: item, at: cell, in: WorksheetUnit(period))
    case .times(_, let period, let months):
      let amount = statedNode(stated, as: .stated, at: cell, in: WorksheetUnit(period))
      return WorksheetNode(
        item, period == .quarter ? .quarters : .times, of: [amount, monthsNode(months)])
    case .onceOrMonthly(_, let months):
      let once = statedNode(stated, as: .stated, at: cell, in: .once)
      let monthly = WorksheetNode(
        .stated, .times,
        of: [
          statedNode(stated, as: .stated, at: cell, in: .month), monthsNode(months...months),
        ])
      return WorksheetNode(item, .hull, of: [once, monthly])
    case .either(let one, let other):
      return WorksheetNode(
        item, .hull,
        of: [one, other].map { node($0, of: stated, as: .stated, at: cell) })
    case .perYear(let steps, _):
      return perYear(node(steps, of: stated, as: .stated, at: cell), as: item)
    }
  }

  /// What the window holds, brought to a year; itself where the window is a year.
  func perYear(_ node: WorksheetNode, as item: WorksheetItem) -> WorksheetNode {
    guard windowsPerYear != 1 else { return node }
    return WorksheetNode(item, .times, of: [node, windowsNode])
  }

  /// How many windows a year has.
  var windowsNode: WorksheetNode {
    let windows = Int(windowsPerYear)
    return WorksheetNode(
      .windowsPerYear, WorksheetQuantity(windows...windows, .factor), .parameter
    ).by(.windowMonths)
  }

  private func monthsNode(_ months: ClosedRange<Int>) -> WorksheetNode {
    WorksheetNode(.months, WorksheetQuantity(months, .months))
  }

  /// The figure of a component that nobody states.
  func unknownNode(_ component: IncomeComponent, as item: WorksheetItem) -> WorksheetNode {
    WorksheetNode(item, WorksheetQuantity(bounds(of: component)), .bounded)
      .noting([.incomeUnknown]).by(.unknownComponent(component))
  }

  /// The figure of an item of income whose amount cannot be read.
  func unreadableItemNode(_ component: IncomeComponent, as item: WorksheetItem) -> WorksheetNode {
    WorksheetNode(item, WorksheetQuantity(unreadableItem(of: component)), .bounded)
      .noting([.incomeUnknown]).by(.unknownComponent(component))
  }

  /// The figure of a bill or benefit whose amount nobody states.
  func unknownAmountNode(as item: WorksheetItem, at cell: SourceLocation) -> WorksheetNode {
    WorksheetNode(
      item, WorksheetQuantity(MoneyInterval(.zero, unknownAmount), .money), .bounded, at: [cell]
    ).by(.unknownAmount)
  }
}
