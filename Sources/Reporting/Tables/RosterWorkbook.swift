import Casework
public import Tabular

/// `roster.xlsx`: the rows of `roster.csv` as a workbook, with amounts and counts as numbers.
///
/// - Parameter context: The finished round.
/// - Returns: The workbook; the same round makes the same bytes.
/// - Throws: `TabularError.Code.unwritable` where memory or temporary files ran out.
public func rosterWorkbook(_ context: ReportContext) throws(TabularError) -> [UInt8] {
  let result = context.result
  var writer = try XLSXWriter(
    title: "\(result.policyTitle) \(result.round)", dated: XLSXDay(result.asOf))
  try writer.beginSheet(
    named: title(ofRosterIn: context.language), widths: rosterColumns.map(width(ofColumn:)),
    frozenRows: 1)
  try writer.appendRow(rosterColumns.map(XLSXCell.text), style: .header)
  let kinds = rosterColumns.map(RosterKind.init(ofColumn:))
  for screened in result.cases.sorted(by: { $0.caseID < $1.caseID }) {
    let texts = rosterRow(screened, in: result.catalog)
    try writer.appendRow(zip(kinds, texts).map { $0.cell($1) })
  }
  return try writer.finished()
}

private func title(ofRosterIn language: Language) -> String {
  language == .simplifiedChinese ? "审核名册" : "Roster"
}

/// What a column of the roster holds: amounts and counts can be summed in a workbook.
private enum RosterKind {
  case text
  case yuan
  case count

  init(ofColumn name: String) {
    if name.contains("_yuan") || name.hasPrefix("per_capita_") {
      self = .yuan
    } else {
      let counts: Set = ["source_row", "household_size", "problem_count"]
      self = counts.contains(name) ? .count : .text
    }
  }

  func cell(_ text: String) -> XLSXCell {
    if text.isEmpty { return .blank }
    switch self {
    case .text: break
    case .yuan: if let amount = Money(decimalYuan: text) { return .yuan(fen: amount.fen) }
    case .count: if let count = Int(text) { return .count(count) }
    }
    return .text(text)
  }
}

private func width(ofColumn name: String) -> Int {
  switch name {
  case "case_id", "unit", "source_file", "applicant_id_masked": 24
  default: min(20, max(12, name.utf8.count / 2 + 2))
  }
}
