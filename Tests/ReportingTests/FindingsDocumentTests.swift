import Casework
import Foundation
import Testing

@testable import Reporting

@Suite("docs/findings.md")
struct FindingsDocumentTests {
  @Test("says of every finding and reason what the catalogue says")
  func upToDate() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    try expectGolden(document, in: root.appendingPathComponent("docs/findings.md"))
  }

  private var document: String {
    (findingsHead + FindingCode.allCases.map(row) + reasonsHead
      + DecisionReason.allCases.map(row) + stepsHead + MeasureReason.allCases.map(row)).joined(
        separator: "\n") + "\n"
  }

  private var findingsHead: [String] {
    [
      "# Findings and reasons", "",
      "Every message a run can print, from the catalogue in `Sources/Reporting/Words`. This page",
      "is written by its test (`RECORD=1 swift test --filter FindingsDocumentTests`).", "",
      "A stage fills `{0}`, `{1}` … in the order of the arguments column; `{value}` is what stands",
      "in the cell (masked where personal) and `{field}` the column. What stands in square",
      "brackets is left out where its gap has no filling. An argument that is an identifier of the",
      "contract (a field, a form, a kind of duplicate, a rule), or a list of them joined by `;`, is",
      "shown in the reader's words; `noticeTo 4 < 7` is a notice of 4 days where 7 are needed, and",
      "`verifiedOn > noticeFrom` are two steps in the wrong order. Amounts are plain decimals in",
      "yuan. No argument ever holds a person's name or number.", "",
      "## Findings", "", "| code | severity | meaning | 含义 | arguments | what to do |",
      "|---|---|---|---|---|---|",
    ]
  }

  private func row(_ code: FindingCode) -> String {
    let english = code.text(in: .english)
    let cells = [
      "`\(code.rawValue)`", code.severity.rawValue, english.message.text,
      code.text(in: .simplifiedChinese).message.text, list(code.argumentMeanings),
      english.hint.text,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private var reasonsHead: [String] {
    [
      "", "## Reasons of decisions", "", "| reason | sentence | 说明 | arguments |",
      "|---|---|---|---|",
    ]
  }

  private func row(_ reason: DecisionReason) -> String {
    let cells = [
      "`\(reason.rawValue)`", reason.template(in: .english).text,
      reason.template(in: .simplifiedChinese).text, list(reason.argumentMeanings),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private var stepsHead: [String] {
    [
      "", "## Steps to a suggestion", "",
      "What the dossier's section on suggested help says ([measures.md](measures.md)).", "",
      "| step | sentence | 说明 | arguments |", "|---|---|---|---|",
    ]
  }

  private func row(_ reason: MeasureReason) -> String {
    let cells = [
      "`\(reason.rawValue)`", reason.template(in: .english).text,
      reason.template(in: .simplifiedChinese).text, list(reason.argumentMeanings),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private func list(_ meanings: [String]) -> String {
    meanings.enumerated().map { "{\($0)} \($1)" }.joined(separator: "; ")
  }
}
