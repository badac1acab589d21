import Testing

@testable import Tabular

@Suite("Encodings")
struct EncodingTests {
  /// 姓名,值 / 王芳,1 in GB18030.
  static let chinese: [UInt8] =
    [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xD6, 0xB5, 0x0A]
    + [0xCD, 0xF5, 0xB7, 0xBC, 0x2C, 0x31, 0x0A]
  static let text = "姓名,值\n王芳,1\n"
  static let rows = [["姓名", "值"], ["王芳", "1"]]

  static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittle ? [low, high] : [high, low]
    }
  }

  static let samples: [(TextEncoding, [UInt8])] = [
    (.utf8, Array(text.utf8)),
    (.utf8BOM, [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    (.gb18030, chinese),
    (.utf16LE, [0xFF, 0xFE] + utf16(text, isLittle: true)),
    (.utf16BE, [0xFE, 0xFF] + utf16(text, isLittle: false)),
    (.utf16LE, utf16(text, isLittle: true)),
    (.utf16BE, utf16(text, isLittle: false)),
  ]

  @Test("is decided by byte order mark, NUL pattern, UTF-8, GB18030", arguments: samples)
  func decided(encoding: TextEncoding, bytes: [UInt8]) throws {
    let file = try readInAllPieces(bytes)
    #expect(file.encoding == encoding)
    #expect(grid(of: file.sheets[0]) == Self.rows)
    #expect(file.damage.isEmpty)
  }

  @Test("is decided by the whole file: Chinese after 300 kB of ASCII")
  func lateChinese() throws {
    let ascii = Array(String(repeating: "a,b\n", count: 75_000).utf8)
    let file = try readTables(from: ascii + Self.chinese)
    #expect(file.encoding == .gb18030)
    #expect(grid(of: file.sheets[0]).last == ["王芳", "1"])
  }

  @Test("four-byte characters of GB18030 are read")
  func fourBytes() throws {
    let file = try readInAllPieces(Self.chinese + [0x95, 0x34, 0xB2, 0x35, 0x2C, 0x32, 0x0A])
    #expect(grid(of: file.sheets[0]).last == ["𠮷", "2"])
  }

  @Test("a last character cut off is replaced and flagged where it stands")
  func cutCharacter() throws {
    let file = try readInAllPieces(Array(Array(Self.text.utf8).dropLast(4)))
    #expect(file.encoding == .utf8)
    #expect(grid(of: file.sheets[0]) == [["姓名", "值"], ["王\u{FFFD}"]])
    #expect(file.damage.map(\.code) == [.invalidBytes])
    #expect(file.damage[0].row == 2 && file.damage[0].column == 0)
  }

  @Test("a bad pair in GB18030 is replaced and flagged")
  func badPair() throws {
    let file = try readInAllPieces(Self.chinese + [0xD0, 0x2C, 0x31, 0x0A, 0xFF, 0x2C, 0x32, 0x0A])
    #expect(file.encoding == .gb18030)
    #expect(grid(of: file.sheets[0]).dropFirst(2) == [["\u{FFFD}", "1"], ["\u{FFFD}", "2"]])
    #expect(file.damage.map(\.row) == [3, 4])
  }

  @Test("lines in two encodings are decoded each by its own and flagged")
  func mixed() throws {
    let file = try readInAllPieces(Array("姓名,值\n李四,2\n".utf8) + Self.chinese)
    #expect(
      grid(of: file.sheets[0]) == [["姓名", "值"], ["李四", "2"], ["姓名", "值"], ["王芳", "1"]])
    #expect(file.damage.map(\.code) == [.mixedEncodings, .mixedEncodings])
    #expect(file.damage.map(\.row) == [3, 4])
  }

  @Test("a lone surrogate in UTF-16 is replaced and flagged")
  func loneSurrogate() throws {
    let bytes = [0xFF, 0xFE] + Self.utf16("a,b\n1,", isLittle: true) + [0x00, 0xD8, 0x0A, 0x00]
    let file = try readInAllPieces(bytes)
    #expect(grid(of: file.sheets[0]) == [["a", "b"], ["1", "\u{FFFD}"]])
    #expect(file.damage.map(\.code) == [.invalidBytes])
  }

  @Test(
    "files that are no table text are refused by name",
    arguments: [
      (TabularError.Code.empty, [UInt8]()),
      (.empty, [0xEF, 0xBB, 0xBF]),
      (.brokenArchive, [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]),
      (.brokenArchive, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
      (.binary, Array("%PDF-1.7\n".utf8)),
      (.binary, (0..<256).map { UInt8(truncatingIfNeeded: ($0 &* 7_919) >> 3) }),
      (.invalidEncoding, (0..<60).flatMap { _ -> [UInt8] in [0x61, 0xFF, 0x2C, 0xC3, 0x0A] }),
    ])
  func refused(code: TabularError.Code, bytes: [UInt8]) {
    #expect(errorCode(bytes) == code)
  }

  @Test(
    "white space alone is an empty sheet, as programs export one", arguments: ["\n", " \r\n\t\n"])
  func blankSheet(text: String) throws {
    let file = try readInAllPieces(Array(text.utf8))
    #expect(grid(of: file.sheets[0]).allSatisfy { $0.allSatisfy { $0.isEmpty } })
    #expect(file.damage.isEmpty)
  }

  @Test("a missing file and a folder are unreadable, with the system's reason")
  func unreadable() {
    for path in ["/nowhere/at/all.csv", "/tmp"] {
      let error = #expect(throws: TabularError.self) { _ = try readTables(at: path) }
      #expect(
        error?.code == .unreadable && [.systemError, .notRegularFile].contains(error?.reason.kind))
    }
  }
}
