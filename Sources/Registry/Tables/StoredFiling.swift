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
    return try insertNew(content, digest: digest, of: id, into: database)
  }

  /// Inserts the first filing of a case.
  static func insertNew(
    _ content: [UInt8], digest: [UInt8], of id: Int64, into database: Database
  ) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO filing (assistanceCase, digest, content) VALUES (?, ?, ?)")
    try statement.execute(arguments: [id, Data(digest), Data(content)])
    return database.lastInsertedRowID
  }

  /// A filing with the day of the screening that rests on it.
  struct NewestFiling {
    let id: Int64
    let content: [UInt8]?
    let screenedOn: CalendarDate
  }

  /// The filing that the case's newest screening rests on; without content once it is pruned.
  static func newest(
    of id: Int64, from database: Database
  ) throws -> NewestFiling? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT f.id, f.content, s.screenedOn FROM screening s JOIN filing f ON f.id = s.filing
        WHERE s.assistanceCase = ? ORDER BY s.id DESC LIMIT 1
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let (content, day): (Data?, String) = (row[1], row[2])
    guard let day = CalendarDate(iso: day) else {
      throw StoredValueDamage(table: "screening", column: "screenedOn")
    }
    return NewestFiling(id: row[0], content: content.map { Array($0) }, screenedOn: day)
  }
}
