import Casework
import Foundation
import Registry
import Reporting
import Testing

@testable import Pipeline

@Suite("Help in earlier rounds")
struct EarlierHelpTests {
  private static let helped = CalendarDate(firstOfMonth: 3, year: 2015)

  /// A pair of the case with one of an earlier round, and what is made of it.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var kind = DuplicateKind.renewal
    var reasons: [DuplicateReason] = [.sameIdentityNumber]
    var roundB = "2014"
    var personB = "applicant"
    var verdict: DuplicateVerdict?
    /// Whether the help is certain; nil: it does not concern the case.
    let isCertain: Bool?
  }

  private static let examples = [
    Example(testDescription: "the same valid number of both applicants", isCertain: true),
    Example(
      testDescription: "a likeness that nobody confirmed", reasons: [.sameNameAndBirthDate],
      isCertain: false),
    Example(
      testDescription: "a likeness that people confirmed", reasons: [.sameNameAndBirthDate],
      verdict: .same, isCertain: true),
    Example(
      testDescription: "a member of the other household", personB: "member-2", isCertain: false),
    Example(
      testDescription: "people say they are different", reasons: [.sameNameAndBirthDate],
      verdict: .different, isCertain: nil),
    Example(testDescription: "one telephone", kind: .sharedContact, isCertain: nil),
    Example(testDescription: "a pair inside the round", roundB: "2015", isCertain: nil),
  ]

  @Test("what a pair says about earlier help", arguments: examples)
  func pairs(_ example: Example) {
    let link = DuplicateLink(
      pairID: "B+A", kind: example.kind, caseA: "B", caseB: "A", roundA: "2015",
      roundB: example.roundB, unitA: "甲", unitB: "乙", personA: "applicant",
      personB: example.personB, reasons: example.reasons, verdict: example.verdict)
    let found = earlierHelp(of: "B", among: [link], in: ["A": Self.helped])
    let expected = example.isCertain.map {
      [EarlierHelp(caseID: "A", helpedOn: Self.helped, isCertain: $0)]
    }
    #expect(found == (expected ?? []))
    #expect(earlierHelp(of: "B", among: [link], in: [:]) == [])
    #expect(earlierHelp(of: "B", among: [link], in: nil) == nil)
  }

  @Test("help recorded for a case of 2014 counts against the same applicant's case of 2015")
  func nextRound() async throws {
    let programme = try RoundsInOneRegistry()
    _ = try await programme.run("2014")
    let before = try await programme.run("2015")
    let table = try Table(before.path + "/duplicates/pairs.csv")
    let pair = try #require(table.rows.first(where: Self.isSameApplicantOf2014))
    let cases = [pair["case_id_a"], pair["case_id_b"]].compactMap(\.self).sorted()
    #expect(try !programme.frequencyFails(cases[1], in: before))
    try programme.approve(cases[0], on: "2015-01-20")
    let after = try await programme.run("2015")
    #expect(after.runID != before.runID && !after.isUnchanged)
    #expect(try programme.frequencyFails(cases[1], in: after))
    let again = try await programme.run("2015")
    #expect(again.runID == after.runID && again.isUnchanged)
  }

  private static func isSameApplicantOf2014(_ pair: [String: String]) -> Bool {
    pair.values.contains { $0.hasPrefix("2014-") } && pair["person_a"] == "applicant"
      && pair["person_b"] == "applicant"
      && pair["reasons"]?.contains("sameIdentityNumber") == true
  }
}

/// The sample rounds as runs with one registry.
private struct RoundsInOneRegistry {
  let copy: DefinitionCopy

  init() throws { copy = try DefinitionCopy() }

  func run(_ year: String) async throws -> RunSummary {
    var lines = try text(of: copy.pipeline).split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeAll { $0.hasPrefix("earlierRounds:") || $0.hasPrefix("  - {round:") }
    let own = lines.joined(separator: "\n").replacing("\"2015\"", with: "\"\(year)\"")
      .replacing("asOf: 2015", with: "asOf: \(year)").replacing("round-2015", with: "round-\(year)")
    let pipeline = try copy.folder.write(own, to: "pipelines/round-\(year).yaml")
    return try await Pipeline.run(request(pipeline))
  }

  private func request(_ pipeline: String) -> RunRequest {
    RunRequest(
      pipeline: pipeline, output: copy.output, registry: copy.folder.path + "/r/registry.sqlite",
      asOf: nil, jobs: 2, writesDossiers: false)
  }

  /// Whether the roster lists FREQUENCY among the rules a case failed.
  func frequencyFails(_ caseID: String, in run: RunSummary) throws -> Bool {
    let row = try #require(
      try Table(run.path + "/roster.csv").rows.first { $0["case_id"] == caseID })
    return row["failed_rules"]?.contains("FREQUENCY") == true
  }

  /// Records everything from the second verification to the approval.
  func approve(_ caseID: String, on day: String) throws {
    let files = [
      ("1.csv", "个案编号,核实日期,结论\n\(caseID),2015-01-05,属实\n"),
      ("2.csv", "个案编号,帮扶方式,金额,拟定日期\n\(caseID),一次性资助,3000,2015-01-06\n"),
      ("3.csv", "阶段,渠道,公示开始日期,公示结束日期,个案编号\n拟帮扶公示,党内,2015-01-07,2015-01-15,\(caseID)\n"),
      ("4.csv", "个案编号,审批结果,帮扶方式,金额,审批日期,文号\n\(caseID),同意,一次性资助,3000,\(day),帮1号\n"),
    ]
    let paths = try files.map { try copy.folder.write($0.1, to: "office/" + $0.0) }
    var request = request(copy.folder.path + "/pipelines/round-2015.yaml")
    request.waitSeconds = 0
    let summary = try importOfficeFiles(paths, as: request)
    #expect(summary.rejected == 0, "\(summary.lines(in: .english))")
  }
}
