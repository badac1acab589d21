import Testing

@testable import Tabular

struct RecordCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let sheets: [String]
  let rows: [[[String]]]
  var testDescription: String { name }
}

@Suite("Record XML")
struct RecordXMLTests {
  static let cases = [
    RecordCase(
      name: "records of elements, new names later, blanks left out",
      text: "<?xml version=\"1.0\"?>\n<RECORDS>\n <RECORD><姓名>张三</姓名><csrq/></RECORD>\n"
        + "<RECORD><姓名>李四</姓名><dw>局</dw><csrq>1965-03-05</csrq></RECORD></RECORDS>",
      sheets: ["RECORD"],
      rows: [[["姓名", "csrq", "dw"], ["张三"], ["李四", "1965-03-05", "局"]]]),
    RecordCase(
      name: "rows of attributes inside a packet with a description",
      text:
        "<DATAPACKET Version=\"2.0\"><METADATA><FIELDS><FIELD attrname=\"xm\"/></FIELDS></METADATA>"
        + "<ROWDATA count=\"2\"><ROW xm=\"张三\" rjsr=\"1\"/><ROW rjsr=\"2\" xm=\"李四\"/></ROWDATA></DATAPACKET>",
      sheets: ["ROW"], rows: [[["xm", "rjsr"], ["张三", "1"], ["李四", "2"]]]),
    RecordCase(
      name: "a data set with two kinds of tables, mixed",
      text:
        "<NewDataSet><xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"a\"/>"
        + "</xs:schema><Table><xm>a</xm></Table><Table1><x>1</x></Table1><Table><xm>b</xm></Table></NewDataSet>",
      sheets: ["Table", "Table1"], rows: [[["xm"], ["a"], ["b"]], [["x"], ["1"]]]),
    RecordCase(
      name: "a difference document around the data set",
      text: "<D><g xmlns:m=\"urn:m\"><NewDataSet m:id=\"1\"><Table m:row=\"1\"><xm>a</xm></Table>"
        + "<Table m:row=\"2\"><xm>b</xm></Table></NewDataSet></g></D>",
      sheets: ["Table"], rows: [[["xm"], ["a"], ["b"]]]),
    RecordCase(
      name: "an ADO rowset with the captions of its schema",
      text: "<xml xmlns:s=\"uuid:BDC6E3F0-6DA3-11d1-A2A3-00AA00C14882\" "
        + "xmlns:rs=\"urn:schemas-microsoft-com:rowset\" xmlns:z=\"#RowsetSchema\">"
        + "<s:Schema id=\"RowsetSchema\"><s:ElementType name=\"row\" content=\"eltOnly\">"
        + "<s:AttributeType name=\"c0\" rs:name=\"姓名\" rs:number=\"1\"><s:datatype/></s:AttributeType>"
        + "<s:AttributeType name=\"c1\" rs:name=\"出生 日期\"/><s:AttributeType name=\"dw\"/>"
        + "<s:extends type=\"rs:rowbase\"/></s:ElementType></s:Schema>"
        + "<rs:data><z:row c1=\"1965\" c0=\"张三\"/><z:row dw=\"局\"/></rs:data></xml>",
      sheets: ["row"], rows: [[["姓名", "出生 日期", "dw"], ["张三", "1965"], ["", "", "局"]]]),
    RecordCase(
      name: "one level inside a record, repeated fields joined",
      text: "<L><R><xm>a</xm><家庭><人口>3</人口><收入>9</收入></家庭><tel>1</tel><tel>2</tel></R>"
        + "<R><家庭><人口>4</人口></家庭><xm>b</xm></R></L>",
      sheets: ["R"],
      rows: [[["xm", "家庭/人口", "家庭/收入", "tel"], ["a", "3", "9", "1;2"], ["b", "4"]]]),
  ]

  @Test("records become rows under their field names", arguments: cases)
  func records(_ example: RecordCase) throws {
    let file = try readInAllPieces(Array(example.text.utf8))
    #expect(file.format == .recordXML && file.damage.isEmpty)
    #expect(file.sheets.map(\.name) == example.sheets)
    #expect(file.sheets.map(grid) == example.rows)
    #expect(file.sheets[0][0].number == 1 && file.sheets[0][1].number == 2)
  }

  @Test(
    "XML without records is refused",
    arguments: [
      "<html><body><p>1</p></body></html>", "<a/>", "<a>text</a>",
      "<a><b>1</b></a>", "<doc><p><b>bold</b> and text</p></doc>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><g><path d=\"1\"/></g></svg>",
      "<Workbook><Worksheet><Table/></Worksheet></Workbook>",
    ])
  func refused(text: String) {
    #expect(errorCode(Array(text.utf8)) == .unknownXML)
  }

  @Test("damage stands at its record")
  func damage() throws {
    let file = try readInAllPieces(Array("<L><R><a>1</a></R><R><a>&#1;</a></R></L>".utf8))
    #expect(grid(of: file.sheets[0]) == [["a"], ["1"], ["\u{FFFD}"]])
    #expect(file.damage.map(\.code) == [.controlCharacter] && file.damage[0].row == 3)
  }
}
