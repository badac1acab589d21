import Casework
import Foundation
import Registry

/// Publishes the annual report of a year from the registry: report, workbook, tables and notices.
///
/// - Returns: The path of the published run; the same report twice is published once.
/// - Throws: `RunFailure`; where what was recorded and the books differ by a fen nothing is
///   published.
public func publishAnnualReport(_ request: RunRequest) throws(RunFailure) -> String {
  let definition = try PipelineDefinition(request)
  let registry = try existingRegistry(definition, waitSeconds: request.waitSeconds)
  let knowledge = try registered { () throws(RegistryError) in try registry.knowledge() }
  let identity = RunIdentity(annualReport: definition, knowing: knowledge)
  let output = try RunFolder(identity, in: definition.output, of: registry)
  if output.isPublished {
    try output.pointLatest()
    return output.path
  }
  let ledger = try registered { () throws(RegistryError) in try registry.programmeLedger() }
  do throws(RunFailure) {
    let files =
      try annualReportFiles(
        of: ledger, year: definition.year, asOf: definition.asOf, language: definition.language)
      + proposalNoticeFiles(of: ledger, asOf: definition.asOf, language: definition.language)
    for file in files { try output.write(file.bytes, to: file.name) }
    let manifest = AnnualReportManifest(identity, definition, files)
    try output.write(try manifestJSON(manifest), to: "run.json")
    try output.seal()
    try output.publish()
    return output.path
  } catch {
    output.discard()
    throw error
  }
}

/// What run.json records of an annual report.
private struct AnnualReportManifest: Encodable {
  let contractVersion = 1
  let toolVersion = Pipeline.toolVersion
  let runID: String
  let digest: String
  let pipeline: String
  let year: Int
  let asOf: String
  let writtenAt = Date().formatted(.iso8601)
  let definition: [String: String]
  let outputs: [String: String]

  private enum CodingKeys: String, CodingKey {
    case contractVersion = "contract_version"
    case toolVersion = "tool_version"
    case runID = "run_id"
    case asOf = "as_of"
    case writtenAt = "written_at"
    case digest, pipeline, year, definition, outputs
  }

  init(_ identity: RunIdentity, _ pipeline: PipelineDefinition, _ files: [ReportFile]) {
    runID = identity.runID
    digest = identity.digest
    self.pipeline = pipeline.name
    year = pipeline.year
    asOf = pipeline.asOf.description
    definition = Dictionary(pipeline.files.map { ($0.name, $0.digest) }) { first, _ in first }
    outputs = Dictionary(files.map { ($0.name, hexDigest(of: $0.bytes)) }) { first, _ in first }
  }
}
