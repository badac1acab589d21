/// A first look at the records of a sheet: where they end, in which order the cells come, and which
/// rows are hidden, for some programs describe rows behind their cells.
struct BinarySheetScan {
  /// Whether every cell stands behind the one before it, row by row.
  private(set) var isInOrder = true
  /// Where in the stream the sheet's records end.
  private(set) var end = 0
  private var hiddenRows: [Bool] = []
  private var last = (row: 0, column: -1)

  private static let rowsOfFormat = 65_536

  /// Looks at all records from the sheet's beginning on.
  init(_ records: inout BinaryRecords) throws(TabularError) {
    try records.next(isBeginning: true)
    var depth = 1
    while depth > 0 {
      guard try records.next() else { throw TabularError(.brokenArchive, .cutShort) }
      switch records.kind {
      // Charts lie inside a sheet, with cells of their own.
      case BinaryRecords.Kind.beginning: depth += 1
      case BinaryRecords.Kind.end: depth -= 1
      case _ where depth > 1: break
      case BinaryRecords.Kind.row: try noteRow(records)
      case BinaryRecords.Kind.numbers, BinaryRecords.Kind.blanks:
        try noteCell(records, lastColumn: try records.short(at: records.length - 2))
      case BinaryRecords.Kind.formula, BinaryRecords.Kind.richLabel,
        BinaryRecords.Kind.sharedLabel, BinaryRecords.Kind.blank, BinaryRecords.Kind.number,
        BinaryRecords.Kind.label, BinaryRecords.Kind.truthOrError, BinaryRecords.Kind.shortNumber:
        try noteCell(records, lastColumn: try records.short(at: 2))
      default: break
      }
    }
    end = records.nextPlace
  }

  func isHidden(_ row: Int) -> Bool { row < hiddenRows.count && hiddenRows[row] }

  private mutating func noteRow(_ records: BinaryRecords) throws(TabularError) {
    let row = try records.short(at: 0)
    guard records.length >= 14, try records.short(at: 12) & 0x20 != 0 else { return }
    if hiddenRows.isEmpty { hiddenRows = [Bool](repeating: false, count: Self.rowsOfFormat) }
    hiddenRows[row] = true
  }

  private mutating func noteCell(
    _ records: BinaryRecords, lastColumn: Int
  ) throws(TabularError) {
    let row = try records.short(at: 0)
    let column = try records.short(at: 2)
    if row < last.row || row == last.row && column <= last.column { isInOrder = false }
    last = (row, max(column, lastColumn))
  }
}

extension BinaryRecords {
  /// Opens the next record, which must begin a part of the workbook.
  mutating func next(isBeginning: Bool) throws(TabularError) {
    guard try next(), kind == Kind.beginning else { throw damaged }
  }
}
