public import Casework

/// What a re-screening says; its tables and its page are written from it.
public struct RescreeningReport: Sendable {
  /// The run.
  public let runID: String
  /// The day of the re-screening.
  public let asOf: CalendarDate
  /// The policy's title.
  public let policyTitle: String
  /// How many open cases were screened.
  public let caseCount: Int
  /// The cases whose outcome changed, by case.
  public let changes: [CaseChange]
  /// What people should decide, by kind and case.
  public let proposals: [FollowUpProposal]
  /// Cases whose verified result differs from the declared one.
  public let verified: [Verified]
  /// The language of the page.
  public let language: Language

  /// A case's declared and verified result.
  public struct Verified: Sendable {
    let caseID: String
    let declaredIncome: MoneyInterval
    let declaredExpenditure: MoneyInterval
    let declaredPerCapita: MoneyInterval
    let declaredOutcome: CaseOutcome
    let verifiedIncome: MoneyInterval
    let verifiedExpenditure: MoneyInterval
    let verifiedPerCapita: MoneyInterval
    let verifiedOutcome: CaseOutcome

    /// Makes the pair of results; incomes and expenditures of the window, per capita per month.
    public init(
      caseID: String, declaredIncome: MoneyInterval, declaredExpenditure: MoneyInterval,
      declaredPerCapita: MoneyInterval, declaredOutcome: CaseOutcome,
      verifiedIncome: MoneyInterval, verifiedExpenditure: MoneyInterval,
      verifiedPerCapita: MoneyInterval, verifiedOutcome: CaseOutcome
    ) {
      self.caseID = caseID
      self.declaredIncome = declaredIncome
      self.declaredExpenditure = declaredExpenditure
      self.declaredPerCapita = declaredPerCapita
      self.declaredOutcome = declaredOutcome
      self.verifiedIncome = verifiedIncome
      self.verifiedExpenditure = verifiedExpenditure
      self.verifiedPerCapita = verifiedPerCapita
      self.verifiedOutcome = verifiedOutcome
    }
  }

  /// Makes a report.
  public init(
    runID: String, asOf: CalendarDate, policyTitle: String, caseCount: Int, changes: [CaseChange],
    proposals: [FollowUpProposal], verified: [Verified], language: Language
  ) {
    self.runID = runID
    self.asOf = asOf
    self.policyTitle = policyTitle
    self.caseCount = caseCount
    self.changes = changes
    self.proposals = proposals
    self.verified = verified
    self.language = language
  }
}

/// `changes.csv`: one row per changed case (contract §4).
public func changesCSV(_ report: RescreeningReport) -> [UInt8] {
  changesCSV(report.changes)
}

/// `changes.csv` of any two runs.
public func changesCSV(_ changes: [CaseChange]) -> [UInt8] {
  csvText(
    header: ["case_id", "from_outcome", "to_outcome", "cause", "detail"],
    rows: changes.map {
      [
        $0.caseID, $0.from?.rawValue ?? "", $0.to?.rawValue ?? "", $0.cause.rawValue, $0.detail,
      ]
    })
}

/// `follow-up.csv`: what people should decide, one row per case and ground.
public func followUpCSV(_ report: RescreeningReport) -> [UInt8] {
  csvText(
    header: ["case_id", "kind", "ground", "day", "detail"],
    rows: report.proposals.map {
      [
        $0.caseID, $0.kind.rawValue, $0.ground.rawValue, $0.day?.description ?? "", $0.detail,
      ]
    })
}

/// `verified.csv`: the declared and the verified result of each case that has both.
public func verifiedCSV(_ report: RescreeningReport) -> [UInt8] {
  csvText(
    header: [
      "case_id", "declared_income_yuan", "declared_expenditure_yuan",
      "declared_per_capita_yuan_month", "declared_outcome", "verified_income_yuan",
      "verified_expenditure_yuan", "verified_per_capita_yuan_month", "verified_outcome",
    ],
    rows: report.verified.map {
      [
        $0.caseID, $0.declaredIncome.description, $0.declaredExpenditure.description,
        $0.declaredPerCapita.description, $0.declaredOutcome.rawValue,
        $0.verifiedIncome.description, $0.verifiedExpenditure.description,
        $0.verifiedPerCapita.description, $0.verifiedOutcome.rawValue,
      ]
    })
}
