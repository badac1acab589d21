public import Casework
internal import GRDB

extension RegistryFile {
  /// Everything that reports about the programme are written from.
  public func programmeLedger() throws(RegistryError) -> ProgrammeLedger {
    try read { database in
      ProgrammeLedger(
        units: try StoredUnit.all(from: database), cases: try Self.caseRecords(database),
        facts: try Self.commonFacts(database), entries: try StoredEntry.all(from: database))
    }
  }

  /// Facts that concern no single case, by day.
  private static func commonFacts(_ database: Database) throws -> [OfficeFact] {
    let contents = try String.fetchAll(
      database,
      sql: """
        SELECT content FROM officeFact
        WHERE form IN ('donations', 'allocations', 'notices', 'feedback', 'adjudications')
        ORDER BY day, id
        """)
    return try contents.map(StoredFact.fact(in:))
  }

  static func caseRecords(
    _ database: Database, where condition: String = "1"
  ) throws -> [CaseRecord] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT c.*, s.outcome, s.decisions, s.hardshipType, s.sizeLow, s.sizeHigh,
          (SELECT 1 FROM factCase WHERE assistanceCase = c.id LIMIT 1) AS hasFacts
        FROM assistanceCase c JOIN screening s ON s.id =
          (SELECT id FROM screening WHERE assistanceCase = c.id ORDER BY id DESC LIMIT 1)
        WHERE \(condition) ORDER BY c.caseID
        """)
    var stored: [Row] = []
    while let row = try rows.next() { stored.append(row.copy()) }
    let facts = try StoredFact.all(
      of: stored.filter { $0["hasFacts"] as Int? != nil }.map { $0["caseID"] }, from: database)
    return try stored.map { try record(in: $0, facts: facts, database) }
  }

  private static func record(
    in row: Row, facts: [String: [OfficeFact]], _ database: Database
  ) throws -> CaseRecord {
    let id: Int64 = row["id"]
    let (caseID, state, outcome): (String, String, String) = (
      row["caseID"], row["state"], row["outcome"]
    )
    let (category, cause, type): (String?, String?, String?) = (
      row["category"], row["cause"], row["hardshipType"]
    )
    let (applied, name): (String, String?) = (row["appliedOn"], row["applicantName"])
    let (low, high): (Int, Int) = (row["sizeLow"], row["sizeHigh"])
    guard let state = CaseState(rawValue: state), let outcome = CaseOutcome(rawValue: outcome),
      let day = CalendarDate(iso: applied)
    else { throw StoredValueDamage(table: "assistanceCase", column: "state") }
    let facts = facts[caseID]?.inOrder ?? []
    return CaseRecord(
      caseID: caseID, round: row["round"], unitCode: row["unitCode"],
      applicantName: name.map { PersonName(original: $0, folded: $0) },
      category: category.flatMap(ApplicantCategory.init),
      cause: cause.flatMap(HardshipCause.init), hardshipType: type.flatMap(HardshipType.init),
      householdSize: low == high ? low : nil, appliedOn: day, outcome: outcome,
      failedRules: ScreeningFigures.rules(in: row["decisions"], ending: .fail), state: state,
      facts: facts,
      steps: facts.isEmpty ? [] : try StoredStep.all(of: id, caseID: caseID, from: database))
  }
}

extension [OfficeFact] {
  /// By day, then by what comes first on one day.
  fileprivate var inOrder: [OfficeFact] {
    enumerated().sorted { left, right in
      left.element.order == right.element.order
        ? left.offset < right.offset : left.element.order < right.element.order
    }.map(\.element)
  }
}
