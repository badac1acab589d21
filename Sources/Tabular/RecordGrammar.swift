/// Reads plain XML in which elements list records: `<RECORDS><RECORD><xm>…</xm></RECORD></RECORDS>`,
/// `<ROWDATA><ROW xm="…"/></ROWDATA>`, .NET data sets with several tables, ADO rowsets.
///
/// A record is an element below the root that has fields: children without children, or
/// attributes. Each record element's name makes one sheet, whose row 1 holds the names of the
/// fields. Fields one level deeper are named `outer/inner`. As names may appear at any time, the
/// records are collected and handed on at the end.
struct RecordGrammar: XMLGrammar {
  private static let rowsetSchema = "uuid:BDC6E3F0-6DA3-11d1-A2A3-00AA00C14882"
  private static let rowsetRow = "#RowsetSchema"

  /// What an element's name says before its content does.
  private struct Meaning {
    let number: Int
    var isSkipped = false
    var isSchema = false
  }

  private struct Field {
    let path: Int
    let range: Range<Int>
  }

  private struct Frame {
    let name: Int
    let isSchema: Bool
    let firstField: Int
    let firstByte: Int
    var textStart: Int
    var hasChild = false
    /// Whether it has fields, be they attributes.
    var hasFields = false
    /// Whether some are elements; a mere container may have attributes too.
    var hasFieldElements = false
    var hasRecords = false
  }

  private let outlet: SheetOutlet
  private var meanings = XMLRoles<Meaning>()
  private var attributeNumbers = XMLRoles<Int>()
  private var paths = RecordPaths()
  private var frames: [Frame] = []
  private var fields: [Field] = []
  private var bytes: [UInt8] = []
  private var skipped = 0
  private var isMixed = false
  private var tables: RecordTables

  init(_ outlet: SheetOutlet) {
    self.outlet = outlet
    tables = RecordTables(outlet)
  }

  /// Whether a file with this root may list records; well-known other kinds may not.
  static func mayRead(_ root: SpelledName) -> Bool {
    let others = [
      "html", "svg", "rss", "feed", "plist", "package", "project", "worddocument", "math",
      "document", "document-content", "workbook", "worksheet", "envelope", "beans",
    ]
    return !others.contains(root.local.lowercased())
      && !root.namespace.contains("schemas.openxmlformats.org")
      && !root.namespace.contains("oasis:names:tc:opendocument")
      && !root.namespace.contains("w3.org/1999/xhtml")
      && !root.namespace.contains("w3.org/2000/svg")
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(TabularError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    let meaning = meaning(of: name)
    if meaning.isSkipped, !frames.isEmpty {
      skipped = 1
      return
    }
    if let parent = frames.indices.last {
      if !frames[parent].hasChild, hasText(since: frames[parent].textStart) { isMixed = true }
      frames[parent].hasChild = true
    }
    if isMixed { throw TabularError(.unknownXML, .looseText) }
    frames.append(
      Frame(
        name: meaning.number, isSchema: meaning.isSchema, firstField: fields.count,
        firstByte: bytes.count, textStart: bytes.count))
    if meaning.isSchema {
      readCaption(attributes)
    } else {
      try addAttributes(attributes)
      frames[frames.count - 1].hasFields = fields.count > frames[frames.count - 1].firstField
      frames[frames.count - 1].textStart = bytes.count
    }
  }

  mutating func text(_ text: Span<UInt8>) {
    guard skipped == 0, let frame = frames.last else { return }
    if frame.hasChild {
      if !isBlank(text, in: 0..<text.count) { isMixed = true }
    } else if bytes.count - frame.textStart <= outlet.limits.maximumCellBytes {
      text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
  }

  mutating func end() throws(TabularError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if isMixed { throw TabularError(.unknownXML, .looseText) }
    let frame = frames.removeLast()
    guard !frames.isEmpty, !frame.isSchema else { return forget(frame) }
    let isField = !frame.hasChild && (hasText(since: frame.textStart) || !frame.hasFields)
    if isField {
      try addField(frame)
    } else if frame.hasFields, !frame.hasRecords {
      try endRecord(frame)
    } else {
      frames[frames.count - 1].hasRecords = true
      forget(frame)
    }
  }

  mutating func finish() throws(TabularError) {
    guard !tables.isEmpty else { throw TabularError(.unknownXML, .noRecords) }
    outlet.place(row: nil, column: nil)
    try tables.send()
  }
}

extension RecordGrammar {
  private mutating func meaning(of name: XMLName) -> Meaning {
    meanings.role(of: name) { spelled in
      Meaning(
        number: paths.number(of: spelled.local),
        isSkipped: spelled.namespace == "http://www.w3.org/2001/XMLSchema"
          || ["METADATA", "PARAMS"].contains(spelled.local),
        isSchema: spelled.namespace == Self.rowsetSchema)
    }
  }

  private func hasText(since start: Int) -> Bool {
    !isBlank(bytes.span, in: start..<bytes.count)
  }

  private mutating func forget(_ frame: Frame) {
    fields.removeSubrange(frame.firstField...)
    bytes.removeSubrange(frame.firstByte...)
  }

  /// Takes a column's caption from the schema of an ADO rowset.
  private mutating func readCaption(_ attributes: XMLAttributes) {
    var name: String?
    var caption: String?
    for index in 0..<attributes.count {
      guard let spelled = attributes.name(at: index)?.spelled, spelled.local == "name" else {
        continue
      }
      if spelled.namespace.isEmpty { name = attributes.string(at: index) }
      if spelled.namespace == "urn:schemas-microsoft-com:rowset" {
        caption = attributes.string(at: index)
      }
    }
    guard frames.count > 2, let name, name != "row" || caption != nil else { return }
    tables.addCaption(caption ?? name, of: paths.number(of: name), in: paths.number(of: "row"))
  }

  private mutating func addAttributes(_ attributes: XMLAttributes) throws(TabularError) {
    guard frames.count > 1 else { return }
    for index in 0..<attributes.count {
      guard let name = attributes.name(at: index) else { continue }
      let number = attributeNumbers.role(of: name) { spelled in
        spelled.namespace.isEmpty ? paths.number(of: spelled.local) : -1
      }
      guard number >= 0 else { continue }
      let start = bytes.count
      attributes.withValue(at: index) { value in
        value.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      }
      fields.append(Field(path: number, range: start..<bytes.count))
    }
    try checkSize()
  }

  /// Gives the text of an element without children to its parent; below the root it is lost.
  private mutating func addField(_ frame: Frame) throws(TabularError) {
    fields.removeSubrange(frame.firstField...)
    guard frames.count > 1 else { return forget(frame) }
    fields.append(Field(path: frame.name, range: frame.textStart..<bytes.count))
    frames[frames.count - 1].hasFields = true
    frames[frames.count - 1].hasFieldElements = true
    try checkSize()
  }

  private func checkSize() throws(TabularError) {
    guard bytes.count <= outlet.limits.maximumRowBytes,
      fields.count <= outlet.limits.maximumColumns
    else { throw TabularError(.tooLarge, .tooManyColumns, outlet.limits.maximumColumns) }
  }

  /// Ends an element with fields: a record, or a part of one.
  private mutating func endRecord(_ frame: Frame) throws(TabularError) {
    let parent = frames[frames.count - 1]
    let isPart =
      frames.count > 1 && (parent.hasFieldElements || tables.contains(parent.name))
      && !parent.hasRecords
    if isPart {
      for index in frame.firstField..<fields.count {
        let path = paths.number(of: fields[index].path, in: frame.name)
        fields[index] = Field(path: path, range: fields[index].range)
      }
      frames[frames.count - 1].hasFields = true
      frames[frames.count - 1].hasFieldElements = true
      return
    }
    frames[frames.count - 1].hasRecords = true
    try tables.beginRecord(frame.name, paths)
    for field in fields[frame.firstField...] {
      try tables.add(field.path, bytes[field.range], paths)
    }
    try tables.endRecord()
    forget(frame)
  }
}

/// Numbers for the names of fields, and for names within names.
struct RecordPaths {
  private(set) var texts: [String] = []
  private var numbers: [String: Int] = [:]
  private var nested: [Int: [Int: Int]] = [:]

  mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  mutating func number(of inner: Int, in outer: Int) -> Int {
    if let number = nested[outer]?[inner] { return number }
    let number = number(of: texts[outer] + "/" + texts[inner])
    nested[outer, default: [:]][inner] = number
    return number
  }
}
