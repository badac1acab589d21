public import Casework

/// The line that counts for applications of one day, and the others of its year.
public struct LineOfDay: Sendable {
  /// The line that counts.
  public let threshold: Threshold
  /// The other lines of the year, in fen per person and month.
  public let others: [Money]

  /// Makes the line of a day.
  public init(_ threshold: Threshold, others: [Money] = []) {
    self.threshold = threshold
    self.others = others
  }
}

extension PolicyEdition {
  /// The line that counts for applications of a day.
  ///
  /// - Throws: `PolicyGap` where no confirmed line is in force.
  public func lineOfDay(_ date: CalendarDate) throws(PolicyGap) -> LineOfDay {
    let used = try threshold(on: date)
    return LineOfDay(used, others: otherThresholds(inYearOf: date, than: used).map(\.monthly))
  }
}

/// By how much an income lies above what the line allows, at its least and at its most, in fen of
/// the window.
///
/// The test is met when D + S − R ≤ line × 12 × n in whole fen (`<` where the policy says so), so
/// that no rounding enters the decision (contract §2). Readings of one household are held against
/// the line one by one and only their excesses are put together: an income of one reading is never
/// held against the size of another.
public struct LineExcess: Hashable, Sendable {
  /// The least excess over all readings.
  public let least: Money
  /// The greatest excess over all readings.
  public let greatest: Money

  /// The excess of an amount of one reading.
  init(_ amount: MoneyInterval, size: ClosedRange<Int>, over line: Money) {
    least = amount.low - line * Int64(HouseholdReading.months * size.upperBound)
    greatest = amount.high - line * Int64(HouseholdReading.months * size.lowerBound)
  }

  private init(least: Money, greatest: Money) {
    self.least = least
    self.greatest = greatest
  }

  /// Both readings together.
  func hull(with other: LineExcess) -> LineExcess {
    LineExcess(least: min(least, other.least), greatest: max(greatest, other.greatest))
  }

  /// Whether the line is met: for certain, for certain not, or (nil) undecided.
  func meets(includingEquality: Bool) -> Bool? {
    let most = Money(fen: includingEquality ? 0 : -1)
    return greatest <= most ? true : least > most ? false : nil
  }
}

extension [HouseholdReading] {
  /// The excess over the line of an amount, over all readings; nil where there is none.
  func excess(
    of amount: (HouseholdReading) -> MoneyInterval, over line: Money
  ) -> LineExcess? {
    var hull: LineExcess?
    for reading in self {
      let excess = LineExcess(amount(reading), size: reading.size, over: line)
      hull = hull?.hull(with: excess) ?? excess
    }
    return hull
  }
}
