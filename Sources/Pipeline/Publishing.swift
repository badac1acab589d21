import Casework
import Reporting
import Statistics
import Tabular

/// Writes every output of a finished round and publishes the run folder.
func publish(
  _ result: RoundResult, of definition: PipelineDefinition, folder: InputFolder,
  to output: RunFolder
) throws(RunFailure) -> RunSummary {
  var outputs = RunOutputs(folder: output)
  try outputs.writeTables(ReportContext(result, language: definition.language))
  try outputs.writeStatistics(result)
  if definition.writesDossiers {
    try outputs.writeDossiers(result, language: definition.language)
  }
  try outputs.writeRunPage(ReportContext(result, language: definition.language))
  var summary = RunSummary(of: result)
  summary.path = output.path
  summary.language = definition.language
  let manifest = RunManifest(
    result, summary: summary, definition: definition, folder: folder, outputs: outputs.digests)
  try output.write(manifest.json, to: "run.json")
  try output.publish()
  return summary
}

/// The files of a run as they are written, with their digests for run.json.
private struct RunOutputs {
  let folder: RunFolder
  private(set) var digests: [String: String] = [:]

  init(folder: RunFolder) { self.folder = folder }

  private mutating func write(_ bytes: [UInt8], to name: String) throws(RunFailure) {
    try folder.write(bytes, to: name)
    digests[name] = hexDigest(of: bytes)
  }

  mutating func writeTables(_ context: ReportContext) throws(RunFailure) {
    try write(rosterCSV(context), to: "roster.csv")
    try write(problemsCSV(context), to: "problems.csv")
    try write(pairsCSV(context), to: "duplicates/pairs.csv")
    try write(clustersCSV(context), to: "duplicates/clusters.csv")
  }

  mutating func writeStatistics(_ result: RoundResult) throws(RunFailure) {
    let tables = statisticsTables(for: result)
    for table in tables {
      var writer = CSVWriter()
      writer.appendRow(table.columns.map(\.name))
      for row in table.rows { writer.appendRow(row.map(\.text)) }
      try write(writer.bytes, to: "statistics/\(table.name).csv")
    }
    try write(
      Array(dataPackage(for: tables, round: result.round, asOf: result.asOf).utf8),
      to: "statistics/datapackage.json")
  }

  mutating func writeDossiers(
    _ result: RoundResult, language: Language
  ) throws(RunFailure) {
    let renderer = try rendering { try DossierRenderer(language: language) }
    for screened in result.cases {
      try write(
        Array(renderer.dossier(of: screened, in: result).utf8),
        to: "dossiers/\(screened.caseID).html")
    }
    try write(Array(renderer.index(of: result).utf8), to: "dossiers/index.html")
  }

  mutating func writeRunPage(_ context: ReportContext) throws(RunFailure) {
    let files = digests.keys.filter { !$0.hasPrefix("dossiers/") || $0.hasSuffix("index.html") }
      .sorted()
    let page = try rendering { try runPage(context, files: files) }
    try write(Array(page.utf8), to: "index.html")
  }

  /// A template that does not compile is a fault of the program.
  private func rendering<Value>(_ render: () throws -> Value) throws(RunFailure) -> Value {
    do {
      return try render()
    } catch {
      throw RunFailure.unusable(file: "template", problem: .template("\(error)"))
    }
  }
}
