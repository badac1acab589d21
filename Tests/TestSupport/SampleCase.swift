package import Casework

/// A case of a ledger that grows fact by fact.
package struct SampleCase {
  private let caseID: String
  private let name: String
  private let category: ApplicantCategory?
  private let cause: HardshipCause?
  private let hardshipType: HardshipType?
  private let size: Int?
  private let appliedOn: CalendarDate
  private var facts: [OfficeFact] = []

  package init(
    _ caseID: String, _ name: String, _ category: ApplicantCategory?, _ cause: HardshipCause?,
    _ hardshipType: HardshipType?, size: Int?, on day: String
  ) {
    self.caseID = caseID
    self.name = name
    self.category = category
    self.cause = cause
    self.hardshipType = hardshipType
    self.size = size
    appliedOn = SampleFund.day(day)
  }

  private func adding(_ fact: OfficeFact) -> SampleCase {
    var grown = self
    grown.facts.append(fact)
    return grown
  }

  package func verified(_ day: String) -> SampleCase {
    adding(
      .verification(
        Verification(caseID: caseID, verifiedOn: SampleFund.day(day), conclusion: .confirmed)))
  }

  package func proposed(_ measure: AssistanceMeasure, _ yuan: Int64, on day: String) -> SampleCase {
    adding(
      .proposal(
        Proposal(
          caseID: caseID, measure: measure, amount: Money(yuan: yuan),
          proposedOn: SampleFund.day(day))))
  }

  package func approved(_ measure: AssistanceMeasure, _ yuan: Int64, on day: String) -> SampleCase {
    approved(measure, Money(yuan: yuan), on: day)
  }

  package func approved(
    _ measure: AssistanceMeasure, _ amount: Money, on day: String
  ) -> SampleCase {
    adding(
      .decision(
        CommitteeDecision(
          caseID: caseID, verdict: .approved, measure: measure, amount: amount,
          decidedOn: SampleFund.day(day))))
  }

  package func refused(_ reason: String, on day: String) -> SampleCase {
    adding(
      .decision(
        CommitteeDecision(
          caseID: caseID, verdict: .refused, decidedOn: SampleFund.day(day), reason: reason)))
  }

  package func paid(_ yuan: Int64, on day: String) -> SampleCase {
    paid(Money(yuan: yuan), on: day)
  }

  package func paid(_ amount: Money, on day: String) -> SampleCase {
    adding(
      .disbursement(
        Disbursement(caseID: caseID, amount: amount, paidOn: SampleFund.day(day), voucher: "付")))
  }

  package func visited(
    _ day: String, _ means: VisitMeans, _ relief: ReliefDegree,
    _ recommendation: VisitRecommendation, newDifficulty: String = ""
  ) -> SampleCase {
    adding(
      .visit(
        FollowUpVisit(
          caseID: caseID, visitedOn: SampleFund.day(day), means: means, relief: relief,
          newDifficulty: newDifficulty, recommendation: recommendation)))
  }

  package func left(_ kind: CircumstanceKind, on day: String) -> SampleCase {
    adding(
      .circumstance(Circumstance(caseID: caseID, kind: kind, happenedOn: SampleFund.day(day))))
  }

  package func record(
    _ state: CaseState, _ outcome: CaseOutcome, failed: [RuleCode] = []
  ) -> CaseRecord {
    let parts = caseID.split(separator: "-").map(String.init)
    return CaseRecord(
      caseID: caseID, round: parts[0], unitCode: parts[1],
      applicantName: PersonName(original: name, folded: name), category: category, cause: cause,
      hardshipType: hardshipType, householdSize: size, appliedOn: appliedOn, outcome: outcome,
      failedRules: failed, state: state, facts: facts, steps: [])
  }
}
