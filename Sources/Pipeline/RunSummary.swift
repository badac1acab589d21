import Casework
import Foundation
public import Reporting

/// What a run came to: the figures of the closing summary, and what the exit code follows from.
public struct RunSummary: Sendable, Codable, Equatable {
  /// The run's identifier.
  public let runID: String
  /// The number of applications.
  public let applications: Int
  /// Cases by outcome.
  public let outcomes: [String: Int]
  /// Findings by severity.
  public let problems: [String: Int]
  /// Pairs by kind.
  public let duplicates: [String: Int]
  /// The units set aside, by name.
  public let quarantinedUnits: [String]
  /// The files outside the units' folders that were set aside whole or in part.
  public let quarantinedFiles: [String]
  /// Units of the roster that handed in nothing.
  public let silentUnits: Int
  /// The most frequent errors, with how often each occurs.
  public let frequentErrors: [String]
  /// Where the run was published.
  public var path = ""
  /// Whether the same run was published before and nothing was written now.
  public var isUnchanged = false
  /// The language to tell it in.
  public var language = Language.simplifiedChinese

  private enum CodingKeys: String, CodingKey {
    case runID = "run_id"
    case applications, outcomes, problems, duplicates
    case quarantinedUnits = "units_quarantined"
    case quarantinedFiles = "files_quarantined"
    case silentUnits = "units_silent"
    case frequentErrors = "frequent_errors"
    case language
  }

  /// Counts a finished round.
  init(of result: RoundResult) {
    runID = result.runID
    applications = result.cases.count
    outcomes = Self.counts(result.cases.map(\.outcome.rawValue))
    problems = Self.counts(result.findings.map(\.severity.rawValue))
    duplicates = Self.counts(result.duplicates.map(\.kind.rawValue))
    quarantinedUnits = result.units.filter { $0.status == .quarantined }.map(\.unit.name)
    quarantinedFiles = result.quarantinedFiles
    silentUnits = result.units.filter { $0.status == .silent }.count
    let errors = Self.counts(
      result.findings.filter { $0.severity == .error }.map(\.code.rawValue))
    frequentErrors = errors.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
      .map { "\($0.key) ×\($0.value)" }
  }

  /// Reads the summary of a published run.
  init(manifest path: String) throws(RunFailure) {
    let bytes = try readBytes(path)
    do {
      self = try JSONDecoder().decode(ManifestSummary.self, from: Data(bytes)).summary
    } catch {
      throw RunFailure.unusable(file: path, problem: .manifest)
    }
  }

  private static func counts(_ words: [String]) -> [String: Int] {
    Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The exit code of the contract: 1 where something was set aside, or, when strict, where any
  /// error or undetermined case is left.
  public func exitCode(isStrict: Bool) -> Int32 {
    if !quarantinedUnits.isEmpty || !quarantinedFiles.isEmpty { return 1 }
    let isClean = problems["error", default: 0] == 0 && outcomes["undetermined", default: 0] == 0
    return isStrict && !isClean ? 1 : 0
  }
}

private struct ManifestSummary: Decodable {
  let summary: RunSummary
}

extension RunSummary {
  /// The closing summary, at most a dozen lines.
  public func lines(in language: Language) -> [String] {
    language == .simplifiedChinese ? chinese : english
  }

  private var chinese: [String] {
    var lines = [isUnchanged ? "结果与已发布的一次完全相同，没有重写（\(runID)）。" : "完成：\(runID)"]
    lines.append("申报 \(applications) 件：" + list(outcomeWords(.simplifiedChinese)))
    lines.append("问题：" + list(problemWords(.simplifiedChinese)))
    if !frequentErrors.isEmpty { lines.append("最多的错误：" + frequentErrors.joined(separator: "，")) }
    if !duplicates.isEmpty { lines.append("疑似重复：" + list(duplicateWords(.simplifiedChinese))) }
    if !quarantinedUnits.isEmpty {
      lines.append("搁置 \(quarantinedUnits.count) 个单位：" + shortened(quarantinedUnits, "等"))
    }
    if !quarantinedFiles.isEmpty {
      lines.append("搁置 \(quarantinedFiles.count) 个文件：" + shortened(quarantinedFiles, "等"))
    }
    if silentUnits > 0 { lines.append("未报送：\(silentUnits) 个单位") }
    lines.append("结果目录：\(path)")
    lines.append("先看：\(path)/index.html；要改的问题：\(path)/problems.csv")
    return lines
  }

  private var english: [String] {
    let unchanged = "Unchanged: this run is published already (\(runID))."
    var lines = [isUnchanged ? unchanged : "Done: \(runID)"]
    lines.append("\(applications) applications: " + list(outcomeWords(.english)))
    lines.append("Problems: " + list(problemWords(.english)))
    if !frequentErrors.isEmpty {
      lines.append("Most frequent errors: " + frequentErrors.joined(separator: ", "))
    }
    if !duplicates.isEmpty {
      lines.append("Possible duplicates: " + list(duplicateWords(.english)))
    }
    if !quarantinedUnits.isEmpty {
      lines.append("\(quarantinedUnits.count) units set aside: " + shortened(quarantinedUnits, "…"))
    }
    if !quarantinedFiles.isEmpty {
      lines.append("\(quarantinedFiles.count) files set aside: " + shortened(quarantinedFiles, "…"))
    }
    if silentUnits > 0 { lines.append("Handed in nothing: \(silentUnits) units") }
    lines.append("Output: \(path)")
    lines.append("Start with \(path)/index.html; what to correct: \(path)/problems.csv")
    return lines
  }

  private func outcomeWords(_ language: Language) -> [String] {
    CaseOutcome.allCases.map { "\(title(of: $0, in: language)) \(outcomes[$0.rawValue] ?? 0)" }
  }

  private func problemWords(_ language: Language) -> [String] {
    Severity.allCases.map { "\(title(of: $0, in: language)) \(problems[$0.rawValue] ?? 0)" }
  }

  private func duplicateWords(_ language: Language) -> [String] {
    DuplicateKind.allCases.compactMap { kind in
      duplicates[kind.rawValue].map { "\(title(of: kind, in: language)) \($0)" }
    }
  }

  private func list(_ words: [String]) -> String { words.joined(separator: "，") }

  private func shortened(_ names: [String], _ more: String) -> String {
    names.prefix(5).joined(separator: "、") + (names.count > 5 ? more : "")
  }
}
