public import Casework

/// A household's shortfall over a year: line × 12 × n − (D + S − R), in fen.
///
/// Sums are those of a year whatever the window (contract §2), so that the line counts for as long.
public struct HouseholdGap: Hashable, Sendable {
  /// As far as it is known; never below zero.
  public let amount: MoneyInterval

  /// The gap over all readings and sizes; nil where there is no line to hold them against.
  public init?(_ household: NormalizedHousehold, below line: Threshold?) {
    guard let line, let first = household.readings.first else { return nil }
    let months = HouseholdReading.months
    func gap(_ reading: HouseholdReading) -> MoneyInterval {
      let least = line.monthly * Int64(months * reading.size.lowerBound)
      let most = line.monthly * Int64(months * reading.size.upperBound)
      return MoneyInterval(
        max(.zero, least - reading.actual.high), max(.zero, most - reading.actual.low))
    }
    amount = household.readings.dropFirst().reduce(gap(first)) { $0.hull(with: gap($1)) }
  }
}

extension GrantRules {
  /// What one gap leads to, before and after each limit.
  struct Working: Equatable {
    /// The part of the gap for the months, rounded half up to a fen: for display.
    var exact: Money
    /// In whole steps, rounded once from the exact fraction.
    var rounded: Money
    /// Not below the least amount; zero where there is no gap.
    var raised: Money
    /// Not above the largest amount.
    var limited: Money
  }

  /// The amount for a gap.
  func amount(for gap: HouseholdGap) -> MoneyInterval {
    MoneyInterval(
      working(gap.amount.low, over: HouseholdReading.months).limited,
      working(gap.amount.high, over: HouseholdReading.months).limited)
  }

  /// Works out the amount for one gap, limit by limit.
  func working(_ gap: Money, over windowMonths: Int) -> Working {
    let parts = Int128(gap.fen) * Int128(months) * Int128(sharePercent)
    let whole = Int128(windowMonths) * 100
    let rounded = Money(fen: Int64(stepped(parts, of: whole * Int128(step.fen)))) * step.fen
    let raised = gap > .zero ? max(rounded, least ?? rounded) : .zero
    return Working(
      exact: Money(fen: Int64((2 * parts + whole) / (2 * whole))), rounded: rounded,
      raised: raised, limited: most.map { min(raised, $0) } ?? raised)
  }

  private func stepped(_ amount: Int128, of step: Int128) -> Int128 {
    switch rounding {
    case .down: amount / step
    case .up: (amount + step - 1) / step
    case .nearest: (2 * amount + step) / (2 * step)
    }
  }
}

extension GrantRules {
  /// The option of a measure for a household with this gap, with the way to its amount.
  func option(_ measure: AssistanceMeasure, _ gap: HouseholdGap, size: String) -> HelpOption {
    let low = working(gap.amount.low, over: HouseholdReading.months)
    let high = working(gap.amount.high, over: HouseholdReading.months)
    func both(_ amount: (Working) -> Money) -> MoneyInterval {
      MoneyInterval(amount(low), amount(high))
    }
    var steps = [
      MeasureStep(
        .amountOfShortfall,
        [
          gap.amount.description, "\(HouseholdReading.months)", size, "\(months)",
          "\(sharePercent)",
          both(\.exact).description,
        ], citation: citation)
    ]
    func add(_ reason: MeasureReason, from before: MoneyInterval, to after: MoneyInterval) {
      guard before != after else { return }
      steps.append(
        MeasureStep(reason, [before.description, after.description], citation: citation))
    }
    add(.amountRounded, from: both(\.exact), to: both(\.rounded))
    add(.amountRaised, from: both(\.rounded), to: both(\.raised))
    add(.amountLimited, from: both(\.raised), to: both(\.limited))
    let isSpread = atOncePercent < 100
    let atOnce = MoneyInterval(partAtOnce(low.limited), partAtOnce(high.limited))
    if isSpread, atOncePercent > 0 {
      steps.append(
        MeasureStep(.atOncePart, [atOnce.description, "\(months)"], citation: citation))
    }
    return HelpOption(
      measure, amount: both(\.limited), months: isSpread ? months : nil,
      atOnce: isSpread ? atOnce : nil, steps: steps)
  }

  /// What is paid at once of an amount, in whole steps.
  private func partAtOnce(_ amount: Money) -> Money {
    Money(fen: amount.fen * Int64(atOncePercent) / 100 / step.fen * step.fen)
  }
}
