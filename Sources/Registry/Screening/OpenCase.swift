public import Casework
import Foundation
internal import GRDB

/// A case that is not closed, refused or merged, as it is stored: what a re-screening looks at.
public struct OpenCase: Sendable {
  /// The case.
  public let caseID: String
  /// Where it stands.
  public let state: CaseState
  /// What its newest screening came to.
  public let figures: ScreeningFigures
  /// What its newest screening rested on.
  let screening: StoredScreening
  let id: Int64
  private(set) var filing: [UInt8]
  let verification: Verification?

  /// The digest of the policy of its newest screening.
  public var policyDigest: String { screening.policy }

  /// The day its newest screening was made as of.
  public var screenedOn: CalendarDate { screening.screenedOn }

  /// The one reading of its filing, as its newest screening of declared figures found it; nil where
  /// there are several, or the office's figures stood in their place.
  public var declaredReading: HouseholdReading? {
    screening.basis == .declared ? figures.reading : nil
  }

  /// Whether it is screened now with figures that the office verified.
  public var basis: ScreeningBasis { verification == nil ? .declared : .verified }

  /// The case without its filing, for keeping many.
  public var withoutFiling: OpenCase {
    var slim = self
    slim.filing = []
    return slim
  }
}

/// Some open cases in the order of their rows.
public struct OpenCasePage: Sendable {
  /// The cases.
  public let cases: [OpenCase]
  /// The row to go on from; where it is the one begun from there are no more cases.
  public let last: Int64
  /// What is recorded of those that are being helped, by case.
  public let records: [String: CaseRecord]
}

/// What the registry knows now: the verifications and contexts that screenings read.
public struct RegistryKnowledge: Sendable {
  let known: KnownThrough
  let contexts: RoundContexts
  /// What was known when the newest screenings of open cases were made.
  let past: [KnownThrough: RoundContexts]
  private let verifications: [String: [DatedVerification]]
  /// Every policy that a screening was made under, by its digest.
  public let policies: [String: String]
  /// What later filings say about recipients, by case.
  public let later: [String: [LaterMention]]
  /// A digest of everything recorded but what screenings came to.
  public let digest: String

  /// A verification with the fact that states it; facts are numbered upwards.
  struct DatedVerification: Sendable {
    let fact: Int64
    let verification: Verification
  }

  init(
    known: KnownThrough, contexts: RoundContexts, past: [KnownThrough: RoundContexts],
    verifications: [String: [DatedVerification]], policies: [String: String],
    later: [String: [LaterMention]], digest: String
  ) {
    self.known = known
    self.contexts = contexts
    self.past = past
    self.verifications = verifications
    self.policies = policies
    self.later = later
    self.digest = digest
  }

  /// The newest verification of a case that was known at a time.
  func verification(of caseID: String, through known: KnownThrough) -> Verification? {
    verifications[caseID]?.last { $0.fact <= known.facts }?.verification
  }

  /// What the newest screening of an open case read.
  ///
  /// - Parameters:
  ///   - open: The case.
  ///   - application: Its filing, which a screening of today reads too.
  /// - Returns: The context as it was then.
  public func pastContext(of open: OpenCase, _ application: Application) -> CaseContext {
    let stored = open.screening
    let verification =
      stored.basis == .verified ? verification(of: open.caseID, through: stored.known) : nil
    return (past[stored.known] ?? contexts).context(
      of: application, verification: verification, referenceDay: stored.referenceDay)
  }

  /// A filing of a later round that names the applicant of an open case.
  public struct LaterMention: Sendable {
    /// The later case.
    public let caseID: String
    /// Its day of application.
    public let day: CalendarDate
    /// Whether it names the person as the deceased member a survivor applies for.
    public let isDeceased: Bool
    /// Whether another unit filed it.
    public let isOfOtherUnit: Bool
    /// What its newest screening came to.
    public let decisions: String
  }
}

extension RegistryFile {
  /// Reads what re-screenings need beside the cases themselves.
  public func knowledge() throws(RegistryError) -> RegistryKnowledge {
    try read { database in
      let known = try KnownThrough.now(in: database)
      let contexts = try RoundContexts(database, through: known)
      return RegistryKnowledge(
        known: known, contexts: contexts,
        past: try Self.pastContexts(database, now: (known, contexts)),
        verifications: try Self.verifications(database),
        policies: try Self.policies(database), later: try Self.later(database),
        digest: try Self.digestOfRecords(database))
    }
  }

  /// The next open cases in the order of their rows.
  ///
  /// - Parameters:
  ///   - last: The row of the last case that was read; 0 to begin.
  ///   - limit: How many cases to read at most.
  ///   - knowledge: What the registry knows beside the cases.
  /// - Returns: The cases with what is recorded of those being helped, and the row to go on from.
  /// - Throws: `RegistryError`.
  public func openCases(
    after last: Int64, limit: Int, knowing knowledge: RegistryKnowledge
  ) throws(RegistryError) -> OpenCasePage {
    try read { database in
      let statement = try database.cachedStatement(sql: Self.openCasesQuery)
      let rows = try Row.fetchCursor(statement, arguments: [last, limit])
      var cases: [OpenCase] = []
      var place = last
      while let row = try rows.next() {
        place = row["caseRow"]
        // A pruned filing cannot be screened again.
        guard let content = row["content"] as Data? else { continue }
        let (caseID, state): (String, String) = (row["caseID"], row["state"])
        guard let state = CaseState(rawValue: state) else {
          throw StoredValueDamage(table: "assistanceCase", column: "state")
        }
        let screening = try StoredScreening.screening(in: row)
        cases.append(
          OpenCase(
            caseID: caseID, state: state, figures: screening.figures, screening: screening,
            id: place, filing: Array(content),
            verification: knowledge.verification(of: caseID, through: knowledge.known)))
      }
      let helped = cases.filter { $0.state.isActive }.map { "\($0.id)" }
      let records = try Self.caseRecords(
        database, where: "c.id IN (\(helped.joined(separator: ", ")))")
      return OpenCasePage(
        cases: cases, last: place,
        records: Dictionary(
          records.map { ($0.caseID, $0) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  private static let openCasesQuery = """
    SELECT c.id AS caseRow, c.caseID, c.state, f.content, s.* FROM assistanceCase c
      JOIN screening s ON s.id =
        (SELECT id FROM screening WHERE assistanceCase = c.id ORDER BY id DESC LIMIT 1)
      JOIN filing f ON f.id = s.filing
    WHERE c.id > ? AND \(looksAt) ORDER BY c.id LIMIT ?
    """

  /// Cases that are being helped, and the undecided ones of the newest round.
  ///
  /// What was never decided in an earlier round stays as it was screened then.
  private static let looksAt = """
    (c.state IN (\(CaseState.activeList))
      OR c.state NOT IN ('withdrawn', 'exited', 'rejected', 'merged') AND c.round =
        (SELECT round FROM run WHERE kind = 'intake' ORDER BY asOf DESC, id DESC LIMIT 1))
    """

  private static func pastContexts(
    _ database: Database, now: (known: KnownThrough, contexts: RoundContexts)
  ) throws -> [KnownThrough: RoundContexts] {
    // Looking for the newest ones only would take longer than to know a few times too many.
    let times = try Row.fetchAll(
      database, sql: "SELECT DISTINCT runsThrough, factsThrough FROM screening"
    ).map { KnownThrough(runs: $0[0], facts: $0[1]) }
    var past: [KnownThrough: RoundContexts] = [:]
    for time in times {
      past[time] = time == now.known ? now.contexts : try RoundContexts(database, through: time)
    }
    return past
  }

  private static func policies(_ database: Database) throws -> [String: String] {
    var texts: [String: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT digest, content FROM policy") {
      texts[row[0]] = try StoredRun.policyText(row[1], digest: row[0])
    }
    return texts
  }

  /// The verifications with a figure of each case, in the order of their days.
  private static func verifications(
    _ database: Database
  ) throws -> [String: [RegistryKnowledge.DatedVerification]] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, content FROM officeFact WHERE form = 'verifications'
          AND (content LIKE '%"annualIncome"%' OR content LIKE '%"expenditure"%')
        ORDER BY day, id
        """)
    var verifications: [String: [RegistryKnowledge.DatedVerification]] = [:]
    while let row = try rows.next() {
      if case .verification(let verification) = try StoredFact.fact(in: row[1]),
        verification.hasFigure
      {
        verifications[verification.caseID, default: []].append(
          RegistryKnowledge.DatedVerification(fact: row[0], verification: verification))
      }
    }
    return verifications
  }

  private static func later(
    _ database: Database
  ) throws -> [String: [RegistryKnowledge.LaterMention]] {
    let rounds = try Int.fetchOne(database, sql: "SELECT count(*) FROM round") ?? 0
    guard rounds > 1 else { return [:] }
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT a.caseID, o.caseID, o.appliedOn, q.identity IS NOT p.identity,
          o.unitCode <> a.unitCode,
          (SELECT decisions FROM screening WHERE assistanceCase = o.id ORDER BY id DESC LIMIT 1)
        FROM assistanceCase a
          JOIN person p ON p.assistanceCase = a.id AND p.role = 'applicant'
          JOIN person q ON q.role = 'applicant' AND q.assistanceCase <> a.id
            AND (q.identity = p.identity OR q.deceasedIdentity = p.identity)
          JOIN assistanceCase o ON o.id = q.assistanceCase
        WHERE a.state IN (\(CaseState.activeList)) AND o.appliedOn > a.appliedOn
          AND o.round <> a.round AND o.state <> 'merged'
        ORDER BY o.appliedOn, o.caseID
        """)
    var later: [String: [RegistryKnowledge.LaterMention]] = [:]
    while let row = try rows.next() {
      let day: String = row[2]
      guard let day = CalendarDate(iso: day) else { continue }
      later[row[0], default: []].append(
        RegistryKnowledge.LaterMention(
          caseID: row[1], day: day, isDeceased: row[3], isOfOtherUnit: row[4],
          decisions: row[5] ?? ""))
    }
    return later
  }
}

/// The contexts of a batch of open cases as they stand on a day; a case that is being helped counts
/// as applied for on that day, one that is not decided keeps its own day and that day's line.
///
/// - Throws: `RegistryError.damaged` where a stored filing cannot be read.
public func contexts(
  of cases: ArraySlice<OpenCase>, knowing knowledge: RegistryKnowledge, on day: CalendarDate
) throws(RegistryError) -> [CaseContext] {
  var reader = FilingReader()
  var contexts: [CaseContext] = []
  for open in cases {
    do throws(ByteReader.Damage) {
      contexts.append(
        knowledge.contexts.context(
          of: try reader.application(in: open.filing), verification: open.verification,
          referenceDay: open.state.isActive ? day : nil))
    } catch {
      throw RegistryError(.damaged, path: "", detail: open.caseID)
    }
  }
  return contexts
}

extension CaseState {
  /// The states of cases that are being helped, as a list in SQL.
  static let activeList = allCases.filter(\.isActive).map { "'\($0.rawValue)'" }
    .joined(separator: ", ")
}
