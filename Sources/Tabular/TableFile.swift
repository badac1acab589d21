/// The kinds of file this module reads.
public enum FileFormat: String, Sendable {
  /// Text with commas between the cells.
  case csv
  /// Text with tabs, semicolons or vertical bars between the cells.
  case tsv
  /// Excel's XML spreadsheet of 2003.
  case spreadsheetML
  /// An OpenDocument spreadsheet in one XML file.
  case flatODS
  /// Excel's workbook since 2007, an archive of XML parts.
  case xlsx
  /// Excel's binary workbook of 1993 to 2003.
  case xls
  /// An OpenDocument spreadsheet as an archive.
  case ods
  /// A page of HTML with tables, often named like a workbook.
  case html
  /// XML that lists records: elements or attributes named after the columns.
  case recordXML
}

/// The character encodings of table files, by the names people know them under.
public enum TextEncoding: String, Sendable {
  /// UTF-8 without a byte order mark; plain ASCII counts as this.
  case utf8
  /// UTF-8 with a byte order mark.
  case utf8BOM = "utf-8-bom"
  /// GB18030, which contains GBK and GB2312.
  case gb18030
  /// UTF-16, low byte first.
  case utf16LE
  /// UTF-16, high byte first.
  case utf16BE
  /// Big5, where an XML declaration names it or the characters are plainly its own.
  case big5
  /// Windows-1252, read only where an XML declaration names it or ISO-8859-1.
  case windows1252 = "windows-1252"
}

/// Trouble in a file that did not stop its reading.
public struct TableDamage: Sendable, Equatable {
  /// What was found; the raw values are stable and name catalogue entries.
  public enum Code: String, Sendable, CaseIterable {
    /// Bytes that are no character of the file's encoding, replaced by U+FFFD.
    case invalidBytes = "invalid-bytes"
    /// Lines in another encoding than the rest of the file, decoded by their own.
    case mixedEncodings = "mixed-encodings"
    /// The bytes may be in another encoding as well, whose name is the detail.
    case doubtfulEncoding = "doubtful-encoding"
    /// The XML declaration names another encoding than the bytes are in.
    case encodingContradiction = "encoding-contradiction"
    /// A control character or a reference to one, kept in cells of XML, else replaced by U+FFFD.
    case controlCharacter = "control-character"
    /// A NUL byte, replaced by U+FFFD.
    case nulByte = "nul-byte"
    /// A byte order mark inside the file, left out.
    case strayByteOrderMark = "stray-byte-order-mark"
    /// A quoted cell that never ends; its quote was read as a character of the text.
    case unclosedQuote = "unclosed-quote"
    /// Text after the closing quote of a cell, kept as part of the cell.
    case textAfterQuote = "text-after-quote"
    /// White space before the XML declaration.
    case leadingWhitespace = "leading-whitespace"
    /// A cell, row, merge or repeat beyond a limit, cut or left out.
    case capReached = "cap-reached"
    /// A cell under a merged cell: moved right where it had no position of its own, left at its
    /// stated place, or left out with its text.
    case cellInCoveredArea = "cell-in-covered-area"
    /// A row or column number that is unreadable, too large, or before the place reached.
    case badPosition = "bad-position"
    /// A cell type the format does not know, read as text.
    case unknownCellType = "unknown-cell-type"
    /// A cell that refers to a shared text the workbook does not have; it is left blank.
    case missingSharedText = "missing-shared-text"
    /// A sheet that the workbook lists and does not hold; it is read as a blank one.
    case missingSheet = "missing-sheet"
    /// More damage than is listed.
    case more
  }

  /// What was found.
  public let code: Code
  /// The sheet, counted from 0, where it is known.
  public let sheet: Int?
  /// The row, counted from 1, where it is known.
  public let row: Int?
  /// The column, counted from 0, where it is known.
  public let column: Int?
  /// The circumstances in English, never a cell's text.
  public let detail: String

  /// The detail of a text that stands under a merged cell and not in it.
  static let coveredTextLeftOut = "left out under a merged cell"

  /// Whether the reader's answer is sure and nothing was lost, so that nobody need look.
  public var isResolved: Bool {
    code == .cellInCoveredArea && detail != Self.coveredTextLeftOut
  }
}

/// The tables of one file as the reader understood them.
public struct TableFile: Sendable {
  /// The kind of file, decided by its content.
  public let format: FileFormat
  /// The encoding, decided by the bytes.
  public let encoding: TextEncoding
  /// The sheets in the file's order.
  public let sheets: [Sheet]
  /// What was wrong with the file, in reading order; at most ``TableLimits/maximumDamage`` entries.
  public let damage: [TableDamage]
}
