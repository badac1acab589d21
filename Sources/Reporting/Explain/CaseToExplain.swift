public import Casework

/// Everything `explain` says about a case.
public struct CaseToExplain: Sendable {
  /// The case with the whole worksheet.
  public let result: ScreeningResult
  /// What the rules of measures suggest; nil where they suggest nothing.
  public let recommendation: Recommendation?
  /// Names of files and sheets.
  public let catalog: SourceCatalog
  /// The day the case was screened as of.
  public let asOf: CalendarDate
  /// The policy's title.
  public let policyTitle: String
  /// The run it is explained for; empty: as the registry knows the case now.
  public let runID: String
  /// Whether the figures are those that the run published.
  public let check: Check
  /// Whether outcome and figures are those that the registry recorded.
  public let isAsRecorded: Bool

  /// How the worksheet that was made again compares with the run's.
  public enum Check: Sendable, Equatable {
    /// Its digest is the one that the run published.
    case same(digest: String)
    /// The run published another one.
    case differs(digest: String, published: String)
    /// The run does not hold the case, or published no digest.
    case unpublished(digest: String)
  }

  /// Makes an explanation.
  public init(
    _ result: ScreeningResult, suggesting recommendation: Recommendation?,
    catalog: SourceCatalog, asOf: CalendarDate, policyTitle: String, runID: String, check: Check,
    isAsRecorded: Bool = true
  ) {
    self.result = result
    self.recommendation = recommendation
    self.catalog = catalog
    self.asOf = asOf
    self.policyTitle = policyTitle
    self.runID = runID
    self.check = check
    self.isAsRecorded = isAsRecorded
  }
}
