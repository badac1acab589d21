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

/// A stored value that this program cannot have written.
struct StoredValueDamage: Error, CustomStringConvertible {
  let table: String
  let column: String

  var description: String { "\(table).\(column)" }
}

extension StoredCase {
  /// Replays what is recorded of the case from its newest screening and the verdicts on its pairs,
  /// and writes its steps, book entries and state anew.
  func rebase(on pairs: PairBook, under rules: CaseRules, in database: Database) throws {
    let facts = try StoredCase.facts(of: id, from: database)
    var working: WorkingCase
    do throws(StepFinding) {
      working = try WorkingCase(id: id, origin: origin(with: pairs), facts: facts, under: rules)
    } catch {
      // Help was decided before the outcome or the pair was known: what people did stands.
      working = try WorkingCase(id: id, origin: origin(with: nil), facts: facts, under: rules)
    }
    working.mustBeRewritten()
    try working.store(in: database)
  }
}
