/// What stands at one place of bytes that may be UTF-8.
enum UTF8Sequence {
  /// A character of this many bytes.
  case valid(Int)
  /// This many bytes that start no character; the next one may.
  case invalid(Int)
  /// A character's start that the end of the bytes cuts off.
  case cut

  /// Reads the sequence at `index`, following the table of well-formed sequences in Unicode 3.9.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at index: Int) {
    let lead = bytes[index]
    let left = bytes.count - index
    switch lead {
    case 0..<0x80: self = .valid(1)
    case 0xC2...0xDF: self = Self.tail(bytes, index, length: 2, second: 0x80...0xBF, left)
    case 0xE0: self = Self.tail(bytes, index, length: 3, second: 0xA0...0xBF, left)
    case 0xED: self = Self.tail(bytes, index, length: 3, second: 0x80...0x9F, left)
    case 0xE1...0xEF: self = Self.tail(bytes, index, length: 3, second: 0x80...0xBF, left)
    case 0xF0: self = Self.tail(bytes, index, length: 4, second: 0x90...0xBF, left)
    case 0xF1...0xF3: self = Self.tail(bytes, index, length: 4, second: 0x80...0xBF, left)
    case 0xF4: self = Self.tail(bytes, index, length: 4, second: 0x80...0x8F, left)
    default: self = .invalid(1)
    }
  }

  @inline(__always)
  private static func tail(
    _ bytes: Span<UInt8>, _ index: Int, length: Int, second: ClosedRange<UInt8>, _ left: Int
  ) -> UTF8Sequence {
    guard left > 1 else { return .cut }
    guard second.contains(bytes[index + 1]) else { return .invalid(1) }
    guard length > 2 else { return .valid(2) }
    guard left > 2 else { return .cut }
    guard bytes[index + 2] & 0xC0 == 0x80 else { return .invalid(2) }
    guard length > 3 else { return .valid(3) }
    guard left > 3 else { return .cut }
    return bytes[index + 3] & 0xC0 == 0x80 ? .valid(4) : .invalid(3)
  }
}

/// Whether a byte is a control character that no table has a use for; NUL is one.
@inline(__always)
func isForbiddenControl(_ byte: UInt8) -> Bool {
  byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
}

/// Whether a valid three-byte sequence is the byte order mark, U+FEFF.
@inline(__always)
func isByteOrderMark(_ bytes: Span<UInt8>, at index: Int) -> Bool {
  bytes[index] == 0xEF && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
}

/// Whether a valid three-byte sequence is U+FFFE or U+FFFF, which XML does not allow, or one of the
/// noncharacters U+FDD0 to U+FDEF, which stand for control characters inside the reader.
@inline(__always)
func isNoncharacter(_ bytes: Span<UInt8>, at index: Int) -> Bool {
  guard bytes[index] == 0xEF else { return false }
  return bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    || bytes[index + 1] == 0xB7 && (0x90...0xAF).contains(bytes[index + 2])
}
