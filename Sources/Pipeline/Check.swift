import Casework
import Income
import Intake
public import Reporting
import Tabular

/// What a unit should correct in its own files before it submits them.
///
/// Outcomes, distances to the line and counterfactuals are the panel's: nothing of them is here
/// (contract §3).
public struct CheckReport: Sendable {
  let findings: [Finding]
  let catalog: SourceCatalog
  let applicationCount: Int

  /// Whether the unit must correct something.
  public var mustBeCorrected: Bool { findings.contains { $0.severity == .error } }

  /// The findings with their cells, errors first, and a closing line.
  public func lines(in language: Language) -> [String] {
    let ordered = findings.filter { $0.severity != .note }.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }
    let lines = ordered.map { _, finding in
      let place = finding.location.map(catalog.words(for:)) ?? ""
      let words = words(for: finding, in: language)
      return "\(title(of: finding.severity, in: language)) \(place) \(words.message) \(words.hint)"
    }
    return lines + [closing(language)]
  }

  private func closing(_ language: Language) -> String {
    let errors = findings.filter { $0.severity == .error }.count
    let warnings = findings.filter { $0.severity == .warning }.count
    return language == .simplifiedChinese
      ? "共 \(applicationCount) 件申报；必须改正 \(errors) 处，请核对 \(warnings) 处。"
      : "\(applicationCount) applications; \(errors) to correct, \(warnings) to look at."
  }
}

/// Checks a unit's files as the annual run would read them, without a roster.
public func check(
  _ files: [String], as request: RunRequest
) async throws(RunFailure) -> CheckReport {
  let definition = try PipelineDefinition(request)
  let mappings = mappingFiles(beside: files)
  let libraries = MappedLibraries(
    mappings, in: "", library: definition.library, firstPlace: files.count)
  var catalog = SourceCatalog(files: files + mappings.map(\.path))
  let read =
    files.enumerated().map { place, path in
      readFile(
        InputFile(path: path, folder: nil, digest: ""), at: place, in: "",
        library: libraries.library(of: unitFolder(of: path)), asOf: definition.asOf)
    } + libraries.findings.map { ReadFile(findings: $0) }
  for (place, file) in read.enumerated() { catalog.nameSheets(file.sheetNames, ofFile: place) }
  let submissions = read.flatMap(\.submissions)
  let unit = SubmittingUnit(code: "", name: "", isAffiliated: true)
  let assembled = assembleApplications(
    from: submissions.flatMap(\.records), of: unit, round: definition.round)
  let households = assembled.applications.map {
    normalizedHousehold(of: $0, under: definition.policy.income, asOf: definition.asOf)
  }
  let findings =
    read.flatMap(\.findings) + submissions.flatMap(\.findings) + assembled.findings
    + households.flatMap { $0.application.allFindings + $0.findings }
  return CheckReport(
    findings: findings.sorted(by: inOrderOfPlace), catalog: catalog,
    applicationCount: households.count)
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
  do throws(TabularError) {
    return try writeCells(of: file, to: folder)
  } catch {
    switch error.code {
    case .unwritable:
      throw RunFailure.unwritable(path: folder, reason: SystemReason(text: error.detail))
    case .unreadable:
      throw RunFailure.unreadable(file: file, reason: SystemReason(text: error.detail))
    default:
      throw RunFailure.unusable(file: file, problem: .found(ToldFinding(error.finding(at: nil))))
    }
  }
}
