import Casework
import TestSupport
import Testing

@testable import Screening

/// What a shorter window holds is brought to a year before it comes here (contract §2), so that the
/// line counts for a year too.
@Suite("A shorter window")
struct ShorterWindowTests {
  private func household(months: Int) -> NormalizedHousehold {
    let own = Case(readings: [reading(yuan(20_000), size: 2...2)]).household
    return NormalizedHousehold(
      application: own.application, referenceDate: own.referenceDate,
      referenceDateIsAssumed: false,
      window: IncomeWindow(months: months, before: own.referenceDate),
      members: [], householdLines: [], supportLines: [], expenditureLines: [],
      readings: own.readings, unknowns: [], findings: [])
  }

  @Test(
    "leaves the same gap, distance and grant as the year it is brought to", arguments: [1, 3, 6])
  func same(months: Int) throws {
    func figures(_ months: Int) throws -> (HouseholdGap, LineDistance, SuggestedHelp) {
      let policy = PolicyEdition.sample { $0.measures = .sample }
      let result = screeningResult(
        concluding: try assessment(
          of: household(months: months), under: policy, asOf: day("2015-12-31")),
        duplicates: [], clusterID: "", primary: nil, under: policy)
      return (
        try #require(HouseholdGap(result.household, below: result.assessment.threshold)),
        try #require(result.lineDistance), try #require(result.suggestedHelp)
      )
    }
    let (whole, part) = (try figures(12), try figures(months))
    // 1,250 × 12 × 2 − 20,000 = 10,000
    #expect(whole.0.amount == yuan(10_000))
    #expect(part.0 == whole.0)
    #expect(part.1 == whole.1)
    #expect(part.2 == whole.2)
  }
}
