/// The row of an XML table while it is being read.
struct RowAssembly {
  private(set) var bytes: [UInt8] = []
  private(set) var cells: [RawCell] = []
  private(set) var isCut = false
  private var cellStart = 0
  private let limits: TableLimits

  init(limits: TableLimits) {
    self.limits = limits
  }

  /// How many bytes the open cell has.
  var cellLength: Int { bytes.count - cellStart }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    beginCell()
  }

  mutating func beginCell() {
    cellStart = bytes.count
    isCut = false
  }

  mutating func append(_ text: Span<UInt8>) {
    guard !isCut else { return }
    let room = limits.maximumCellBytes - cellLength
    if text.count <= room {
      text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      return
    }
    isCut = true
    let end = characterStart(text, before: room, in: 0..<text.count)
    text.extracting(0..<end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ byte: UInt8) {
    if cellLength < limits.maximumCellBytes { bytes.append(byte) } else { isCut = true }
  }

  mutating func removeLastByte() {
    bytes.removeLast()
  }

  /// Ends the open cell; a blank one leaves no trace.
  mutating func endCell(
    column: Int, kind: CellKind, mergeAcross: Int = 0, mergeDown: Int = 0
  ) throws(TabularError) {
    let range = cellStart..<bytes.count
    guard !isBlank(bytes.span, in: range) else {
      bytes.removeSubrange(range)
      return
    }
    guard bytes.count <= limits.maximumRowBytes else {
      throw TabularError(.tooLarge, "a row of more than \(limits.maximumRowBytes) bytes")
    }
    let cell = RawCell(
      column: column, kind: kind, range: range, mergeAcross: mergeAcross,
      mergeDown: mergeDown)
    if let last = cells.last, last.column >= column {
      insert(cell)
    } else {
      cells.append(cell)
    }
  }

  /// Whether a cell of the row stands at or covers `column`.
  func isTaken(_ column: Int) -> Bool {
    cells.contains { $0.column <= column && column <= $0.column + $0.mergeAcross }
  }

  /// Puts a cell before others, its bytes too: receivers rely on one order.
  private mutating func insert(_ cell: RawCell) {
    let place = cells.firstIndex { $0.column >= cell.column } ?? cells.count
    cells.insert(cell, at: place)
    var ordered: [UInt8] = []
    for index in cells.indices {
      let old = cells[index]
      cells[index] = RawCell(
        column: old.column, kind: old.kind,
        range: ordered.count..<ordered.count + old.range.count,
        mergeAcross: old.mergeAcross, mergeDown: old.mergeDown)
      ordered.append(contentsOf: bytes[old.range])
    }
    bytes = ordered
  }
}
