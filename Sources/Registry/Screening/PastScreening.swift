public import Casework
import Foundation
internal import GRDB

/// A stored screening with everything it rested on, so that it can be repeated.
public struct PastScreening: Sendable {
  /// What it came to.
  public let figures: ScreeningFigures
  /// What it read.
  public let context: CaseContext
  /// The text of its policy.
  public let policy: String
  /// The day it was made as of.
  public let asOf: CalendarDate
}

/// A case that ended otherwise in one run than in another.
public struct ComparedCase: Sendable {
  /// The case.
  public let caseID: String
  /// The screening that counted in the first run; nil: the case was not there.
  public let before: PastScreening?
  /// The screening that counted in the second run; nil: the case was not there.
  public let after: PastScreening?
}

extension RegistryFile {
  /// The cases whose outcome differs between two runs, by case.
  ///
  /// What counts in a run is the newest screening made with what the registry knew by then; an
  /// intake run counts for the cases of its round.
  ///
  /// - Throws: `RegistryError.unknown` where a run is not recorded.
  public func compared(
    _ first: String, _ second: String
  ) throws(RegistryError) -> [ComparedCase] {
    try read { database in
      let runs = try [first, second].map { try Self.run($0, in: database, path: path) }
      let rows = try Row.fetchAll(
        database, sql: Self.comparison,
        arguments: [
          runs[0].known.runs, runs[0].known.facts, runs[1].known.runs, runs[1].known.facts,
          runs[0].round ?? runs[1].round, runs[0].round ?? runs[1].round,
        ])
      var reading = PastScreeningReader(database)
      return try rows.map { row in
        let (before, after): (Int64?, Int64?) = (row[1], row[2])
        return ComparedCase(
          caseID: row[0], before: try before.flatMap { try reading.screening($0) },
          after: try after.flatMap { try reading.screening($0) })
      }
    }
  }

  private static let comparison = """
    WITH a AS (SELECT assistanceCase, max(id) AS id FROM screening
        WHERE runsThrough <= ? AND factsThrough <= ? GROUP BY assistanceCase),
      b AS (SELECT assistanceCase, max(id) AS id FROM screening
        WHERE runsThrough <= ? AND factsThrough <= ? GROUP BY assistanceCase)
    SELECT c.caseID, a.id, b.id FROM assistanceCase c
      LEFT JOIN a ON a.assistanceCase = c.id LEFT JOIN b ON b.assistanceCase = c.id
      LEFT JOIN screening x ON x.id = a.id LEFT JOIN screening y ON y.id = b.id
    WHERE x.outcome IS NOT y.outcome AND (? IS NULL OR c.round = ?) ORDER BY c.caseID
    """

  /// A run with what it knew.
  struct ComparedRun {
    let known: KnownThrough
    let round: String?
  }

  static func run(
    _ runID: String, in database: Database, path: String
  ) throws -> ComparedRun {
    let row = try Row.fetchOne(
      database, sql: "SELECT id, factsThrough, round FROM run WHERE runID = ? ORDER BY id DESC",
      arguments: [runID])
    guard let row else { throw RegistryError(.unknown, path: path, detail: runID) }
    return ComparedRun(known: KnownThrough(runs: row[0], facts: row[1]), round: row[2])
  }
}

/// Reads screenings with their contexts; contexts of one time are read once.
struct PastScreeningReader {
  private let database: Database
  private var contexts: [KnownThrough: RoundContexts] = [:]
  private var policies: [String: String] = [:]
  private var reader = FilingReader()

  init(_ database: Database) { self.database = database }

  /// The screening of a row; nil where its filing is pruned.
  mutating func screening(_ id: Int64) throws -> PastScreening? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT s.*, f.content FROM screening s JOIN filing f ON f.id = s.filing WHERE s.id = ?
        """, arguments: [id])
    guard let row, let content = row["content"] as Data? else { return nil }
    let stored = try StoredScreening.screening(in: row)
    let verification =
      stored.basis == .verified
      ? try StoredCase.verification(
        of: row["assistanceCase"], through: stored.known, from: database) : nil
    let context = try contexts(at: stored.known).context(
      of: try reader.application(in: Array(content)), verification: verification,
      referenceDay: stored.referenceDay)
    return PastScreening(
      figures: stored.figures, context: context, policy: try policy(stored.policy),
      asOf: stored.screenedOn)
  }

  private mutating func contexts(at known: KnownThrough) throws -> RoundContexts {
    if let contexts = contexts[known] { return contexts }
    let read = try RoundContexts(database, through: known)
    contexts[known] = read
    return read
  }

  private mutating func policy(_ digest: String) throws -> String {
    if let text = policies[digest] { return text }
    let text = try String.fetchOne(
      database, sql: "SELECT content FROM policy WHERE digest = ?", arguments: [digest])
    let policy = try StoredRun.policyText(text ?? "", digest: digest)
    policies[digest] = policy
    return policy
  }
}
