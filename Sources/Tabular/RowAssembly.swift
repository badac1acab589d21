/// The row of an XML table while it is being read.
struct RowAssembly {
  private(set) var bytes: [UInt8] = []
  private(set) var cells: [RawCell] = []
  /// Whether something of the open cell's text was left out.
  private(set) var isCut = false
  private var isFull = false
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
    (isCut, isFull) = (false, false)
  }

  mutating func append(_ text: Span<UInt8>) {
    guard !isFull else { return }
    let room = limits.maximumCellBytes - cellLength
    if text.count <= room {
      text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      return
    }
    (isCut, isFull) = (true, true)
    let end = characterStart(text, before: room, in: 0..<text.count)
    text.extracting(0..<end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ byte: UInt8) {
    if cellLength < limits.maximumCellBytes { bytes.append(byte) } else { isCut = true }
  }

  /// Notes that something of the open cell's text was left out.
  mutating func markCut() {
    isCut = true
  }

  /// Forgets the open cell.
  mutating func dropCell() {
    bytes.removeSubrange(cellStart...)
    (isCut, isFull) = (false, false)
  }

  /// Reads what the open cell holds so far.
  @inline(__always)
  func withOpenCell<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(cellStart..<bytes.count))
  }

  /// What the open cell holds so far, copied.
  var openCell: [UInt8] { Array(bytes[cellStart...]) }

  /// Puts other bytes in the place of what the open cell holds.
  mutating func replaceOpenCell(_ text: Span<UInt8>) {
    bytes.removeSubrange(cellStart...)
    append(text)
  }

  /// Turns the escapes of a workbook's text, from a place in the open cell on, into characters.
  mutating func decodeEscapes(from start: Int) {
    decodeWorkbookEscapes(&bytes, from: cellStart + start)
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
      throw TabularError(.tooLarge, .rowTooLong, limits.maximumRowBytes)
    }
    let cell = RawCell(
      column: column, kind: kind, range: range, mergeAcross: mergeAcross,
      mergeDown: mergeDown)
    guard let last = cells.last, last.column > column else { return cells.append(cell) }
    var place = cells.count
    while place > 0, cells[place - 1].column > column { place -= 1 }
    cells.insert(cell, at: place)
  }

  /// Whether a cell of the row stands at or covers `column`.
  func isTaken(_ column: Int) -> Bool {
    cells.contains { $0.column <= column && column <= $0.column + $0.mergeAcross }
  }

  /// Repeats the last cell in the columns that follow; they share its bytes.
  mutating func repeatLast(_ count: Int) {
    guard let last = cells.last else { return }
    for distance in 1...max(count, 1) where distance <= count {
      cells.append(RawCell(column: last.column + distance, kind: last.kind, range: last.range))
    }
  }
}
