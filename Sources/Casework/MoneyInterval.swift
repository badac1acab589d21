/// An amount known to lie between two exact bounds, in fen; a known amount has equal bounds.
///
/// An unknown is carried as an interval so that a decision that is the same at both ends stands
/// (contract §2).
public struct MoneyInterval: Hashable, Codable, Sendable {
  /// The least the amount can be.
  public let low: Money
  /// The most the amount can be.
  public let high: Money

  /// Makes the interval between two bounds given in either order.
  public init(_ first: Money, _ second: Money) {
    low = min(first, second)
    high = max(first, second)
  }

  /// Makes the interval of one exactly known amount.
  public init(exactly amount: Money) {
    low = amount
    high = amount
  }

  /// Exactly nothing.
  public static let zero = MoneyInterval(exactly: .zero)

  /// The amount, where both bounds agree.
  public var exact: Money? { low == high ? low : nil }

  /// The smallest interval that holds both.
  public func hull(with other: MoneyInterval) -> MoneyInterval {
    MoneyInterval(min(low, other.low), max(high, other.high))
  }

  /// Whether every amount of `other` lies in this interval.
  public func contains(_ other: MoneyInterval) -> Bool { low <= other.low && other.high <= high }

  /// The interval of all sums: the bounds add end to end.
  public static func + (left: MoneyInterval, right: MoneyInterval) -> MoneyInterval {
    MoneyInterval(left.low + right.low, left.high + right.high)
  }

  /// The interval of all differences: from least minus most to most minus least.
  public static func - (left: MoneyInterval, right: MoneyInterval) -> MoneyInterval {
    MoneyInterval(left.low - right.high, left.high - right.low)
  }

  /// The interval with the other sign.
  public static prefix func - (interval: MoneyInterval) -> MoneyInterval {
    MoneyInterval(-interval.high, -interval.low)
  }

  /// The interval of so many times the amount.
  public static func * (left: MoneyInterval, right: Int64) -> MoneyInterval {
    MoneyInterval(left.low * right, left.high * right)
  }
}

extension MoneyInterval: CustomStringConvertible {
  /// The yuan amount, or both bounds joined by `–`.
  public var description: String { exact.map(\.description) ?? "\(low)–\(high)" }
}

extension Sequence where Element == MoneyInterval {
  /// The sum of the intervals; each bound sums on its own.
  public func sum() -> MoneyInterval { reduce(.zero, +) }
}

/// The span of time that one stated figure is for.
public enum Period: String, Codable, Sendable, CaseIterable {
  case month = "月"
  case quarter = "季"
  case year = "年"
  case once = "一次性"
}

/// How exactly an amount was written.
public enum Precision: String, Codable, Sendable {
  /// The figure stands as it is.
  case exact
  /// The writer said 约.
  case about
  /// The writer said 余, 多 or 以上: no less than the figure.
  case atLeast
  /// The writer said 以下, 以内 or 不足: no more than the figure.
  case atMost
  /// The writer gave two bounds, such as 3000-3500.
  case range
}

/// An amount as it was stated in a cell: its bounds, its period if one is known, its precision.
public struct StatedAmount: Hashable, Codable, Sendable {
  /// The bounds in fen, for one `period`.
  public var amount: MoneyInterval
  /// The period the figure is for, from the cell, the header, the sheet or the field; nil: unsaid.
  public var period: Period?
  /// How exactly it was written.
  public var precision: Precision

  /// Makes a stated amount.
  public init(_ amount: MoneyInterval, per period: Period? = nil, precision: Precision = .exact) {
    self.amount = amount
    self.period = period
    self.precision = precision
  }
}

extension StatedAmount {
  /// What stands for no upper bound where 以上, 不低于 and the like say none; never shown, and never
  /// counted with: a policy says how much an amount can be that nobody knows.
  public static let openBound = Money(fen: 100_000_000_000_000)

  /// Whether the writer left the amount open above: `3000元以上`, but not `3000余元`.
  public var isOpenAbove: Bool { precision == .atLeast && amount.high == Self.openBound }

  /// The amount as far as it is certain: a figure marked 约 opens to both sides by so many percent.
  public func certain(within percent: Int) -> MoneyInterval {
    guard precision == .about else { return amount }
    let spread = Money(fen: Int64(amount.high.fen.magnitude) * Int64(percent) / 100)
    return MoneyInterval(amount.low - spread, amount.high + spread)
  }
}
