import Casework
import Foundation
import Registry
import Reporting
import Testing

@testable import Pipeline

/// The sample round in a registry of its own, with a definition that a test can change.
private struct RescreenedRound {
  let copy: DefinitionCopy

  init() async throws {
    copy = try DefinitionCopy()
    _ = try await run(RunRequest(pipeline: copy.pipeline, writesDossiers: false))
  }

  func request(_ asOf: String) -> RunRequest {
    RunRequest(pipeline: copy.folder.path + "/pipelines/rescreen.yaml", asOf: asOf)
  }

  func lowerTheLine() throws {
    try copy.replace("\"1380\"", with: "\"900\"", in: "policies/aba-organs.yaml")
  }
}

@Suite("A re-screening of the sample round")
struct RescreeningTests {
  @Test("of the same day under the same policy finds nothing, and its repetition says nothing")
  func nothingNew() async throws {
    let round = try await RescreenedRound()
    let first = try await rescreen(round.request("2015-12-31"))
    #expect(first.changes.isEmpty && first.status == .published)
    let second = try await rescreen(round.request("2015-12-31"))
    #expect(second.status == .unchanged && second.lines(in: .english).isEmpty)
  }

  @Test("under a lower line changes outcomes because of a parameter, and is found again by verify")
  func parameter() async throws {
    let round = try await RescreenedRound()
    try round.lowerTheLine()
    let summary = try await rescreen(round.request("2015-12-31"))
    #expect(!summary.changes.isEmpty)
    for change in summary.changes {
      #expect(change.to == .ineligible && change.cause == .parameter, "\(change)")
      #expect(change.detail.contains("INCOME_TEST"), "\(change)")
    }
    #expect(try verifyRegistry(round.request("2015-12-31")).faults.isEmpty)
    let table = try Table(summary.path + "/changes.csv")
    #expect(table.rows.compactMap { $0["case_id"] } == summary.changes.map(\.caseID).sorted())
  }

  @Test("compared with the intake run gives the same changes with the same causes")
  func compared() async throws {
    let round = try await RescreenedRound()
    let intake = try await run(RunRequest(pipeline: round.copy.pipeline, writesDossiers: false))
    try round.lowerTheLine()
    let summary = try await rescreen(round.request("2015-12-31"))
    let comparison = try compareRuns(
      intake.path, summary.path, as: round.request("2015-12-31"))
    #expect(comparison.changes == summary.changes.sorted { $0.caseID < $1.caseID })
  }

  @Test("that is only tried leaves the registry and the output as they were")
  func dryRun() async throws {
    let round = try await RescreenedRound()
    try round.lowerTheLine()
    let tried = try await rescreen(round.request("2015-12-31"), isDryRun: true)
    #expect(tried.status == .dryRun && !tried.changes.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: tried.path))
    let done = try await rescreen(round.request("2015-12-31"))
    #expect(done.changes.map(\.caseID) == tried.changes.map(\.caseID))
  }

  @Test("that turns many open cases against their families is held, unless somebody accepts it")
  func held() async throws {
    let round = try await RescreenedRound()
    try round.lowerTheLine()
    try round.copy.replace("{2000-01-01: 20}", with: "{2000-01-01: 2}", in: "rescreen.yaml")
    let failure = try await #require(throws: RunFailure.self) {
      _ = try await rescreen(round.request("2015-12-31"))
    }
    #expect(failure.exitCode == 7)
    guard case .outcomesShifted(let shift) = failure else { return }
    #expect(shift.turned >= 3 && shift.turned * 100 > 2 * shift.cases && shift.limit == 2)
    for words in [failure.inChinese, failure.inEnglish] {
      #expect(words.contains("\(shift.turned)") && words.contains("\(shift.cases)"))
      #expect(words.contains("2%") && words.contains("--accept"))
    }
    let tried = try await rescreen(round.request("2015-12-31"), isDryRun: true)
    #expect(tried.changes.count >= shift.turned, "nothing was recorded")
    var accepted = round.request("2015-12-31")
    accepted.accepts = true
    #expect(try await rescreen(accepted).status == .published)
    #expect(try await rescreen(round.request("2015-12-31")).status == .unchanged)
  }

  @Test("with a rule switched off names the rule as the cause")
  func rule() async throws {
    let round = try await RescreenedRound()
    try round.copy.replace(
      "INCOME_TEST: {mode: \"on\"", with: "INCOME_TEST: {mode: \"off\"",
      in: "policies/aba-organs.yaml")
    let summary = try await rescreen(round.request("2015-12-31"))
    #expect(!summary.changes.isEmpty)
    #expect(summary.changes.allSatisfy { $0.cause == .rule })
  }
}

@Suite("Pruning the sample round's registry")
struct PruningTests {
  @Test("removes nothing before the period is over, and all filings after it")
  func periods() async throws {
    let round = try await RescreenedRound()
    let early = try pruneRegistry(round.request("2016-12-31"), isDryRun: false)
    #expect(early.report.filings.isEmpty && early.report.notes == 0)
    let tried = try pruneRegistry(round.request("2021-12-31"), isDryRun: true)
    let cases = try registryStatus(round.request("2021-12-31")).rounds.map(\.1).reduce(0, +)
    #expect(tried.report.filings.count == cases)
    let late = try pruneRegistry(round.request("2021-12-31"), isDryRun: false)
    #expect(late.report.filings == tried.report.filings)
    #expect(try pruneRegistry(round.request("2021-12-31"), isDryRun: true).report.filings.isEmpty)
    let verification = try verifyRegistry(round.request("2021-12-31"))
    #expect(verification.faults.isEmpty, "\(verification.faults)")
    #expect(verification.pruned >= cases)
  }
}
