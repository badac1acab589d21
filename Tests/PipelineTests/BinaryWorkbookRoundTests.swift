import Casework
import Foundation
import Reporting
import Tabular
import Testing

@testable import Pipeline

@Suite("A unit that submits binary XLS")
struct BinaryWorkbookRoundTests {
  private static let sheet =
    repository + "/Tests/PipelineTests/LibreOffice/xls-of-a-unit/申报.xls"
  private static let mapping = "applications:\n  家里几口人: householdSize\n"

  private func prepared() throws -> BadRound {
    let round = try BadRound()
    try round.folder.write("单位代码,单位名称\nT01,州样例处\n", to: "round/单位名册.csv")
    try round.folder.write(bytes(of: Self.sheet), to: "round/州样例处/申报.xls")
    try round.folder.write(Self.mapping, to: "round/州样例处/mapping.yaml")
    return round
  }

  @Test("its check finds the faults at their cells")
  func check() async throws {
    let found = try await Pipeline.check(
      [Self.sheet], as: RunRequest(pipeline: SampleRun.pipeline))
    let lines = found.lines(in: .simplifiedChinese)
    #expect(found.errorCount > 0)
    #expect(lines.contains { $0.hasPrefix("  ✗ B4") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("  ✗ D5") }, "\(lines)")
  }

  @Test("the round reads it with the mapping beside it: dates, amounts, sizes, and a hidden sheet")
  func round() async throws {
    let round = try prepared()
    let result = try await screened(round.request)
    let records = result.cases.map(\.application.record).sorted {
      ($0.count(.householdSize).value ?? 0) > ($1.count(.householdSize).value ?? 0)
    }
    #expect(records.map { $0.count(.householdSize).value } == [3, 2, 1])
    #expect(
      records.map { $0.money(.declaredAnnualIncome).value?.amount.exact?.fen } == [
        2_640_000, 1_800_050, 960_000,
      ])
    #expect(
      records.map { $0.date(.applicationDate).value?.description } == [
        "2015-09-01", "2015-09-02", "2015-09-03",
      ])
    #expect(result.findings.contains { $0.code == .sheetHidden })
    #expect(
      result.findings.contains {
        [.identityScientific, .identityLostDigits].contains($0.code) && $0.location?.row == 4
      })
  }

  @Test("its return sheet is XLSX and holds the rows to correct")
  func returned() async throws {
    let round = try prepared()
    let summary = try await run(round.request)
    let sheets = try readTables(at: summary.path + "/returns/州样例处.xlsx").sheets
    let texts = sheets.dropFirst().flatMap { sheet in
      (0..<sheet.rowCount).flatMap { sheet[$0].cells.map { sheet.text(of: $0) } }
    }
    #expect(texts.contains("余二") && texts.contains("余三") && texts.contains("家里几口人"))
  }
}
