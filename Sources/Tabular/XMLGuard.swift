/// Watches XML on its way to the parser for what would stop or stall it.
///
/// Excel writes references to control characters, such as `&#1;`, which no XML parser accepts. And
/// libxml2 compares each attribute of an element with each other before it reports the element.
struct XMLGuard {
  /// Why a scan ended.
  enum Stop: Equatable {
    /// Everything up to here may go to the parser.
    case safe(until: Int)
    /// The reference at this place stands for this forbidden character.
    case forbiddenReference(Range<Int>, UInt32)
    /// An element has more attributes than allowed.
    case tooManyAttributes
  }

  private enum State {
    case text, open, tag, doubleQuoted, singleQuoted, bang, bangDash, comment, cdata, instruction
  }

  private static let longestReference = 32

  let maximumAttributes: Int
  private var state = State.text
  private var attributes = 0
  /// How many of a closing mark's first characters were just seen.
  private var closing = 0

  init(maximumAttributes: Int) {
    self.maximumAttributes = maximumAttributes
  }

  /// Scans on from `start`; a reference that may go on after the end is left for the next scan.
  mutating func scan(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Stop {
    var index = start
    while index < bytes.count {
      switch state {
      case .text: index = end(of: UInt8(ascii: "<"), bytes, from: index)
      case .doubleQuoted: index = end(of: RecordScanner.quote, bytes, from: index)
      case .singleQuoted: index = end(of: UInt8(ascii: "'"), bytes, from: index)
      case .tag:
        index = inTag(bytes, from: index)
        if attributes > maximumAttributes { return .tooManyAttributes }
        continue
      case .open, .bang, .bangDash: afterOpening(bytes[index])
      case .comment: close(bytes[index], with: UInt8(ascii: "-"), count: 2)
      case .cdata: close(bytes[index], with: UInt8(ascii: "]"), count: 2)
      case .instruction: close(bytes[index], with: UInt8(ascii: "?"), count: 1)
      }
      guard index < bytes.count else { break }
      if isReferring, bytes[index] == UInt8(ascii: "&") {
        switch reference(bytes, at: index, isFinal: isFinal) {
        case .forbidden(let end, let character):
          return .forbiddenReference(index..<end, character)
        case .cut: return .safe(until: index)
        case .allowed: break
        }
      } else if isReferring {
        state = state == .text ? .open : .tag
      }
      index += 1
    }
    return .safe(until: bytes.count)
  }

  /// Whether a reference may stand in the current state.
  private var isReferring: Bool {
    state == .text || state == .doubleQuoted || state == .singleQuoted
  }

  /// Where a run of text ends: at `mark`, at a reference, or with the bytes.
  @inline(__always)
  private func end(of mark: UInt8, _ bytes: Span<UInt8>, from start: Int) -> Int {
    WordScan.index(of: mark, or: UInt8(ascii: "&"), in: bytes, from: start)
  }

  /// Reads a tag up to its end or the start of a value, counting attributes.
  @inline(__always)
  private mutating func inTag(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      // All marks of a tag are below the letters.
      guard byte <= UInt8(ascii: ">") else { continue }
      switch byte {
      case UInt8(ascii: ">"): state = .text
      case RecordScanner.quote: state = .doubleQuoted
      case UInt8(ascii: "'"): state = .singleQuoted
      case UInt8(ascii: "="):
        attributes += 1
        continue
      default: continue
      }
      return index
    }
    return index
  }

  private mutating func afterOpening(_ byte: UInt8) {
    closing = 0
    attributes = 0
    switch (state, byte) {
    case (.open, UInt8(ascii: "!")): state = .bang
    case (.open, UInt8(ascii: "?")): state = .instruction
    case (.bang, UInt8(ascii: "-")): state = .bangDash
    case (.bang, UInt8(ascii: "[")): state = .cdata
    case (.bangDash, UInt8(ascii: "-")): state = .comment
    case (_, UInt8(ascii: ">")): state = .text
    default: state = .tag
    }
  }

  private mutating func close(_ byte: UInt8, with mark: UInt8, count: Int) {
    if byte == mark {
      closing += 1
    } else if byte == UInt8(ascii: ">"), closing >= count {
      state = .text
    } else {
      closing = 0
    }
  }
}

extension XMLGuard {
  private enum Reference {
    case allowed
    case forbidden(end: Int, UInt32)
    case cut
  }

  /// Looks at what may be a character reference that starts at `start`.
  private func reference(_ bytes: Span<UInt8>, at start: Int, isFinal: Bool) -> Reference {
    let bound = min(bytes.count, start + Self.longestReference)
    var index = start + 1
    guard index < bound else { return isFinal ? .allowed : .cut }
    guard bytes[index] == UInt8(ascii: "#") else { return .allowed }
    index += 1
    var radix: UInt32 = 10
    if index < bound, bytes[index] == UInt8(ascii: "x") {
      radix = 16
      index += 1
    }
    var value: UInt32 = 0
    while index < bound {
      if bytes[index] == UInt8(ascii: ";") {
        return isForbidden(value) ? .forbidden(end: index + 1, value) : .allowed
      }
      guard let digit = digit(bytes[index]), digit < radix else { return .allowed }
      value = min(value * radix + digit, 0x11_0000)
      index += 1
    }
    return index == bytes.count && !isFinal ? .cut : .allowed
  }

  private func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Characters that XML 1.0 does not allow, not even by reference, and those of ``MaskedControl``.
  private func isForbidden(_ value: UInt32) -> Bool {
    switch value {
    case 0xFDD0...0xFDEF: true
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: false
    default: true
    }
  }
}
