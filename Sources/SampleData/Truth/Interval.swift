/// Whole fen between two bounds, both included.
struct Interval: Equatable, Sendable {
  var low: Int
  var high: Int

  init(_ low: Int, _ high: Int) {
    self.low = low
    self.high = high
  }

  init(_ exact: Int) { self.init(exact, exact) }

  /// The figure where both bounds agree.
  var exact: Int? { low == high ? low : nil }

  static func + (left: Interval, right: Interval) -> Interval {
    Interval(left.low + right.low, left.high + right.high)
  }

  static func - (left: Interval, right: Interval) -> Interval {
    Interval(left.low - right.high, left.high - right.low)
  }

  static func * (interval: Interval, factor: Interval) -> Interval {
    Interval(interval.low * factor.low, interval.high * factor.high)
  }
}
