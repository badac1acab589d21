import Casework
import Intake
import Reporting
import Tabular

/// Makes the return sheet of one unit; a unit stage that reads the unit's files again, since the text
/// of cells was let go when they were parsed.
struct ReturnMaker: Sendable {
  let result: RoundResult
  let tables: SubmittedTables
  let found: UnitFindings
  let folder: InputFolder
  let library: FormLibrary
  /// The sheets of files that hold rows of several units, read once for all of them.
  let shared: [Int: [Sheet]]
  /// The places of the round's files by their paths.
  let places: [String: Int]
  /// The reader's language.
  let language: Language

  /// The return sheet of a unit with something to correct.
  func sheet(for report: UnitReport) -> ReturnSheet {
    let findings = found.byUnit[report.unit.code] ?? []
    var rest: [Finding] = []
    var tables: [ReturnTable] = []
    for (file, own) in Dictionary(grouping: findings, by: { Int($0.location?.file ?? 0) })
      .sorted(by: { $0.key < $1.key })
    {
      let made = returned(own, file: file, unit: report.unit)
      tables += made.tables
      rest += made.rest
    }
    return ReturnSheet(
      unit: report.unit, result: result, files: files(of: report, findings), problems: rest,
      tables: tables)
  }

  /// The tables of one file, and what was found in it beside its rows.
  private func returned(
    _ findings: [Finding], file: Int, unit: SubmittingUnit
  ) -> (tables: [ReturnTable], rest: [Finding]) {
    let own = Array(tables.tables(ofFile: UInt32(file)))
    let inRows = findings.filter { isInRow($0) }
    let missing = findings.filter { $0.code == .headerMissingColumn }
    let rest = findings.filter { !isInRow($0) }
    guard !inRows.isEmpty || !missing.isEmpty, file < folder.files.count,
      let sheets = shared[file] ?? sheets(ofFile: file)
    else { return ([], findings) }
    let context = ReturnedRows.Context(
      unitCode: unit.code, digest: folder.files[file].digest, found: found, tables: tables,
      language: language)
    let made = own.enumerated().compactMap { place, table -> ReturnTable? in
      guard let sheet = sheets.first(where: { $0.position == Int(table.location.sheet) }) else {
        return nil
      }
      let rows = inRows.filter {
        tables.table(of: $0.location ?? table.location)?.location == table.location
      }
      return ReturnedRows(
        sheet: sheet, table: table, form: library.form(table.form),
        findings: Dictionary(grouping: rows) { Int($0.location?.row ?? 0) },
        missing: missing.filter { $0.location?.at(column: 0) == table.location.at(column: 0) },
        context: context
      ).table(stating: linesAbove(place, own))
    }
    return (made, rest)
  }

  /// The lines above the first table of a sheet hold for the tables below it.
  private func linesAbove(_ place: Int, _ own: [SubmittedTable]) -> [Int] {
    guard let first = own.first(where: { $0.location.sheet == own[place].location.sheet }),
      first.location != own[place].location, let frame = first.frame
    else { return [] }
    return frame.statementRows.filter { $0 < frame.headerRows.lowerBound }
  }

  /// Whether a finding stands in a row of data, not in a header, a total or the file as a whole.
  private func isInRow(_ finding: Finding) -> Bool {
    guard let place = finding.location, let table = tables.table(of: place) else { return false }
    guard let frame = table.frame else { return table.formFrame != nil }
    return Int(place.row) > frame.headerRows.upperBound && finding.code != .totalWrong
  }

  private func sheets(ofFile file: Int) -> [Sheet]? {
    do throws(TabularError) {
      return try readTables(at: folder.root + "/" + folder.files[file].path).sheets
    } catch {
      // It was readable when the round was read; what was found in it is listed without its rows.
      return nil
    }
  }

  private func files(of report: UnitReport, _ findings: [Finding]) -> [ReturnedFile] {
    report.files.compactMap { path in
      guard let place = places[path], place < folder.files.count else { return nil }
      let own = findings.filter { $0.location.map { Int($0.file) } == place && isInRow($0) }
      let errors = Set(own.filter { $0.severity == .error }.compactMap { $0.location?.rowKey })
      let all = Set(own.compactMap { $0.location?.rowKey })
      let tables = tables.tables(ofFile: UInt32(place))
      let rejected = own.count { $0.code == .rowRejected }
      let rows = tables.map { $0.rowsByUnit[report.unit.code]?.count ?? 0 }.reduce(rejected, +)
      return ReturnedFile(
        path: path, digest: folder.files[place].digest, rowCount: rows,
        errorCount: errors.count, warningCount: all.subtracting(errors).count)
    }
  }
}

extension SourceLocation {
  fileprivate var rowKey: SourceLocation { at(column: 0) }
}
