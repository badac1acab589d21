import Casework
import Foundation
import Intake
import Tabular
import Testing

@testable import Pipeline

@Suite("Blank forms")
struct TemplateTests {
  private let forms = ["applications", "members", "income", "expenditure", "support"]

  private func template(_ form: String, _ name: String) throws -> (TemporaryFolder, String) {
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + name
    try writeTemplate(of: form, to: path, as: RunRequest(pipeline: SampleRun.pipeline))
    return (folder, path)
  }

  private func read(_ path: String) throws -> ReadFile {
    let definition = try PipelineDefinition(SampleRun.request(output: "/nowhere"))
    return readFile(
      InputFile(path: path, folder: nil, digest: ""), at: 0, in: "", library: definition.library,
      asOf: definition.asOf)
  }

  @Test("left as it is, a form holds no row and nothing is amiss", arguments: ["csv", "xlsx"])
  func blank(ending: String) throws {
    for form in forms {
      let (folder, path) = try template(form, "form." + ending)
      let submissions = try read(path).submissions
      #expect(submissions.first?.form?.rawValue == form)
      #expect(submissions.flatMap(\.records).isEmpty, "\(form)")
      #expect(submissions.flatMap(\.findings).isEmpty, "\(form)")
      #expect(submissions.filter(\.isQuarantined).isEmpty)
      folder.remove()
    }
  }

  @Test("all forms of a unit fit into one workbook, each recognised, explanations left out")
  func all() throws {
    let (folder, path) = try template("all", "all.xlsx")
    defer { folder.remove() }
    let submissions = try read(path).submissions
    #expect(submissions.compactMap { $0.form?.rawValue } == forms)
    #expect(submissions.flatMap(\.findings).isEmpty)
  }

  @Test("filled in below its example, a form reads back without a problem")
  func filled() throws {
    let (folder, path) = try template("applications", "form.csv")
    let headers = try readTables(at: path).sheets[0]
    let names = headers[0].cells.map { headers.text(of: $0) }
    let values = [
      "申报编号": "A1", "*姓名": "余一", "*身份证号码": "513299197402160283", "*申报类别": "在职",
      "*致困原因": "疾病", "*已享受普惠政策": "是", "*已接受各类捐助": "是", "家庭年收入（元/年）": "12000",
      "家庭人均月收入（元/月）": "500", "申报日期": "2015-09-01",
    ]
    let row = names.map { values[$0] ?? "" }.joined(separator: ",")
    try folder.write(try text(of: path) + row + "\n", to: "filled.csv")
    let submission = try #require(try read(folder.path + "/filled.csv").submissions.first)
    let record = try #require(submission.records.first)
    #expect(submission.records.count == 1)
    #expect((submission.findings + record.findings).isEmpty)
    #expect(record.money(.declaredAnnualIncome).value?.amount.description == "12000.00")
    #expect(record.identity(.applicantId).value?.number != nil)
  }

  @Test("another ending and a form nobody knows are errors that say what would do")
  func refusals() throws {
    for (form, name) in [("applications", "form.pdf"), ("all", "all.csv"), ("申报", "form.xlsx")] {
      let failure = try #require(throws: RunFailure.self) { _ = try template(form, name) }
      #expect(failure.exitCode == 2)
      #expect(failure.inChinese.contains("xlsx") || failure.inChinese.contains("申报表"))
    }
  }
}
