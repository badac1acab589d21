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
  /// The lists of rows that were handed in, for returning some of them.
  var tables = SubmittedTables()
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
  let repeats = folder.repeatedFiles
  var rows = 0
  var read = await mapConcurrently(
    files, jobs: definition.jobs,
    finished: { done, file in
      rows += file.submissions.map(\.balance.rowsRead).reduce(0, +)
      progress?(RunProgress(stage: .reading, done: done, total: files.count, rows: rows))
    }
  ) { one -> ReadFile in
    if let first = repeats[one.place] {
      return .repeated(folder.files[first].path, at: one.place)
    }
    return readFile(one.file, at: one.place, in: folder.root, library: one.library, asOf: asOf)
  }
  read += libraries.findings.map { ReadFile(findings: $0) }
  let inputs = folder.files + folder.mappings
  let named = try namedRoster(definition, place: inputs.count)
  var catalog = SourceCatalog(files: inputs.map(\.path) + (named.map { [$0.path] } ?? []))
  if let named { read.append(named.read) }
  for (place, file) in read.enumerated() { catalog.nameSheets(file.sheetNames, ofFile: place) }
  var assembly = RoundAssembly(
    files: inputs + (named.map { [InputFile(path: $0.path, folder: nil, digest: "")] } ?? []),
    read: read, round: round, limits: definition.brakes)
  return await assembly.intake(catalog: catalog, jobs: definition.jobs)
}

struct IndexedFile: Sendable {
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
