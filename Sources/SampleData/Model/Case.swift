enum Category: String, Sendable {
  case serving = "在职"
  case retired = "退休"
  case survivor = "遗属"
}

enum Employment: String, Sendable {
  case serving = "在职"
  case retired = "退休"
  case casual = "无固定职业"
  case unemployed = "失业"
  case student = "在校学生"
  case preschool = "学龄前"
  case farming = "务农"
  case disabled = "丧失劳动能力"

  /// Whether the policy of the sample counts wholly blank incomes as zero.
  var blankCountsAsZero: Bool { self != .serving && self != .retired && self != .farming }
}

/// The four components of disposable income, in the order of the form.
enum Component: Int, CaseIterable, Sendable {
  case wage, business, property, transfer
}

enum IncomeType: String, Sendable {
  case wage = "工资"
  case bonus = "奖金"
  case allowance = "津补贴"
  case pension = "养老金"
  case businessReceipts = "经营收入"
  case businessCosts = "经营成本"
  case rent = "租金"
  case interest = "利息"
  case maintenance = "赡养费"
  case survivorBenefit = "遗属补贴"
  case otherTransfer = "其他转移"
  case socialInsurance = "社保缴费"
  case incomeTax = "个人所得税"
  case nonIncome = "非收入所得"

  /// The component the type belongs to; nil for what is no income.
  var component: Component? {
    switch self {
    case .wage, .bonus, .allowance: .wage
    case .businessReceipts, .businessCosts: .business
    case .rent, .interest: .property
    case .pension, .maintenance, .survivorBenefit, .otherTransfer, .socialInsurance, .incomeTax:
      .transfer
    case .nonIncome: nil
    }
  }

  var isSubtracted: Bool {
    self == .businessCosts || self == .socialInsurance || self == .incomeTax
  }

  /// Whether a blank number of months means the whole window.
  var isRegular: Bool {
    switch self {
    case .wage, .allowance, .pension, .rent, .maintenance, .survivorBenefit, .socialInsurance,
      .incomeTax:
      true
    default: false
    }
  }
}

enum Period: String, Sendable {
  case month = "月"
  case quarter = "季"
  case year = "年"
  case once = "一次性"
}

struct IncomeItem: Sendable {
  let type: IncomeType
  let amount: Int
  let period: Period
  let months: Int?

  init(_ type: IncomeType, _ amount: Int, _ period: Period, months: Int? = nil) {
    self.type = type
    self.amount = amount
    self.period = period
    self.months = months
  }
}

struct Member: Sendable {
  var person: Person
  var relationship: String
  var livesTogether = true
  var employment: Employment
  var health = "健康"
  var items: [IncomeItem] = []
  /// A member whose incomes the unit left blank although the policy needs them.
  var incomesLeftBlank = false
}

enum ExpenditureType: String, Sendable {
  case medical = "医疗"
  case education = "教育"
  case disaster = "灾害损失"
  case rehabilitation = "残疾康复"
  case care = "护理"
  case housing = "住房"
  case other = "其他"

  var isDeducted: Bool { self != .housing && self != .other }
  var isReimbursable: Bool { self != .education && self != .housing && self != .other }
}

struct Expenditure: Sendable {
  /// Position in the case's members; nil for the household as a whole.
  var member: Int?
  let type: ExpenditureType
  var billed: Int
  var reimbursed: Int?
  var paidOn: SampleDate?
}

struct Support: Sendable {
  let kind: String
  var amount: Int
  let receivedOn: SampleDate?
}

/// The Party member whose survivor applies.
struct Deceased: Sendable {
  let person: Person
  var relationship: String
  var affiliated: Bool?
}

/// The steps a unit takes before it submits.
struct UnitProcedure: Sendable {
  var verifiedOn: SampleDate?
  var noticeFrom: SampleDate?
  var noticeTo: SampleDate?
  var approvedOn: SampleDate?
  var sealed: Bool?
}

/// An application exactly as its unit meant it: what truth is computed from.
struct Case: Sendable {
  var number: String
  var applicationDate: SampleDate
  var category: Category
  var deceased: Deceased?
  /// The household with the applicant first.
  var members: [Member]
  var expenditures: [Expenditure]
  var supports: [Support]
  var cause: String?
  var affiliated: Bool?
  var universalBenefitsUsed: Bool? = true
  var otherAidExhausted: Bool? = true
  /// The six grounds of exclusion in the order of the form.
  var exclusions: [Bool?] = Array(repeating: false, count: 6)
  var procedure: UnitProcedure
  var previouslyHelpedOn: SampleDate?
  var identityNumberUsable = true
  var phone: String
  var address: String
  var requestedAmount: Int
  var requestedMeasure: String
  var savings: Int
  var debt: Int

  var applicant: Person { members[0].person }
  var householdSize: Int { members.reduce(0) { $0 + ($1.livesTogether ? 1 : 0) } }
}
