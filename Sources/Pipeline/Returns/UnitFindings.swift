import Casework
import Reporting

/// What the units can correct, unit by unit.
struct UnitFindings {
  /// The findings of each unit, by its code, in order of place.
  let byUnit: [String: [Finding]]
  /// The cases that the rows with findings belong to, by the row at its first column.
  let caseIDs: [SourceLocation: String]
  /// The rows whose key was filled in from rows above, at the first column.
  let filledRows: Set<SourceLocation>

  init(of result: RoundResult, in tables: SubmittedTables) {
    var byUnit: [String: [Finding]] = [:]
    var rows: Set<SourceLocation> = []
    var filled: Set<SourceLocation> = []
    for finding in result.findings {
      guard let place = finding.location else { continue }
      if finding.code == .keyFilledDown { filled.insert(place.at(column: 0)) }
      guard finding.code.isForUnit else { continue }
      let unit = finding.unitCode.isEmpty ? tables.onlyUnit(at: place) : finding.unitCode
      guard let unit, !unit.isEmpty else { continue }
      byUnit[unit, default: []].append(finding)
      rows.insert(place.at(column: 0))
    }
    self.byUnit = byUnit
    filledRows = filled
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
  /// The unit of the table at a place, where all its rows are one unit's.
  fileprivate func onlyUnit(at place: SourceLocation) -> String? {
    guard let table = table(of: place), table.rowsByUnit.count == 1 else { return nil }
    return table.rowsByUnit.keys.first
  }
}
