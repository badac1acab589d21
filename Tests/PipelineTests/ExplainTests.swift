import Casework
import Foundation
import Testing

@testable import Pipeline
@testable import Reporting

extension SampleRound {
  @Suite("A case explained from a published run", .serialized)
  struct ExplainTests {
    let run: SampleRun

    init() throws { run = try #require(SampleRun.current) }

    private var request: RunRequest {
      SampleRun.request(output: run.folder.path + "/output")
    }

    func explained(_ caseID: String) throws -> CaseToExplain {
      try explainedCase(caseID, run: run.path, as: request)
    }

    /// Every fourth case, since each is explained from the files anew; with those that are open.
    private var some: [ScreeningResult] {
      run.result.cases.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
        + run.result.cases.filter { $0.household.readings.count > 1 }
    }

    @Test("a case has the worksheet, the figures and the outcome that the run published")
    func sameAsPublished() throws {
      #expect(some.count > 12)
      for published in some {
        let own = try explained(published.caseID)
        let digest = try #require(published.household.worksheetDigest).description
        #expect(own.check == .same(digest: digest), "\(published.caseID)")
        #expect(own.isAsRecorded, "\(published.caseID)")
        #expect(own.result.outcome == published.outcome)
        #expect(own.result.decisions == published.decisions)
        let worksheet = try #require(own.result.household.worksheet)
        #expect(worksheet.householdReadings == published.household.readings)
        for node in worksheet.held(against: own.result.assessment.threshold).root.all {
          #expect(node.isComputedRightly, "\(published.caseID) \(node.item)")
          #expect(node.operation != .policy, "\(published.caseID) \(node.item)")
        }
      }
    }

    @Test("the explanation is the one that was looked at last", arguments: Language.allCases)
    func golden(language: Language) throws {
      let open = try #require(
        run.result.cases.first { $0.application.applicationNumber == "B15-13-003" })
      let text = lines(explaining: try explained(open.caseID), in: language)
        .joined(separator: "\n")
      try expectGolden(
        text.replacing(run.summary.runID, with: "2015-2015-12-31-00000000"),
        named: "explain-\(language.rawValue).txt")
    }

    @Test("no line is wider than was asked for, and no full identity number is shown")
    func width() throws {
      for published in some.prefix(6) {
        let explanation = try explained(published.caseID)
        let numbers = published.application.rows.flatMap { row in
          [Field.applicantId, .memberId, .deceasedMemberId].compactMap {
            row.identity($0).value?.number?.digits
          }
        }
        for (language, columns) in [
          (Language.simplifiedChinese, 80), (.english, 80), (.simplifiedChinese, 120),
        ] {
          let shown = lines(explaining: explanation, in: language, columns: columns)
          for line in shown { #expect(TerminalText.width(line) <= columns, "\(line)") }
          #expect(!numbers.contains { shown.joined().contains($0) }, "\(published.caseID)")
        }
      }
    }

    @Test("an unknown case is told with those whose identifiers are nearest")
    func unknownCase() throws {
      let known = run.result.cases[0].caseID
      let wrong = String(known.dropLast()) + (known.hasSuffix("A") ? "B" : "A")
      let failure = #expect(throws: RunFailure.self) { try explained(wrong) }
      guard case .explanation(.unknownCase(wrong, let near, _)) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(near.contains(known) && near.count <= 5)
      #expect(failure?.exitCode == 2)
      #expect(failure?.words(in: .english).contains(known) == true)
    }

    @Test("a folder that holds no run, and a run that is not recorded, are told")
    func unknownRun() throws {
      let caseID = run.result.cases[0].caseID
      #expect(throws: RunFailure.explanation(.noRun("/nowhere"))) {
        try explainedCase(caseID, run: "/nowhere", as: request)
      }
    }

    @Test("a roster that was changed afterwards is seen")
    func changedRoster() throws {
      let published = run.result.cases[0]
      let copy = run.folder.path + "/changed"
      try FileManager.default.copyItem(atPath: run.path, toPath: copy)
      let digest = try #require(published.household.worksheetDigest).description
      let roster = try text(of: copy + "/roster.csv")
        .replacing(digest, with: String(digest.reversed()))
      try Data(roster.utf8).write(to: URL(fileURLWithPath: copy + "/roster.csv"))
      let own = try explainedCase(published.caseID, run: copy, as: request)
      #expect(own.check == .differs(digest: digest, published: String(digest.reversed())))
    }
  }
}
