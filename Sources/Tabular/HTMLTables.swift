/// Turns the elements of HTML into tables; a table within a cell counts as the cell's text.
struct HTMLTables {
  private let outlet: SheetOutlet
  private var positions: CellPositions
  private var row: RowAssembly
  private var cell = CellPositions.Placement(column: 0)
  private var kind = CellKind.text
  private var tableCount = 0
  /// How many tables are open within one another; only the outermost has rows.
  private var tableDepth = 0
  private var isSheetOpen = false
  private var isInRow = false
  private var isInCell = false
  private var isRowHidden = false
  private var isSpacePending = false
  private var isBreakPending = false
  /// Open elements whose text is none: scripts and styles.
  private var silent = 0

  init(_ outlet: SheetOutlet) {
    self.outlet = outlet
    positions = CellPositions(outlet)
    row = RowAssembly(limits: outlet.limits)
  }

  mutating func start(_ name: String, _ attributes: HTMLAttributes) throws(TabularError) {
    switch name {
    case "script", "style", "title", "xml": silent += 1
    case "table":
      tableDepth += 1
      if tableDepth == 1 { positions = CellPositions(outlet) }
      addSpace()
    case "tr" where tableDepth == 1:
      try endRow()
      try beginRow(attributes)
    case "td" where tableDepth == 1, "th" where tableDepth == 1:
      try endCell()
      if !isInRow { try beginRow(attributes) }
      try beginCell(attributes)
    case "br", "p", "div", "li": addBreak()
    default: break
    }
  }

  mutating func end(_ name: String) throws(TabularError) {
    switch name {
    case "script", "style", "title", "xml": silent = max(0, silent - 1)
    case "table":
      if tableDepth == 1 { try endTable() }
      tableDepth = max(0, tableDepth - 1)
      addSpace()
    case "tr" where tableDepth == 1: try endRow()
    case "td" where tableDepth == 1, "th" where tableDepth == 1: try endCell()
    case "td", "th", "tr": addSpace()
    default: break
    }
  }

  /// Adds text, in which a run of white space counts as one space.
  mutating func text(_ text: Span<UInt8>) {
    guard isInCell, silent == 0 else { return }
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else {
        continue
      }
      append(text.extracting(start..<index))
      isSpacePending = true
      start = index + 1
    }
    append(text.extracting(start..<text.count))
  }

  /// Adds what stands between white space, and one space before it where there was some.
  private mutating func append(_ word: Span<UInt8>) {
    guard !word.isEmpty else { return }
    if row.cellLength > 0, isBreakPending || isSpacePending {
      row.append(isBreakPending ? 0x0A : 0x20)
    }
    isSpacePending = false
    isBreakPending = false
    row.append(word)
  }

  /// Ends what the file leaves open; HTML without a cell is no table file.
  mutating func finish() throws(TabularError) {
    if tableDepth > 0 { try endTable() }
    guard tableCount > 0 else { throw TabularError(.unknownXML, .rootElement, "HTML") }
    outlet.place(row: nil, column: nil)
  }
}

extension HTMLTables {
  private mutating func beginRow(_ attributes: HTMLAttributes) throws(TabularError) {
    if !isSheetOpen {
      isSheetOpen = true
      tableCount += 1
      try outlet.beginSheet(name: "Table\(tableCount)")
    }
    try positions.beginRow(stated: nil)
    row.clear()
    isInRow = true
    let style = attributes["style"]?.lowercased().filter { $0 != " " } ?? ""
    isRowHidden = style.contains("display:none")
  }

  private mutating func beginCell(_ attributes: HTMLAttributes) throws(TabularError) {
    let across = (attributes["colspan"].flatMap { Int($0) } ?? 1) - 1
    let down = (attributes["rowspan"].flatMap { Int($0) } ?? 1) - 1
    cell = try positions.place(stated: nil, across: max(across, 0), down: max(down, 0), in: row)
    row.beginCell()
    isInCell = true
    isSpacePending = false
    isBreakPending = false
    kind = .text
    // Excel keeps what it stored beside what it shows.
    guard let stored = attributes["x:num"], let number = Double(stored), number.isFinite else {
      return
    }
    row.append(stored.utf8Span.span)
    kind = .number
    isInCell = false
  }

  private mutating func endCell() throws(TabularError) {
    guard isInRow, isInCell || kind == .number else { return }
    isInCell = false
    outlet.place(row: positions.row, column: cell.column)
    defer { kind = .text }
    guard !cell.isBeyondLimits else { return row.dropCell() }
    if row.isCut {
      outlet.damage.add(
        .capReached, row: positions.row, column: cell.column, "a cell cut at its byte limit")
    }
    try row.endCell(
      column: cell.column, kind: kind, mergeAcross: cell.across, mergeDown: cell.down)
    row.beginCell()
  }

  private mutating func endRow() throws(TabularError) {
    guard isInRow else { return }
    try endCell()
    isInRow = false
    try positions.endRow(row, isHidden: isRowHidden)
  }

  private mutating func endTable() throws(TabularError) {
    try endRow()
    guard isSheetOpen else { return }
    isSheetOpen = false
    try outlet.endSheet()
  }

  private mutating func addSpace() {
    isSpacePending = true
  }

  private mutating func addBreak() {
    isBreakPending = true
  }
}
