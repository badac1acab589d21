/// Reads an OpenDocument spreadsheet in one XML file.
///
/// Numbers, dates and truth values come from the `office:` attributes; the paragraphs beside them
/// hold only what the program displayed, often rounded.
struct FlatODSGrammar: XMLGrammar {
  static let root = SpelledName(local: "document", namespace: office)
  private static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  private static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  private static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  private static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"

  private enum Element {
    case container, style, tableProperties, table, column, row, cell, coveredCell
    case paragraph, spaces, tab, lineBreak, inline, other
  }

  private enum Attribute {
    case mimeType, name, styleName, visibility, display, rowsRepeated, columnsRepeated
    case columnsSpanned, rowsSpanned, valueType, value, dateValue, timeValue, booleanValue
    case stringValue
    case count, other
  }

  private let outlet: SheetOutlet
  private var elements = XMLRoles<Element>()
  private var attributeRoles = XMLRoles<Attribute>()
  private var open: [Element] = []
  private var skipped = 0
  private var hiddenStyles: Set<String> = []
  private var styleName = ""
  private var rows: ODSRows
  private var cell = ODSCell()

  init(_ outlet: SheetOutlet) {
    self.outlet = outlet
    rows = ODSRows(outlet)
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(TabularError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    let element = elements.role(of: name, Self.element)
    guard isExpected(element) else {
      skipped = 1
      return
    }
    open.append(element)
    switch element {
    case .container: try checkDocument(attributes)
    case .style: readStyle(attributes)
    case .tableProperties: readTableProperties(attributes)
    case .table: try beginTable(attributes)
    case .column: describeColumns(attributes)
    case .row: try beginRow(attributes)
    case .cell, .coveredCell: try beginCell(attributes, isCovered: element == .coveredCell)
    case .paragraph: cell.beginParagraph(&rows.assembly)
    case .spaces: cell.addSpaces(count(attributes), to: &rows.assembly)
    case .tab: cell.addCharacter(0x09, to: &rows.assembly)
    case .lineBreak: cell.addCharacter(0x0A, to: &rows.assembly)
    case .inline, .other: break
    }
  }

  mutating func text(_ bytes: Span<UInt8>) {
    guard skipped == 0, cell.isInParagraph else { return }
    cell.addText(bytes, to: &rows.assembly)
  }

  mutating func end() throws(TabularError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch open.removeLast() {
    case .paragraph: cell.endParagraph(&rows.assembly)
    case .cell, .coveredCell: try rows.endCell(cell)
    case .row: try rows.endRow()
    case .table: try outlet.endSheet()
    default: break
    }
  }

  mutating func finish() {
    outlet.place(row: nil, column: nil)
  }

  /// Whether an element may stand in the open one; drawings, notes and the like are passed over.
  private func isExpected(_ element: Element) -> Bool {
    guard let parent = open.last else { return element == .container }
    switch element {
    case .container: return parent == .container || parent == .table
    case .style: return parent == .container
    case .tableProperties: return parent == .style
    case .table: return parent == .container && !open.contains(.table)
    case .row, .column: return open.contains(.table) && (parent == .table || parent == .container)
    case .cell, .coveredCell: return parent == .row
    case .paragraph: return parent == .cell || parent == .coveredCell
    case .spaces, .tab, .lineBreak, .inline: return parent == .paragraph || parent == .inline
    case .other: return false
    }
  }
}

extension FlatODSGrammar {
  private mutating func checkDocument(_ attributes: XMLAttributes) throws(TabularError) {
    guard open.count == 1 else { return }
    for index in 0..<attributes.count where role(attributes, index) == .mimeType {
      let kind = attributes.string(at: index)
      guard kind.contains("spreadsheet") else {
        throw TabularError(.unknownXML, .rootElement, kind)
      }
    }
  }

  private mutating func readStyle(_ attributes: XMLAttributes) {
    styleName = ""
    for index in 0..<attributes.count where role(attributes, index) == .name {
      styleName = attributes.string(at: index)
    }
  }

  private mutating func readTableProperties(_ attributes: XMLAttributes) {
    for index in 0..<attributes.count where role(attributes, index) == .display {
      if attributes.value(at: index, is: "false"), hiddenStyles.count < 10_000 {
        hiddenStyles.insert(styleName)
      }
    }
  }

  private mutating func beginTable(_ attributes: XMLAttributes) throws(TabularError) {
    var name = ""
    var isHidden = false
    for index in 0..<attributes.count {
      switch role(attributes, index) {
      case .name: name = attributes.string(at: index)
      case .styleName: isHidden = isHidden || hiddenStyles.contains(attributes.string(at: index))
      case .visibility: isHidden = isHidden || !attributes.value(at: index, is: "visible")
      case .display: isHidden = isHidden || attributes.value(at: index, is: "false")
      default: break
      }
    }
    rows = ODSRows(outlet)
    try outlet.beginSheet(name: name)
    outlet.visibility.isHidden = isHidden
  }

  private mutating func beginRow(_ attributes: XMLAttributes) throws(TabularError) {
    var repeats = 1
    var isHidden = false
    for index in 0..<attributes.count {
      switch role(attributes, index) {
      case .rowsRepeated: repeats = attributes.integer(at: index) ?? 1
      case .visibility: isHidden = !attributes.value(at: index, is: "visible")
      default: break
      }
    }
    try rows.beginRow(repeats: repeats, isHidden: isHidden)
  }

  private mutating func describeColumns(_ attributes: XMLAttributes) {
    var repeats = 1
    var isHidden = false
    for index in 0..<attributes.count {
      switch role(attributes, index) {
      case .columnsRepeated: repeats = attributes.integer(at: index) ?? 1
      case .visibility: isHidden = !attributes.value(at: index, is: "visible")
      default: break
      }
    }
    outlet.hiddenColumns.describe(at: nil, count: repeats, isHidden: isHidden)
  }

  private mutating func beginCell(
    _ attributes: XMLAttributes, isCovered: Bool
  ) throws(TabularError) {
    cell = ODSCell()
    cell.isCovered = isCovered
    rows.assembly.beginCell()
    for index in 0..<attributes.count {
      switch role(attributes, index) {
      case .columnsRepeated: cell.repeats = attributes.integer(at: index) ?? 1
      case .columnsSpanned: cell.across = (attributes.integer(at: index) ?? 1) - 1
      case .rowsSpanned: cell.down = (attributes.integer(at: index) ?? 1) - 1
      case .valueType: cell.setType(attributes, index)
      case .value: cell.setValue(attributes, index, kind: .number, &rows.assembly)
      case .dateValue: cell.setValue(attributes, index, kind: .date, &rows.assembly)
      case .timeValue: cell.setTime(attributes, index, &rows.assembly)
      case .stringValue: cell.setValue(attributes, index, kind: .text, &rows.assembly)
      case .booleanValue:
        cell.setTruth(attributes.value(at: index, is: "true"), &rows.assembly)
      default: break
      }
    }
  }

  private mutating func count(_ attributes: XMLAttributes) -> Int {
    for index in 0..<attributes.count where role(attributes, index) == .count {
      return attributes.integer(at: index) ?? 1
    }
    return 1
  }

  private mutating func role(_ attributes: XMLAttributes, _ index: Int) -> Attribute {
    attributes.name(at: index).map { attributeRoles.role(of: $0, Self.attribute) } ?? .other
  }

  private static func element(_ name: SpelledName) -> Element {
    switch (name.namespace, name.local) {
    case (office, "document"), (office, "document-content"), (office, "body"),
      (office, "spreadsheet"),
      (office, "automatic-styles"), (table, "table-row-group"), (table, "table-header-rows"),
      (table, "table-rows"), (table, "table-columns"), (table, "table-header-columns"),
      (table, "table-column-group"):
      .container
    case (style, "style"): .style
    case (style, "table-properties"): .tableProperties
    case (table, "table"): .table
    case (table, "table-column"): .column
    case (table, "table-row"): .row
    case (table, "table-cell"): .cell
    case (table, "covered-table-cell"): .coveredCell
    case (text, "p"): .paragraph
    case (text, "s"): .spaces
    case (text, "tab"): .tab
    case (text, "line-break"): .lineBreak
    case (text, "note"), (text, "ruby-text"): .other
    case (text, _): .inline
    default: .other
    }
  }

  private static func attribute(_ name: SpelledName) -> Attribute {
    switch (name.namespace, name.local) {
    case (office, "mimetype"): .mimeType
    case (table, "name"), (style, "name"): .name
    case (table, "style-name"): .styleName
    case (table, "visibility"): .visibility
    case (table, "display"): .display
    case (table, "number-rows-repeated"): .rowsRepeated
    case (table, "number-columns-repeated"): .columnsRepeated
    case (table, "number-columns-spanned"): .columnsSpanned
    case (table, "number-rows-spanned"): .rowsSpanned
    case (office, "value-type"), (_, "value-type"): .valueType
    case (office, "value"): .value
    case (office, "date-value"): .dateValue
    case (office, "time-value"): .timeValue
    case (office, "boolean-value"): .booleanValue
    case (office, "string-value"): .stringValue
    case (text, "c"): .count
    default: .other
    }
  }
}
