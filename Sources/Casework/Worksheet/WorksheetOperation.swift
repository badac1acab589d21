/// How a figure of the worksheet follows from the figures below it.
///
/// Only figures that count enter; the others stand beside them. A figure that is not computed says
/// where it comes from instead.
public enum WorksheetOperation: UInt8, Hashable, Sendable, CaseIterable {
  // figures with nothing below them
  /// Read from its cells.
  case stated
  /// Taken for zero, because its cell is blank (contract §2).
  case assumedZero
  /// Not known; between the bounds that the policy gives.
  case bounded
  /// Set by the policy.
  case parameter
  /// Shown in full elsewhere in the tree.
  case elsewhere
  /// As the rules use it, where the policy has a step that is not shown part by part.
  case policy
  // computed figures
  /// The first figure that counts.
  case chosen
  /// All of them together.
  case sum
  /// The first with the other sign.
  case negated
  /// The first so many times as the second says.
  case times
  /// A quarter's amount so many months as the second says: × months ÷ 3, opened to whole fen.
  case quarters
  /// From the least to the most of all: sources disagree, or there are several readings.
  case hull
  /// The first, or nothing: it is not certain that it counts.
  case opened
  /// The first, its negative, or nothing: nobody knows which way it counts.
  case eitherSign
  /// The first, off by at most so many percent as the second says.
  case widened
  /// At most the second.
  case capped
  /// The bill less its reimbursement, between nothing and the bill; a third figure is the part of
  /// the reimbursement that is income already.
  case borne
  /// What the first holds beyond the second, which is the same benefit.
  case beyond
  /// The first, or what it holds beyond the second, where that may be the same benefit.
  case perhapsBeyond
  /// The first plus the second less the third.
  case remainder
  /// The first less the second.
  case difference
  /// The first times the second times the third.
  case product
  /// The first ÷ the second ÷ the third, rounded half away from zero to a fen, for display.
  case perCapita
  /// The first less the second, never below zero: a part of an income that is not counted.
  case without
  /// So many percent of the first as the second says; a part of a fen counts as a whole one.
  case share
  /// The part of the first that is of so many months as the second says, of the third's; a part of
  /// a fen counts as a whole one.
  case monthsShare
  /// The least of the first.
  case least
  /// The most of the first.
  case most
}

extension WorksheetOperation {
  /// The figure that follows from the figures below it.
  ///
  /// - Parameters:
  ///   - parts: The figures that count, in their order.
  ///   - unit: What the result is counted in.
  /// - Returns: The figure; nil for one that is not computed, or where figures are missing.
  public func result(
    of parts: [WorksheetQuantity], unit: WorksheetUnit = .window
  ) -> WorksheetQuantity? {
    guard let amount = amount(of: parts.map(\.amount), parts) else { return nil }
    return WorksheetQuantity(amount, unit)
  }

  private func amount(
    of amounts: [MoneyInterval], _ parts: [WorksheetQuantity]
  ) -> MoneyInterval? {
    switch self {
    case .stated, .assumedZero, .bounded, .parameter, .elsewhere, .policy: return nil
    case .sum: return amounts.sum()
    case .hull:
      return amounts.first.map { first in
        amounts.dropFirst().reduce(first) { $0.hull(with: $1) }
      }
    default: break
    }
    guard let first = amounts.first else { return nil }
    if let alone = Self.alone(self, first) { return alone }
    guard amounts.count > 1 else { return nil }
    return Self.both(self, first, amounts[1])
      ?? Self.several(self, amounts, parts)
  }

  /// Operations on one figure.
  private static func alone(
    _ operation: WorksheetOperation, _ first: MoneyInterval
  ) -> MoneyInterval? {
    switch operation {
    case .chosen: first
    case .negated: -first
    case .opened: first.hull(with: .zero)
    case .least: MoneyInterval(exactly: first.low)
    case .most: MoneyInterval(exactly: first.high)
    case .eitherSign: first.hull(with: -first).hull(with: .zero)
    default: nil
    }
  }

  /// Operations on two figures.
  private static func both(
    _ operation: WorksheetOperation, _ first: MoneyInterval, _ second: MoneyInterval
  ) -> MoneyInterval? {
    let times = { first.times(second.low.fen).hull(with: first.times(second.high.fen)) }
    switch operation {
    case .times: return times()
    case .quarters: return times().thirds
    case .widened: return first.widened(byPercent: second.high.fen)
    case .capped: return MoneyInterval(min(first.low, second.low), min(first.high, second.high))
    case .beyond: return first.beyond(second)
    case .perhapsBeyond: return first.hull(with: first.beyond(second))
    case .difference: return first - second
    case .without: return first.without(second)
    case .share: return first.share(ofPercent: second.high.fen)
    default: return nil
    }
  }

  /// Operations on two or three figures.
  private static func several(
    _ operation: WorksheetOperation, _ amounts: [MoneyInterval], _ parts: [WorksheetQuantity]
  ) -> MoneyInterval? {
    if operation == .borne {
      return amounts[0].borne(
        reimbursed: amounts[1], inIncome: amounts.count > 2 ? amounts[2] : .zero)
    }
    guard amounts.count > 2 else { return nil }
    switch operation {
    case .remainder: return amounts[0] + amounts[1] - amounts[2]
    case .product:
      return amounts[0].times(parts[1].low * parts[2].low)
        .hull(with: amounts[0].times(parts[1].high * parts[2].high))
    case .perCapita: return amounts[0].perCapita(months: parts[1].low, persons: parts[2])
    case .monthsShare: return amounts[0].share(of: parts[1].low, among: parts[2].low)
    default: return nil
    }
  }
}

extension MoneyInterval {
  fileprivate func times(_ count: Int64) -> MoneyInterval { self * count }

  /// A third of the amount; a part of a fen opens to the whole fen on both sides.
  fileprivate var thirds: MoneyInterval {
    func floor(_ fen: Int64) -> Int64 { fen / 3 - (fen % 3 < 0 ? 1 : 0) }
    func ceiling(_ fen: Int64) -> Int64 { fen / 3 + (fen % 3 > 0 ? 1 : 0) }
    return MoneyInterval(Money(fen: floor(low.fen)), Money(fen: ceiling(high.fen)))
  }

  fileprivate func widened(byPercent percent: Int64) -> MoneyInterval {
    let spread = Money(fen: Int64(high.fen.magnitude) * percent / 100)
    return MoneyInterval(low - spread, high + spread)
  }

  fileprivate func beyond(_ other: MoneyInterval) -> MoneyInterval {
    MoneyInterval(.zero, max(.zero, high - other.low))
  }

  fileprivate func without(_ other: MoneyInterval) -> MoneyInterval {
    MoneyInterval(max(.zero, low - other.high), max(.zero, high - other.low))
  }

  fileprivate func share(ofPercent percent: Int64) -> MoneyInterval {
    func part(_ amount: Money) -> Money {
      percent == 100 ? amount : Money(fen: (amount.fen * percent + 99) / 100)
    }
    return MoneyInterval(part(low), part(high))
  }

  fileprivate func share(of months: Int64, among all: Int64) -> MoneyInterval? {
    guard all > 0 else { return nil }
    func part(_ amount: Money) -> Money {
      let whole = amount.fen * months
      return Money(fen: whole / all + (whole % all > 0 ? 1 : 0))
    }
    return MoneyInterval(part(low), part(high))
  }

  fileprivate func borne(reimbursed: MoneyInterval, inIncome: MoneyInterval) -> MoneyInterval {
    let rest = (reimbursed - inIncome).clamped(to: .zero, reimbursed.high)
    return (self - rest).clamped(to: .zero, max(.zero, high))
  }

  private func clamped(to least: Money, _ most: Money) -> MoneyInterval {
    MoneyInterval(min(max(low, least), most), min(max(high, least), most))
  }

  fileprivate func perCapita(months: Int64, persons: WorksheetQuantity) -> MoneyInterval? {
    guard months > 0, persons.low > 0 else { return nil }
    let bounds = [persons.low, persons.high].flatMap { count in
      [low, high].map { $0.shownShare(of: months * count) }
    }
    return MoneyInterval(bounds.min() ?? .zero, bounds.max() ?? .zero)
  }
}
