import Glibc

/// Writes the tables of the file at `path` as the readers see them, one CSV file each.
///
/// A file with one sheet becomes `<stem>.csv`, one with several `<stem>.<n>-<sheet name>.csv`, n
/// counted from 1. Every row stands on the line its number says, so rows that the file skips are
/// empty lines. Cells that a spreadsheet program could run as a formula are defused, but for those
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
private final class CellDump: TableReceiver {
  /// The widest row that is filled up with empty cells; merged titles may span all columns.
  private static let widestPadding = 1_024

  private let directory: String
  private let stem: String
  private var paths: [String] = []
  private var file: CSVFile?
  private var nextRow = 1

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
  }

  func row(
    number: Int, width: Int, cells: Span<RawCell>, bytes: Span<UInt8>
  ) throws(TabularError) {
    guard let file else { return }
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

  private func fill(_ file: CSVFile, from column: Int, to end: Int) {
    for _ in column..<max(column, end) { file.appendBlankCell() }
  }

  func merge(_ range: MergedRange) {}

  func endSheet(isHidden: Bool) throws(TabularError) {
    try file?.finish()
    file = nil
  }

  /// Gives a single sheet the plain name.
  func finish() throws(TabularError) -> [String] {
    guard paths.count == 1 else { return paths }
    let plain = "\(directory)/\(stem).csv"
    guard rename(paths[0], plain) == 0 else {
      throw TabularError(.unwritable, String(cString: strerror(errno)))
    }
    return [plain]
  }

  func discard() {
    file = nil
    for path in paths { unlink(path) }
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
