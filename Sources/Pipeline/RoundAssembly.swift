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
  private var strays: [String: [StrayRow]] = [:]
  private var unplaced: [UnplacedRow] = []
  /// The marks of rows that came back and still are nobody's.
  private var looseMarks: [ReturnMark] = []

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
    let replaced = await assemble(roster, jobs: jobs).union(replacedByNobody(roster))
    reportUnplaced(without: replaced)
    intake.forget(replaced)
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
      if submission.isQuarantined, let folder { setAsideSheet(unit?.code, folder, file: place) }
      var found = submission.findings.map { unit.map($0.concerning) ?? $0 }
      switch submission.form {
      case .units?:
        found += submission.records.flatMap(\.findings)
      case .adjudications?:
        addVerdicts(submission)
      case nil: break
      default:
        if brake == nil {
          let assignment = assignUnits(in: submission, folder: folder, roster: roster)
          found = found.concerning(unitsOf: assignment.strays)
          assign(assignment, of: submission, at: place, in: unit)
        }
      }
      intake.findings += found
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

  private mutating func assign(
    _ assignment: UnitAssignment, of submission: Submission, at place: Int,
    in folderUnit: SubmittingUnit?
  ) {
    intake.tables.add(submission, assigned: assignment)
    let codes = Set(assignment.records.map(\.unit.code))
    let only = codes.count == 1 ? assignment.records[0].unit : nil
    intake.findings += assignment.disagreements.map { only.map($0.concerning) ?? $0 }
    for assigned in assignment.records {
      records[assigned.unit.code, default: []].append(assigned.record)
      filesOfUnit[assigned.unit.code, default: []].insert(place)
    }
    for (row, unit) in assignment.strays {
      guard let code = unit?.code else {
        looseMarks += [row.mark].compactMap(\.self)
        continue
      }
      strays[code, default: []].append(row)
      filesOfUnit[code, default: []].insert(place)
    }
    // In a file of its own folder a unit put the row there itself; in one of many it can be anybody's.
    unplaced += assignment.unplaced.map { folderUnit.map($0.concerning) ?? $0 }
  }

  /// The rows of files outside the units' folders that the office withdrew, or that came back and
  /// still have no unit.
  private func replacedByNobody(_ roster: UnitRoster) -> Set<SourceLocation> {
    let files = files.byDigest(Set(loose(roster)))
    let marks = looseMarks + unplaced.compactMap(\.mark)
    let withdrawing = unplaced.filter { $0.withdrawsAnother }.map(\.location)
    return Set(marks.compactMap { $0.target(in: files) } + withdrawing)
  }

  /// The files that lie in no unit's folder.
  private func loose(_ roster: UnitRoster) -> [Int] {
    files.indices.filter { roster.unit(ofFolder: files[$0].folder) == nil }
  }

  /// Tells of the rows of which nobody knows whose they are, but for those that came back corrected.
  private mutating func reportUnplaced(without replaced: Set<SourceLocation>) {
    guard !unplaced.isEmpty else { return }
    let files = files.byDigest(Set(files.indices))
    intake.findings += unplaced.filter(\.withdrawsAnother).map { row in
      Finding(
        .returnRowWithdrawn, at: row.location,
        [row.mark?.target(in: files)?.cell ?? row.location.cell])
    }
    unplaced.removeAll { replaced.contains($0.location) }
    for row in unplaced { unknownUnits[row.unitName, default: []].insert(Int(row.location.file)) }
    intake.tables.note(unplaced: unplaced)
    intake.findings += unplaced.toldOnce
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

  /// Puts the units' rows together; the rows that return sheets replaced.
  ///
  /// Of a unit that is set aside nothing is screened, but what is wrong in the rows that could be read
  /// is told all the same, so that one correction is enough.
  private mutating func assemble(_ roster: UnitRoster, jobs: Int) async -> Set<SourceLocation> {
    let round = round
    let loose = Set(loose(roster))
    let work = roster.units.map { unit in
      UnitRecords(
        unit: unit, records: records[unit.code] ?? [], strays: strays[unit.code] ?? [],
        places: filesOfUnit[unit.code] ?? [], loose: loose, files: files)
    }
    let assembled = await mapConcurrently(work, jobs: jobs) { $0.assembled(in: round) }
    var replaced: Set<SourceLocation> = []
    for unit in assembled {
      if quarantined.contains(unit.unit.code) {
        intake.findings += unit.findingsOfRows
      } else {
        intake.applications += unit.applications
        intake.findings += unit.findings
      }
      replaced.formUnion(unit.corrections.replacedRows)
      intake.tables.note(unit.corrections.marks)
    }
    return intake.tables.wholeForms(replaced)
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
  let strays: [StrayRow]
  /// The places of the unit's files.
  let places: Set<Int>
  /// The places of the files that lie in no unit's folder.
  let loose: Set<Int>
  /// All files of the round.
  let files: [InputFile]

  struct Assembled: Sendable {
    let unit: SubmittingUnit
    let applications: [Application]
    let findings: [Finding]
    let corrections: Corrections

    /// What is wrong in the rows by themselves: without the files that could not be read nobody
    /// knows which of them join nobody.
    var findingsOfRows: [Finding] {
      (findings.filter { $0.code != .keyUnmatched }
        + applications.flatMap(\.allFindings)).map { $0.concerning(unit) }
    }
  }

  func assembled(in round: String) -> Assembled {
    let corrections = Corrections(records, strays: strays) { files.byDigest(places.union(loose)) }
    let assembled = assembleApplications(
      from: records, of: unit, round: round, correcting: corrections)
    return Assembled(
      unit: unit, applications: assembled.applications, findings: assembled.findings,
      corrections: corrections)
  }
}

extension [InputFile] {
  /// The places of some files by the short digests that the marks of return sheets name.
  func byDigest(_ places: Set<Int>) -> [String: Int] {
    Dictionary(
      places.sorted().map { (String(self[$0].digest.prefix(ReturnMark.digits)), $0) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension UnitRoster {
  /// The unit of a folder; nil for the round's own folder and for one that names no unit.
  fileprivate func unit(ofFolder name: String?) -> SubmittingUnit? { name.flatMap(unit(named:)) }
}

extension [Finding] {
  /// The findings with the units that rows which are nobody's belong to all the same.
  fileprivate func concerning(
    unitsOf strays: [(row: StrayRow, unit: SubmittingUnit?)]
  ) -> [Finding] {
    guard !strays.isEmpty else { return self }
    let units = Dictionary(strays.map { ($0.row.location, $0.unit) }) { first, _ in first }
    return map { finding in
      let unit = finding.location.flatMap { units[$0.at(column: 0)] ?? nil }
      return unit.map(finding.concerning) ?? finding
    }
  }
}

extension RoundIntake {
  /// Forgets what was found in rows that a return sheet replaced, and that a column is missing where
  /// all rows below it were.
  fileprivate mutating func forget(_ rows: Set<SourceLocation>) {
    guard !rows.isEmpty else { return }
    let whole = tables.headersOfTables(replacedBy: rows)
    findings.removeAll { finding in
      guard let place = finding.location else { return false }
      return rows.contains(place.at(column: 0))
        || finding.code == .headerMissingColumn && whole.contains(place.at(column: 0))
    }
  }
}
