/// Turns escapes such as `_x000D_`, by which workbooks write characters that XML does not allow, into
/// those characters, in place; `_x005F_` stands for the `_` of a text that looks like an escape.
func decodeWorkbookEscapes(_ bytes: inout [UInt8], from start: Int) {
  guard
    let first = bytes[start...].firstIndex(of: UInt8(ascii: "_")),
    firstEscape(bytes, from: first) != nil
  else { return }
  var target = first
  var index = first
  while index < bytes.count {
    guard let unit = escape(bytes, at: index) else {
      bytes[target] = bytes[index]
      target += 1
      index += 1
      continue
    }
    index += 7
    var scalar = UInt32(unit)
    if (0xD800..<0xDC00).contains(scalar), let low = escape(bytes, at: index),
      (0xDC00..<0xE000).contains(low)
    {
      scalar = 0x1_0000 + (scalar - 0xD800) << 10 + UInt32(low) - 0xDC00
      index += 7
    }
    let character = scalar == 0 ? nil : Unicode.Scalar(scalar)
    // An escape is seven bytes long, its character never longer.
    for byte in UTF8.encode(character ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
      bytes[target] = byte
      target += 1
    }
  }
  bytes.removeSubrange(target...)
}

private func firstEscape(_ bytes: [UInt8], from start: Int) -> Int? {
  var index = start
  while index + 7 <= bytes.count {
    if escape(bytes, at: index) != nil { return index }
    index += 1
  }
  return nil
}

/// The UTF-16 unit of the escape that stands at `index`, if one does.
private func escape(_ bytes: [UInt8], at index: Int) -> UInt16? {
  guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
    bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
  else { return nil }
  var unit: UInt16 = 0
  for byte in bytes[index + 2..<index + 6] {
    switch byte {
    case 0x30...0x39: unit = unit << 4 | UInt16(byte - 0x30)
    case 0x41...0x46: unit = unit << 4 | UInt16(byte - 0x41 + 10)
    case 0x61...0x66: unit = unit << 4 | UInt16(byte - 0x61 + 10)
    default: return nil
    }
  }
  return unit
}
