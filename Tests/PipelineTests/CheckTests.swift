import Casework
import Foundation
import Reporting
import Testing

@testable import Pipeline

@Suite("Check before submission")
struct CheckTests {
  private func listing(_ names: [String]) async throws -> CheckListing {
    try await check(
      names.map { SampleRun.input + "/" + $0 }, as: RunRequest(pipeline: SampleRun.pipeline))
  }

  @Test("lists what was found by file, errors first, message before what to do, and no outcome")
  func listing() async throws {
    let unit = "州河谷水电厂/"
    let found = try await listing(
      ["1申报表.csv", "2家庭成员.csv", "3收入.csv", "4支出.csv", "5资助.csv"].map { unit + $0 })
    let lines = found.lines(in: .simplifiedChinese)
    #expect(found.errorCount > 0)
    #expect(lines.contains { $0.hasSuffix("1申报表.csv") })
    #expect(lines.contains { $0.hasPrefix("  ✗ D") })
    #expect(lines.last?.contains("必须改正 \(found.errorCount) 处") ?? false)
    let page = try found.page(in: .simplifiedChinese)
    for text in [lines.joined(), page] {
      for word in ["符合条件", "低于", "INCOME_TEST"] { #expect(!text.contains(word), "\(word)") }
    }
    #expect(!page.contains("src=") && !page.contains("href="), "the page stands by itself")
  }

  @Test("says so where nothing was found")
  func clean() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助,家庭人口,家庭年收入,申报日期\n"
        + "1,余一,513299197402160283,在职,疾病,是,是,1,12000,2015-09-01\n", to: "表.csv")
    let found = try await check([path], as: RunRequest(pipeline: SampleRun.pipeline))
    #expect(found.errorCount == 0)
    let page = try found.page(in: .english)
    #expect(page.contains("Nothing was found") || found.warningCount > 0)
  }

  @Test("a file that cannot be read is a problem of the file, not of the check")
  func unreadable() async throws {
    let found = try await check(["/nowhere/a.csv"], as: RunRequest(pipeline: SampleRun.pipeline))
    #expect(found.errorCount == 1)
  }
}
