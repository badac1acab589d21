import Glibc
import Testing

@testable import Tabular

/// A folder for one test, removed with its files afterwards.
private final class ScratchFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/tabular-tests-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = try #require(fopen(path + "/" + name, "w"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    return path + "/" + name
  }

  func text(_ name: String) throws -> String {
    let source = try ByteSource(path: path + "/" + name)
    var buffer = ByteBuffer()
    while try source.read(into: &buffer) {}
    return String(decoding: buffer.storage[buffer.live], as: UTF8.self)
  }
}

@Suite("Cells written out")
struct CellDumpTests {
  @Test("a file with one sheet becomes one file of its name")
  func oneSheet() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      workbook(
        "<Row>\(cell("a", "ss:MergeAcross=\"1\""))\(cell("=1"))</Row><Row ss:Index=\"3\">\(cell("b"))</Row>"
      ),
      as: "汇总 2015.xml")
    #expect(try writeCells(of: path, to: folder.path) == [folder.path + "/汇总 2015.csv"])
    #expect(folder.names == ["汇总 2015.csv", "汇总 2015.xml"])
    #expect(try folder.text("汇总 2015.csv") == "a,,'=1\n\nb\n")
  }

  @Test("several sheets are numbered and named")
  func severalSheets() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      Array("<L><R><a>1</a></R><S-1><b>2</b></S-1></L>".utf8), as: "x.xml")
    try writeCells(of: path, to: folder.path)
    #expect(folder.names == ["x.1-R.csv", "x.2-S-1.csv", "x.xml"])
    #expect(try folder.text("x.2-S-1.csv") == "b\n2\n")
  }

  @Test("the header of a delimited text comes first, what stands above it apart")
  func headerFirst() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      Array("困难党员申报表,,\n单位：元,,\n姓名,收入,\n,年,月\n甲,1,2\n乙,3,4\n丙,5,6\n丁,7,8\n".utf8),
      as: "x.csv.txt")
    let written = try writeCells(of: path, to: folder.path)
    #expect(written == [folder.path + "/x.csv.csv", folder.path + "/x.csv.above.txt"])
    #expect(try folder.text("x.csv.csv") == "姓名,收入 年,月\n甲,1,2\n乙,3,4\n丙,5,6\n丁,7,8\n")
    #expect(try folder.text("x.csv.above.txt") == "困难党员申报表,,\n单位：元,,\n")
  }

  @Test("a text whose header does not show stays as it is")
  func noHeader() throws {
    let folder = try ScratchFolder()
    let text = "甲,1\n\n乙,x\n丙,y\n"
    let path = try folder.write(Array(text.utf8), as: "x.txt")
    try writeCells(of: path, to: folder.path)
    #expect(try folder.text("x.csv") == text)
  }

  @Test("control characters of cells stay, for the tables show what the file holds")
  func controls() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      workbook("<Row>\(cell("a&#7;b\u{1}"))\(cell("\u{C}=1"))</Row>"), as: "x.xml")
    try writeCells(of: path, to: folder.path)
    #expect(try folder.text("x.csv") == "\"a\u{7}b\u{1}\",\"'\u{C}=1\"\n")
  }

  @Test(
    "a sign before what calls nothing stays, for the tables show what the file holds",
    arguments: [
      ("-20%", "-20%"), ("-5+12j", "-5+12j"), ("-1.2E+11", "-1.2E+11"), ("- 备注", "- 备注"),
      ("-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0"), ("+SUM(1)", "'+SUM(1)"),
      ("-A=B", "'-A=B"), ("=1", "'=1"), ("@x", "'@x"),
    ])
  func signs(text: String, shown: String) throws {
    let folder = try ScratchFolder()
    let path = try folder.write(workbook("<Row>\(cell(text))</Row>"), as: "in.xml")
    try writeCells(of: path, to: folder.path)
    #expect(try folder.text("in.csv") == "\(shown)\n")
  }

  @Test("a file that fails leaves nothing behind")
  func failure() throws {
    let folder = try ScratchFolder()
    let bytes = Array(workbook("<Row>\(cell("a"))</Row>").dropLast(20))
    let path = try folder.write(bytes, as: "cut.xml")
    let error = #expect(throws: TabularError.self) { try writeCells(of: path, to: folder.path) }
    #expect(error?.code == .truncatedXML)
    #expect(folder.names == ["cut.xml"])
  }

  @Test("a folder that is not there is unwritable")
  func unwritable() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Array("a,b\n".utf8), as: "x.csv")
    let error = #expect(throws: TabularError.self) {
      try writeCells(of: path, to: folder.path + "/none")
    }
    #expect(error?.code == .unwritable)
  }
}
