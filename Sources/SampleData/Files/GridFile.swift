/// Writes the grids of one file in a format.
func fileBytes(_ grids: [Grid], as format: SampleFormat) throws(SampleError) -> [UInt8] {
  switch format {
  case .csv: return try TextEncoding.utf8.bytes(of: delimitedText(grids, separator: ","))
  case .csvBOM:
    return try TextEncoding.utf8WithMark.bytes(of: delimitedText(grids, separator: ","))
  case .gb18030: return try TextEncoding.gb18030.bytes(of: delimitedText(grids, separator: ","))
  case .utf16: return try TextEncoding.utf16.bytes(of: delimitedText(grids, separator: "\t"))
  case .spreadsheetML: return Array(spreadsheetMLText(grids).utf8)
  case .flatODS: return Array(flatODSText(grids).utf8)
  case .recordXML: return try recordXMLBytes(grids)
  }
}

/// RFC 4180 text with CRLF; every row has the width of the grid.
func delimitedText(_ grids: [Grid], separator: Character) -> String {
  var text = ""
  for grid in grids {
    for row in grid.rows {
      for column in 0..<grid.width {
        if column > 0 { text.append(separator) }
        if column < row.count { appendQuoted(row[column].text, to: &text, separator) }
      }
      text += "\r\n"
    }
  }
  return text
}

private func appendQuoted(_ cell: String, to text: inout String, _ separator: Character) {
  let mark = separator == "\t" ? UInt8(ascii: "\t") : UInt8(ascii: ",")
  let needsQuotes = cell.utf8.contains { $0 == mark || $0 == 34 || $0 == 10 || $0 == 13 }
  guard needsQuotes else {
    text += cell
    return
  }
  text.append("\"")
  for character in cell {
    if character == "\"" { text.append("\"") }
    text.append(character)
  }
  text.append("\"")
}

/// The text with the characters XML reserves replaced.
func xmlEscaped(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 || $0 == 34 || $0 == 10 })
  else { return text }
  var escaped = ""
  for character in text {
    switch character {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "\n": escaped += "&#10;"
    default: escaped.append(character)
    }
  }
  return escaped
}
