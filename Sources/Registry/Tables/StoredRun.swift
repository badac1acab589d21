import Casework
internal import GRDB

/// The rows of `run` and `policy`.
enum StoredRun {
  /// The last fact that is recorded; facts are numbered upwards.
  static func lastFact(in database: Database) throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT ifnull(max(id), 0) FROM officeFact") ?? 0
  }

  /// Inserts a run; one that was recorded before keeps its row.
  static func insert(
    _ run: RunRecord, round: String?, factsThrough: Int64, into database: Database
  ) throws -> Int64 {
    try database.execute(
      sql: "INSERT OR IGNORE INTO policy (digest, name, content) VALUES (?, ?, ?)",
      arguments: [run.policyDigest, run.policyName, run.policyText])
    let known = try Int64.fetchOne(
      database, sql: "SELECT id FROM run WHERE runID = ?", arguments: [run.runID])
    if let known { return known }
    try database.execute(
      sql: """
        INSERT INTO run (runID, kind, round, asOf, policy, toolVersion, factsThrough)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run.runID, run.kind.rawValue, round, run.asOf.description, run.policyDigest,
        run.toolVersion, factsThrough,
      ])
    return database.lastInsertedRowID
  }
}
