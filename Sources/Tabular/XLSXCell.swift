internal import CLibXLSXWriter

/// A cell of a workbook.
public enum XLSXCell: Hashable, Sendable {
  /// Nothing, in the row's style.
  case blank
  /// Words, never run as a formula.
  case text(String)
  /// A whole number with grouped thousands.
  case count(Int)
  /// An amount in fen, shown in yuan with two decimals.
  case yuan(fen: Int64)
  /// A share in thousandths, shown in percent with one decimal.
  case perMille(Int)
  /// A figure in tenths, shown with one decimal.
  case tenths(Int)
  /// A day.
  case date(XLSXDay)

  /// The number format the cell is shown in; nil for words.
  var numberFormat: String? {
    switch self {
    case .blank, .text: nil
    case .count: "#,##0"
    case .yuan: "#,##0.00"
    case .perMille: "0.0%"
    case .tenths: "0.0"
    case .date: "yyyy-mm-dd"
    }
  }
}

/// How a row of a workbook looks.
public enum XLSXRowStyle: Hashable, Sendable {
  /// Like most rows.
  case plain
  /// The sheet's title.
  case title
  /// Column headers.
  case header
  /// A sum.
  case sum
  /// A note to the table.
  case note
}

/// A day for a workbook.
public struct XLSXDay: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let daysSince1970: Int

  /// Makes a day.
  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// The day as spreadsheets count it; right from 1900-03-01 on.
  var serialNumber: Int { daysSince1970 + 25_569 }

  var secondsSince1970: Int { daysSince1970 * 86_400 }
}

/// The look of a cell: its row's style and its number format.
struct XLSXFormat: Hashable {
  let style: XLSXRowStyle
  let number: String?

  func set(on format: UnsafeMutablePointer<lxw_format>) {
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if let number { format_set_num_format(format, number) }
    switch style {
    case .plain: if number == nil { format_set_text_wrap(format) }
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .header:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, 0xF4F5F7)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .sum:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .note: format_set_font_color(format, 0x505863)
    }
  }
}
