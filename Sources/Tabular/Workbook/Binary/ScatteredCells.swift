/// The cells of a sheet whose records do not come row by row, kept until they can be sorted.
struct ScatteredCells {
  private struct Entry {
    let row: UInt32
    let cell: RawCell
  }

  private let limits: TableLimits
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  init(limits: TableLimits) {
    self.limits = limits
  }

  /// Keeps a cell with its text; rows count from 1.
  mutating func add(
    row: Int, column: Int, kind: CellKind, _ text: Span<UInt8>
  ) throws(TabularError) {
    guard entries.count < limits.maximumCells else {
      throw TabularError(.tooLarge, .tooManyCells, limits.maximumCells)
    }
    guard bytes.count + text.count <= Int(UInt32.max) else {
      throw TabularError(.tooLarge, .sheetTextTooLong, Int(UInt32.max))
    }
    let range = bytes.count..<bytes.count + text.count
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    entries.append(
      Entry(row: UInt32(row), cell: RawCell(column: column, kind: kind, range: range)))
  }

  /// Hands the cells over in the order of rows and columns; of two at one place the later counts,
  /// as it overwrites the earlier in the file's own program, and `repeated` is told.
  mutating func drain(
    _ take: (Int, RawCell, Span<UInt8>) throws(TabularError) -> Void,
    repeated: (Int, Int) -> Void
  ) throws(TabularError) {
    let order = entries.indices.sorted { left, right in
      let (one, other) = (entries[left], entries[right])
      return (one.row, one.cell.column, left) < (other.row, other.cell.column, right)
    }
    for (place, index) in order.enumerated() {
      let entry = entries[index]
      if place + 1 < order.count {
        let next = entries[order[place + 1]]
        if next.row == entry.row, next.cell.column == entry.cell.column {
          repeated(Int(entry.row), entry.cell.column)
          continue
        }
      }
      try take(Int(entry.row), entry.cell, bytes.span.extracting(entry.cell.range))
    }
    bytes = []
    entries = []
  }
}
