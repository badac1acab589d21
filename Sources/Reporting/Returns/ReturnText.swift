import Casework
import Tabular

/// The plain twin of a return sheet: one CSV for each table, for those without a spreadsheet program.
///
/// Each is a list by itself, since two tables in one text could share a header and not a scale.
public func returnTexts(
  _ sheet: ReturnSheet, in language: Language
) -> [(suffix: String, bytes: [UInt8])] {
  let names = sheet.sheetNames(in: language)
  return zip(sheet.tables, names).map { table, name in
    let suffix = sheet.tables.count == 1 ? "" : "-" + name.replacing(" ", with: "-")
    return (suffix, text(of: table, of: sheet, in: language))
  }
}

private func text(
  of table: ReturnTable, of sheet: ReturnSheet, in language: Language
) -> [UInt8] {
  if table.isForm { return csvText(rows: table.rows.map(\.cells)) }
  let columns = ReturnColumns(of: table)
  return csvText(
    rows: sheet.head(of: table, columns) + table.rows.map { columns.cells(of: $0, in: language) })
}

private func csvText(rows: [[String]]) -> [UInt8] {
  var writer = CSVWriter(startingWith: [0xEF, 0xBB, 0xBF])
  for row in rows { writer.appendRow(row) }
  return writer.bytes
}
