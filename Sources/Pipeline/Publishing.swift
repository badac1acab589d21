import Casework
import Income
import Reporting
import Screening
import Statistics
import Tabular

/// Writes every output of a finished round into the run's staging folder.
func write(
  _ round: ScreenedRound, of definition: PipelineDefinition, folder: InputFolder,
  to output: RunFolder, progress: RunProgress.Listener? = nil
) async throws(RunFailure) -> RunSummary {
  let result = round.result
  var outputs = OutputFiles(in: output)
  let context = ReportContext(result, language: definition.language)
  async let tables = tableFiles(context)
  async let statistics = statisticsFiles(result)
  async let workbook = Result { () throws(TabularError) in try rosterWorkbook(context) }
  for file in await tables + statistics { try outputs.write(file.bytes, to: file.name) }
  if definition.writesDossiers {
    try await outputs.writeDossiers(result, of: definition, progress: progress)
  }
  let returns = ReturnFiles(
    of: result, in: round.tables, folder: folder, library: definition.library)
  let returned = try await outputs.writeReturns(returns, of: definition)
  // One job makes it while the others make the units' files.
  try outputs.write(try bytes(of: await workbook, named: "roster.xlsx"), to: "roster.xlsx")
  try outputs.writeUnitsPage(context, returns: returned, rows: round.tables.rowCounts)
  try outputs.writeRunPage(ReportContext(result, language: definition.language))
  var summary = RunSummary(of: result)
  summary.path = output.path
  summary.language = definition.language
  let manifest = RunManifest(
    result, summary: summary, definition: definition, folder: folder, outputs: outputs.digests,
    returns: returned, rows: round.tables.rowCounts)
  try output.write(manifest.json, to: "run.json")
  return summary
}

/// The tables of contract §4, each with its name.
private func tableFiles(_ context: ReportContext) -> [ReportFile] {
  [
    ReportFile("roster.csv", rosterCSV(context)),
    ReportFile("problems.csv", problemsCSV(context)),
    ReportFile("duplicates/pairs.csv", pairsCSV(context)),
    ReportFile("duplicates/clusters.csv", clustersCSV(context)),
  ]
    + (context.result.allocation.map {
      [ReportFile("allocation.csv", allocationCSV($0, context))]
    } ?? [])
}

/// A workbook's bytes; a file that could not be made counts as an output that is not writable.
private func bytes(
  of workbook: Result<[UInt8], TabularError>, named name: String
) throws(RunFailure) -> [UInt8] {
  do throws(TabularError) {
    return try workbook.get()
  } catch {
    throw RunFailure.unwritable(path: name, reason: SystemReason(text: error.detail))
  }
}

/// The tables for statisticians with the description of their columns.
private func statisticsFiles(_ result: RoundResult) -> [ReportFile] {
  let tables = statisticsTables(for: result)
  let files = tables.map { table in
    var writer = CSVWriter()
    writer.appendRow(table.columns.map(\.name))
    for row in table.rows { writer.appendRow(row.map(\.text)) }
    return ReportFile("statistics/\(table.name).csv", writer.bytes)
  }
  let package = dataPackage(for: tables, round: result.round, asOf: result.asOf)
  return files + [ReportFile("statistics/datapackage.json", text: package)]
}

extension OutputFiles {
  /// Renders and writes several pages at a time.
  fileprivate mutating func writeDossiers(
    _ result: RoundResult, of definition: PipelineDefinition, progress: RunProgress.Listener?
  ) async throws(RunFailure) {
    let renderer = try rendered { try DossierRenderer(language: definition.language) }
    var wordings: [ObjectIdentifier: PolicyWording] = [:]
    var done = 0
    for batch in result.cases.inBatches(of: 64) {
      let editions = try batch.map { (screened) throws(RunFailure) in
        try definition.edition(for: screened.application)
      }
      for inForce in editions where wordings[ObjectIdentifier(inForce)] == nil {
        wordings[ObjectIdentifier(inForce)] = PolicyWording(
          inForce.edition.values, in: definition.language)
      }
      let (cases, words) = (Array(zip(batch, editions)), wordings)
      let folder = folder
      let pages = await mapConcurrently(cases, jobs: definition.jobs) { screened, inForce in
        // The lines of the worksheet were let go when the case was assessed.
        let household = explainedHousehold(
          of: screened.application, under: inForce.income, asOf: definition.asOf)
        let shown = screened.shown(
          with: household, under: definition.policy, edition: inForce, asOf: definition.asOf)
        let suggestion = recommendation(for: screened, under: inForce.edition)
        let page = renderer.dossier(
          of: shown, suggesting: suggestion, in: result,
          wording: words[ObjectIdentifier(inForce)])
        return Result<WrittenFile, RunFailure> { () throws(RunFailure) in
          try folder.put(Array(page.utf8), as: "dossiers/\(screened.caseID).html")
        }
      }
      for page in pages { add([try page.get()]) }
      done += batch.count
      progress?(RunProgress(stage: .writing, done: done, total: result.cases.count, rows: 0))
    }
    try write(Array(renderer.index(of: result).utf8), to: "dossiers/index.html")
  }

  /// Makes and writes the units' return sheets, several units at a time; the names of each unit's
  /// files.
  fileprivate mutating func writeReturns(
    _ returns: ReturnFiles, of definition: PipelineDefinition
  ) async throws(RunFailure) -> [String: [String]] {
    let (folder, language) = (folder, definition.language)
    let made = await mapConcurrently(returns.units, jobs: definition.jobs) { unit in
      Result<[WrittenFile], RunFailure> { () throws(RunFailure) in
        var written: [WrittenFile] = []
        for file in try returns.files(of: unit, in: language) {
          written.append(try folder.put(file.bytes, as: file.name))
        }
        return written
      }
    }
    var names: [String: [String]] = [:]
    for (unit, result) in zip(returns.units, made) {
      let files = try result.get()
      add(files)
      names[unit.report.unit.code] = files.map(\.name)
    }
    return names
  }

  fileprivate mutating func writeUnitsPage(
    _ context: ReportContext, returns: [String: [String]], rows: [String: Int]
  ) throws(RunFailure) {
    try writePage("units.html") { try unitsPage(context, returns: returns, rows: rows) }
  }

  fileprivate mutating func writeRunPage(_ context: ReportContext) throws(RunFailure) {
    let files = digests.keys
      .filter { !$0.hasPrefix("dossiers/") || $0.hasSuffix("index.html") }
      .filter { !$0.hasPrefix("returns/") }
      .sorted()
    try writePage("index.html") { try runPage(context, files: files) }
  }
}
