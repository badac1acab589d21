/// The rows of a workbook's sheet on their way to the receiver, with the gaps between them and the
/// merged blocks that the file lists behind them.
struct WorkbookRows {
  /// Where the cells of the open row stand.
  var positions: CellPositions
  /// The open row.
  var row: RowAssembly

  private let outlet: SheetOutlet
  private var nextUnsent = 1
  private var mergeCount = 0

  init(_ outlet: SheetOutlet) {
    self.outlet = outlet
    row = RowAssembly(limits: outlet.limits)
    positions = CellPositions(outlet)
  }

  /// Sends the row, and before it the blank ones since the last; a long gap is only a jump in the
  /// numbers, and blank rows at the end are formatting.
  mutating func endRow(isHidden: Bool) throws(TabularError) {
    guard !row.cells.isEmpty else { return }
    let number = positions.row
    if number - nextUnsent <= outlet.limits.maximumRepeats {
      let cells: [RawCell] = []
      let bytes: [UInt8] = []
      for blank in nextUnsent..<max(number, nextUnsent) {
        try outlet.receiver.row(number: blank, width: 0, cells: cells.span, bytes: bytes.span)
      }
    }
    try positions.endRow(row, isHidden: isHidden)
    nextUnsent = number + 1
  }

  /// Tells of a merged block; nil is one whose place cannot be read.
  mutating func merge(_ range: MergedRange?) throws(TabularError) {
    let limits = outlet.limits
    guard let range, range.lastRow <= limits.maximumRows, range.lastColumn < limits.maximumColumns,
      range.firstRow <= range.lastRow, range.firstColumn <= range.lastColumn
    else { return outlet.damage.add(.badPosition, "a merged block") }
    guard range.firstRow < range.lastRow || range.firstColumn < range.lastColumn else { return }
    mergeCount += 1
    if mergeCount <= limits.maximumMerges {
      try outlet.receiver.merge(range)
    } else if mergeCount == limits.maximumMerges + 1 {
      outlet.damage.add(.capReached, "merged blocks beyond \(limits.maximumMerges)")
    }
  }

  /// Adds a shared text to the open cell; a text that is not there is flagged and leaves it blank.
  mutating func append(
    _ number: Int?, of texts: SharedTexts, at place: (row: Int, column: Int)
  ) throws(TabularError) {
    let found: Void? = number.flatMap { number in texts.withText(number) { row.append($0) } }
    guard found != nil else {
      outlet.damage.add(
        .missingSharedText, row: place.row, column: place.column, "no text of this number")
      return
    }
    try texts.check()
  }
}
