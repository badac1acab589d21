public import Casework
import Crypto
import Foundation
internal import GRDB

/// What is wrong in a registry.
public struct RegistryFault: Hashable, Sendable {
  /// What kind of fault it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// SQLite finds the file inconsistent.
    case integrity
    /// A stored filing is not what was stored.
    case filing
    /// A recorded fact is not what was recorded.
    case fact
    /// Steps, entries or state of a case do not follow from its facts.
    case history
    /// The fund's equations do not hold.
    case books
    /// A stored result is not what a screening finds.
    case screening
  }

  /// What kind of fault it is.
  public let kind: Kind
  /// The case or table it is about.
  public let place: String
  /// What was found.
  public let detail: String
}

/// What a verification looked at and found.
public struct RegistryVerification: Sendable {
  /// Cases replayed and screened again.
  public internal(set) var cases = 0
  /// Facts whose content was checked.
  public internal(set) var facts = 0
  /// Book entries whose equations were checked.
  public internal(set) var entries = 0
  /// Cases whose filing is pruned, so that they cannot be screened again.
  public internal(set) var pruned = 0
  /// What is wrong.
  public internal(set) var faults: [RegistryFault] = []
}

extension RegistryFile {
  /// Checks the file, every stored content, every case's history, the fund's equations, and that
  /// every stored result, person and column of a case is what a screening finds again.
  ///
  /// - Parameter screening: Screens a case under a policy's text as of a day.
  /// - Returns: What was looked at, and every fault.
  /// - Throws: `RegistryError` where the file cannot even be read through.
  /// - Complexity: O(registry); about 50 µs for each case.
  public func verify(
    screening: (CaseContext, _ policy: String, _ asOf: CalendarDate) throws -> EnrolledCase
  ) throws(RegistryError) -> RegistryVerification {
    try read { database in
      var verifying = RegistryVerifying(database)
      try verifying.checkFile()
      guard verifying.result.faults.isEmpty else { return verifying.result }
      try verifying.checkFacts()
      try verifying.checkHistories()
      try verifying.checkBooks()
      try verifying.checkScreenings(screening)
      return verifying.result
    }
  }
}

/// Which cases facts are about, read along with the facts in the order of their rows.
private struct FactLinks {
  private let rows: RowCursor
  private var next: Row?

  init(_ database: Database) throws {
    rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT l.fact, c.caseID FROM factCase l JOIN assistanceCase c ON c.id = l.assistanceCase
        ORDER BY l.fact
        """)
    next = try rows.next()?.copy()
  }

  mutating func cases(of fact: Int64) throws -> Set<String> {
    var cases: Set<String> = []
    while let link = next, link[0] <= fact {
      if link[0] == fact { cases.insert(link[1]) }
      next = try rows.next()?.copy()
    }
    return cases
  }
}

/// A verification as it goes.
private struct RegistryVerifying {
  let database: Database
  private(set) var result = RegistryVerification()
  /// The income entries that follow from the facts.
  private var income: [BookEntry: Int] = [:]

  init(_ database: Database) { self.database = database }

  private mutating func fault(_ kind: RegistryFault.Kind, _ place: String, _ detail: String) {
    result.faults.append(RegistryFault(kind: kind, place: place, detail: detail))
  }

  mutating func checkFile() throws {
    for line in try String.fetchAll(database, sql: "PRAGMA integrity_check") where line != "ok" {
      fault(.integrity, "", line)
    }
    for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
      let table: String = row[0]
      fault(.integrity, table, "foreign key")
    }
  }

  mutating func checkFacts() throws {
    var links = try FactLinks(database)
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT id, key, content, digest, pruned, form, day FROM officeFact ORDER BY id")
    while let row = try rows.next() {
      let (content, digest, key): (String, Data, Data) = (row["content"], row["digest"], row["key"])
      result.facts += 1
      let id: Int64 = row["id"]
      let cases = try links.cases(of: id)
      guard digest == StoredFact.digest(of: content) else {
        fault(.fact, "officeFact \(id)", "digest")
        continue
      }
      let fact = try StoredFact.fact(in: content)
      if row["pruned"] == 0, StoredFact.key(of: fact) != key {
        fault(.fact, "officeFact \(id)", "key")
      }
      if cases != Set(fact.caseIDs) { fault(.fact, "officeFact \(id)", "cases") }
      check(fact, against: row, "officeFact \(id)")
      expectIncome(of: fact)
    }
  }

  /// The columns beside a fact say what it says.
  private mutating func check(_ fact: OfficeFact, against row: Row, _ place: String) {
    let (form, day): (String, String?) = (row["form"], row["day"])
    if form != fact.form.rawValue { fault(.fact, place, "form") }
    if day != fact.day?.description { fault(.fact, place, "day") }
  }

  mutating func checkHistories() throws {
    let pairs = try PairBook(database)
    let rows = try Row.fetchAll(
      database, sql: "SELECT caseID, state FROM assistanceCase ORDER BY id")
    for row in rows {
      let (caseID, state): (String, String) = (row[0], row[1])
      result.cases += 1
      guard let stored = try StoredCase.fetch(caseID, from: database) else { continue }
      let replayed = try stored.replayed(on: pairs, in: database)?.standing
      guard let replayed else {
        fault(.history, caseID, "facts")
        continue
      }
      let steps = try StoredStep.all(of: stored.id, caseID: caseID, from: database)
      let entries = try StoredEntry.all(of: stored.id, from: database)
      if replayed.state.rawValue != state { fault(.history, caseID, "state") }
      if replayed.steps != steps { fault(.history, caseID, "steps") }
      if replayed.entries != entries { fault(.history, caseID, "entries") }
    }
  }

  mutating func checkBooks() throws {
    let entries = try StoredEntry.all(from: database)
    result.entries = entries.count
    do throws(BookError) {
      try FundBook(entries).check()
    } catch {
      fault(
        .books, error.caseID,
        "\(error.code.rawValue) \(error.day) \(error.expected) \(error.found)")
    }
    let booked = Self.counted(entries.filter { $0.kind == .income })
    if booked != income {
      let sums = [booked, income].map { entries in
        Money(fen: entries.map { $0.key.amount.fen * Int64($0.value) }.reduce(0, +))
      }
      fault(.books, "", "income \(sums[0]) \(sums[1])")
    }
  }

  private static func counted(_ entries: [BookEntry]) -> [BookEntry: Int] {
    Dictionary(entries.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// What the fund received follows from donations and allocations, entry by entry.
  private mutating func expectIncome(of fact: OfficeFact) {
    let entries =
      switch fact {
      case .donation(let donation): bookEntries(receiving: donation)
      case .allocation(let allocation) where allocation.source.isLawful:
        bookEntries(receiving: allocation)
      default: [BookEntry]()
      }
    for entry in entries { income[entry, default: 0] += 1 }
  }
}

extension RegistryVerifying {
  /// The newest screening of each case and basis is found again from its filing, the policy of its
  /// time and what the registry knew then.
  mutating func checkScreenings(
    _ screening: (CaseContext, String, CalendarDate) throws -> EnrolledCase
  ) throws {
    let texts = try policies()
    for known in try times() {
      let contexts = try RoundContexts(database, through: known)
      var reader = FilingReader()
      let rows = try Row.fetchCursor(
        database, sql: Self.screeningsOfTime, arguments: [known.runs, known.facts])
      while let row = try rows.next() {
        let caseID: String = row["caseID"]
        guard let content = row["content"] as Data? else {
          result.pruned += 1
          continue
        }
        guard Data(SHA256.hash(data: content)) == row["digest"] as Data else {
          fault(.filing, caseID, "digest")
          continue
        }
        let stored = try StoredScreening.screening(in: row)
        let application = try reader.application(in: Array(content))
        let verification =
          stored.basis == .verified
          ? try StoredCase.verification(of: row["assistanceCase"], through: known, from: database)
          : nil
        let context = contexts.context(
          of: application, verification: verification, referenceDay: stored.referenceDay)
        // A policy that is not what was stored is a fault of its own.
        guard let policy = texts[stored.policy] else { continue }
        let found = try screening(context, policy, stored.screenedOn)
        if found.screening != stored.figures {
          fault(.screening, caseID, stored.figures.difference(from: found.screening))
        }
        if stored.basis == .declared, stored.referenceDay == nil { try check(found, against: row) }
      }
    }
  }

  /// The persons and the columns of a case are those of its filing.
  private mutating func check(_ found: EnrolledCase, against row: Row) throws {
    guard row["isNewestFiling"] as Bool else { return }
    let stored: [String?] = [
      row["unitCode"], row["appliedOn"], row["category"], row["cause"], row["applicantName"],
    ]
    let caseID: String = row["caseID"]
    if stored != found.application.columns { fault(.filing, caseID, "columns") }
    let persons = try Row.fetchAll(
      try database.cachedStatement(
        sql: "SELECT * FROM person WHERE assistanceCase = ? ORDER BY role"),
      arguments: [row["assistanceCase"] as Int64]
    ).map(StoredPerson.person)
    if persons != found.persons.sorted(by: { $0.role < $1.role }) {
      fault(.filing, caseID, "persons")
    }
  }

  /// The texts of the policies by digest, those that are what was stored.
  private mutating func policies() throws -> [String: String] {
    var texts: [String: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT digest, content FROM policy") {
      let (digest, content): (String, String) = (row[0], row[1])
      if digest == PolicyRecord.digest(of: content) {
        texts[digest] = content
      } else {
        fault(.screening, "policy \(digest.prefix(8))", "digest")
      }
    }
    return texts
  }

  private func times() throws -> [KnownThrough] {
    try Row.fetchAll(
      database, sql: "SELECT DISTINCT runsThrough, factsThrough FROM screening ORDER BY 1, 2"
    ).map { KnownThrough(runs: $0[0], facts: $0[1]) }
  }

  private static let screeningsOfTime = """
    SELECT c.caseID, c.unitCode, c.appliedOn, c.category, c.cause, c.applicantName, f.content,
      f.digest, NOT EXISTS (SELECT 1 FROM screening n
        WHERE n.assistanceCase = c.id AND n.id > s.id AND n.filing <> s.filing) AS isNewestFiling,
      s.*
    FROM screening s
      JOIN assistanceCase c ON c.id = s.assistanceCase JOIN filing f ON f.id = s.filing
    WHERE s.runsThrough = ? AND s.factsThrough = ? AND s.id IN
      (SELECT max(id) FROM screening GROUP BY assistanceCase, basis)
    ORDER BY s.id
    """
}

extension ScreeningFigures {
  /// What differs, in one line.
  func difference(from other: ScreeningFigures) -> String {
    if outcome != other.outcome { return "\(outcome.rawValue) ≠ \(other.outcome.rawValue)" }
    if decisions != other.decisions { return "decisions" }
    return threshold == other.threshold ? "figures" : "threshold"
  }
}
