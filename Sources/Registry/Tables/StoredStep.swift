import Casework
internal import GRDB

/// The rows of `caseStep`.
enum StoredStep {
  static func insert(_ step: CaseStep, of id: Int64, into database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO caseStep (assistanceCase, form, fromState, toState, happenedOn, actor, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      id, step.form?.rawValue, step.from?.rawValue, step.to.rawValue,
      step.happenedOn.description, step.actor, step.reason,
    ])
  }

  static func all(of id: Int64, caseID: String, from database: Database) throws -> [CaseStep] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT form, fromState, toState, happenedOn, actor, reason FROM caseStep
        WHERE assistanceCase = ? ORDER BY id
        """)
    return try Row.fetchAll(statement, arguments: [id]).map { row in
      guard let to = CaseState(rawValue: row[2]), let day = CalendarDate(iso: row[3]) else {
        throw StoredValueDamage(table: "caseStep", column: "toState")
      }
      let (form, from): (String?, String?) = (row[0], row[1])
      return CaseStep(
        caseID: caseID, form: form.flatMap(FormKind.init), from: from.flatMap(CaseState.init),
        to: to, happenedOn: day, actor: row[4], reason: row[5])
    }
  }
}
