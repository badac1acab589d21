/// The CSV text of a table: UTF-8 with a byte order mark, so that spreadsheets read Chinese.
func csvText(header: [String], rows: [[String]]) -> [UInt8] {
  var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  csvRow(header, into: &bytes)
  for row in rows { csvRow(row, into: &bytes) }
  return bytes
}

/// Appends one record, quoted where RFC 4180 asks for it.
func csvRow(_ cells: [String], into bytes: inout [UInt8]) {
  for (column, cell) in cells.enumerated() {
    if column > 0 { bytes.append(UInt8(ascii: ",")) }
    csvCell(defused(cell), into: &bytes)
  }
  bytes += [0x0D, 0x0A]
}

private func csvCell(_ cell: String, into bytes: inout [UInt8]) {
  let special: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D]
  guard cell.utf8.contains(where: special.contains) else {
    bytes += cell.utf8
    return
  }
  bytes.append(0x22)
  for byte in cell.utf8 {
    if byte == 0x22 { bytes.append(0x22) }
    bytes.append(byte)
  }
  bytes.append(0x22)
}

/// A cell that a spreadsheet cannot take for a formula; plain decimals such as `-12.50` stay.
private func defused(_ cell: String) -> String {
  guard let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first),
    !isPlainDecimal(cell)
  else { return cell }
  return "'" + cell
}

private func isPlainDecimal(_ cell: String) -> Bool {
  let digits = cell.hasPrefix("-") ? cell.dropFirst() : Substring(cell)
  let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
  return (1...2).contains(parts.count)
    && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
