import Casework
import Tabular
import Testing

@testable import Intake

/// Parses one cell of a field of the shipped forms.
func cell(
  _ text: String, of field: Field, in form: FormKind = .applications,
  scale: AmountScale = .unsaid, kind: CellKind = .text
) throws -> FieldParser.Reading {
  FieldParser(try FormLibrary.field(field, of: form), scale: scale).reading(text, kind: kind)
}

extension FieldParser.Reading {
  /// The codes of what was found.
  var codes: [FindingCode] { findings.map(\.code) }
}

/// A table as delimited text: one line per row, cells separated by commas.
func sheet(_ lines: String...) throws -> Sheet {
  try readTables(from: Array(lines.joined(separator: "\n").utf8)).sheets[0]
}

/// Reads a sheet that holds one table.
func submission(
  of sheet: Sheet, file: Int, library: FormLibrary, asOf: CalendarDate
) -> Submission {
  let all = submissions(of: sheet, file: file, library: library, asOf: asOf)
  #expect(all.count == 1, "the sheet holds one table")
  return all[0]
}

/// Reads lines of comma-separated cells as the tables of one sheet on 2015-12-31.
func tables(_ lines: String...) throws -> [Submission] {
  let read = try readTables(from: Array((lines.joined(separator: "\n") + "\n").utf8))
  return submissions(
    of: read.sheets[0], file: 0, library: .shipped,
    asOf: CalendarDate(firstOfMonth: 12, year: 2015).adding(days: 30))
}

/// Reads lines of comma-separated cells as a submission of file 0 on 2015-12-31.
func reading(_ lines: String...) throws -> Submission {
  try reading(lines)
}

/// Reads lines of comma-separated cells as a submission.
func reading(_ lines: [String], file: Int = 0) throws -> Submission {
  let tables = try readTables(from: Array((lines.joined(separator: "\n") + "\n").utf8))
  return submission(
    of: tables.sheets[0], file: file, library: .shipped,
    asOf: CalendarDate(firstOfMonth: 12, year: 2015).adding(days: 30))
}

/// Reads the rows of a SpreadsheetML sheet as a submission.
func reading(spreadsheet rows: String) throws -> Submission {
  let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
    xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>
    """
  let text = head + rows + "</Table></Worksheet></Workbook>"
  let tables = try readTables(from: Array(text.utf8))
  return submission(
    of: tables.sheets[0], file: 0, library: .shipped,
    asOf: CalendarDate(firstOfMonth: 12, year: 2015).adding(days: 30))
}

/// A row of SpreadsheetML; `>2` before a text merges it across two more cells, `v2` down.
func row(_ cells: String...) -> String {
  "<Row>" + cells.map(spreadsheetCell).joined() + "</Row>"
}

private func spreadsheetCell(_ text: String) -> String {
  let marks: [Character: String] = [">": "Across", "v": "Down"]
  guard let mark = text.first.flatMap({ marks[$0] }),
    let count = text.dropFirst().first?.wholeNumberValue
  else { return "<Cell><Data ss:Type=\"String\">\(text)</Data></Cell>" }
  return
    "<Cell ss:Merge\(mark)=\"\(count)\"><Data ss:Type=\"String\">\(text.dropFirst(2))</Data></Cell>"
}

extension Submission {
  /// The codes found in the sheet and in its rows.
  var codes: [FindingCode] { (findings + records.flatMap(\.findings)).map(\.code) }

  /// The findings of one code, in the sheet and in its rows.
  func findings(_ code: FindingCode) -> [Finding] {
    (findings + records.flatMap(\.findings)).filter { $0.code == code }
  }
}
