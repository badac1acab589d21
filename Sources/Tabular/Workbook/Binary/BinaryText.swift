/// A text of a binary workbook as UTF-8, and what of it was no character.
struct BinaryText {
  private(set) var bytes: [UInt8] = []
  /// What was replaced or is unusual; empty for nearly all texts.
  private(set) var damage: Set<TableDamage.Code> = []
  /// The first half of a character of two units, until the second comes.
  private var firstHalf: UInt32 = 0

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    if !damage.isEmpty { damage = [] }
    firstHalf = 0
  }

  /// Adds units of 16 bits, low byte first.
  mutating func appendUnits(_ units: Span<UInt8>) {
    var index = 0
    while index + 1 < units.count {
      append(unit: UInt32(units[index]) | UInt32(units[index + 1]) << 8)
      index += 2
    }
  }

  /// Adds characters of which only the low byte is written, the high one being zero.
  mutating func appendLowBytes(_ characters: Span<UInt8>) {
    for index in characters.indices { append(unit: UInt32(characters[index])) }
  }

  /// Adds bytes that are UTF-8 already.
  mutating func append(_ characters: Span<UInt8>) {
    for index in characters.indices {
      let byte = characters[index]
      if byte < 0x20 { append(unit: UInt32(byte)) } else { bytes.append(byte) }
    }
  }

  /// Adds the sign for bytes that are no character.
  mutating func appendReplacement(_ code: TableDamage.Code) {
    damage.insert(code)
    bytes += [0xEF, 0xBF, 0xBD]
  }

  /// Ends the text.
  mutating func finish() {
    if firstHalf != 0 {
      firstHalf = 0
      appendReplacement(.invalidBytes)
    }
  }

  @inline(__always)
  private mutating func append(unit: UInt32) {
    if firstHalf != 0 || unit & 0xF800 == 0xD800 { return appendHalf(unit) }
    switch unit {
    case 0x20..<0x80, 0x09, 0x0A, 0x0D: bytes.append(UInt8(unit))
    case 0: appendReplacement(.nulByte)
    case ..<0x20:
      damage.insert(.controlCharacter)
      bytes.append(UInt8(unit))
    case ..<0x800:
      bytes.append(UInt8(0xC0 | unit >> 6))
      bytes.append(UInt8(0x80 | unit & 0x3F))
    default:
      bytes.append(UInt8(0xE0 | unit >> 12))
      bytes.append(UInt8(0x80 | unit >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | unit & 0x3F))
    }
  }

  private mutating func appendHalf(_ unit: UInt32) {
    let first = firstHalf
    firstHalf = 0
    if first == 0, unit < 0xDC00 {
      firstHalf = unit
    } else if first != 0, unit & 0xFC00 == 0xDC00 {
      let scalar = 0x1_0000 + (first & 0x3FF) << 10 + (unit & 0x3FF)
      for shift in [18, 12, 6, 0] as [UInt32] {
        bytes.append(
          UInt8((shift == 18 ? 0xF0 : 0x80) | scalar >> shift & (shift == 18 ? 7 : 0x3F)))
      }
    } else {
      appendReplacement(.invalidBytes)
      if first != 0 { append(unit: unit) }
    }
  }
}

/// How the texts of a workbook are written: in 16 bits since Excel 97, before in a code page.
enum BinaryTextForm {
  case units
  case codePage(CodePageDecoder)
}

extension BinaryRecords {
  /// Reads a text that begins at the next byte, its count of characters written in 8 or 16 bits.
  mutating func takeText(
    _ form: BinaryTextForm, hasShortCount: Bool = false
  ) throws(TabularError) {
    text.clear()
    var count = Int(try takeByte())
    if !hasShortCount { count |= Int(try takeByte()) << 8 }
    switch form {
    case .units: try takeUnits(count)
    case .codePage(let decoder):
      guard taken + count <= length else { throw damaged }
      take(count) { bytes, text in decoder.decode(bytes, into: &text) }
    }
    text.finish()
  }

  /// The options say whether the characters have 8 or 16 bits and whether fonts of parts and reading
  /// aids follow them, which are passed over.
  private mutating func takeUnits(_ count: Int) throws(TabularError) {
    let options = try takeByte()
    var behind = 0
    if options & 0x08 != 0 { behind += 4 * (Int(try takeByte()) | Int(try takeByte()) << 8) }
    if options & 0x04 != 0 {
      for shift in [0, 8, 16, 24] { behind += Int(try takeByte()) << shift }
    }
    var isWide = options & 1 != 0
    var left = count
    while left > 0 {
      if taken == length {
        // A record that goes on in the middle of a text says anew how wide its characters are.
        guard try nextContinuation() else { throw damaged }
        isWide = try takeByte() & 1 != 0
        continue
      }
      let here = min(left, (length - taken) / (isWide ? 2 : 1))
      guard here > 0 else { throw damaged }
      take(isWide ? here * 2 : here) { bytes, text in
        if isWide { text.appendUnits(bytes) } else { text.appendLowBytes(bytes) }
      }
      left -= here
    }
    try skip(behind)
  }
}
