import Glibc

/// Writes the tables of the file at `path` as the readers see them, one CSV file each.
///
/// A file with one sheet becomes `<stem>.csv`, one with several `<stem>.<n>-<sheet name>.csv`, n
/// counted from 1. Every row stands on the line its number says, so rows that the file skips are
/// empty lines; but of a delimited text the header comes first: what stands above it goes to
/// `<stem>.above.txt`, and a header of several rows becomes one, its words joined by a space. Cells that a spreadsheet program could run as a formula are defused, but for those
/// that call nothing (`-20%`); control characters in cells of XML stay, to show what the file holds.
/// Memory stays constant.
/// - Returns: the paths of the files, in the order of the sheets.
/// - Throws: a ``TabularError``; then no file of this call is left.
@discardableResult
public func writeCells(
  of path: String, to directory: String, limits: TableLimits = .standard
) throws(TabularError) -> [String] {
  let dump = CellDump(directory: directory, stem: stem(of: path))
  do throws(TabularError) {
    let damage = DamageLog(limit: 0)
    let reading = TableReading(try ByteSource(path: path), limits: limits, damage: damage)
    _ = try reading.read(into: dump)
    return try dump.finish()
  } catch {
    dump.discard()
    throw error
  }
}

/// The file's name without folder and extension.
private func stem(of path: String) -> String {
  let name = path.split(separator: "/").last ?? "table"
  guard let point = name.lastIndex(of: "."), point > name.startIndex else { return String(name) }
  return String(name[..<point])
}

/// Takes the rows of a file and writes them out at once.
final class CellDump: TableReceiver {
  /// The widest row that is filled up with empty cells; merged titles may span all columns.
  static let widestPadding = 1_024

  private let directory: String
  private let stem: String
  private var paths: [String] = []
  private var file: CSVFile?
  private var nextRow = 1
  /// The first rows of a delimited text, until its header is found; nil behind it.
  private var opening: TableOpening?
  private var hasAbove = false

  init(directory: String, stem: String) {
    self.directory = directory
    self.stem = stem
  }

  func beginSheet(name: String) throws(TabularError) {
    let suffix = name.isEmpty ? "" : "-" + sanitized(name)
    let path = "\(directory)/\(stem).\(paths.count + 1)\(suffix).csv"
    paths.append(path)
    file = try CSVFile(at: path, for: .dump)
    nextRow = 1
    opening = name.isEmpty ? TableOpening() : nil
  }

  func row(
    number: Int, width: Int, cells: Span<RawCell>, bytes: Span<UInt8>
  ) throws(TabularError) {
    guard let file else { return }
    if opening != nil {
      opening?.add(width: width, cells: cells, bytes: bytes)
      if opening?.isComplete == true { try writeOpening() }
      return
    }
    while nextRow < number {
      try file.endRow()
      nextRow += 1
    }
    var column = 0
    for index in cells.indices {
      let cell = cells[index]
      fill(file, from: column, to: cell.column)
      file.appendCell(bytes.extracting(cell.range))
      column = cell.column + 1
    }
    if width <= Self.widestPadding { fill(file, from: column, to: width) }
    try file.endRow()
    nextRow += 1
  }

  /// Writes the rows held back: the header first, as one row.
  private func writeOpening() throws(TabularError) {
    guard let file, let rows = opening?.split() else { return }
    nextRow += opening?.rowCount ?? 0
    opening = nil
    if !rows.above.isEmpty { try writeAbove(rows.above) }
    for row in rows.table {
      for cell in row { file.appendCell(cell.span) }
      try file.endRow()
    }
  }

  private func writeAbove(_ rows: [[[UInt8]]]) throws(TabularError) {
    let above = try CSVFile(at: abovePath, for: .dump)
    hasAbove = true
    for row in rows {
      for cell in row { above.appendCell(cell.span) }
      try above.endRow()
    }
    try above.finish()
  }

  private var abovePath: String { "\(directory)/\(stem).above.txt" }

  private func fill(_ file: CSVFile, from column: Int, to end: Int) {
    for _ in column..<max(column, end) { file.appendBlankCell() }
  }

  func merge(_ range: MergedRange) {}

  func endSheet(_ visibility: SheetVisibility) throws(TabularError) {
    if opening != nil { try writeOpening() }
    try file?.finish()
    file = nil
  }

  /// Gives a single sheet the plain name.
  func finish() throws(TabularError) -> [String] {
    guard paths.count == 1 else { return paths }
    let plain = "\(directory)/\(stem).csv"
    guard rename(paths[0], plain) == 0 else {
      throw TabularError(.unwritable, .systemError, Int(errno))
    }
    return hasAbove ? [plain, abovePath] : [plain]
  }

  func discard() {
    file = nil
    for path in paths { unlink(path) }
    if hasAbove { unlink(abovePath) }
  }

  /// A sheet's name as part of a file's name: no separators or control characters, not too long.
  private func sanitized(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar in
      scalar.value < 0x20 || "/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "_" : scalar
    }
    var text = ""
    for scalar in kept where text.utf8.count < 120 { text.unicodeScalars.append(scalar) }
    return text
  }
}
