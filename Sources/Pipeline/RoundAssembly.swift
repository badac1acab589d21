import Casework
import Intake

/// Joins the sheets of a round by unit.
struct RoundAssembly {
  let files: [InputFile]
  let read: [ReadFile]
  let round: String
  let limits: Brakes
  private var intake = RoundIntake(catalog: SourceCatalog(files: []))
  private var records: [String: [FormRecord]] = [:]
  private var filesOfUnit: [String: Set<Int>] = [:]
  private var quarantined: Set<String> = []
  private var unknownUnits: [String: Set<Int>] = [:]

  init(files: [InputFile], read: [ReadFile], round: String, limits: Brakes) {
    self.files = files
    self.read = read
    self.round = round
    self.limits = limits
  }

  mutating func intake(catalog: SourceCatalog, jobs: Int) async -> RoundIntake {
    intake.catalog = catalog
    let submissions = read.flatMap(\.submissions)
    intake.balance = submissions.map(\.balance).reduce(RowBalance()) { $0.merged(with: $1) }
    let checked = UnitRoster.make(from: submissions)
    let roster = checked.value ?? UnitRoster([])
    intake.hasRoster = !roster.units.isEmpty
    intake.findings = checked.findings
    for (place, file) in read.enumerated() { add(file, at: place, roster: roster) }
    await assemble(roster, jobs: jobs)
    reportUnits(roster)
    return intake
  }

  private mutating func add(_ file: ReadFile, at place: Int, roster: UnitRoster) {
    let folder = files[place].folder
    let unit = folder.flatMap(roster.unit(named:))
    let brake = limits.finding(for: file, at: place)
    let isUnusable = file.isUnreadable || brake != nil
    intake.findings += (file.findings + [brake].compactMap(\.self)).map {
      unit.map($0.concerning) ?? $0
    }
    if let folder, isUnusable { setAside(unit?.code, named: folder, file: place) }
    let hasSheetAside = file.submissions.contains { $0.isQuarantined }
    if folder == nil, isUnusable || hasSheetAside {
      intake.quarantinedFiles.append(intake.catalog.files[place])
    }
    for submission in file.submissions {
      if let layout = submission.layout {
        intake.sheets.append(SheetHeaders(location: submission.location, layout: layout))
      }
      intake.findings += submission.findings.map { unit.map($0.concerning) ?? $0 }
      if submission.isQuarantined, let folder { setAsideSheet(unit?.code, folder, file: place) }
      switch submission.form {
      case .units?:
        intake.findings += submission.records.flatMap(\.findings)
      case .adjudications?:
        addVerdicts(submission)
      case nil: break
      default: if brake == nil { assign(submission, at: place, roster: roster) }
      }
    }
  }

  /// A unit whose file cannot be read is set aside whole: half of its figures would mislead.
  private mutating func setAside(_ code: String?, named folder: String, file: Int) {
    if let code {
      quarantined.insert(code)
      filesOfUnit[code, default: []].insert(file)
    } else {
      unknownUnits[folder, default: []].insert(file)
    }
  }

  private var unitsWithSheetsAside: Set<String> = []

  private mutating func setAsideSheet(_ code: String?, _ folder: String, file: Int) {
    guard let code else {
      unknownUnits[folder, default: []].insert(file)
      return
    }
    unitsWithSheetsAside.insert(code)
    filesOfUnit[code, default: []].insert(file)
  }

  private mutating func assign(_ submission: Submission, at place: Int, roster: UnitRoster) {
    let assignment = assignUnits(in: submission, folder: files[place].folder, roster: roster)
    intake.tables.add(submission, assigned: assignment.records)
    let single = Set(assignment.records.map(\.unit.code)).count == 1
    intake.findings += assignment.findings.map { finding in
      single ? finding.concerning(assignment.records[0].unit) : finding
    }
    for assigned in assignment.records {
      records[assigned.unit.code, default: []].append(assigned.record)
      filesOfUnit[assigned.unit.code, default: []].insert(place)
    }
    for name in assignment.unknownUnits.keys { unknownUnits[name, default: []].insert(place) }
  }

  private mutating func addVerdicts(_ submission: Submission) {
    for record in submission.records {
      intake.findings += record.findings
      guard let pair = record.text(.pairId).value,
        let verdict = record.choice(.verdict, as: DuplicateVerdict.self).value
      else { continue }
      intake.verdicts.append(
        Adjudication(
          pairID: pair, verdict: verdict, decidedOn: record.date(.decidedOn).value?.day,
          decidedBy: record.text(.decidedBy).value ?? "", reason: record.text(.reason).value ?? "",
          location: record.cell(of: .pairId)))
    }
  }

  private mutating func assemble(_ roster: UnitRoster, jobs: Int) async {
    let round = round
    let work = roster.units.filter { !quarantined.contains($0.code) }
      .map { unit in
        UnitRecords(
          unit: unit, records: records[unit.code] ?? [],
          files: filesByDigest(filesOfUnit[unit.code] ?? []))
      }
    let assembled = await mapConcurrently(work, jobs: jobs) { $0.assembled(in: round) }
    for unit in assembled {
      intake.applications += unit.applications
      intake.findings += unit.findings
      intake.forget(unit.corrections.replacedRows, of: unit.unit)
      intake.tables.note(unit.corrections.marks)
    }
  }

  /// The places of files by the short digests that the marks of return sheets name.
  private func filesByDigest(_ places: Set<Int>) -> [String: Int] {
    Dictionary(
      places.sorted().map { (String(files[$0].digest.prefix(ReturnMark.digits)), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private mutating func reportUnits(_ roster: UnitRoster) {
    let counts = Dictionary(grouping: intake.applications, by: \.unit.code).mapValues(\.count)
    for unit in roster.units {
      let files = filesOfUnit[unit.code] ?? []
      let isAside = quarantined.contains(unit.code) || unitsWithSheetsAside.contains(unit.code)
      let status: UnitStatus = isAside ? .quarantined : files.isEmpty ? .silent : .received
      intake.units.append(
        UnitReport(
          unit: unit, status: status, files: names(of: files),
          applicationCount: counts[unit.code] ?? 0))
    }
    for (name, files) in unknownUnits.sorted(by: { $0.key < $1.key }) {
      intake.units.append(
        UnitReport(
          unit: SubmittingUnit(code: "", name: name), status: .quarantined,
          files: names(of: files), applicationCount: 0))
    }
  }

  private func names(of places: Set<Int>) -> [String] {
    places.sorted().map { intake.catalog.files[$0] }
  }
}

/// The rows of one unit, to be put together.
private struct UnitRecords: Sendable {
  let unit: SubmittingUnit
  let records: [FormRecord]
  /// The unit's files by their short digests.
  let files: [String: Int]

  struct Assembled: Sendable {
    let unit: SubmittingUnit
    let applications: [Application]
    let findings: [Finding]
    let corrections: Corrections
  }

  func assembled(in round: String) -> Assembled {
    let corrections = Corrections(records, files: files)
    let assembled = assembleApplications(
      from: records, of: unit, round: round, correcting: corrections)
    return Assembled(
      unit: unit, applications: assembled.applications, findings: assembled.findings,
      corrections: corrections)
  }
}

extension RoundIntake {
  /// Forgets what was found in rows that a return sheet replaced, and that a column is missing where
  /// all rows below it were.
  fileprivate mutating func forget(_ rows: Set<SourceLocation>, of unit: SubmittingUnit) {
    guard !rows.isEmpty else { return }
    let whole = tables.headersOfTables(replacedBy: rows, of: unit.code)
    findings.removeAll { finding in
      guard finding.unitCode == unit.code, let place = finding.location else { return false }
      return rows.contains(place.at(column: 0))
        || finding.code == .headerMissingColumn && whole.contains(place.at(column: 0))
    }
  }
}
