import Casework
import Foundation
import Intake
import Reporting
import Testing

@testable import Pipeline

@Suite("A mapping file beside the submissions says what their headers mean (issue 6)")
struct MappingFileTests {
  private let sheet = """
    姓名,身份证号码,申报类别,致困原因,家里几口人,说不清,家中人均
    余一,513299196503151234,在职,疾病,3,x,900
    """
  private let roster = "单位代码,单位名称\nT01,州样例处\n"

  private func result(mapping: String, at path: String = "州样例处/mapping.yaml") async throws
    -> RoundResult
  {
    let round = try BadRound()
    defer { round.folder.remove() }
    try round.folder.write(Array(roster.utf8), to: "round/单位名册.csv")
    try round.folder.write(Array(sheet.utf8), to: "round/州样例处/申报.csv")
    try round.folder.write(Array(mapping.utf8), to: "round/" + path)
    return try await screened(round.request)
  }

  @Test(
    "its fields win, its columns to ignore are not warned of, and run.json tells why",
    arguments: ["州样例处/mapping.yaml", "表头对照.yaml"])
  func mapped(path: String) async throws {
    let result = try await result(
      mapping: """
        # 家里几口人 is the household's size
        applications:
          家里几口人: householdSize
          家中人均: 家庭人均月收入
        ignore: [说不清]
        """, at: path)
    let record = try #require(result.cases.first).application.record
    #expect(record.count(.householdSize).value == 3)
    #expect(record.money(.declaredPerCapitaIncome).value?.amount.exact == Money(yuan: 900))
    #expect(!result.findings.contains { $0.code == .headerUnknown || $0.code == .mappingInvalid })
    let headers = HeaderRecord.records(of: result.sheets, in: result.catalog).flatMap(\.headers)
    #expect(headers.first { $0.text == "家里几口人" }?.why == "mapping")
    #expect(headers.first { $0.text == "家里几口人" }?.cell == "E1")
    #expect(headers.first { $0.text == "说不清" }?.why == "ignored")
    #expect(headers.first { $0.text == "姓名" }?.why == "exact")
  }

  @Test(
    "a wrong one is an error at its line and is not used",
    arguments: [
      ("applications:\n  家里几口人: householdsize\n", 2), ("application:\n  家里几口人: householdSize\n", 1),
      ("applications:\n  家里几口人: householdSize\n  家里几口人: age\n", nil), ("applications: [1", nil),
    ] as [(String, Int?)])
  func wrong(text: String, line: Int?) async throws {
    let result = try await result(mapping: text)
    let finding = try #require(result.findings.first { $0.code == .mappingInvalid })
    if let line { #expect(finding.location.map { Int($0.row) } == line) }
    #expect(finding.location.map(result.catalog.file) == "州样例处/mapping.yaml")
    #expect(finding.unitCode == "T01")
    #expect(result.cases.first?.application.record.count(.householdSize).value == nil)
  }

  @Test("two headers of one sheet for one field: neither is used")
  func contested() async throws {
    let result = try await result(
      mapping: "applications: {家里几口人: householdSize, 说不清: householdSize}\n")
    #expect(result.findings.filter { $0.code == .mappingContested }.count == 2)
    #expect(result.cases.first?.application.record.count(.householdSize).value == nil)
  }
}
