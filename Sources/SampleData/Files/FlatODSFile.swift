/// A flat OpenDocument spreadsheet as LibreOffice writes it, with covered cells under merges.
func flatODSText(_ grids: [Grid]) -> String {
  var text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" \
    office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
    <office:body><office:spreadsheet>

    """
  for grid in grids {
    text += "<table:table table:name=\"\(xmlEscaped(grid.name))\">\n"
    text += "<table:table-column table:number-columns-repeated=\"\(grid.width)\"/>\n"
    let covered = grid.coveredPositions
    for row in grid.rows.indices { appendRow(row, of: grid, covered, to: &text) }
    text += "</table:table>\n"
  }
  return text + "</office:spreadsheet></office:body></office:document>\n"
}

private func appendRow(
  _ row: Int, of grid: Grid, _ covered: Set<Position>, to text: inout String
) {
  text += "<table:table-row>"
  var blanks = 0
  for column in 0..<grid.width {
    let position = Position(row: row, column: column)
    let cell = column < grid.rows[row].count ? grid.rows[row][column] : .blank
    let isCovered = covered.contains(position)
    if cell.text.isEmpty, !isCovered, grid.spans[position] == nil {
      blanks += 1
      continue
    }
    appendBlanks(&blanks, to: &text)
    if isCovered {
      text += "<table:covered-table-cell/>"
    } else {
      appendCell(cell, spanning: grid.spans[position], to: &text)
    }
  }
  appendBlanks(&blanks, to: &text)
  text += "</table:table-row>\n"
}

private func appendBlanks(_ blanks: inout Int, to text: inout String) {
  if blanks == 1 { text += "<table:table-cell/>" }
  if blanks > 1 { text += "<table:table-cell table:number-columns-repeated=\"\(blanks)\"/>" }
  blanks = 0
}

private func appendCell(_ cell: Cell, spanning span: Span?, to text: inout String) {
  text += "<table:table-cell"
  if let span {
    text += " table:number-columns-spanned=\"\(span.across + 1)\""
    text += " table:number-rows-spanned=\"\(span.down + 1)\""
  }
  switch cell.kind {
  case .text: text += " office:value-type=\"string\">"
  case .number(let number): text += " office:value-type=\"float\" office:value=\"\(number)\">"
  case .date(let date): text += " office:value-type=\"date\" office:date-value=\"\(date)\">"
  }
  for line in cell.text.split(separator: "\n", omittingEmptySubsequences: false) {
    text += "<text:p>\(spacedText(xmlEscaped(String(line))))</text:p>"
  }
  text += "</table:table-cell>"
}

/// OpenDocument folds runs of spaces; text:s keeps them.
private func spacedText(_ text: String) -> String {
  guard text.contains("  ") || text.hasPrefix(" ") else { return text }
  var result = ""
  var spaces = 0
  for character in text + "\u{0}" {
    if character == " " {
      spaces += 1
      continue
    }
    if spaces > 0 {
      result += " " + (spaces > 1 ? "<text:s text:c=\"\(spaces - 1)\"/>" : "")
      spaces = 0
    }
    if character != "\u{0}" { result.append(character) }
  }
  return result
}
