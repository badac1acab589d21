/// Trouble that stops the reading or writing of a file.
public struct TabularError: Error, Sendable, Equatable {
  /// What happened; the raw values are stable and name catalogue entries.
  public enum Code: String, Sendable, CaseIterable {
    /// The file cannot be opened or read.
    case unreadable
    /// The file has no content.
    case empty
    /// The file is no text.
    case binary
    /// A ZIP archive that holds no workbook this module reads.
    case workbookArchive = "workbook-archive"
    /// A workbook whose archive or container is cut or damaged.
    case brokenArchive = "broken-archive"
    /// An archive made to mislead: entries with paths outside of it, or of the same name.
    case unsafeArchive = "unsafe-archive"
    /// A workbook protected by a password.
    case encrypted
    /// A workbook of before 1993, or an OLE file that holds no workbook.
    case legacyWorkbook = "legacy-workbook"
    /// XML with a document type declaration, which is refused for safety.
    case documentType = "document-type"
    /// XML that is not well-formed.
    case malformedXML = "malformed-xml"
    /// XML that ends before its root element does.
    case truncatedXML = "truncated-xml"
    /// Well-formed XML that holds no tables this module knows.
    case unknownXML = "unknown-xml"
    /// Bytes that are text in none of the encodings.
    case invalidEncoding = "invalid-encoding"
    /// More rows, cells or depth than ``TableLimits`` allow.
    case tooLarge = "too-large"
    /// The output cannot be written.
    case unwritable
  }

  /// What happened.
  public let code: Code
  /// The line of the file, counted from 1, where it is known.
  public let line: Int?
  /// Why, never with a cell's text.
  public let reason: TabularReason

  init(_ code: Code, line: Int? = nil, _ kind: TabularReason.Kind, _ value: String = "") {
    self.code = code
    self.line = line
    reason = TabularReason(kind, value)
  }

  /// An error with a figure, such as the limit that was passed.
  init(_ code: Code, line: Int? = nil, _ kind: TabularReason.Kind, _ figure: Int) {
    self.init(code, line: line, kind, "\(figure)")
  }
}

extension TabularError: CustomStringConvertible {
  /// The code, the line where it is known, and the reason.
  public var description: String {
    let place = line.map { " at line \($0)" } ?? ""
    return "\(code.rawValue)\(place): \(reason)"
  }
}
