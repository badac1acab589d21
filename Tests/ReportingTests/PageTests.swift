import Casework
import Foundation
import Testing

@testable import Reporting

@Suite("The list of cases and the run's page")
struct PageTests {
  let round = ReportingTests.round(
    (0..<37).map(PageTests.numbered) + [FullCase.result], findings: FullCase.findings,
    duplicates: [FullCase.duplicate])

  /// A case whose unit, income, outcome and type follow from its number.
  static func numbered(_ number: Int) -> ScreeningResult {
    let types: [HardshipType?] = [nil, .income, .expenditure]
    let values: [(Field, FieldValue?)] = [
      (.applicantName, name("何小满")), (.applicantId, identity("513299196503150020")),
      (.applicantCategory, .choice("退休")), (.hardshipCause, .choice("灾害")),
    ]
    return smallCase(
      "2015-U0\(number % 2 + 1)-ABCD\(number)",
      unit: number % 2 == 0 ? FullCase.unit : FullCase.otherUnit, values: values,
      annual: yuan(Int64(number * 900)), outcome: CaseOutcome.allCases[number % 7 % 4],
      hardshipType: types[number % 3])
  }

  let files = ["roster.csv", "problems.csv", "duplicates/pairs.csv", "dossiers/index.html"]

  @Test("are the golden pages, byte for byte", arguments: Language.allCases)
  func golden(language: Language) throws {
    let context = ReportContext(round, language: language)
    try expectGolden(
      runPage(context, files: files), named: "index-\(language.rawValue).html")
    try expectGolden(dossierIndex(context), named: "cases-\(language.rawValue).html")
  }

  @Test("the run's page holds no name and no identity number")
  func runPageIsImpersonal() throws {
    let page = try runPage(ReportContext(round), files: files)
    for secret in ["何小满", "刁文秀", "513299", "13990400001"] { #expect(!page.contains(secret)) }
  }

  @Test("the list of cases masks identity numbers")
  func listMasks() throws {
    let page = try dossierIndex(ReportContext(round))
    #expect(page.contains("513299**********20"))
    #expect(!page.contains("513299196503150020"))
  }
}
