import Casework
import Screening
import TestSupport
import Testing

private func link(
  _ kind: DuplicateKind, _ verdict: DuplicateVerdict? = nil, with other: String = "2015-U02-BBBBBB"
) -> DuplicateLink {
  DuplicateLink(
    pairID: "2015-U01-AAAAAA+\(other)", kind: kind, caseA: "2015-U01-AAAAAA", caseB: other,
    roundA: "2015", roundB: "2015", unitA: "甲单位", unitB: "乙单位", personA: "applicant",
    personB: "applicant", reasons: [.sameIdentityNumber], verdict: verdict)
}

@Suite("UNIQUE")
struct UniqueTests {
  private func unique(
    _ example: Case = Case(), _ duplicates: [DuplicateLink] = [], primary: String? = nil
  ) throws -> Decision {
    let result = try example.concluded(duplicates: duplicates, primary: primary)
    return try #require(result.decisions.first { $0.rule == .unique })
  }

  @Test("a case that stands alone passes")
  func alone() throws {
    #expect(try unique().outcome == .pass)
    #expect(try unique().reason == .noDuplicate)
  }

  @Test("a missing or damaged number leaves it unknown")
  func damagedNumber() throws {
    #expect(try unique(Case(blank: [.applicantId])).outcome == .unknown)
    let damaged = Case(changes: [(.applicantId, identity("5.13221E+17"))])
    #expect(try unique(damaged).outcome == .unknown)
  }

  @Test("an unconfirmed pair fails nobody, and says that it waits for people")
  func unconfirmed() throws {
    let decision = try unique(Case(), [link(.sameApplicantOtherUnit)])
    #expect(decision.outcome == .pass)
    #expect(decision.reason == .unconfirmedDuplicate)
  }

  @Test("a pair that people found to be two persons is none")
  func rejected() throws {
    let decision = try unique(Case(), [link(.sharedHousehold, .different)])
    #expect(decision.outcome == .pass)
    #expect(decision.reason == .duplicatesRejected)
  }

  @Test(
    "kinds that are lawful or only noted leave it at that",
    arguments: [
      DuplicateKind.sameDeceased, .renewal, .sharedContact,
    ])
  func lawful(kind: DuplicateKind) throws {
    #expect(try unique(Case(), [link(kind)]).reason == .noDuplicate)
  }

  @Test("of a confirmed pair the primary passes")
  func primary() throws {
    let decision = try unique(
      Case(), [link(.sameApplicantOtherUnit, .same)], primary: "2015-U01-AAAAAA")
    #expect(decision.outcome == .pass)
    #expect(decision.reason == .primaryOfDuplicate)
  }
}

@Suite("Outcomes")
struct OutcomeTests {
  @Test("all rules pass or do not apply: eligible")
  func eligible() throws {
    let result = try Case().concluded()
    #expect(result.outcome == .eligible)
    #expect(result.failedRules.isEmpty && result.unknownRules.isEmpty)
  }

  @Test("one fails for certain: ineligible, whatever else is unknown")
  func ineligible() throws {
    let result = try Case(
      changes: [(.hardshipCause, .choice("其他"))], blank: [.sealed, .otherAidExhausted]
    ).concluded()
    #expect(result.outcome == .ineligible)
    #expect(result.failedRules == [.cause])
    #expect(result.unknownRules == [.exhaustion, .procedure])
  }

  @Test("none fails and one is unknown: undetermined")
  func undetermined() throws {
    #expect(try Case(blank: [.sealed]).concluded().outcome == .undetermined)
  }

  @Test("a case without a single required cell is undetermined, never refused")
  func empty() throws {
    let everything: [Field] = [
      .applicantName, .applicantId, .applicantCategory, .affiliated, .hardshipCause,
      .universalBenefitsUsed, .otherAidExhausted, .exclusionMeetings, .exclusionDues,
      .exclusionAssignments, .exclusionConduct, .exclusionDuties, .exclusionUninsured,
      .verifiedOn, .noticeFrom, .noticeTo, .unitApprovedOn, .sealed, .evidence, .applicationDate,
    ]
    let blank = Case(blank: everything, unit: SubmittingUnit(code: "U01", name: "甲单位"))
    #expect(try blank.concluded().outcome == .undetermined)
    let damaged = Case(
      changes: everything.map { ($0, nil) }, unit: SubmittingUnit(code: "U01", name: "甲单位"))
    #expect(try damaged.concluded().outcome == .undetermined)
  }

  @Test("part of a confirmed duplicate: merged, whatever its rules say")
  func merged() throws {
    let example = Case(changes: [(.hardshipCause, .choice("其他"))])
    let result = try example.concluded(
      duplicates: [link(.sameApplicantOtherUnit, .same)], primary: "2015-U02-BBBBBB")
    #expect(result.outcome == .merged)
    #expect(result.decisions.first { $0.rule == .unique }?.outcome == .notApplicable)
  }

  @Test("a rule that only warns is shown and decides nothing")
  func warns() throws {
    let policy = PolicyEdition.sample { $0.modes = [.evidence: .warn, .cause: .warn] }
    let example = Case(changes: [(.hardshipCause, .choice("其他"))], blank: [.evidence])
    let result = try example.concluded(under: policy)
    #expect(result.outcome == .eligible)
    #expect(result.failedRules.isEmpty && result.unknownRules.isEmpty)
    #expect(result.decisions.first { $0.rule == .cause }?.outcome == .fail)
  }

  @Test("a rule that is off is not shown and decides nothing")
  func off() throws {
    let policy = PolicyEdition.sample { $0.modes = [.cause: .off, .unique: .off] }
    let example = Case(
      changes: [(.hardshipCause, .choice("其他"))], blank: [.applicantId])
    let result = try example.concluded(under: policy)
    #expect(result.outcome == .eligible)
    #expect(!result.decisions.contains { [.cause, .unique].contains($0.rule) })
  }

  @Test("the decisions stand in the order of the contract, each once")
  func order() throws {
    #expect(try Case().concluded().decisions.map(\.rule) == RuleCode.allCases)
  }

  @Test("no decision shows a name or a number")
  func privacy() throws {
    for decision in explainedDecisions(of: try Case().concluded(), under: .sample) {
      let shown = (decision.arguments + decision.values.map(\.shown)).joined()
      #expect(!shown.contains("513221196503151234") && !shown.contains("甲"))
    }
  }
}
