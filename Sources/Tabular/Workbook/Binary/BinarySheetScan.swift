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
    try records.beginPart()
    while try records.nextOfPart() {
      switch records.kind {
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
  /// Opens the next record, which must begin a part of the workbook, such as a sheet.
  mutating func beginPart() throws(TabularError) {
    guard try next(), kind == Kind.beginning else { throw damaged }
  }

  /// Opens the next record of the part; false at its end.
  ///
  /// Charts that lie inside a sheet have cells of their own and are passed over.
  mutating func nextOfPart() throws(TabularError) -> Bool {
    var inner = 0
    while try next() {
      switch kind {
      case Kind.beginning: inner += 1
      case Kind.end where inner == 0: return false
      case Kind.end: inner -= 1
      default: if inner == 0 { return true }
      }
    }
    throw TabularError(.brokenArchive, .cutShort)
  }
}
