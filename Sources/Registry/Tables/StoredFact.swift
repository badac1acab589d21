import Casework
import Crypto
import Dispatch
import Foundation
internal import GRDB
import Synchronization

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

  /// The facts of many cases, decoded by all cores: a decoder takes longer than the database.
  ///
  /// - Returns: The facts of each case that has some, in the order they were recorded.
  static func all(
    of caseIDs: [String], from database: Database
  ) throws -> [String: [OfficeFact]] {
    var contents: [(caseID: String, content: String)] = []
    for start in stride(from: 0, to: caseIDs.count, by: 500) {
      let some = Array(caseIDs[start..<min(start + 500, caseIDs.count)])
      let marks = Array(repeating: "?", count: some.count).joined(separator: ", ")
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT c.caseID, f.content FROM assistanceCase c
            JOIN factCase l ON l.assistanceCase = c.id JOIN officeFact f ON f.id = l.fact
          WHERE c.caseID IN (\(marks)) ORDER BY f.id
          """, arguments: StatementArguments(some))
      while let row = try rows.next() { contents.append((row[0], row[1])) }
    }
    let facts = try decoded(contents.map(\.content))
    var all: [String: [OfficeFact]] = [:]
    for (place, fact) in facts.enumerated() {
      all[contents[place].caseID, default: []].append(fact)
    }
    return all
  }

  private static func decoded(_ contents: [String]) throws -> [OfficeFact] {
    let size = 2_048
    let shares = stride(from: 0, to: contents.count, by: size)
      .map { Array(contents[$0..<min($0 + size, contents.count)]) }
    let made = Mutex<[Result<[OfficeFact], any Error>]>(
      Array(repeating: .success([]), count: shares.count))
    DispatchQueue.concurrentPerform(iterations: shares.count) { place in
      let facts = Result { try shares[place].map(fact(in:)) }
      made.withLock { $0[place] = facts }
    }
    return try made.withLock { try $0.flatMap { try $0.get() } }
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
