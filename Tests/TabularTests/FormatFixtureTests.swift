import Glibc
import Testing

@testable import Tabular

/// The folder of the fixtures, which `scripts/make-format-fixtures.py` makes.
private let fixtures: String = {
  let parts = #filePath.split(separator: "/").dropLast()
  return "/" + parts.joined(separator: "/") + "/Fixtures"
}()

/// One cell as it was meant, or as it was read.
private struct FixtureCell: Hashable, CustomStringConvertible {
  let sheet: String
  let row: Int
  let column: Int
  let kind: CellKind
  let text: String

  var description: String { "\(sheet)!\(cellReference(row: row, column: column)) \(kind) \(text)" }
}

@Suite("One table in many formats")
struct FormatFixtureTests {
  private static let workbooks =
    ["types", "identity", "layout"].flatMap { name in
      [
        "xlsxwriter.xlsx", "inline.xlsx", "1904.xlsx", "openpyxl.xlsx", "libreoffice.xlsx",
        "libreoffice.ods", "libreoffice.fods", "libreoffice.xls", "1904.xls", "xlwt.xls",
        "gnumeric.xls",
      ].map { "\(name)-\($0)" }
    } + ["identity-gnumeric95.xls", "layout-gnumeric95.xls", "layout-gnumericdual.xls"]
  private static let texts = [
    "comma.csv", "semicolon.csv", "tab.xls", "tab-le.txt", "tab-be.txt", "bar.csv",
    "wide-comma.csv", "wide-comma-gbk.txt", "cr.csv", "apostrophes.csv", "trailing.csv", "sep.csv",
    "spaces.csv",
  ].map { "list-\($0)" }

  @Test("gives the same cells of the same kinds", arguments: workbooks + texts)
  func sameCells(name: String) throws {
    let file = try readTables(at: fixtures + "/" + name)
    let stem = name.split(separator: "-")[0]
    let expected = try cells(meantIn: fixtures + "/expected/\(stem).tsv")
    let read = cells(of: file)
    #expect(expected.subtracting(read).sorted { "\($0)" < "\($1)" } == [], "missing in \(name)")
    #expect(read.subtracting(expected).sorted { "\($0)" < "\($1)" } == [], "too much in \(name)")
  }

  @Test("text in Big5 is found by its characters alone")
  func big5() throws {
    let file = try readTables(at: fixtures + "/list-big5.csv")
    #expect(file.encoding == .big5)
    #expect(grid(of: file.sheets[0])[0] == ["姓名", "身份證號碼", "困難情況", "家庭年收入"])
  }

  @Test(
    "tells of hidden sheets, rows and columns, and of merged blocks",
    arguments: workbooks.filter { $0.hasPrefix("layout") })
  func layout(name: String) throws {
    let sheets = try readTables(at: fixtures + "/" + name).sheets
    #expect(sheets.map(\.isHidden) == [false, true])
    #expect(sheets.map(\.visibility.hiddenRows) == [1, 0])
    #expect(sheets.map(\.visibility.hiddenColumns) == [1, 0])
    let merges = sheets[0].merges.map {
      "\(cellReference(row: $0.firstRow, column: $0.firstColumn)):"
        + cellReference(row: $0.lastRow, column: $0.lastColumn)
    }
    #expect(merges == ["A1:D1", "A3:A4", "B3:C3", "D3:D4"])
    let header = sheets[0][2].cells
    #expect(header.map(\.mergeAcross) == [0, 1, 0] && header.map(\.mergeDown) == [1, 0, 1])
  }

  /// The cells a file gives; numbers are compared as numbers, for programs write them in many ways.
  private func cells(of file: TableFile) -> Set<FixtureCell> {
    var found: Set<FixtureCell> = []
    for sheet in file.sheets {
      for index in 0..<sheet.rowCount {
        for cell in sheet[index].cells {
          found.insert(
            FixtureCell(
              sheet: sheet.name, row: sheet[index].number, column: cell.column,
              kind: Self.compared(cell.kind),
              text: Self.compared(sheet.text(of: cell), cell.kind)))
        }
      }
    }
    return found
  }

  private func cells(meantIn path: String) throws -> Set<FixtureCell> {
    var buffer = ByteBuffer()
    let source = try ByteSource(path: path)
    while try source.read(into: &buffer) {}
    let kinds: [Substring: CellKind] = [
      "text": .text, "number": .number, "date": .date, "boolean": .boolean,
    ]
    var found: Set<FixtureCell> = []
    let text = String(decoding: buffer.storage[buffer.live], as: UTF8.self)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      let kind = try #require(kinds[parts[3]])
      let text = parts[4].replacing("\\n", with: "\n").replacing("\\t", with: "\t")
      found.insert(
        FixtureCell(
          sheet: String(parts[0]), row: try #require(Int(parts[1])),
          column: try #require(Int(parts[2])), kind: Self.compared(kind),
          text: Self.compared(String(text), kind)))
    }
    return found
  }

  /// LibreOffice keeps truth values of other programs as numbers.
  private static func compared(_ kind: CellKind) -> CellKind { kind == .boolean ? .number : kind }

  private static func compared(_ text: String, _ kind: CellKind) -> String {
    switch kind {
    case .number, .boolean: Double(text).map { "\($0)" } ?? text
    default: text
    }
  }
}
