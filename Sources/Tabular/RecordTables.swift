/// The records of a plain XML file by kind, collected until all field names are known.
struct RecordTables {
  private struct Table {
    let name: String
    var captions: [String] = []
    /// The column of each field, by the number of its name.
    var columns: [Int: Int] = [:]
    /// For each column the last row in which it was filled.
    var lastRows: [Int] = []
    var rowCount = 1
    let builder: SheetBuilder
  }

  private static let separator = UInt8(ascii: ";")

  private let outlet: SheetOutlet
  private var tables: [Table] = []
  private var tableOfName: [Int: Int] = [:]
  private var captions: [(path: Int, text: String)] = []
  private var captionedKind: Int?
  private var current = 0
  private var isOrdered = true
  private var cells: [RawCell] = []
  private var bytes: [UInt8] = []

  init(_ outlet: SheetOutlet) {
    self.outlet = outlet
  }

  var isEmpty: Bool { tables.isEmpty }

  /// Whether records of this name were met.
  func contains(_ name: Int) -> Bool { tableOfName[name] != nil }

  /// Notes a caption that a schema gives to a field of the records named `kind`.
  mutating func addCaption(_ caption: String, of path: Int, in kind: Int) {
    guard captions.count < outlet.limits.maximumColumns else { return }
    captions.append((path, caption))
    captionedKind = kind
  }

  mutating func beginRecord(_ name: Int, _ paths: RecordPaths) throws(TabularError) {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    if let known = tableOfName[name] {
      current = known
    } else {
      guard tables.count < outlet.limits.maximumSheets else {
        throw TabularError(.tooLarge, .tooManySheets, outlet.limits.maximumSheets)
      }
      current = tables.count
      tableOfName[name] = current
      tables.append(
        Table(name: paths.texts[name], builder: SheetBuilder(limits: outlet.limits)))
      if name == captionedKind {
        for caption in captions { addColumn(caption.path, caption.text) }
      }
    }
    tables[current].rowCount += 1
    guard tables[current].rowCount <= outlet.limits.maximumRows else {
      throw TabularError(.tooLarge, .tooManyRows, outlet.limits.maximumRows)
    }
  }

  private mutating func addColumn(_ path: Int, _ caption: String) {
    tables[current].columns[path] = tables[current].captions.count
    tables[current].captions.append(caption)
    tables[current].lastRows.append(0)
  }

  /// Adds a field to the record; one that repeats is joined to the former by a semicolon.
  mutating func add(
    _ path: Int, _ text: ArraySlice<UInt8>, _ paths: RecordPaths
  ) throws(TabularError) {
    if tables[current].columns[path] == nil { addColumn(path, paths.texts[path]) }
    guard let column = tables[current].columns[path] else { return }
    guard column < outlet.limits.maximumColumns else {
      throw TabularError(.tooLarge, .tooManyColumns, outlet.limits.maximumColumns)
    }
    guard !isBlank(text.span, in: 0..<text.count) else { return }
    let start = bytes.count
    let row = tables[current].rowCount
    if tables[current].lastRows[column] == row {
      guard let former = cells.firstIndex(where: { $0.column == column }) else { return }
      bytes.append(contentsOf: bytes[cells[former].range])
      bytes.append(Self.separator)
      cells.remove(at: former)
    }
    tables[current].lastRows[column] = row
    let room = outlet.limits.maximumCellBytes - (bytes.count - start)
    if text.count <= room {
      bytes.append(contentsOf: text)
    } else {
      let end = characterStart(text.span, before: max(room, 0), in: 0..<text.count)
      bytes.append(contentsOf: text.prefix(end))
      outlet.damage.add(.capReached, row: row, column: column, "a cell cut")
    }
    guard !isBlank(bytes.span, in: start..<bytes.count) else { return }
    if let last = cells.last, last.column > column { isOrdered = false }
    cells.append(RawCell(column: column, kind: .text, range: start..<bytes.count))
  }

  mutating func endRecord() throws(TabularError) {
    if !isOrdered { cells.sort { $0.column < $1.column } }
    isOrdered = true
    outlet.damage.sheet = current
    outlet.place(row: tables[current].rowCount, column: nil)
    try tables[current].builder.row(
      number: tables[current].rowCount, width: tables[current].captions.count,
      cells: cells.span, bytes: bytes.span)
  }

  /// Hands all tables on, each with its field names as row 1, and forgets them.
  mutating func send() throws(TabularError) {
    while !tables.isEmpty {
      let table = tables.removeFirst()
      try outlet.beginSheet(name: table.name)
      try sendCaptions(table.captions)
      try table.builder.replay(into: outlet.receiver)
      try outlet.receiver.endSheet(SheetVisibility())
    }
  }

  private mutating func sendCaptions(_ captions: [String]) throws(TabularError) {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    for (column, caption) in captions.enumerated() {
      let start = bytes.count
      bytes.append(contentsOf: caption.utf8)
      guard !isBlank(bytes.span, in: start..<bytes.count) else { continue }
      cells.append(RawCell(column: column, kind: .text, range: start..<bytes.count))
    }
    try outlet.receiver.row(
      number: 1, width: captions.count, cells: cells.span, bytes: bytes.span)
  }
}
