import Casework
import Foundation
import Reporting
import Testing

@testable import Pipeline

/// A round of another programme: its policy filled in for a made-up place, three families.
private struct OtherRound {
  let copy: DefinitionCopy

  init(policy: String) throws {
    copy = try DefinitionCopy()
    try copy.folder.write(
      """
      extends: \(policy)
      dibaoStandard:
        years:
          - year: 2022
            confirmedBy: 测试
            rates: [{from: 2021-07-01, yuanPerMonth: "600", document: 测试文件}]

      """, to: "pipelines/policies/filled.yaml")
    try copy.folder.write(
      """
      pipeline: other
      title: 其他项目
      round: "2022"
      asOf: 2022-12-31
      input: ../round
      output: ../output
      registry: ../output/registry/registry.sqlite
      forms: forms
      policy: policies/filled.yaml

      """, to: "pipelines/other.yaml")
    for (name, text) in Self.files { try copy.folder.write(text, to: "round/" + name) }
  }

  var pipeline: String { copy.folder.path + "/pipelines/other.yaml" }

  private static let files = [
    "单位名册.csv": "单位代码,单位名称\nW1,某街道\n",
    "某街道/申报表.csv": """
    申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助,核实日期,公示开始日期,公示结束日期,党组审定日期,是否签章,申报日期
    D1,余一,513299197503060118,在职,疾病,是,是,2022-06-16,2022-06-17,2022-06-23,2022-06-24,是,2022-06-15
    D2,余二,513299198003060124,在职,疾病,是,是,2022-06-16,2022-06-17,2022-06-23,2022-06-24,是,2022-06-15
    D3,余三,513299195506150128,退休,疾病,是,是,2022-06-16,2022-06-17,2022-06-23,2022-06-24,是,2022-06-15

    """,
    "某街道/家庭成员.csv": """
    申报编号,姓名,与申请人关系,是否共同生活,就业状况,工资性收入,经营净收入,财产净收入,转移净收入
    D1,余一,本人,是,在职,12000,0,0,0
    D1,余乙,配偶,是,丧失劳动能力,,,,
    D2,余二,本人,是,在职,14400,0,0,0
    D2,余丙,配偶,是,丧失劳动能力,,,,
    D3,余三,本人,是,退休,0,0,0,30000
    D3,余丁,子女,是,服刑,,,,

    """,
    "某街道/支出.csv": """
    申报编号,姓名,支出项目,发生金额,报销金额,支出日期,证明材料
    D3,余三,医疗,26000,2000,2022-01-10,

    """,
  ]
}

@Suite("A round of another programme, filled in")
struct OtherProgrammeRoundTests {
  @Test(
    "ends as its policy says, from the files to the dossiers",
    arguments: [
      ("dibao.yaml", "600.00", ["eligible", "ineligible", "undetermined"]),
      ("union-hardship-worker.yaml", "600.00", ["eligible", "ineligible", "undetermined"]),
      ("union-hardship-worker-relative.yaml", "1200.00", ["eligible", "eligible", "undetermined"]),
    ])
  func round(policy: String, line: String, outcomes: [String]) async throws {
    let round = try OtherRound(policy: policy)
    defer { round.copy.folder.remove() }
    let summary = try await run(RunRequest(pipeline: round.pipeline))
    let rows = try Table(summary.path + "/roster.csv").rows
      .sorted { ($0["applicant_name"] ?? "") < ($1["applicant_name"] ?? "") }
    let byNumber = ["余一", "余二", "余三"].compactMap { name in
      rows.first { $0["applicant_name"] == name }
    }
    #expect(byNumber.map { $0["outcome"] } == outcomes)
    #expect(byNumber.allSatisfy { $0["threshold_yuan_month"] == line })
    // One of two is in prison, so that the pension is one person's; the bill names no evidence.
    #expect(byNumber.map { $0["household_size"] } == ["2", "2", "1"])
    #expect(byNumber[2]["per_capita_actual_low"] == "500.00")
    #expect(byNumber[2]["per_capita_actual_high"] == "2500.00")
    let caseID = try #require(byNumber[2]["case_id"])
    let page = try text(of: summary.path + "/dossiers/\(caseID).html")
    for words in [
      "最低生活保障标准：600.00 元/月", "测试文件", "家庭成员的认定", "须有证明材料", "补交“医疗支出的证明材料”",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let explained = try explainedCase(
      caseID, run: summary.path, as: RunRequest(pipeline: round.pipeline))
    #expect(lines(explaining: explained, in: .english).joined().contains("Low-income guarantee"))
  }

  @Test("does not run before the standard is filled in")
  func unfilled() async throws {
    let round = try OtherRound(policy: "dibao.yaml")
    defer { round.copy.folder.remove() }
    try round.copy.folder.write("extends: dibao.yaml\n", to: "pipelines/policies/filled.yaml")
    let failure = await #expect(throws: RunFailure.self) {
      try await run(RunRequest(pipeline: round.pipeline))
    }
    #expect(failure?.exitCode == 4)
  }
}
