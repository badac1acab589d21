import Foundation
import Reporting
import Testing

@testable import Pipeline

/// Pipeline, form and policy files that are not as they must be.
@Suite("Definition errors name file, line and remedy")
struct DefinitionErrorTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    let file: String
    let before: String
    let after: String
    /// What the line that the message names begins with, once the slip is made.
    let line: String
    let says: [String]
    var testDescription: String { "\(file): \(after)" }

    init(_ file: String, _ before: String, _ after: String, line: String? = nil, _ says: String...)
    {
      self.file = file
      self.before = before
      self.after = after
      self.line = line ?? after
      self.says = says
    }
  }

  private static let policy = "policies/aba-organs.yaml"
  private static let pipeline = "annual-intake.yaml"

  private static let slips = [
    Slip(pipeline, "dossiers: true", "dosiers: true", "dosiers", "dossiers"),
    Slip(pipeline, "dossiers: true", "dossiers: 也许", "dossiers", "true"),
    Slip(pipeline, "round: \"2015\"", "round: \"../2015\"", "round", "字母"),
    Slip(pipeline, "round: \"2013\"", "round: \"20/13\"", line: "  - {round: \"20/13\"", "字母"),
    Slip(pipeline, "language: zh-Hans", "language: zh", "zh", "zh-Hans"),
    Slip(pipeline, "asOf: 2015-12-31", "asOf: 2015-13-31", "asOf", "2015-07-01"),
    Slip(pipeline, "policy: policies", "policy: [policies", line: "earlierRounds:", "YAML"),
    Slip(pipeline, "dossiers: true", "round: \"2016\"", line: "round: \"2015\"", "round"),
    Slip(pipeline, "forms: forms\n", "", line: "pipeline:", "forms"),
    Slip("forms/support.yaml", "title:", "tittle:", "tittle", "title"),
    Slip(
      "forms/support.yaml", "identifiedBy: [", "identifiedBy: [suportKind, ",
      "suportKind", "supportKind"),
    Slip("forms/support.yaml", "fields:", "fields: 1\nfelds:", line: "felds", "felds", "fields"),
    Slip(policy, "comparator: \"<=\"", "comparator: \"=<\"", "comparator", "<="),
    Slip(policy, "factor: \"1\"", "factor: \"1.0005\"", "factor"),
    Slip(policy, "majorityAge: 18", "majorityAge: 十八", "majorityAge"),
    Slip(policy, "windowMonths: 12", "windowMonths: 0", "windowMonths"),
    Slip(policy, "rateDay: applicationDate", "rateDay: aplicationDate", "applicationDate"),
    Slip(policy, "frequency:\n", "frequenci:\n", line: "frequenci", "frequenci", "frequency"),
    Slip(policy, "    残疾康复: {}", "    残疾康服: {}", "残疾康服", "残疾康复"),
    Slip(policy, "  reliefIncomeTypes: [救助金]", "  reliefIncomeTypes: [救济金]", "救济金", "救助金"),
    Slip(policy, "causes: [疾病, 灾害, 突发事件, 就业人员少, 其他]", "causes: [疾病, 灾难]", "灾难", "灾害"),
    Slip(policy, "  AFFILIATION: {mode: \"on\"", "  AFFILIATION: {mode: \"onn\"", "onn"),
    Slip(policy, "  FREQUENCY: {", "  FREQENCY: {", "FREQENCY", "FREQUENCY"),
    Slip(policy, "    - year: 2014", "    - year: 2013 #", "year"),
    Slip(
      policy, "from: 2015-07-01, yuanPerMonth: \"1380\", document: 四川",
      "from: 2014-07-01, yuanPerMonth: \"1380\", document: 四川",
      line: "        - {from: 2014-07-01, yuanPerMonth: \"1380\"", "2015年1月1日"),
    Slip(
      policy, "from: 2015-07-01, yuanPerMonth: \"1380\", document: 四川",
      "from: 2016-07-01, yuanPerMonth: \"1380\", document: 四川",
      line: "        - {from: 2016-07-01", "2015年1月1日"),
    Slip(
      policy, "from: 2012-01-01, yuanPerMonth: \"960\"",
      "from: 2012-01-01, yuanPerMonth: \"0\"", line: "        - {from: 2012-01-01", "大于零"),
    Slip(
      policy, "from: 2012-01-01, yuanPerMonth: \"960\"",
      "from: 2012-01-01, yuanPerMonth: 九百", line: "        - {from: 2012-01-01", "两位小数"),
  ]

  @Test("a slip is named with its line and what was meant", arguments: slips)
  func slip(_ slip: Slip) async throws {
    let definition = try DefinitionCopy()
    try definition.replace(slip.before, with: slip.after, in: slip.file)
    var round = try BadRound("unit-not-in-roster")
    round.pipeline = definition.pipeline
    let failure = try await round.failure()
    #expect(failure.exitCode == (slip.file == Self.policy ? 4 : 2))
    let message = failure.inChinese
    let line = try definition.line(of: slip.line, in: slip.file)
    #expect(message.hasPrefix("\(definition.folder.path)/pipelines/\(slip.file) 第\(line)行"))
    for word in slip.says { #expect(message.contains(word), "\(message)") }
    #expect(message.count < 300 + definition.folder.path.count)
  }

  @Test("two years that list different wages for the same day contradict each other")
  func contradictingYears() async throws {
    let definition = try DefinitionCopy()
    let text = try text(of: definition.folder.path + "/pipelines/" + Self.policy)
    let (before, after) = ("yuanPerMonth: \"1070\"", "yuanPerMonth: \"1080\"")
    let first = try #require(text.range(of: before))
    try definition.folder.write(
      text.replacingCharacters(in: first, with: after), to: "pipelines/" + Self.policy)
    var round = try BadRound("unit-not-in-roster")
    round.pipeline = definition.pipeline
    let failure = try await round.failure()
    #expect(failure.exitCode == 4)
    #expect(failure.inEnglish.contains("1080.00 yuan"))
  }

  @Test(
    "a year that is missing or not confirmed stops the run with the lines to fill in",
    arguments: [("2031-01-01", "year: 2031"), ("2016-05-01", "confirmedBy")])
  func yearNotConfirmed(asOf: String, says: String) async throws {
    var round = try BadRound("unit-not-in-roster")
    round.asOf = asOf
    let failure = try await round.failure()
    #expect(failure.exitCode == 4)
    #expect(failure.inChinese.contains(says))
    #expect(failure.inEnglish.contains(says))
    let line = try DefinitionCopy().line(of: "year: 2016", in: Self.policy)
    if asOf.hasPrefix("2016") {
      #expect(failure.inChinese.contains("第\(line)行"))
    }
  }

  @Test("a day that is none is named")
  func wrongDay() async throws {
    var round = try BadRound("unit-not-in-roster")
    round.asOf = "2015-02-29"
    let failure = try await round.failure()
    #expect(failure.exitCode == 2)
    #expect(failure.inChinese.contains("2015-02-29"))
  }

  @Test(
    "a pipeline file that is missing, a folder, or no text exits 2",
    arguments: ["无", "夹", "码"])
  func noPipelineFile(_ name: String) async throws {
    var round = try BadRound("unit-not-in-roster")
    try round.folder.write("x", to: "夹/x")
    try round.folder.write([0xFF, 0xFE, 0x00], to: "码")
    round.pipeline = round.folder.path + "/" + name
    let failure = try await round.failure()
    #expect(failure.exitCode == 2)
    #expect(failure.inChinese.contains(name))
  }

  @Test("files the pipeline names are named as it names them when they are missing")
  func missingPolicy() async throws {
    let definition = try DefinitionCopy()
    try definition.replace("policies/aba-organs", with: "../规则/aba", in: Self.pipeline)
    var round = try BadRound("unit-not-in-roster")
    round.pipeline = definition.pipeline
    let failure = try await round.failure()
    #expect(failure.exitCode == 4)
    #expect(failure.inEnglish.contains("\(definition.folder.path)/规则/aba.yaml"))
    #expect(failure.inEnglish.contains("No such file"))
    #expect(failure.inChinese.contains("不存在"))
  }

  @Test(
    "an earlier round that is missing or empty is the pipeline file's fault",
    arguments: [("无", "earlier/无"), ("空", "earlier/空")])
  func earlierRounds(_ name: String, says: String) async throws {
    let definition = try DefinitionCopy()
    let earlier = definition.folder.path + "/earlier"
    try definition.folder.write("", to: "earlier/空/.keep")
    try definition.replace(
      "\(repository)/samples/round-2014", with: "\(earlier)/\(name)", in: Self.pipeline)
    var round = try BadRound("unit-not-in-roster")
    round.pipeline = definition.pipeline
    let failure = try await round.failure()
    #expect(failure.exitCode == 2)
    #expect(failure.inChinese.contains(says) && failure.inEnglish.contains(says))
  }

  @Test("one form in two files is an error that names it")
  func formTwice() async throws {
    let definition = try DefinitionCopy()
    let support = try text(of: definition.folder.path + "/pipelines/forms/support.yaml")
    try definition.folder.write(support, to: "pipelines/forms/support2.yaml")
    var round = try BadRound("unit-not-in-roster")
    round.pipeline = definition.pipeline
    let failure = try await round.failure()
    #expect(failure.exitCode == 2)
    #expect(failure.inEnglish.contains("support2.yaml"))
  }
}
