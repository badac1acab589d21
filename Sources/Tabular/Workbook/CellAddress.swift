/// A cell's place as spreadsheets write it, such as `D14` or `$D$14`.
struct CellAddress: Equatable {
  /// The row, counted from 1; huge where it is too large.
  let row: Int
  /// The column, counted from 0; huge where it is too large.
  let column: Int

  /// Reads a reference; nil where it is none.
  init?(_ text: Span<UInt8>) {
    let huge = 1 << 30
    var index = 0
    var column = 0
    var row = 0
    if index < text.count, text[index] == UInt8(ascii: "$") { index += 1 }
    while index < text.count {
      let letter = text[index] & 0xDF
      guard (0x41...0x5A).contains(letter) else { break }
      column = min(column * 26 + Int(letter - 0x40), huge)
      index += 1
    }
    if index < text.count, text[index] == UInt8(ascii: "$") { index += 1 }
    while index < text.count {
      guard (0x30...0x39).contains(text[index]) else { return nil }
      row = min(row * 10 + Int(text[index] - 0x30), huge)
      index += 1
    }
    guard column > 0, row > 0 else { return nil }
    self.row = row
    self.column = column - 1
  }
}

extension MergedRange {
  /// Reads a block such as `A1:C2`; nil where it is none.
  init?(reference text: Span<UInt8>) {
    var colon = 0
    while colon < text.count, text[colon] != UInt8(ascii: ":") { colon += 1 }
    guard colon < text.count, let first = CellAddress(text.extracting(0..<colon)),
      let last = CellAddress(text.extracting(colon + 1..<text.count))
    else { return nil }
    self.init(
      firstRow: min(first.row, last.row), lastRow: max(first.row, last.row),
      firstColumn: min(first.column, last.column), lastColumn: max(first.column, last.column))
  }
}
