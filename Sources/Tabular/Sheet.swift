/// What a file says a cell holds; the text itself is kept as it was written.
///
/// CSV knows only ``text``. Nothing is converted here: a number keeps its digits, a date its ISO
/// text, a boolean is `1` or `0`.
public enum CellKind: UInt8, Sendable {
  /// Text, or anything in a format without types.
  case text
  /// A number in the file's own notation, such as `5.1320119880229E+017`.
  case number
  /// A date in ISO 8601 notation, such as `1988-02-29T00:00:00.000`.
  case date
  /// A truth value, `1` or `0`.
  case boolean
  /// An error value of a spreadsheet, such as `#REF!`.
  case error
}

/// One non-blank cell; its text is read through the ``Sheet`` it belongs to.
public struct RawCell: Sendable {
  let offset: UInt32
  let length: UInt32
  private let packedColumn: UInt16
  private let packedAcross: UInt16
  /// The low 24 bits are `mergeDown`, the high 8 the kind: 16 bytes per cell in all.
  private let packedDown: UInt32

  /// The column, counted from 0.
  public var column: Int { Int(packedColumn) }

  /// What the file says the cell holds.
  public var kind: CellKind { CellKind(rawValue: UInt8(packedDown >> 24)) ?? .text }

  /// How many further columns to the right a merged cell covers.
  public var mergeAcross: Int { Int(packedAcross) }

  /// How many further rows below a merged cell covers.
  public var mergeDown: Int { Int(packedDown & 0xFF_FFFF) }

  /// Places a cell's text at `range` of its row's bytes.
  ///
  /// Columns and merges must lie within ``TableLimits``, which never exceed what the fields hold.
  init(
    column: Int, kind: CellKind, range: Range<Int>, mergeAcross: Int = 0, mergeDown: Int = 0
  ) {
    offset = UInt32(range.lowerBound)
    length = UInt32(range.count)
    packedColumn = UInt16(column)
    packedAcross = UInt16(mergeAcross)
    packedDown = UInt32(mergeDown) | UInt32(kind.rawValue) << 24
  }

  private init(_ cell: RawCell, movedBy distance: UInt32) {
    offset = cell.offset &+ distance
    length = cell.length
    packedColumn = cell.packedColumn
    packedAcross = cell.packedAcross
    packedDown = cell.packedDown
  }

  var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }

  func moved(by distance: UInt32) -> RawCell { RawCell(self, movedBy: distance) }

  /// The same cell with its text at another place.
  func placed(at range: Range<Int>) -> RawCell {
    RawCell(
      column: column, kind: kind, range: range, mergeAcross: mergeAcross, mergeDown: mergeDown)
  }
}

/// One row of a sheet.
public struct RawRow: Sendable {
  /// The row's number as a spreadsheet shows it, counted from 1; for CSV the record number.
  public let number: Int

  /// The non-blank cells in ascending column order.
  public let cells: ArraySlice<RawCell>
}

/// A block of cells that a file shows as one.
public struct MergedRange: Sendable, Equatable {
  /// The first row, counted from 1.
  public let firstRow: Int
  /// The last row, counted from 1.
  public let lastRow: Int
  /// The first column, counted from 0.
  public let firstColumn: Int
  /// The last column, counted from 0.
  public let lastColumn: Int

  /// Names a block by its corners, rows counted from 1 and columns from 0.
  public init(firstRow: Int, lastRow: Int, firstColumn: Int, lastColumn: Int) {
    self.firstRow = firstRow
    self.lastRow = lastRow
    self.firstColumn = firstColumn
    self.lastColumn = lastColumn
  }
}

/// One table of a file: all its text in one array, 16 bytes per cell and 8 per row beside it.
public struct Sheet: Sendable {
  struct RowStart: Sendable {
    let number: UInt32
    let firstCell: UInt32
  }

  /// The sheet's name; empty for CSV.
  public let name: String

  /// What of the sheet its file hides.
  public let visibility: SheetVisibility

  /// Whether the file hides the sheet from its readers.
  public var isHidden: Bool { visibility.isHidden }

  /// The sheet's place in the file, counted from 0.
  public let position: Int

  /// The merged blocks in the order of their first cells.
  public let merges: [MergedRange]

  let bytes: [UInt8]
  let cells: [RawCell]
  let rows: [RowStart]

  /// The number of rows present in the file, blank ones included.
  ///
  /// Rows that a file skips by giving the next row a higher number are not present.
  public var rowCount: Int { rows.count }

  /// The row at `index`, counted from 0 over the rows present.
  public subscript(index: Int) -> RawRow {
    let first = Int(rows[index].firstCell)
    let end = index + 1 < rows.count ? Int(rows[index + 1].firstCell) : cells.count
    return RawRow(number: Int(rows[index].number), cells: cells[first..<end])
  }

  /// The sheet with the rows at some indices only; their numbers and all merges stay as they are.
  public func containing(_ kept: Range<Int>) -> Sheet {
    let cellsEnd = kept.upperBound < rows.count ? Int(rows[kept.upperBound].firstCell) : cells.count
    return Sheet(
      name: name, visibility: visibility, position: position, merges: merges, bytes: bytes,
      cells: Array(cells[..<cellsEnd]), rows: Array(rows[kept]))
  }

  /// The cell's text as it may be shown: outer white space kept, control characters as U+FFFD.
  ///
  /// ``withUTF8(of:_:)`` gives the control characters themselves.
  public func text(of cell: RawCell) -> String {
    let text = bytes[cell.range]
    guard text.contains(where: isForbiddenControl) else {
      return String(decoding: text, as: UTF8.self)
    }
    let shown = text.flatMap { isForbiddenControl($0) ? MaskedControl.replacement : [$0] }
    return String(decoding: shown, as: UTF8.self)
  }

  /// Calls `body` with the cell's text as UTF-8 as the file holds it, without a copy.
  public func withUTF8<Result>(
    of cell: RawCell, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(bytes.span.extracting(cell.range))
  }
}
