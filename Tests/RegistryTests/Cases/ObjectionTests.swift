import Casework
import TestSupport
import Testing

@testable import Registry

@Suite("Objections to a notice")
struct ObjectionTests {
  @Test(
    "a case is approved from the day its objection was handled on, and refused before",
    arguments: [("2014-10-15", false), ("2014-10-19", false), ("2014-10-20", true)])
  func openUntilHandled(decided: String, isApproved: Bool) throws {
    let facts = publicised + [.objection(objection(handled: "2014-10-20"))]
    if isApproved {
      #expect(try standing(facts + [approval(on: decided)]).state == .approved)
    } else {
      let refused = #expect(throws: StepFinding.self) {
        try standing(facts + [approval(on: decided)])
      }
      #expect(refused?.code == .registryObjectionOpen)
    }
  }

  @Test("an objection that was handled stays so, whichever of its rows is imported last")
  func orderOfRows() throws {
    let rows: [OfficeFact] = [
      .objection(objection()), .objection(objection(handled: "2014-10-20")),
    ]
    let one = try standing(publicised + rows)
    #expect(one.state == .publicised)
    #expect(try standing(publicised + rows.reversed()).steps == one.steps)
  }

  /// A case that is verified, proposed and publicised until 8 October.
  private let publicised: [OfficeFact] = [
    .verification(
      Verification(caseID: Self.id, verifiedOn: day("2014-09-10"), conclusion: .confirmed)),
    .proposal(
      Proposal(
        caseID: Self.id, measure: .oneOffGrant, amount: Money(fen: 1_600_000),
        proposedOn: day("2014-09-23"))),
    .notice(
      PublicNotice(
        stage: .proposal, channel: .party, from: day("2014-09-25"), to: day("2014-10-08"),
        caseIDs: [Self.id])),
  ]

  private static let id = "2014-U02-BYAFVE"

  private func objection(handled: String? = nil) -> Objection {
    Objection(
      caseID: Self.id, receivedOn: day("2014-10-02"), content: "反映自付不多",
      handledOn: handled.map(day))
  }

  private func approval(on decided: String) -> OfficeFact {
    .decision(
      CommitteeDecision(
        caseID: Self.id, verdict: .approved, measure: .oneOffGrant,
        amount: Money(fen: 1_600_000), decidedOn: day(decided)))
  }

  private func standing(_ facts: [OfficeFact]) throws -> CaseStanding {
    var standing = CaseStanding(
      caseID: Self.id, outcome: .eligible, screenedOn: day("2014-08-31"))
    for fact in facts { try standing.apply(fact, under: CaseRules(noticeMinimumDays: 5)) }
    return standing
  }
}
