import Casework
import Screening
import TestSupport
import Testing

private let people: [RuleCase] = [
  RuleCase("an affiliated member passes", .affiliation, ends: .pass),
  RuleCase(
    "a member affiliated elsewhere fails", .affiliation, [(.affiliated, .flag(false))], ends: .fail),
  RuleCase("a blank leaves it to the roster", .affiliation, blank: [.affiliated], ends: .pass),
  RuleCase("what cannot be read does not", .affiliation, [(.affiliated, nil)], ends: .unknown),
  RuleCase("no category leaves it open", .affiliation, blank: [.applicantCategory], ends: .unknown),
  RuleCase(
    "a retired member is asked the same", .affiliation,
    [(.applicantCategory, .choice("退休")), (.affiliated, .flag(false))], ends: .fail),
  RuleCase(
    "for a survivor the deceased member's counts", .affiliation, survivor("配偶"), ends: .pass),
  RuleCase(
    "a survivor's own affiliation does not count", .affiliation,
    survivor("配偶", [(.affiliated, .flag(false))]), ends: .pass),
  RuleCase(
    "a deceased member affiliated elsewhere fails", .affiliation,
    survivor("配偶").changing(.deceasedAffiliated, .flag(false)), ends: .fail),
  RuleCase(
    "the deceased member's, left blank, is open", .affiliation,
    survivor("配偶").filter { $0.field != .deceasedAffiliated }, ends: .unknown),
  RuleCase("who is no survivor needs no kin", .survivorKin, ends: .notApplicable),
  RuleCase("a widow passes", .survivorKin, survivor("配偶"), ends: .pass),
  RuleCase("a parent passes", .survivorKin, survivor("父母"), ends: .pass),
  RuleCase("another relative fails", .survivorKin, survivor("其他"), ends: .fail),
  RuleCase(
    "an unstated kin is open", .survivorKin,
    survivor("配偶").filter { $0.field != .relationshipToDeceased }, ends: .unknown),
  RuleCase(
    "a child the day before turning 18 passes", .survivorKin,
    child(born: "1997-06-16"), ends: .pass),
  RuleCase("a child of 18 today fails", .survivorKin, child(born: "1997-06-15"), ends: .fail),
  RuleCase(
    "a child born in a stated month may be 18", .survivorKin, child(born: "1997-06"), ends: .unknown
  ),
  RuleCase(
    "a child without a date of birth is open", .survivorKin, child(born: "?"), ends: .unknown),
]

private let grounds: [RuleCase] = [
  RuleCase("benefits and donations used passes", .exhaustion, ends: .pass),
  RuleCase(
    "unused benefits fail", .exhaustion, [(.universalBenefitsUsed, .flag(false))], ends: .fail),
  RuleCase(
    "untried donations fail", .exhaustion, [(.otherAidExhausted, .flag(false))], ends: .fail),
  RuleCase("a blank is open", .exhaustion, blank: [.otherAidExhausted], ends: .unknown),
  RuleCase(
    "one no decides beside a blank", .exhaustion, [(.universalBenefitsUsed, .flag(false))],
    blank: [.otherAidExhausted], ends: .fail),
  RuleCase("a listed cause passes", .cause, ends: .pass),
  RuleCase(
    "a cause that is not listed fails", .cause, [(.hardshipCause, .choice("其他"))], ends: .fail),
  RuleCase("an unreadable cause is open", .cause, [(.hardshipCause, nil)], ends: .unknown),
  RuleCase("a blank cause is open", .cause, blank: [.hardshipCause], ends: .unknown),
]

private let unitSteps: [RuleCase] = [
  RuleCase("all steps, and exactly the days of notice, pass", .procedure, ends: .pass),
  RuleCase(
    "a notice one day short is the unit's to mend", .procedure,
    [(.noticeTo, date("2015-06-24"))], ends: .unknown),
  RuleCase("no verification", .procedure, blank: [.verifiedOn], ends: .unknown),
  RuleCase("no certification", .procedure, blank: [.unitApprovedOn], ends: .unknown),
  RuleCase("no seal", .procedure, [(.sealed, .flag(false))], ends: .unknown),
  RuleCase("a step whose date cannot be read", .procedure, [(.noticeFrom, nil)], ends: .unknown),
  RuleCase(
    "a notice that ends before it begins", .procedure, [(.noticeTo, date("2015-06-01"))],
    ends: .unknown),
  RuleCase(
    "a notice stated by the month may be too short", .procedure,
    [(.noticeFrom, date("2015-06")), (.noticeTo, date("2015-06"))], ends: .unknown),
  RuleCase(
    "months far enough apart are long enough", .procedure,
    [
      (.noticeFrom, date("2015-06")), (.noticeTo, date("2015-08")),
      (.unitApprovedOn, date("2015-09-01")),
    ], ends: .pass),
  RuleCase(
    "a certification before the notice ended", .procedure,
    [(.unitApprovedOn, date("2015-06-22"))], ends: .unknown),
  RuleCase("all documents named pass", .evidence, ends: .pass),
  RuleCase(
    "a missing document is the unit's to hand in", .evidence, [(.evidence, .text("收入证明"))],
    ends: .unknown),
  RuleCase("no documents named", .evidence, blank: [.evidence], ends: .unknown),
  RuleCase(
    "a document of another cause is not asked for", .evidence,
    [(.evidence, .text("工资条")), (.hardshipCause, .choice("灾害"))], ends: .pass),
]

private let frequency: [RuleCase] = [
  RuleCase("no earlier help stated", .frequency, ends: .notApplicable),
  RuleCase("helped on the interval's day", .frequency, helped("2014-06-15"), ends: .pass),
  RuleCase("helped a day later", .frequency, helped("2014-06-16"), ends: .fail),
  RuleCase("helped on the day of application", .frequency, helped("2015-06-15"), ends: .fail),
  RuleCase(
    "helped in a month that ends before the interval", .frequency, helped("2014-05"), ends: .pass),
  RuleCase("helped in the interval's own month", .frequency, helped("2014-06"), ends: .unknown),
  RuleCase("helped in a month inside the interval", .frequency, helped("2014-07"), ends: .fail),
  RuleCase("helped after the application", .frequency, helped("2015-07-01"), ends: .unknown),
  RuleCase("a day that cannot be read", .frequency, helped("?"), ends: .unknown),
  RuleCase(
    "helped on a leap day, a year ends with February", .frequency, helped("2016-02-29"),
    on: "2017-02-28", ends: .pass),
]

private func helped(_ text: String) -> Cells { [(.previouslyHelpedOn, date(text))] }

private func child(born text: String) -> Cells {
  survivor("未成年子女", [(.birthDate, date(text)), (.applicantId, nil)])
}

extension Cells {
  fileprivate func changing(_ field: Field, _ value: FieldValue?) -> Cells {
    filter { $0.field != field } + [(field, value)]
  }
}

@Suite("Rules")
struct RuleTests {
  @Test("AFFILIATION and SURVIVOR_KIN", arguments: people)
  func peopleRules(_ example: RuleCase) throws { try check(example) }

  @Test("EXHAUSTION and CAUSE", arguments: grounds)
  func groundRules(_ example: RuleCase) throws { try check(example) }

  @Test("PROCEDURE and EVIDENCE never refuse a family", arguments: unitSteps)
  func unitRules(_ example: RuleCase) throws { try check(example) }

  @Test("FREQUENCY", arguments: frequency)
  func frequencyRule(_ example: RuleCase) throws {
    let household = example.example.household
    let assessment = Assessment(
      household: household, decisions: [], threshold: nil, hardshipType: nil, findings: [])
    let result = screeningResult(
      concluding: assessment, duplicates: [], clusterID: "", primary: nil, under: .sample)
    #expect(result.decisions.first { $0.rule == .frequency }?.outcome == example.expected)
  }

  private func check(_ example: RuleCase) throws {
    #expect(try example.example.outcome(of: example.rule) == example.expected)
  }

  @Test("help whose interval ends inside the year of an unstated day of application is open")
  func helpBeforeUnknownDay() throws {
    var example = Case(
      changes: helped("2014-06-15"), blank: [.applicationDate], referenceDate: "2015-12-31",
      isDateAssumed: true)
    #expect(try example.outcome(of: .frequency) == .unknown)
    example.changes = helped("2014-01-01")
    #expect(try example.outcome(of: .frequency) == .pass)
    example.changes = helped("2015-01-01")
    #expect(try example.outcome(of: .frequency) == .fail)
  }

  @Test("where number and entered date of birth disagree about the age, it is open")
  func ageConflict() throws {
    let cells = survivor(
      "未成年子女",
      [(.birthDate, date("1999-01-01")), (.applicantId, identity("513221196503151234"))])
    #expect(try Case(changes: cells).outcome(of: .survivorKin) == .unknown)
  }

  @Test("a child who may have been under 18 on the unstated day of application is not refused")
  func ageOnUnknownDay() throws {
    var example = Case(
      changes: child(born: "1997-06-15"), blank: [.applicationDate],
      referenceDate: "2015-12-31", isDateAssumed: true)
    #expect(try example.outcome(of: .survivorKin) == .unknown)
    example.changes = child(born: "1996-12-31")
    #expect(try example.outcome(of: .survivorKin) == .fail)
  }
}

private let conductRules: [(RuleCode, Field)] = [
  (.conductMeetings, .exclusionMeetings), (.conductDues, .exclusionDues),
  (.conductAssignments, .exclusionAssignments), (.conductBehaviour, .exclusionConduct),
  (.conductDuties, .exclusionDuties), (.conductUninsured, .exclusionUninsured),
]

@Suite("CONDUCT rules")
struct ConductTests {
  @Test("only the unit's own attestation decides", arguments: conductRules)
  func attested(rule: RuleCode, field: Field) throws {
    #expect(try Case().outcome(of: rule) == .pass)
    #expect(try Case(changes: [(field, .flag(true))]).outcome(of: rule) == .fail)
    #expect(try Case(blank: [field]).outcome(of: rule) == .unknown)
    #expect(try Case(changes: [(field, nil)]).outcome(of: rule) == .unknown)
  }

  @Test("for survivors the policy says whether they apply", arguments: conductRules)
  func survivors(rule: RuleCode, field: Field) throws {
    let example = Case(changes: survivor("配偶", [(field, .flag(true))]))
    #expect(try example.outcome(of: rule) == .notApplicable)
    let policy = PolicyEdition.sample { $0.conductAppliesToSurvivors = true }
    #expect(try example.outcome(of: rule, under: policy) == .fail)
  }

  @Test("the policy lists the categories that a ground speaks of", arguments: conductRules)
  func categories(rule: RuleCode, field: Field) throws {
    let ground = try #require(ConductGround.allCases.first { $0.rule == rule })
    let policy = PolicyEdition.sample { $0.conductCategories[ground] = [.retired, .survivor] }
    let attested: Cells = [(field, .flag(true))]
    let serving = Case(changes: attested)
    #expect(try serving.outcome(of: rule, under: policy) == .notApplicable)
    #expect(try serving.reason(of: rule, under: policy) == .conductNotForCategory)
    let retired = Case(changes: attested + [(.applicantCategory, .choice("退休"))])
    #expect(try retired.outcome(of: rule, under: policy) == .fail)
    // What the policy lists for a ground stands in place of what it says of survivors.
    #expect(try Case(changes: survivor("配偶", attested)).outcome(of: rule, under: policy) == .fail)
    let open = Case(changes: attested, blank: [.applicantCategory])
    #expect(try open.outcome(of: rule, under: policy) == .unknown)
    let nobody = PolicyEdition.sample { $0.conductCategories[ground] = [] }
    #expect(try open.outcome(of: rule, under: nobody) == .notApplicable)
  }

  @Test("whoever may be a survivor is not refused for conduct")
  func unknownCategory() throws {
    let example = Case(changes: [(.exclusionDues, .flag(true))], blank: [.applicantCategory])
    #expect(try example.outcome(of: .conductDues) == .unknown)
    #expect(try Case(blank: [.applicantCategory]).outcome(of: .conductDues) == .pass)
  }
}

@Suite("PROCEDURE as the policy asks for it")
struct ProcedureRulesTests {
  private func policy(_ change: (inout ProcedureRules) -> Void) -> PolicyEdition {
    .sample { change(&$0.procedure) }
  }

  @Test("without a seal a policy that asks for none is satisfied, and says so")
  func seal() throws {
    let open = policy { $0.asksForSeal = false }
    for example in [Case(changes: [(.sealed, .flag(false))]), Case(blank: [.sealed])] {
      #expect(try example.outcome(of: .procedure) == .unknown)
      #expect(try example.outcome(of: .procedure, under: open) == .pass)
      #expect(try example.reason(of: .procedure, under: open) == .procedureCompleteUnsealed)
    }
    #expect(try Case().reason(of: .procedure, under: open) == .procedureComplete)
    // The other steps are asked for as before.
    #expect(try Case(blank: [.verifiedOn]).outcome(of: .procedure, under: open) == .unknown)
  }

  @Test("each order of two days is asked for by itself")
  func order() throws {
    let late = Case(changes: [(.verifiedOn, date("2015-06-23"))])
    let early = Case(changes: [(.unitApprovedOn, date("2015-06-22"))])
    let verifiedAnyDay = policy { $0.verifiesBeforeNotice = false }
    let approvedAnyDay = policy { $0.approvesAfterNotice = false }
    #expect(try late.outcome(of: .procedure) == .unknown)
    #expect(try late.outcome(of: .procedure, under: verifiedAnyDay) == .pass)
    #expect(try late.outcome(of: .procedure, under: approvedAnyDay) == .unknown)
    #expect(try early.outcome(of: .procedure) == .unknown)
    #expect(try early.outcome(of: .procedure, under: approvedAnyDay) == .pass)
    #expect(try early.outcome(of: .procedure, under: verifiedAnyDay) == .unknown)
  }
}
