import Casework
import Intake

/// A round's folder read and put together: applications by unit, and everything found on the way.
struct RoundIntake: Sendable {
  var catalog: SourceCatalog
  var applications: [Application] = []
  var units: [UnitReport] = []
  /// Files outside the units' folders that were set aside whole or in part.
  var quarantinedFiles: [String] = []
  /// Findings of files, sheets and units; those of applications stay with them.
  var findings: [Finding] = []
  var balance = RowBalance()
  /// What people decided about pairs of duplicates.
  var verdicts: [Adjudication] = []
  /// Whether a roster was found at all.
  var hasRoster = false
  /// What the headers of each sheet were taken for.
  var sheets: [SheetHeaders] = []
}

/// A verdict about a pair, with the row that states it.
struct Adjudication: Sendable {
  let pairID: String
  let verdict: DuplicateVerdict
  var decidedOn: CalendarDate?
  var decidedBy = ""
  var reason = ""
  /// The row; nil for a verdict that the registry keeps.
  let location: SourceLocation?
}

extension [Adjudication] {
  /// By the day of the decision, those without one first; of one day in the order given.
  var inOrderOfDecision: [Adjudication] {
    enumerated().sorted { left, right in
      let days = [left, right].map { $0.element.decidedOn?.dayNumber ?? Int.min }
      return days[0] == days[1] ? left.offset < right.offset : days[0] < days[1]
    }.map(\.element)
  }
}

/// Reads a round: files in parallel, then the roster, then unit by unit.
///
/// - Parameters:
///   - folder: The files of the round.
///   - round: The round's name.
///   - definition: Forms, day and roster.
///   - progress: Whoever wants to know how far the reading has come.
/// - Returns: The applications by unit, with everything found on the way.
/// - Throws: `RunFailure.unreadable` where the roster the pipeline file names cannot be read.
func readRound(
  _ folder: InputFolder, round: String, definition: PipelineDefinition,
  progress: RunProgress.Listener? = nil
) async throws(RunFailure) -> RoundIntake {
  let asOf = definition.asOf
  let libraries = MappedLibraries(
    folder.mappings, in: folder.root, library: definition.library, firstPlace: folder.files.count)
  let files = folder.files.enumerated().map { place, file in
    IndexedFile(place: place, file: file, library: libraries.library(of: file.folder))
  }
  var rows = 0
  var read = await mapConcurrently(
    files, jobs: definition.jobs,
    finished: { done, file in
      rows += file.submissions.map(\.balance.rowsRead).reduce(0, +)
      progress?(RunProgress(stage: .reading, done: done, total: files.count, rows: rows))
    }
  ) {
    readFile($0.file, at: $0.place, in: folder.root, library: $0.library, asOf: asOf)
  }
  read += libraries.findings.map { ReadFile(findings: $0) }
  let inputs = folder.files + folder.mappings
  let named = try namedRoster(definition, place: inputs.count)
  var catalog = SourceCatalog(files: inputs.map(\.path) + (named.map { [$0.path] } ?? []))
  if let named { read.append(named.read) }
  for (place, file) in read.enumerated() { catalog.nameSheets(file.sheetNames, ofFile: place) }
  var assembly = RoundAssembly(
    files: inputs.map(\.folder) + (named == nil ? [] : [nil]), read: read, round: round)
  return await assembly.intake(catalog: catalog, jobs: definition.jobs)
}

private struct IndexedFile: Sendable {
  let place: Int
  let file: InputFile
  let library: FormLibrary
}

/// The roster that the pipeline file names, where it does.
private func namedRoster(
  _ definition: PipelineDefinition, place: Int
) throws(RunFailure) -> (path: String, read: ReadFile)? {
  guard let path = definition.roster else { return nil }
  let file = InputFile(path: path, folder: nil, digest: "")
  let read = readFile(
    file, at: place, in: "", library: definition.library, asOf: definition.asOf)
  guard !read.isUnreadable else {
    throw RunFailure.unusable(file: path, problem: .found(told(read.findings, nil)[0]))
  }
  return (path, read)
}

/// Joins the sheets of a round by unit.
struct RoundAssembly {
  /// The unit folder of each file.
  let files: [String?]
  let read: [ReadFile]
  let round: String
  private var intake = RoundIntake(catalog: SourceCatalog(files: []))
  private var records: [String: [FormRecord]] = [:]
  private var filesOfUnit: [String: Set<Int>] = [:]
  private var quarantined: Set<String> = []
  private var unknownUnits: [String: Set<Int>] = [:]

  init(files: [String?], read: [ReadFile], round: String) {
    self.files = files
    self.read = read
    self.round = round
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
    let folder = files[place]
    let unit = folder.flatMap(roster.unit(named:))
    intake.findings += file.findings.map { unit.map($0.concerning) ?? $0 }
    if let folder, file.isUnreadable { setAside(unit?.code, named: folder, file: place) }
    let hasSheetAside = file.submissions.contains { $0.isQuarantined }
    if folder == nil, file.isUnreadable || hasSheetAside {
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
      default: assign(submission, at: place, roster: roster)
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
    let assignment = assignUnits(in: submission, folder: files[place], roster: roster)
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
      .map { UnitRecords(unit: $0, records: records[$0.code] ?? []) }
    let assembled = await mapConcurrently(work, jobs: jobs) { work in
      assembleApplications(from: work.records, of: work.unit, round: round)
    }
    for unit in assembled {
      intake.applications += unit.applications
      intake.findings += unit.findings
    }
  }

  private struct UnitRecords: Sendable {
    let unit: SubmittingUnit
    let records: [FormRecord]
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
