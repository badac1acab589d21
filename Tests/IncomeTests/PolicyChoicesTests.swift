import Casework
import TestSupport
import Testing

@testable import Income

@Suite("What a policy says about income, expenditure and members is done exactly")
struct PolicyChoicesTests {
  private func rules(_ change: (inout IncomeRules) -> Void) -> IncomeRules {
    var rules = IncomeRules.sample
    change(&rules)
    return rules
  }

  private func disregarding(_ change: (inout IncomeDisregard) -> Void) -> IncomeRules {
    var disregard = IncomeDisregard()
    change(&disregard)
    return rules {
      $0.itemTypes["工资"] = IncomeRules.ItemType(
        component: .wage, isSubtracted: false, isRegular: true, disregard: disregard)
    }
  }

  @Test("income is disregarded wholly, up to an amount, or for its first months")
  func disregards() {
    let filing = Filing(rows: [applicant([]), item("工资", bare(1_000), .month, months: 10)])
    func income(_ change: (inout IncomeDisregard) -> Void) -> MoneyInterval {
      filing.checkedWorksheet(under: disregarding(change)).disposable
    }
    #expect(filing.worksheet().disposable == yuan(10_000))
    #expect(income { $0.isWhole = true } == yuan(0))
    #expect(income { $0.perMonth = Money(yuan: 300) } == yuan(7_000))
    #expect(income { $0.perWindow = Money(yuan: 1_500) } == yuan(8_500))
    #expect(income { $0.firstMonths = 6 } == yuan(4_000))
    #expect(income { ($0.firstMonths, $0.perMonth) = (6, Money(yuan: 300)) } == yuan(8_200))
  }

  @Test("a disregard per window counts once for all items of a type of one person")
  func disregardOnce() {
    let filing = Filing(rows: [
      applicant([]), item("工资", bare(1_000), .month, months: 3),
      item("工资", bare(2_000), .month, months: 1),
    ])
    let household = filing.checkedWorksheet(
      under: disregarding { $0.perWindow = Money(yuan: 4_000) })
    #expect(household.disposable == yuan(1_000))
    #expect(household.codes.contains(.incomeDisregarded))
  }

  @Test(
    "a deduction has its cap per bill, share, cap per person and cap per household, in this order")
  func deductions() {
    let filing = Filing(rows: [
      earner, person("乙", [(.wageIncome, money(0))]),
      bill("医疗", 10_000, reimbursed: 0, of: "甲"), bill("医疗", 2_000, reimbursed: 0, of: "甲"),
      bill("医疗", 4_000, reimbursed: 0, of: "乙"),
    ])
    func borne(_ change: (inout IncomeRules.Deduction) -> Void) -> MoneyInterval {
      filing.checkedWorksheet(
        under: rules {
          var deduction = IncomeRules.Deduction(cap: nil)
          change(&deduction)
          $0.deductions["医疗"] = deduction
        }
      ).expenditure
    }
    #expect(borne { _ in } == yuan(16_000))
    #expect(borne { $0.capPerItem = Money(yuan: 5_000) } == yuan(11_000))
    #expect(borne { $0.sharePercent = 50 } == yuan(8_000))
    #expect(borne { $0.capPerPerson = Money(yuan: 6_000) } == yuan(10_000))
    #expect(
      borne {
        ($0.capPerItem, $0.sharePercent) = (Money(yuan: 5_000), 50)
        $0.capPerPerson = Money(yuan: 3_000)
      } == yuan(5_000))
  }

  @Test("a bill without evidence counts between nothing and the whole where the policy asks for it")
  func evidence() {
    var deduction = IncomeRules.Deduction(cap: nil)
    deduction.evidence = .required
    let asking = rules { $0.deductions["医疗"] = deduction }
    let proved: Cells = [(.evidence, .text("票据"))]
    let filing = Filing(rows: [
      earner, bill("医疗", 1_000, reimbursed: 0), bill("医疗", 500, reimbursed: 0, proved),
    ])
    let household = filing.checkedWorksheet(under: asking)
    #expect(household.expenditure == yuan(500, 1_500))
    #expect(household.codes.contains(.expenditureEvidenceMissing))
    #expect(filing.worksheet().expenditure == yuan(1_500))
  }

  @Test("soldiers and prisoners are no members where the policy says so, students away are")
  func membership() {
    var soldier = MembershipRule(.no)
    soldier.employments = ["现役军人"]
    var student = MembershipRule(.yes)
    (student.employments, student.livesTogether) = (["在校学生"], false)
    let policy = rules { $0.membership = [soldier, student] }
    let filing = Filing(rows: [
      earner, person("乙", [(.employment, .choice("现役军人")), (.wageIncome, money(9_000))]),
      person("丙", [(.employment, .choice("在校学生")), (.livesTogether, .flag(false))]),
    ])
    let household = filing.checkedWorksheet(under: policy)
    #expect(household.size == 2...2)
    #expect(household.disposable == yuan(30_000))
    #expect(household.codes.contains(.memberByPolicy))
  }

  @Test("where it is not known whether a rule fits, both readings stand")
  func unknownMembership() {
    var soldier = MembershipRule(.no)
    soldier.employments = ["现役军人"]
    let filing = Filing(rows: [
      earner, person("乙", [(.wageIncome, money(0))], blank: [.employment]),
    ])
    let household = filing.checkedWorksheet(under: rules { $0.membership = [soldier] })
    #expect(household.size == 1...2)
  }

  @Test("a wage is imputed to those who could work and state none, and always noted")
  func imputation() {
    let policy = rules {
      $0.imputation = Imputation(
        employments: ["失业"], ages: 18..<60, excusedHealth: ["重病"], percent: 100,
        wages: [
          SlipLimits.MinimumWage(
            from: CalendarDate(firstOfMonth: 1, year: 2014), monthly: Money(yuan: 1_000))
        ])
    }
    func worksheet(_ cells: Cells) -> NormalizedHousehold {
      Filing(rows: [earner, person("乙", [(.employment, .choice("失业"))] + cells)])
        .checkedWorksheet(under: policy)
    }
    let birth: Cells = [(.birthDate, date("1980-01-01"))]
    let healthy: Cells = birth + [(.health, .choice("健康"))]
    #expect(worksheet(healthy).disposable == yuan(42_000))
    #expect(worksheet(healthy).codes.contains(.incomeImputed))
    #expect(worksheet(birth + [(.health, .choice("重病"))]).disposable == yuan(30_000))
    #expect(worksheet(birth).disposable == yuan(30_000, 42_000))
    #expect(worksheet(healthy + [(.wageIncome, money(500))]).disposable == yuan(30_500))
  }

  @Test(
    "what a shorter window holds is brought to a year without rounding", arguments: [1, 3, 6, 12])
  func window(months: Int) {
    let filing = Filing(rows: [
      applicant([]), item("工资", bare(1_000), .month), item("养老金", bare(600), .year),
      bill("医疗", 90, reimbursed: 0, on: "2015-05-10"), aid("工会", 30, on: "2015-05-20"),
    ])
    let household = filing.checkedWorksheet(under: rules { $0.windowMonths = months })
    let windows = Int64(12 / months)
    #expect(household.disposable == yuan(12_600))
    #expect(household.expenditure == yuan(90 * windows))
    #expect(household.support == yuan(30 * windows))
  }
}

extension Filing {
  /// The worksheet, of which every figure of the tree is held against those below it.
  fileprivate func checkedWorksheet(under rules: IncomeRules = .sample) -> NormalizedHousehold {
    checkTree(of: self, under: rules)
    return worksheet(under: rules)
  }
}
