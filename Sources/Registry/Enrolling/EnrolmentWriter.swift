import Casework
import Foundation
internal import GRDB

/// Writes an enrolment: the round holds afterwards what its newest run found, and every case about
/// which the office has recorded something.
struct EnrolmentWriter {
  private let database: Database
  private let enrolment: Enrolment
  private let run: Int64
  /// What the run knew, its own verdicts included.
  private var through = KnownThrough(runs: 0, facts: 0)
  /// The cases of the round that were there before.
  private var known: [String: KnownCase] = [:]

  private struct KnownCase {
    let id: Int64
    let digest: Data?
    let hasFacts: Bool
    let columns: [String?]
  }

  init(_ database: Database, enrolment: Enrolment) throws {
    self.database = database
    self.enrolment = enrolment
    run = try StoredRun.insert(enrolment.run, round: enrolment.round, into: database)
  }

  mutating func write() throws {
    try writeRound()
    try readKnown()
    try writePairs()
    let judged = try writeVerdicts()
    through = KnownThrough(runs: run, facts: try KnownThrough.now(in: database).facts)
    try StoredRun.note(through, of: run, in: database)
    let pairs = try PairBook(database)
    var filed: Set<String> = []
    try enrolment.cases.forEach { enrolled in
      filed.insert(enrolled.application.caseID)
      try write(enrolled, pairs)
    }
    try removeWithdrawn(but: filed)
    for caseID in Set(judged.flatMap { pairs.confirmed(with: $0) }).sorted() {
      try rebase(caseID, pairs)
    }
  }

  private func writeRound() throws {
    try enrolment.quality?.save(in: database)
    let catalog = String(decoding: try JSONEncoder().encode(enrolment.catalog), as: UTF8.self)
    try database.execute(
      sql: """
        INSERT INTO round (name, run, catalog) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET run = excluded.run, catalog = excluded.catalog
        """,
      arguments: [enrolment.round, run, catalog])
    try writeUnits()
  }

  private func writeUnits() throws {
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO unit
          (code, name, aliases, type, servingMembers, retiredMembers, affiliated, round)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (code) DO UPDATE SET name = excluded.name, aliases = excluded.aliases,
          type = excluded.type, servingMembers = excluded.servingMembers,
          retiredMembers = excluded.retiredMembers, affiliated = excluded.affiliated,
          round = excluded.round
        WHERE excluded.round >= unit.round
        """)
    for unit in enrolment.units where !unit.code.isEmpty {
      try insert.execute(arguments: [
        unit.code, unit.name, unit.aliases.joined(separator: "、"), unit.type?.rawValue,
        unit.servingMembers, unit.retiredMembers, unit.isAffiliated, enrolment.round,
      ])
    }
  }

  private mutating func readKnown() throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT c.caseID, c.id, c.unitCode, c.appliedOn, c.category, c.cause, c.applicantName,
          (SELECT f.digest FROM screening s JOIN filing f ON f.id = s.filing
            WHERE s.assistanceCase = c.id ORDER BY s.id DESC LIMIT 1),
          EXISTS (SELECT 1 FROM factCase WHERE assistanceCase = c.id)
        FROM assistanceCase c WHERE c.round = ?
        """, arguments: [enrolment.round])
    while let row = try rows.next() {
      known[row[0]] = KnownCase(
        id: row[1], digest: row[7], hasFacts: row[8],
        columns: [row[2], row[3], row[4], row[5], row[6]])
    }
  }

  private func write(_ enrolled: EnrolledCase, _ pairs: PairBook) throws {
    let caseID = enrolled.application.caseID
    guard let before = known[caseID] else { return try insert(enrolled, pairs) }
    let columns = enrolled.application.columns
    if before.columns != columns {
      try database.execute(
        sql: """
          UPDATE assistanceCase
          SET unitCode = ?, appliedOn = ?, category = ?, cause = ?, applicantName = ? WHERE id = ?
          """, arguments: StatementArguments(columns) + [before.id])
    }
    if before.digest != Data(enrolled.digest) {
      try database.execute(
        sql: "DELETE FROM person WHERE assistanceCase = ?", arguments: [before.id])
      try insertPersons(enrolled.persons, of: before.id)
    }
    let filing = try StoredFiling.insert(
      enrolled.filing, digest: enrolled.digest, of: before.id, into: database)
    let isNew = try StoredScreening.insertIfChanged(
      screening(enrolled, on: filing), of: before.id, into: database)
    if isNew { try rebase(caseID, pairs) }
  }

  private func insert(_ enrolled: EnrolledCase, _ pairs: PairBook) throws {
    let facts = enrolled.application
    let standing = CaseStanding(
      caseID: facts.caseID, outcome: enrolled.screening.outcome, screenedOn: enrolment.run.asOf,
      primary: pairs.primary(of: facts.caseID))
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO assistanceCase
          (caseID, round, state, unitCode, appliedOn, category, cause, applicantName)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let columns: [String?] =
      [facts.caseID, enrolment.round, standing.state.rawValue] + facts.columns
    try statement.execute(arguments: StatementArguments(columns))
    let id = database.lastInsertedRowID
    let filing = try StoredFiling.insertNew(
      enrolled.filing, digest: enrolled.digest, of: id, into: database)
    try StoredScreening.insert(screening(enrolled, on: filing), of: id, into: database)
    try insertPersons(enrolled.persons, of: id)
    for step in standing.steps { try StoredStep.insert(step, of: id, into: database) }
  }

  private func screening(_ enrolled: EnrolledCase, on filing: Int64) -> StoredScreening {
    StoredScreening(
      filing: filing, basis: .declared, policy: enrolment.run.policy.digest,
      screenedOn: enrolment.run.asOf, known: through, figures: enrolled.screening)
  }

  private func insertPersons(_ persons: [EnrolledPerson], of id: Int64) throws {
    for person in persons { try StoredPerson.insert(person, of: id, into: database) }
  }
}

// MARK: Duplicates and verdicts

extension EnrolmentWriter {
  private func writePairs() throws {
    for table in ["duplicatePair", "clusterMember"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE run = ?", arguments: [run])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let insertPair = try database.cachedStatement(
      sql: "INSERT INTO duplicatePair VALUES (?, ?, ?, ?, ?, ?)")
    for pair in enrolment.pairs {
      try insertPair.execute(arguments: [
        run, pair.pairID, pair.kind.rawValue, pair.caseA, pair.caseB,
        String(decoding: try encoder.encode(pair), as: UTF8.self),
      ])
    }
    let insertMember = try database.cachedStatement(
      sql: "INSERT INTO clusterMember VALUES (?, ?, ?, ?, ?)")
    for record in enrolment.clusters {
      try insertMember.execute(arguments: [
        run, record.clusterID, record.recordID, record.kind.rawValue, record.caseID,
      ])
    }
  }

  /// Verdicts that lay among the submissions are kept like those that were imported.
  ///
  /// - Returns: The cases whose standing a new verdict can change.
  private func writeVerdicts() throws -> [String] {
    var judged: [String] = []
    for verdict in enrolment.verdicts {
      let fact = OfficeFact.adjudication(verdict.adjudication)
      guard try StoredFact.insertIfNew(fact, place: verdict.place, from: .run(run), into: database)
      else { continue }
      judged += verdict.adjudication.pairID.split(separator: "+").map(String.init)
    }
    return judged
  }

  /// A case that was there before starts from its new outcome; what is recorded of it is replayed.
  private func rebase(_ caseID: String, _ pairs: PairBook) throws {
    guard let stored = try StoredCase.fetch(caseID, from: database) else { return }
    try stored.rebase(on: pairs, in: database)
  }

  /// A case that its unit no longer files goes, unless the office has recorded something about it.
  private func removeWithdrawn(but filed: Set<String>) throws {
    let remove = try database.cachedStatement(sql: "DELETE FROM assistanceCase WHERE id = ?")
    for (caseID, known) in known where !known.hasFacts && !filed.contains(caseID) {
      try remove.execute(arguments: [known.id])
    }
  }
}
