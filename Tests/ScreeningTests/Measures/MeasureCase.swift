import Casework
import TestSupport

@testable import Screening

/// A household for the rules of measures: one person with 12,000 yuan under a line of 1,250.
///
/// Its gap is 1,250 × 12 − 12,000 = 3,000 yuan.
struct MeasureCase: Sendable {
  var cells: Cells = []
  var members: [Cells] = []
  var expenditure: [Cells] = []
  var readings = [reading(yuan(12_000))]
  var type: HardshipType? = .income
  var outcome = CaseOutcome.eligible
  var line: Int64 = 1_250

  /// The case screened: everything the rules of measures read.
  var result: ScreeningResult {
    let application = Application(
      round: "2015", unit: SubmittingUnit(code: "U01", name: "甲单位"),
      record: row(.applications, cells), members: members.map { row(.members, $0) },
      expenditureItems: expenditure.map { row(.expenditure, $0) }, caseID: "2015-U01-AAAAAA")
    let household = NormalizedHousehold(
      application: application, referenceDate: day("2015-06-15"), referenceDateIsAssumed: false,
      window: IncomeWindow(before: day("2015-06-15")), members: [], householdLines: [],
      supportLines: [], expenditureLines: [], readings: readings, unknowns: [], findings: [])
    let threshold = Threshold(
      monthly: Money(yuan: line), includesEquality: true, effectiveFrom: day("2014-07-01"),
      source: "示例通知")
    return ScreeningResult(
      assessment: Assessment(
        household: household, decisions: [], threshold: threshold, hardshipType: type,
        findings: []),
      decisions: [], duplicates: [], clusterID: "", outcome: outcome, findings: [])
  }

  func recommended(under rules: MeasureRules = .sample) -> Recommendation? {
    recommendation(for: result, under: .sample { $0.measures = rules })
  }

  /// The same in brief, by the way that tables and simulations take.
  func inBrief(under rules: MeasureRules = .sample) -> SuggestedHelp {
    let assessment = result.assessment
    return PossibleMeasures(assessment.household, under: rules).suggestedHelp(
      for: assessment.hardshipType,
      gap: HouseholdGap(assessment.household, below: assessment.threshold))
  }

  /// A household that meets all five conditions of start-up support.
  static let startUp = MeasureCase(
    cells: [
      (.startUpWish, .flag(true)), (.projectName, .text("牦牛养殖")),
      (.projectProspect, .flag(true)), (.projectInvestment, money(100_000, nil)),
      (.ownInvestment, money(60_000, nil)), (.guarantor, name("丙")),
      (.loanPrincipal, money(40_000, nil)), (.loanRate, .rate(millionths: 43_500)),
      (.loanYears, .count(3)),
    ],
    members: [
      [(.relationship, .choice("本人")), (.employment, .choice("在职"))],
      [(.relationship, .choice("配偶")), (.employment, .choice("无固定职业"))],
    ])

  /// The same with cells of the application changed or left blank.
  func changing(_ changes: Cells, blank: [Field] = []) -> MeasureCase {
    var changed = self
    let gone = Set(changes.map(\.field) + blank)
    changed.cells = cells.filter { !gone.contains($0.field) } + changes
    return changed
  }

  func changing(_ change: (inout MeasureCase) -> Void) -> MeasureCase {
    var changed = self
    change(&changed)
    return changed
  }
}
