import Casework
import Reporting
import Testing

@testable import Pipeline

@Suite("Policy tests")
struct PolicyTestingTests {
  private static let shipped = repository + "/pipelines/policies/aba-organs.test.yaml"
  let copy: DefinitionCopy

  init() throws { copy = try DefinitionCopy() }

  private var request: RunRequest { RunRequest(pipeline: copy.pipeline, output: copy.output) }

  /// Writes a file of one case beside the copied policies and tests it.
  private func tested(_ body: String) async throws -> PolicyTestReport {
    let text = "policy: aba-organs.yaml\nasOf: 2015-12-31\ncases:\n  - name: a case\n" + body
    let path = try copy.folder.write(text, to: "pipelines/policies/one.test.yaml")
    return try await testPolicies([path], as: request)
  }

  @Test("all cases beside the shipped policies come out as they state")
  func shippedCases() async throws {
    let report = try await testPolicies([], as: RunRequest(pipeline: SampleRun.pipeline))
    #expect(report.lines(in: .english).dropLast() == [])
    #expect(report.exitCode == 0)
    #expect(report.caseCount >= 260)
  }

  @Test(
    "the shipped cases of the organs' policy hold every way a rule can end",
    arguments: RuleCode.allCases)
  func coverage(rule: RuleCode) throws {
    let (library, _) = try policyTestSetting(RunRequest(pipeline: SampleRun.pipeline))
    let cases = try PolicyTestFile(Self.shipped, library: library).cases
    let outcomes = cases.flatMap(\.expectations).compactMap { expectation in
      if case .rule(rule, let outcome) = expectation.value { outcome } else { nil }
    }
    var possible: Set<RuleOutcome> = [.pass, .unknown]
    // What is the unit's omission refuses nobody, and a duplicate is merged (contract §3).
    if ![.procedure, .evidence, .unique].contains(rule) { possible.insert(.fail) }
    let isOfConduct = rule.rawValue.hasPrefix("CONDUCT_")
    if isOfConduct || [.survivorKin, .frequency, .unique].contains(rule) {
      possible.insert(.notApplicable)
    }
    // CAUSE has no refused cause in the organs' policy: its refusal is a case of another file.
    #expect(possible.subtracting(outcomes).subtracting(rule == .cause ? [.fail] : []) == [])
  }

  @Test("a difference is told with file, line, what was expected and what was found")
  func difference() async throws {
    let report = try await tested(
      """
          household:
            application: {申报日期: 2015-06-15, 姓名: 何志远, 家庭年收入: 24000, 家庭人口: 2}
          expect:
            D: "25000"
            n: 2
            rules:
              INCOME_TEST: fail

      """)
    #expect(report.exitCode == 1)
    let english = report.lines(in: .english)
    try #require(english.count == 3)
    #expect(english[0].hasSuffix("one.test.yaml:8: “a case” D: expected 25000.00, found 24000.00"))
    #expect(
      english[1].hasSuffix("one.test.yaml:11: “a case” INCOME_TEST: expected fail, found pass"))
    #expect(english[2] == "Policy tests: 1 files, 1 cases, 0 passed, 1 failed.")
    let chinese = report.lines(in: .simplifiedChinese)
    #expect(chinese[0].hasSuffix("one.test.yaml:8: 「a case」 D 应为 25000.00，实为 24000.00"))
    #expect(chinese[2] == "政策测试：1 个文件，1 个用例，通过 0 个，未通过 1 个。")
  }

  @Test("a policy that cannot be used for a case exits 4, unless the case expects it")
  func unusable() async throws {
    let unconfirmed = try await tested("    asOf: 2016-05-01\n    expect: {outcome: eligible}\n")
    #expect(unconfirmed.exitCode == 4)
    let expected = try await tested("    asOf: 2016-05-01\n    expect: {unusable: true}\n")
    #expect(expected.exitCode == 0)
    let usable = try await tested(
      "    household: {application: {姓名: 何志远}}\n    expect: {unusable: true}\n")
    #expect(usable.exitCode == 1)
    try copy.replace(
      "comparator: \"<=\"", with: "comparator: \"=\"", in: "policies/aba-organs.yaml")
    #expect(try await tested("    expect: {outcome: eligible}\n").exitCode == 4)
  }

  @Test(
    "a test file that says something nobody knows is refused with its line",
    arguments: [
      ("    expect: {outcom: eligible}\n", 5), ("    expect: {D: many}\n", 5),
      ("    expect: {outcome: fine}\n", 5), ("    expect: {rules: {INCOME: pass}}\n", 5),
      ("    expect: {findings: [no.such-code]}\n", 5), ("    expects: {n: 1}\n", 5),
      ("    household: {application: {姓名姓名: 何}}\n    expect: {n: 1}\n", 5),
      ("    household: {member: []}\n    expect: {n: 1}\n", 5), ("    expect: {}\n", 5),
    ])
  func refused(body: String, line: Int) async throws {
    let failure = await #expect(throws: RunFailure.self) { try await tested(body) }
    #expect(failure?.exitCode == 2)
    #expect(failure?.words(in: .english).contains("line \(line):") == true)
  }

  @Test("two cases of one name are refused: a failure could not be told from another")
  func sameName() async throws {
    let again = "    expect: {n: 1}\n  - name: a case\n    expect: {n: 1}\n"
    await #expect(throws: RunFailure.self) { try await tested(again) }
  }

  @Test("a filing without rows that can be read fails its case and stops no other")
  func notRead() async throws {
    let report = try await tested("    expect: {n: 1}\n")
    #expect(report.exitCode == 1)
    #expect(report.lines(in: .english)[0].contains("no application was read"))
  }
}
