/// Collects the rows of a file into compact sheets.
final class SheetBuilder: TableReceiver {
  private(set) var sheets: [Sheet] = []
  /// After so many rows the whole is estimated, so that arrays need not be moved as they grow.
  private static let rowsBeforeEstimate = 32_768

  private let limits: TableLimits
  private let source: ByteSource?
  private let damage: DamageLog?
  private var name = ""
  private var bytes: [UInt8] = []
  private var cells: [RawCell] = []
  private var rows: [Sheet.RowStart] = []
  private var merges: [MergedRange] = []
  private var hasLateMerges = false
  private var cellsInFormerSheets = 0

  init(limits: TableLimits, source: ByteSource? = nil, damage: DamageLog? = nil) {
    self.limits = limits
    self.source = source
    self.damage = damage
  }

  func beginSheet(name: String) {
    self.name = name
  }

  func row(
    number: Int, width: Int, cells rowCells: Span<RawCell>, bytes rowBytes: Span<UInt8>
  ) throws(TabularError) {
    rows.append(Sheet.RowStart(number: UInt32(number), firstCell: UInt32(cells.count)))
    if rows.count == Self.rowsBeforeEstimate { reserve() }
    guard !rowCells.isEmpty else { return }
    guard cellsInFormerSheets + cells.count + rowCells.count <= limits.maximumCells else {
      throw TabularError(.tooLarge, .tooManyCells, limits.maximumCells)
    }
    let used = Self.bytesUsed(by: rowCells)
    guard bytes.count + used.count <= Int(UInt32.max) else {
      throw TabularError(.tooLarge, .sheetTextTooLong, Int(UInt32.max))
    }
    let distance = UInt32(truncatingIfNeeded: bytes.count - used.lowerBound)
    rowBytes.extracting(used).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    for index in rowCells.indices { cells.append(rowCells[index].moved(by: distance)) }
  }

  private func reserve() {
    guard let source else { return }
    let factor = min(source.timesLeft * 1.1, 100_000)
    rows.reserveCapacity(min(Int(Double(rows.count) * factor), limits.maximumRows))
    cells.reserveCapacity(min(Int(Double(cells.count) * factor), limits.maximumCells))
    bytes.reserveCapacity(min(Int(Double(bytes.count) * factor), Int(UInt32.max)))
  }

  private static func bytesUsed(by cells: Span<RawCell>) -> Range<Int> {
    var used = cells[0].range
    for index in cells.indices {
      let range = cells[index].range
      used = min(used.lowerBound, range.lowerBound)..<max(used.upperBound, range.upperBound)
    }
    return used
  }

  func merge(_ range: MergedRange) {
    merges.append(range)
    if let last = rows.last, range.firstRow <= Int(last.number) { hasLateMerges = true }
  }

  func endSheet(_ visibility: SheetVisibility) {
    if hasLateMerges { applyLateMerges() }
    sheets.append(
      Sheet(
        name: name, visibility: visibility, position: sheets.count, merges: merges, bytes: bytes,
        cells: cells, rows: rows))
    cellsInFormerSheets += cells.count
    bytes = []
    cells = []
    rows = []
    merges = []
    hasLateMerges = false
  }

  private func applyLateMerges() {
    merges.sort { ($0.firstRow, $0.firstColumn) < ($1.firstRow, $1.firstColumn) }
    let late = LateMerges(merges, rows: rows, cells: cells)
    (rows, cells) = (late.rows, late.cells)
    for cell in late.covered {
      let detail =
        late.repeatsShown(cell, in: bytes)
        ? "the same text as the merged cell's" : TableDamage.coveredTextLeftOut
      damage?.add(.cellInCoveredArea, row: cell.row, column: cell.column, detail)
    }
  }

  /// Hands the rows of the open sheet to another receiver.
  func replay(into receiver: any TableReceiver) throws(TabularError) {
    let (rows, cells, bytes) = (self.rows, self.cells, self.bytes)
    for index in rows.indices {
      let first = Int(rows[index].firstCell)
      let end = index + 1 < rows.count ? Int(rows[index + 1].firstCell) : cells.count
      try receiver.row(
        number: Int(rows[index].number), width: 0, cells: cells.span.extracting(first..<end),
        bytes: bytes.span)
    }
  }
}
