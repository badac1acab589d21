import Casework
import Foundation
import Income
import Registry
public import Reporting
import Screening
import Tabular

/// Why a case cannot be explained.
public enum ExplanationGap: Sendable, Equatable {
  /// No such case is recorded; with those whose identifiers are nearest.
  case unknownCase(String, near: [String], registry: String)
  /// The case is recorded, but not in the run.
  case notInRun(String, round: String, run: String)
  /// The filing was removed after its time.
  case pruned(String)
  /// The folder holds no run.
  case noRun(String)
}

/// Explains a case of a run, or as its newest screening has it (contract §5).
///
/// A run folder holds no submissions, so the worksheet is made again from the filing that the
/// registry keeps, under the policy that it keeps too, and held against the digest that the run
/// published in its roster.
///
/// - Parameters:
///   - caseID: The case.
///   - run: The run's folder or identifier; nil: the newest run, where it holds the case.
///   - request: The pipeline file and the registry.
/// - Returns: The case with everything that is known of it.
/// - Throws: `RunFailure.explanation` where the case, the run or the filing is not there.
public func explainedCase(
  _ caseID: String, run: String?, as request: RunRequest
) throws(RunFailure) -> CaseToExplain {
  let definition = try PipelineDefinition(request)
  let registry = try existingRegistry(definition, waitSeconds: request.waitSeconds)
  let published = try PublishedRun(run, latestIn: definition.output)
  let found = try registry.explainable(caseID, in: published, isAsked: run != nil)
  var policies = StoredPolicies(definition)
  let policy = try policies.policy(found.screening.screening.policy)
  do throws(PolicyGap) {
    return try explained(found.screening, under: policy, in: found.run)
  } catch {
    throw RunFailure.policy(file: definition.policyPath, gap: error)
  }
}

/// A stored screening with the run it counted in; without one it is the newest.
private struct FoundScreening {
  let screening: ExplainableScreening
  let run: PublishedRun?
}

extension RegistryFile {
  /// The screening that counted in a run; in the newest run only where that holds the case.
  fileprivate func explainable(
    _ caseID: String, in run: PublishedRun?, isAsked: Bool
  ) throws(RunFailure) -> FoundScreening {
    guard let run else { return try newest(of: caseID) }
    // `latest` may be a report, or a run of another registry.
    let isRecorded = isAsked ? true : try isRecorded(run)
    guard isRecorded else { return try newest(of: caseID) }
    let found = try registered { () throws(RegistryError) in
      try explainable(caseID, in: run.runID)
    }
    guard case .notInRun(let round) = found else {
      return FoundScreening(screening: try screening(found, of: caseID), run: run)
    }
    guard isAsked else { return try newest(of: caseID) }
    throw RunFailure.explanation(.notInRun(caseID, round: round, run: run.runID))
  }

  private func isRecorded(_ run: PublishedRun) throws(RunFailure) -> Bool {
    try registered { () throws(RegistryError) in try hasRun(run.runID) }
  }

  private func newest(of caseID: String) throws(RunFailure) -> FoundScreening {
    let found = try registered { () throws(RegistryError) in try explainable(caseID, in: nil) }
    return FoundScreening(screening: try screening(found, of: caseID), run: nil)
  }

  private func screening(
    _ found: ExplainableCase, of caseID: String
  ) throws(RunFailure) -> ExplainableScreening {
    switch found {
    case .found(let screening): return screening
    case .pruned: throw RunFailure.explanation(.pruned(caseID))
    case .unknown(let near):
      throw RunFailure.explanation(.unknownCase(caseID, near: near, registry: path))
    case .notInRun(let round):
      throw RunFailure.explanation(.notInRun(caseID, round: round, run: ""))
    }
  }
}

/// The case with its worksheet made again.
private func explained(
  _ found: ExplainableScreening, under policy: PolicyFile, in run: PublishedRun?
) throws(PolicyGap) -> CaseToExplain {
  let (screening, context) = (found.screening, found.screening.context)
  let result = try explainedResult(context, under: policy, asOf: screening.asOf)
  let digest = result.household.worksheet.map { WorksheetDigest(of: $0).description } ?? ""
  let rules = try policy.rules(for: context, asOf: screening.asOf).edition
  return CaseToExplain(
    result, suggesting: recommendation(for: result, under: rules),
    catalog: found.catalog, asOf: screening.asOf, policyTitle: policy.title,
    runID: run?.runID ?? "",
    check: check(digest, against: run?.digest(of: context.caseID)),
    isAsRecorded: ScreeningFigures(of: result) == screening.figures)
}

private func check(_ digest: String, against published: String?) -> CaseToExplain.Check {
  guard let published, !published.isEmpty else { return .unpublished(digest: digest) }
  return published == digest
    ? .same(digest: digest) : .differs(digest: digest, published: published)
}

/// A published run: its identifier and the digests of its roster.
private struct PublishedRun {
  let runID: String
  private let digests: [String: String]

  /// The digest of a case's worksheet; nil where the roster does not hold the case.
  func digest(of caseID: String) -> String? { digests[caseID] }

  /// Reads a run's folder, or takes the text for a run's identifier in the output folder; without
  /// one the newest run, where there is any.
  init?(_ run: String?, latestIn output: String) throws(RunFailure) {
    let isFile = { (path: String) in FileManager.default.fileExists(atPath: path) }
    let folders = run.map { [$0, output + "/" + $0] } ?? [output + "/latest"]
    guard let folder = folders.first(where: { isFile($0 + "/run.json") }) else {
      guard let run else { return nil }
      throw RunFailure.explanation(.noRun(run))
    }
    runID = try Pipeline.runID(folder)
    let roster = folder + "/roster.csv"
    digests = isFile(roster) ? Self.digests(in: try readBytes(roster)) : [:]
  }

  private static func digests(in roster: [UInt8]) -> [String: String] {
    var digests: [String: String] = [:]
    do throws(TabularError) {
      guard let sheet = try readTables(from: roster).sheets.first, sheet.rowCount > 0,
        let header = sheet[0].cells.first(where: { sheet.text(of: $0) == "worksheet_digest" })
      else { return [:] }
      for row in 1..<sheet.rowCount {
        let cells = sheet[row].cells
        guard let caseID = cells.first(where: { $0.column == 0 }),
          let digest = cells.first(where: { $0.column == header.column })
        else { continue }
        digests[sheet.text(of: caseID)] = sheet.text(of: digest)
      }
    } catch {
      // A roster that cannot be read has no digests to hold the worksheet against.
      return [:]
    }
    return digests
  }
}

extension ExplanationGap {
  /// The exit code of the contract, section 5: what was asked for is not there.
  var exitCode: Int32 { if case .pruned = self { 3 } else { 2 } }

  /// What is wrong and what to do.
  func words(in language: Language) -> String {
    switch self {
    case .unknownCase(let caseID, let near, let registry):
      language.text(
        "登记库 \(readablePath(registry)) 中没有个案 \(caseID)。",
        "The registry \(readablePath(registry)) has no case \(caseID). ")
        + nearest(near, in: language)
    case .notInRun(let caseID, let round, let run):
      language.text(
        "个案 \(caseID) 属于 \(round) 期，不在运行 \(run) 中。请用 --run 指明该期的运行，或不写 --run。",
        "Case \(caseID) is of round \(round) and not in run \(run). Name a run of that round with "
          + "--run, or leave --run out.")
    case .pruned(let caseID):
      language.text(
        "个案 \(caseID) 的申报内容已按保存期限清除，不能重新列出核算。已发布的卷宗（如尚在）仍可查看；登记库备份中如有，可先恢复。",
        "The filing of case \(caseID) was removed after its retention period, so its worksheet "
          + "cannot be made again. A dossier published earlier still shows it, or a backup of the "
          + "registry from before.")
    case .noRun(let path):
      language.text(
        "\(readablePath(path)) 不是运行结果目录（没有 run.json）。请给出运行目录或运行编号，例如 output/latest。",
        "\(readablePath(path)) is no run folder (it has no run.json). Give a run's folder or "
          + "identifier, such as output/latest.")
    }
  }

  private func nearest(_ near: [String], in language: Language) -> String {
    guard !near.isEmpty else {
      return language.text(
        "个案编号见 roster.csv 的 case_id 一列。", "Case identifiers stand in roster.csv, case_id.")
    }
    return language.text(
      "最接近的是：\(near.joined(separator: "、"))。",
      "The nearest are: \(near.joined(separator: ", ")).")
  }
}
