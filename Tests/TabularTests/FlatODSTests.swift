import Testing

@testable import Tabular

/// A flat ODS file with one table of the given rows.
func flatODS(_ rows: String, before: String = "", table: String = "") -> [UInt8] {
  let namespaces = ["office", "table", "text", "style"].map {
    "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
  }.joined(separator: " ")
  return Array(
    ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document \(namespaces) "
      + "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
      + "<office:automatic-styles>\(before)</office:automatic-styles><office:body>"
      + "<office:spreadsheet><table:table table:name=\"表\" \(table)>\(rows)</table:table>"
      + "</office:spreadsheet></office:body></office:document>").utf8)
}

private func row(_ cells: String, _ attributes: String = "") -> String {
  "<table:table-row \(attributes)>\(cells)</table:table-row>"
}

private func text(_ content: String, _ attributes: String = "") -> String {
  "<table:table-cell office:value-type=\"string\" \(attributes)>\(content)</table:table-cell>"
}

@Suite("Flat ODS")
struct FlatODSTests {
  static let cases = [
    WorkbookCase(
      name: "paragraphs are lines, white space collapses, counted spaces stay",
      table: row(
        text("<text:p>a</text:p><text:p>b</text:p>")
          + text("<text:p> x  y<text:s text:c=\"3\"/>z<text:tab/>t<text:line-break/>u</text:p>")
          + text("<text:p><text:span>bo<text:a>ld</text:a></text:span> end</text:p>")),
      rows: [["a\nb", "x y   z\tt\nu", "bold end"]]),
    WorkbookCase(
      name: "notes and drawings are passed over",
      table: "<table:shapes><table:table><table:table-row/></table:table></table:shapes>"
        + row(
          text("<office:annotation><text:p>note</text:p></office:annotation><text:p>a</text:p>")),
      rows: [["a"]]),
    WorkbookCase(
      name: "covered cells are listed and stay blank",
      table: row(
        text(
          "<text:p>a</text:p>", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\""
        )
          + "<table:covered-table-cell/>" + text("<text:p>b</text:p>"))
        + row(
          "<table:covered-table-cell table:number-columns-repeated=\"2\"/>"
            + text("<text:p>c</text:p>")),
      rows: [["a", "", "b"], ["", "", "c"]]),
    WorkbookCase(
      name: "repeats of cells and rows",
      table: row(
        text("<text:p>x</text:p>", "table:number-columns-repeated=\"3\"")
          + text("<text:p>y</text:p>"),
        "table:number-rows-repeated=\"2\""),
      rows: [["x", "x", "x", "y"], ["x", "x", "x", "y"]]),
    WorkbookCase(
      name: "padding at the end is dropped, blank rows between stay",
      table: row(
        text("<text:p>a</text:p>") + "<table:table-cell table:number-columns-repeated=\"16383\"/>")
        + row("<table:table-cell/>", "table:number-rows-repeated=\"2\"")
        + row(text("<text:p>b</text:p>"))
        + row(
          "<table:table-cell table:number-columns-repeated=\"16384\"/>",
          "table:number-rows-repeated=\"1048572\""),
      rows: [["a"], [], [], ["b"]]),
    WorkbookCase(
      name: "groups of rows are looked through",
      table: "<table:table-header-rows>" + row(text("<text:p>h</text:p>"))
        + "</table:table-header-rows>"
        + "<table:table-row-group>" + row(text("<text:p>1</text:p>")) + "</table:table-row-group>",
      rows: [["h"], ["1"]]),
    WorkbookCase(
      name: "control characters in repeated cells",
      table: row(
        text("<text:p>a&#1;b</text:p>", "table:number-columns-repeated=\"2\"")
          + "<table:table-cell office:string-value=\"c\u{2}\"/>"),
      rows: [["a\u{FFFD}b", "a\u{FFFD}b", "c\u{FFFD}"]],
      damage: [.controlCharacter, .controlCharacter]),
    WorkbookCase(
      name: "huge repeats are kept once",
      table: row(
        text("<text:p>x</text:p>", "table:number-columns-repeated=\"1073741824\""),
        "table:number-rows-repeated=\"1073741824\""),
      rows: [["x"]], damage: [.capReached, .capReached]),
    WorkbookCase(
      name: "huge runs of spaces are cut",
      table: row(text("<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>")),
      rows: [["a" + String(repeating: " ", count: 1_024) + "b"]], damage: [.capReached]),
  ]

  @Test("cells stand where the file says, however the bytes are cut", arguments: cases)
  func cells(_ example: WorkbookCase) throws {
    let file = try readInAllPieces(flatODS(example.table))
    #expect(grid(of: file.sheets[0]) == example.rows)
    #expect(file.damage.map(\.code) == example.damage)
    #expect(file.format == .flatODS && file.sheets[0].name == "表")
  }

  @Test("values come from the attributes, not from their display")
  func values() throws {
    let cells = [
      "office:value-type=\"float\" office:value=\"5.1320119880229E+017\"",
      "office:value-type=\"percentage\" office:value=\"0.125\"",
      "office:value-type=\"date\" office:date-value=\"1988-02-29\"",
      "office:value-type=\"boolean\" office:boolean-value=\"true\"",
      "office:value-type=\"string\" office:string-value=\"s\"",
    ].map { "<table:table-cell \($0)><text:p>shown</text:p></table:table-cell>" }.joined()
    let sheet = try readInAllPieces(flatODS(row(cells))).sheets[0]
    #expect(grid(of: sheet) == [["5.1320119880229E+017", "0.125", "1988-02-29", "1", "s"]])
    #expect(sheet[0].cells.map(\.kind) == [.number, .number, .date, .boolean, .text])
  }

  @Test("merged blocks are listed")
  func merges() throws {
    let table = row(
      text(
        "<text:p>a</text:p>", "table:number-columns-spanned=\"3\" table:number-rows-spanned=\"2\""))
    let sheet = try readInAllPieces(flatODS(table)).sheets[0]
    #expect(sheet.merges == [MergedRange(firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 2)])
  }

  @Test("a table is hidden by its style or its own attribute")
  func hidden() throws {
    let style =
      "<style:style style:name=\"ta1\" style:family=\"table\">"
      + "<style:table-properties table:display=\"false\"/></style:style>"
    let rows = row(text("<text:p>a</text:p>"))
    for (table, isHidden) in [
      ("table:style-name=\"ta1\"", true), ("table:style-name=\"ta2\"", false),
      ("table:visibility=\"collapse\"", true),
    ] {
      let sheet = try readInAllPieces(flatODS(rows, before: style, table: table)).sheets[0]
      #expect(sheet.isHidden == isHidden)
    }
  }

  @Test("a text document is no spreadsheet, and repeats cannot make a bomb")
  func refused() {
    let bytes = flatODS("")
    let text = String(decoding: bytes, as: UTF8.self).replacing(
      "opendocument.spreadsheet", with: "x")
    #expect(errorCode(Array(text.utf8)) == .unknownXML)
    var limits = TableLimits()
    limits.maximumRowBytes = 10_000
    let cell = FlatODSTests.cases[3].table.replacing("repeated=\"2\"", with: "repeated=\"1000\"")
    #expect(errorCode(flatODS(cell), limits: limits) == .tooLarge)
  }
}
