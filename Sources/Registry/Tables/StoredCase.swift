import Casework
import Foundation
internal import GRDB

/// A case's row with what its standing starts from.
struct StoredCase {
  let id: Int64
  let caseID: String
  let outcome: CaseOutcome
  let screenedOn: CalendarDate

  static func fetch(_ caseID: String, from database: Database) throws -> StoredCase? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT c.id, c.caseID,
          (SELECT outcome FROM screening WHERE assistanceCase = c.id ORDER BY id DESC LIMIT 1),
          (SELECT happenedOn FROM caseStep WHERE assistanceCase = c.id ORDER BY id LIMIT 1)
        FROM assistanceCase c WHERE c.caseID = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [caseID]) else { return nil }
    guard let outcome = CaseOutcome(rawValue: row[2] ?? ""),
      let day = CalendarDate(iso: row[3] ?? "")
    else { throw StoredValueDamage(table: "assistanceCase", column: "state") }
    return StoredCase(id: row[0], caseID: row[1], outcome: outcome, screenedOn: day)
  }

  /// What is recorded about a case, in the order it was recorded.
  static func facts(of id: Int64, from database: Database) throws -> [OfficeFact] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT f.content FROM factCase c JOIN officeFact f ON f.id = c.fact
        WHERE c.assistanceCase = ? ORDER BY f.id
        """)
    let decoder = JSONDecoder()
    return try String.fetchAll(statement, arguments: [id]).map {
      try decoder.decode(OfficeFact.self, from: Data($0.utf8))
    }
  }

  /// Where the case starts from; without pairs as if it stood alone.
  func origin(with pairs: PairBook?) -> CaseStanding {
    CaseStanding(
      caseID: caseID, outcome: outcome, screenedOn: screenedOn, primary: pairs?.primary(of: caseID),
      openPairs: pairs?.openPairs(of: caseID) ?? [])
  }
}

extension StoredCase {
  /// The case as its newest screening, the verdicts on its pairs and its facts make it; nil where
  /// the facts allow no history at all.
  func replayed(on pairs: PairBook, in database: Database) throws -> WorkingCase? {
    let facts = try StoredCase.facts(of: id, from: database)
    do throws(StepFinding) {
      return try WorkingCase(id: id, origin: origin(with: pairs), facts: facts)
    } catch {
      // Help was decided before the outcome or the pair was known: what people did stands.
      do throws(StepFinding) {
        return try WorkingCase(id: id, origin: origin(with: nil), facts: facts)
      } catch {
        return nil
      }
    }
  }

  /// Writes the case's steps, book entries and state anew from where it starts now.
  func rebase(on pairs: PairBook, in database: Database) throws {
    guard var working = try replayed(on: pairs, in: database) else {
      throw StoredValueDamage(table: "officeFact", column: "content")
    }
    working.mustBeRewritten()
    try working.store(in: database)
  }

  /// The newest verification with a figure, of the facts known at a time.
  static func verification(
    of id: Int64, through known: KnownThrough, from database: Database
  ) throws -> Verification? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT f.content FROM factCase c JOIN officeFact f ON f.id = c.fact
        WHERE c.assistanceCase = ? AND f.form = 'verifications' AND f.id <= ?
        ORDER BY f.day DESC, f.id DESC
        """)
    for content in try String.fetchAll(statement, arguments: [id, known.facts]) {
      if case .verification(let verification) = try StoredFact.fact(in: content),
        verification.hasFigure
      {
        return verification
      }
    }
    return nil
  }
}

/// A stored value that this program cannot have written.
struct StoredValueDamage: Error, CustomStringConvertible {
  let table: String
  let column: String

  var description: String { "\(table).\(column)" }
}
