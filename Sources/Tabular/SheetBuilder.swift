/// Collects the rows of a file into compact sheets.
final class SheetBuilder: TableReceiver {
  private(set) var sheets: [Sheet] = []
  private let limits: TableLimits
  private var name = ""
  private var bytes: [UInt8] = []
  private var cells: [RawCell] = []
  private var rows: [Sheet.RowStart] = []
  private var merges: [MergedRange] = []
  private var cellsInFormerSheets = 0

  init(limits: TableLimits) {
    self.limits = limits
  }

  func beginSheet(name: String) {
    self.name = name
  }

  func row(
    number: Int, width: Int, cells rowCells: Span<RawCell>, bytes rowBytes: Span<UInt8>
  ) throws(TabularError) {
    rows.append(Sheet.RowStart(number: UInt32(number), firstCell: UInt32(cells.count)))
    guard let last = rowCells.indices.last else { return }
    guard cellsInFormerSheets + cells.count + rowCells.count <= limits.maximumCells else {
      throw TabularError(.tooLarge, "more than \(limits.maximumCells) cells")
    }
    let start = Int(rowCells[0].offset)
    let used = start..<rowCells[last].range.upperBound
    guard bytes.count + used.count <= Int(UInt32.max) else {
      throw TabularError(.tooLarge, "a sheet with more than 4 GiB of text")
    }
    // Cells lie in ascending order in their row, so one copy moves them all.
    let distance = UInt32(truncatingIfNeeded: bytes.count - start)
    rowBytes.extracting(used).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    for index in rowCells.indices { cells.append(rowCells[index].moved(by: distance)) }
  }

  func merge(_ range: MergedRange) {
    merges.append(range)
  }

  func endSheet(isHidden: Bool) {
    sheets.append(
      Sheet(
        name: name, isHidden: isHidden, position: sheets.count, merges: merges, bytes: bytes,
        cells: cells, rows: rows))
    cellsInFormerSheets += cells.count
    bytes = []
    cells = []
    rows = []
    merges = []
  }
}
