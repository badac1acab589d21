import Foundation
import Testing

@testable import Pipeline

/// One workbook as LibreOffice saves it; see LibreOffice/README.md.
@Suite("One workbook saved by LibreOffice")
struct LibreOfficeTests {
  private static let saved = repository + "/Tests/PipelineTests/LibreOffice/"
  private static let expected = [
    "黄波 1 26400.00 0.00 55761.00 eligible  ", "赵国 3 19800.00 0.00 0.00 eligible  ",
    "杨辉林 3 20300.00 3400.00 4582.00 ineligible CONDUCT_DUES ",
  ]

  @Test(
    "gives the same applications in every format",
    arguments: ["flat-ods", "spreadsheetml", "csv", "flat-ods-of-xlsx", "xls"])
  func sameApplications(format: String) async throws {
    let folder = try TemporaryFolder()
    let unit = folder.path + "/submissions/州样例处"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/submissions", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Self.saved + format, toPath: unit)
    _ = try folder.write("单位代码,单位名称,组织关系在工委\nU01,州样例处,是\n", to: "submissions/单位名册.csv")
    let summary = try await run(
      RunRequest(
        pipeline: SampleRun.pipeline, input: folder.path + "/submissions",
        output: folder.path + "/output", registry: folder.path + "/registry.sqlite",
        asOf: "2015-10-31", writesDossiers: false))
    let columns = [
      "applicant_name", "household_size", "disposable_income_yuan", "support_received_yuan",
      "rigid_expenditure_yuan", "outcome", "failed_rules", "unknown_rules",
    ]
    let found = try Table(summary.path + "/roster.csv").rows
      .sorted { Int($0["source_row"] ?? "") ?? 0 < Int($1["source_row"] ?? "") ?? 0 }
      .map { row in columns.map { row[$0] ?? "?" }.joined(separator: " ") }
    #expect(found == Self.expected)
    let problems = try Table(summary.path + "/problems.csv").rows.filter {
      $0["severity"] != "note" && $0["code"] != "frequency.no-registry"
    }
    #expect(problems == [])
  }
}
