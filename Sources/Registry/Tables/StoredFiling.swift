import Casework
import Crypto
import Foundation
internal import GRDB

/// The rows of `filing`.
enum StoredFiling {
  /// Inserts a filing's bytes; the same bytes of the same case keep their row.
  static func insert(
    _ content: [UInt8], digest: [UInt8], of id: Int64, into database: Database
  ) throws -> Int64 {
    let known = try database.cachedStatement(
      sql: "SELECT id FROM filing WHERE assistanceCase = ? AND digest = ?")
    if let row = try Int64.fetchOne(known, arguments: [id, Data(digest)]) { return row }
    let statement = try database.cachedStatement(
      sql: "INSERT INTO filing (assistanceCase, digest, content) VALUES (?, ?, ?)")
    try statement.execute(arguments: [id, Data(digest), Data(content)])
    return database.lastInsertedRowID
  }

  /// The filing that the case's newest screening rests on; without content once it is pruned.
  static func newest(
    of id: Int64, from database: Database
  ) throws -> (id: Int64, content: [UInt8]?)? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT f.id, f.content FROM screening s JOIN filing f ON f.id = s.filing
        WHERE s.assistanceCase = ? ORDER BY s.id DESC LIMIT 1
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let content: Data? = row[1]
    return (row[0], content.map { Array($0) })
  }
}
