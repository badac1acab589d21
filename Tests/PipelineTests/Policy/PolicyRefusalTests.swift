import Casework
import Reporting
import Screening
import TestSupport
import Testing

@testable import Pipeline

@Suite("A policy that is not as it must be is refused with file, line and remedy")
struct PolicyRefusalTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let overlay: String
    let line: Int
    let says: [String]

    init(_ name: String, _ overlay: String, line: Int, _ says: String...) {
      testDescription = name
      self.overlay = overlay
      self.line = line
      self.says = says
    }
  }

  private static let slips = [
    Slip("an unknown section", "frequenci: {months: 1}", line: 2, "frequenci", "frequency"),
    Slip("an unknown key", "frequency:\n  moths: 1", line: 3, "moths", "months"),
    Slip(
      "an unknown key beside values", "frequency:\n  months: {values: {2013-01-01: 1}, sorce: x}",
      line: 3, "sorce", "source"),
    Slip(
      "one day twice",
      "frequency:\n  months:\n    values:\n      2013-01-01: 1\n      2013-01-01: 2",
      line: 5, "2013-01-01"),
    Slip(
      "a value that ends after the next begins",
      "frequency:\n  months:\n    values:\n      2013-01-01: {value: 1, until: 2014-05-01}\n"
        + "      2014-01-01: 2", line: 6, "frequency.months", "2014-01-01"),
    Slip(
      "a value that ends before it begins",
      "frequency:\n  months: {values: {2013-01-01: {value: 1, until: 2012-01-01}}}", line: 3,
      "until"),
    Slip("no values", "frequency:\n  months: {values: {}}", line: 3, "values"),
    Slip("no day", "frequency:\n  months: {values: {2013: 1}}", line: 3, "2013"),
    Slip("negative months", "frequency:\n  months: -12", line: 3, "months"),
    Slip("a key twice", "frequency:\n  months: 1\n  months: 2", line: 3, "months"),
    Slip(
      "a deduction twice", "expenditure:\n  deducted:\n    医疗: {}\n    医疗: {}", line: 4, "医疗"),
    Slip(
      "a deduction twice by another name of it",
      "expenditure:\n  deducted:\n    医疗费: {}", line: 4, "医疗费", "医疗"),
    Slip("a type twice in a list", "expenditure:\n  notReimbursable: [教育, 住房, 教育]", line: 3, "教育"),
    Slip(
      "a year of the table twice",
      "minimumWage:\n  years:\n    - {year: 2031, tier: 2}\n    - {year: 2031, tier: 2, rates: []}\n"
        + "    - {year: 2016, rates: [{from: 2016-02-01, yuanPerMonth: \"-1\", document: x}]}",
      line: 6, "yuanPerMonth"),
  ]

  @Test("a slip is named with its line", arguments: slips)
  func slip(_ slip: Slip) throws {
    let policies = try PolicyCopy()
    let failure = try policies.failure(
      of: "overlay.yaml", holding: "extends: aba-organs.yaml\n" + slip.overlay)
    for language in [Language.simplifiedChinese, .english] {
      let words = failure.words(in: language)
      #expect(words.contains("overlay.yaml"), "\(words)")
      #expect(words.contains(language.text("第\(slip.line)行", "line \(slip.line):")), "\(words)")
      for said in slip.says { #expect(words.contains(said), "\(words)") }
    }
  }

  @Test("a value without a day is refused where its section gives none")
  func undated() throws {
    let policies = try PolicyCopy()
    let text = try policies.policy(named: "aba-organs.yaml").sources.text
    let undated = text.replacing("frequency:\n  from: 2013-01-01\n", with: "frequency:\n")
      .replacing("\nfrom: 2013-01-01\n", with: "\n")
    let failure = try policies.failure(of: "undated.yaml", holding: undated)
    #expect(failure.words(in: .english).contains("has no day"))
  }

  @Test("files that extend one another in a circle are named")
  func circle() throws {
    let policies = try PolicyCopy()
    try policies.folder.write("\nextends: a.yaml", to: "b.yaml")
    let failure = try policies.failure(of: "a.yaml", holding: "extends: ./b.yaml")
    let words = failure.words(in: .english)
    #expect(words.contains("b.yaml line 2:") && words.contains("a.yaml → b.yaml → a.yaml"))
    let itself = try policies.failure(of: "c.yaml", holding: "extends: c.yaml")
    #expect(itself.words(in: .simplifiedChinese).contains("第1行"))
  }

  @Test("a base that is not there is named with the line that names it")
  func missingBase() throws {
    let failure = try PolicyCopy().failure(of: "a.yaml", holding: "# x\nextends: none.yaml")
    let words = failure.words(in: .english)
    #expect(words.contains("a.yaml line 2:") && words.contains("none.yaml"))
  }

  @Test("a run under a policy that cannot be read ends with 4")
  func exitCode() throws {
    let definition = try DefinitionCopy()
    try definition.replace(
      "policies/aba-organs", with: "policies/overlay", in: "annual-intake.yaml")
    try definition.folder.write(
      "extends: aba-organs.yaml\nfrequency: {months: 0}", to: "pipelines/policies/overlay.yaml")
    let request = RunRequest(pipeline: definition.pipeline)
    let failure = try #require(throws: RunFailure.self) { try PipelineDefinition(request) }
    #expect(failure.exitCode == 4)
  }
}
