/// Gives the cells of a sheet the merged blocks that the file listed behind them.
///
/// What stands under a merged block cannot be seen in the file's own program and is left out, as in
/// the formats that list covered cells apart.
struct LateMerges {
  /// A cell under a merged block.
  struct Covered {
    let row: Int
    let column: Int
    /// Its text among the bytes of the sheet.
    let text: Range<Int>
    fileprivate let merge: Int
  }

  /// The cells that stay, and the rows that point to them.
  private(set) var cells: [RawCell] = []
  private(set) var rows: [Sheet.RowStart] = []
  /// What is left out.
  private(set) var covered: [Covered] = []
  /// The texts of the blocks' first cells, by the blocks' places in ``merges``.
  private var shown: [Int: Range<Int>] = [:]

  /// How many columns blocks may cover, row by row of their beginnings; more than a sheet can show.
  private static let maximumWork = 50_000_000

  private let merges: [MergedRange]
  private var next = 0
  private var work = 0
  /// For each column the block that covers it, by its place in ``merges``, -1 for none.
  private var owners: [Int32] = []

  /// Applies merges that are sorted by their first cells.
  init(_ sorted: [MergedRange], rows: [Sheet.RowStart], cells: [RawCell]) {
    merges = sorted
    self.cells.reserveCapacity(cells.count)
    self.rows.reserveCapacity(rows.count)
    for index in rows.indices {
      let number = Int(rows[index].number)
      begin(rowsUpTo: number)
      self.rows.append(
        Sheet.RowStart(number: rows[index].number, firstCell: UInt32(self.cells.count)))
      let end = index + 1 < rows.count ? Int(rows[index + 1].firstCell) : cells.count
      for cell in cells[Int(rows[index].firstCell)..<end] { add(cell, row: number) }
    }
  }

  /// Whether a covered cell repeats what its block shows, as programs write that fill every cell of
  /// a column before they merge it: then leaving it out loses nothing.
  func repeatsShown(_ cell: Covered, in bytes: [UInt8]) -> Bool {
    guard let first = shown[cell.merge] else { return false }
    return bytes[cell.text] == bytes[first]
  }

  private mutating func begin(rowsUpTo row: Int) {
    while next < merges.count, merges[next].firstRow <= row {
      let merge = merges[next]
      work += merge.lastColumn - merge.firstColumn
      if merge.lastRow >= row, work <= Self.maximumWork {
        while owners.count <= merge.lastColumn { owners.append(-1) }
        for column in merge.firstColumn...merge.lastColumn { owners[column] = Int32(next) }
      }
      next += 1
    }
  }

  private mutating func add(_ cell: RawCell, row: Int) {
    let owner = cell.column < owners.count ? Int(owners[cell.column]) : -1
    guard owner >= 0, merges[owner].lastRow >= row else { return cells.append(cell) }
    let merge = merges[owner]
    guard merge.firstRow == row, merge.firstColumn == cell.column else {
      covered.append(Covered(row: row, column: cell.column, text: cell.range, merge: owner))
      return
    }
    shown[owner] = cell.range
    cells.append(
      RawCell(
        column: cell.column, kind: cell.kind, range: cell.range,
        mergeAcross: merge.lastColumn - merge.firstColumn,
        mergeDown: merge.lastRow - merge.firstRow))
  }
}
