import Casework
import Foundation
import Registry
public import Reporting

/// What a pruning removed, or would remove.
public struct PruneSummary: Sendable {
  let report: PruneReport
  let runFolders: [String]
  let isDryRun: Bool

  /// A line per kind of data, then every run folder.
  public func lines(in language: Language) -> [String] {
    let verb =
      isDryRun
      ? language.text("将清除", "Would remove") : language.text("已清除", "Removed")
    return [
      language.text(
        "\(verb)：申报内容 \(report.filings.count) 件，登记中的文字 \(report.notes) 行，运行目录 \(runFolders.count) 个",
        "\(verb): filings of \(report.filings.count) cases, words of \(report.notes) rows, "
          + "\(runFolders.count) run folders")
    ] + report.filings + runFolders
  }
}

/// Removes personal data that is past the policy's retention periods, from the registry and from
/// the folder of published runs.
///
/// - Parameters:
///   - request: The pipeline file, the registry and the day.
///   - isDryRun: Whether to say only what would go.
/// - Returns: What went, or would go.
/// - Throws: `RunFailure`; where the registry cannot be written nothing is removed.
public func pruneRegistry(
  _ request: RunRequest, isDryRun: Bool
) throws(RunFailure) -> PruneSummary {
  let definition = try PipelineDefinition(request)
  let registry = try existingRegistry(definition, waitSeconds: request.waitSeconds)
  let rules = try definition.editionOfRound.retention
  let report = try registered { () throws(RegistryError) in
    try registry.prune(under: rules, on: definition.asOf, isDryRun: isDryRun)
  }
  let folders = try rules.runMonths.map { (months) throws(RunFailure) in
    try oldRuns(in: definition.output, before: definition.asOf.adding(months: -months))
  }
  if !isDryRun { for folder in folders ?? [] { try removeRun(folder) } }
  return PruneSummary(report: report, runFolders: folders ?? [], isDryRun: isDryRun)
}

/// The published runs that were made as of a day or before, but for the one `latest` points to.
private func oldRuns(
  in output: String, before day: CalendarDate
) throws(RunFailure) -> [String] {
  guard isFolder(output) else { return [] }
  let latest = (output + "/latest" as NSString).resolvingSymlinksInPath
  var old: [String] = []
  for name in try fileNames(in: output) where !name.hasPrefix(".") && name != "latest" {
    let folder = output + "/" + name
    guard FileManager.default.fileExists(atPath: folder + "/run.json"),
      (folder as NSString).resolvingSymlinksInPath != latest,
      let asOf = try dayOfRun(folder), asOf <= day
    else { continue }
    old.append(folder)
  }
  return old
}

private func dayOfRun(_ folder: String) throws(RunFailure) -> CalendarDate? {
  struct Manifest: Decodable {
    let as_of: String
  }
  let bytes = try readBytes(folder + "/run.json")
  do {
    return CalendarDate(iso: try JSONDecoder().decode(Manifest.self, from: Data(bytes)).as_of)
  } catch {
    throw RunFailure.unusable(file: folder + "/run.json", problem: .manifest)
  }
}

private func removeRun(_ folder: String) throws(RunFailure) {
  do {
    try FileManager.default.removeItem(atPath: folder)
  } catch {
    throw RunFailure.unwritable(path: folder, reason: .last)
  }
}
