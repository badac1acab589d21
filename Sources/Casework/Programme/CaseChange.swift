/// Why a case ends otherwise than before: the one thing that, put in the place of the old, changes
/// the outcome (contract §4, changes.csv).
public enum ChangeCause: String, Codable, Sendable, CaseIterable {
  /// Another filing, or figures that the office verified.
  case input
  /// A value of the policy, or a dated value that came into force.
  case parameter
  /// A rule that was switched on or off, or another version of the program.
  case rule
  /// What people decided about pairs, newly found pairs, or help in another round.
  case verdict
  /// The day alone: an age, an interval that passed.
  case time
}

/// A case whose outcome changed between two screenings.
public struct CaseChange: Hashable, Codable, Sendable {
  /// The case.
  public let caseID: String
  /// The outcome before; nil for a case that was not there.
  public let from: CaseOutcome?
  /// The outcome after; nil for a case that is gone.
  public let to: CaseOutcome?
  /// Why.
  public let cause: ChangeCause
  /// What changed, in identifiers of the contract and figures.
  public let detail: String

  /// Makes a change.
  public init(
    caseID: String, from: CaseOutcome?, to: CaseOutcome?, cause: ChangeCause, detail: String
  ) {
    self.caseID = caseID
    self.from = from
    self.to = to
    self.cause = cause
    self.detail = detail
  }
}

/// What a re-screening puts before the office about a case that is being helped; people decide.
public struct FollowUpProposal: Hashable, Codable, Sendable {
  /// What is proposed.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// To close the case: comes back as an event.
    case exit
    /// To open follow-on help.
    case followOn
    /// To visit: the last visit is too long ago.
    case visitOverdue
    /// To name a follow-up contact.
    case contactMissing
    /// Nothing: the case was closed since the last re-screening, for the record.
    case exited
  }

  /// Why it is proposed.
  public enum Ground: String, Codable, Sendable, CaseIterable {
    /// The income lies above the line now, or the difficulty is resolved.
    case recovered
    /// People decided to close the case.
    case decided
    /// The recipient withdrew on their own wish.
    case withdrawal
    /// The recipient moved to another unit or place.
    case movedAway
    /// The recipient died.
    case death
    /// A unit attested a ground of exclusion.
    case conductAttested
    /// The approved time is over, or everything was paid long ago.
    case intervalOver
    /// The visitor recommends it.
    case visitRecommends
    /// A visit reported a new difficulty.
    case newDifficulty
    /// The difficulty is not relieved, or has become worse.
    case notRelieved
    /// No visit within the policy's time.
    case noVisit
    /// No contact within the policy's time.
    case noContact
  }

  /// The case.
  public let caseID: String
  /// What is proposed.
  public let kind: Kind
  /// Why.
  public let ground: Ground
  /// The day the ground is of, where it has one.
  public let day: CalendarDate?
  /// Figures or identifiers that show it.
  public let detail: String

  /// Makes a proposal.
  public init(
    caseID: String, kind: Kind, ground: Ground, day: CalendarDate?, detail: String = ""
  ) {
    self.caseID = caseID
    self.kind = kind
    self.ground = ground
    self.day = day
    self.detail = detail
  }
}
