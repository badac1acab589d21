/// Byte scans that look at eight bytes at a time.
///
/// A byte of a word is marked by its highest bit; marks above the first one may be wrong, which is
/// why only the first is used.
enum WordScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Where the first `first` or `second` stands from `start` on; the end where there is neither.
  @inline(__always)
  static func index(
    of first: UInt8, or second: UInt8, in bytes: Span<UInt8>, from start: Int
  ) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = load(bytes, at: index)
      let marks = zeros(word ^ (ones &* UInt64(first))) | zeros(word ^ (ones &* UInt64(second)))
      if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] != first, bytes[index] != second { index += 1 }
    return index
  }

  /// Where the run of ASCII without control characters that starts at `start` may end; more of it
  /// may follow.
  @inline(__always)
  static func endOfPlainASCII(in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = load(bytes, at: index)
      let marks = (word | (word &- ones &* 0x20)) & highBits
      if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    return index
  }

  /// Marks the bytes that are zero.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highBits }

  @inline(__always)
  private static func load(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}
