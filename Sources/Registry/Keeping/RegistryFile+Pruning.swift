public import Casework
internal import GRDB

/// What is past its retention period.
public struct PruneReport: Sendable {
  /// Cases whose filings, persons and names go.
  public internal(set) var filings: [String] = []
  /// Recorded rows whose free words go; the rows themselves, their days and amounts stay.
  public internal(set) var notes = 0
}

extension RegistryFile {
  /// Removes personal data that is past its retention period.
  ///
  /// What a case was filed with goes, and free words about it; outcomes, figures, days, amounts and
  /// the books stay.
  ///
  /// The period begins with the last step of a case that is closed, refused, merged or was never
  /// decided; a case that is being helped keeps everything.
  ///
  /// - Parameters:
  ///   - rules: How long each kind is kept.
  ///   - day: Today.
  ///   - isDryRun: Whether to say only what would go.
  /// - Returns: What went, or would go.
  /// - Throws: `RegistryError`; nothing is removed then.
  public func prune(
    under rules: RetentionRules, on day: CalendarDate, isDryRun: Bool
  ) throws(RegistryError) -> PruneReport {
    try write { database in
      var pruning = Pruning(database: database, day: day, isDryRun: isDryRun)
      if let months = rules.filingMonths { try pruning.removeFilings(olderThan: months) }
      if let months = rules.noteMonths { try pruning.removeNotes(olderThan: months) }
      return pruning.report
    }
  }
}

private struct Pruning {
  let database: Database
  let day: CalendarDate
  let isDryRun: Bool
  var report = PruneReport()

  mutating func removeFilings(olderThan months: Int) throws {
    for (id, caseID) in try ended(before: months)
    where try Row.fetchOne(
      database,
      sql: "SELECT 1 FROM filing WHERE assistanceCase = ? AND content IS NOT NULL",
      arguments: [id]) != nil
    {
      report.filings.append(caseID)
      guard !isDryRun else { continue }
      for statement in [
        "UPDATE filing SET content = NULL WHERE assistanceCase = ?",
        "DELETE FROM person WHERE assistanceCase = ?",
        "UPDATE assistanceCase SET applicantName = NULL WHERE id = ?",
      ] {
        try database.execute(sql: statement, arguments: [id])
      }
    }
  }

  /// Words are taken out of the facts; steps repeat some of them and are written anew.
  mutating func removeNotes(olderThan months: Int) throws {
    let pairs = try PairBook(database)
    for (id, caseID) in try ended(before: months) {
      let facts = try Row.fetchAll(
        database,
        sql: """
          SELECT f.id, f.content FROM factCase c JOIN officeFact f ON f.id = c.fact
          WHERE c.assistanceCase = ? AND f.pruned = 0
          """, arguments: [id])
      guard try remove(from: facts) > 0, !isDryRun else { continue }
      try StoredCase.fetch(caseID, from: database)?.rebase(on: pairs, in: database)
    }
    let forums = try Row.fetchAll(
      database,
      sql: "SELECT id, content FROM officeFact WHERE form = 'feedback' AND day <= ? AND pruned = 0",
      arguments: [cutoff(months)])
    _ = try remove(from: forums)
  }

  private mutating func remove(from rows: [Row]) throws -> Int {
    var count = 0
    for row in rows {
      let fact = try StoredFact.fact(in: row[1])
      let bare = fact.withoutWords
      guard bare != fact else { continue }
      count += 1
      guard !isDryRun else { continue }
      let content = try StoredFact.content(of: bare)
      try database.execute(
        sql: "UPDATE officeFact SET content = ?, digest = ?, pruned = 1, place = '' WHERE id = ?",
        arguments: [content, StoredFact.digest(of: content), row[0] as Int64])
    }
    report.notes += count
    return count
  }

  private func cutoff(_ months: Int) -> String { day.adding(months: -months).description }

  /// Cases that are not being helped and whose last step is old enough.
  private func ended(before months: Int) throws -> [(Int64, String)] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT c.id, c.caseID FROM assistanceCase c JOIN caseStep s ON s.assistanceCase = c.id
        WHERE c.state NOT IN (\(CaseState.activeList))
        GROUP BY c.id HAVING max(s.happenedOn) <= ? ORDER BY c.caseID
        """, arguments: [cutoff(months)]
    ).map { ($0[0], $0[1]) }
  }
}

extension OfficeFact {
  /// The fact without its free words and the persons it names.
  fileprivate var withoutWords: OfficeFact {
    switch self {
    case .verification(var fact):
      (fact.participants, fact.finding) = ("", "")
      return .verification(fact)
    case .objection(var fact):
      (fact.content, fact.handling) = ("", "")
      return .objection(fact)
    case .circumstance(var fact):
      fact.reason = ""
      if !fact.followUpContact.isEmpty { fact.followUpContact = "×" }
      return .circumstance(fact)
    case .decision(var fact):
      fact.reason = ""
      return .decision(fact)
    case .visit(var fact):
      (fact.conduct, fact.newDifficulty, fact.visitor) = ("", "", "")
      return .visit(fact)
    case .feedback(var fact):
      (fact.source, fact.content, fact.response) = ("", "", "")
      return .feedback(fact)
    case .proposal, .notice, .disbursement, .donation, .allocation, .adjudication: return self
    }
  }
}
