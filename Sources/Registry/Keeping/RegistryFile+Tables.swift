internal import GRDB

/// A table of the registry for export: texts only, in an order that does not depend on when a row
/// was recorded.
public struct RegistryTable: Sendable {
  /// The table's name.
  public let name: String
  /// The columns.
  public let columns: [String]
  /// The rows; an absent value is an empty text.
  public let rows: [[String]]
}

extension RegistryFile {
  /// Every table without names, identity numbers, telephone numbers and free words, amounts in fen.
  ///
  /// Two registries that hold the same give the same tables, however they came to hold it.
  public func exportedTables() throws(RegistryError) -> [RegistryTable] {
    try read { database in
      try Self.exports.map { name, sql in
        let statement = try database.makeStatement(sql: sql)
        let rows = try Row.fetchAll(statement).map { Array($0.databaseValues.map(Self.text)) }
        return RegistryTable(name: name, columns: statement.columnNames, rows: rows)
      }
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: ""
    case .int64(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): text
    case .blob(let bytes): "\(bytes.count)"
    }
  }

  private static let exports: [(String, String)] = [
    (
      "runs",
      """
      SELECT r.runID AS run_id, r.kind, r.round, r.asOf AS as_of, r.policy AS policy_digest,
        r.toolVersion AS tool_version FROM run r ORDER BY r.runID, r.id
      """
    ),
    (
      "rounds",
      """
      SELECT d.name AS round, r.runID AS run_id FROM round d JOIN run r ON r.id = d.run
      ORDER BY 1
      """
    ),
    (
      "units",
      """
      SELECT code AS unit_code, name AS unit, type, servingMembers AS serving_members,
        retiredMembers AS retired_members, affiliated FROM unit ORDER BY 1
      """
    ),
    (
      "cases",
      """
      SELECT c.caseID AS case_id, c.round, c.unitCode AS unit_code, c.state,
        c.appliedOn AS applied_on, c.category, c.cause,
        (SELECT outcome FROM screening WHERE assistanceCase = c.id ORDER BY id DESC LIMIT 1)
          AS outcome,
        (SELECT count(*) FROM person WHERE assistanceCase = c.id) AS persons
      FROM assistanceCase c ORDER BY 1
      """
    ),
    (
      "screenings",
      """
      SELECT c.caseID AS case_id, s.basis, s.screenedOn AS screened_on, s.policy AS policy_digest,
        s.outcome, s.decisions, s.disposableLow AS disposable_low_fen,
        s.disposableHigh AS disposable_high_fen, s.supportLow AS support_low_fen,
        s.supportHigh AS support_high_fen, s.expenditureLow AS expenditure_low_fen,
        s.expenditureHigh AS expenditure_high_fen, s.sizeLow AS size_low, s.sizeHigh AS size_high,
        s.perCapitaLow AS per_capita_low_fen, s.perCapitaHigh AS per_capita_high_fen,
        s.threshold AS threshold_fen, s.hardshipType AS hardship_type,
        hex(f.digest) AS filing_digest
      FROM screening s JOIN assistanceCase c ON c.id = s.assistanceCase
        JOIN filing f ON f.id = s.filing
      ORDER BY c.caseID, s.id
      """
    ),
    (
      "steps",
      """
      SELECT c.caseID AS case_id, s.happenedOn AS happened_on, s.form, s.fromState AS from_state,
        s.toState AS to_state
      FROM caseStep s JOIN assistanceCase c ON c.id = s.assistanceCase ORDER BY c.caseID, s.id
      """
    ),
    (
      "decisions",
      """
      SELECT caseID AS case_id, decidedOn AS decided_on, verdict, measure, amount AS amount_fen,
        documentNumber AS document_number FROM decision ORDER BY 1, 2
      """
    ),
    (
      "disbursements",
      """
      SELECT caseID AS case_id, paidOn AS paid_on, amount AS amount_fen, voucher
      FROM disbursement ORDER BY 1, 2, 4
      """
    ),
    (
      "visits",
      """
      SELECT caseID AS case_id, visitedOn AS visited_on, relief, recommendation
      FROM visit ORDER BY 1, 2, 3, 4
      """
    ),
    (
      "donations",
      """
      SELECT unitCode AS unit_code, year, donors, amount AS amount_fen, receivedOn AS received_on
      FROM donation ORDER BY 1, 2, 5, 4
      """
    ),
    (
      "allocations",
      """
      SELECT source, amount AS amount_fen, receivedOn AS received_on FROM allocation
      ORDER BY 3, 1, 2
      """
    ),
    (
      "verdicts",
      """
      SELECT pairID AS pair_id, verdict, decidedOn AS decided_on FROM verdict ORDER BY 1, 3, 2
      """
    ),
    (
      "book_entries",
      """
      SELECT e.kind, e.bookedOn AS booked_on, e.credit, e.debit, e.amount AS amount_fen, e.voucher,
        c.caseID AS case_id, e.unitCode AS unit_code
      FROM bookEntry e LEFT JOIN assistanceCase c ON c.id = e.assistanceCase
      ORDER BY e.bookedOn, e.kind, c.caseID, e.unitCode, e.voucher, e.amount, e.credit
      """
    ),
    (
      "imports",
      """
      SELECT digest, name, importedOn AS imported_on, accepted, rejected FROM officeImport
      ORDER BY digest
      """
    ),
  ]

  /// What the registry holds, for a closing line: cases by state, rows by kind, cash in fen.
  public func status() throws(RegistryError) -> RegistryStatus {
    try read { database in
      func counts(_ sql: String) throws -> [(String, Int)] {
        try Row.fetchAll(database, sql: sql).map { ($0[0], $0[1]) }
      }
      let movements = try Row.fetchOne(
        database,
        sql: """
          SELECT ifnull(sum(CASE kind WHEN 'income' THEN amount END), 0),
            ifnull(sum(CASE kind WHEN 'payment' THEN amount END), 0),
            ifnull(sum(CASE kind WHEN 'commitment' THEN amount WHEN 'release' THEN -amount END), 0)
          FROM bookEntry
          """)
      return RegistryStatus(
        rounds: try counts(
          """
          SELECT round, count(*) FROM assistanceCase GROUP BY round ORDER BY round
          """),
        states: try counts("SELECT state, count(*) FROM assistanceCase GROUP BY state"),
        facts: try counts("SELECT form, count(*) FROM officeFact GROUP BY form ORDER BY form"),
        raisedFen: movements?[0] ?? 0, paidFen: movements?[1] ?? 0, openFen: movements?[2] ?? 0,
        newestRun: try String.fetchOne(database, sql: "SELECT runID FROM run ORDER BY id DESC"))
    }
  }
}

/// What a registry holds.
public struct RegistryStatus: Sendable {
  /// Cases by round.
  public let rounds: [(String, Int)]
  /// Cases by state.
  public let states: [(String, Int)]
  /// Recorded facts by form.
  public let facts: [(String, Int)]
  /// Everything the fund received, in fen.
  public let raisedFen: Int64
  /// Everything it paid, in fen.
  public let paidFen: Int64
  /// What is approved and not paid yet, in fen.
  public let openFen: Int64
  /// The newest run; nil where there is none.
  public let newestRun: String?
}
