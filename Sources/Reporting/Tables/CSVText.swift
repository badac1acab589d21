import Tabular

/// The CSV text of a table, with a byte order mark so that spreadsheets read the Chinese in it.
func csvText(header: [String], rows: some Sequence<[String]>) -> [UInt8] {
  var writer = CSVWriter(startingWith: [0xEF, 0xBB, 0xBF])
  writer.appendRow(header)
  for row in rows { writer.appendRow(row) }
  return writer.bytes
}
