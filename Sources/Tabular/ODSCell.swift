/// One cell of a flat ODS file while it is being read.
struct ODSCell {
  var isCovered = false
  var repeats = 1
  var across = 0
  var down = 0
  private(set) var kind = CellKind.text
  private(set) var isInParagraph = false
  /// Whether an attribute gave the value, so that the paragraphs are only its display.
  private var hasValue = false
  private var paragraphs = 0
  private var endsInSpace = true
  private var isError = false

  /// Notes the type; LibreOffice marks error values in an attribute of its own.
  mutating func setType(_ attributes: XMLAttributes, _ index: Int) {
    if attributes.value(at: index, is: "error") { isError = true }
  }

  mutating func setValue(
    _ attributes: XMLAttributes, _ index: Int, kind: CellKind, _ row: inout RowAssembly
  ) {
    guard !hasValue else { return }
    attributes.withValue(at: index) { row.append($0) }
    self.kind = kind
    hasValue = true
  }

  /// Takes a stretch of time such as `PT10H30M00S` as `10:30:00`; any other notation stays.
  mutating func setTime(_ attributes: XMLAttributes, _ index: Int, _ row: inout RowAssembly) {
    guard !hasValue else { return }
    guard let clock = attributes.withValue(at: index, { StoredNumber.clock(ofDuration: $0) })
    else { return setValue(attributes, index, kind: .date, &row) }
    row.append(clock.utf8Span.span)
    kind = .date
    hasValue = true
  }

  mutating func setTruth(_ value: Bool, _ row: inout RowAssembly) {
    guard !hasValue else { return }
    row.append(UInt8(ascii: value ? "1" : "0"))
    kind = .boolean
    hasValue = true
  }

  mutating func beginParagraph(_ row: inout RowAssembly) {
    isInParagraph = !hasValue
    guard isInParagraph else { return }
    if paragraphs > 0 { row.append(0x0A) }
    paragraphs += 1
    endsInSpace = true
  }

  mutating func endParagraph(_ row: inout RowAssembly) {
    isInParagraph = false
    if isError { kind = .error }
  }

  /// Adds text in which, as the format says, a run of white space counts as one space and one at
  /// the start of a paragraph as none.
  mutating func addText(_ bytes: Span<UInt8>, to row: inout RowAssembly) {
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else {
        endsInSpace = false
        continue
      }
      row.append(bytes.extracting(start..<index))
      if !endsInSpace { row.append(0x20) }
      endsInSpace = true
      start = index + 1
    }
    row.append(bytes.extracting(start..<bytes.count))
  }

  mutating func addSpaces(_ count: Int, to row: inout RowAssembly) {
    guard isInParagraph else { return }
    for _ in 0..<max(0, min(count, ODSRows.maximumSpaces)) { row.append(0x20) }
    if count > ODSRows.maximumSpaces { row.markCut() }
    endsInSpace = false
  }

  mutating func addCharacter(_ byte: UInt8, to row: inout RowAssembly) {
    guard isInParagraph else { return }
    row.append(byte)
    endsInSpace = true
  }
}

/// The rows of one table of a flat ODS file: repeats, spans and the padding at the end.
struct ODSRows {
  /// The most spaces one `text:s` may stand for.
  static let maximumSpaces = 1_024

  var assembly: RowAssembly
  private let outlet: SheetOutlet
  private var positions: CellPositions
  private var nextRow = 1
  private var repeats = 1
  private var isHidden = false
  private var firstPendingBlank = 1

  init(_ outlet: SheetOutlet) {
    self.outlet = outlet
    assembly = RowAssembly(limits: outlet.limits)
    positions = CellPositions(outlet)
  }

  mutating func beginRow(repeats: Int, isHidden: Bool) throws(TabularError) {
    self.isHidden = isHidden
    self.repeats = max(repeats, 1)
    assembly.clear()
    // Blank rows beyond the last one are padding and no trouble; a filled one there is.
    try positions.beginRow(number: min(nextRow, outlet.limits.maximumRows))
  }

  mutating func endCell(_ cell: ODSCell) throws(TabularError) {
    let row = positions.row
    outlet.place(row: row, column: nil)
    let hasText = assembly.cellLength > 0
    guard !cell.isCovered, hasText || cell.across > 0 || cell.down > 0 else {
      if cell.isCovered, hasText {
        outlet.damage.add(.cellInCoveredArea, row: row, TableDamage.coveredTextLeftOut)
      }
      assembly.dropCell()
      positions.skip(max(cell.repeats, 1))
      return
    }
    let across = cell.across
    let placement = try positions.placeNext(across: across, down: cell.down)
    guard !placement.isBeyondLimits else { return assembly.dropCell() }
    if assembly.isCut {
      outlet.damage.add(.capReached, row: row, column: placement.column, "a cell's text cut")
    }
    let before = assembly.cells.count
    try assembly.endCell(
      column: placement.column, kind: cell.kind, mergeAcross: placement.across,
      mergeDown: placement.down)
    // The covered cells of a wide one follow as elements of their own.
    positions.goBack(to: placement.column + 1)
    if cell.repeats > 1 {
      try repeatCell(
        cell.repeats - 1, at: placement.column, isBlank: assembly.cells.count == before)
    }
  }

  private mutating func repeatCell(
    _ further: Int, at column: Int, isBlank: Bool
  ) throws(TabularError) {
    let room = min(further, outlet.limits.maximumColumns - 1 - column)
    if !isBlank {
      let isWithin = room == further && further < outlet.limits.maximumRepeats
      if isWithin {
        assembly.repeatLast(further)
        try count(further * 16)
      } else {
        outlet.damage.add(
          .capReached, row: positions.row, column: column, "a repeated cell, kept once")
      }
    }
    positions.skip(further)
  }

  private mutating func count(_ size: Int) throws(TabularError) {
    outlet.repeatedSize += size
    guard outlet.repeatedSize <= outlet.limits.maximumRowBytes else {
      throw TabularError(.tooLarge, .tooManyRepeats, outlet.limits.maximumRowBytes)
    }
  }

  mutating func endRow() throws(TabularError) {
    let first = nextRow
    nextRow = min(nextRow, outlet.limits.maximumRows + 1) + min(repeats, 1 << 30)
    guard !assembly.cells.isEmpty else { return }
    guard first <= outlet.limits.maximumRows else {
      throw TabularError(.tooLarge, .tooManyRows, outlet.limits.maximumRows)
    }
    try sendBlankRows(before: first)
    try positions.endRow(assembly, isHidden: isHidden)
    firstPendingBlank = nextRow
    guard repeats > 1 else { return }
    guard repeats <= outlet.limits.maximumRepeats, nextRow <= outlet.limits.maximumRows + 1 else {
      outlet.damage.add(.capReached, row: first, "a repeated row, kept once")
      return
    }
    try count((repeats - 1) * (assembly.bytes.count + assembly.cells.count * 16))
    for number in first + 1..<nextRow {
      try positions.beginRow(number: number)
      try positions.endRow(assembly, isHidden: isHidden)
    }
  }

  /// Sends the blank rows between two filled ones; a longer gap is only a jump in the numbers.
  private func sendBlankRows(before row: Int) throws(TabularError) {
    guard row - firstPendingBlank <= outlet.limits.maximumRepeats else { return }
    let cells: [RawCell] = []
    let bytes: [UInt8] = []
    for number in firstPendingBlank..<max(row, firstPendingBlank) {
      try outlet.receiver.row(number: number, width: 0, cells: cells.span, bytes: bytes.span)
    }
  }
}
