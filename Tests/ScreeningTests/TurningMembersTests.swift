import Casework
import Income
import Screening
import TestSupport
import Testing

/// A household of listed persons whose other rules pass; the line of June 2015 is 15,000 yuan a year
/// and person.
private struct ListedHousehold {
  var members: [Cells]
  var blank: [Field] = []
  var income: [Cells] = []
  var expenditure: [Cells] = []
  var rules = IncomeRules.sample

  var filing: Application {
    func rows(_ form: FormKind, _ cells: [Cells], from first: Int, blank: [Field]) -> [FormRecord] {
      cells.enumerated().map { row(form, at: first + $0.offset, $0.element, blank: blank) }
    }
    return Application(
      round: "2015", unit: SubmittingUnit(code: "U01", name: "甲单位", isAffiliated: true),
      record: row(.applications, Case.passing),
      members: rows(
        .members, members, from: 10, blank: blank + IncomeComponent.allCases.map(\.field)),
      incomeItems: rows(.income, income, from: 30, blank: [.memberName, .period, .months]),
      expenditureItems: rows(
        .expenditure, expenditure, from: 50, blank: [.memberName, .evidence, .paidOn]),
      caseID: "2015-U01-AAAAAA")
  }

  func screened(_ filing: Application) throws(PolicyGap) -> ScreeningResult {
    let asOf = day("2015-12-31")
    let household = normalizedHousehold(of: filing, under: rules, asOf: asOf)
    return screeningResult(
      concluding: try assessment(of: household, under: .sample, asOf: asOf), duplicates: [],
      clusterID: "", primary: nil, under: .sample)
  }

  func explained() throws -> CaseExplanation {
    let trial = TrialScreening(
      deductibleTypes: rules.deductions.keys.sorted(), greatestCost: rules.unknownAmount,
      largestHousehold: rules.largestHousehold,
      choices: [
        .employment: ["在职", "退休", "在校学生", "服刑", "其他"],
        .relationship: Relationship.allCases.map(\.rawValue),
        .incomeType: rules.itemTypes.keys.sorted(),
        .expenditureType: ["医疗", "教育", "住房"], .period: Period.allCases.map(\.rawValue),
      ]
    ) { filing in
      do throws(PolicyGap) {
        return try screened(filing)
      } catch { return nil }
    }
    return caseExplanation(of: try screened(filing), under: .sample, trying: trial)
  }

  func points() throws -> [TurningPoint] { try #require(explained().turning).points }

  func deciding() throws -> [DecidingItem] {
    try #require(explained().decisions.first { $0.rule == .incomeTest }).deciding
  }
}

private func member(
  _ who: String, _ relationship: String?, earning wage: Int64, _ more: Cells = []
) -> Cells {
  let kin: Cells = relationship.map { [(.relationship, .choice($0))] } ?? []
  return [(.memberName, name(who)), (.wageIncome, money(wage))] + kin + more
}

@Suite("Who is of the household, and whose an item is, as what would turn a case")
struct TurningMembersTests {
  @Test("a member without whom the household would pass is to be verified, others are not")
  func fewerMembers() throws {
    // 20,000 + 70,000 + 0 > 45,000; without the parent 20,000 ≤ 30,000.
    let household = ListedHousehold(
      members: [
        member("甲", "本人", earning: 20_000, [(.livesTogether, .flag(true))]),
        member("乙", "父母", earning: 70_000, [(.livesTogether, .flag(true))]),
        member("丙", "子女", earning: 0, [(.livesTogether, .flag(true))]),
      ])
    let apart = try household.points().filter { $0.field == .livesTogether }
    #expect(apart.map(\.change) == [.flag(false)])
    #expect(apart.first?.item == "父母")
    #expect(apart.first?.location?.row == 11)
    #expect(apart.first?.becomes == .eligible)
  }

  @Test("so it is where the sheet does not ask who lives together")
  func notAsked() throws {
    let household = ListedHousehold(
      members: [member("甲", "本人", earning: 14_000), member("乙", "父母", earning: 70_000)])
    #expect(try household.points().contains { $0.change == .flag(false) && $0.item == "父母" })
  }

  @Test("the applicant is never found to live elsewhere")
  func applicant() throws {
    let household = ListedHousehold(
      members: [member("甲", "本人", earning: 70_000), member("乙", "子女", earning: 0)])
    #expect(try !household.points().contains { $0.field == .livesTogether })
  }

  @Test("an item of somebody who is not listed decides to both sides")
  func owner() throws {
    // 28,000 ≤ 30,000 < 28,000 + 6,000
    let household = ListedHousehold(
      members: [member("甲", "本人", earning: 28_000), member("乙", "子女", earning: 0)],
      income: [
        [
          (.memberName, name("丁")), (.incomeType, .choice("奖金")), (.amount, money(6_000, nil)),
          (.period, .choice("一次性")),
        ]
      ])
    let items = try household.deciding()
    let item = try #require(items.first { $0.field == .memberName })
    #expect(item.passes == .ofMember(false))
    #expect(item.item == "奖金")
    #expect(item.location?.row == 30)
  }

  @Test("two rows of one name are one person or two, where a date of birth is known")
  func samePerson() throws {
    // Of three persons 40,000 ≤ 45,000; of two 40,000 > 30,000.
    let household = ListedHousehold(
      members: [
        member("甲", "本人", earning: 40_000),
        member("乙", "子女", earning: 0, [(.birthDate, date("2005-03-01"))]),
        member("乙", "子女", earning: 0, [(.employment, .choice("在校学生"))]),
      ])
    #expect(try household.screened(household.filing).outcome == .undetermined)
    let item = try #require(try household.deciding().first { $0.field == .memberId })
    #expect(item.passes == .samePerson(false) && item.fails == .samePerson(true))
  }

  @Test("an employment or a kinship that the policy asks for says with which words it decides")
  func membership() throws {
    var household = ListedHousehold(
      members: [
        member("甲", "本人", earning: 40_000), member("乙", "配偶", earning: 0),
        member("丙", "子女", earning: 0),
      ], blank: [.employment])
    var absent = MembershipRule(.no)
    absent.employments = ["服刑"]
    absent.relationships = ["子女"]
    household.rules.membership = [absent]
    let item = try #require(try household.deciding().first { $0.field == .employment })
    #expect(item.passes == .choice(["在职", "退休", "在校学生", "其他"]))
    #expect(item.fails == .choice(["服刑"]))
    var kin = ListedHousehold(
      members: [
        member("甲", "本人", earning: 40_000), member("乙", "配偶", earning: 0),
        member("丙", nil, earning: 0),
      ], blank: [.relationship])
    var parent = MembershipRule(.no)
    parent.relationships = ["父母", "配偶父母"]
    kin.rules.membership = [parent]
    let relationship = try #require(try kin.deciding().first { $0.field == .relationship })
    #expect(relationship.fails == .choice(["父母", "配偶父母"]))
  }

  @Test("a type that nobody states says with which words it decides")
  func itemType() throws {
    let household = ListedHousehold(
      members: [member("甲", "本人", earning: 30_000), member("乙", "子女", earning: 0)],
      income: [
        [
          (.memberName, name("乙")), (.incomeType, nil), (.amount, money(1_000, nil)),
          (.period, .choice("一次性")),
        ]
      ])
    let item = try #require(try household.deciding().first { $0.field == .incomeType })
    guard case .choice(let passing) = item.passes, case .choice(let failing) = item.fails else {
      Issue.record("\(item)")
      return
    }
    #expect(passing.contains("经营成本") && passing.contains("非收入所得"))
    #expect(failing.contains("救助金") && !failing.contains("经营成本"))
  }

  @Test("a bill that counts only with evidence is decided by the evidence")
  func evidence() throws {
    var household = ListedHousehold(
      members: [member("甲", "本人", earning: 34_000), member("乙", "子女", earning: 0)],
      expenditure: [
        [
          (.expenditureType, .choice("医疗")), (.billedAmount, money(5_000, nil)),
          (.reimbursed, money(0, nil)), (.paidOn, date("2015-01-10")),
        ]
      ])
    household.rules.deductions["医疗"]?.evidence = .required
    let item = try #require(try household.deciding().first { $0.field == .evidence })
    #expect(item.passes == .document("医疗支出的证明材料"))
  }
}
