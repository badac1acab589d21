/// Puts the cells of a binary sheet into rows, in the order of the file or, where that is none,
/// sorted.
struct BinaryCells {
  private let outlet: SheetOutlet
  private let scan: BinarySheetScan
  private var rows: WorkbookRows
  private var scattered: ScatteredCells?
  /// Where the open cell stands: its row counted from 1, its column from 0.
  private(set) var place = (row: 0, column: 0)
  private var openRow = 0
  private var isBeyondLimits = false

  init(_ outlet: SheetOutlet, _ scan: BinarySheetScan) {
    self.outlet = outlet
    self.scan = scan
    rows = WorkbookRows(outlet)
    scattered = scan.isInOrder ? nil : ScatteredCells(limits: outlet.limits)
  }

  /// Starts a cell at a place, both counted from 0 as in the file.
  mutating func begin(row: Int, column: Int) throws(TabularError) {
    place = (row + 1, column)
    isBeyondLimits = column >= outlet.limits.maximumColumns
    if isBeyondLimits {
      outlet.damage.add(.capReached, row: row + 1, "a cell beyond the last column left out")
      rows.row.beginCell()
    } else if scattered == nil {
      try beginPlaced()
    } else {
      rows.row.clear()
    }
  }

  private mutating func beginPlaced() throws(TabularError) {
    if place.row != openRow {
      try endRow()
      try rows.positions.beginRow(stated: place.row)
      openRow = place.row
    }
    _ = try rows.positions.place(stated: place.column + 1, across: 0, down: 0, in: rows.row)
    rows.row.beginCell()
  }

  /// Adds to the open cell.
  mutating func append(_ text: Span<UInt8>) { rows.row.append(text) }

  /// Adds a shared text to the open cell.
  mutating func append(_ number: UInt32, of texts: SharedTexts) throws(TabularError) {
    try rows.append(Int(number), of: texts, at: place)
  }

  /// Ends the open cell; a blank one only widens its row.
  mutating func end(_ kind: CellKind = .text) throws(TabularError) {
    guard !isBeyondLimits else { return rows.row.dropCell() }
    if rows.row.isCut {
      outlet.damage.add(
        .capReached, row: place.row, column: place.column, "a cell cut at its byte limit")
    }
    guard scattered != nil else {
      return try rows.row.endCell(column: place.column, kind: kind)
    }
    let text = rows.row.openCell
    if !text.isEmpty {
      try scattered?.add(row: place.row, column: place.column, kind: kind, text.span)
    }
  }

  /// Tells of a merged block.
  mutating func merge(_ range: MergedRange) throws(TabularError) { try rows.merge(range) }

  /// Sends what is left.
  mutating func finish() throws(TabularError) {
    guard var cells = scattered else { return try endRow() }
    scattered = nil
    let damage = outlet.damage
    try cells.drain { (row, cell, text) throws(TabularError) in
      place = (row, cell.column)
      try beginPlaced()
      append(text)
      try end(cell.kind)
    } repeated: { row, column in
      damage.add(.badPosition, row: row, column: column, "two cells at one place")
    }
    try endRow()
  }

  private mutating func endRow() throws(TabularError) {
    if openRow > 0 { try rows.endRow(isHidden: scan.isHidden(openRow - 1)) }
    rows.row.clear()
  }
}
