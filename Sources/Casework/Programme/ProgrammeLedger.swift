/// Everything the registry knows that reports about the programme are written from.
public struct ProgrammeLedger: Sendable {
  /// The units of the newest roster, by code.
  public let units: [SubmittingUnit]
  /// Every case of every round, by case identifier.
  public let cases: [CaseRecord]
  /// What concerns no single case: donations, allocations, notices, forum feedback, by day.
  public let facts: [OfficeFact]
  /// The fund's books, by day.
  public let entries: [BookEntry]

  /// Makes a ledger.
  public init(
    units: [SubmittingUnit], cases: [CaseRecord], facts: [OfficeFact], entries: [BookEntry]
  ) {
    self.units = units
    self.cases = cases
    self.facts = facts
    self.entries = entries
  }
}

/// What the registry knows about one case.
public struct CaseRecord: Sendable {
  /// The case's stable identifier.
  public let caseID: String
  /// The round it was filed in.
  public let round: String
  /// The unit that handed it in, by its code.
  public let unitCode: String
  /// The applicant's name, for the recipients' notice, which masks it; nil once pruned.
  public let applicantName: PersonName?
  /// The category of the applicant, where it is stated.
  public let category: ApplicantCategory?
  /// The stated cause of the hardship.
  public let cause: HardshipCause?
  /// Whether low income or expenditure puts the household below the line.
  public let hardshipType: HardshipType?
  /// The persons of the household, where their number is known.
  public let householdSize: Int?
  /// The day of application.
  public let appliedOn: CalendarDate
  /// How the newest screening ended.
  public let outcome: CaseOutcome
  /// The rules that failed in it.
  public let failedRules: [RuleCode]
  /// Where the case stands.
  public let state: CaseState
  /// Everything recorded about the case, by day.
  public let facts: [OfficeFact]
  /// The case's steps, oldest first.
  public let steps: [CaseStep]

  /// Makes a record.
  public init(
    caseID: String, round: String, unitCode: String, applicantName: PersonName?,
    category: ApplicantCategory?, cause: HardshipCause?, hardshipType: HardshipType?,
    householdSize: Int?, appliedOn: CalendarDate, outcome: CaseOutcome, failedRules: [RuleCode],
    state: CaseState, facts: [OfficeFact], steps: [CaseStep]
  ) {
    self.caseID = caseID
    self.round = round
    self.unitCode = unitCode
    self.applicantName = applicantName
    self.category = category
    self.cause = cause
    self.hardshipType = hardshipType
    self.householdSize = householdSize
    self.appliedOn = appliedOn
    self.outcome = outcome
    self.failedRules = failedRules
    self.state = state
    self.facts = facts
    self.steps = steps
  }
}
