/// Finds the cells of one record of delimited text.
///
/// A byte loop without input or output: it is handed bytes and asks for more where the record's end
/// does not show. The same bytes give the same cells however they were cut into pieces.
struct RecordScanner {
  /// One cell's place in the bytes.
  struct Field {
    var start: Int
    var end: Int
    var quoting = Quoting.none
  }

  /// What must be done to a cell's bytes before they are its text.
  enum Quoting: Equatable {
    /// Nothing.
    case none
    /// Doubled quotes become one.
    case doubled
    /// The same, up to the closing quote here, which goes too; the rest is plain text.
    case closed(at: Int)
  }

  /// Trouble with a quote, by the column it stands in.
  struct Trouble {
    let code: TableDamage.Code
    let column: Int
  }

  private enum QuotedEnd {
    case closed(Field, next: Int)
    case unclosed
    case needsMore
  }

  static let quote = UInt8(ascii: "\"")

  let dialect: TextDialect
  private let delimiter: UInt8
  private let quote: UInt8
  let maximumColumns: Int
  let maximumCellBytes: Int
  /// The width of the last record that had several cells; tells a lost quote from a stray one.
  private(set) var usualWidth = 0
  fileprivate(set) var fields: [Field] = []
  private(set) var troubles: [Trouble] = []
  /// Cells beyond the maximum, which are left out.
  private(set) var surplus = 0

  init(_ dialect: TextDialect, limits: TableLimits) {
    self.dialect = dialect
    delimiter = dialect.delimiter
    quote = dialect.quote
    maximumColumns = limits.maximumColumns
    maximumCellBytes = limits.maximumCellBytes
  }

  /// Scans the record at `start` and returns where the next one begins; nil: more bytes needed.
  mutating func scan(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Int? {
    fields.removeAll(keepingCapacity: true)
    troubles.removeAll(keepingCapacity: true)
    surplus = 0
    var index = start
    while true {
      var field = Field(start: index, end: index)
      if index < bytes.count, bytes[index] == 0x20 { index = quoteAfterSpaces(bytes, from: index) }
      if index < bytes.count, bytes[index] == quote {
        switch quoted(bytes, from: index, isFinal: isFinal) {
        case .needsMore: return nil
        case .unclosed:
          troubles.append(Trouble(code: .unclosedQuote, column: fields.count))
          index = plainEnd(bytes, from: index)
          field.end = index
        case .closed(let found, let next):
          field = found
          index = next
        }
      } else {
        index = plainEnd(bytes, from: index)
        field.end = index
      }
      if fields.count < maximumColumns { fields.append(field) } else { surplus += 1 }
      guard index < bytes.count else { return isFinal ? finished(at: index) : nil }
      let byte = bytes[index]
      if byte == delimiter {
        index = min(index + dialect.delimiterLength, bytes.count)
        continue
      }
      index += 1
      if byte == 0x0A { return finished(at: index) }
      guard index < bytes.count || isFinal else { return nil }
      if index < bytes.count, bytes[index] == 0x0A { index += 1 }
      return finished(at: index)
    }
  }

  private mutating func finished(at index: Int) -> Int {
    if fields.count > 1 { usualWidth = fields.count }
    return index
  }

  /// Where a quote follows the spaces at `start`, its place: some programs write `a, "b, c"`.
  private func quoteAfterSpaces(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index < bytes.count && bytes[index] == quote ? index : start
  }

  @inline(__always)
  private func plainEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D || byte == delimiter && isDelimiter(bytes, at: index) {
        break
      }
      index += 1
    }
    return index
  }

  /// Whether the delimiter that may start at `index` is whole; one that the bytes cut off counts as
  /// whole, for more bytes are asked for then.
  @inline(__always)
  private func isDelimiter(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    guard dialect.delimiterLength > 1 else { return true }
    let rest = TextDialect.wideComma
    for place in 1..<rest.count where index + place < bytes.count {
      if bytes[index + place] != rest[place] { return false }
    }
    return true
  }

  /// Finds the end of the quoted cell that starts at `start`.
  private mutating func quoted(
    _ bytes: Span<UInt8>, from start: Int, isFinal: Bool
  ) -> QuotedEnd {
    var index = start + 1
    var hasDoubled = false
    var isMultiline = false
    let bound = min(bytes.count, start + maximumCellBytes)
    while index < bound {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D { isMultiline = true }
      guard byte == quote else {
        index += 1
        continue
      }
      let after = index + 1
      guard after < bytes.count else {
        guard isFinal else { return .needsMore }
        return .closed(field(start + 1, index, hasDoubled), next: after)
      }
      if bytes[after] == quote {
        hasDoubled = true
        index += 2
      } else if endsCell(bytes, at: after) {
        return .closed(field(start + 1, index, hasDoubled), next: after)
      } else {
        if isMultiline, isUsualWidth(bytes, from: start) { return .unclosed }
        return strayQuote(bytes, cellStart: start, at: index, isFinal: isFinal)
      }
    }
    return bound == bytes.count && !isFinal ? .needsMore : .unclosed
  }

  private func field(_ start: Int, _ end: Int, _ hasDoubled: Bool) -> Field {
    Field(start: start, end: end, quoting: hasDoubled ? .doubled : .none)
  }

  @inline(__always)
  private func endsCell(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    return byte == 0x0A || byte == 0x0D || byte == delimiter && isDelimiter(bytes, at: index)
  }

  /// Whether the line at `start` has the usual width when its first quote is plain text.
  private func isUsualWidth(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    var width = fields.count + 1
    var index = plainEnd(bytes, from: start)
    while index < bytes.count, bytes[index] == delimiter {
      width += 1
      index = plainEnd(bytes, from: index + dialect.delimiterLength)
    }
    return width == usualWidth
  }

  /// Reads on where text follows a quote: `"said "so, then" again",` goes on to the next quote
  /// before a delimiter on the line; `"abc"def,"ghi"` has none and ends like a plain cell.
  private mutating func strayQuote(
    _ bytes: Span<UInt8>, cellStart: Int, at close: Int, isFinal: Bool
  ) -> QuotedEnd {
    var index = close + 1
    let bound = min(bytes.count, cellStart + maximumCellBytes)
    while index < bound, bytes[index] != 0x0A, bytes[index] != 0x0D {
      guard bytes[index] == quote else {
        index += 1
        continue
      }
      let after = index + 1
      if after == bytes.count, !isFinal { return .needsMore }
      if after == bytes.count || endsCell(bytes, at: after) {
        troubles.append(Trouble(code: .textAfterQuote, column: fields.count))
        return .closed(field(cellStart + 1, index, true), next: after)
      }
      if dialect.delimiterLength == 1, bytes[index - 1] == delimiter { break }
      index = bytes[after] == quote ? index + 2 : after
    }
    if index >= bytes.count, !isFinal { return .needsMore }
    let end = plainEnd(bytes, from: close + 1)
    if end == bytes.count, !isFinal { return .needsMore }
    troubles.append(Trouble(code: .textAfterQuote, column: fields.count))
    let field = Field(start: cellStart + 1, end: end, quoting: .closed(at: close))
    return .closed(field, next: end)
  }
}

extension RecordScanner {
  /// Turns the quoted cells of the record into their text, in place.
  mutating func unquote(_ bytes: inout ByteBuffer) {
    for index in fields.indices where fields[index].quoting != .none {
      fields[index] = unquoted(fields[index], &bytes)
    }
  }

  private func unquoted(_ field: Field, _ bytes: inout ByteBuffer) -> Field {
    var close = field.end
    if case .closed(let at) = field.quoting { close = at }
    var target = field.start
    var index = field.start
    while index < close {
      bytes[target] = bytes[index]
      target += 1
      let isDoubled = bytes[index] == quote && index + 1 < close && bytes[index + 1] == quote
      index += isDoubled ? 2 : 1
    }
    index = close + 1
    while index < field.end {
      bytes[target] = bytes[index]
      target += 1
      index += 1
    }
    return Field(start: field.start, end: target)
  }
}
