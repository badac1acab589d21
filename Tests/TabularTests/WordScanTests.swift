import Testing

@testable import Tabular

@Suite("Scans of eight bytes at a time")
struct WordScanTests {
  /// Bytes next to what is looked for, in places where a carry might spoil the answer.
  static let texts: [String] = [
    "", "a", "<", "&abc<", "abcdefg<", "abcdefgh&", "王芳<张伟&", "=;%'&", "\u{1}<\u{2}&",
    "1234567\n", "12345678\t90", "abcdefghi王", "\u{7F}\u{80}\u{20}\u{1F}", "<<&&<<&&<<",
  ]

  @Test("find the same place as a byte after the other", arguments: texts)
  func sameAsBytes(text: String) {
    for padding in 0..<9 {
      let bytes = Array((String(repeating: "x", count: padding) + text).utf8)
      for start in 0...bytes.count {
        let rest = bytes[start...]
        let mark = rest.firstIndex { $0 == 0x3C || $0 == 0x26 } ?? bytes.count
        #expect(WordScan.index(of: 0x3C, or: 0x26, in: bytes.span, from: start) == mark)
        let plain = rest.firstIndex { $0 < 0x20 || $0 >= 0x80 } ?? bytes.count
        let end = WordScan.endOfPlainASCII(in: bytes.span, from: start)
        #expect(end <= plain && plain - end < 8)
      }
    }
  }
}
