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
  var outputs = RunOutputs(folder: output)
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
    throw RunFailure.unwritable(path: name, reason: SystemReason(error.reason))
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

/// A file that lies in a run's folder, with the digest of its bytes.
private struct WrittenFile: Sendable {
  let name: String
  let digest: String
}

extension RunFolder {
  fileprivate func put(_ bytes: [UInt8], as name: String) throws(RunFailure) -> WrittenFile {
    try write(bytes, to: name)
    return WrittenFile(name: name, digest: hexDigest(of: bytes))
  }
}

/// The files of a run as they are written, with their digests for run.json.
private struct RunOutputs {
  let folder: RunFolder
  private(set) var digests: [String: String] = [:]

  init(folder: RunFolder) { self.folder = folder }

  mutating func write(_ bytes: [UInt8], to name: String) throws(RunFailure) {
    add([try folder.put(bytes, as: name)])
  }

  private mutating func add(_ files: [WrittenFile]) {
    for file in files { digests[file.name] = file.digest }
  }

  /// Renders and writes several pages at a time.
  mutating func writeDossiers(
    _ result: RoundResult, of definition: PipelineDefinition, progress: RunProgress.Listener?
  ) async throws(RunFailure) {
    let renderer = try rendering { try DossierRenderer(language: definition.language) }
    var done = 0
    for batch in result.cases.inBatches(of: 64) {
      let editions = try batch.map { (screened) throws(RunFailure) in
        try definition.edition(for: screened.application)
      }
      let cases = Array(zip(batch, editions))
      let folder = folder
      let pages = await mapConcurrently(cases, jobs: definition.jobs) { screened, inForce in
        // The lines of the worksheet were let go when the case was assessed.
        let household = explainedHousehold(
          of: screened.application, under: inForce.income, asOf: definition.asOf)
        let explanation = screened.explanation(
          under: definition.policy, edition: inForce, asOf: definition.asOf)
        let shown = screened.showing(household, explained: explanation)
        let suggestion = recommendation(for: screened, under: inForce.edition)
        let page = renderer.dossier(of: shown, suggesting: suggestion, in: result)
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
  mutating func writeReturns(
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

  mutating func writeUnitsPage(
    _ context: ReportContext, returns: [String: [String]], rows: [String: Int]
  ) throws(RunFailure) {
    let page = try rendering { try unitsPage(context, returns: returns, rows: rows) }
    try write(Array(page.utf8), to: "units.html")
  }

  mutating func writeRunPage(_ context: ReportContext) throws(RunFailure) {
    let files = digests.keys
      .filter { !$0.hasPrefix("dossiers/") || $0.hasSuffix("index.html") }
      .filter { !$0.hasPrefix("returns/") }
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
