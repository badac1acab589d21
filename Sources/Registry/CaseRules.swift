public import Casework

/// What the policy says about the steps after screening.
public struct CaseRules: Codable, Hashable, Sendable {
  /// The fewest days the notice of a proposal lasts, both ends counted.
  public var noticeMinimumDays: Int

  /// Makes the rules.
  public init(noticeMinimumDays: Int) { self.noticeMinimumDays = noticeMinimumDays }
}
