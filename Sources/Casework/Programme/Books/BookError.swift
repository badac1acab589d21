/// Books that cannot be right: the run or import that made them fails.
public struct BookError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Sendable, CaseIterable {
    /// An entry's accounts are not those of its kind.
    case wrongAccounts = "wrong-accounts"
    /// Income from a source the fund may not take.
    case unlawfulSource = "unlawful-source"
    /// A commitment, payment or release that names no case.
    case caseMissing = "case-missing"
    /// A case was paid more than was approved for it.
    case overpaid
    /// More of a case's commitment was released than was open.
    case overreleased
    /// A payment did not release its part of the commitment.
    case notReleased = "not-released"
    /// Opening + income − payments is not closing.
    case unbalanced
    /// The balances by source and year do not sum to the cash.
    case sourcesDiffer = "sources-differ"
  }

  /// What is wrong.
  public let code: Code
  /// The day at whose end it is so.
  public let day: CalendarDate
  /// The case; empty where it concerns none.
  public let caseID: String
  /// What the figure should be, or the most it may be.
  public let expected: Money
  /// What it is.
  public let found: Money

  /// Makes an error.
  public init(
    _ code: Code, on day: CalendarDate, caseID: String = "", expected: Money, found: Money
  ) {
    self.code = code
    self.day = day
    self.caseID = caseID
    self.expected = expected
    self.found = found
  }
}

extension BookError: CustomStringConvertible {
  /// The code, where and when it is so, and both figures in yuan.
  public var description: String {
    let place = caseID.isEmpty ? "" : " case \(caseID)"
    return "\(code.rawValue)\(place) on \(day): expected \(expected), found \(found)"
  }
}
