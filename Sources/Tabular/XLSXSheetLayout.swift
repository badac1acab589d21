internal import CLibXLSXWriter
internal import Glibc

/// How a sheet of a workbook is laid out before its rows come.
public struct XLSXSheetLayout: Sendable {
  /// The sheet's name, at most 31 characters.
  public var name: String
  /// The widths of the columns in characters.
  public var widths: [Int]
  /// How many first rows stay in view and repeat in print.
  public var frozenRows: Int
  /// How many first columns stay in view.
  public var frozenColumns = 0
  /// Columns formatted as text from top to bottom, so that a number typed into them stays as typed.
  public var textColumns: Range<Int> = 0..<0
  /// Columns that are there but not shown.
  public var hiddenColumns: Set<Int> = []
  /// Drop-down lists.
  public var choices: [XLSXChoices] = []
  /// Blocks of merged cells; only for a workbook that keeps its cells to the end.
  public var merges: [XLSXMerge] = []

  /// Lays out a sheet.
  public init(name: String, widths: [Int], frozenRows: Int = 0) {
    self.name = name
    self.widths = widths
    self.frozenRows = frozenRows
  }
}

/// A block of cells shown as one: the first bears the text.
public struct XLSXMerge: Sendable {
  /// The rows, counted from 0.
  public let rows: ClosedRange<Int>
  /// The columns, counted from 0.
  public let columns: ClosedRange<Int>

  /// Makes a block.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  private var isSingle: Bool { rows.count == 1 && columns.count == 1 }

  fileprivate func overlaps(_ other: XLSXMerge) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  /// The blocks without single cells and without those that overlap an earlier one, which a workbook
  /// cannot hold.
  fileprivate static func holding(_ blocks: [XLSXMerge]) -> [XLSXMerge] {
    blocks.reduce(into: []) { kept, block in
      if !block.isSingle, !kept.contains(where: block.overlaps) { kept.append(block) }
    }
  }

  fileprivate func set(
    on sheet: UnsafeMutablePointer<lxw_worksheet>, format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    worksheet_merge_range(
      sheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
      UInt16(columns.upperBound), "", format)
  }
}

/// A drop-down list for the cells of a column; other values stay possible after a warning.
public struct XLSXChoices: Sendable {
  /// The column, counted from 0.
  public let column: Int
  /// The rows, counted from 0.
  public let rows: ClosedRange<Int>
  /// What can be chosen.
  public let values: [String]
  /// What is shown when another value is entered.
  public let advice: String

  /// Makes a drop-down list.
  public init(column: Int, rows: ClosedRange<Int>, values: [String], advice: String) {
    self.column = column
    self.rows = rows
    self.values = values
    self.advice = advice
  }

  /// Whether the format can hold the list inside the sheet: 255 characters, none of them a comma.
  var fits: Bool {
    !values.isEmpty && values.allSatisfy { !$0.isEmpty && !$0.contains(",") }
      && values.reduce(0) { $0 + $1.count + 1 } <= 255
  }
}

extension XLSXSheetLayout {
  /// Applies the layout to a sheet that was just made; the first trouble, where there was one.
  func set(
    on sheet: UnsafeMutablePointer<lxw_worksheet>,
    textFormat: UnsafeMutablePointer<lxw_format>?, boxFormat: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error? {
    setPage(on: sheet)
    let columns = setColumns(on: sheet, textFormat: textFormat)
    let lists = choices.filter(\.fits).map { $0.set(on: sheet) }
    let blocks = XLSXMerge.holding(merges).map { $0.set(on: sheet, format: boxFormat) }
    return (columns + blocks + lists + [freeze(sheet)]).first { $0 != LXW_NO_ERROR }
  }

  private func setPage(on sheet: UnsafeMutablePointer<lxw_worksheet>) {
    worksheet_set_paper(sheet, 9)  // A4
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  private func setColumns(
    on sheet: UnsafeMutablePointer<lxw_worksheet>,
    textFormat: UnsafeMutablePointer<lxw_format>?
  ) -> [lxw_error] {
    if !textColumns.isEmpty {
      // The digits of an identity number are no number that somebody forgot to format.
      worksheet_ignore_errors(
        sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
    }
    return widths.enumerated().map { place, width in
      let column = UInt16(place)
      var options = lxw_row_col_options()
      options.hidden = hiddenColumns.contains(place) ? 1 : 0
      let format = textColumns.contains(place) ? textFormat : nil
      return worksheet_set_column_opt(sheet, column, column, Double(width), format, &options)
    }
  }

  private func freeze(_ sheet: UnsafeMutablePointer<lxw_worksheet>) -> lxw_error {
    guard frozenRows + frozenColumns > 0 else { return LXW_NO_ERROR }
    worksheet_freeze_panes(sheet, UInt32(frozenRows), UInt16(frozenColumns))
    return frozenRows > 0
      ? worksheet_repeat_rows(sheet, 0, UInt32(frozenRows - 1)) : LXW_NO_ERROR
  }
}

extension XLSXChoices {
  /// Adds the list to the sheet.
  fileprivate func set(on sheet: UnsafeMutablePointer<lxw_worksheet>) -> lxw_error {
    var list: [UnsafeMutablePointer<CChar>?] = values.map { strdup($0) } + [nil]
    let message = strdup(String(advice.prefix(200)))
    defer {
      for text in list { free(text) }
      free(message)
    }
    return list.withUnsafeMutableBufferPointer { list in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = list.baseAddress
      // Another spelling may be right: the program knows more of them than a list can show.
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
      validation.error_message = message
      return worksheet_data_validation_range(
        sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column),
        &validation)
    }
  }
}
