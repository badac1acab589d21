public import Casework
import Crypto

/// What a finished intake run hands to the registry.
public struct Enrolment: Sendable {
  /// The run.
  public let run: RunRecord
  /// The round.
  public let round: String
  /// The names of its files and sheets, which stored filings point at.
  public let catalog: SourceCatalog
  /// Its roster.
  public let units: [SubmittingUnit]
  /// Its cases.
  public let cases: EnrolledCases
  /// Its pairs of possible duplicates.
  public let pairs: [DuplicateLink]
  /// Its clusters.
  public let clusters: [ClusteredRecord]
  /// The verdicts that lay among the submissions, each with its place in words.
  public let verdicts: [PlacedVerdict]
  /// How many of its applications had errors; nil where nobody counted.
  public var quality: RoundQuality?

  /// A verdict with the place of its row.
  public struct PlacedVerdict: Sendable {
    let adjudication: PairAdjudication
    let place: String

    /// Makes a verdict with its place.
    public init(_ adjudication: PairAdjudication, place: String) {
      self.adjudication = adjudication
      self.place = place
    }
  }

  /// Makes an enrolment.
  public init(
    run: RunRecord, round: String, catalog: SourceCatalog, units: [SubmittingUnit],
    cases: EnrolledCases, pairs: [DuplicateLink], clusters: [ClusteredRecord],
    verdicts: [PlacedVerdict]
  ) {
    self.run = run
    self.round = round
    self.catalog = catalog
    self.units = units
    self.cases = cases
    self.pairs = pairs
    self.clusters = clusters
    self.verdicts = verdicts
  }
}

/// A run of the program as the registry remembers it.
public struct RunRecord: Hashable, Sendable {
  /// What kind of run it was.
  public enum Kind: String, Codable, Sendable {
    case intake, rescreen
  }

  /// The run's identifier.
  public let runID: String
  /// What kind of run it was.
  public let kind: Kind
  /// The day it was made as of.
  public let asOf: CalendarDate
  /// The policy.
  public let policy: PolicyRecord
  /// The version of the program.
  public let toolVersion: String

  /// Makes a record.
  public init(
    runID: String, kind: Kind, asOf: CalendarDate, policy: PolicyRecord, toolVersion: String
  ) {
    self.runID = runID
    self.kind = kind
    self.asOf = asOf
    self.policy = policy
    self.toolVersion = toolVersion
  }
}

/// A policy file as the registry keeps it, so that a screening can be repeated after the file has
/// changed.
public struct PolicyRecord: Hashable, Sendable {
  /// The SHA-256 of the file in hexadecimal.
  public let digest: String
  /// The policy's name.
  public let name: String
  /// The whole file.
  public let text: String

  /// Makes a record.
  public init(digest: String, name: String, text: String) {
    self.digest = digest
    self.name = name
    self.text = text
  }

  /// The digest of a policy file with this text.
  static func digest(of text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined()
  }
}

/// A screened case as it is stored: its filing in bytes, its figures, its persons.
///
/// Making one is the costly part of an enrolment and needs no registry: it can be done in parallel.
public struct EnrolledCase: Sendable {
  let application: ApplicationFacts
  let filing: [UInt8]
  let digest: [UInt8]
  let screening: ScreeningFigures
  let persons: [EnrolledPerson]

  /// The columns of a case.
  struct ApplicationFacts: Sendable {
    let caseID: String
    let unitCode: String
    let appliedOn: CalendarDate
    let category: ApplicantCategory?
    let cause: HardshipCause?
    let applicantName: String?

    /// Unit, day, category, cause and name, as the columns of a case.
    var columns: [String?] {
      [unitCode, appliedOn.description, category?.rawValue, cause?.rawValue, applicantName]
    }
  }

  /// Makes a stored case.
  public init(_ result: ScreeningResult, persons: [EnrolledPerson]) {
    let filed = result.application
    application = ApplicationFacts(
      caseID: filed.caseID, unitCode: filed.unit.code, appliedOn: result.household.referenceDate,
      category: filed.category, cause: filed.cause, applicantName: filed.applicantName?.original)
    filing = FilingWriter.bytes(of: filed)
    digest = Array(SHA256.hash(data: filing))
    screening = ScreeningFigures(of: result)
    self.persons = persons
  }
}

/// What is known of one person of a case for finding the person again in later rounds.
public struct EnrolledPerson: Hashable, Sendable {
  /// `applicant`, or `member-2` for the second listed member.
  public let role: String
  /// The valid identity number in its 18-digit form.
  public let identity: String?
  /// The digits that survive of a damaged number.
  public let survivingDigits: String?
  /// What is wrong with a damaged number.
  public let damage: String?
  /// The folded name.
  public let foldedName: String?
  /// The stated dates of birth.
  public let births: [StatedDate]
  /// The telephone number, digits only.
  public let phone: String?
  /// The account number, digits only.
  public let account: String?
  /// The valid identity number of the deceased member a survivor applies for.
  public let deceasedIdentity: String?
  /// The deceased member's folded name.
  public let deceasedName: String?

  /// Makes a person.
  public init(
    role: String, identity: String?, survivingDigits: String?, damage: String?,
    foldedName: String?, births: [StatedDate], phone: String?, account: String?,
    deceasedIdentity: String?, deceasedName: String?
  ) {
    self.role = role
    self.identity = identity
    self.survivingDigits = survivingDigits
    self.damage = damage
    self.foldedName = foldedName
    self.births = births
    self.phone = phone
    self.account = account
    self.deceasedIdentity = deceasedIdentity
    self.deceasedName = deceasedName
  }
}
