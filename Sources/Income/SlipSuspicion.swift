import Casework

/// Recognises amounts that look like slips between 元 and 万元 or between month and year.
///
/// Only ever a hint: no amount is changed (contract §1 and domain.md 2.6).
struct SlipSuspicion {
  let rules: IncomeRules

  /// The hints for a household: amounts beyond belief, and amounts that would make a stated total
  /// right if one of them were read for the other unit or period.
  ///
  /// - Parameters:
  ///   - lines: The lines of income that stand in cells of their own.
  ///   - sum: The sum of what counts.
  ///   - stated: The total the household declares, where it differs from the sum.
  func findings(
    for lines: [WorksheetLine], sum: MoneyInterval, stated: MoneyInterval?
  ) -> [Finding] {
    let beyondBelief = lines.compactMap(scaleFinding)
    guard beyondBelief.isEmpty, let stated = stated?.exact, let sum = sum.exact, stated != sum
    else { return beyondBelief }
    return lines.compactMap { explaining(stated - sum, line: $0) }.prefix(1).map(\.self)
  }

  /// Ten times what the policy bounds an unknown figure by is no income of a person in hardship.
  private func scaleFinding(_ line: WorksheetLine) -> Finding? {
    guard let amount = line.amount.exact, amount > .zero, let cell = line.sources.first,
      let component = line.kind.component
    else { return nil }
    let most = rules.bounds(of: component).high
    if amount > most * 10 {
      return finding(.incomeScaleSuspected, cell, amount, likely: amount.shownShare(of: 10_000))
    }
    // A wage or pension of a few yuan a year is one written in 万元.
    if component == .wage || component == .transfer, amount < Money(yuan: 20) {
      return finding(.incomeScaleSuspected, cell, amount, likely: amount * 10_000)
    }
    return nil
  }

  /// Whether reading one line for the other period or unit explains the difference to the total.
  private func explaining(_ difference: Money, line: WorksheetLine) -> Finding? {
    guard let amount = line.amount.exact, amount != .zero, let cell = line.sources.first else {
      return nil
    }
    let readings: [(FindingCode, Money)] = [
      (.incomePeriodSuspected, amount * 12), (.incomePeriodSuspected, amount.shownShare(of: 12)),
      (.incomeScaleSuspected, amount * 10_000), (.incomeScaleSuspected, amount.shownShare(of: 10_000)),
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
