import Testing

@testable import Tabular

@Suite("XLSX")
struct XLSXReadingTests {
  private func sheet(_ text: WorkbookText) throws -> Sheet {
    try #require(try readInAllPieces(try xlsx(text)).sheets.first)
  }

  private func cells(_ rows: String) throws -> [[String]] {
    grid(of: try sheet(WorkbookText(rows)))
  }

  @Test(
    "a cell of each type gives its stored value",
    arguments: [
      ("<c><v>38600</v></c>", "38600", CellKind.number),
      ("<c t=\"n\"><v>0.10000000000000001</v></c>", "0.1", .number),
      ("<c><v>1234.5599999999999</v></c>", "1234.56", .number),
      ("<c><v>5.1320119880229E+17</v></c>", "5.1320119880229E+17", .number),
      ("<c><v>513201198802290027</v></c>", "513201198802290027", .number),
      ("<c t=\"b\"><v>1</v></c>", "1", .boolean), ("<c t=\"b\"><v>0</v></c>", "0", .boolean),
      ("<c t=\"e\"><v>#DIV/0!</v></c>", "#DIV/0!", .error),
      ("<c t=\"str\"><f>A1&amp;B1</f><v>王_x000A_芳</v></c>", "王\n芳", .text),
      ("<c t=\"d\"><v>2015-03-02</v></c>", "2015-03-02", .date),
      ("<c t=\"inlineStr\"><is><t>直接</t></is></c>", "直接", .text),
      (
        "<c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>甲</t></r><r><t xml:space=\"preserve\"> 乙</t>"
          + "</r><rPh sb=\"0\" eb=\"1\"><t>ジァ</t></rPh></is></c>", "甲 乙", .text
      ),
      ("<c t=\"s\"><v>1</v></c>", "共享 丙", .text),
      ("<c t=\"s\"><v>0</v></c>", "_x000D_\u{FFFD}\u{1F600}", .text),
    ])
  func types(cell: String, text: String, kind: CellKind) throws {
    var book = WorkbookText("<row>\(cell)</row>")
    book.sharedTexts =
      "<si><t>_x005F_x000D__x0000__xD83D__xDE00_</t></si><si><r><t>共享</t></r>"
      + "<rPh sb=\"0\" eb=\"2\"><t>きょう</t></rPh><r><t> 丙</t></r></si>"
    let sheet = try sheet(book)
    #expect(grid(of: sheet) == [[text]])
    #expect(sheet[0].cells.map(\.kind) == [kind])
  }

  @Test(
    "number formats tell dates and times",
    arguments: [
      ("0", "42065", "42065"), ("1", "42065", "2015-03-02"),
      ("2", "42065.354166666664", "2015-03-02T08:30:00"),
      ("3", "0.4375", "10:30:00"), ("4", "1.5", "36:00:00"), ("5", "42065", "2015-03-02"),
      ("6", "12.5", "12.5"), ("7", "12", "12"), ("1", "59", "1900-02-28"),
      ("1", "60", "60"), ("1", "61", "1900-03-01"), ("1", "-1", "-1"), ("1", "2958466", "2958466"),
      ("1", "42064.9999999999", "2015-03-02"), ("9", "42065", "42065"),
    ])
  func dates(style: String, number: String, text: String) throws {
    var book = WorkbookText("<row><c s=\"\(style)\"><v>\(number)</v></c></row>")
    book.styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
      + "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/>"
      + "<numFmt numFmtId=\"166\" formatCode=\"[Red]#,##0.00&quot;元/day&quot;;General\"/>"
      + "<numFmt numFmtId=\"167\" formatCode=\"\\d0_y\"/></numFmts>"
      + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/>"
      + "<xf numFmtId=\"165\"/><xf numFmtId=\"164\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/>"
      + "</cellXfs>"
    #expect(grid(of: try sheet(book)) == [[text]])
  }

  @Test("a workbook that counts from 1904 gives the same days")
  func from1904() throws {
    var book = WorkbookText("<row><c s=\"0\"><v>40603</v></c></row>")
    book.properties = "<workbookPr date1904=\"1\"/>"
    book.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    #expect(grid(of: try sheet(book)) == [["2015-03-02"]])
  }

  @Test("cells stand where they say, or after the one before; blank rows between stay")
  func positions() throws {
    let rows =
      "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
      + "<row r=\"6\"><c r=\"A6\" s=\"1\"/></row><row><c r=\"A8\"><v>4</v></c></row>"
    let sheet = try sheet(WorkbookText(rows))
    #expect((0..<sheet.rowCount).map { sheet[$0].number } == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(grid(of: sheet) == [[], ["", "1", "2"], ["3"], [], [], [], [], ["4"]])
  }

  @Test("merged blocks reach their cells, and what they cover is left out")
  func merges() throws {
    var book = WorkbookText(
      "<row r=\"1\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
        + "<row r=\"2\"><c><v>4</v></c><c r=\"C2\"><v>5</v></c></row>")
    book.behindRows =
      "<mergeCells><mergeCell ref=\"C1:C2\"/><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"A9:A9\"/>"
      + "</mergeCells>"
    let file = try readInAllPieces(try xlsx(book))
    let sheet = file.sheets[0]
    #expect(grid(of: sheet) == [["1", "", "3"], []])
    #expect(sheet[0].cells.map(\.mergeAcross) == [1, 0])
    #expect(sheet[0].cells.map(\.mergeDown) == [1, 1])
    #expect(sheet.merges.map(\.firstColumn) == [0, 2])
    #expect(
      file.damage.map(\.code) == [.cellInCoveredArea, .cellInCoveredArea, .cellInCoveredArea])
  }

  @Test(
    "a text under a merged block is told of unless the block shows the same",
    arguments: [("5", true), ("4", false)])
  func coveredTexts(shown: String, isResolved: Bool) throws {
    var book = WorkbookText(
      "<row r=\"1\"><c><v>\(shown)</v></c></row><row r=\"2\"><c><v>5</v></c></row>")
    book.behindRows = "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"
    let file = try readInAllPieces(try xlsx(book))
    #expect(grid(of: file.sheets[0]) == [[shown], []])
    #expect(file.damage.map(\.isResolved) == [isResolved])
  }

  @Test("a workbook with more styles than any program writes is refused, for days would be numbers")
  func tooManyStyles() throws {
    var book = WorkbookText("<row><c s=\"3\"><v>42065</v></c></row>")
    book.styles = "<cellXfs>" + String(repeating: "<xf numFmtId=\"14\"/>", count: 4) + "</cellXfs>"
    var limits = TableLimits()
    limits.maximumStyles = 3
    #expect(throws: TabularError.self) {
      try readTables(from: try xlsx(book), limits: limits)
    }
  }

  @Test("sheets come in the workbook's order, hidden ones too, and charts are no sheets")
  func sheets() throws {
    var book = WorkbookText("<row><c><v>1</v></c></row>")
    book.sheets.append("<row><c><v>2</v></c></row>")
    book.states = ["visible", "veryHidden"]
    let file = try readTables(from: try xlsx(book))
    #expect(file.format == .xlsx && file.encoding == .utf8)
    #expect(file.sheets.map(\.name) == ["表1", "表2"])
    #expect(file.sheets.map(\.isHidden) == [false, true])
    #expect(file.sheets.map(\.position) == [0, 1])
  }

  @Test("a text that is not there leaves its cell blank, and its place is flagged")
  func missingText() throws {
    let file = try readTables(
      from: try xlsx("<row><c t=\"s\"><v>7</v></c><c><v>1</v></c></row>"))
    #expect(grid(of: file.sheets[0]) == [["", "1"]])
    #expect(file.damage.map(\.code) == [.missingSharedText])
    #expect(file.damage.map(\.column) == [0])
  }

  @Test("names with a prefix, and those of the strict edition, are the same names")
  func namespaces() throws {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    var entries = WorkbookText("").entries
    entries[entries.count - 1].content = Array(
      ("<x:worksheet xmlns:x=\"\(strict)\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>甲"
        + "</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>").utf8)
    #expect(grid(of: try readTables(from: try archive(entries)).sheets[0]) == [["甲"]])
  }

  @Test("a part in UTF-16 is read, and one that is cut refuses the file")
  func encodings() throws {
    var entries = WorkbookText("").entries
    let text =
      "<worksheet><sheetData><row><c t=\"str\"><v>阿坝</v></c></row></sheetData></worksheet>"
    entries[entries.count - 1].content =
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(grid(of: try readTables(from: try archive(entries)).sheets[0]) == [["阿坝"]])
    entries[entries.count - 1].content = Array(text.utf8.dropLast(9))
    #expect(errorCode(try archive(entries)) == .truncatedXML)
  }

  @Test("a workbook that is cut is called so")
  func cut() throws {
    let bytes = try xlsx("<row><c><v>1</v></c></row>")
    #expect(errorCode(Array(bytes.dropLast(30))) == .brokenArchive)
  }
}

@Suite("ODS")
struct ODSReadingTests {
  private static let content =
    "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    + "xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    + "xmlns:x=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body><o:spreadsheet>"
    + "<t:table t:name=\"表\"><t:table-row><t:table-cell o:value-type=\"float\" o:value=\"0.125\">"
    + "<x:p>13%</x:p></t:table-cell><t:table-cell><x:p>甲</x:p></t:table-cell></t:table-row>"
    + "</t:table></o:spreadsheet></o:body></o:document-content>"

  @Test("gives the stored values of its content")
  func content() throws {
    let bytes = try archive([
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
      ("content.xml", Array(Self.content.utf8)),
    ])
    let file = try readTables(from: bytes)
    #expect(file.format == .ods)
    #expect(grid(of: file.sheets[0]) == [["0.125", "甲"]])
  }

  @Test("with a password is called encrypted")
  func encrypted() throws {
    let manifest =
      "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry>"
      + "<m:encryption-data/></m:file-entry></m:manifest>"
    let bytes = try archive([
      ("content.xml", [1, 2, 3]), ("META-INF/manifest.xml", Array(manifest.utf8)),
    ])
    #expect(errorCode(bytes) == .encrypted)
  }
}

@Suite("Hostile archives")
struct HostileArchiveTests {
  @Test(
    "an entry whose name leads out of the archive is refused",
    arguments: ["../evil.xml", "/etc/passwd", "xl/../../x", "C:\\x.xml", "..\\x"])
  func paths(name: String) throws {
    let entries = WorkbookText("").entries + [(name, [0x41])]
    #expect(errorCode(try archive(entries)) == .unsafeArchive)
  }

  @Test("two entries of one name are refused")
  func twice() throws {
    let entries = WorkbookText("").entries + [("XL/Workbook.xml", [0x41])]
    #expect(errorCode(try archive(entries)) == .unsafeArchive)
  }

  @Test("an archive of very many entries is refused before they are listed")
  func entries() throws {
    var limits = TableLimits()
    limits.maximumArchiveEntries = 50
    let entries = (0..<60).map { ("x\($0)", [UInt8(0x41)]) }
    #expect(errorCode(try archive(entries), limits: limits) == .tooLarge)
  }

  @Test("content of more than so many times the file is refused")
  func bomb() throws {
    var limits = TableLimits()
    limits.freeExpansionBytes = 10_000
    let rows = String(repeating: "<row/>", count: 400_000)
    #expect(errorCode(try xlsx(rows), limits: limits) == .tooLarge)
    #expect(try readTables(from: try xlsx(rows)).sheets[0].rowCount == 0)
  }

  @Test("an entry that goes on behind the size its directory states is refused")
  func lyingDirectory() throws {
    var bytes = try xlsx(String(repeating: "<row/>", count: 10_000))
    let entry = Array("PK\u{1}\u{2}".utf8)
    for place in bytes.indices where bytes[place...].starts(with: entry) {
      bytes.replaceSubrange(place + 24..<place + 28, with: [100, 0, 0, 0])
    }
    let error = #expect(throws: TabularError.self) { try readTables(from: bytes) }
    #expect(error?.code == .brokenArchive)
  }

  @Test("a long text in every cell is refused, though each cell names it in a few bytes")
  func repeatedText() throws {
    var limits = TableLimits()
    limits.freeExpansionBytes = 500_000
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 5_000)
    var book = WorkbookText("<row>\(cells)</row>")
    book.sharedTexts = "<si><t>\(String(repeating: "长", count: 20_000))</t></si>"
    #expect(errorCode(try xlsx(book), limits: limits) == .tooLarge)
  }

  @Test("an archive without a workbook says what it may be")
  func foreign() throws {
    for (name, kind) in [("word/document.xml", "DOCX"), ("xl/workbook.bin", "XLSB"), ("a", "ZIP")] {
      let bytes = try archive([(name, Array("<a/>".utf8))])
      let error = #expect(throws: TabularError.self) { try readTables(from: bytes) }
      #expect(error?.code == .workbookArchive && error?.reason == TabularReason(.otherKind, kind))
    }
  }
}
