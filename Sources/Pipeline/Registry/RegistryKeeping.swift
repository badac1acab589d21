import Casework
import Foundation
import Intake
public import Registry
public import Reporting
import Screening
import Tabular

/// Opens a registry that must be there.
func existingRegistry(
  _ definition: PipelineDefinition, waitSeconds: Int
) throws(RunFailure) -> RegistryFile {
  guard RegistryFile.exists(at: definition.registry) else {
    throw RunFailure.registry(
      RegistryError(
        .unreadable, path: definition.registry, detail: String(cString: strerror(ENOENT))))
  }
  return try openRegistry(definition.registry, waitSeconds: waitSeconds)
}

/// What the registry of a pipeline holds.
public func registryStatus(_ request: RunRequest) throws(RunFailure) -> RegistryStatus {
  let definition = try PipelineDefinition(request)
  let registry = try existingRegistry(definition, waitSeconds: request.waitSeconds)
  return try registered { () throws(RegistryError) in try registry.status() }
}

/// Checks the registry of a pipeline: file, contents, histories, books, and results found again.
public func verifyRegistry(_ request: RunRequest) throws(RunFailure) -> RegistryVerification {
  let definition = try PipelineDefinition(request)
  let registry = try existingRegistry(definition, waitSeconds: request.waitSeconds)
  var policies = StoredPolicies(definition)
  return try registered { () throws(RegistryError) in
    try registry.verify { context, text, asOf in
      let policy = try policies.policy(text)
      return enrolledCase(try screened(context, under: policy, asOf: asOf))
    }
  }
}

/// The policies that the registry keeps, read once each.
struct StoredPolicies {
  private let definition: PipelineDefinition
  private var known: [String: PolicyFile] = [:]

  init(_ definition: PipelineDefinition) { self.definition = definition }

  mutating func policy(_ text: String) throws(RunFailure) -> PolicyFile {
    if let policy = known[text] { return policy }
    let policy = try PolicyFile(
      PolicySources(stored: text, path: definition.policyPath), forms: definition.library.forms)
    known[text] = policy
    return policy
  }
}

/// Copies a pipeline's registry and its case-id key into a folder.
///
/// - Returns: The paths that were written.
public func backUpRegistry(
  _ request: RunRequest, to folder: String
) throws(RunFailure) -> [String] {
  let definition = try PipelineDefinition(request)
  let registry = try existingRegistry(definition, waitSeconds: request.waitSeconds)
  try makeFolder(folder)
  let copy = folder + "/" + (definition.registry as NSString).lastPathComponent
  // A copy over the registry itself would be none.
  guard !isSameFile(copy, definition.registry) else {
    throw RunFailure.unwritable(path: copy, reason: SystemReason(code: EEXIST))
  }
  try registered { () throws(RegistryError) in try registry.backUp(to: copy) }
  guard FileManager.default.fileExists(atPath: definition.caseKey) else { return [copy] }
  let key = folder + "/" + CaseIdentifiers.keyFileName
  try replaceFile(try readBytes(definition.caseKey), at: key)
  return [copy, key]
}

/// Puts a backup in the place of a pipeline's registry.
///
/// - Returns: Where the registry that stood there is kept; nil where there was none.
public func restoreRegistry(
  _ request: RunRequest, from backup: String
) throws(RunFailure) -> String? {
  let definition = try PipelineDefinition(request)
  try makeFolder(folder(of: definition.registry))
  // The key first: a registry without its key would give cases of its rounds new identifiers.
  let key = folder(of: backup) + "/" + CaseIdentifiers.keyFileName
  if FileManager.default.fileExists(atPath: key),
    !FileManager.default.fileExists(atPath: definition.caseKey)
  {
    try replaceFile(try readBytes(key), at: definition.caseKey)
  }
  return try registered { () throws(RegistryError) in
    try RegistryFile.restore(
      backup, to: definition.registry, waitSeconds: request.waitSeconds)
  }
}

/// Writes the registry's tables as CSV, without names, numbers of persons and free words.
///
/// - Returns: The paths that were written.
public func exportRegistry(
  _ request: RunRequest, to folder: String
) throws(RunFailure) -> [String] {
  let definition = try PipelineDefinition(request)
  let registry = try existingRegistry(definition, waitSeconds: request.waitSeconds)
  let tables = try registered { () throws(RegistryError) in try registry.exportedTables() }
  try makeFolder(folder)
  var paths: [String] = []
  for table in tables {
    var writer = CSVWriter()
    writer.appendRow(table.columns)
    for row in table.rows { writer.appendRow(row) }
    let path = "\(folder)/\(table.name).csv"
    try replaceFile(writer.bytes, at: path)
    paths.append(path)
  }
  return paths
}

extension RegistryVerification {
  /// The exit code of the contract: 5 where something is wrong.
  public var exitCode: Int32 { faults.isEmpty ? 0 : 5 }

  /// What was looked at, then every fault.
  public func lines(in language: Language) -> [String] {
    let counted = language.text(
      "已核对：个案 \(cases) 件，登记 \(facts) 行，账目 \(entries) 笔；发现问题 \(faults.count) 处。",
      "Checked: \(cases) cases, \(facts) recorded rows, \(entries) book entries; "
        + "\(faults.count) faults.")
    let removed = language.text(
      "其中 \(pruned) 件的申报内容已按期清除，不能重新核算。",
      "\(pruned) of them are pruned and cannot be screened again.")
    return [counted] + (pruned > 0 ? [removed] : [])
      + faults.map { "\($0.kind.rawValue) \($0.place) \($0.detail)" }
  }
}

extension RegistryStatus {
  /// A few lines for people.
  public func lines(in language: Language) -> [String] {
    let rounds = rounds.map { language.text("\($0.0) 期 \($0.1) 件", "round \($0.0): \($0.1)") }
    let states = CaseState.allCases.compactMap { state in
      self.states.first { $0.0 == state.rawValue }.map {
        "\(title(of: state, in: language)) \($0.1)"
      }
    }
    let facts = facts.map { form, count in
      (FormKind(rawValue: form).map { title(of: $0, in: language) } ?? form) + " \(count)"
    }
    let raised = Money(fen: raisedFen)
    let paid = Money(fen: paidFen)
    return [
      language.text("个案：", "Cases: ") + rounds.joined(separator: "，"),
      language.text("状态：", "States: ") + states.joined(separator: "，"),
      language.text("登记：", "Recorded: ") + facts.joined(separator: "，"),
      language.text(
        "资金：收入 \(raised) 元，支出 \(paid) 元，结存 \(raised - paid) 元，已批未付 \(Money(fen: openFen)) 元",
        "Fund: received \(raised), paid \(paid), balance \(raised - paid), approved and not paid "
          + "\(Money(fen: openFen)) yuan"),
      language.text("最近一次运行：", "Newest run: ") + (newestRun ?? "–"),
    ]
  }
}
