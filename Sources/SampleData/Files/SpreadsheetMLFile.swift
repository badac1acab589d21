/// A workbook in SpreadsheetML 2003 as Excel writes it: gaps are skipped with ss:Index.
func spreadsheetMLText(_ grids: [Grid]) -> String {
  var text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
    xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy/m/d;@"/></Style></Styles>

    """
  for grid in grids {
    text += "<Worksheet ss:Name=\"\(xmlEscaped(grid.name))\"><Table>\n"
    let unindexed = grid.omitsIndexUnderMerges ? grid.positionsUnderMerges : []
    for row in grid.rows.indices { appendRow(row, of: grid, unindexed, to: &text) }
    text += "</Table></Worksheet>\n"
  }
  return text + "</Workbook>\n"
}

/// Writes a row; the positions in `unindexed` are not counted, so a reader must step over them.
private func appendRow(
  _ row: Int, of grid: Grid, _ unindexed: Set<Position>, to text: inout String
) {
  text += "<Row>"
  var next = 0
  for (column, cell) in grid.rows[row].enumerated() {
    let span = grid.spans[Position(row: row, column: column)]
    guard !cell.text.isEmpty || span != nil else { continue }
    text += "<Cell"
    while next < column, unindexed.contains(Position(row: row, column: next)) { next += 1 }
    if column != next {
      let uncounted = (0..<column).count { unindexed.contains(Position(row: row, column: $0)) }
      text += " ss:Index=\"\(column + 1 - uncounted)\""
    }
    next = column + 1
    if let span {
      if span.across > 0 { text += " ss:MergeAcross=\"\(span.across)\"" }
      if span.down > 0 { text += " ss:MergeDown=\"\(span.down)\"" }
      next += span.across
    }
    switch cell.kind {
    case .text: text += "><Data ss:Type=\"String\">\(xmlEscaped(cell.text))"
    case .number(let number): text += "><Data ss:Type=\"Number\">\(number)"
    case .date(let date):
      text += " ss:StyleID=\"d\"><Data ss:Type=\"DateTime\">\(date)T00:00:00.000"
    }
    text += "</Data></Cell>"
  }
  text += "</Row>\n"
}
