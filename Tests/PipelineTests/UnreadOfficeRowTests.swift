import Registry
import Reporting
import Testing

@testable import Pipeline

@Suite("Rows of the office that cannot even be read")
struct UnreadOfficeRowTests {
  private let round: BadRound

  init() throws { round = try BadRound("unit-not-in-roster") }

  @Test(
    "make the import end with 1, and the file is looked at again when it comes again",
    arguments: [
      "来源,金额,日期,凭证号\n党费划拨,100,2015-01-02,1\n,,2015-01-03,2\n",
      "列一,列二,列三\n甲,乙,丙\n丁,戊,己\n",
    ])
  func unread(text: String) async throws {
    _ = try await round.summary()
    let file = try round.folder.write(text, to: "office/表.csv")
    for _ in 0..<2 {
      let summary = try importOfficeFiles([file], as: round.request)
      #expect(summary.exitCode == 1)
      #expect(summary.reports.allSatisfy { !$0.isUnchanged })
    }
  }
}
