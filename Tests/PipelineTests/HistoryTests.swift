import Pipeline
import Reporting
import Testing

/// Three years of the programme: samples/history-2013-2015.
@Suite("The worked history", .workedHistory, .serialized)
struct HistoryTests {
  private let history: WorkedHistory

  init() throws { history = try #require(WorkedHistory.current) }

  @Test("no row of the office's forms is refused or doubted", arguments: WorkedHistory.years)
  func nothingIsRefused(year: String) throws {
    let summary = try #require(history.imports[year])
    #expect(summary.rejected == 0)
    // 2014: one approval follows a verification of the same import that settles what was unknown.
    #expect(!summary.lines(in: .simplifiedChinese).contains { $0.contains("批准与审查结果不一致") })
  }

  @Test("every total is what Python counted, to the fen")
  func totals() throws {
    let expected = try HistoryTotals.expected().values
    let found = try HistoryTotals.found(in: history).values
    // Exits by their reason stand in the annual reports.
    let missing = expected.keys.filter { found[$0] == nil && $0.key == "all" }
    #expect(missing.filter { $0.quantity != "given_up_fen" }.isEmpty)
    for (name, value) in found { #expect(expected[name] == value, "\(name)") }
  }

  @Test("the programme's published figures come out")
  func publishedFigures() throws {
    let found = try HistoryTotals.found(in: history).values
    func total(_ quantity: String) -> Int {
      found[HistoryTotals.Name(quantity: quantity, year: "all", key: "all")] ?? 0
    }
    #expect((170_000_000..<171_000_000).contains(total("raised_fen")))
    #expect((68_000_000..<69_000_000).contains(total("used_fen")))
    #expect(total("households_helped") == 35)
  }

  @Test("the annual reports say what Python counted, to the fen", arguments: WorkedHistory.years)
  func annualReport(year: String) throws {
    let expected = try HistoryTotals.expected().values
    func fen(_ quantity: String, _ key: String = "all") -> Int {
      expected[HistoryTotals.Name(quantity: quantity, year: year, key: key)] ?? 0
    }
    let account = try #require(
      try history.reported("statistics/fund_by_year", in: year).first { $0["year"] == year })
    #expect(account["income_yuan"] == yuan(fen("raised_fen")))
    #expect(account["payments_yuan"] == yuan(fen("used_fen")))
    #expect(account["closing_yuan"] == yuan(fen("closing_balance_fen")))
    for row in try history.reported("statistics/income_by_source", in: year) {
      #expect(row["income_yuan"] == yuan(fen("raised_fen", row["source"] ?? "")))
    }
    for row in try history.reported("statistics/spending_by_measure", in: year) {
      let measure = row["measure"] == "total" ? "all" : row["measure"] ?? ""
      #expect(row["payments_yuan"] == yuan(fen("used_fen", measure)), "\(measure)")
      #expect(row["households"] == "\(fen("households_helped", measure))", "\(measure)")
      #expect(row["instances"] == "\(fen("payments", measure))", "\(measure)")
    }
    for row in try history.reported("statistics/exits", in: year) {
      #expect(row["cases"] == "\(fen("exits", row["reason"] ?? ""))")
    }
  }

  @Test("the notice of recipients and that of proposals stand side by side")
  func notices() throws {
    #expect(try history.reported("notice/recipients", in: "2015").count == 22)
    #expect(try history.reported("notice/proposals", in: "2015").count == 2)
  }

  @Test("a duplicate is no move to another unit, and an answered visit asks for nothing more")
  func followUp() throws {
    #expect(try history.followUp(in: "2013").allSatisfy { $0["kind"] != "exit" })
    let proposals = try history.followUp(in: "2014").filter { $0["kind"] == "followOn" }
    #expect(proposals.isEmpty)
    let cases = try history.followUp(in: "2015").filter { $0["kind"] == "followOn" }
    #expect(Set(cases.compactMap { $0["case_id"] }).count == 3)
  }

  private func yuan(_ fen: Int) -> String {
    let rest = fen % 100
    return "\(fen / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }

  @Test("file, histories, books and stored results hold together")
  func verifies() throws {
    #expect(try verifyRegistry(history.request("intake-2015")).exitCode == 0)
  }

  @Test(
    "what the programme forbids is refused with its reason",
    arguments: [
      ("财政资金", "财政资金不得进入帮扶资金"), ("超额拨付", "拨付金额超过批准余额"),
      ("未批先付", "未经批准，不能拨付"), ("公示未满审批", "公示尚未结束，不能审批"),
      ("异议未结审批", "公示异议尚未处理"), ("回访已结案", "个案已经结束"),
    ])
  func refusals(name: String, reason: String) throws {
    let summary = try history.record(["refused/1228-\(name).csv"], on: "2015-12-31")
    #expect(summary.rejected == 1 && summary.returnSheets.count == 1)
    #expect(summary.lines(in: .simplifiedChinese).contains { $0.contains(reason) })
  }

  @Test("files of one name from two folders have a return sheet each")
  func returnSheets() throws {
    let form = "1228-财政资金.csv"
    let copy = try history.folder.write(
      bytes(of: "\(WorkedHistory.source)/office/refused/\(form)"), to: "copy/\(form)")
    // Other bytes, so that it is another file.
    let other = try history.folder.write(bytes(of: copy) + [13, 10], to: "other/\(form)")
    let sheets = try importOfficeFiles([copy, other], as: history.request("intake-2015"))
      .returnSheets
    #expect(Set(sheets).count == 2)
  }
}
