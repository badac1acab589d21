/// How long each kind of personal data is kept, in months; nil: for good.
public struct RetentionRules: Hashable, Codable, Sendable {
  /// Contents of filings, persons and names of cases that are closed, refused or never decided.
  public var filingMonths: Int?
  /// Free words in what the office recorded about such cases.
  public var noteMonths: Int?
  /// Published run folders.
  public var runMonths: Int?

  /// Makes the rules.
  public init(filingMonths: Int? = nil, noteMonths: Int? = nil, runMonths: Int? = nil) {
    self.filingMonths = filingMonths
    self.noteMonths = noteMonths
    self.runMonths = runMonths
  }
}
