import Casework

/// Recognises amounts that look like slips between 元 and 万元 or between month and year.
///
/// Only ever a hint: no amount is changed (contract §1 and domain.md 2.6).
struct SlipSuspicion {
  let rules: IncomeRules

  /// A year's amount below which a wage, a pension or a bill is likely one written in 万元.
  private static let leastLikely = Money(yuan: 20)

  /// The hints for a household and for its bills.
  func findings(for application: Application, in view: HouseholdView) -> [Finding] {
    let own = view.figures.joined().filter { !$0.lines.isEmpty }
    let stated = view.income.lines.filter {
      if case .statedComponent = $0.kind { true } else { false }
    }.map { ComponentFigure(amount: $0.amount, lines: [$0]) }
    let declared = view.income.lines.first { $0.kind == .declaredTotal }?.amount
    let bills = application.expenditureItems.compactMap { record in
      record.money(.billedAmount).value?.amount.exact.flatMap {
        finding(for: $0, at: record.cell(of: .billedAmount))
      }
    }
    return findings(for: own.isEmpty ? stated : Array(own), stated: declared) + bills
  }

  /// The hints for figures of income: amounts beyond belief, or one amount whose other unit or
  /// period would make a stated total right.
  ///
  /// - Parameters:
  ///   - figures: The components that have lines of their own.
  ///   - stated: The total the household declares, where it states one.
  /// - Returns: The hints, at most one of them for the stated total.
  private func findings(
    for figures: [ComponentFigure], stated: MoneyInterval?
  ) -> [Finding] {
    let beyondBelief = figures.compactMap(scaleFinding)
    let lines = figures.flatMap(\.lines).filter(\.counts)
    guard beyondBelief.isEmpty, let stated = stated?.exact,
      let sum = figures.map(\.amount).sum().exact, stated != sum
    else { return beyondBelief }
    return lines.compactMap { explaining(stated - sum, line: $0) }.prefix(1).map(\.self)
  }

  /// The hint for a bill or a benefit that is too small or too large to be meant.
  private func finding(for amount: Money, at cell: SourceLocation) -> Finding? {
    if amount > .zero, amount < Self.leastLikely {
      return finding(.incomeScaleSuspected, cell, amount, likely: amount * 10_000)
    }
    guard amount > rules.unknownAmount * 10 else { return nil }
    return finding(.incomeScaleSuspected, cell, amount, likely: amount.shownShare(of: 10_000))
  }

  /// Ten times what the policy bounds an unknown figure by is no income of a person in hardship.
  private func scaleFinding(_ figure: ComponentFigure) -> Finding? {
    let lines = figure.lines.filter { $0.counts && $0.amount.exact != nil }
    guard let amount = figure.amount.exact, amount > .zero,
      let line = lines.max(by: { $0.amount.low < $1.amount.low }), let cell = line.sources.first,
      let component = line.kind.component
    else { return nil }
    if amount > rules.bounds(of: component).high * 10 {
      return finding(
        .incomeScaleSuspected, cell, line.amount.low, likely: line.amount.low.shownShare(of: 10_000)
      )
    }
    let isRegular = component == .wage || component == .transfer
    guard isRegular, amount < Self.leastLikely else { return nil }
    return finding(.incomeScaleSuspected, cell, amount, likely: amount * 10_000)
  }

  /// Whether reading one line for the other period or unit explains the difference to the total.
  private func explaining(_ difference: Money, line: WorksheetLine) -> Finding? {
    guard let amount = line.amount.exact, amount != .zero, let cell = line.sources.first else {
      return nil
    }
    let readings: [(FindingCode, Money)] = [
      (.incomePeriodSuspected, amount * 12),
      (.incomePeriodSuspected, amount.shownShare(of: 12)),
      (.incomeScaleSuspected, amount * 10_000),
      (.incomeScaleSuspected, amount.shownShare(of: 10_000)),
    ]
    let fitting = readings.first { _, other in
      // A monthly figure that was rounded to fen is off by up to six fen in the year.
      abs((other - amount - difference).fen) <= 12
    }
    return fitting.map { finding($0.0, cell, amount, likely: $0.1) }
  }

  private func finding(
    _ code: FindingCode, _ cell: SourceLocation, _ amount: Money, likely: Money
  ) -> Finding {
    Finding(code, at: cell, value: amount.description, [amount.description, likely.description])
  }
}

extension WorksheetLineKind {
  /// The component of income the line states, for a member or the household.
  fileprivate var component: IncomeComponent? {
    switch self {
    case .component(let component), .statedComponent(let component): component
    default: nil
    }
  }
}
