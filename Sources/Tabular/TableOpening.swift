/// The first rows of a delimited text, in which the header is looked for.
///
/// Only what is plain counts: rows of at most one filled cell above a wide table stand above the
/// header, and up to three rows of words above columns of numbers and dates are a header. Anything
/// else stays as it is, and no row is lost.
struct TableOpening {
  private static let rowsLookedAt = 60
  private static let mostRowsAbove = 30
  private static let mostHeaderRows = 3
  private static let narrowestTable = 3

  private var rows: [[[UInt8]]] = []

  var isComplete: Bool { rows.count >= Self.rowsLookedAt }
  var rowCount: Int { rows.count }

  mutating func add(width: Int, cells: Span<RawCell>, bytes: Span<UInt8>) {
    var row: [[UInt8]] = []
    for index in cells.indices {
      while row.count < cells[index].column { row.append([]) }
      row.append(
        bytes.extracting(cells[index].range).withUnsafeBufferPointer { Array($0) })
    }
    while row.count < min(width, CellDump.widestPadding) { row.append([]) }
    rows.append(row)
  }

  /// The rows above the table, and the table with its header as one row.
  func split() -> (above: [[[UInt8]]], table: [[[UInt8]]]) {
    let start = firstTableRow
    let table = Array(rows[start...])
    let headers = Self.headerRows(of: table)
    guard headers > 1 else { return (Array(rows[..<start]), table) }
    return (Array(rows[..<start]), [Self.joined(table[..<headers])] + table[headers...])
  }

  private static func filled(_ row: [[UInt8]]) -> Int { row.count { !$0.isEmpty } }

  /// The first row behind the titles and notes of one cell; 0 where the rows are no wide table.
  private var firstTableRow: Int {
    let widths = rows.map(Self.filled).filter { $0 > 1 }.sorted()
    guard !widths.isEmpty else { return 0 }
    let usual = widths[widths.count / 2]
    guard usual >= Self.narrowestTable, widths.count > 1 else { return 0 }
    let first = rows.firstIndex { Self.filled($0) > max(1, usual / 3) } ?? 0
    return first <= Self.mostRowsAbove ? first : 0
  }

  /// How many rows of words stand above the columns of numbers; 0 where that does not show.
  private static func headerRows(of table: [[[UInt8]]]) -> Int {
    let body = table.dropFirst(mostHeaderRows).filter { filled($0) > 1 }
    guard body.count >= 3 else { return 0 }
    let columns = (body.map(\.count).max() ?? 0)
    let numeric = (0..<columns).filter { column in
      let cells = body.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      return cells.count * 2 > body.count && cells.count { isFigure($0) } * 10 >= cells.count * 9
    }
    guard !numeric.isEmpty else { return 0 }
    let isHeader = { (row: [[UInt8]]) in
      filled(row) > 1 && !row.contains(where: isFigure)
        && numeric.count { $0 < row.count && !row[$0].isEmpty } * 2 >= numeric.count
    }
    return table.prefix(mostHeaderRows).prefix { isHeader($0) }.count
  }

  /// Whether a cell begins like a number, a date or an amount, and most of it are digits.
  private static func isFigure(_ cell: [UInt8]) -> Bool {
    let digits = cell.count { (0x30...0x39).contains($0) }
    let marks = cell.count { "+-.,/:% $()".utf8.contains($0) }
    return digits > 0 && digits * 2 >= cell.count - marks && cell.count < 40
  }

  private static func joined(_ rows: ArraySlice<[[UInt8]]>) -> [[UInt8]] {
    let width = rows.map(\.count).max() ?? 0
    return (0..<width).map { column in
      let parts = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      return Array(parts.joined(separator: [0x20]))
    }
  }
}
