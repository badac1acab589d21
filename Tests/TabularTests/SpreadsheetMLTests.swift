import Testing

@testable import Tabular

/// A workbook with one sheet around the given rows.
func workbook(_ table: String, declaration: String = "<?xml version=\"1.0\"?>") -> [UInt8] {
  let namespace = "urn:schemas-microsoft-com:office:spreadsheet"
  let text =
    declaration + "<Workbook xmlns=\"\(namespace)\" xmlns:ss=\"\(namespace)\" "
    + "xmlns:x=\"urn:schemas-microsoft-com:office:excel\" xmlns:html=\"http://www.w3.org/TR/REC-html40\">"
    + "<Worksheet ss:Name=\"表\"><Table>\(table)</Table></Worksheet></Workbook>"
  return Array(text.utf8)
}

/// A cell of text.
func cell(_ text: String, _ attributes: String = "") -> String {
  "<Cell \(attributes)><Data ss:Type=\"String\">\(text)</Data></Cell>"
}

struct WorkbookCase: Sendable, CustomTestStringConvertible {
  let name: String
  let table: String
  let rows: [[String]]
  var damage: [TableDamage.Code] = []
  var testDescription: String { name }
}

@Suite("SpreadsheetML")
struct SpreadsheetMLTests {
  static let cases = [
    WorkbookCase(
      name: "cells in order", table: "<Row>\(cell("a"))\(cell("b"))</Row><Row>\(cell("c"))</Row>",
      rows: [["a", "b"], ["c"]]),
    WorkbookCase(
      name: "cells by index", table: "<Row>\(cell("a", "ss:Index=\"3\""))\(cell("b"))</Row>",
      rows: [["", "", "a", "b"]]),
    WorkbookCase(
      name: "any prefix",
      table: "<ss:Row><ss:Cell><ss:Data ss:Type=\"String\">a</ss:Data></ss:Cell></ss:Row>",
      rows: [["a"]]),
    WorkbookCase(
      name: "cells after a wide one",
      table: "<Row>\(cell("a", "ss:MergeAcross=\"2\""))\(cell("b"))</Row>",
      rows: [["a", "", "", "b"]]),
    WorkbookCase(
      name: "LibreOffice's second header row",
      table: "<Row>\(cell("a", "ss:MergeDown=\"1\""))\(cell("b", "ss:MergeDown=\"1\""))"
        + "\(cell("c", "ss:MergeAcross=\"1\""))\(cell("d", "ss:MergeDown=\"1\""))</Row>"
        + "<Row>\(cell("c1"))\(cell("c2"))</Row><Row>\(cell("1"))</Row>",
      rows: [["a", "b", "c", "", "d"], ["", "", "c1", "c2"], ["1"]],
      damage: [.cellInCoveredArea]),
    WorkbookCase(
      name: "LibreOffice's numbers below merged cells leave the covered columns out",
      table: "<Row>\(cell("a", "ss:MergeDown=\"1\""))\(cell("b", "ss:MergeDown=\"1\""))"
        + "\(cell("c"))\(cell("d"))\(cell("e"))</Row>"
        + "<Row>\(cell("c1"))\(cell("e1", "ss:Index=\"3\""))</Row>"
        + "<Row>\(cell("1"))\(cell("3", "ss:Index=\"3\""))</Row>",
      rows: [["a", "b", "c", "d", "e"], ["", "", "c1", "", "e1"], ["1", "", "3"]],
      damage: [.cellInCoveredArea]),
    WorkbookCase(
      name: "a cell stated in a covered place",
      table:
        "<Row>\(cell("a", "ss:MergeDown=\"1\""))</Row><Row>\(cell("x", "ss:Index=\"1\""))</Row>",
      rows: [["a"], ["x"]], damage: [.cellInCoveredArea]),
    WorkbookCase(
      name: "an index that goes back to a free place",
      table: "<Row>\(cell("x", "ss:Index=\"5\""))\(cell("y", "ss:Index=\"2\""))\(cell("z"))</Row>",
      rows: [["", "y", "", "", "x", "z"]], damage: [.badPosition]),
    WorkbookCase(
      name: "an index that goes back under a wide cell",
      table: "<Row>\(cell("x", "ss:MergeAcross=\"2\""))\(cell("y", "ss:Index=\"2\""))</Row>",
      rows: [["x", "", "", "y"]], damage: [.badPosition]),
    WorkbookCase(
      name: "indexes without sense",
      table: "<Row ss:Index=\"-4\">\(cell("x", "ss:Index=\"0\""))"
        + "\(cell("y", "ss:Index=\"99999999999999999999\""))</Row>"
        + "<Row ss:Index=\"2147483647\">\(cell("z", "ss:Index=\"x\""))</Row>",
      rows: [["x", "y"], ["z"]],
      damage: [.badPosition, .badPosition, .badPosition, .badPosition, .badPosition]),
    WorkbookCase(
      name: "merges and spans beyond the sheet",
      table: "<Column ss:Span=\"2000000000\"/><Row ss:Span=\"2000000000\"/>"
        + "<Row>\(cell("x"))</Row>", rows: [], damage: [.capReached]),
    WorkbookCase(
      name: "marked-up text is joined, notes and phonetics are passed over",
      table: "<Row><Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\">"
        + "<B>a<Font>b</Font></B>&#10;c</ss:Data><Comment><ss:Data>note</ss:Data></Comment>"
        + "<NamedCell ss:Name=\"n\"/><x:PhoneticText>p</x:PhoneticText></Cell>\(cell("d"))</Row>",
      rows: [["ab\nc", "d"]]),
    WorkbookCase(
      name: "references to control characters",
      table: "<Row>\(cell("a&#1;b&#xFFFE;&#xD800;&#0000000011;"))\(cell("&amp;&#65;&lt;"))</Row>",
      rows: [["a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}", "&A<"]],
      damage: [.controlCharacter, .controlCharacter, .controlCharacter, .controlCharacter]),
    WorkbookCase(
      name: "control characters as bytes", table: "<Row>\(cell("a\u{1}b"))\(cell("c\u{0}"))</Row>",
      rows: [["a\u{FFFD}b", "c\u{FFFD}"]], damage: [.controlCharacter, .nulByte]),
    WorkbookCase(
      name: "character data sections and comments keep their references",
      table: "<!-- &#1; > ' \" --><Row>\(cell("<![CDATA[a&#1;<b>]]>"))</Row>",
      rows: [["a&#1;<b>"]]),
  ]

  @Test("cells stand where the file says, however the bytes are cut", arguments: cases)
  func cells(_ example: WorkbookCase) throws {
    guard !example.rows.isEmpty else {
      #expect(errorCode(workbook(example.table)) == .tooLarge)
      return
    }
    let file = try readInAllPieces(workbook(example.table))
    #expect(grid(of: file.sheets[0]) == example.rows)
    #expect(file.damage.map(\.code) == example.damage)
    #expect(file.format == .spreadsheetML && file.sheets[0].name == "表")
  }

  @Test("the cell keeps its control characters, what it shows does not")
  func controlCharacters() throws {
    // U+FDD1 and U+FFFF, which Swift does not take as literals.
    let noncharacters = String(decoding: [0xEF, 0xB7, 0x91, 0xEF, 0xBF, 0xBF], as: UTF8.self)
    let text = "a&#1;b\u{1F}\u{B}c&#x1b;&#xFDD1;\u{0}&#0;" + noncharacters
    let table = "<Row>\(cell("x"))\(cell(text))\(cell("\u{1}"))\(cell("y"))</Row>"
    let file = try readInAllPieces(workbook(table))
    let sheet = file.sheets[0]
    let texts = sheet[0].cells.map { cell in
      sheet.withUTF8(of: cell) { bytes in
        bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      }
    }
    let lost = String(repeating: "\u{FFFD}", count: 5)
    #expect(texts == ["x", "a\u{1}b\u{1F}\u{B}c\u{1B}" + lost, "\u{1}", "y"])
    let shown = "a\u{FFFD}b\u{FFFD}\u{FFFD}c\u{FFFD}" + lost
    #expect(grid(of: sheet) == [["x", shown, "\u{FFFD}", "y"]])
    #expect(file.damage.map(\.column) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 2])
    #expect(file.damage.filter { $0.code == .nulByte }.count == 1)
  }

  @Test("the name of a sheet has no control characters")
  func controlCharacterInName() throws {
    let bytes = workbook("<Row>\(cell("a"))</Row>")
    let name = String(decoding: bytes, as: UTF8.self).replacing("\"表\"", with: "\"表\u{1}\"")
    #expect(try readInAllPieces(Array(name.utf8)).sheets[0].name == "表\u{FFFD}")
  }

  @Test("types are kept and the texts with them")
  func kinds() throws {
    let cells = [
      ("Number", "5.1320119880229E+017"), ("DateTime", "1988-02-29T00:00:00.000"),
      ("Boolean", "1"), ("Error", "#REF!"), ("String", " x "), ("Odd", "y"),
    ].map { "<Cell><Data ss:Type=\"\($0.0)\">\($0.1)</Data></Cell>" }.joined()
    let file = try readInAllPieces(workbook("<Row>\(cells)</Row>"))
    let row = file.sheets[0][0]
    #expect(row.cells.map(\.kind) == [.number, .date, .boolean, .error, .text, .text])
    #expect(
      grid(of: file.sheets[0])[0].prefix(2) == ["5.1320119880229E+017", "1988-02-29T00:00:00.000"])
    #expect(grid(of: file.sheets[0])[0][4] == " x ")
    #expect(file.damage.map(\.code) == [.unknownCellType])
  }

  @Test("row numbers follow ss:Index and ss:Span; skipped rows are not present")
  func rowNumbers() throws {
    let table =
      "<Row>\(cell("a"))</Row><Row ss:Index=\"4\">\(cell("b"))</Row>"
      + "<Row ss:Span=\"2\"/><Row>\(cell("c"))</Row>"
    let sheet = try readInAllPieces(workbook(table)).sheets[0]
    #expect((0..<sheet.rowCount).map { sheet[$0].number } == [1, 4, 5, 8])
  }

  @Test("merged blocks are listed, capped at the sheet's edge and flagged")
  func merges() throws {
    let table =
      "<Row>\(cell("a", "ss:MergeAcross=\"2\" ss:MergeDown=\"1\""))</Row><Row/>"
      + "<Row>\(cell("x", "ss:MergeAcross=\"2000000000\" ss:MergeDown=\"2000000000\""))</Row>"
    let file = try readInAllPieces(workbook(table))
    let sheet = file.sheets[0]
    #expect(
      sheet.merges.first == MergedRange(firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 2))
    #expect(
      sheet.merges.last
        == MergedRange(firstRow: 3, lastRow: 1_048_576, firstColumn: 0, lastColumn: 16_383))
    #expect(sheet[0].cells.first?.mergeAcross == 2 && sheet[0].cells.first?.mergeDown == 1)
    #expect(file.damage.map(\.code) == [.capReached])
  }

  @Test("hidden sheets are noted")
  func hidden() throws {
    let namespace = "urn:schemas-microsoft-com:office:spreadsheet"
    let text =
      "<Workbook xmlns=\"\(namespace)\" xmlns:s=\"\(namespace)\">"
      + "<Worksheet s:Name=\"a\"><Table><Row/></Table></Worksheet>"
      + "<Worksheet s:Name=\"b\"><Table><Row/></Table><WorksheetOptions "
      + "xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible>"
      + "</WorksheetOptions></Worksheet><Worksheet s:Name=\"c\"/></Workbook>"
    let sheets = try readInAllPieces(Array(text.utf8)).sheets
    #expect(sheets.map(\.name) == ["a", "b", "c"])
    #expect(sheets.map(\.isHidden) == [false, true, false])
    #expect(sheets.map(\.position) == [0, 1, 2])
  }

  @Test("the bytes decide the encoding, a declaration that differs is flagged")
  func declarations() throws {
    let table = "<Row>\(cell("王芳"))</Row>"
    for (declared, code) in [
      ("UTF-8", nil), ("GB2312", TableDamage.Code.encodingContradiction),
      ("UTF-16", .encodingContradiction),
    ] {
      let declaration = "<?xml version=\"1.0\" encoding=\"\(declared)\"?>"
      let file = try readInAllPieces(workbook(table, declaration: declaration))
      #expect(grid(of: file.sheets[0]) == [["王芳"]])
      #expect(file.damage.map(\.code) == (code.map { [$0] } ?? []))
    }
    let utf16 = workbook(table, declaration: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>")
    let text = String(decoding: utf16, as: UTF8.self)
    let file = try readInAllPieces(EncodingTests.utf16(text, isLittle: true))
    #expect(grid(of: file.sheets[0]) == [["王芳"]] && file.damage.isEmpty)
    #expect(file.encoding == .utf16LE)
  }

  @Test("XML that declares gb2312 is read as GB18030")
  func declaredGB2312() throws {
    var bytes = workbook(
      "<Row>\(cell("XXXX"))</Row>", declaration: "<?xml version=\"1.0\" encoding=\"gb2312\"?>")
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "X")))
    // 王 and an enclosed ideograph that GB2312 lacks.
    bytes.replaceSubrange(place..<place + 4, with: [0xCD, 0xF5, 0xE5, 0x41])
    let name = try #require(bytes.firstRange(of: Array("表".utf8)))
    bytes.replaceSubrange(name, with: [0xB1, 0xED])
    let file = try readInAllPieces(bytes)
    #expect(file.encoding == .gb18030 && file.damage.isEmpty)
    #expect(file.sheets[0].name == "表")
  }

  @Test("noncharacters in GB18030 are replaced before they reach the parser")
  func noncharactersInGB18030() throws {
    var bytes = workbook("<Row>\(cell("XXXX"))</Row>").filter { $0 < 0x80 }
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "X")))
    // 王, U+FDD1 and U+FFFE.
    let text: [UInt8] = [0xCD, 0xF5, 0x84, 0x30, 0xFA, 0x33, 0x84, 0x31, 0xA4, 0x38]
    bytes.replaceSubrange(place..<place + 4, with: text)
    let file = try readInAllPieces(bytes)
    #expect(file.encoding == .gb18030)
    #expect(grid(of: file.sheets[0]) == [["王\u{FFFD}\u{FFFD}"]])
    #expect(file.damage.map(\.code) == [.controlCharacter, .controlCharacter])
  }

  @Test("white space before the declaration is flagged, text before it refused")
  func leading() throws {
    let bytes = workbook("<Row>\(cell("a"))</Row>")
    #expect(
      try readInAllPieces(Array("\n  ".utf8) + bytes).damage.map(\.code) == [.leadingWhitespace])
    #expect(errorCode(Array("junk\n".utf8) + bytes) == .malformedXML)
  }

  @Test("a file cut off anywhere is an error, never half a table")
  func truncated() {
    let bytes = workbook("<Row>\(cell("ok"))\(cell("&amp;&#10;"))</Row><!-- c --><Row/>")
    for length in 60..<bytes.count {
      do {
        _ = try readTables(from: Array(bytes[..<length]))
        Issue.record("\(length) of \(bytes.count) bytes were read")
      } catch {
        #expect(error.code == .truncatedXML, "at \(length): \(error)")
      }
    }
  }
}
