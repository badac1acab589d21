import Testing

@testable import Tabular

struct CSVCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let rows: [[String]]
  var damage: [TableDamage.Code] = []
  var testDescription: String { name }
}

@Suite("Delimited text")
struct CSVReadingTests {
  static let cases = [
    CSVCase(name: "plain cells", text: "a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
    CSVCase(name: "no line end at the end", text: "a,b\n1,2", rows: [["a", "b"], ["1", "2"]]),
    CSVCase(
      name: "all line ends mixed", text: "a,b\r\n1,2\n3,4\r5,6\r\n",
      rows: [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
    CSVCase(name: "CR only", text: "a,b\r1,2\r", rows: [["a", "b"], ["1", "2"]]),
    CSVCase(
      name: "quotes, doubled quotes and delimiters inside",
      text: "a,b\n\"x,y\",\"he said \"\"no\"\"\"\n",
      rows: [["a", "b"], ["x,y", "he said \"no\""]]),
    CSVCase(
      name: "line breaks inside a quoted cell", text: "a,b\n\"1\n2\r\n3\",x\n",
      rows: [["a", "b"], ["1\n2\r\n3", "x"]]),
    CSVCase(
      name: "ragged rows and trailing delimiters", text: "a,b,c\n1\n1,2,3,,\n,,x\n",
      rows: [["a", "b", "c"], ["1"], ["1", "2", "3"], ["", "", "x"]]),
    CSVCase(
      name: "blank lines are rows", text: "a,b\n\n,\n1,2\n",
      rows: [["a", "b"], [], [], ["1", "2"]]),
    CSVCase(
      name: "white space is kept outside and blank alone", text: "a, b \n\u{3000} ,\t\u{A0}\n",
      rows: [["a", " b "], []]),
    CSVCase(name: "tabs", text: "a\tb\n1,5\t2\n", rows: [["a", "b"], ["1,5", "2"]]),
    CSVCase(
      name: "semicolons with decimal commas", text: "a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n",
      rows: [["a", "b", "c"], ["1,5", "2,5", "3,5"], ["4,5", "5,5", "6,5"]]),
    CSVCase(name: "vertical bars", text: "a|b\n1|2\n", rows: [["a", "b"], ["1", "2"]]),
    CSVCase(
      name: "commas although one column lists with semicolons",
      text: "a,b,c\n1,2,x;y\n3,4,x;z\n",
      rows: [["a", "b", "c"], ["1", "2", "x;y"], ["3", "4", "x;z"]]),
    CSVCase(
      name: "a title line above", text: "2015年度汇总表\na,b,c\n1,2,3\n",
      rows: [["2015年度汇总表"], ["a", "b", "c"], ["1", "2", "3"]]),
    CSVCase(
      name: "Excel's separator line", text: "sep=;\r\na;b,c\r\n1;2\r\n",
      rows: [["a", "b,c"], ["1", "2"]]),
    CSVCase(
      name: "protected numbers keep their protection",
      text: "a,b,c\n=\"513201198802290027\",'0837,\"=\"\"1\"\"\"\n",
      rows: [["a", "b", "c"], ["=\"513201198802290027\"", "'0837", "=\"1\""]]),
    CSVCase(
      name: "an unclosed quote swallows nothing", text: "a,b,c\n1,\"oops,2\n3,4,5\n6,7,8\n",
      rows: [["a", "b", "c"], ["1", "\"oops", "2"], ["3", "4", "5"], ["6", "7", "8"]],
      damage: [.unclosedQuote]),
    CSVCase(
      name: "an unclosed quote before a quoted cell", text: "a,b\n\"x,1\ny,2\n\"z\",3\nu,4\n",
      rows: [["a", "b"], ["\"x", "1"], ["y", "2"], ["z", "3"], ["u", "4"]],
      damage: [.unclosedQuote]),
    CSVCase(
      name: "text after a closing quote", text: "a,b\n\"abc\"def,\"ghi\"\n",
      rows: [["a", "b"], ["abcdef", "ghi"]], damage: [.textAfterQuote]),
    CSVCase(
      name: "quotes that should have been doubled",
      text: "a,b\n\"he said \"so, then\" again\",x\n",
      rows: [["a", "b"], ["he said \"so, then\" again", "x"]], damage: [.textAfterQuote]),
    CSVCase(
      name: "NUL and control characters", text: "a,b\n1\u{0},2\n3,x\u{1}y\n",
      rows: [["a", "b"], ["1\u{FFFD}", "2"], ["3", "x\u{FFFD}y"]],
      damage: [.nulByte, .controlCharacter]),
    CSVCase(
      name: "a byte order mark inside", text: "a,b\n1,2\n\u{FEFF}a,b\n3,4\n",
      rows: [["a", "b"], ["1", "2"], ["a", "b"], ["3", "4"]], damage: [.strayByteOrderMark]),
    CSVCase(
      name: "spaces before a quote", text: "a, b, c\n1, \"x, y\",  z\n",
      rows: [["a", " b", " c"], ["1", "x, y", "  z"]]),
    CSVCase(name: "a single cell", text: "a", rows: [["a"]]),
    CSVCase(name: "an empty quoted cell", text: "\"\",b\n", rows: [["", "b"]]),
  ]

  @Test("cells come out as they went in, however the bytes are cut", arguments: cases)
  func cells(_ example: CSVCase) throws {
    let file = try readInAllPieces(Array(example.text.utf8))
    #expect(grid(of: file.sheets[0]) == example.rows)
    #expect(file.damage.map(\.code) == example.damage)
  }

  @Test("rows have the numbers a spreadsheet shows")
  func numbers() throws {
    let file = try readTables(from: Array("a,b\n\n\"1\n2\",x\n3,4\n".utf8))
    let sheet = file.sheets[0]
    #expect((0..<sheet.rowCount).map { sheet[$0].number } == [1, 2, 3, 4])
    #expect(sheet.name.isEmpty && !sheet.isHidden && sheet.position == 0)
    #expect(file.format == .csv && file.encoding == .utf8)
  }

  @Test("damage stands at its row and column")
  func damagePlace() throws {
    let file = try readInAllPieces(Array("a,b\n1,2\n3,x\u{0}y\n".utf8))
    #expect(file.damage[0].row == 3 && file.damage[0].column == 1 && file.damage[0].sheet == 0)
  }

  @Test("more columns than the limit are left out and flagged")
  func tooManyColumns() throws {
    var limits = TableLimits()
    limits.maximumColumns = 3
    let file = try readInAllPieces(Array("a,b,c,d,e\n1,2\n".utf8), limits: limits)
    #expect(grid(of: file.sheets[0]) == [["a", "b", "c"], ["1", "2"]])
    #expect(file.damage.map(\.code) == [.capReached])
  }

  @Test("more rows than the limit stop the file")
  func tooManyRows() {
    var limits = TableLimits()
    limits.maximumRows = 2
    #expect(errorCode(Array("a\n1\n2\n".utf8), limits: limits) == .tooLarge)
    #expect(errorCode(Array("a\n1\n".utf8), limits: limits) == nil)
  }

  @Test("a cell above its limit is cut between characters")
  func longCell() throws {
    var limits = TableLimits()
    limits.maximumCellBytes = 7
    let file = try readInAllPieces(Array("a,b\n阿坝州,x\n".utf8), limits: limits)
    #expect(grid(of: file.sheets[0])[1] == ["阿坝", "x"])
    #expect(file.damage.map(\.code) == [.capReached])
  }

  @Test("the list of damage ends with the number of further places")
  func manyDamages() throws {
    var limits = TableLimits()
    limits.maximumDamage = 2
    let file = try readTables(from: Array("\"a\"b\n\"a\"b\n\"a\"b\n\"a\"b\n".utf8), limits: limits)
    #expect(file.damage.map(\.code) == [.textAfterQuote, .textAfterQuote, .more])
    #expect(file.damage.last?.detail == "2 further places")
  }

  @Test("the text of a cell is readable without a copy")
  func borrowedText() throws {
    let sheet = try readTables(from: Array("a,阿坝\n".utf8)).sheets[0]
    let cell = try #require(sheet[0].cells.last)
    #expect(sheet.withUTF8(of: cell) { $0.count } == 6)
    #expect(cell.kind == .text && cell.mergeAcross == 0 && cell.mergeDown == 0)
  }
}
