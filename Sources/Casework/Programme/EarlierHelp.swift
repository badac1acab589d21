/// Help that the registry knows a person of the household received in an earlier round.
public struct EarlierHelp: Hashable, Codable, Sendable {
  /// The case that was helped.
  public let caseID: String
  /// The last day it was paid, or the day of its approval while nothing is paid.
  public let helpedOn: CalendarDate
  /// Whether it is certainly the same applicant; otherwise people must say so first.
  public let isCertain: Bool

  /// Makes a statement of earlier help.
  public init(caseID: String, helpedOn: CalendarDate, isCertain: Bool) {
    self.caseID = caseID
    self.helpedOn = helpedOn
    self.isCertain = isCertain
  }
}
