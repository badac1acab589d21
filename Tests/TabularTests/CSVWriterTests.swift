import Testing

@testable import Tabular

@Suite("CSV writing")
struct CSVWriterTests {
  static func line(_ cells: String...) -> String {
    var writer = CSVWriter()
    writer.appendRow(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("cells are quoted where RFC 4180 asks for it and rows end in LF")
  func quoting() {
    #expect(
      Self.line("a", "", "x,y", "say \"no\"", "1\n2", "1\r2")
        == "a,,\"x,y\",\"say \"\"no\"\"\",\"1\n2\",\"1\r2\"\n")
  }

  @Test(
    "what a spreadsheet would run gets an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"), ("=1", "'=1"), ("@5", "'@5"), ("+cmd|'x'!A0", "'+cmd|'x'!A0"),
      ("-2+3", "'-2+3"),
      ("@SUM(1)", "'@SUM(1)"), ("\t1", "'\t1"), ("\r1", "\"'\r1\""),
      ("＝1+1", "'＝1+1"), ("＋1", "'＋1"), ("－1+1", "'－1+1"), ("＠A", "'＠A"),
      ("  =1", "'  =1"), ("\"=1", "\"'\"\"=1\""), ("\" =1", "\"'\"\" =1\""),
      ("\u{3000}=1", "'\u{3000}=1"),
      (" -5", "' -5"), ("-", "'-"), ("-1.", "'-1."), ("-1.2.3", "'-1.2.3"), ("-1e5", "'-1e5"),
    ])
  func defused(text: String, written: String) {
    #expect(Self.line(text) == written + "\n")
  }

  @Test(
    "what is harmless stays as it is",
    arguments: [
      "-12.50", "+5", "-0", "1=1", "a@b.c", "—", "3-4", "'=1", "",
    ])
  func kept(text: String) {
    #expect(Self.line(text) == text + "\n")
  }

  @Test("control characters are shown as U+FFFD, tabs and line ends stay")
  func controls() {
    #expect(
      Self.line("a\u{1}\u{1B}[2Jb\u{0}", "c\td\ne")
        == "\"a\u{FFFD}\u{FFFD}[2Jb\u{FFFD}\",\"c\td\ne\"\n")
  }

  @Test("reading back what was written gives the same cells")
  func roundTrip() throws {
    let rows = [["姓名", "备注"], ["张 三", "a,\"b\"\n\nc"], ["", "'x"], ["-3.5", " y "]]
    var writer = CSVWriter()
    for row in rows { writer.appendRow(row) }
    #expect(grid(of: try readInAllPieces(writer.bytes).sheets[0]) == rows)
  }

  @Test(
    "a cell is named as a spreadsheet names it",
    arguments: [
      (14, 3, "D14"), (1, 0, "A1"), (1, 25, "Z1"), (2, 26, "AA2"), (9, 701, "ZZ9"),
      (1, 702, "AAA1"), (1_048_576, 16_383, "XFD1048576"),
    ])
  func reference(row: Int, column: Int, name: String) {
    #expect(cellReference(row: row, column: column) == name)
  }
}
