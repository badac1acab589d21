/// What the sheets of an XLSX workbook have in common.
struct WorksheetContext {
  let texts: SharedTexts
  let styles: [NumberFormat]
  let countsFrom1904: Bool
}

/// Reads one sheet of an XLSX workbook.
///
/// Cells stand where their reference says, else after the cell before; the stated size of a sheet is
/// often wrong and never read. A formula counts by the value that was stored with it. Names are
/// known by their local part, for the two editions of the format have different namespaces.
struct WorksheetGrammar: XMLGrammar {
  private enum Element: Sendable {
    case worksheet, columns, column, rows, row, cell, value, inline, run, text, merges, merge
    case other
  }

  private enum Attribute: Sendable {
    case reference, type, style, range, hidden, first, last, other
  }

  private enum Place {
    case file, worksheet, columns, rows, row, cell, value, inline, run, text, merges
  }

  private enum Content { case number, shared, text, boolean, error, date }

  private let outlet: SheetOutlet
  private let context: WorksheetContext
  private var elements = XMLRoles<Element>()
  private var attributeRoles = XMLRoles<Attribute>()
  private var place = Place.file
  /// Open elements inside one that is passed over.
  private var inner = 0
  private var isInRun = false
  private var textStart = 0
  private var rows: WorkbookRows
  /// Whether the row waits for its first cell to say which row it is.
  private var isRowUnnumbered = false
  private var isRowHidden = false
  private var cell = CellPositions.Placement(column: 0)
  private var content = Content.number
  private var style = 0

  init(_ outlet: SheetOutlet, _ context: WorksheetContext) {
    self.outlet = outlet
    self.context = context
    rows = WorkbookRows(outlet)
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(TabularError) {
    if inner > 0 {
      inner += 1
      return
    }
    switch (place, elements.role(of: name, Self.element)) {
    case (.row, .cell):
      place = .cell
      try beginCell(attributes)
    case (.cell, .value): place = .value
    case (.rows, .row):
      place = .row
      try beginRow(attributes)
    case (.cell, .inline): place = .inline
    case (.inline, .run):
      place = .run
      isInRun = true
    case (.inline, .text), (.run, .text):
      place = .text
      textStart = rows.row.cellLength
    case (.worksheet, .rows): place = .rows
    case (.worksheet, .columns): place = .columns
    case (.columns, .column):
      describeColumns(attributes)
      inner = 1
    case (.worksheet, .merges): place = .merges
    case (.merges, .merge):
      try merge(attributes)
      inner = 1
    case (.file, .worksheet): place = .worksheet
    default: inner = 1
    }
  }

  mutating func text(_ bytes: Span<UInt8>) {
    guard inner == 0, place == .value || place == .text else { return }
    rows.row.append(bytes)
  }

  mutating func end() throws(TabularError) {
    if inner > 0 {
      inner -= 1
      return
    }
    switch place {
    case .value: place = .cell
    case .cell:
      place = .row
      try endCell()
    case .row:
      place = .rows
      try endRow()
    case .text:
      place = isInRun ? .run : .inline
      rows.row.decodeEscapes(from: textStart)
    case .run:
      place = .inline
      isInRun = false
    case .inline: place = .cell
    case .rows, .columns, .merges: place = .worksheet
    case .worksheet, .file: place = .file
    }
  }

  mutating func finish() {
    outlet.place(row: nil, column: nil)
  }
}

extension WorksheetGrammar {
  private mutating func beginRow(_ attributes: XMLAttributes) throws(TabularError) {
    var stated: Int?
    isRowHidden = false
    for index in 0..<attributes.count {
      switch role(attributes, index) {
      case .reference: stated = attributes.integer(at: index) ?? 0
      case .hidden: isRowHidden = isTrue(attributes, index)
      default: break
      }
    }
    rows.row.clear()
    isRowUnnumbered = stated == nil
    if let stated { try rows.positions.beginRow(stated: stated) }
  }

  private func isTrue(_ attributes: XMLAttributes, _ index: Int) -> Bool {
    attributes.value(at: index, is: "1") || attributes.value(at: index, is: "true")
  }

  private mutating func describeColumns(_ attributes: XMLAttributes) {
    var first = 0
    var last = 0
    var isHidden = false
    for index in 0..<attributes.count {
      switch role(attributes, index) {
      case .first: first = attributes.integer(at: index) ?? 0
      case .last: last = attributes.integer(at: index) ?? 0
      case .hidden: isHidden = isTrue(attributes, index)
      default: break
      }
    }
    if isHidden { outlet.hiddenColumns.hide(first - 1, through: last - 1) }
  }

  private mutating func beginCell(_ attributes: XMLAttributes) throws(TabularError) {
    var reference: CellAddress?
    content = .number
    style = 0
    for index in 0..<attributes.count {
      switch role(attributes, index) {
      case .reference: reference = attributes.withValue(at: index) { CellAddress($0) }
      case .style: style = attributes.integer(at: index) ?? 0
      case .type: content = attributes.withValue(at: index) { type($0) }
      default: break
      }
    }
    if isRowUnnumbered {
      isRowUnnumbered = false
      try rows.positions.beginRow(stated: reference?.row)
    }
    cell = try rows.positions.place(
      stated: reference.map { $0.column + 1 }, across: 0, down: 0, in: rows.row)
    rows.row.beginCell()
  }

  /// The types are told apart by their first letters: b, d, e, inlineStr, n, s and str.
  private func type(_ text: Span<UInt8>) -> Content {
    guard let first = text.isEmpty ? nil : text[0] else { return .number }
    switch first {
    case UInt8(ascii: "n"): return .number
    case UInt8(ascii: "s"): return text.count == 1 ? .shared : .text
    case UInt8(ascii: "i"): return .text
    case UInt8(ascii: "b"): return .boolean
    case UInt8(ascii: "e"): return .error
    case UInt8(ascii: "d"): return .date
    default:
      outlet.damage.add(.unknownCellType, row: rows.positions.row, "a cell's t")
      return .text
    }
  }

  private mutating func endCell() throws(TabularError) {
    outlet.place(row: rows.positions.row, column: cell.column)
    guard !cell.isBeyondLimits else { return rows.row.dropCell() }
    guard rows.row.cellLength > 0 else { return }
    let kind = try finishValue()
    if rows.row.isCut {
      outlet.damage.add(
        .capReached, row: rows.positions.row, column: cell.column, "a cell cut at its byte limit")
    }
    try rows.row.endCell(column: cell.column, kind: kind)
  }

  /// Turns what the file holds for the cell into the cell's text.
  private mutating func finishValue() throws(TabularError) -> CellKind {
    switch content {
    case .shared:
      try takeSharedText()
      return .text
    case .number: return finishNumber()
    case .text:
      rows.row.decodeEscapes(from: 0)
      return .text
    case .boolean:
      let isTrue = rows.row.withOpenCell { $0.count == 4 || $0[0] == UInt8(ascii: "1") }
      rows.row.replaceOpenCell((isTrue ? "1" : "0").utf8Span.span)
      return .boolean
    case .error: return .error
    case .date: return .date
    }
  }

  private mutating func takeSharedText() throws(TabularError) {
    let number = rows.row.withOpenCell { wholeNumber($0) }
    rows.row.dropCell()
    try rows.append(
      number, of: context.texts, at: (row: rows.positions.row, column: cell.column))
  }

  private mutating func finishNumber() -> CellKind {
    let format = style >= 0 && style < context.styles.count ? context.styles[style] : .number
    if format != .number,
      let moment = rows.row.withOpenCell({ StoredNumber.value($0) }).flatMap({
        StoredNumber.moment($0, as: format, from1904: context.countsFrom1904)
      })
    {
      rows.row.replaceOpenCell(moment.utf8Span.span)
      return .date
    }
    if rows.row.cellLength > 15, let text = rows.row.withOpenCell({ StoredNumber.shortened($0) }) {
      rows.row.replaceOpenCell(text.utf8Span.span)
    }
    return .number
  }

  private mutating func endRow() throws(TabularError) {
    if isRowUnnumbered { try rows.positions.beginRow(stated: nil) }
    try rows.endRow(isHidden: isRowHidden)
  }

  private mutating func merge(_ attributes: XMLAttributes) throws(TabularError) {
    for index in 0..<attributes.count where role(attributes, index) == .range {
      try rows.merge(attributes.withValue(at: index) { MergedRange(reference: $0) })
    }
  }

  @inline(__always)
  private mutating func role(_ attributes: XMLAttributes, _ index: Int) -> Attribute {
    attributes.name(at: index).map { attributeRoles.role(of: $0, Self.attribute) } ?? .other
  }

  private static func element(_ name: SpelledName) -> Element {
    switch name.local {
    case "worksheet": .worksheet
    case "sheetData": .rows
    case "row": .row
    case "c": .cell
    case "v": .value
    case "is": .inline
    case "r": .run
    case "t": .text
    case "cols": .columns
    case "col": .column
    case "mergeCells": .merges
    case "mergeCell": .merge
    default: .other
    }
  }

  private static func attribute(_ name: SpelledName) -> Attribute {
    guard name.namespace.isEmpty else { return .other }
    switch name.local {
    case "r": return .reference
    case "t": return .type
    case "s": return .style
    case "ref": return .range
    case "hidden": return .hidden
    case "min": return .first
    case "max": return .last
    default: return .other
    }
  }
}
