import Testing

@testable import Tabular

/// One sheet's records and the grid they give.
struct BinaryExample: Sendable, CustomTestStringConvertible {
  let name: String
  let records: [UInt8]
  let cells: [[String]]
  var testDescription: String { name }
}

@Suite("Binary XLS")
struct BinaryWorkbookTests {
  typealias Kind = BinaryRecords.Kind

  static let examples = [
    BinaryExample(
      name: "packed numbers: whole, hundredths, upper halves, and both",
      records: binaryCell(Kind.shortNumber, 0, 0, long(38_600 << 2 | 2))
        + binaryCell(Kind.shortNumber, 0, 1, long(123_456 << 2 | 3))
        + binaryCell(Kind.shortNumber, 0, 2, long(Int((0.375).bitPattern >> 32)))
        + binaryCell(Kind.shortNumber, 0, 3, long(Int((12_550.0).bitPattern >> 32) | 1))
        + binaryCell(Kind.shortNumber, 0, 4, long(-5 << 2 | 2)),
      cells: [["38600", "1234.56", "0.375", "125.5", "-5"]]),
    BinaryExample(
      name: "numbers side by side, and blank cells that leave no trace",
      records: record(
        Kind.numbers,
        short(1) + short(2) + short(0) + long(7 << 2 | 2) + short(0) + long(8 << 2 | 2) + short(3))
        + record(Kind.blanks, short(2) + short(0) + short(0) + short(0) + short(1)),
      cells: [[], ["", "", "7", "8"]]),
    BinaryExample(
      name: "formulas by their stored value: number, text, truth, error and nothing",
      records: numberFormula(0, 0, (11.0).bitPattern)
        + numberFormula(0, 1, 0xFFFF_0000_0000_0000)
        + record(0x04BC, [0, 0]) + record(Kind.formulaText, unitText("低保"))
        + numberFormula(0, 2, 0xFFFF_0000_0001_0001) + numberFormula(0, 3, 0xFFFF_0000_0007_0002)
        + numberFormula(0, 4, 0xFFFF_0000_0000_0003) + label(0, 5, "尾"),
      cells: [["11", "低保", "1", "#DIV/0!", "", "尾"]]),
    BinaryExample(
      name: "truth values and errors",
      records: binaryCell(Kind.truthOrError, 0, 0, [1, 0])
        + binaryCell(Kind.truthOrError, 0, 1, [0x2A, 1])
        + binaryCell(Kind.truthOrError, 0, 2, [0, 0]),
      cells: [["1", "#N/A", "0"]]),
    BinaryExample(
      name: "rows that come in any order, of which the later cell at one place counts",
      records: label(2, 1, "丁") + label(0, 0, "甲") + label(2, 0, "丙") + label(0, 1, "乙")
        + label(2, 1, "戊"),
      cells: [["甲", "乙"], [], ["丙", "戊"]]),
    BinaryExample(
      name: "charts inside a sheet are passed over",
      records: label(0, 0, "甲") + record(Kind.beginning, short(0x600) + short(0x20) + long(0))
        + numberCell(0, 0, 5) + record(Kind.end) + label(1, 0, "乙"),
      cells: [["甲"], ["乙"]]),
    BinaryExample(
      name: "characters of one byte, of two units, and with fonts of parts",
      records: binaryCell(Kind.label, 0, 0, short(3) + [0, 0x41, 0xE9, 0x42])
        + label(0, 1, "𠮷甲")
        + binaryCell(Kind.richLabel, 0, 2, short(1) + [9] + short(1) + short(0x7532) + long(0)),
      cells: [["AéB", "𠮷甲", "甲"]]),
  ]

  static func numberFormula(_ row: Int, _ column: Int, _ bits: UInt64) -> [UInt8] {
    binaryCell(
      Kind.formula, row, column,
      (0..<8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) } + long(0) + long(0) + short(0))
  }

  @Test("gives the stored value of every cell", arguments: examples)
  func cells(example: BinaryExample) throws {
    let file = try readInAllPieces(BinaryBook(example.records).bytes)
    #expect(file.format == .xls && file.sheets.map(\.name) == ["表1"])
    #expect(grid(of: file.sheets[0]) == example.cells)
  }

  @Test("small and large streams are read alike")
  func sizes() throws {
    for count in [1, 60, 400] {
      let rows = (0..<count).map { label($0, 0, "第\($0)行") }
      let book = BinaryBook(Array(rows.joined()))
      #expect((book.stream.count < 4_096) == (count < 100))
      let sheet = try readTables(from: book.bytes).sheets[0]
      #expect(grid(of: sheet).map { $0[0] } == (0..<count).map { "第\($0)行" })
    }
  }

  @Test("shared texts go on in further records, each of which says its width anew")
  func continuations() throws {
    let plain = [UInt8]("abcdef".utf8)
    var book = BinaryBook(
      Array((0..<4).map { binaryCell(Kind.sharedLabel, 0, $0, long($0)) }.joined()))
    book.globals =
      record(Kind.sharedTexts, long(4) + long(4) + short(6) + [0] + plain.prefix(2))
      + record(Kind.continuation, [1] + "cd".utf16.flatMap { short(Int($0)) })
      + record(Kind.continuation, [0] + plain.suffix(2) + short(2) + [0x0D] + short(1))
      + record(Kind.continuation, long(5) + unitText("扎西").dropFirst(3) + long(0) + [1, 2])
      + record(Kind.continuation, [3, 4, 5])
      + record(Kind.continuation, unitText("王"))
    let file = try readInAllPieces(book.bytes)
    #expect(grid(of: file.sheets[0]) == [["abcdef", "扎西", "王"]])
    #expect(file.damage.map(\.code) == [.missingSharedText])
  }

  @Test("dates by the number formats, in both systems", arguments: [0, 1])
  func dates(system: Int) throws {
    var book = BinaryBook(
      numberCell(0, 0, 100, style: 0) + numberCell(0, 1, 100, style: 1)
        + numberCell(0, 2, 100.5, style: 2) + numberCell(0, 3, 0.25, style: 3))
    book.globals =
      record(Kind.dateSystem, short(system))
      + record(Kind.format, short(164) + unitText("yyyy\"年\"m\"月\"d\"日\""))
      + [0, 14, 164, 21].flatMap { record(Kind.style, short(0) + short($0)) }
    let file = try readTables(from: book.bytes)
    let day = system == 0 ? "1900-04-09" : "1904-04-10"
    #expect(grid(of: file.sheets[0]) == [["100", day, day + "T12:00:00", "06:00:00"]])
    #expect(file.sheets[0][0].cells.map(\.kind) == [.number, .date, .date, .date])
  }

  @Test("identity numbers stored as numbers show their lost digits as in XLSX")
  func lostDigits() throws {
    let book = BinaryBook(numberCell(0, 0, 513_299_198_802_290_048))
    #expect(grid(of: try readTables(from: book.bytes).sheets[0]) == [["5.1329919880229005E+17"]])
  }

  @Test("merged blocks, hidden rows and columns are told, and what they cover is left out")
  func layout() throws {
    let book = BinaryBook(
      record(Kind.columns, short(1) + short(1) + short(2_560) + short(0) + short(1) + short(0))
        + record(Kind.row, short(1) + short(0) + short(2) + short(255) + long(0) + long(0x20))
        + label(0, 0, "标题") + label(0, 1, "盖住") + label(1, 0, "甲") + label(1, 1, "乙")
        + record(Kind.merges, short(1) + short(0) + short(0) + short(0) + short(1)))
    let file = try readInAllPieces(book.bytes)
    #expect(grid(of: file.sheets[0]) == [["标题"], ["甲", "乙"]])
    #expect(file.sheets[0][0].cells.map(\.mergeAcross) == [1])
    #expect(file.sheets[0].visibility.hiddenRows == 1)
    #expect(file.sheets[0].visibility.hiddenColumns == 1)
    #expect(file.damage.map(\.code) == [.cellInCoveredArea])
  }

  @Test("a cell's damage is flagged at its place")
  func damage() throws {
    let text = short(3) + [1] + short(0) + short(0xD800) + short(1)
    let file = try readTables(from: BinaryBook(binaryCell(Kind.label, 4, 2, text)).bytes)
    #expect(grid(of: file.sheets[0]).last == ["", "", "\u{FFFD}\u{FFFD}\u{FFFD}"])
    #expect(Set(file.damage.map(\.code)) == [.nulByte, .invalidBytes, .controlCharacter])
    #expect(file.damage.allSatisfy { $0.row == 5 && $0.column == 2 })
  }
}

@Suite("Binary XLS of before 1997 and of scripts")
struct OldBinaryWorkbookTests {
  typealias Kind = BinaryRecords.Kind
  private static let gbk: [UInt8] = [0xD4, 0xFA, 0xCE, 0xF7]

  private static func oldLabel(_ row: Int, _ column: Int, _ bytes: [UInt8]) -> [UInt8] {
    binaryCell(Kind.label, row, column, short(bytes.count) + bytes)
  }

  @Test("texts in the code page that the workbook names")
  func codePage() throws {
    var book = BinaryBook(
      Self.oldLabel(0, 0, Self.gbk) + numberCell(0, 1, 12.5)
        + BinaryWorkbookTests.numberFormula(0, 2, 0xFFFF_0000_0000_0000)
        + record(Kind.formulaText, short(4) + Self.gbk))
    book.version = 0x0500
    book.globals = record(Kind.codePage, short(936))
    let file = try readInAllPieces(book.bytes)
    #expect(file.encoding == .gb18030 && file.sheets.map(\.name) == ["T1"])
    #expect(grid(of: file.sheets[0]) == [["扎西", "12.5", "扎西"]])
  }

  @Test("an unknown code page is refused by its number")
  func unknownCodePage() {
    var book = BinaryBook([])
    book.version = 0x0500
    book.globals = record(Kind.codePage, short(1_361))
    let error = #expect(throws: TabularError.self) { try readTables(from: book.bytes) }
    #expect(error?.reason == TabularReason(.unknownCodePage, "1361"))
  }

  @Test("bare records, as scripts of web pages write them, in GBK or UTF-8")
  func bareRecords() throws {
    let bytes =
      record(Kind.beginning, short(0) + short(0x10) + long(0))
      + Self.oldLabel(0, 0, Self.gbk) + Self.oldLabel(0, 1, Array("扎西".utf8))
      + numberCell(1, 0, 3) + record(Kind.end)
    let file = try readInAllPieces(bytes)
    #expect(file.format == .xls && file.sheets.map(\.name) == ["Sheet1"])
    #expect(grid(of: file.sheets[0]) == [["扎西", "扎西"], ["3"]])
  }

  @Test("workbooks of Excel 2 to 4 are refused by name", arguments: [0x0009, 0x0209, 0x0409])
  func oldest(kind: Int) {
    let bytes = record(kind, short(0) + short(0x10) + (kind == 9 ? [] : short(0)))
    #expect(errorCode(bytes) == .legacyWorkbook)
    #expect(errorCode(compound([("Book", bytes)])) == .legacyWorkbook)
  }

  @Test("a password is told, and so are documents, but not those inside a workbook")
  func kinds() throws {
    var book = BinaryBook(label(0, 0, "甲"))
    #expect(errorCode(compound([("WordDocument", [1]), ("Workbook", [2])])) == .legacyWorkbook)
    #expect(errorCode(compound([("EncryptedPackage", [1])])) == .encrypted)
    #expect(errorCode(compound([("Something", [1])])) == .legacyWorkbook)
    let both = compound([("Book", [1, 2, 3]), ("WORKBOOK", book.stream)])
    #expect(grid(of: try readTables(from: both).sheets[0]) == [["甲"]])
    book.globals = record(Kind.filePassword, [0, 0, 1, 2])
    #expect(errorCode(book.bytes) == .encrypted)
  }
}
