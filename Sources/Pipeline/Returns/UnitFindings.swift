import Casework
import Intake
import Reporting

/// What the units can correct, unit by unit, and what is left to the round's office.
struct UnitFindings {
  /// The findings of each unit, by its code, in order of place; those of no unit under `office`.
  let byUnit: [String: [Finding]]
  /// The cases that the rows with findings belong to, by the row at its first column.
  let caseIDs: [SourceLocation: String]
  /// The rows whose key was filled in from rows above, at the first column.
  let filledRows: Set<SourceLocation>

  /// The code of nobody: what stands under it goes back to the office that holds the round.
  static let office = ""

  init(of result: RoundResult, in tables: SubmittedTables) {
    var byUnit: [String: [Finding]] = [:]
    var filled: Set<SourceLocation> = []
    for finding in result.findings {
      guard let place = finding.location else { continue }
      if finding.code == .keyFilledDown { filled.insert(place.at(column: 0)) }
      guard finding.code.isForUnit else { continue }
      for unit in tables.units(toTell: finding, at: place) {
        byUnit[unit, default: []].append(finding)
      }
    }
    // A row without a unit is told of once for its sheet, and given back by itself.
    for row in tables.unplaced where row.finding.location != row.toldAt {
      byUnit[row.finding.unitCode, default: []].append(row.finding)
    }
    self.byUnit = byUnit
    filledRows = filled
    let rows = Set(byUnit.values.joined().compactMap { $0.location?.at(column: 0) })
    var caseIDs: [SourceLocation: String] = [:]
    for screened in result.cases {
      let application = screened.application
      for row in application.rows where rows.contains(row.location.at(column: 0)) {
        caseIDs[row.location.at(column: 0)] = application.caseID
      }
    }
    self.caseIDs = caseIDs
  }
}

extension SubmittedTables {
  /// Who is told of a finding: its unit, else the only unit of the table or file, else the office.
  ///
  /// That a column is missing in a table of several units is told to each of them.
  fileprivate func units(toTell finding: Finding, at place: SourceLocation) -> [String] {
    guard finding.unitCode.isEmpty else { return [finding.unitCode] }
    // A row that is nobody's may be another unit's than all others of its table.
    if finding.code == .rowRejected || finding.code == .sheetRowsAbove {
      return [UnitFindings.office]
    }
    if let table = table(of: place) {
      let units = table.units
      return units.count == 1 || finding.code == .headerMissingColumn && !units.isEmpty
        ? units : [UnitFindings.office]
    }
    let area = finding.code.rawValue.prefix { $0 != "." }
    guard ["file", "sheet", "mapping"].contains(area) else { return [] }
    let units = Set(tables(ofFile: place.file).flatMap(\.units))
    if units.count == 1 { return Array(units) }
    return finding.severity == .error ? [UnitFindings.office] : []
  }
}

extension SubmittedTable {
  /// The units that have rows in the table, in order.
  fileprivate var units: [String] {
    rowsByUnit.keys.filter { $0 != UnitFindings.office }.sorted()
  }
}
