import Casework
import Foundation
import Testing

@testable import Reporting

@Suite("The dossier")
struct DossierTests {
  let round = ReportingTests.round(
    [FullCase.result], findings: FullCase.findings, duplicates: [FullCase.duplicate])

  @Test("is the golden page, byte for byte", arguments: Language.allCases)
  func golden(language: Language) throws {
    let page = try DossierRenderer(language: language).dossier(
      of: FullCase.result, suggesting: FullCase.recommendation, in: round)
    try expectGolden(page, named: "dossier-\(language.rawValue).html")
  }

  @Test("shows the exact test at both bounds, in fen")
  func inequality() throws {
    let page = try DossierRenderer(language: .english).dossier(of: FullCase.result, in: round)
    #expect(page.contains("2,812,000 ≤ 138,000 × 12 × 4 = 6,624,000"))
    #expect(page.contains("3,772,000 ≤ 138,000 × 12 × 4 = 6,624,000"))
  }

  @Test("holds the full identity number and every source cell")
  func sources() throws {
    let page = try DossierRenderer(language: .english).dossier(of: FullCase.result, in: round)
    #expect(page.contains("513299196503150020"))
    #expect(page.contains("<span class=\"cell\">[1] E12, F12</span>"))
    #expect(page.contains("<li>[1] 州水务局/明细.csv</li>"))
  }

  @Test("escapes whatever a unit writes", arguments: Language.allCases)
  func escaping(language: Language) throws {
    let hostile = "<script>alert('x')</script>&amp;\"\u{301}{{caseID}}[[unit]]\u{0}"
    let texts = Field.allCases.map { ($0, FieldValue?.some(.text(hostile))) }
    let unit = SubmittingUnit(code: hostile, name: hostile)
    let decision = ExplainedDecision(
      Decision(.cause, .pass, because: .causeStated), [hostile],
      values: [ComparedValue(hostile, field: .hardshipCause, at: cell(4, 1))],
      parameters: [ParameterReading(hostile, hostile, source: hostile)], citation: hostile)
    let result = smallCase(
      hostile, unit: unit, values: texts,
      findings: [Finding(.choiceUnknown, at: cell(4, 1), field: .sex, value: hostile, [hostile])],
      explained: [decision])
    let round = ReportingTests.round([result], findings: result.allFindings)
    let renderer = try DossierRenderer(language: language)
    let context = ReportContext(round, language: language)
    for page in [
      renderer.dossier(of: result, in: round), renderer.index(of: round),
      try runPage(context, files: [hostile]),
    ] {
      #expect(!page.contains("<script"))
      #expect(!page.utf8.contains(0))
      #expect(!page.unicodeScalars.contains("\u{301}") || page.contains("&quot;\u{301}"))
    }
  }

  @Test("needs nothing from elsewhere", arguments: Language.allCases)
  func selfContained(language: Language) throws {
    let page = try DossierRenderer(language: language).dossier(of: FullCase.result, in: round)
    for mark in ["<script", "http:", "https:", "url(", "@import", "<link", "<img"] {
      #expect(!page.contains(mark))
    }
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
  }

  @Test("leaves no gap open", arguments: Language.allCases)
  func gaps(language: Language) throws {
    let page = try DossierRenderer(language: language).dossier(of: FullCase.result, in: round)
    for mark in ["{{", "[[", "]]", "Optional("] { #expect(!page.contains(mark)) }
  }
}
