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
  /// What somebody wrote, to be written again: kept as text whatever it looks like.
  case written(String)
  /// What somebody wrote, coloured, with a comment on it.
  case marked(String, XLSXMark)
  /// Words that lead to a cell of the workbook, such as `收入明细` and `D14`.
  case link(String, sheet: String, cell: String)

  /// The number format the cell is shown in; nil for words.
  var numberFormat: String? {
    switch self {
    case .blank, .text, .link: nil
    case .written, .marked: "@"
    case .count: "#,##0"
    case .yuan: "#,##0.00"
    case .perMille: "0.0%"
    case .tenths: "0.0"
    case .date: "yyyy-mm-dd"
    }
  }

  /// What colours it beside its row's style.
  var tone: XLSXTone? {
    switch self {
    case .marked(_, let mark): mark.tone
    case .link: .link
    default: nil
    }
  }
}

/// A coloured cell with what is said about it.
public struct XLSXMark: Hashable, Sendable {
  /// The colour.
  public let tone: XLSXTone
  /// The comment; empty for none.
  public let comment: String

  /// Makes a mark.
  public init(_ tone: XLSXTone, comment: String = "") {
    self.tone = tone
    self.comment = comment
  }
}

/// Why a cell is coloured.
public enum XLSXTone: Hashable, Sendable {
  /// Must be corrected.
  case error
  /// Should be looked at.
  case warning
  /// Was corrected, or is as it should be.
  case good
  /// Shows how to fill in.
  case example
  /// Leads elsewhere.
  case link
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
  /// A row of a form: every cell in a box.
  case boxed
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
  var tone: XLSXTone?

  func set(on format: UnsafeMutablePointer<lxw_format>) {
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    setTone(on: format)
    if let number { format_set_num_format(format, number) }
    switch style {
    case .plain: if number == nil || number == "@" { format_set_text_wrap(format) }
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
    case .boxed:
      format_set_text_wrap(format)
      guard tone == nil else { break }
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xA0A6AF)
    }
  }

  private func setTone(on format: UnsafeMutablePointer<lxw_format>) {
    switch tone {
    case .error:
      format_set_bg_color(format, 0xF8CBAD)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0x8F1D1D)
    case .warning:
      format_set_bg_color(format, 0xFFE699)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0x7A4A00)
    case .good: format_set_bg_color(format, 0xE2EFDA)
    case .example:
      format_set_bg_color(format, 0xF4F5F7)
      format_set_font_color(format, 0x505863)
      format_set_italic(format)
    case .link:
      format_set_font_color(format, 0x234A7D)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case nil: break
    }
  }
}
