import Testing

@testable import Tabular

@Suite("Dialects")
struct DialectTests {
  private func read(_ text: String) throws -> [[String]] {
    grid(of: try readInAllPieces(Array(text.utf8)).sheets[0])
  }

  @Test("full-width commas separate cells where they cut all lines alike")
  func wideCommas() throws {
    #expect(
      try read("姓名，金额，说明\n甲，1，\"因病，住院\"\n乙，2，a,b\n")
        == [["姓名", "金额", "说明"], ["甲", "1", "因病，住院"], ["乙", "2", "a,b"]])
  }

  @Test("full-width commas of sentences separate nothing")
  func sentences() throws {
    #expect(
      try read("困难情况\n因病，住院，无钱\n无\n失业，有病\n")
        == [["困难情况"], ["因病，住院，无钱"], ["无"], ["失业，有病"]])
    #expect(
      try read("姓名,情况\n甲,因病，住院\n乙,上学，失业，有病\n")
        == [["姓名", "情况"], ["甲", "因病，住院"], ["乙", "上学，失业，有病"]])
  }

  @Test("sentences above a table separate nothing, however many")
  func instructions() throws {
    let sentences = (1...27).map { "说明\($0)：按表样填写，不得改动。" }
    let lines = sentences + ["姓名,金额,说明", "甲,1,无", "乙,2,无"]
    let rows = try read(lines.joined(separator: "\n") + "\n")
    #expect(rows.prefix(27).allSatisfy { $0.count == 1 })
    #expect(rows.suffix(2) == [["甲", "1", "无"], ["乙", "2", "无"]])
  }

  @Test("apostrophes around cells are quotes, one in front is Excel's sign of a text")
  func apostrophes() throws {
    #expect(
      try read("'姓名','情况'\n'甲','病, 重'\n'O''Neil','b'\n")
        == [["姓名", "情况"], ["甲", "病, 重"], ["O'Neil", "b"]])
    #expect(
      try read("姓名,号码\n甲,'513299198802290029\n乙,'513299198802290037\n")
        == [["姓名", "号码"], ["甲", "'513299198802290029"], ["乙", "'513299198802290037"]])
  }
}

@Suite("Destroyed texts")
struct MisdecodedTextTests {
  private func sample(_ rows: [String]) throws -> String? {
    let text = rows.joined(separator: "\n") + "\n"
    return try readTables(from: Array(text.utf8)).sheets[0].misdecodedSample
  }

  @Test(
    "texts that a wrong encoding destroyed are recognised",
    arguments: [
      ["濮撳悕,閲戦", "鐜嬭姵,1", "鏉庡,2"], ["涓枃,1", "涓枃,2"], ["锟斤拷锟斤拷,1", "锟斤拷,2"],
      ["���,1", "��,2"], ["å§\u{93}å\u{90}\u{8D},1", "ç\u{8E}\u{8B}è\u{8A}³,2"],
      ["ÐÕÃû,½ð¶î", "Íõ·¼,1"], ["???,??", "??,1", "???,2"],
    ])
  func destroyed(rows: [String]) throws {
    #expect(try sample(rows) != nil)
  }

  @Test(
    "sound texts are not, with rare names and foreign letters neither",
    arguments: [
      ["姓名,金额", "王璐,1", "李璇,2", "张娅,3"], ["姓名,备注", "扎西·卓玛,±1°", "José,×"],
      ["Name,Ort", "Müller,Köln", "Schäfer,Fürth", "Jäger,Görlitz", "Öz,Überlingen"],
      ["姓名,情况", "甲,？？", "乙,?"], ["བོད་ཡིག,1", "བོད,2"], ["涓涓细流,1", "璐,2"],
    ])
  func sound(rows: [String]) throws {
    #expect(try sample(rows) == nil)
  }
}

@Suite("HTML")
struct HTMLReadingTests {
  private func sheets(_ text: String) throws -> [Sheet] {
    let file = try readInAllPieces(Array(text.utf8))
    #expect(file.format == .html)
    return file.sheets
  }

  @Test("the tables of a page are sheets, with merged cells and line breaks")
  func tables() throws {
    let page = """
      <!DOCTYPE html><HTML><head><meta charset="gb2312"><style>td{color:red}</style></head><body>
      <table border=1><tr><th rowspan=2>姓名<th colspan=2>家庭&nbsp;收入</tr>
      <tr><td>工资<td>转移</tr>
      <tr style="display: none"><td> 甲\n 乙 <td x:num="1234.5">1,235<td>a<br>b &amp; c</table>
      <table><tr><td><table><tr><td>内</td></tr></table></td></tr></table></body></html>
      """
    let sheets = try sheets(page)
    #expect(
      grid(of: sheets[0]) == [
        ["姓名", "家庭\u{A0}收入"], ["", "工资", "转移"], ["甲 乙", "1234.5", "a\nb & c"],
      ])
    #expect(sheets[0].merges.count == 2 && sheets[0].visibility.hiddenRows == 1)
    #expect(sheets[0][2].cells.map(\.kind) == [.text, .number, .text])
    #expect(sheets.map(\.name) == ["Table1", "Table2"])
    #expect(grid(of: sheets[1]).map { $0.map { $0.filter { $0 != " " } } } == [["内"]])
  }

  @Test("a page without cells is refused, and one nested without end too")
  func refused() {
    #expect(errorCode(Array("<html><body><p>登录</p></body></html>".utf8)) == .unknownXML)
    let deep = "<html><table><tr><td>" + String(repeating: "<div><b>", count: 50_000)
    #expect(errorCode(Array(deep.utf8)) == .tooLarge)
  }
}

@Suite("OLE containers")
struct CompoundFileTests {
  @Test(
    "are called by what they hold",
    arguments: [
      ("EncryptedPackage", TabularError.Code.encrypted), ("Workbook", .brokenArchive),
      ("WordDocument", .legacyWorkbook),
    ])
  func kinds(stream: String, code: TabularError.Code) {
    let name = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes =
      CompoundFile.firstBytes + [UInt8](repeating: 0, count: 5_000) + name
      + [UInt8](repeating: 0, count: 500)
    #expect(errorCode(bytes) == code)
  }
}
