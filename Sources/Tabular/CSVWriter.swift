/// Writes rows as CSV: RFC 4180 quoting, UTF-8, one LF after each row.
///
/// A cell that a spreadsheet program would run as a formula gets a leading apostrophe: its first
/// character, after white space and quotes, is `=`, `+`, `-` or `@` (full-width ones too), or it
/// starts with a tab or carriage return. A plain decimal number such as `-12.50` stays as it is.
///
/// Control characters other than tab and line ends become U+FFFD.
public struct CSVWriter: Sendable {
  /// What the file is for.
  enum Purpose {
    /// For people to work with.
    case report
    /// To show what a file holds: control characters stay, and so do texts behind a sign that call
    /// nothing, such as `-20%` and `-1.2E+11`, for they can do no harm when they are opened.
    case dump
  }

  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []
  private var isInRow = false
  private let purpose: Purpose

  /// Makes a writer without rows.
  public init() { self.init(for: .report) }

  /// Makes a writer whose bytes begin with others, such as a byte order mark.
  public init(startingWith bytes: [UInt8]) {
    self.init(for: .report)
    self.bytes = bytes
  }

  init(for purpose: Purpose) {
    self.purpose = purpose
  }

  /// Adds a row.
  public mutating func appendRow(_ cells: some Sequence<String>) {
    for cell in cells { appendCell(cell) }
    endRow()
  }

  /// Adds a cell to the current row.
  public mutating func appendCell(_ text: String) {
    appendCell(text.utf8Span.span)
  }

  /// Adds a cell, given as UTF-8, to the current row.
  public mutating func appendCell(_ text: Span<UInt8>) {
    if isInRow { bytes.append(UInt8(ascii: ",")) }
    isInRow = true
    let isFormula = isRunAsFormula(text) && !(purpose == .dump && callsNothing(text))
    guard needsQuotes(text) else {
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      return
    }
    bytes.append(RecordScanner.quote)
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for index in text.indices {
      switch text[index] {
      case RecordScanner.quote: bytes += [RecordScanner.quote, RecordScanner.quote]
      case let byte where isForbiddenControl(byte) && purpose == .report:
        bytes += MaskedControl.replacement
      case let byte: bytes.append(byte)
      }
    }
    bytes.append(RecordScanner.quote)
  }

  /// Ends the current row; a row without cells is an empty line.
  public mutating func endRow() {
    bytes.append(0x0A)
    isInRow = false
  }

  /// Forgets the bytes, when they have been written elsewhere.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Whether a cell must be quoted, as one with control characters is.
  private func needsQuotes(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: ","), RecordScanner.quote, 0x0A, 0x0D: return true
      case let byte where isForbiddenControl(byte): return true
      default: continue
      }
    }
    return false
  }
}

/// Whether a spreadsheet program may run a cell's text, given as UTF-8, as a formula.
public func isRunAsFormula(_ text: Span<UInt8>) -> Bool {
  guard !text.isEmpty else { return false }
  if text[0] == 0x09 || text[0] == 0x0D { return true }
  var index = 0
  while index < text.count {
    let lead = text[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let isSkipped = lead <= 0x20 || lead == RecordScanner.quote
    let end = min(index + length, text.count)
    guard isSkipped || length > 1 && isBlank(text, in: index..<end) else { break }
    index = end
  }
  guard index < text.count, startsFormula(text, at: index) else { return false }
  return index > 0 || !isPlainDecimal(text)
}

/// Whether the text begins with a sign and neither calls a function nor names another program or
/// workbook: such a formula computes with numbers at most.
private func callsNothing(_ text: Span<UInt8>) -> Bool {
  guard text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") else { return false }
  for index in text.indices {
    switch text[index] {
    case UInt8(ascii: "("), UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: "="): return false
    default: continue
    }
  }
  return true
}

/// Whether `=`, `+`, `-`, `@` or their full-width forms stand at `index`.
private func startsFormula(_ text: Span<UInt8>, at index: Int) -> Bool {
  switch text[index] {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
  case 0xEF:
    guard index + 2 < text.count, text[index + 1] == 0xBC else { return false }
    return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[index + 2])
  default: return false
  }
}

/// Whether the text is a sign, digits, and perhaps a point and more digits.
private func isPlainDecimal(_ text: Span<UInt8>) -> Bool {
  guard text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") else { return false }
  var digits = 0
  var points = 0
  for index in 1..<text.count {
    switch text[index] {
    case 0x30...0x39: digits += 1
    case UInt8(ascii: ".") where points == 0 && digits > 0 && index + 1 < text.count: points = 1
    default: return false
    }
  }
  return digits > 0
}
