public import Casework
import Foundation
internal import GRDB

/// Everything a screening of a stored case reads, as the registry knew it at some time.
public struct CaseContext: Sendable {
  /// The filing.
  public var application: Application
  /// The verification whose figures take the place of the declared ones; nil: as declared.
  public var verification: Verification?
  /// The day that stands in for the day of application, for a case that is being helped.
  public var referenceDay: CalendarDate?
  /// The day whose line counts; nil: that of the day of application.
  public var lineDay: CalendarDate?
  /// The one reading of the filing, where it is known from an earlier screening under the same rules
  /// of income; nil: the worksheet is made anew.
  public var reading: HouseholdReading?
  /// The pairs the case is part of, with verdicts.
  public var links: [DuplicateLink]
  /// The case that a confirmed duplicate is counted with; the case itself where it is that one.
  public var primary: String?
  /// The last day each case of an earlier round that a pair points to was helped; nil where no
  /// earlier round was known.
  public var help: [String: CalendarDate]?

  /// The case.
  public var caseID: String { application.caseID }

  /// Makes the context of a filing as it was declared.
  public init(
    of application: Application, links: [DuplicateLink], primary: String?,
    help: [String: CalendarDate]?
  ) {
    self.application = application
    self.links = links
    self.primary = primary
    self.help = help
  }
}

/// The pairs, verdicts and earlier help of all cases, as the registry knew them at some time.
public struct RoundContexts: Sendable {
  private var links: [String: [DuplicateLink]] = [:]
  private var help: [String: CalendarDate] = [:]
  private var rounds: Set<String> = []
  private var appliedOn: [String: String] = [:]

  init(_ database: Database, through known: KnownThrough) throws {
    let verdicts = try Self.verdicts(database, known)
    try readLinks(database, known, verdicts)
    // Help matters only between rounds that a pair connects.
    if links.values.contains(where: { $0.contains { $0.roundA != $0.roundB } }) {
      try readHelp(database, known)
    }
    rounds = Set(
      try String.fetchAll(
        database, sql: "SELECT DISTINCT round FROM run WHERE kind = 'intake' AND id <= ?",
        arguments: [known.runs]))
  }

  private static func verdicts(
    _ database: Database, _ known: KnownThrough
  ) throws -> [String: DuplicateVerdict] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT pairID, verdict FROM verdict WHERE fact <= ? ORDER BY decidedOn, fact",
      arguments: [known.facts])
    var verdicts: [String: DuplicateVerdict] = [:]
    for row in rows {
      guard let pairID = row[0] as String?, let verdict = row[1] as String? else {
        throw StoredValueDamage(table: "officeFact", column: "content")
      }
      verdicts[pairID] = DuplicateVerdict(rawValue: verdict)
    }
    return verdicts
  }

  /// The pairs of each round's newest run of the time.
  private mutating func readLinks(
    _ database: Database, _ known: KnownThrough, _ verdicts: [String: DuplicateVerdict]
  ) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT p.content, a.appliedOn, b.appliedOn, r.round FROM duplicatePair p
          JOIN run r ON r.id = p.run
          LEFT JOIN assistanceCase a ON a.caseID = p.caseA
          LEFT JOIN assistanceCase b ON b.caseID = p.caseB
        WHERE p.run IN
          (SELECT max(id) FROM run WHERE kind = 'intake' AND id <= ? GROUP BY round)
        ORDER BY p.pairID, p.kind
        """, arguments: [known.runs])
    let decoder = JSONDecoder()
    while let row = try rows.next() {
      let content: String = row[0]
      var link = try decoder.decode(DuplicateLink.self, from: Data(content.utf8))
      link.verdict = verdicts[link.pairID]
      // A pair is a matter of the round that found it: a case of an earlier round stays as it is.
      let round: String = row[3]
      if link.roundA == round { links[link.caseA, default: []].append(link) }
      if link.roundB == round { links[link.caseB, default: []].append(link) }
      appliedOn[link.caseA] = row[1] ?? ""
      appliedOn[link.caseB] = row[2] ?? ""
    }
  }

  private mutating func readHelp(_ database: Database, _ known: KnownThrough) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT caseID, max(paidOn) FROM disbursement WHERE fact <= ? GROUP BY caseID
        UNION ALL
        SELECT caseID, max(decidedOn) FROM decision
        WHERE fact <= ? AND verdict = ? AND caseID NOT IN
          (SELECT caseID FROM disbursement WHERE fact <= ?)
        GROUP BY caseID
        """,
      arguments: [
        known.facts, known.facts, CommitteeVerdict.approved.rawValue, known.facts,
      ])
    while let row = try rows.next() {
      guard let caseID = row[0] as String?, let day = row[1] as String? else {
        throw StoredValueDamage(table: "officeFact", column: "content")
      }
      help[caseID] = CalendarDate(iso: day)
    }
  }

  /// The context of a filing.
  func context(
    of application: Application, verification: Verification?, referenceDay: CalendarDate?
  ) -> CaseContext {
    let caseID = application.caseID
    let own = links[caseID] ?? []
    let earlier = rounds.subtracting([application.round])
    var context = CaseContext(
      of: application, links: own, primary: primary(of: caseID),
      help: earlier.isEmpty
        ? nil
        : Dictionary(
          own.compactMap { link in
            let other = link.caseA == caseID ? link.caseB : link.caseA
            return help[other].map { (other, $0) }
          }, uniquingKeysWith: { first, _ in first }))
    context.verification = verification
    context.referenceDay = referenceDay
    context.lineDay = referenceDay
    return context
  }

  /// Of all cases of one round that people confirmed as the same, the one applied for first.
  private func primary(of caseID: String) -> String? {
    var reached: Set<String> = [caseID]
    var open = [caseID]
    while let next = open.popLast() {
      for link in links[next] ?? []
      where link.verdict == .same && link.roundA == link.roundB && link.kind.blocksApproval {
        for other in [link.caseA, link.caseB] where reached.insert(other).inserted {
          open.append(other)
        }
      }
    }
    guard reached.count > 1 else { return nil }
    return reached.min { (appliedOn[$0] ?? "", $0) < (appliedOn[$1] ?? "", $1) }
  }
}
