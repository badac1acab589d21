import Casework
import Foundation
import Registry
import Reporting
import Screening

/// What a simulation came to, for the lines on the terminal.
public struct SimulationSummary: Sendable {
  let report: SimulationReport
  /// Where it was published.
  public let path: String
  /// Whether the same simulation was published before and nothing was written now.
  public let isUnchanged: Bool

  /// A few lines for people: a line per variant.
  public var lines: [String] {
    let language = report.language
    let place =
      isUnchanged
      ? language.text("结果与已发布的一次完全相同：\(path)", "Unchanged, published already: \(path)")
      : language.text("结果目录：\(path)", "Output: \(path)")
    return simulationLines(report) + [place]
  }
}

/// Screens cases under the policy as it is, under a reform, and with one thing of the policy moved.
///
/// A set stage that only reads: the registry's open cases, or the applications of the folder that
/// the request names. It is published beside the runs and recorded nowhere.
///
/// - Parameters:
///   - request: The pipeline file and the flags of the command; a named input folder is screened in
///     place of the registry's cases.
///   - reform: The policy file of the reform.
///   - progress: Whoever wants to know how far it has come.
/// - Returns: What it came to.
/// - Throws: `RunFailure`; nothing is published then.
public func simulate(
  _ request: RunRequest, reform: String, progress: RunProgress.Listener? = nil
) async throws(RunFailure) -> SimulationSummary {
  let definition = try PipelineDefinition(request)
  try definition.confirmLine()
  let policies = try SimulationPolicies(definition, reform: reform)
  let source =
    request.input == nil
    ? try SimulationSource(registryOf: definition, waitSeconds: request.waitSeconds)
    : try SimulationSource(folderOf: definition)
  let identity = RunIdentity(simulating: definition, under: policies, of: source)
  let result = try await source.simulated(under: policies, of: definition, progress: progress)
  let report = SimulationReport(
    runID: identity.runID, asOf: definition.asOf, policyTitle: definition.policy.title,
    reformName: (reform as NSString).lastPathComponent, result: result.sorted,
    hasMeasures: try definition.editionOfRound.edition.measures != nil,
    language: definition.language)
  let output = try RunFolder(identity, in: definition.output, of: nil)
  let wasPublished = output.isPublished
  if !wasPublished {
    do throws(RunFailure) {
      try write(report, of: definition, under: policies, identity: identity, to: output)
      try output.seal()
      try output.publishAside()
    } catch {
      output.discard()
      throw error
    }
  }
  return SimulationSummary(report: report, path: output.path, isUnchanged: wasPublished)
}

/// Where the cases of a simulation come from.
enum SimulationSource {
  /// The open cases of a registry.
  case registry(RegistryFile, RegistryKnowledge)
  /// A folder of submissions.
  case folder(InputFolder)

  init(registryOf definition: PipelineDefinition, waitSeconds: Int) throws(RunFailure) {
    let registry = try existingRegistry(definition, waitSeconds: waitSeconds)
    self = .registry(
      registry, try registered { () throws(RegistryError) in try registry.knowledge() })
  }

  init(folderOf definition: PipelineDefinition) throws(RunFailure) {
    self = .folder(try InputFolder(definition.input))
  }

  func simulated(
    under policies: SimulationPolicies, of definition: PipelineDefinition,
    progress: RunProgress.Listener?
  ) async throws(RunFailure) -> SimulationResult {
    switch self {
    case .registry(let registry, let knowledge):
      try await Pipeline.simulated(
        registry, knowing: knowledge, under: policies, of: definition, progress: progress)
    case .folder(let folder):
      try await Pipeline.simulated(
        folder, under: policies, of: definition, progress: progress)
    }
  }

  /// What tells one source from another.
  fileprivate var digestParts: [String] {
    switch self {
    case .registry(_, let knowledge): ["registry \(knowledge.digest)"]
    case .folder(let folder): folder.files.map { "input \($0.path) \($0.digest)" }
    }
  }
}

extension RunIdentity {
  /// A simulation: its cases, both policies and the variants.
  fileprivate init(
    simulating definition: PipelineDefinition, under policies: SimulationPolicies,
    of source: SimulationSource
  ) {
    let parts =
      [
        "contract 1", "tool \(toolVersion)", "simulation", "as of \(definition.asOf)",
        "language \(definition.language.rawValue)", "reform \(policies.reform.digest)",
      ] + policies.variants.map { "variant \($0.id)" } + source.digestParts
      + definition.files.map { "definition \($0.name) \($0.digest)" }
    self.init(parts, named: "simulation-\(definition.asOf)")
  }
}

/// Writes what a simulation found into its staging folder.
private func write(
  _ report: SimulationReport, of definition: PipelineDefinition,
  under policies: SimulationPolicies, identity: RunIdentity, to output: RunFolder
) throws(RunFailure) {
  var files = OutputFiles(in: output)
  try files.write(variantsCSV(report), to: "variants.csv")
  try files.write(groupsCSV(report), to: "groups.csv")
  try files.write(movesCSV(report), to: "moves.csv")
  try files.writePage("index.html") { try simulationPage(report) }
  let manifest = SimulationManifest(
    identity, definition, reform: policies.reform, report: report, outputs: files.digests)
  try output.write(try manifestJSON(manifest), to: RunFolder.simulationManifest)
}

/// What simulation.json records.
private struct SimulationManifest: Encodable {
  let contractVersion = 1
  let toolVersion = Pipeline.toolVersion
  let runID: String
  let digest: String
  let pipeline: String
  let asOf: String
  let writtenAt = Date().formatted(.iso8601)
  let definition: [String: String]
  let reform: [String: String]
  let outputs: [String: String]
  let cases: Int
  let variants: [Variant]

  /// The tally of one variant; amounts in yuan.
  struct Variant: Encodable {
    let name: String
    let outcomes: [String: Int]
    let moves: [String: Int]
    let shortfallYuanYear: [String]
    let suggestedYuan: String
    let suggestedCases: Int
    let openCases: Int
    let serviceCases: Int

    private enum CodingKeys: String, CodingKey {
      case name, outcomes, moves
      case shortfallYuanYear = "shortfall_yuan_year"
      case suggestedYuan = "suggested_yuan"
      case suggestedCases = "suggested_cases"
      case openCases = "suggested_open_cases"
      case serviceCases = "service_cases"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case contractVersion = "contract_version"
    case toolVersion = "tool_version"
    case runID = "run_id"
    case asOf = "as_of"
    case writtenAt = "written_at"
    case digest, pipeline, definition, reform, outputs, cases, variants
  }

  init(
    _ identity: RunIdentity, _ pipeline: PipelineDefinition, reform: PolicyFile,
    report: SimulationReport, outputs: [String: String]
  ) {
    runID = identity.runID
    digest = identity.digest
    self.pipeline = pipeline.name
    asOf = pipeline.asOf.description
    definition = Dictionary(pipeline.files.map { ($0.name, $0.digest) }) { first, _ in first }
    self.reform = Dictionary(reform.sources.definitionFiles.map { ($0.name, $0.digest) }) {
      first, _ in first
    }
    self.outputs = outputs
    cases = report.result.caseCount
    variants = zip(report.result.variants, report.result.tallies).map(Variant.init)
  }
}

extension SimulationManifest.Variant {
  fileprivate init(_ variant: SimulationVariant, _ tally: SimulationTally) {
    func named<Key: RawRepresentable<String>>(_ counts: [Key: Int]) -> [String: Int] {
      Dictionary(counts.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
    }
    self.init(
      name: variant.id, outcomes: named(tally.outcomes), moves: named(tally.moves),
      shortfallYuanYear: [tally.shortfall.low.description, tally.shortfall.high.description],
      suggestedYuan: tally.suggested.description, suggestedCases: tally.suggestedCases,
      openCases: tally.openCases, serviceCases: tally.serviceCases)
  }
}
