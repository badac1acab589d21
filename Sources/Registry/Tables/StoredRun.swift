import Casework
internal import GRDB

/// What the registry knew at some time: the last run and the last fact, which are numbered upwards.
struct KnownThrough: Hashable, Comparable {
  let runs: Int64
  let facts: Int64

  static func < (left: KnownThrough, right: KnownThrough) -> Bool {
    (left.runs, left.facts) < (right.runs, right.facts)
  }

  /// What the registry knows now.
  static func now(in database: Database) throws -> KnownThrough {
    KnownThrough(
      runs: try Int64.fetchOne(database, sql: "SELECT ifnull(max(id), 0) FROM run") ?? 0,
      facts: try Int64.fetchOne(database, sql: "SELECT ifnull(max(id), 0) FROM officeFact") ?? 0)
  }
}

/// The rows of `run` and `policy`.
enum StoredRun {
  /// Inserts a run; one that was recorded before keeps its row, unless another run of its round
  /// has come since: then it is the round's newest again, with a row of its own.
  static func insert(
    _ run: RunRecord, round: String?, into database: Database
  ) throws -> Int64 {
    try insert(run.policy, into: database)
    let known = try Int64.fetchOne(
      database,
      sql: """
        SELECT max(r.id) FROM run r WHERE r.runID = ?
          AND (r.round IS NULL OR r.id = (SELECT run FROM round WHERE name = r.round))
        """, arguments: [run.runID])
    if let known { return known }
    try database.execute(
      sql: """
        INSERT INTO run (runID, kind, round, asOf, policy, toolVersion, factsThrough)
        VALUES (?, ?, ?, ?, ?, ?, 0)
        """,
      arguments: [
        run.runID, run.kind.rawValue, round, run.asOf.description, run.policy.digest,
        run.toolVersion,
      ])
    return database.lastInsertedRowID
  }

  /// Keeps a policy that runs and screenings refer to.
  static func insert(_ policy: PolicyRecord, into database: Database) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO policy (digest, name, content) VALUES (?, ?, ?)",
      arguments: [policy.digest, policy.name, policy.text])
  }

  /// A policy's text, after it was seen that it is the one that was stored: a damaged one must not
  /// be taken for a mistake in somebody's file.
  static func policyText(_ text: String, digest: String) throws -> String {
    guard PolicyRecord.digest(of: text) == digest else {
      throw StoredValueDamage(table: "policy", column: "content")
    }
    return text
  }

  /// Notes what a run knew, once everything it brought is recorded.
  static func note(_ known: KnownThrough, of run: Int64, in database: Database) throws {
    try database.execute(
      sql: "UPDATE run SET factsThrough = ? WHERE id = ? AND factsThrough = 0",
      arguments: [known.facts, run])
  }
}
