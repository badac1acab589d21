import Casework
import Testing

@testable import Pipeline

extension SampleRound {
  /// The sample round shows everything the contract names, and its README says where.
  @Suite("The sample round shows every outcome, rule and kind of duplicate")
  struct RoundCoverageTests {
    let run: SampleRun
    let readme: String

    init() throws {
      run = try #require(SampleRun.current)
      readme = try text(of: SampleRun.input + "/README.md")
    }

    @Test("every outcome occurs and is told of", arguments: CaseOutcome.allCases)
    func outcome(_ outcome: CaseOutcome) {
      #expect(run.result.cases.contains { $0.outcome == outcome })
      #expect(readme.contains(outcome.rawValue))
    }

    @Test(
      "every rule passes somewhere, and fails or stays open elsewhere",
      arguments: RuleCode.allCases)
    func rule(_ rule: RuleCode) {
      let ends = Set(
        run.result.cases.flatMap(\.decisions).filter { $0.rule == rule }.map(\.outcome))
      #expect(ends.contains(.pass))
      // The policy accepts every cause; the next test has one that does not.
      if rule != .cause { #expect(ends.contains(.fail) || ends.contains(.unknown)) }
      let isConduct = rule.rawValue.hasPrefix("CONDUCT_")
      #expect(readme.contains(isConduct ? "CONDUCT_" : rule.rawValue))
    }

    @Test("a policy that leaves 其他 out fails CAUSE for the two cases that state it")
    func narrowCauses() async throws {
      let definition = try DefinitionCopy()
      try definition.replace(
        "causes: [疾病, 灾害, 突发事件, 就业人员少, 其他]", with: "causes: [疾病, 灾害, 突发事件, 就业人员少]",
        in: "policies/aba-organs.yaml")
      let result = try await screened(
        SampleRun.request(
          pipeline: definition.pipeline, input: SampleRun.input, output: definition.output))
      let failed = result.cases.filter { $0.failedRules.contains(.cause) }
      #expect(failed.map { $0.application.applicationNumber } == ["B15-11-002", "B15-16-006"])
    }

    @Test("every kind of duplicate occurs and is told of", arguments: DuplicateKind.allCases)
    func duplicateKind(_ kind: DuplicateKind) {
      #expect(run.result.duplicates.contains { $0.kind == kind })
      #expect(readme.contains("`\(kind.rawValue)`"))
    }

    @Test("renewal and tooSoon come from the earlier rounds")
    func earlierRounds() {
      let pairs = run.result.duplicates.filter { $0.roundA != $0.roundB }
      let found = pairs.map { "\($0.kind.rawValue) \($0.roundA) \($0.roundB)" }
      #expect(found == ["renewal 2013 2015", "tooSoon 2014 2015"])
    }

    @Test("the later filing of the confirmed pair is merged, the earlier one counts")
    func merged() throws {
      let pair = try #require(run.result.duplicates.first { $0.verdict == .same })
      let cases = run.result.cases.filter { [pair.caseA, pair.caseB].contains($0.caseID) }
      #expect(cases.map { $0.application.unit.code } == ["U02", "U11"])
      #expect(cases.map(\.outcome) == [.eligible, .merged])
      #expect(cases.map { $0.decisions.last?.reason } == [.primaryOfDuplicate, .mergedDuplicate])
    }

    @Test("a rejected pair is told of and changes nothing")
    func rejected() throws {
      let pair = try #require(run.result.duplicates.first { $0.verdict == .different })
      #expect(pair.kind == .sharedContact)
      let verdicts = try run.table("duplicates/pairs.csv").rows.map { $0["verdict"] }
      #expect(verdicts.filter { $0 == "同一" }.count == 1)
      #expect(verdicts.filter { $0 == "不同" }.count == 1)
    }

    @Test("one unit is quarantined, two are silent, and the exit code says so")
    func units() {
      #expect(run.summary.quarantinedUnits == ["州蜂业试验场"])
      #expect(run.summary.silentUnits == 2)
      #expect(run.summary.exitCode(isStrict: false) == 1)
    }
  }
}
