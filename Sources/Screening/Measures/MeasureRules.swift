public import Casework

/// What the policy says about how households are helped (domain.md 1.6).
public struct MeasureRules: Hashable, Codable, Sendable {
  /// When start-up support is suggested, and on what terms interest is paid.
  public var startUp: StartUpRules
  /// Which grant fits an expenditure type.
  public var choice: GrantChoiceRules
  /// How each grant's amount follows from the shortfall.
  public var grants: [AssistanceMeasure: GrantRules]
  /// What is suggested where the income equals the line, so that there is no shortfall.
  public var atTheLine: AtTheLine
  /// How far a figure marked 约 can be off, in percent.
  public var aboutPercent: Int

  /// Makes rules from a policy file's values.
  public init(
    startUp: StartUpRules, choice: GrantChoiceRules, grants: [AssistanceMeasure: GrantRules],
    atTheLine: AtTheLine, aboutPercent: Int
  ) {
    self.startUp = startUp
    self.choice = choice
    self.grants = grants
    self.atTheLine = atTheLine
    self.aboutPercent = aboutPercent
  }

  /// What is suggested where there is no shortfall.
  public enum AtTheLine: String, Codable, Sendable, CaseIterable {
    /// Visits and services, no money.
    case service
    /// The measure that fits, with the least amount of it.
    case least
  }
}

/// When start-up support is suggested, and on what terms the fund pays a loan's interest.
public struct StartUpRules: Hashable, Codable, Sendable {
  /// Employments that count as no fixed job, by their choice in the members form.
  public var withoutJob: Set<String>
  /// The own share of the investment must be above so many percent.
  public var ownShareAbovePercent: Int
  /// The most years of a loan whose interest is paid.
  public var mostYears: Int
  /// The part of the interest that is paid, in percent.
  public var interestSharePercent: Int
  /// The highest rate that is paid, in millionths a year; nil: the loan's own.
  public var mostRateMillionths: Int64?
  /// The largest loan whose interest is paid; nil: no limit.
  public var mostPrincipal: Money?
  /// The most that is paid over all years; nil: no limit.
  public var most: Money?
  /// The words of the regulation.
  public var citation: String

  /// Makes rules from a policy file's values.
  public init(
    withoutJob: Set<String>, ownShareAbovePercent: Int, mostYears: Int, interestSharePercent: Int,
    mostRateMillionths: Int64? = nil, mostPrincipal: Money? = nil, most: Money? = nil,
    citation: String = ""
  ) {
    self.withoutJob = withoutJob
    self.ownShareAbovePercent = ownShareAbovePercent
    self.mostYears = mostYears
    self.interestSharePercent = interestSharePercent
    self.mostRateMillionths = mostRateMillionths
    self.mostPrincipal = mostPrincipal
    self.most = most
    self.citation = citation
  }
}

/// Which grant fits an expenditure type, by cause, duration and remaining burden.
public struct GrantChoiceRules: Hashable, Codable, Sendable {
  /// Types of expenditure that go on by their nature, such as 护理.
  public var lastingTypes: Set<String>
  /// States of health of a member that make expenditure go on, such as 慢性病.
  public var lastingHealth: Set<String>
  /// Expenditure of one type paid in so many calendar months of the window goes on.
  public var lastingMonths: Int
  /// A debt of at least so many percent of the expenditure borne is a burden that remains.
  public var burdenPercent: Int
  /// The grants in order; the first entry that fits a case is taken.
  public var table: [GrantChoice]
  /// The words of the regulation.
  public var citation: String

  /// Makes rules from a policy file's values.
  public init(
    lastingTypes: Set<String>, lastingHealth: Set<String>, lastingMonths: Int,
    burdenPercent: Int, table: [GrantChoice], citation: String = ""
  ) {
    self.lastingTypes = lastingTypes
    self.lastingHealth = lastingHealth
    self.lastingMonths = lastingMonths
    self.burdenPercent = burdenPercent
    self.table = table
    self.citation = citation
  }
}

/// One entry of the table of grants.
public struct GrantChoice: Hashable, Codable, Sendable {
  /// The causes it is for; empty: every cause.
  public var causes: Set<HardshipCause>
  /// Whether the expenditure must go on (true) or be over (false); nil: either.
  public var isLasting: Bool?
  /// Whether a burden must remain; nil: either.
  public var hasBurden: Bool?
  /// The grant.
  public var measure: AssistanceMeasure

  /// Makes an entry.
  public init(
    causes: Set<HardshipCause> = [], isLasting: Bool? = nil, hasBurden: Bool? = nil,
    measure: AssistanceMeasure
  ) {
    self.causes = causes
    self.isLasting = isLasting
    self.hasBurden = hasBurden
    self.measure = measure
  }
}

/// How a grant's amount follows from the household's shortfall.
public struct GrantRules: Hashable, Codable, Sendable {
  /// For how many months the shortfall is made up.
  public var months: Int
  /// The part of the shortfall that is made up, in percent.
  public var sharePercent: Int
  /// What is paid at once of it, in percent; the rest by month.
  public var atOncePercent: Int
  /// The least amount, where there is a shortfall at all.
  public var least: Money?
  /// The largest amount.
  public var most: Money?
  /// Amounts are whole multiples of this.
  public var step: Money
  /// How an amount between two multiples is rounded.
  public var rounding: Rounding
  /// The words of the regulation.
  public var citation: String

  /// Makes rules from a policy file's values.
  public init(
    months: Int, sharePercent: Int = 100, atOncePercent: Int = 100, least: Money? = nil,
    most: Money? = nil, step: Money = Money(fen: 1), rounding: Rounding = .up,
    citation: String = ""
  ) {
    self.months = months
    self.sharePercent = sharePercent
    self.atOncePercent = atOncePercent
    self.least = least
    self.most = most
    self.step = step
    self.rounding = rounding
    self.citation = citation
  }

  /// How an amount between two multiples is rounded.
  public enum Rounding: String, Codable, Sendable, CaseIterable {
    case up, down, nearest
  }
}
