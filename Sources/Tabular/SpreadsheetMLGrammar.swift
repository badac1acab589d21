/// Reads Excel's XML spreadsheet of 2003.
///
/// Cells stand where `ss:Index` says, else after the cell before; where that place lies under a
/// merged cell from above, at the next free column, for LibreOffice leaves the index out there.
struct SpreadsheetMLGrammar: XMLGrammar {
  static let root = SpelledName(local: "Workbook", namespace: namespace)
  private static let namespace = "urn:schemas-microsoft-com:office:spreadsheet"
  private static let optionsNamespace = "urn:schemas-microsoft-com:office:excel"

  private enum Element: Sendable {
    case workbook, worksheet, table, column, row, cell, content, options, visible, other
  }

  private enum Attribute: Sendable {
    case name, index, mergeAcross, mergeDown, span, type, hidden, other
  }

  private enum Place {
    case file, workbook, worksheet, table, row, cell, content, options, visible
  }

  private let outlet: SheetOutlet
  private var elements = XMLRoles<Element>()
  private var attributeRoles = XMLRoles<Attribute>()
  private var place = Place.file
  /// Open elements inside one that is passed over, or inside the markup of a cell's text.
  private var inner = 0
  private var isSkipping = false
  private var isRowHidden = false
  private var visibility: [UInt8] = []
  private var positions: CellPositions
  private var row: RowAssembly
  private var cell = CellPositions.Placement(column: 0)
  private var kind = CellKind.text

  init(_ outlet: SheetOutlet) {
    self.outlet = outlet
    row = RowAssembly(limits: outlet.limits)
    positions = CellPositions(outlet)
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(TabularError) {
    if inner > 0 {
      inner += 1
      return
    }
    switch (place, elements.role(of: name, Self.element)) {
    case (.file, .workbook): place = .workbook
    case (.workbook, .worksheet):
      place = .worksheet
      try beginSheet(attributes)
    case (.worksheet, .table): place = .table
    case (.worksheet, .options): place = .options
    case (.options, .visible): place = .visible
    case (.table, .column):
      describeColumns(attributes)
      inner = 1
    case (.table, .row):
      place = .row
      try beginRow(attributes)
    case (.row, .cell):
      place = .cell
      try beginCell(attributes)
    case (.cell, .content):
      place = .content
      beginContent(attributes)
    default:
      inner = 1
      isSkipping = place != .content
    }
  }

  mutating func text(_ bytes: Span<UInt8>) {
    guard !isSkipping else { return }
    if place == .content {
      row.append(bytes)
    } else if place == .visible, visibility.count < 64 {
      bytes.withUnsafeBufferPointer { visibility.append(contentsOf: $0.prefix(64)) }
    }
  }

  mutating func end() throws(TabularError) {
    if inner > 0 {
      inner -= 1
      if inner == 0 { isSkipping = false }
      return
    }
    switch place {
    case .content: place = .cell
    case .cell:
      place = .row
      try endCell()
    case .row:
      place = .table
      try positions.endRow(row, isHidden: isRowHidden)
    case .table, .options: place = .worksheet
    case .visible:
      place = .options
      outlet.visibility.isHidden =
        visibility.starts(with: "SheetHidden".utf8)
        || visibility.starts(with: "SheetVeryHidden".utf8)
    case .worksheet:
      place = .workbook
      try outlet.endSheet()
    case .workbook, .file: place = .file
    }
  }

  mutating func finish() {
    outlet.place(row: nil, column: nil)
  }
}

extension SpreadsheetMLGrammar {
  private mutating func beginSheet(_ attributes: XMLAttributes) throws(TabularError) {
    var name = ""
    for index in 0..<attributes.count where role(attributes, index) == .name {
      name = attributes.string(at: index)
    }
    visibility = []
    positions = CellPositions(outlet)
    try outlet.beginSheet(name: name)
  }

  private mutating func beginRow(_ attributes: XMLAttributes) throws(TabularError) {
    var stated: Int?
    var span = 0
    isRowHidden = false
    for index in 0..<attributes.count {
      switch role(attributes, index) {
      case .hidden: isRowHidden = attributes.value(at: index, is: "1")
      case .index: stated = attributes.integer(at: index) ?? 0
      case .span: span = attributes.integer(at: index) ?? 0
      default: break
      }
    }
    try positions.beginRow(stated: stated, furtherRows: span)
    row.clear()
  }

  private mutating func describeColumns(_ attributes: XMLAttributes) {
    var stated: Int?
    var further = 0
    var isHidden = false
    for index in 0..<attributes.count {
      switch role(attributes, index) {
      case .hidden: isHidden = attributes.value(at: index, is: "1")
      case .index: stated = attributes.integer(at: index).map { $0 - 1 }
      case .span: further = attributes.integer(at: index) ?? 0
      default: break
      }
    }
    outlet.hiddenColumns.describe(at: stated, count: further + 1, isHidden: isHidden)
  }

  private mutating func beginCell(_ attributes: XMLAttributes) throws(TabularError) {
    var stated: Int?
    var across = 0
    var down = 0
    for index in 0..<attributes.count {
      switch role(attributes, index) {
      case .index: stated = attributes.integer(at: index) ?? 0
      case .mergeAcross: across = attributes.integer(at: index) ?? 0
      case .mergeDown: down = attributes.integer(at: index) ?? 0
      default: break
      }
    }
    cell = try positions.place(stated: stated, across: across, down: down, in: row)
    kind = .text
    row.beginCell()
  }

  private mutating func beginContent(_ attributes: XMLAttributes) {
    for index in 0..<attributes.count where role(attributes, index) == .type {
      if attributes.value(at: index, is: "String") {
        kind = .text
      } else if attributes.value(at: index, is: "Number") {
        kind = .number
      } else if attributes.value(at: index, is: "DateTime") {
        kind = .date
      } else if attributes.value(at: index, is: "Boolean") {
        kind = .boolean
      } else if attributes.value(at: index, is: "Error") {
        kind = .error
      } else {
        kind = .text
        outlet.damage.add(
          .unknownCellType, row: positions.row, column: cell.column, "ss:Type")
      }
    }
  }

  private mutating func endCell() throws(TabularError) {
    outlet.place(row: positions.row, column: cell.column)
    if row.isCut {
      outlet.damage.add(
        .capReached, row: positions.row, column: cell.column, "a cell cut at its byte limit")
    }
    guard !cell.isBeyondLimits else { return row.beginCell() }
    try row.endCell(
      column: cell.column, kind: kind, mergeAcross: cell.across, mergeDown: cell.down)
  }

  private mutating func role(_ attributes: XMLAttributes, _ index: Int) -> Attribute {
    attributes.name(at: index).map { attributeRoles.role(of: $0, Self.attribute) } ?? .other
  }

  private static func element(_ name: SpelledName) -> Element {
    switch (name.namespace, name.local) {
    case (namespace, "Workbook"): .workbook
    case (namespace, "Worksheet"): .worksheet
    case (namespace, "Table"): .table
    case (namespace, "Column"): .column
    case (namespace, "Row"): .row
    case (namespace, "Cell"): .cell
    case (namespace, "Data"): .content
    case (optionsNamespace, "WorksheetOptions"): .options
    case (optionsNamespace, "Visible"): .visible
    default: .other
    }
  }

  /// Hand-made files often leave the prefix of attributes out.
  private static func attribute(_ name: SpelledName) -> Attribute {
    guard name.namespace == namespace || name.namespace.isEmpty else { return .other }
    switch name.local {
    case "Name": return .name
    case "Index": return .index
    case "MergeAcross": return .mergeAcross
    case "MergeDown": return .mergeDown
    case "Span": return .span
    case "Type": return .type
    case "Hidden": return .hidden
    default: return .other
    }
  }
}
