/// The name a spreadsheet gives a cell: row 14, column 3 is `D14`.
///
/// Rows count from 1, columns from 0. A column below 0 has no letters.
public func cellReference(row: Int, column: Int) -> String {
  var letters: [Character] = []
  var rest = column
  while rest >= 0 {
    letters.append(Character(UnicodeScalar(UInt8(65 + rest % 26))))
    rest = rest / 26 - 1
  }
  return String(letters.reversed()) + String(row)
}
