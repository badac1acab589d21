/// The applications of a year in groups.
public struct ApplicationBreakdown: Sendable {
  /// What the groups are made by.
  public let dimension: ApplicationDimension
  /// The groups in a fixed order, the total last.
  public let groups: [ApplicationGroup]

  package init(dimension: ApplicationDimension, groups: [ApplicationGroup]) {
    self.dimension = dimension
    self.groups = groups
  }
}

/// What applications are grouped by.
public enum ApplicationDimension: String, Sendable, CaseIterable {
  case unit, category, cause, hardshipType
}

/// The applications of one group.
public struct ApplicationGroup: Sendable {
  /// What the group has in common.
  public enum Key: Hashable, Sendable {
    case unit(SubmittingUnit)
    case category(ApplicantCategory)
    case cause(HardshipCause)
    case hardshipType(HardshipType)
    /// The applications do not state it.
    case notStated
    /// All applications.
    case total
  }

  /// What they have in common.
  public let key: Key
  /// How many ended how; the results sum to the applications.
  public let results: [ApplicationResult: Int]

  package init(key: Key, results: [ApplicationResult: Int]) {
    self.key = key
    self.results = results
  }

  /// How many ended so.
  public func count(of result: ApplicationResult) -> Int { results[result] ?? 0 }

  /// All applications of the group.
  public var count: Int { results.values.reduce(0, +) }
}

/// How an application stands at the end of a year; each stands in exactly one way.
public enum ApplicationResult: String, Sendable, CaseIterable {
  /// The steering group approved it, if only at last.
  case approved
  /// The steering group refused it.
  case refused
  /// A rule fails and no decision was made.
  case ineligible
  /// The applicant withdrew it before a decision.
  case withdrawn
  /// A duplicate that is handled with its primary case.
  case merged
  /// None of these: something is to be corrected, verified, publicised or decided.
  case open
}

/// Why applications were not approved, and how many of them.
///
/// A case that fails two rules counts under both, so that reasons are not to be added.
public struct Refusal: Hashable, Sendable {
  /// A reason.
  public enum Reason: Hashable, Sendable {
    /// A rule of the policy fails.
    case rule(RuleCode)
    /// The steering group's words; nil: it gave none.
    case stated(String?)
  }

  /// Why.
  public let reason: Reason
  /// How many cases.
  public let cases: Int

  package init(reason: Reason, cases: Int) {
    self.reason = reason
    self.cases = cases
  }
}

/// The sizes of the grants that were approved.
public struct GrantSizes: Hashable, Sendable {
  /// The measure; nil: all measures.
  public let measure: AssistanceMeasure?
  /// Approvals.
  public let approvals: Int
  /// Their sum.
  public let sum: Money
  /// The mean, rounded half up to a fen.
  public let mean: Money
  /// The median, rounded half up to a fen.
  public let median: Money
  /// The smallest and the largest.
  public let range: ClosedRange<Money>

  package init(
    measure: AssistanceMeasure?, approvals: Int, sum: Money, middle: (mean: Money, median: Money),
    range: ClosedRange<Money>
  ) {
    self.measure = measure
    self.approvals = approvals
    self.sum = sum
    mean = middle.mean
    median = middle.median
    self.range = range
  }
}

/// How many days passed from application to decision.
public struct ProcessingTime: Hashable, Sendable {
  /// Decisions to approve or to refuse, the first of each case.
  public let decisions: Int
  /// The mean in tenths of a day, rounded half up.
  public let meanTenths: Int
  /// The median in tenths of a day.
  public let medianTenths: Int
  /// The fewest and the most days.
  public let range: ClosedRange<Int>

  package init(decisions: Int, meanTenths: Int, medianTenths: Int, range: ClosedRange<Int>) {
    self.decisions = decisions
    self.meanTenths = meanTenths
    self.medianTenths = medianTenths
    self.range = range
  }
}

/// What visits found; counts of visits but where it is said.
public struct FollowUpResults: Hashable, Sendable {
  /// Visits and calls.
  public package(set) var visits = 0
  /// Cases that were visited.
  public package(set) var cases = 0
  /// Visits that report a new difficulty.
  public package(set) var newDifficulties = 0
  /// Visits by the degree of relief; nil: not stated.
  public package(set) var relief: [ReliefDegree?: Int] = [:]
  /// Visits by recommendation.
  public package(set) var recommendations: [VisitRecommendation: Int] = [:]
  /// Visits by means; nil: not stated.
  public package(set) var means: [VisitMeans?: Int] = [:]

  package init() {}
}

/// Cases that left for one reason.
public struct ExitCount: Hashable, Sendable {
  /// 自愿退出, 退出, 去世 or 调出.
  public let kind: CircumstanceKind
  /// How many cases.
  public let cases: Int

  package init(kind: CircumstanceKind, cases: Int) {
    self.kind = kind
    self.cases = cases
  }
}

/// The figures that years are compared by.
public struct KeyFigures: Hashable, Sendable {
  /// The year; nil: all years.
  public let year: Int?
  /// Opening, income, payments and closing.
  public package(set) var movement: FundMovement
  /// Members who gave, as far as it is stated; instances over several years.
  public package(set) var donors = 0
  /// Applications.
  public package(set) var applications = 0
  /// Decisions to approve.
  public package(set) var approvals = 0
  /// Decisions to refuse.
  public package(set) var refusals = 0
  /// Whom the payments reached.
  public package(set) var reached = Beneficiaries()
  /// Visits and calls.
  public package(set) var visits = 0
  /// Cases that left.
  public package(set) var exits = 0

  package init(year: Int?, movement: FundMovement) {
    self.year = year
    self.movement = movement
  }
}
