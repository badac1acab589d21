/// Finds where the cells of a sheet stand, and keeps what merged cells cover.
struct CellPositions {
  /// Where a cell stands and what it covers, within the limits.
  struct Placement {
    var column: Int
    var across = 0
    var down = 0
    var isBeyondLimits = false
  }

  /// The current row, counted from 1; 0 before the first.
  private(set) var row = 0

  private let outlet: SheetOutlet
  private var nextRow = 1
  private var nextColumn = 0
  private var mergeCount = 0
  private var hasMovedInRow = false
  /// Whether the sheet leaves covered columns out when it counts, as LibreOffice does: a cell without
  /// a number fell on a covered place.
  private var countsFreeColumns = false
  /// For each column the last row that a merged cell covers, and the row of that cell.
  private var coveredUntil: [Int32] = []
  private var coveredSince: [Int32] = []
  /// How many of the row's first columns were counted, and how many of them are free.
  private var counted = (columns: 0, free: 0)

  init(_ outlet: SheetOutlet) {
    self.outlet = outlet
  }

  /// Starts a row at the stated number, else after the row before.
  ///
  /// `furtherRows` rows below are like it and blank; they are not present in the file.
  mutating func beginRow(stated: Int?, furtherRows: Int = 0) throws(TabularError) {
    row = nextRow
    if let stated {
      if stated >= nextRow, stated <= outlet.limits.maximumRows {
        row = stated
      } else {
        outlet.damage.add(.badPosition, row: row, "row number out of order or range")
      }
    }
    guard row <= outlet.limits.maximumRows else {
      throw TabularError(.tooLarge, .tooManyRows, outlet.limits.maximumRows)
    }
    nextColumn = 0
    hasMovedInRow = false
    counted = (0, 0)
    let further = min(max(furtherRows, 0), outlet.limits.maximumRows - row)
    if further != furtherRows { outlet.damage.add(.capReached, row: row, "a row's span") }
    nextRow = row + 1 + further
  }

  /// Goes to a row whose number is known to be in order.
  mutating func beginRow(number: Int) throws(TabularError) {
    nextRow = number
    try beginRow(stated: nil)
  }

  /// Passes over columns that hold nothing.
  mutating func skip(_ columns: Int) {
    nextColumn = min(nextColumn + max(columns, 0), outlet.limits.maximumColumns)
  }

  /// Goes back to a column, where what a wide cell covers is listed again.
  mutating func goBack(to column: Int) {
    nextColumn = column
  }

  /// Finds the place of the next cell in a format that lists covered cells too.
  mutating func placeNext(across: Int, down: Int) throws(TabularError) -> Placement {
    try place(Placement(column: nextColumn), across: across, down: down)
  }

  /// Finds the place of the next cell, tells the receiver of a merged block and remembers it.
  mutating func place(
    stated: Int?, across: Int, down: Int, in assembly: RowAssembly
  ) throws(TabularError) -> Placement {
    let column = column(stated: stated, in: assembly)
    return try place(Placement(column: column), across: across, down: down)
  }

  private mutating func place(
    _ next: Placement, across: Int, down: Int
  ) throws(TabularError) -> Placement {
    var cell = next
    guard cell.column < outlet.limits.maximumColumns else {
      outlet.damage.add(.capReached, row: row, "a cell beyond the last column left out")
      cell.isBeyondLimits = true
      cell.column = outlet.limits.maximumColumns - 1
      return cell
    }
    if across != 0 || down != 0 { try merge(&cell, across: across, down: down) }
    nextColumn = max(nextColumn, cell.column + cell.across + 1)
    return cell
  }

  private mutating func column(stated: Int?, in assembly: RowAssembly) -> Int {
    if let stated {
      let column = countsFreeColumns ? freeColumn(stated) : stated - 1
      if column >= nextColumn, column < outlet.limits.maximumColumns {
        if isCovered(column) {
          outlet.damage.add(
            .cellInCoveredArea, row: row, column: column, "left at its stated place")
        }
        return column
      }
      outlet.damage.add(
        .badPosition, row: row, column: nextColumn, "column number out of order or range")
      if (0..<nextColumn).contains(column), !assembly.isTaken(column) { return column }
    }
    guard isCovered(nextColumn) else { return nextColumn }
    countsFreeColumns = true
    var column = nextColumn
    while isCovered(column) { column += 1 }
    if !hasMovedInRow {
      hasMovedInRow = true
      outlet.damage.add(.cellInCoveredArea, row: row, column: column, "moved right")
    }
    return column
  }

  /// The column that is so many columns from the left, those covered from above not counted.
  ///
  /// Counts on from the last one, so that a row takes time in proportion to its columns.
  private mutating func freeColumn(_ stated: Int) -> Int {
    guard stated > counted.free, stated <= outlet.limits.maximumColumns else { return stated - 1 }
    while counted.free < stated {
      let column = counted.columns
      let isFromAbove = isCovered(column) && coveredSince[column] < row
      if !isFromAbove { counted.free += 1 }
      counted.columns += 1
    }
    return counted.columns - 1
  }

  @inline(__always)
  private func isCovered(_ column: Int) -> Bool {
    column < coveredUntil.count && coveredUntil[column] >= row
  }

  private mutating func merge(
    _ cell: inout Placement, across: Int, down: Int
  ) throws(TabularError) {
    let limits = outlet.limits
    cell.across = min(max(across, 0), limits.maximumColumns - 1 - cell.column)
    cell.down = min(max(down, 0), limits.maximumRows - row)
    if cell.across != across || cell.down != down {
      outlet.damage.add(.capReached, row: row, column: cell.column, "a merged block")
    }
    guard cell.across > 0 || cell.down > 0 else { return }
    mergeCount += 1
    guard mergeCount <= limits.maximumMerges else {
      if mergeCount == limits.maximumMerges + 1 {
        outlet.damage.add(
          .capReached, row: row, "merged blocks beyond \(limits.maximumMerges)")
      }
      (cell.across, cell.down) = (0, 0)
      return
    }
    let last = cell.column + cell.across
    try outlet.receiver.merge(
      MergedRange(
        firstRow: row, lastRow: row + cell.down, firstColumn: cell.column, lastColumn: last))
    guard cell.down > 0 else { return }
    while coveredUntil.count <= last {
      coveredUntil.append(0)
      coveredSince.append(0)
    }
    let until = Int32(row + cell.down)
    for column in cell.column...last where coveredUntil[column] < until {
      coveredUntil[column] = until
      coveredSince[column] = Int32(row)
    }
  }

  /// Hands the finished row on.
  func endRow(_ assembly: RowAssembly, isHidden: Bool) throws(TabularError) {
    if let last = assembly.cells.last {
      if last.column >= outlet.columnCount { outlet.columnCount = last.column + 1 }
      if isHidden { outlet.visibility.hiddenRows += 1 }
    }
    try outlet.receiver.row(
      number: row, width: nextColumn, cells: assembly.cells.span,
      bytes: assembly.bytes.span)
  }
}
