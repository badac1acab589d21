internal import CLibXLSXWriter
internal import CXLSXOptions
internal import Glibc

/// Writes a workbook (XLSX) row by row: the same sheets make the same bytes.
///
/// Rows go to the library's anonymous temporary files as they come (its constant-memory mode) and
/// the finished archive is built in memory, so that nothing is left on disk under any name.
/// Control characters other than tab and line ends become U+FFFD.
public struct XLSXWriter: ~Copyable {
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var formats: [XLSXFormat: UnsafeMutablePointer<lxw_format>] = [:]
  private var lastFormat: (wanted: XLSXFormat, format: UnsafeMutablePointer<lxw_format>?)?
  private var row: UInt32 = 0
  private let file: Int32

  /// Begins a workbook with a title and the day it is dated, which stands in its properties.
  ///
  /// - Throws: `TabularError.Code.unwritable` where there is no memory for it.
  public init(
    title: String, dated day: XLSXDay, keepingPartsIn scratch: XLSXScratch = .disk
  ) throws(TabularError) {
    file = memfd_create("workbook", closeOnExecution)
    guard file >= 0 else {
      throw TabularError(.unwritable, String(cString: strerror(errno)))
    }
    var options = lxw_workbook_options()
    // A small workbook is made sooner without a temporary file for each sheet.
    options.constant_memory = scratch == .memory ? 0 : 1
    // The library copies the folder's name.
    if scratch == .memory { options.tmpdir = UnsafeMutablePointer(mutating: workbookPartsInMemory) }
    workbook = workbook_new_opt("/proc/self/fd/\(file)", &options)
    guard workbook != nil else { throw TabularError(.unwritable, "no workbook could be made") }
    try setProperties(title: title, dated: day)
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
    close(file)
  }

  private func setProperties(title: String, dated day: XLSXDay) throws(TabularError) {
    let result = title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = day.secondsSince1970
      return workbook_set_properties(workbook, &properties)
    }
    try check(result)
  }

  /// Begins the next sheet; its first `frozenRows` rows stay in view and repeat in print.
  ///
  /// - Throws: `TabularError.Code.unwritable` where the name is taken or no sheet's name.
  public mutating func beginSheet(
    named name: String, widths: [Int], frozenRows: Int = 0
  ) throws(TabularError) {
    try beginSheet(XLSXSheetLayout(name: name, widths: widths, frozenRows: frozenRows))
  }

  /// Begins the next sheet as it is laid out.
  ///
  /// - Throws: `TabularError.Code.unwritable` where the name is taken or no sheet's name.
  public mutating func beginSheet(_ layout: XLSXSheetLayout) throws(TabularError) {
    // The library prints a warning of its own where it refuses a name, so it is asked first.
    try check(workbook_validate_sheet_name(workbook, layout.name))
    guard let sheet = workbook_add_worksheet(workbook, layout.name) else {
      throw TabularError(.unwritable, "no sheet can be named \(layout.name)")
    }
    self.sheet = sheet
    row = 0
    let text = layout.textColumns.isEmpty ? nil : format(XLSXFormat(style: .plain, number: "@"))
    if let trouble = layout.set(on: sheet, textFormat: text) { try check(trouble) }
  }

  /// Adds a row to the sheet that was begun last.
  ///
  /// - Precondition: a sheet was begun.
  public mutating func appendRow(
    _ cells: [XLSXCell], style: XLSXRowStyle = .plain
  ) throws(TabularError) {
    precondition(sheet != nil, "a row belongs to a sheet that was begun")
    for (column, cell) in cells.enumerated() {
      let format = format(
        XLSXFormat(style: style, number: cell.numberFormat, tone: cell.tone))
      try check(write(cell, column: UInt16(column), format))
    }
    row += 1
  }

  private func write(
    _ cell: XLSXCell, column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    switch cell {
    case .blank: worksheet_write_blank(sheet, row, column, format)
    case .text(let text), .written(let text): writeText(text, column: column, format)
    case .marked(let text, let mark): writeMarked(text, mark, column: column, format)
    case .link(let text, let sheetName, let cell):
      writeLink(text, to: "internal:'\(sheetName)'!\(cell)", column: column, format)
    case .count(let count): worksheet_write_number(sheet, row, column, Double(count), format)
    case .yuan(let fen): worksheet_write_number(sheet, row, column, Double(fen) / 100, format)
    case .perMille(let share):
      worksheet_write_number(sheet, row, column, Double(share) / 1000, format)
    case .tenths(let tenths):
      worksheet_write_number(sheet, row, column, Double(tenths) / 10, format)
    case .date(let day):
      worksheet_write_number(sheet, row, column, Double(day.serialNumber), format)
    }
  }

  private func writeText(
    _ text: String, column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    text.isEmpty
      ? worksheet_write_blank(sheet, row, column, format)
      : worksheet_write_string(sheet, row, column, cellText(text), format)
  }

  private func writeMarked(
    _ text: String, _ mark: XLSXMark, column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    let result = writeText(text, column: column, format)
    guard result == LXW_NO_ERROR, !mark.comment.isEmpty else { return result }
    // Each line of a comment is about 24 Han characters wide at the scale asked for.
    let lines = mark.comment.split(separator: "\n").reduce(1) { $0 + 1 + $1.count / 22 }
    var options = lxw_comment_options()
    options.x_scale = 2.4
    options.y_scale = max(1, Double(lines) * 0.28)
    return worksheet_write_comment_opt(sheet, row, column, cellText(mark.comment), &options)
  }

  private func writeLink(
    _ text: String, to place: String, column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    worksheet_write_url_opt(sheet, row, column, place, format, cellText(text), nil)
  }

  private mutating func format(_ wanted: XLSXFormat) -> UnsafeMutablePointer<lxw_format>? {
    // Neighbouring cells mostly look alike; comparing is faster than hashing.
    if let lastFormat, lastFormat.wanted == wanted { return lastFormat.format }
    let found = knownFormat(wanted)
    lastFormat = (wanted, found)
    return found
  }

  private mutating func knownFormat(
    _ wanted: XLSXFormat
  ) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[wanted] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    wanted.set(on: format)
    formats[wanted] = format
    return format
  }

  /// Ends the workbook and gives its bytes.
  ///
  /// - Throws: `TabularError.Code.unwritable` where temporary files or memory ran out.
  public consuming func finished() throws(TabularError) -> [UInt8] {
    let ending = workbook
    workbook = nil  // Closing frees it, whether it succeeds or not.
    try check(workbook_close(ending))
    let size = lseek(file, 0, SEEK_END)
    guard size > 0 else { throw TabularError(.unwritable, "the workbook is empty") }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset, offset)
      }
      guard count > 0 else { throw TabularError(.unwritable, String(cString: strerror(errno))) }
      offset += count
    }
    return bytes
  }

  private func check(_ result: lxw_error) throws(TabularError) {
    guard result != LXW_NO_ERROR else { return }
    throw TabularError(.unwritable, String(cString: lxw_strerror(result)))
  }
}

/// Where the parts of a workbook are kept until it is finished.
public enum XLSXScratch: Sendable {
  /// In the system's folder for temporary files.
  case disk
  /// In memory, which is faster where many small workbooks are written.
  case memory
}

/// The most characters a cell can hold, in UTF-16.
private let longestText = 32_767

/// A text that a cell can hold: no controls, not too long, and not taken for an escape.
///
/// The format reads `_x0041_` as the letter A; a text that holds such a word by itself has its first
/// sign escaped in the same way, or it would come back as another text.
private func cellText(_ text: String) -> String {
  // Almost every cell is left as it is, which one pass over its bytes tells.
  guard mayNeedChange(text.utf8Span.span) else { return text }
  var text = withoutControls(text)
  if text.contains("_x") {
    text.replace(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }
  if text.utf8.count > longestText, text.utf16.count > longestText {
    text = String(decoding: text.utf16.prefix(longestText - 1), as: UTF16.self) + "…"
  }
  return text
}

/// Whether a text, given as UTF-8, holds what a cell cannot, or signs that may begin an escape.
private func mayNeedChange(_ text: Span<UInt8>) -> Bool {
  guard text.count <= longestText else { return true }
  var last: UInt8 = 0
  for index in text.indices {
    let byte = text[index]
    if isForbiddenControl(byte) || byte == UInt8(ascii: "x") && last == UInt8(ascii: "_") {
      return true
    }
    last = byte
  }
  return false
}

/// A text that XML can hold.
private func withoutControls(_ text: String) -> String {
  guard text.utf8.contains(where: { isForbiddenControl($0) || $0 == 0 }) else { return text }
  return String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        scalar.value < 0x80 && isForbiddenControl(UInt8(scalar.value)) || scalar.value == 0
          ? "\u{FFFD}" : scalar
      }))
}
