import Casework

/// The distribution of at least one amount, in whole fen without floating point.
struct Distribution {
  /// The quantiles the tables show, in percent; 50 is the median.
  static let percents = [10, 25, 50, 75, 90]

  private let sorted: [Money]

  /// Makes the distribution; nil where there is no amount.
  init?(of amounts: [Money]) {
    guard !amounts.isEmpty else { return nil }
    sorted = amounts.sorted()
  }

  /// The mean, rounded half away from zero to a fen.
  var mean: Money {
    sorted.reduce(.zero, +).shownShare(of: Int64(sorted.count))
  }

  /// The quantile of type 7: linear between the order statistics around (count − 1) × percent ÷ 100.
  ///
  /// Rounded half away from zero to a fen.
  func quantile(percent: Int) -> Money {
    precondition((0...100).contains(percent), "a quantile lies between 0 and 100 percent")
    let (place, rest) = ((sorted.count - 1) * percent).quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return sorted[place] }
    let gap = sorted[place + 1] - sorted[place]
    return (sorted[place] * 100 + gap * Int64(rest)).shownShare(of: 100)
  }
}
