public import Casework

/// Why no annual report can be made: what the office recorded and the books disagree.
public struct AnnualReportError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: Hashable, Sendable {
    /// The books break one of their own equations.
    case books(BookError)
    /// A payment has no approval with a measure on or before its day.
    case measureMissing
    /// A figure counted from the records is not the one in the books.
    case differs
    /// Opening + income − payments, counted from the records, is not the cash in the books.
    case unbalanced
  }

  /// What is wrong.
  public let code: Code
  /// The year the figure belongs to.
  public let year: Int
  /// The account; nil where it concerns none.
  public let account: FundAccount?
  /// The unit's code; empty where it concerns none.
  public let unitCode: String
  /// The case; empty where it concerns none.
  public let caseID: String
  /// The figure counted from the records.
  public let statistics: Money
  /// The figure in the books.
  public let books: Money

  init(
    _ code: Code, year: Int, line: BookLine? = nil, caseID: String = "",
    statistics: Money = .zero, books: Money = .zero
  ) {
    self.code = code
    self.year = year
    account = line?.account
    unitCode = line?.unitCode ?? ""
    self.caseID = line?.caseID ?? caseID
    self.statistics = statistics
    self.books = books
  }
}
