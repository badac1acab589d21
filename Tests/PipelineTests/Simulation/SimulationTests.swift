import Casework
import Foundation
import Registry
import Reporting
import Testing

@testable import Pipeline

/// The sample round in a registry of its own, with reforms beside its policy.
private struct SimulatedRound {
  let copy: DefinitionCopy

  init() async throws {
    copy = try DefinitionCopy()
    _ = try await run(RunRequest(pipeline: copy.pipeline, writesDossiers: false))
  }

  /// Simulates a reform of the organs' policy.
  func simulate(
    _ reform: String, _ change: (inout RunRequest) -> Void = { _ in }
  ) async throws -> SimulationSummary {
    var request = RunRequest(
      pipeline: copy.pipeline, asOf: "2015-12-31", language: .simplifiedChinese)
    change(&request)
    return try await Pipeline.simulate(request, reform: try written(reform))
  }

  func written(_ reform: String) throws -> String {
    try copy.folder.write(
      "extends: aba-organs.yaml\n" + reform, to: "pipelines/policies/reform.yaml")
  }

  /// Every byte of the registry and of what is published.
  func state() throws -> [String: [UInt8]] {
    var state: [String: [UInt8]] = [:]
    for name in try files(below: copy.output)
    where !name.hasPrefix("simulation-") && !name.hasPrefix("latest") {
      state[name] = try bytes(of: copy.output + "/" + name)
    }
    return state
  }
}

private let higherLine = "threshold: {factor: \"1.1\"}\n"

@Suite("A simulation of the sample round")
struct SimulationTests {
  @Test("of a reform that changes nothing moves no case and costs nothing")
  func unchanged() async throws {
    let round = try await SimulatedRound()
    let summary = try await round.simulate("title: 同样的政策\n")
    let result = summary.report.result
    #expect(result.caseCount > 50)
    #expect(result.tallies[0] == result.tallies[SimulationResult.reform])
    #expect(!result.moved.contains { $0.variant == SimulationResult.reform })
    #expect(result.groups.allSatisfy { $0.value[0] == $0.value[1] })
  }

  @Test("of the same cases from the registry and from their folder finds the same")
  func sameFromFolder() async throws {
    let round = try await SimulatedRound()
    let stored = try await round.simulate(higherLine)
    let filed = try await round.simulate(higherLine) { $0.input = SampleRun.input }
    let (one, other) = (stored.report.result, filed.report.result)
    // What is merged is closed in the registry and not looked at again.
    let merged = other.tallies[0].outcomes[.merged] ?? 0
    #expect(one.caseCount == other.caseCount - merged)
    #expect(one.moved == other.moved)
    #expect(
      one.tallies.map { $0.outcomes[.eligible] } == other.tallies.map { $0.outcomes[.eligible] })
    #expect(one.tallies.map(\.suggested) == other.tallies.map(\.suggested))
  }

  @Test("agrees, case by case, with a re-screening under the reform")
  func agreesWithRescreening() async throws {
    let round = try await SimulatedRound()
    let simulated = try await round.simulate(higherLine).report.result.moved
      .filter { $0.variant == SimulationResult.reform }
    try round.copy.replace("factor: \"1\"", with: "factor: \"1.1\"", in: "policies/aba-organs.yaml")
    let screened = try await rescreen(
      RunRequest(
        pipeline: round.copy.folder.path + "/pipelines/rescreen.yaml", asOf: "2015-12-31"),
      isDryRun: true)
    #expect(!simulated.isEmpty)
    #expect(
      simulated.map { "\($0.caseID) \($0.from) \($0.to)" }
        == screened.changes.sorted { $0.caseID < $1.caseID }
        .map { change in
          "\(change.caseID) \(change.from?.rawValue ?? "") \(change.to?.rawValue ?? "")"
        })
  }

  @Test("of the line moved by five percent is the variant of that name")
  func lineVariant() async throws {
    let round = try await SimulatedRound()
    let result = try await round.simulate("threshold: {factor: \"1.05\"}\n").report.result
    let place = try #require(
      result.variants.firstIndex { $0 == SimulationVariant(.line(percent: 5)) })
    #expect(result.tallies[SimulationResult.reform] == result.tallies[place])
    let lower = try await round.simulate("threshold: {factor: \"0.95\"}\n").report.result
    let other = try #require(
      lower.variants.firstIndex { $0 == SimulationVariant(.line(percent: -5)) })
    #expect(lower.tallies[SimulationResult.reform] == lower.tallies[other])
  }

  @Test("of a comparator and of deductions taken away are the variants of those names")
  func otherVariants() async throws {
    let round = try await SimulatedRound()
    let strict = try await round.simulate("threshold: {comparator: \"<\"}\n").report.result
    let place = try #require(
      strict.variants.firstIndex { $0 == SimulationVariant(.comparator(includesEquality: false)) })
    #expect(strict.tallies[SimulationResult.reform] == strict.tallies[place])
    #expect((strict.tallies[place].moves[.leaves] ?? 0) > 0)
    let without = try #require(
      strict.variants.firstIndex { $0 == SimulationVariant(.withoutDeductions) })
    #expect((strict.tallies[without].moves[.leaves] ?? 0) > 0)
  }

  @Test(
    "of another window is the variant of that name, as a reform and as a run", arguments: [3, 6])
  func windowVariant(months: Int) async throws {
    let round = try await SimulatedRound()
    let result = try await round.simulate("income: {windowMonths: \(months)}\n").report.result
    let place = try #require(
      result.variants.firstIndex { $0 == SimulationVariant(.window(months: months)) })
    #expect(result.tallies[place] == result.tallies[SimulationResult.reform])
    func moves(_ place: Int) -> [String] {
      result.moved.filter { $0.variant == place }.map { "\($0.caseID) \($0.from) \($0.to)" }
    }
    #expect(!moves(place).isEmpty)
    #expect(moves(place) == moves(SimulationResult.reform))
    try round.copy.replace(
      "windowMonths: 12", with: "windowMonths: \(months)", in: "policies/aba-organs.yaml")
    let screened = try await rescreen(
      RunRequest(
        pipeline: round.copy.folder.path + "/pipelines/rescreen.yaml", asOf: "2015-12-31"),
      isDryRun: true)
    #expect(
      moves(place)
        == screened.changes.sorted { $0.caseID < $1.caseID }
        .map { "\($0.caseID) \($0.from?.rawValue ?? "") \($0.to?.rawValue ?? "")" })
    let again = try await run(
      RunRequest(
        pipeline: round.copy.pipeline, output: round.copy.folder.path + "/other",
        registry: round.copy.folder.path + "/other.sqlite", writesDossiers: false))
    let outcomes = Dictionary(
      grouping: try Table(again.path + "/roster.csv").rows, by: { $0["outcome"] ?? "" }
    ).mapValues(\.count)
    let tally = result.tallies[place].outcomes
    for outcome in [CaseOutcome.eligible, .ineligible, .undetermined] {
      #expect(outcomes[outcome.rawValue] == tally[outcome], "\(outcome)")
    }
  }

  @Test("leaves out the window that the policy has already")
  func ownWindow() async throws {
    let round = try await SimulatedRound()
    let own = try await round.simulate("title: 同样的政策\n").report.result.variants
    #expect(!own.contains(SimulationVariant(.window(months: 12))))
    try round.copy.replace(
      "windowMonths: 12", with: "windowMonths: 6", in: "policies/aba-organs.yaml")
    let other = try await round.simulate("title: 同样的政策\n").report.result.variants
    #expect(other.contains(SimulationVariant(.window(months: 12))))
    #expect(!other.contains(SimulationVariant(.window(months: 6))))
  }

  @Test("of a rule switched off moves cases that the rule refused")
  func ruleSwitchedOff() async throws {
    let round = try await SimulatedRound()
    let result = try await round.simulate("rules: {CONDUCT_DUES: {mode: \"off\"}}\n").report.result
    #expect((result.tallies[SimulationResult.reform].moves[.leaves] ?? 0) == 0)
  }

  @Test("changes nothing that is recorded or published, and is written once")
  func onlyReads() async throws {
    let round = try await SimulatedRound()
    let before = try round.state()
    let knowledge = { () throws in
      try RegistryFile(round.copy.folder.path + "/output/registry/registry.sqlite").knowledge()
        .digest
    }
    let recorded = try knowledge()
    let latest = try FileManager.default.destinationOfSymbolicLink(
      atPath: round.copy.output + "/latest")
    let first = try await round.simulate(higherLine)
    #expect(!first.isUnchanged)
    let second = try await round.simulate(higherLine)
    #expect(second.isUnchanged && second.path == first.path)
    #expect(try knowledge() == recorded)
    let after = try round.state()
    for (name, bytes) in before where !name.contains("registry.sqlite") {
      #expect(after[name] == bytes, "\(name)")
    }
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: round.copy.output + "/latest")
        == latest)
  }

  @Test("is for its owner's eyes only, and its tables name cases and no persons")
  func privacy() async throws {
    let round = try await SimulatedRound()
    let summary = try await round.simulate(higherLine)
    let names = try files(below: summary.path)
    #expect(names == ["groups.csv", "index.html", "moves.csv", "simulation.json", "variants.csv"])
    for name in names {
      let path = summary.path + "/" + name
      let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(rights as? Int == 0o600, "\(name)")
    }
    let all = try names.map { try text(of: summary.path + "/" + $0) }.joined()
    let roster = try Table(round.copy.output + "/latest/roster.csv").rows
    for row in roster {
      let name = try #require(row["applicant_name"])
      #expect(name.isEmpty || !all.contains(name), "\(name)")
    }
  }

  @Test("does not depend on the number of jobs")
  func jobs() async throws {
    let round = try await SimulatedRound()
    let two = try await round.simulate(higherLine) { $0.jobs = 2 }
    let one = try await round.simulate(higherLine) {
      $0.jobs = 1
      $0.output = round.copy.folder.path + "/other"
    }
    for name in ["variants.csv", "groups.csv", "moves.csv", "index.html"] {
      #expect(try text(of: two.path + "/" + name) == text(of: one.path + "/" + name), "\(name)")
    }
  }

  @Test("of a file that is no policy, or that nobody confirmed, ends with 4 and names it")
  func badReform() async throws {
    let round = try await SimulatedRound()
    let unknown = await #expect(throws: RunFailure.self) {
      try await round.simulate("treshold: 1\n")
    }
    #expect(unknown?.exitCode == 4)
    #expect(unknown?.words(in: .english).contains("reform.yaml") == true)
    let base = "dibaoStandard: {years: []}\nthreshold: {base: dibaoStandard}\n"
    let gap = await #expect(throws: RunFailure.self) { try await round.simulate(base) }
    #expect(gap?.exitCode == 4)
  }

  @Test("without a registry says so")
  func noRegistry() async throws {
    let round = try await SimulatedRound()
    let failure = await #expect(throws: RunFailure.self) {
      try await round.simulate(higherLine) { $0.registry = round.copy.folder.path + "/none.sqlite" }
    }
    #expect(failure?.exitCode == 5)
    #expect(!FileManager.default.fileExists(atPath: round.copy.folder.path + "/none.sqlite"))
  }
}

@Suite("A budget of the sample round")
struct BudgetRunTests {
  private func published(_ budget: String) async throws -> (RunSummary, DefinitionCopy) {
    let copy = try DefinitionCopy()
    let file = try copy.folder.write(
      "extends: aba-organs.yaml\n" + budget, to: "pipelines/policies/budget.yaml")
    try copy.replace(
      "policies/aba-organs.yaml", with: "policies/budget.yaml", in: "annual-intake.yaml")
    #expect(FileManager.default.fileExists(atPath: file))
    return (try await run(RunRequest(pipeline: copy.pipeline, writesDossiers: false)), copy)
  }

  @Test(
    "is shared out to the fen, up to what the roster suggests",
    arguments: ["largestShortfallFirst", "proportional", "minimumThenProportional"])
  func allocation(method: String) async throws {
    let (summary, copy) = try await published(
      """
      budget: {from: 2013-01-01, source: 会议纪要, amountYuan: "100000.01", method: \(method),
        minimumYuan: "1000"}

      """)
    defer { copy.folder.remove() }
    let rows = try Table(summary.path + "/allocation.csv").rows
    let roster = try Table(summary.path + "/roster.csv").rows
    func fen(_ text: String?) -> Int64 { text.flatMap(Money.init(decimalYuan:))?.fen ?? 0 }
    let served = rows.filter { ($0["note"] ?? "").isEmpty }
    let waiting = Set(
      rows.filter { $0["note"] == "duplicate undecided" }.compactMap { $0["case_id"] })
    #expect(!waiting.isEmpty)
    #expect(served.map { fen($0["allocated_yuan"]) }.reduce(0, +) == 10_000_001)
    let suggested = Dictionary(
      roster.compactMap { row in
        row["case_id"].map { ($0, fen(row["recommended_amount_yuan"])) }
      }, uniquingKeysWith: { first, _ in first })
    for row in served {
      let caseID = try #require(row["case_id"])
      #expect(fen(row["suggested_yuan"]) == suggested[caseID], "\(caseID)")
      #expect(fen(row["allocated_yuan"]) <= fen(row["suggested_yuan"]), "\(caseID)")
    }
    #expect(
      Set(served.compactMap { $0["case_id"] })
        == Set(suggested.filter { $0.value > 0 }.keys).subtracting(waiting))
    #expect(try text(of: summary.path + "/index.html").contains("预算分配"))
  }

  @Test("that no policy states leaves no table")
  func noBudget() async throws {
    let (summary, copy) = try await published("title: 没有预算\n")
    defer { copy.folder.remove() }
    #expect(!FileManager.default.fileExists(atPath: summary.path + "/allocation.csv"))
    #expect(try text(of: summary.path + "/index.html").contains("建议帮扶"))
    #expect(!(try text(of: summary.path + "/index.html").contains("预算分配")))
  }
}
