import Casework
import Tabular

/// The first sheet of a return: what was received, what to do, and every problem in one list.
///
/// Its first cell begins with `programSheetMark`, by which intake leaves the sheet out when the file
/// comes back.
struct ReturnReceipt {
  let sheet: ReturnSheet
  /// The names of the tables' sheets.
  let names: [String]
  let language: Language

  /// The sheet's name.
  var name: String { ReturnWord.receipt.text(in: language) }

  /// The lines above the list, each with its style.
  var head: [(cells: [XLSXCell], style: XLSXRowStyle)] {
    [
      ([.text("\(programSheetMark)\(word(.title))：\(sheet.unit.name)")], .title),
      ([.text(word(.leaveAlone))], .note),
      ([.text(word(.round)), .written(sheet.round)], .plain),
      ([.text(word(.asOf)), .written(sheet.asOf.description)], .plain),
      ([.text(word(.run)), .written(sheet.runID)], .plain),
      ([.text(word(.whatToDo))], .note),
    ]
  }

  /// The files with their digests and rows.
  var files: [[XLSXCell]] {
    sheet.files.map { file in
      [
        .written(file.path), .count(file.rowCount), .count(file.acceptedCount),
        .count(file.errorCount), .count(file.warningCount), .blank, .written(file.digest),
      ]
    }
  }

  /// The sums over all files.
  var sum: [XLSXCell] {
    [
      .text(word(.total)), .count(sheet.files.reduce(0) { $0 + $1.rowCount }),
      .count(sheet.files.reduce(0) { $0 + $1.acceptedCount }),
      .count(sheet.files.reduce(0) { $0 + $1.errorCount }),
      .count(sheet.files.reduce(0) { $0 + $1.warningCount }),
    ]
  }

  var fileColumns: [String] {
    // The digest stands in the widest column, where it is not broken.
    [.file, .rows, .accepted, .toCorrect, .toCheck].map(word) + ["", word(.digest)]
  }

  var problemColumns: [String] {
    [.message, .whatToDoNow, .field, .cell, .caseColumn, .severity, .source, .code].map(word)
  }

  /// The problems of files and sheets, then those of rows, errors first within each table.
  var problems: [[XLSXCell]] {
    sheet.problems.map { line(for: $0, caseID: "", place: nil) }
      + zip(sheet.tables, names).flatMap(problems)
  }

  private func problems(of table: ReturnTable, named name: String) -> [[XLSXCell]] {
    let columns = ReturnColumns(of: table)
    let above = table.isForm ? 0 : sheet.head(of: table, columns).count
    return table.rows.enumerated().flatMap { index, row in
      row.problems.map { problem in
        let cell = SourceLocation(
          file: 0, sheet: 0, row: above + index + 1, column: problem.column)
        return line(for: problem.finding, caseID: row.caseID, place: (name, cell.cell))
      }
    }
  }

  private func line(
    for finding: Finding, caseID: String, place: (sheet: String, cell: String)?
  ) -> [XLSXCell] {
    let told = words(for: finding, in: language)
    let source = finding.location.map(sheet.catalog.words) ?? ""
    let cell: XLSXCell =
      place.map { .link("\($0.sheet) \($0.cell)", sheet: $0.sheet, cell: $0.cell) } ?? .blank
    return [
      .text(told.message), .text(told.hint),
      .text(finding.field.map { Reporting.name(of: $0, in: language) } ?? ""), cell,
      .written(caseID),
      .text(title(of: finding.severity, in: language)), .written(source),
      .written(finding.code.rawValue),
    ]
  }

  private func word(_ word: ReturnWord) -> String { word.text(in: language) }
}

extension XLSXWriter {
  mutating func appendReceipt(_ receipt: ReturnReceipt) throws(TabularError) {
    try beginSheet(named: receipt.name, widths: [52, 46, 14, 16, 18, 8, 68, 28])
    for line in receipt.head { try appendRow(line.cells, style: line.style) }
    try appendRow([])
    try appendRow(receipt.fileColumns.map(XLSXCell.text), style: .header)
    for file in receipt.files { try appendRow(file) }
    try appendRow(receipt.sum, style: .sum)
    try appendRow([])
    try appendRow(receipt.problemColumns.map(XLSXCell.text), style: .header)
    for line in receipt.problems { try appendRow(line) }
  }
}
