public import Casework
import Crypto
internal import GRDB

/// What the registry knows that a run of one round needs of the others.
public struct EarlierRounds: Sendable {
  /// The other rounds, in order of their names.
  public let rounds: [String]
  /// Every person of their cases.
  public let persons: [EarlierPerson]
  /// The last day each helped case was paid, or of its approval while nothing is paid.
  public let help: [String: CalendarDate]
  /// What people decided about pairs, the newest last.
  public let verdicts: [PairAdjudication]
  /// A digest of all this: another one can lead a run to another result.
  public let digest: String

  /// A person with the case.
  public struct EarlierPerson: Sendable {
    /// The case.
    public let caseID: String
    /// The case's round.
    public let round: String
    /// The code of its unit.
    public let unitCode: String
    /// The name of its unit.
    public let unitName: String
    /// The day of application.
    public let appliedOn: CalendarDate
    /// The person.
    public let person: EnrolledPerson
  }

  /// What is known where there is no registry.
  public static let none = EarlierRounds(
    rounds: [], persons: [], help: [:], verdicts: [], digest: "none")
}

extension RegistryFile {
  /// Reads what a run of `round` needs of the other rounds, the round itself left out, so that a run
  /// that is repeated finds the same.
  public func earlierRounds(beside round: String) throws(RegistryError) -> EarlierRounds {
    try read { database in
      let rounds = try Row.fetchAll(
        database,
        sql: """
          SELECT d.name, r.runID FROM round d JOIN run r ON r.id = d.run WHERE d.name <> ?
          ORDER BY d.name
          """, arguments: [round])
      let help = try Self.help(database, except: round)
      let verdicts = try Self.verdicts(database, beside: round)
      var parts = rounds.map { row -> String in "round \(row[0] as String) \(row[1] as String)" }
      parts += help.sorted { $0.key < $1.key }.map { "help \($0.key) \($0.value)" }
      parts += verdicts.map { "verdict \($0.pairID) \($0.verdict.rawValue)" }
      let hash = SHA256.hash(data: Array(parts.joined(separator: "\n").utf8))
      return EarlierRounds(
        rounds: rounds.map { $0[0] }, persons: try Self.persons(database, except: round),
        help: help, verdicts: verdicts,
        digest: hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
  }

  private static func persons(
    _ database: Database, except round: String
  ) throws -> [EarlierRounds.EarlierPerson] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT c.caseID, c.round, c.unitCode, u.name AS unitName, c.appliedOn, p.*
        FROM person p JOIN assistanceCase c ON c.id = p.assistanceCase
          JOIN unit u ON u.code = c.unitCode
        WHERE c.round <> ? ORDER BY c.id, p.role
        """, arguments: [round])
    var persons: [EarlierRounds.EarlierPerson] = []
    while let row = try rows.next() {
      guard let day = CalendarDate(iso: row["appliedOn"]) else {
        throw StoredValueDamage(table: "assistanceCase", column: "appliedOn")
      }
      persons.append(
        EarlierRounds.EarlierPerson(
          caseID: row["caseID"], round: row["round"], unitCode: row["unitCode"],
          unitName: row["unitName"], appliedOn: day, person: try StoredPerson.person(in: row)))
    }
    return persons
  }

  private static func help(
    _ database: Database, except round: String
  ) throws -> [String: CalendarDate] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT c.caseID,
          max(CASE e.kind WHEN 'payment' THEN e.bookedOn END), max(e.bookedOn)
        FROM bookEntry e JOIN assistanceCase c ON c.id = e.assistanceCase
        WHERE e.kind IN ('payment', 'commitment') AND c.round <> ? GROUP BY c.id
        """, arguments: [round])
    var help: [String: CalendarDate] = [:]
    while let row = try rows.next() {
      let (paid, any): (String?, String) = (row[1], row[2])
      help[row[0]] = CalendarDate(iso: paid ?? any)
    }
    return help
  }

  /// The verdicts but for those that lie among the round's own submissions: the run reads them there.
  private static func verdicts(
    _ database: Database, beside round: String
  ) throws -> [PairAdjudication] {
    let contents = try String.fetchAll(
      database,
      sql: """
        SELECT f.content FROM officeFact f LEFT JOIN run r ON r.id = f.run
        WHERE f.form = 'adjudications' AND r.round IS NOT ? ORDER BY f.day, f.id
        """, arguments: [round])
    return try contents.compactMap { content in
      if case .adjudication(let verdict) = try StoredFact.fact(in: content) { verdict } else { nil }
    }
  }
}
