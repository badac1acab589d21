public import Casework

/// What the rules read of one case, as plain values: nothing in it is allocated.
///
/// An unknown answer is nil; a day that is not exactly known is a `StatedDate` with both ends.
public struct CaseFacts: Sendable {
  /// The applicant's category.
  public var category: ApplicantCategory?
  /// Whether the applicant's affiliation belongs to the working committee, by cell or roster.
  public var isAffiliated: Bool?
  /// Whether the deceased member's did.
  public var wasDeceasedAffiliated: Bool?
  /// The survivor's relationship to the deceased member.
  public var kinship: SurvivorRelationship?
  /// The ages the applicant can be of on the day of application.
  public var ages: AgeRange?
  /// Whether universal benefits are used.
  public var benefitsUsed: Bool?
  /// Whether donations are used.
  public var donationsUsed: Bool?
  /// What the unit attests about conduct.
  public var conduct = ConductFacts()
  /// The cause of the hardship.
  public var cause: HardshipCause?
  /// The dates of the unit's steps.
  public var steps = UnitSteps()
  /// The missing ones of the policy's documents, a bit each.
  public var missingDocuments: UInt64 = 0
  /// What the unit states about earlier help.
  public var statedHelp = StatedHelp.none
  /// Whether the applicant's identity number is valid.
  public var hasValidNumber = false
  /// The first day the application can be of.
  public var earliestDay: CalendarDate
  /// The last day it can be of.
  public var latestDay: CalendarDate
  /// Whether the day of application is not stated, so that these are only its bounds.
  public var isDayAssumed: Bool
  /// The income held against the line of the day; nil where the day is doubted.
  public var income: IncomeFacts?

  /// Makes the facts of an application of a day, everything else unknown.
  public init(
    days: ClosedRange<CalendarDate>, isDayAssumed: Bool = false, income: IncomeFacts?
  ) {
    earliestDay = days.lowerBound
    latestDay = days.upperBound
    self.isDayAssumed = isDayAssumed
    self.income = income
  }
}

/// What the unit attests about the grounds of exclusion.
public struct ConductFacts: Sendable {
  private var attested: UInt8 = 0
  private var denied: UInt8 = 0

  /// Makes facts of which nothing is attested.
  public init() {}

  /// Whether a ground is attested, denied, or (nil) neither.
  public subscript(ground: ConductGround) -> Bool? {
    get {
      let bit: UInt8 = 1 << ground.place
      return attested & bit != 0 ? true : denied & bit != 0 ? false : nil
    }
    set {
      let bit: UInt8 = 1 << ground.place
      attested = newValue == true ? attested | bit : attested & ~bit
      denied = newValue == false ? denied | bit : denied & ~bit
    }
  }
}

/// The unit's steps as stated; nil where a step is not stated or cannot be read.
public struct UnitSteps: Sendable {
  /// The verification of the information.
  public var verified: StatedDate?
  /// The first day of the public notice.
  public var noticeFrom: StatedDate?
  /// The last day of the public notice.
  public var noticeTo: StatedDate?
  /// The certification by the unit's leading Party group.
  public var approved: StatedDate?
  /// Whether the application is sealed.
  public var isSealed: Bool?

  /// Makes steps of which none is stated.
  public init() {}
}

/// What the unit states about earlier help.
public enum StatedHelp: Sendable {
  /// Nothing.
  case none
  /// Something that cannot be read.
  case unreadable
  /// The day of the last help.
  case on(StatedDate)
}

extension CaseFacts {
  /// Reads the facts of a household.
  ///
  /// - Parameters:
  ///   - household: The worksheet.
  ///   - line: The line of the day of application; nil where the day is doubted.
  ///   - policy: The parameters.
  public init(_ household: NormalizedHousehold, line: LineOfDay?, under policy: PolicyEdition) {
    self.init(ofRound: household)
    income = line.map { IncomeFacts(household.readings, line: $0) }
    let application = household.application
    let record = application.record
    category = application.category
    // A blank cell leaves it to the roster's flag; an unreadable one does not.
    let stated = record.flag(.affiliated)
    isAffiliated = stated.isBlank ? application.unit.isAffiliated : stated.value
    wasDeceasedAffiliated = record.flag(.deceasedAffiliated).value
    kinship = record.choice(.relationshipToDeceased, as: SurvivorRelationship.self).value
    ages = kinship == .minorChild ? ages(of: application) : nil
    benefitsUsed = record.flag(.universalBenefitsUsed).value
    donationsUsed = record.flag(.otherAidExhausted).value
    for ground in ConductGround.allCases { conduct[ground] = record.flag(ground.field).value }
    cause = application.cause
    steps = UnitSteps(record)
    missingDocuments = policy.missingDocuments(of: application)
  }

  /// Reads only what the rules of the whole round need.
  init(ofRound household: NormalizedHousehold) {
    self.init(
      days: household.possibleReferenceDates, isDayAssumed: household.referenceDateIsAssumed,
      income: nil)
    statedHelp =
      switch household.application.record.date(.previouslyHelpedOn) {
      case .blank: .none
      case .damaged: .unreadable
      case .stated(let day): .on(day)
      }
    hasValidNumber = household.application.applicantNumber != nil
  }

  /// Where the number and the entered date disagree, or the day of application is not stated, every
  /// reading counts.
  private func ages(of application: Application) -> AgeRange? {
    let entered = application.record.date(.birthDate).value
    let numbered = application.applicantNumber.map { StatedDate($0.birthDate) }
    guard let one = entered ?? numbered else { return nil }
    let other = numbered ?? one
    let youngest = max(one.latest, other.latest).age(on: earliestDay)
    let oldest = min(one.earliest, other.earliest).age(on: latestDay)
    return AgeRange(youngest: min(youngest, oldest), oldest: max(youngest, oldest))
  }
}

extension UnitSteps {
  fileprivate init(_ record: FormRecord) {
    verified = record.date(.verifiedOn).value
    noticeFrom = record.date(.noticeFrom).value
    noticeTo = record.date(.noticeTo).value
    approved = record.date(.unitApprovedOn).value
    isSealed = record.flag(.sealed).value
  }
}
