/// What the fund and the programme did in a year: the circular report of March of the next.
///
/// Counts of persons (人), households (户) and instances (人次) stand side by side and are never
/// added to one another. Every amount is in fen.
public struct AnnualReport: Sendable {
  /// The year.
  public let year: Int
  /// Opening, income, payments and closing of the year.
  public let movement: FundMovement
  /// The year's income by source, sources without income included.
  public let income: [SourceIncome]
  /// The year's one-day-pay donations by unit and year of the donation.
  public let unitIncome: [UnitIncome]
  /// The year's payments by measure, measures without a payment included.
  public let spending: [MeasureSpending]
  /// The applications of the year in four ways: by unit, category, cause and hardship type.
  public let applications: [ApplicationBreakdown]
  /// Why applications of the year were not approved.
  public let refusals: [Refusal]
  /// The sizes of the year's grants, by measure and of all.
  public let grants: [GrantSizes]
  /// How long the year's decisions took, from application to decision.
  public let processing: ProcessingTime?
  /// What the year's visits found.
  public let followUp: FollowUpResults
  /// The year's exits by reason.
  public let exits: [ExitCount]
  /// The key figures of every year since the start, the report's year last.
  public let years: [KeyFigures]
  /// The key figures from the start to the end of the year.
  public let cumulative: KeyFigures
  /// What is promised and not paid at the end of the year, by measure.
  public let commitments: [OpenCommitment]
  /// What is left of each source and fund year at the end of the year.
  public let sources: SourceBalances
  /// When in the year more had been paid than received.
  public let shortfalls: [CashShortfall]

  package init(
    year: Int, movement: FundMovement, money: FundTables, cases: CaseTables, years: [KeyFigures],
    cumulative: KeyFigures
  ) {
    self.year = year
    self.movement = movement
    income = money.income
    unitIncome = money.unitIncome
    spending = money.spending
    commitments = money.commitments
    sources = money.sources
    shortfalls = money.shortfalls
    applications = cases.applications
    refusals = cases.refusals
    grants = cases.grants
    processing = cases.processing
    followUp = cases.followUp
    exits = cases.exits
    self.years = years
    self.cumulative = cumulative
  }

  /// The key figures of the year.
  public var current: KeyFigures { years.last ?? cumulative }

  /// The key figures of the year before; nil in the programme's first year.
  public var previous: KeyFigures? { years.dropLast().last }

  /// What is promised and not paid at the end of the year.
  public var openCommitments: Money { commitments.map(\.open).reduce(.zero, +) }

  /// The money at the end of the year that nobody was promised.
  public var unpromised: Money { movement.closing - openCommitments }
}

/// The tables of an annual report that are about money.
package struct FundTables {
  package var income: [SourceIncome] = []
  package var unitIncome: [UnitIncome] = []
  package var spending: [MeasureSpending] = []
  package var commitments: [OpenCommitment] = []
  package var sources = SourceBalances()
  package var shortfalls: [CashShortfall] = []

  package init() {}
}

/// The tables of an annual report that are about cases.
package struct CaseTables {
  package var applications: [ApplicationBreakdown] = []
  package var refusals: [Refusal] = []
  package var grants: [GrantSizes] = []
  package var processing: ProcessingTime?
  package var followUp = FollowUpResults()
  package var exits: [ExitCount] = []

  package init() {}
}

/// The income from one source.
public struct SourceIncome: Hashable, Sendable {
  /// Where it came from.
  public let source: FundSource
  /// How much.
  public let amount: Money

  package init(source: FundSource, amount: Money) {
    self.source = source
    self.amount = amount
  }
}

/// What a unit's members gave.
public struct UnitIncome: Hashable, Sendable {
  /// The unit; only its code is known where the roster does not list it.
  public let unit: SubmittingUnit
  /// The year of the donation, which may be the one before the year it was received in.
  public let fundYear: Int
  /// How many members gave; nil: not stated for every donation.
  public let donors: Int?
  /// How much.
  public let amount: Money

  package init(unit: SubmittingUnit, fundYear: Int, donors: Int?, amount: Money) {
    self.unit = unit
    self.fundYear = fundYear
    self.donors = donors
    self.amount = amount
  }

  /// 参捐率: donors of 1,000 serving members of the unit, rounded half up; nil: one is not known.
  public var participationPerMille: Int? { shareInPerMille(donors, of: unit.servingMembers) }
}

/// A part of a whole in thousandths, rounded half up; nil where either is not known or none.
package func shareInPerMille(_ part: Int?, of whole: Int?) -> Int? {
  guard let part, let whole, whole > 0 else { return nil }
  return (part * 2000 + whole) / (whole * 2)
}

/// Whom payments reached, in three units that are never added together.
public struct Beneficiaries: Hashable, Sendable {
  /// 户: cases that were paid; a household that is helped in two rounds is a case in each.
  public package(set) var households = 0
  /// 人: persons who live in these households, where their number is known.
  public package(set) var persons = 0
  /// Households of the above whose number of persons is not known; not among the persons.
  public package(set) var householdsOfUnknownSize = 0
  /// 人次: payments.
  public package(set) var instances = 0
  /// The sum of the payments.
  public package(set) var amount = Money.zero

  package init() {}
}

/// Payments under one measure.
public struct MeasureSpending: Hashable, Sendable {
  /// The measure; nil: all measures, where a case under two measures is one household.
  public let measure: AssistanceMeasure?
  /// Whom they reached.
  public let reached: Beneficiaries

  package init(measure: AssistanceMeasure?, reached: Beneficiaries) {
    self.measure = measure
    self.reached = reached
  }
}

/// What is promised under one measure.
public struct OpenCommitment: Hashable, Sendable {
  /// The measure.
  public let measure: AssistanceMeasure
  /// Cases with something open.
  public let cases: Int
  /// What was paid of these cases' approvals.
  public let paid: Money
  /// What is open.
  public let open: Money

  package init(measure: AssistanceMeasure, cases: Int, paid: Money, open: Money) {
    self.measure = measure
    self.cases = cases
    self.paid = paid
    self.open = open
  }
}
