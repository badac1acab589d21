import Tabular

/// The CSV text of a table, with a byte order mark so that spreadsheets read the Chinese in it.
func csvText(header: [String], rows: [[String]]) -> [UInt8] {
  var writer = CSVWriter()
  writer.appendRow(header)
  for row in rows { writer.appendRow(row) }
  return [0xEF, 0xBB, 0xBF] + writer.bytes
}
