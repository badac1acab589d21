/// A figure of a notice: shown, or left out because it could point to a person.
public enum DisclosedFigure<Value: Hashable & Sendable>: Hashable, Sendable {
  case shown(Value)
  case suppressed
}

/// 募集情况 and 筹集使用情况: what a notice about the fund may show to others than the office.
public struct FundNotice: Sendable {
  /// The year.
  public let year: Int
  /// Opening, income, payments and closing of the year.
  public let movement: FundMovement
  /// The year's income by source.
  public let income: [SourceIncome]
  /// The year's donations by unit; those of few donors are suppressed.
  public let units: [UnitLine]
  /// The year's payments by measure and of all; those to few households are suppressed.
  public let spending: [SpendingLine]

  /// What one unit's members gave.
  public struct UnitLine: Hashable, Sendable {
    /// The unit.
    public let unit: SubmittingUnit
    /// How much.
    public let amount: DisclosedFigure<Money>

    package init(unit: SubmittingUnit, amount: DisclosedFigure<Money>) {
      self.unit = unit
      self.amount = amount
    }
  }

  /// What was paid under one measure.
  public struct SpendingLine: Hashable, Sendable {
    /// The measure; nil: all measures.
    public let measure: AssistanceMeasure?
    /// Whom it reached.
    public let reached: DisclosedFigure<Beneficiaries>
    /// How much.
    public let amount: DisclosedFigure<Money>

    package init(
      measure: AssistanceMeasure?, reached: DisclosedFigure<Beneficiaries>,
      amount: DisclosedFigure<Money>
    ) {
      self.measure = measure
      self.reached = reached
      self.amount = amount
    }
  }

  package init(
    of report: AnnualReport, units: [UnitLine], spending: [SpendingLine]
  ) {
    year = report.year
    movement = report.movement
    income = report.income
    self.units = units
    self.spending = spending
  }

  /// Whether something is left out, so that the notice must say so.
  public var hasSuppressed: Bool {
    units.contains { $0.amount == .suppressed } || spending.contains { $0.amount == .suppressed }
      || spending.contains { $0.reached == .suppressed }
  }
}

/// One line of the in-Party notice of recipients, before it is masked.
public struct Recipient: Hashable, Sendable {
  /// The applicant's name, which only Reporting shows, masked; nil once it is pruned.
  public let name: PersonName?
  /// The unit.
  public let unit: SubmittingUnit
  /// The category, where it is stated.
  public let category: ApplicantCategory?
  /// The class of the cause, never the illness.
  public let cause: HardshipCause?
  /// The measure.
  public let measure: AssistanceMeasure
  /// What is proposed, or was paid.
  public let amount: Money

  package init(
    of record: CaseRecord, unit: SubmittingUnit, measure: AssistanceMeasure, amount: Money
  ) {
    name = record.applicantName
    self.unit = unit
    category = record.category
    cause = record.cause
    self.measure = measure
    self.amount = amount
  }
}
