/// What a figure of the worksheet is counted in.
public enum WorksheetUnit: UInt8, Hashable, Sendable, CaseIterable {
  /// Fen of the income window.
  case window
  /// Fen a month, a quarter, a year, or once, as a cell states it.
  case month, quarter, year, once
  /// Fen without a period.
  case money
  case persons, months, percent
  /// A number of times.
  case factor

  /// Whether the figure is an amount of money, in fen.
  public var isMoney: Bool {
    switch self {
    case .window, .month, .quarter, .year, .once, .money: true
    case .persons, .months, .percent, .factor: false
    }
  }

  /// The unit of an amount that is stated for a period.
  public init(_ period: Period?) {
    switch period {
    case .month: self = .month
    case .quarter: self = .quarter
    case .year: self = .year
    case .once: self = .once
    case nil: self = .money
    }
  }
}

/// A figure of the worksheet between two bounds, which are equal where it is known.
public struct WorksheetQuantity: Hashable, Sendable {
  /// The least it can be: fen, or a count.
  public let low: Int64
  /// The most it can be.
  public let high: Int64
  /// What it is counted in.
  public let unit: WorksheetUnit

  /// Makes an amount.
  public init(_ amount: MoneyInterval, _ unit: WorksheetUnit = .window) {
    low = amount.low.fen
    high = amount.high.fen
    self.unit = unit
  }

  /// Makes a count.
  public init(_ count: ClosedRange<Int>, _ unit: WorksheetUnit) {
    low = Int64(count.lowerBound)
    high = Int64(count.upperBound)
    self.unit = unit
  }

  /// The amount; that of a count is as many fen.
  public var amount: MoneyInterval { MoneyInterval(Money(fen: low), Money(fen: high)) }

  /// The count; that of an amount is its fen.
  public var count: ClosedRange<Int> { Int(low)...Int(high) }

  /// Whether both bounds are the same.
  public var isKnown: Bool { low == high }
}
