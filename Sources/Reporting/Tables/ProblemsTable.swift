import Casework

/// `problems.csv`: one row per finding, by file, sheet, row, column and code (contract §4).
///
/// Values of personal fields are masked; a finding about a whole file or the round has no cell.
public func problemsCSV(_ context: ReportContext) -> [UInt8] {
  let names = context.unitNames
  let rows = context.result.findings.sorted(by: precedes).lazy.map { finding in
    problemRow(finding, unit: names[finding.unitCode] ?? finding.unitCode, in: context)
  }
  return csvText(header: problemColumns, rows: rows)
}

/// The columns of the problems in their order.
let problemColumns = [
  "severity", "code", "unit", "source_file", "source_sheet", "cell", "field", "value", "message",
  "hint",
]

/// Whether a finding stands before another: by place, then code, then what was found.
func precedes(_ left: Finding, _ right: Finding) -> Bool {
  switch (left.location, right.location) {
  case (nil, .some): return true
  case (.some, nil): return false
  case (let first?, let second?) where first != second: return first < second
  default: break
  }
  let leftKey = [left.unitCode, left.code.rawValue, left.field?.rawValue ?? "", left.value]
  let rightKey = [right.unitCode, right.code.rawValue, right.field?.rawValue ?? "", right.value]
  if leftKey != rightKey { return leftKey.lexicographicallyPrecedes(rightKey) }
  return left.arguments.lexicographicallyPrecedes(right.arguments)
}

private func problemRow(_ finding: Finding, unit: String, in context: ReportContext) -> [String] {
  let catalog = context.result.catalog
  let words = words(for: finding, in: context.language)
  return [
    finding.severity.rawValue, finding.code.rawValue, unit,
    finding.location.map(catalog.file) ?? "", finding.location.map(catalog.sheet) ?? "",
    finding.location.map(cell) ?? "", finding.field?.rawValue ?? "", words.maskedValue,
    words.message, words.hint,
  ]
}

/// The cell in A1 notation; none where the location is a whole file (row 0).
private func cell(_ location: SourceLocation) -> String {
  location.row == 0 ? "" : location.cell
}
