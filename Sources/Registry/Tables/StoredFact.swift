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
    // One decoder for many facts: making one takes as long as a fact.
    let shares = stride(from: 0, to: contents.count, by: 512)
      .map { contents[$0..<min($0 + 512, contents.count)].joined(separator: ",") }
    return try onAllCores(shares, sharedBy: 1) { share in
      try JSONDecoder().decode([OfficeFact].self, from: Data("[\(share)]".utf8))
    }.flatMap { $0 }
  }

  /// A fact with the texts and digests it is stored by.
  struct Prepared: Sendable {
    let content: String
    let key: Data
    let digest: Data

    init(_ fact: OfficeFact) throws {
      content = try StoredFact.content(of: fact)
      key = StoredFact.key(of: fact)
      digest = StoredFact.digest(of: content)
    }
  }

  /// What many facts are stored by.
  static func prepared(_ facts: [OfficeFact]) throws -> [Prepared] {
    try onAllCores(facts, sharedBy: 512, Prepared.init)
  }

  private static func onAllCores<Item: Sendable, Made: Sendable>(
    _ items: [Item], sharedBy size: Int, _ make: @Sendable (Item) throws -> Made
  ) throws -> [Made] {
    let shares = stride(from: 0, to: items.count, by: size)
      .map { items[$0..<min($0 + size, items.count)] }
    let made = Mutex<[Result<[Made], any Error>]>(
      Array(repeating: .success([]), count: shares.count))
    DispatchQueue.concurrentPerform(iterations: shares.count) { place in
      let share = Result { try shares[place].map(make) }
      made.withLock { $0[place] = share }
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
    _ fact: OfficeFact, as stored: Prepared, place: String, from origin: Origin,
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
      importID, run, fact.form.rawValue, fact.day?.description, place, stored.key,
      stored.content, stored.digest,
    ])
    return database.lastInsertedRowID
  }

  /// Inserts a fact whose key nobody has recorded yet.
  static func insertIfNew(
    _ fact: OfficeFact, place: String, from origin: Origin, into database: Database
  ) throws -> Bool {
    let known = try database.cachedStatement(sql: "SELECT 1 FROM officeFact WHERE key = ?")
    let stored = try Prepared(fact)
    guard try Row.fetchOne(known, arguments: [stored.key]) == nil else { return false }
    _ = try insert(fact, as: stored, place: place, from: origin, into: database)
    return true
  }
}
