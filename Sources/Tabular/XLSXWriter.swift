internal import CLibXLSXWriter
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
  private var row: UInt32 = 0
  private let file: Int32

  /// Begins a workbook with a title and the day it is dated, which stands in its properties.
  ///
  /// - Throws: `TabularError.Code.unwritable` where there is no memory for it.
  public init(title: String, dated day: XLSXDay) throws(TabularError) {
    file = memfd_create("workbook", closeOnExecution)
    guard file >= 0 else {
      throw TabularError(.unwritable, String(cString: strerror(errno)))
    }
    var options = lxw_workbook_options()
    options.constant_memory = 1
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
    // The library prints a warning of its own where it refuses a name, so it is asked first.
    try check(workbook_validate_sheet_name(workbook, name))
    guard let sheet = workbook_add_worksheet(workbook, name) else {
      throw TabularError(.unwritable, "no sheet can be named \(name)")
    }
    self.sheet = sheet
    row = 0
    for (column, width) in widths.enumerated() {
      let column = UInt16(column)
      try check(worksheet_set_column(sheet, column, column, Double(width), nil))
    }
    worksheet_set_paper(sheet, 9)  // A4
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
    guard frozenRows > 0 else { return }
    worksheet_freeze_panes(sheet, UInt32(frozenRows), 0)
    try check(worksheet_repeat_rows(sheet, 0, UInt32(frozenRows - 1)))
  }

  /// Adds a row to the sheet that was begun last.
  ///
  /// - Precondition: a sheet was begun.
  public mutating func appendRow(
    _ cells: [XLSXCell], style: XLSXRowStyle = .plain
  ) throws(TabularError) {
    precondition(sheet != nil, "a row belongs to a sheet that was begun")
    for (column, cell) in cells.enumerated() {
      let format = format(XLSXFormat(style: style, number: cell.numberFormat))
      try check(write(cell, column: UInt16(column), format))
    }
    row += 1
  }

  private func write(
    _ cell: XLSXCell, column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    switch cell {
    case .blank: worksheet_write_blank(sheet, row, column, format)
    case .text(let text):
      worksheet_write_string(sheet, row, column, withoutControls(text), format)
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

  private mutating func format(_ wanted: XLSXFormat) -> UnsafeMutablePointer<lxw_format>? {
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
