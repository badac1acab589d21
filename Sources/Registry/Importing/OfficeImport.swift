import Casework
import Foundation
internal import GRDB

/// One import as it goes: rows in order of their days, each recorded or refused.
struct OfficeImport {
  let database: Database
  let rules: CaseRules
  private(set) var reports: [ImportReport]
  /// The newest verification with a figure of each case that got one, with the row that states it.
  private(set) var verified: [String: (verification: Verification, place: QueuedPlace)] = [:]
  /// Where a case was approved against a screening that the same import's verification repeats.
  private(set) var approvedUnscreened: [String: QueuedPlace] = [:]
  private var cases: [String: WorkingCase] = [:]
  /// What was recorded about the cases of this import before.
  private var recorded: [String: [OfficeFact]] = [:]
  private var changed: Set<String> = []
  private var pairs: PairBook
  private var firstPayment: QueuedPlace?

  /// Where a finding about a row goes.
  struct QueuedPlace {
    let file: Int
    let record: FormRecord
  }

  /// A row with its file's place.
  private struct QueuedRow {
    let file: Int
    let row: OfficeRow
    let fact: OfficeFact
    let importID: Int64

    var place: QueuedPlace { QueuedPlace(file: file, record: row.record) }
  }

  init(_ database: Database, files: [OfficeFile], rules: CaseRules) throws {
    self.database = database
    self.rules = rules
    reports = files.map { ImportReport(name: $0.name) }
    pairs = try PairBook(database)
  }

  /// Records the rows of all files; a file that was recorded whole before is passed over.
  mutating func record(_ files: [OfficeFile], on day: CalendarDate) throws {
    var queue: [QueuedRow] = []
    var started: [(place: Int, id: Int64)] = []
    for (place, file) in files.enumerated() {
      guard let id = try startedImport(of: file, on: day) else {
        reports[place].isUnchanged = true
        continue
      }
      started.append((place, id))
      for row in file.rows {
        if let fact = row.fact {
          queue.append(QueuedRow(file: place, row: row, fact: fact, importID: id))
        } else {
          reports[place].rejected.append(RejectedRow(record: row.record, findings: row.findings))
        }
      }
    }
    // Rows of one day and precedence stay in the order of files and rows.
    let inOrder = queue.enumerated().sorted { left, right in
      let (one, other) = (left.element.fact.order, right.element.fact.order)
      return one == other ? left.offset < right.offset : one < other
    }
    recorded = try StoredFact.all(
      of: Set(queue.flatMap(\.fact.caseIDs)).sorted(), from: database)
    let prepared = try StoredFact.prepared(inOrder.map(\.element.fact))
    for (queued, stored) in zip(inOrder.map(\.element), prepared) { try record(queued, as: stored) }
    for caseID in changed.sorted() { try cases[caseID]?.store(in: database) }
    try noteOverdraft()
    for (place, id) in started {
      try finish(id, reports[place], unread: files[place].unreadCount)
    }
  }

  private mutating func record(_ queued: QueuedRow, as stored: StoredFact.Prepared) throws {
    let known = try database.cachedStatement(
      sql: "SELECT content, place FROM officeFact WHERE key = ?")
    if let row = try Row.fetchOne(known, arguments: [stored.key]) {
      guard row["content"] == stored.content else {
        return reject(queued, contradiction(of: queued.fact, recordedAt: row["place"]))
      }
      reports[queued.file].known += 1
      return
    }
    do {
      try advance(queued)
    } catch let finding as StepFinding {
      return reject(queued, finding)
    }
    try insert(queued, as: stored)
    reports[queued.file].accepted += 1
  }

  private func contradiction(of fact: OfficeFact, recordedAt place: String) -> StepFinding {
    fact.form == .disbursements
      ? StepFinding(.registryVoucherUsed, at: .voucher, [place])
      : StepFinding(.registryContradicts, at: .caseId, [place])
  }

  private mutating func reject(_ queued: QueuedRow, _ finding: StepFinding) {
    let told = told(finding, at: queued.place)
    reports[queued.file].rejected.append(
      RejectedRow(record: queued.row.record, findings: queued.row.findings + [told]))
  }

  /// Says something beside a row that is recorded.
  mutating func remark(_ finding: StepFinding, at place: QueuedPlace) {
    reports[place.file].remarks.append(told(finding, at: place))
  }

  private func told(_ finding: StepFinding, at place: QueuedPlace) -> Finding {
    Finding(
      finding.code, at: place.record.cell(of: finding.field), field: finding.field,
      value: place.record.text(finding.field).value ?? "", finding.arguments)
  }
}

// MARK: Taking a fact

extension OfficeImport {
  /// Takes a fact into every case it is about; all of them or none.
  private mutating func advance(_ queued: QueuedRow) throws {
    var advanced: [(String, WorkingCase)] = []
    for caseID in queued.fact.caseIDs {
      guard let working = try working(caseID) else {
        throw StepFinding(
          .registryUnknownCase, at: queued.fact.form == .notices ? .caseIds : .caseId)
      }
      advanced.append((caseID, try working.adding(queued.fact, under: rules)))
    }
    for (caseID, working) in advanced {
      cases[caseID] = working
      changed.insert(caseID)
      noteRemarks(of: working, caseID, at: queued.place)
    }
    switch queued.fact {
    case .adjudication(let adjudication): try adjudicate(adjudication)
    case .verification(let verification) where verification.hasFigure:
      verified[verification.caseID] = (verification, queued.place)
    case .disbursement where firstPayment == nil: firstPayment = queued.place
    case .donation(let donation): try book(bookEntries(receiving: donation))
    case .allocation(let allocation): try book(bookEntries(receiving: allocation))
    default: break
    }
  }

  /// What the verified figures come to is known when all rows are recorded; so long it waits.
  private mutating func noteRemarks(
    of working: WorkingCase, _ caseID: String, at place: QueuedPlace
  ) {
    for finding in working.standing.remarks {
      if finding.code == .registryAgainstScreening, verified[caseID] != nil {
        approvedUnscreened[caseID] = place
      } else {
        remark(finding, at: place)
      }
    }
  }

  private func book(_ entries: [BookEntry]) throws {
    for entry in entries { try StoredEntry.insert(entry, of: nil, into: database) }
  }

  private mutating func working(_ caseID: String) throws -> WorkingCase? {
    if let working = cases[caseID] { return working }
    guard let stored = try StoredCase.fetch(caseID, from: database) else { return nil }
    let facts =
      try recorded.removeValue(forKey: caseID) ?? StoredCase.facts(of: stored.id, from: database)
    guard let working = stored.working(on: pairs, facts: facts) else {
      throw StoredValueDamage(table: "officeFact", column: "content")
    }
    cases[caseID] = working
    return working
  }

  /// A verdict changes where the pair's cases start from; what is recorded of them is replayed.
  private mutating func adjudicate(_ adjudication: PairAdjudication) throws {
    guard pairs.knows(adjudication.pairID) else {
      throw StepFinding(.verdictUnknownPair, at: .pairId)
    }
    let judged = pairs.cases(of: adjudication.pairID)
    let before = judged.flatMap { pairs.confirmed(with: $0) }
    pairs.decide(adjudication.pairID, adjudication.verdict)
    // Also a case in the middle of a chain may be counted with another one now, or with none.
    for caseID in Set(before + judged.flatMap { pairs.confirmed(with: $0) }).sorted() {
      guard let stored = try StoredCase.fetch(caseID, from: database) else { continue }
      let facts = try working(caseID)?.facts ?? []
      var rebased: WorkingCase
      do throws(StepFinding) {
        rebased = try WorkingCase(
          id: stored.id, origin: stored.origin(with: pairs), screenings: stored.laterScreenings,
          facts: facts)
      } catch {
        // Help was decided before the pair was confirmed: people close one of the two cases.
        rebased = try WorkingCase(
          id: stored.id, origin: stored.origin(with: nil), screenings: stored.laterScreenings,
          facts: facts)
      }
      rebased.mustBeRewritten()
      cases[caseID] = rebased
      changed.insert(caseID)
    }
  }
}

// MARK: Writing

extension OfficeImport {
  private func insert(_ queued: QueuedRow, as stored: StoredFact.Prepared) throws {
    let fact = try StoredFact.insert(
      queued.fact, as: stored, place: queued.row.place, from: .officeImport(queued.importID),
      into: database)
    let link = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO factCase (assistanceCase, fact) VALUES (?, ?)")
    for caseID in queued.fact.caseIDs {
      try link.execute(arguments: [cases[caseID]?.id, fact])
    }
  }

  /// Where the books say that the fund was short on some day; nothing is refused for it, since
  /// income may be recorded later than payments.
  private mutating func noteOverdraft() throws {
    guard let firstPayment else { return }
    let short = try Row.fetchOne(
      database,
      sql: """
        SELECT bookedOn, balance FROM (
          SELECT bookedOn, sum(sum(CASE WHEN debit = 'cash' THEN amount ELSE -amount END))
            OVER (ORDER BY bookedOn) AS balance
          FROM bookEntry WHERE kind IN ('income', 'payment') GROUP BY bookedOn)
        WHERE balance < 0 ORDER BY bookedOn LIMIT 1
        """)
    guard let short else { return }
    let remark = StepFinding(
      .registryFundOverdrawn, at: .amount,
      [short["bookedOn"], Money(fen: short["balance"]).description])
    self.remark(remark, at: firstPayment)
  }

  /// The import's row; nil where the same bytes were recorded before with nothing refused.
  private func startedImport(of file: OfficeFile, on day: CalendarDate) throws -> Int64? {
    let known = try Row.fetchOne(
      database, sql: "SELECT id, rejected FROM officeImport WHERE digest = ?",
      arguments: [file.digest])
    if let known { return known["rejected"] == 0 ? nil : known["id"] }
    try database.execute(
      sql: """
        INSERT INTO officeImport (digest, name, importedOn, accepted, known, rejected)
        VALUES (?, ?, ?, 0, 0, 0)
        """,
      arguments: [file.digest, file.name, day.description])
    return database.lastInsertedRowID
  }

  private func finish(_ id: Int64, _ report: ImportReport, unread: Int) throws {
    try database.execute(
      sql: """
        UPDATE officeImport SET accepted = accepted + ?, known = ?, rejected = ? WHERE id = ?
        """,
      arguments: [report.accepted, report.known, report.rejected.count + unread, id])
  }
}

extension Verification {
  /// Whether it states a figure that takes the place of a declared one.
  var hasFigure: Bool { annualIncome != nil || expenditure != nil }
}
