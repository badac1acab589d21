import Casework
import TestSupport
import Testing

@testable import Screening

@Suite("Start-up support for an income type")
struct StartUpTests {
  private func condition(
    _ kind: StartUpCondition.Kind, of example: MeasureCase
  ) throws -> Bool? {
    let conditions = try #require(example.recommended()).conditions
    return try #require(conditions.first { $0.kind == kind }).holds
  }

  @Test("is suggested where all five conditions hold, with the interest of the loan")
  func allHold() throws {
    let recommended = try #require(MeasureCase.startUp.recommended())
    #expect(recommended.conditions.map(\.holds) == Array(repeating: true, count: 5))
    #expect(recommended.options.map(\.measure) == [.startUpSupport])
    // 40,000 × 4.35 % × 3 = 5,220.
    #expect(recommended.options.first?.amount == yuan(5_220))
    #expect(
      recommended.options.first?.interest?.yearly == [1_740, 1_740, 1_740].map(Money.init(yuan:)))
    #expect(recommended.steps.map(\.reason) == [.startUpChosen])
    #expect(recommended.steps.first?.citation == "五个条件")
  }

  @Test(
    "gives way to a recurrent grant where one condition fails",
    arguments: [
      (StartUpCondition.Kind.wish, Cells([(.startUpWish, .flag(false))])),
      (.project, [(.projectProspect, .flag(false))]),
      (.ownShare, [(.ownInvestment, money(50_000, nil))]),
      (.ownShare, [(.ownInvestment, money(100_000, nil))]),
      (.ownShare, [(.ownInvestment, money(120_000, nil))]),
    ])
  func oneFails(kind: StartUpCondition.Kind, changes: Cells) throws {
    let example = MeasureCase.startUp.changing(changes)
    #expect(try condition(kind, of: example) == false)
    let recommended = try #require(example.recommended())
    #expect(recommended.options.map(\.measure) == [.recurrentGrant])
    #expect(
      recommended.steps == [
        MeasureStep(.recurrentChosen, [kind.rawValue], citation: "五个条件")
      ])
    #expect(recommended.options.first?.amount == yuan(3_000))
  }

  @Test(
    "is left open where a condition is not known, and nothing is guessed",
    arguments: [
      (StartUpCondition.Kind.wish, [Field.startUpWish]), (.project, [.projectProspect]),
      (.ownShare, [.ownInvestment]), (.ownShare, [.projectInvestment]),
      (.guarantor, [.guarantor]),
    ])
  func oneOpen(kind: StartUpCondition.Kind, blank: [Field]) throws {
    let example = MeasureCase.startUp.changing([], blank: blank)
    #expect(try condition(kind, of: example) == nil)
    let recommended = try #require(example.recommended())
    #expect(recommended.options.map(\.measure) == [.recurrentGrant, .startUpSupport])
    #expect(recommended.steps.map(\.reason) == [.startUpOpen])
    #expect(example.inBrief().measure == nil && example.inBrief().certainAmount == nil)
  }

  @Test("an own share just above half is most of it, half is not")
  func half() throws {
    func holds(_ fen: Int64) throws -> Bool? {
      let own = FieldValue.money(StatedAmount(TestSupport.fen(fen)))
      return try condition(.ownShare, of: .startUp.changing([(.ownInvestment, own)]))
    }
    #expect(try holds(5_000_000) == false)
    #expect(try holds(5_000_001) == true)
    #expect(try holds(9_999_999) == true)
  }

  @Test("an own share given as about 50,000 can be most of it or not")
  func about() throws {
    let own = FieldValue.money(StatedAmount(yuan(50_000), precision: .about))
    #expect(try condition(.ownShare, of: .startUp.changing([(.ownInvestment, own)])) == nil)
  }

  @Test(
    "a spouse or child without a fixed job is looked for in the list of members",
    arguments: [
      ("配偶", "无固定职业", true), ("子女", "失业", true), ("配偶", "在职", false),
      ("子女", "在校学生", false), ("父母", "无固定职业", false), ("本人", "无固定职业", false),
      ("配偶", "", nil),
    ] as [(String, String, Bool?)])
  func relatives(relationship: String, employment: String, holds: Bool?) throws {
    let example = MeasureCase.startUp.changing {
      $0.members = [
        [(.relationship, .choice(relationship))]
          + (employment.isEmpty ? [] : [(.employment, .choice(employment))])
      ]
    }
    #expect(try condition(.relativeWithoutJob, of: example) == holds)
  }

  @Test("a surviving spouse without a job counts as the member's spouse")
  func survivor() throws {
    let example = MeasureCase.startUp.changing([
      (.applicantCategory, .choice("遗属")), (.relationshipToDeceased, .choice("配偶")),
    ]).changing { $0.members = [[(.relationship, .choice("本人")), (.employment, .choice("失业"))]] }
    #expect(try condition(.relativeWithoutJob, of: example) == true)
  }

  @Test("a household without a list of members leaves the relative's job open")
  func noList() throws {
    #expect(
      try condition(.relativeWithoutJob, of: .startUp.changing { $0.members = [] }) == nil)
  }

  @Test("a household that names no project and asks for none gets the recurrent grant")
  func noProject() throws {
    let plain = MeasureCase()
    #expect(plain.inBrief().measure == .recurrentGrant)
    let asking = MeasureCase(cells: [(.requestedMeasure, .choice("创业帮扶"))])
    #expect(asking.inBrief().measures == [.recurrentGrant, .startUpSupport])
    #expect(try condition(.wish, of: asking) == true)
  }

  @Test("years, rate, loan and sum are limited by the policy, each said")
  func limits() throws {
    var rules = MeasureRules.sample
    rules.startUp.mostYears = 2
    rules.startUp.mostRateMillionths = 40_000
    rules.startUp.mostPrincipal = Money(yuan: 30_000)
    rules.startUp.interestSharePercent = 50
    rules.startUp.most = Money(yuan: 1_000)
    let option = try #require(MeasureCase.startUp.recommended(under: rules)?.options.first)
    // 30,000 × 4 % × 2 × 50 % = 1,200, of which 1,000 are paid.
    #expect(option.interest?.unlimited == Money(yuan: 1_200))
    #expect(option.amount == yuan(1_000))
    #expect(
      option.steps.map(\.reason) == [
        .interestPrincipalLimited, .interestRateLimited, .interestYearsLimited, .interestComputed,
        .interestLimited,
      ])
    #expect(option.steps[1].arguments == ["4.35", "4"])
  }

  @Test(
    "a loan without principal, rate or years leaves the amount open and names what is missing",
    arguments: [Field.loanPrincipal, .loanRate, .loanYears])
  func missing(field: Field) throws {
    let example = MeasureCase.startUp.changing([], blank: [field])
    let option = try #require(example.recommended()?.options.first)
    #expect(option.measure == .startUpSupport && option.amount == nil)
    #expect(
      option.steps == [
        MeasureStep(.interestOpen, [field.rawValue], citation: "五个条件")
      ])
  }

  @Test("the guarantor's name is nowhere in the recommendation")
  func noName() throws {
    let recommended = try #require(MeasureCase.startUp.recommended())
    #expect(!"\(recommended)".contains("丙"))
  }
}

@Suite("Interest of a start-up loan")
struct InterestTermsTests {
  @Test(
    "is principal × rate × years × part, rounded once, half up to a fen",
    arguments: [
      (5_000_001, 43_500, 3, 100, 652_500), (1, 500_000, 1, 100, 1), (1, 499_999, 1, 100, 0),
      (30_000_00, 61_507, 2, 50, 184_521), (100_000_000_00, 150_000, 30, 100, 45_000_000_000),
    ] as [(Int64, Int64, Int, Int, Int64)])
  func total(principal: Int64, rate: Int64, years: Int, share: Int, total: Int64) {
    let terms = InterestTerms(
      of: Money(fen: principal), annualRateMillionths: rate, years: years, sharePercent: share)
    #expect(terms.total.fen == total)
    #expect(terms.yearly.reduce(.zero, +) == terms.total && terms.yearly.count == years)
  }
}
