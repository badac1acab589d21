public import Casework
import Crypto
import Foundation
internal import GRDB

/// What a re-screening found and hands to the registry.
public struct Rescreening: Sendable {
  /// The run.
  public let run: RunRecord
  /// The cases whose outcome or decisions changed, with what they came to now.
  public let changed: [(case: OpenCase, figures: ScreeningFigures)]
  /// A digest of what was put before the office, to tell whether the next one says anything new.
  public let review: String

  /// Makes a re-screening.
  public init(
    run: RunRecord, changed: [(case: OpenCase, figures: ScreeningFigures)], review: String
  ) {
    self.run = run
    self.changed = changed
    self.review = review
  }
}

/// A re-screening that is recorded.
public struct PastRescreening: Sendable {
  /// The day it was made as of.
  public let day: CalendarDate
  /// The digest of what it put before the office.
  public let review: String
  /// The last fact it knew.
  let facts: Int64
}

extension RegistryFile {
  /// Records a re-screening in one transaction; the same one twice changes nothing.
  public func record(
    _ rescreening: Rescreening, knowing knowledge: RegistryKnowledge
  ) throws(RegistryError) {
    try write { database in
      let run = try StoredRun.insert(rescreening.run, round: nil, into: database)
      let through = KnownThrough(runs: run, facts: knowledge.known.facts)
      try StoredRun.note(through, of: run, in: database)
      try database.execute(
        sql: "UPDATE run SET review = ? WHERE id = ?", arguments: [rescreening.review, run])
      let pairs = try PairBook(database)
      for (open, figures) in rescreening.changed {
        let day = rescreening.run.asOf
        let isNew = try StoredScreening.insertIfChanged(
          StoredScreening(
            filing: open.screening.filing, basis: open.basis,
            policy: rescreening.run.policy.digest, screenedOn: day,
            referenceDay: open.state.isActive ? day : nil, known: through, figures: figures),
          of: open.id, into: database)
        guard isNew, figures.outcome != open.figures.outcome,
          let stored = try StoredCase.fetch(open.caseID, from: database)
        else { continue }
        try stored.rebase(on: pairs, in: database)
      }
    }
  }

  /// The newest re-screening: its day and the digest of what it put before the office.
  public func newestRescreening() throws(RegistryError) -> PastRescreening? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT asOf, ifnull(review, ''), factsThrough FROM run WHERE kind = 'rescreen'
          ORDER BY asOf DESC, id DESC LIMIT 1
          """)
      guard let row, let day = CalendarDate(iso: row[0]) else { return nil }
      return PastRescreening(day: day, review: row[1], facts: row[2])
    }
  }

  /// The cases whose closing was recorded after a re-screening, with their reason.
  ///
  /// - Parameter newest: The newest re-screening; nil: all closings.
  /// - Returns: A row for each closed case.
  /// - Throws: `RegistryError`.
  public func exits(
    after newest: PastRescreening?
  ) throws(RegistryError) -> [FollowUpProposal] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT c.caseID, s.happenedOn, s.reason FROM caseStep s
            JOIN assistanceCase c ON c.id = s.assistanceCase
          WHERE s.toState = 'exited' AND EXISTS
            (SELECT 1 FROM factCase l JOIN officeFact f ON f.id = l.fact
              WHERE l.assistanceCase = c.id AND f.form = 'events' AND f.day = s.happenedOn
                AND f.id > ?)
          ORDER BY c.caseID, s.id
          """, arguments: [newest?.facts ?? 0])
      return rows.map { row in
        let (day, reason): (String, String) = (row[1], row[2])
        let kind = CircumstanceKind.allCases.first { reason.hasPrefix($0.rawValue) }
        return FollowUpProposal(
          caseID: row[0], kind: .exited, ground: kind?.ground ?? .decided,
          day: CalendarDate(iso: day), detail: kind?.rawValue ?? "")
      }
    }
  }

  /// A digest of filings, facts and policies' runs of intake: everything but what re-screenings
  /// came to, so that a re-screening that is repeated has the same identity.
  static func digestOfRecords(_ database: Database) throws -> String {
    var hash = SHA256()
    let runs = try String.fetchAll(
      database, sql: "SELECT r.runID FROM round d JOIN run r ON r.id = d.run ORDER BY d.name")
    let facts = try Data.fetchCursor(database, sql: "SELECT key FROM officeFact ORDER BY key")
    for run in runs { hash.update(data: Array(run.utf8)) }
    while let fact = try facts.next() { hash.update(data: fact) }
    return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension CircumstanceKind {
  /// Why a case was closed, in the words of proposals.
  fileprivate var ground: FollowUpProposal.Ground? {
    switch self {
    case .withdrawal: .withdrawal
    case .death: .death
    case .movedAway: .movedAway
    case .exit, .suspension, .resumption, .contactNamed, .followOn: nil
    }
  }
}
