import Casework
import Screening
import TestSupport
import Testing

/// A case that passes every rule, with cells to change; its income is 12,000 yuan for one person.
struct Case: Sendable {
  /// Cells in place of the passing ones; nil is a cell that cannot be read.
  var changes: Cells = []
  /// Cells that are left blank.
  var blank: [Field] = []
  var unit = SubmittingUnit(code: "U01", name: "甲单位", isAffiliated: true)
  var readings = [reading(yuan(12_000))]
  var referenceDate = "2015-06-15"
  var isDateAssumed = false

  /// Cells with which every rule but the income test passes.
  static let passing: Cells = [
    (.applicantName, name("甲")), (.applicantId, identity("513221196503151234")),
    (.applicantCategory, .choice("在职")), (.affiliated, .flag(true)),
    (.hardshipCause, .choice("疾病")), (.universalBenefitsUsed, .flag(true)),
    (.otherAidExhausted, .flag(true)), (.exclusionMeetings, .flag(false)),
    (.exclusionDues, .flag(false)), (.exclusionAssignments, .flag(false)),
    (.exclusionConduct, .flag(false)), (.exclusionDuties, .flag(false)),
    (.exclusionUninsured, .flag(false)), (.verifiedOn, date("2015-06-20")),
    (.noticeFrom, date("2015-06-21")), (.noticeTo, date("2015-06-25")),
    (.unitApprovedOn, date("2015-06-28")), (.sealed, .flag(true)),
    (.evidence, .text("收入证明、诊断书")), (.applicationDate, date("2015-06-15")),
  ]

  var household: NormalizedHousehold {
    let absent = Set(changes.map(\.field) + blank)
    let cells = Self.passing.filter { !absent.contains($0.field) } + changes
    let application = Application(
      round: "2015", unit: unit, record: row(.applications, cells, blank: blank),
      caseID: "2015-U01-AAAAAA")
    let date = day(referenceDate)
    return NormalizedHousehold(
      application: application, referenceDate: date, referenceDateIsAssumed: isDateAssumed,
      window: IncomeWindow(before: date), members: [], householdLines: [], supportLines: [],
      expenditureLines: [], readings: readings, unknowns: [], findings: [])
  }

  func assessed(
    under policy: PolicyEdition = .sample, asOf: String = "2015-12-31"
  ) throws -> Assessment {
    try assessment(of: household, under: policy, asOf: day(asOf))
  }

  /// The case concluded as one that stands alone in its round.
  func concluded(
    under policy: PolicyEdition = .sample, duplicates: [DuplicateLink] = [],
    primary: String? = nil
  ) throws -> ScreeningResult {
    screeningResult(
      concluding: try assessed(under: policy), duplicates: duplicates, clusterID: "",
      primary: primary, under: policy)
  }

  func outcome(of rule: RuleCode, under policy: PolicyEdition = .sample) throws -> RuleOutcome {
    try decision(of: rule, under: policy).outcome
  }

  func reason(of rule: RuleCode, under policy: PolicyEdition = .sample) throws -> DecisionReason {
    try decision(of: rule, under: policy).reason
  }

  private func decision(of rule: RuleCode, under policy: PolicyEdition) throws -> Decision {
    let decisions = try concluded(under: policy).decisions
    return try #require(decisions.first { $0.rule == rule })
  }
}

/// A reading of a household with everything in D; S and R where they matter.
func reading(
  _ disposable: MoneyInterval, support: MoneyInterval = .zero, expenditure: MoneyInterval = .zero,
  size: ClosedRange<Int> = 1...1
) -> HouseholdReading {
  HouseholdReading(
    disposable: disposable, support: support, expenditure: expenditure, size: size)
}

extension PolicyEdition {
  /// The sample policy with one thing changed.
  static func sample(_ change: (inout PolicyEdition) -> Void) -> PolicyEdition {
    var policy = PolicyEdition.sample
    change(&policy)
    return policy
  }
}

/// A rule, what a case states, and how the rule must end.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let rule: RuleCode
  let example: Case
  let expected: RuleOutcome

  init(
    _ name: String, _ rule: RuleCode, _ changes: Cells = [], blank: [Field] = [],
    on referenceDate: String = "2015-06-15", ends expected: RuleOutcome
  ) {
    testDescription = name
    self.rule = rule
    example = Case(changes: changes, blank: blank, referenceDate: referenceDate)
    self.expected = expected
  }
}

/// The cells of a survivor of the given kin.
func survivor(_ kin: String, _ more: Cells = []) -> Cells {
  [
    (.applicantCategory, .choice("遗属")), (.deceasedAffiliated, .flag(true)),
    (.relationshipToDeceased, .choice(kin)),
  ] + more
}
