import Casework
import Foundation
internal import GRDB

/// A case's row with the screenings that its standing starts from.
struct StoredCase {
  let id: Int64
  let caseID: String
  private let first: CaseScreening
  /// The screenings after the first, oldest first.
  let laterScreenings: [CaseScreening]

  static func fetch(_ caseID: String, from database: Database) throws -> StoredCase? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT c.id, s.outcome, s.screenedOn FROM assistanceCase c
          JOIN screening s ON s.assistanceCase = c.id
        WHERE c.caseID = ? ORDER BY s.id
        """)
    let rows = try Row.fetchCursor(statement, arguments: [caseID])
    var id: Int64?
    var screenings: [CaseScreening] = []
    while let row = try rows.next() {
      let (outcome, day): (String, String) = (row[1], row[2])
      guard let outcome = CaseOutcome(rawValue: outcome), let day = CalendarDate(iso: day) else {
        throw StoredValueDamage(table: "screening", column: "outcome")
      }
      id = row[0]
      screenings.append(CaseScreening(outcome: outcome, day: day))
    }
    guard let id, let first = screenings.first else { return nil }
    return StoredCase(
      id: id, caseID: caseID, first: first, laterScreenings: Array(screenings.dropFirst()))
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
      caseID: caseID, outcome: first.outcome, screenedOn: first.day,
      primary: pairs?.primary(of: caseID),
      openPairs: pairs?.openPairs(of: caseID) ?? [])
  }
}

extension StoredCase {
  /// The case as its screenings, the verdicts on its pairs and its facts make it; nil where the
  /// facts allow no history at all.
  func replayed(on pairs: PairBook, in database: Database) throws -> WorkingCase? {
    working(on: pairs, facts: try StoredCase.facts(of: id, from: database))
  }

  /// The same of facts that were read already.
  func working(on pairs: PairBook, facts: [OfficeFact]) -> WorkingCase? {
    // Help that was decided before a pair was confirmed stands: people close one of the two cases.
    for pairs in [pairs, nil] {
      do throws(StepFinding) {
        return try WorkingCase(
          id: id, origin: origin(with: pairs), screenings: laterScreenings, facts: facts)
      } catch {
        continue
      }
    }
    return nil
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
