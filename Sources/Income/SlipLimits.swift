public import Casework

/// What figures the wage level makes likely; beyond these limits a slip between 元 and 万元 or
/// between month and year is suspected (domain.md 2.6).
///
/// The limits only ever lead to a warning: no figure and no decision depends on them.
public struct SlipLimits: Sendable, Equatable {
  /// The employment statuses that bring a regular wage or pension.
  public var earningStatuses: Set<String>
  /// The share of the minimum wage, in percent, below which a year's regular income is doubted.
  public var leastPercentOfWage: Int64
  /// How many minimum wages one person's year is doubted above.
  public var mostTimesWage: Int64
  /// How many minimum wages a household's income per head is doubted above, after expenditure.
  public var mostTimesPerHead: Int64
  /// The amount below which a wage, a pension, a bill or a benefit is doubted.
  public var smallest: Money
  /// The amount below which a year's property income is doubted, for interest can be small.
  public var smallestProperty: Money
  /// The minimum wages per month by the day they came into force, oldest first.
  public var minimumWages: [MinimumWage]

  /// A monthly minimum wage and its first day.
  public struct MinimumWage: Sendable, Equatable {
    /// The first day it is in force.
    public let from: CalendarDate
    /// The wage per month.
    public let monthly: Money

    /// Makes a wage.
    public init(from: CalendarDate, monthly: Money) {
      self.from = from
      self.monthly = monthly
    }
  }

  /// Makes limits from the policy's values.
  public init(
    earningStatuses: Set<String>, leastPercentOfWage: Int64, mostTimesWage: Int64,
    mostTimesPerHead: Int64, smallest: Money, smallestProperty: Money, minimumWages: [MinimumWage]
  ) {
    self.earningStatuses = earningStatuses
    self.leastPercentOfWage = leastPercentOfWage
    self.mostTimesWage = mostTimesWage
    self.mostTimesPerHead = mostTimesPerHead
    self.smallest = smallest
    self.smallestProperty = smallestProperty
    self.minimumWages = minimumWages.sorted { $0.from < $1.from }
  }

  /// No limits at all: only what other figures of the filing contradict is doubted.
  public static let off = SlipLimits(
    earningStatuses: [], leastPercentOfWage: 0, mostTimesWage: 1, mostTimesPerHead: 1,
    smallest: .zero, smallestProperty: .zero, minimumWages: [])

  /// The minimum wage of a whole year by the rate in force on a day; nil before the first one.
  func yearlyWage(on day: CalendarDate) -> Money? {
    minimumWages.last { $0.from <= day }.map { $0.monthly * 12 }
  }
}

/// Another way to read an amount, which a slip of the pen explains.
struct SlipReading {
  let code: FindingCode
  let amount: Money

  /// The amount if it was written for a month, or in 万元.
  static func larger(than amount: Money) -> [SlipReading] {
    [
      SlipReading(code: .incomePeriodSuspected, amount: amount * 12),
      SlipReading(code: .incomeScaleSuspected, amount: amount * 10_000),
    ]
  }

  /// The amount if it was written for a year, or in yuan.
  static func smaller(than amount: Money) -> [SlipReading] {
    [
      SlipReading(code: .incomePeriodSuspected, amount: amount.shownShare(of: 12)),
      SlipReading(code: .incomeScaleSuspected, amount: amount.shownShare(of: 10_000)),
    ]
  }
}
