public import Casework

/// What of a type of income is not counted.
public struct IncomeDisregard: Sendable, Equatable {
  /// Whether nothing of it counts.
  public var isWhole = false
  /// Up to so much of each month's amount.
  public var perMonth: Money?
  /// Up to so much per person and window.
  public var perWindow: Money?
  /// Only in the first so many months of the window.
  public var firstMonths: Int?

  /// Makes a disregard of nothing.
  public init() {}
}

/// What becomes of a bill that names no evidence.
public enum EvidenceDemand: String, Sendable, CaseIterable {
  /// It is not asked for.
  case none
  /// The bill counts, and is noted.
  case noted
  /// The bill counts between nothing and what was borne, until somebody proves it.
  case required
}

/// Who counts as a member of the household, or does not, whatever the sheet says.
///
/// A condition that is left out fits everybody.
public struct MembershipRule: Sendable, Equatable {
  /// What a rule says of those whom it fits.
  public enum Effect: String, Sendable, CaseIterable {
    case yes, no, open
  }

  /// The employments it is about; empty: any.
  public var employments: Set<String> = []
  /// The relationships to the applicant; empty: any.
  public var relationships: Set<String> = []
  /// What the sheet says of living together; nil: whatever it says.
  public var livesTogether: Bool?
  /// The ages it is about, in years on the day of application; nil: any.
  public var ages: Range<Int>?
  /// Whether those whom it fits are members.
  public var effect: Effect

  /// Makes a rule that fits everybody.
  public init(_ effect: Effect) { self.effect = effect }
}

/// Who is taken to earn a share of the minimum wage where nobody states a wage.
public struct Imputation: Sendable, Equatable {
  /// The employments of those who could work.
  public var employments: Set<String>
  /// The ages of those who could work.
  public var ages: Range<Int>
  /// The states of health that excuse from it.
  public var excusedHealth: Set<String>
  /// The share of the minimum wage, in percent.
  public var percent: Int64
  /// The minimum wages by their first day, oldest first.
  public var wages: [SlipLimits.MinimumWage]

  /// Makes an imputation.
  public init(
    employments: Set<String>, ages: Range<Int>, excusedHealth: Set<String>, percent: Int64,
    wages: [SlipLimits.MinimumWage]
  ) {
    self.employments = employments
    self.ages = ages
    self.excusedHealth = excusedHealth
    self.percent = percent
    self.wages = wages.sorted { $0.from < $1.from }
  }

  /// The amount of a year by the wage in force on a day; nil before the first one.
  func yearly(on day: CalendarDate) -> Money? {
    wages.last { $0.from <= day }.map { Money(fen: $0.monthly.fen * 12 * percent / 100) }
  }
}
