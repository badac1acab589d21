import Casework
import Income
import Intake
public import Reporting
import Tabular

/// Checks a unit's files as the annual run would read them, without a roster.
///
/// - Returns: What the unit should correct before it submits them; never an outcome.
public func check(
  _ files: [String], as request: RunRequest
) async throws(RunFailure) -> CheckListing {
  let definition = try PipelineDefinition(request)
  let inputs = files.map { InputFile(path: $0, folder: nil, digest: InputFolder.digest(of: $0)) }
  let mappings = mappingFiles(beside: files)
  let libraries = MappedLibraries(
    mappings, in: "", library: definition.library, firstPlace: files.count)
  let first = Dictionary(
    inputs.enumerated().filter { !$0.element.digest.isEmpty }
      .map { ($0.element.digest, $0.offset) }, uniquingKeysWith: min)
  let read = await mapConcurrently(
    inputs.enumerated().map { place, file in
      IndexedFile(
        place: place, file: file, library: libraries.library(of: unitFolder(of: file.path)))
    },
    jobs: definition.jobs
  ) { one -> ReadFile in
    if let known = first[one.file.digest], known != one.place {
      return .repeated(inputs[known].path, at: one.place)
    }
    return readFile(one.file, at: one.place, in: "", library: one.library, asOf: definition.asOf)
  }
  return try listing(
    of: read + libraries.findings.map { ReadFile(findings: $0) }, files: inputs + mappings,
    under: definition)
}

/// Puts a unit's files together as the run would and lists what was found.
private func listing(
  of read: [ReadFile], files: [InputFile], under definition: PipelineDefinition
) throws(RunFailure) -> CheckListing {
  var catalog = SourceCatalog(files: files.map(\.path))
  for (place, file) in read.enumerated() { catalog.nameSheets(file.sheetNames, ofFile: place) }
  let submissions = read.flatMap(\.submissions)
  let digests = Dictionary(
    files.enumerated().map { (String($0.element.digest.prefix(ReturnMark.digits)), $0.offset) },
    uniquingKeysWith: { first, _ in first })
  let corrections = Corrections(
    submissions.flatMap(\.records), strays: submissions.flatMap(\.strays), files: digests)
  let assembled = assembleApplications(
    from: [], of: SubmittingUnit(code: "", name: "", isAffiliated: true),
    round: definition.round, correcting: corrections)
  let households = try assembled.applications.map { (application) throws(RunFailure) in
    normalizedHousehold(
      of: application, under: try definition.edition(for: application).income,
      asOf: definition.asOf)
  }
  let brakes = read.enumerated().compactMap { definition.brakes.finding(for: $1, at: $0) }
  let replaced = submissions.formRows(replacedWith: corrections.replacedRows)
  let ofSheets = (read.flatMap(\.findings) + submissions.flatMap(\.findings)).filter { finding in
    !(finding.location.map { replaced.contains($0.at(column: 0)) } ?? false)
  }
  let findings =
    brakes + ofSheets + assembled.findings
    + households.flatMap { $0.application.allFindings + $0.findings }
  return CheckListing(findings, in: catalog, applicationCount: households.count)
}

/// Writes the page of a check.
public func writeCheckPage(
  _ listing: CheckListing, in language: Language, to path: String
) throws(RunFailure) {
  let page = try rendered { try listing.page(in: language) }
  try replaceFile(Array(page.utf8), at: path)
}

/// The mapping files in the folders of the files that are checked, each for its own folder.
private func mappingFiles(beside files: [String]) -> [InputFile] {
  Set(files.map(unitFolder(of:))).sorted().flatMap { folder in
    MappingFile.names.sorted().map { folder.isEmpty ? $0 : folder + "/" + $0 }
      .filter(isPlainFile).map { InputFile(path: $0, folder: folder, digest: "") }
  }
}

private func unitFolder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
}

/// Writes the tables of a file as the readers see them; the paths of the files written.
public func dumpCells(of file: String, to folder: String) throws(RunFailure) -> [String] {
  try makeFolder(folder)
  do throws(TabularError) {
    return try writeCells(of: file, to: folder)
  } catch {
    switch error.code {
    case .unwritable:
      throw RunFailure.unwritable(path: folder, reason: SystemReason(error.reason))
    case .unreadable:
      throw RunFailure.unreadable(file: file, reason: SystemReason(error.reason))
    default:
      throw RunFailure.unusable(file: file, problem: .found(ToldFinding(error.finding(at: nil))))
    }
  }
}
