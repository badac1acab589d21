import Casework
import Foundation

/// What run.json records: everything the run was made from and everything it made.
struct RunManifest: Encodable {
  let contractVersion = 1
  let toolVersion = Pipeline.toolVersion
  let runID: String
  let digest: String
  let pipeline: String
  let round: String
  let asOf: String
  let startedAt: String
  let inputs: [String: String]
  let definition: [String: String]
  let outputs: [String: String]
  let units: [Unit]
  let rows: [String: Int]
  let rowsRead: Int
  let stages: [String: Int]
  let summary: RunSummary
  /// The mapping files by path, with their digests.
  let mappings: [String: String]
  /// What each sheet's headers were taken for.
  let headers: [HeaderRecord]

  struct Unit: Encodable {
    let code: String
    let name: String
    let status: String
    let files: [String]
    let applications: Int
    let errors: Int
    let warnings: Int
    let rows: Int
    let returns: [String]
  }

  private enum CodingKeys: String, CodingKey {
    case contractVersion = "contract_version"
    case toolVersion = "tool_version"
    case runID = "run_id"
    case asOf = "as_of"
    case startedAt = "written_at"
    case rowsRead = "rows_read"
    case digest, pipeline, round, inputs, definition, outputs, units, rows, stages, summary
    case mappings, headers
  }

  init(
    _ result: RoundResult, summary: RunSummary, definition: PipelineDefinition,
    folder: InputFolder, outputs: [String: String], returns: [String: [String]],
    rows unitRows: [String: Int]
  ) {
    runID = result.runID
    digest = String(result.runID.suffix(8))
    pipeline = definition.name
    round = result.round
    asOf = result.asOf.description
    startedAt = Date().formatted(.iso8601)
    inputs = Dictionary(folder.files.map { ($0.path, $0.digest) }) { first, _ in first }
    self.definition = Dictionary(definition.files.map { ($0.name, $0.digest) }) { first, _ in
      first
    }
    self.outputs = outputs
    mappings = Dictionary(folder.mappings.map { ($0.path, $0.digest) }) { first, _ in first }
    headers = HeaderRecord.records(of: result.sheets, in: result.catalog)
    let findings = Dictionary(grouping: result.findings, by: \.unitCode)
    units = result.units.map { report in
      let own = report.unit.code.isEmpty ? [] : findings[report.unit.code] ?? []
      return Unit(
        code: report.unit.code, name: report.unit.name, status: report.status.rawValue,
        files: report.files, applications: report.applicationCount,
        errors: own.count { $0.severity == .error },
        warnings: own.count { $0.severity == .warning },
        rows: unitRows[report.unit.code] ?? 0, returns: returns[report.unit.code] ?? [])
    }
    let classes = RowClass.allCases.map { ($0.rawValue, result.balance.rows[$0] ?? 0) }
    rows = Dictionary(classes) { first, _ in first }
    rowsRead = result.balance.rowsRead
    stages = [
      "files": folder.files.count, "applications": result.cases.count,
      "duplicate_pairs": result.duplicates.count, "findings": result.findings.count,
    ]
    self.summary = summary
  }

  /// The manifest as JSON with sorted keys.
  var json: [UInt8] { get throws(RunFailure) { try manifestJSON(self) } }
}

/// A manifest as JSON with sorted keys, one per line.
func manifestJSON(_ manifest: some Encodable) throws(RunFailure) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  do {
    return Array(try encoder.encode(manifest)) + [UInt8(ascii: "\n")]
  } catch {
    throw RunFailure.unusable(file: "run.json", problem: .template("\(error)"))
  }
}
