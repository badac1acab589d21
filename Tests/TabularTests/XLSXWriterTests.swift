import Foundation
import Testing

@testable import Tabular

@Suite("Writing workbooks")
struct XLSXWriterTests {
  private func sample(title: String = "年度通报") throws -> [UInt8] {
    var writer = try XLSXWriter(title: title, dated: XLSXDay(daysSince1970: 16_801))
    try writer.beginSheet(named: "收支", widths: [20, 14], frozenRows: 1)
    try writer.appendRow([.text("项目"), .text("金额（元）")], style: .header)
    try writer.appendRow([.text("=1+1 <&>\u{1}"), .yuan(fen: 123_456_707)])
    try writer.appendRow([.blank, .count(35), .perMille(875)], style: .sum)
    try writer.beginSheet(named: "日期", widths: [])
    try writer.appendRow([.date(XLSXDay(daysSince1970: 16_801))])
    return try writer.finished()
  }

  /// The parts of an archive, as `unzip` reads them.
  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("workbook-\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: file)
    defer { unlink(file.path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    process.arguments = ["-p", file.path, name]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text
  }

  @Test("the same rows make the same bytes, dated as they are told")
  func deterministic() throws {
    let bytes = try sample()
    #expect(try bytes == sample())
    let properties = try part("docProps/core.xml", of: bytes)
    #expect(properties.contains("2016-01-01T00:00:00Z"))
    #expect(properties.contains("年度通报"))
  }

  @Test("amounts, counts, shares and days are numbers, words are words")
  func cells() throws {
    let bytes = try sample()
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<v>1234567.07</v>"))
    #expect(sheet.contains("<v>35</v>"))
    #expect(sheet.contains("<v>0.875</v>"))
    #expect(sheet.contains("=1+1 &lt;&amp;&gt;\u{FFFD}"))
    #expect(!sheet.contains("<f>"))
    #expect(sheet.contains("state=\"frozen\""))
    #expect(try part("xl/worksheets/sheet2.xml", of: bytes).contains("<v>42370</v>"))
  }

  @Test("a sheet's name that is taken or not allowed is an error")
  func names() throws {
    for name in ["收支", "a/b", String(repeating: "长", count: 40)] {
      #expect(throws: TabularError.self) {
        var writer = try XLSXWriter(title: "", dated: XLSXDay(daysSince1970: 0))
        try writer.beginSheet(named: "收支", widths: [])
        try writer.beginSheet(named: name, widths: [])
      }
    }
  }
}
