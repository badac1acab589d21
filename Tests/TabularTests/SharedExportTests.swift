import Glibc
import Testing

@testable import Tabular

/// The folder of the project's shared test files, which need not be there.
private let exports: String = {
  var parts = #filePath.split(separator: "/").dropLast(4)
  parts.append(contentsOf: ["shared", "data", "exports"])
  return "/" + parts.joined(separator: "/")
}()

private let haveExports = access(exports, R_OK) == 0

@Suite("One form saved by several programs", .enabled(if: haveExports))
struct SharedExportTests {
  static let names = [
    "lo_export_utf8.csv", "derived_utf8bom.csv", "derived_gb18030.csv",
    "derived_unicode_text_utf16le.txt", "handwritten_spreadsheetml2003.xml",
    "lo_export_excel2003.xml", "lo_export.fods",
  ]

  /// What the saving programs changed: the date's notation, the long number's digits, the width
  /// of gaps.
  private func normalized(_ text: String) -> String {
    switch text {
    case "02/29/1988", "1988-02-29T00:00:00.000": "1988-02-29"
    case "513201198802290027": "5.1320119880229E+017"
    default:
      text.split(separator: " ").count > 2
        ? text.split(separator: " ").joined(separator: " ") : text
    }
  }

  private func rows(_ name: String) throws -> [Int: [String]] {
    let sheet = try readTables(at: exports + "/" + name).sheets[0]
    let texts = grid(of: sheet).map { $0.map(normalized) }
    var rows: [Int: [String]] = [:]
    for index in texts.indices where !texts[index].isEmpty {
      rows[sheet[index].number] = texts[index]
    }
    return rows
  }

  @Test("gives the same grid", arguments: names)
  func sameGrid(name: String) throws {
    #expect(try rows(name) == rows("lo_export_utf8.csv"))
  }

  @Test("keeps the merged header in all formats that have merges", arguments: names.suffix(3))
  func sameMerges(name: String) throws {
    let sheet = try readTables(at: exports + "/" + name).sheets[0]
    #expect(
      sheet.merges.contains(
        MergedRange(firstRow: 3, lastRow: 3, firstColumn: 5, lastColumn: 7)))
    #expect(
      sheet.merges.contains(
        MergedRange(firstRow: 3, lastRow: 4, firstColumn: 8, lastColumn: 8)))
  }
}
