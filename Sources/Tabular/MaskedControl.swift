/// How control characters pass through a parser that refuses them.
///
/// Excel writes control characters of a cell as they are, or as references such as `&#11;`; no XML
/// parser takes either. On the way in they become noncharacters, U+0001 to U+001F as U+FDD1 to
/// U+FDEF, which XML allows; behind the parser they turn back. Text has no noncharacters of its
/// own: ``TextStream`` and ``XMLGuard`` replace them by U+FFFD, as they do with NUL.
enum MaskedControl {
  /// U+FFFD in UTF-8, for what no text may hold.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The bytes that stand for a forbidden character while the parser reads.
  static func bytes(for character: UInt32) -> [UInt8] {
    guard (0x01...0x1F).contains(character) else { return replacement }
    return [0xEF, 0xB7, 0x90 + UInt8(character)]
  }

  /// The control character whose mask stands at `index`, if one does.
  @inline(__always)
  static func control(_ bytes: Span<UInt8>, at index: Int) -> UInt8? {
    guard bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xB7,
      (0x91...0xAF).contains(bytes[index + 2])
    else { return nil }
    return bytes[index + 2] - 0x90
  }
}
