/// The values a rule compared, as plain figures: at most 27 bytes, nothing allocated.
public enum ComparedFacts: Hashable, Codable, Sendable {
  /// The rule did not come to compare anything.
  case nothing
  /// Category, and whether the affiliation that counts belongs to the working committee.
  case affiliation(ApplicantCategory?, belongs: Bool?)
  /// The kinship to the deceased member, and the ages a child can be of.
  case kin(SurvivorRelationship?, ages: AgeRange?)
  /// Whether universal benefits and donations are used.
  case aid(benefits: Bool?, donations: Bool?)
  /// The income held against the line.
  case income(IncomeComparison)
  /// A day of application that no line is read for.
  case day(CalendarDate)
  /// Whether the unit attests the ground.
  case conduct(Bool?)
  /// The cause of the hardship.
  case cause(HardshipCause?)
  /// The unit's steps.
  case steps(OpenSteps)
  /// The missing ones of the policy's documents, a bit each by place; the last bit stands for all
  /// from the 64th on.
  case documents(missing: UInt64)
  /// The first and the last day that earlier help can have been on.
  case help(CalendarDate, CalendarDate)
  /// Pairs that people have yet to decide, and pairs they found to be different.
  case pairs(open: UInt16, different: UInt16)
}

/// The completed years of age that a person can be of.
public struct AgeRange: Hashable, Codable, Sendable {
  /// The youngest the person can be.
  public let youngest: Int16
  /// The oldest the person can be.
  public let oldest: Int16

  /// Makes a range of ages.
  public init(youngest: Int, oldest: Int) {
    self.youngest = Int16(clamping: youngest)
    self.oldest = Int16(clamping: oldest)
  }
}

/// The figures of an income test, over all readings of the household.
public struct IncomeComparison: Hashable, Codable, Sendable {
  /// The least that D + S − R can be, in fen of the window.
  public let low: Money
  /// The most that it can be.
  public let high: Money
  /// The line in fen per person and month.
  public let line: Money
  /// The fewest persons the household can have.
  public let fewest: UInt8
  /// The most persons it can have.
  public let most: UInt8

  /// Makes the figures of a test.
  public init(actual: MoneyInterval, line: Money, size: ClosedRange<Int>) {
    low = actual.low
    high = actual.high
    self.line = line
    fewest = UInt8(clamping: size.lowerBound)
    most = UInt8(clamping: size.upperBound)
  }
}

/// What is open of the unit's steps.
public struct OpenSteps: Hashable, Codable, Sendable {
  /// Steps in the order of the procedure.
  public static let steps: [Field] = [
    .verifiedOn, .noticeFrom, .noticeTo, .unitApprovedOn, .sealed,
  ]

  /// The steps that are not stated, a bit each in the order of ``steps``.
  public var missing: UInt8 = 0
  /// Whether the verification is stated for certain after the notice began.
  public var verifiedTooLate = false
  /// Whether the certification is stated for certain before the notice ended.
  public var approvedTooEarly = false
  /// The days the notice lasted at least; nil where a date of it is not stated.
  public var noticeDays: Int32?
  /// The days it must last.
  public var neededDays: Int32

  /// Makes steps of which none is open yet.
  public init(noticeDays: Int32?, neededDays: Int32) {
    self.noticeDays = noticeDays
    self.neededDays = neededDays
  }

  /// Whether the notice is stated and too short.
  public var isNoticeShort: Bool { noticeDays.map { $0 < neededDays } ?? false }

  /// Whether every step is done, in order and long enough.
  public var isComplete: Bool {
    missing == 0 && !verifiedTooLate && !approvedTooEarly && !isNoticeShort
  }

  /// The steps that are not stated.
  public var missingSteps: [Field] {
    Self.steps.indices.filter { missing & (1 << $0) != 0 }.map { Self.steps[$0] }
  }
}
