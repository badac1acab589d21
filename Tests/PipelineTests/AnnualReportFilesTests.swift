import Casework
import Foundation
import Reporting
import Statistics
import TestSupport
import Testing

@testable import Pipeline

@Suite("The files of the annual report")
struct AnnualReportFilesTests {
  let day = SampleFund.day("2016-03-10")

  private func files(_ language: Language = .simplifiedChinese) throws -> [ReportFile] {
    try annualReportFiles(
      of: SampleFund.ledger, year: 2015, asOf: day, language: language)
  }

  @Test("are the page, the workbook, the notices and the tables with their package")
  func names() throws {
    let names = try files().map(\.name)
    #expect(names == names.sorted())
    let expected = [
      "annual-report.html", "annual-report.xlsx", "notice/fund-media.csv",
      "notice/fund-media.html", "notice/fund-party.csv", "notice/fund-party.html",
      "notice/recipients.csv", "notice/recipients.html", "statistics/datapackage.json",
      "statistics/fund_by_year.csv",
    ]
    #expect(Set(names).isSuperset(of: expected))
    #expect(names.count == 21)
  }

  @Test("are the same bytes every time", arguments: Language.allCases)
  func deterministic(language: Language) throws {
    #expect(try files(language) == files(language))
  }

  @Test("hold no name, no identity number, and no case identifier", arguments: Language.allCases)
  func impersonal(language: Language) throws {
    let workbook = try unpacked(files(language))
    let texts = try files(language).map { String(decoding: $0.bytes, as: UTF8.self) } + [workbook]
    #expect(workbook.contains("13345.67"))
    let secrets = [
      "李小雪", "王芳", "余大山", "钱文", "泽旺", "扎西", "513229197812050021", "197812050021", "AAAAAA",
      "2015-U01-",
    ]
    for text in texts {
      for secret in secrets { #expect(!text.contains(secret), "\(secret)") }
    }
  }

  /// The sheets of the workbook as one text.
  private func unpacked(_ files: [ReportFile]) throws -> String {
    let workbook = try #require(files.first { $0.name == "annual-report.xlsx" })
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("report-\(UUID().uuidString).xlsx")
    try Data(workbook.bytes).write(to: file)
    defer { unlink(file.path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    process.arguments = ["-p", file.path, "xl/worksheets/*.xml"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("the tables sum to the fund's figures when they are read back")
  func readBack() throws {
    let files = try files()
    func column(_ name: String, of table: String) throws -> [Money] {
      let file = try #require(files.first { $0.name == "statistics/\(table).csv" })
      let rows = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      let place = try #require(rows[0].firstIndex(of: name))
      return try rows.dropFirst().map { try #require(Money(decimalYuan: $0[place])) }
    }
    let income = Money(fen: 544_567)
    #expect(try column("income_yuan", of: "income_by_source").reduce(.zero, +) == income)
    #expect(try column("income_yuan", of: "fund_by_year").last == income)
    let spending = try column("payments_yuan", of: "spending_by_measure")
    #expect(spending.dropLast().reduce(.zero, +) == Money(yuan: 11_000))
    #expect(spending.last == Money(yuan: 11_000))
    let left = try column("left_yuan", of: "balances_by_source")
    #expect(try left.reduce(.zero, +) == column("closing_yuan", of: "fund_by_year").last)
  }

  @Test("a fen too much stops the report and is told in both languages")
  func differing() throws {
    var entries = SampleFund.entries
    entries[1] = BookEntry(
      .income, on: entries[1].bookedOn, from: entries[1].credit, to: .cash,
      amount: entries[1].amount + Money(fen: 1), unitCode: "U01")
    let ledger = ProgrammeLedger(
      units: SampleFund.units, cases: SampleFund.ledger.cases, facts: SampleFund.ledger.facts,
      entries: entries)
    let failure = #expect(throws: RunFailure.self) {
      try annualReportFiles(of: ledger, year: 2015, asOf: day, language: .english)
    }
    let found = try #require(failure)
    #expect(found.exitCode == 5)
    #expect(
      found.words(in: .simplifiedChinese).hasPrefix(
        "2014年 一日捐 2014 单位 U01：登记合计 3600.00 元，账簿 3600.01 元"))
    #expect(found.words(in: .english).contains("3600.01"))
  }

  @Test(
    "the notice of proposals lists those being publicised, and is left out where there are none")
  func proposals() throws {
    let files = try proposalNoticeFiles(
      of: SampleFund.ledger, asOf: day, language: .simplifiedChinese)
    #expect(files.map(\.name) == ["notice/proposals.html", "notice/proposals.csv"])
    let none = ProgrammeLedger(units: [], cases: [], facts: [], entries: [])
    #expect(try proposalNoticeFiles(of: none, asOf: day, language: .english).isEmpty)
    #expect(try annualReportFiles(of: none, year: 2015, asOf: day, language: .english).count == 21)
  }
}
