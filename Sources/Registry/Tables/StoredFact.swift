import Casework
import Crypto
import Foundation
internal import GRDB

/// The rows of `officeFact`.
enum StoredFact {
  /// The text of a fact; equal facts have equal texts.
  static func content(of fact: OfficeFact) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(fact), as: UTF8.self)
  }

  static func fact(in content: String) throws -> OfficeFact {
    try JSONDecoder().decode(OfficeFact.self, from: Data(content.utf8))
  }

  static func digest(of content: String) -> Data { Data(SHA256.hash(data: Array(content.utf8))) }

  /// The key as it is stored: its digest, since a key can hold personal words.
  static func key(of fact: OfficeFact) -> Data { digest(of: fact.key) }

  /// Where a fact came from: a file of the office, or a sheet among a round's submissions.
  enum Origin {
    case officeImport(Int64)
    case run(Int64)
  }

  /// Inserts a fact.
  ///
  /// - Returns: The row.
  static func insert(
    _ fact: OfficeFact, content: String, key: Data, place: String, from origin: Origin,
    into database: Database
  ) throws -> Int64 {
    let (importID, run): (Int64?, Int64?) =
      switch origin {
      case .officeImport(let id): (id, nil)
      case .run(let id): (nil, id)
      }
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO officeFact (officeImport, run, form, day, place, key, content, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      importID, run, fact.form.rawValue, fact.day?.description, place, key, content,
      digest(of: content),
    ])
    return database.lastInsertedRowID
  }

  /// Inserts a fact whose key nobody has recorded yet.
  static func insertIfNew(
    _ fact: OfficeFact, place: String, from origin: Origin, into database: Database
  ) throws -> Bool {
    let known = try database.cachedStatement(sql: "SELECT 1 FROM officeFact WHERE key = ?")
    guard try Row.fetchOne(known, arguments: [key(of: fact)]) == nil else { return false }
    _ = try insert(
      fact, content: try content(of: fact), key: key(of: fact), place: place, from: origin,
      into: database)
    return true
  }
}
