/// The sex entered in a form or written in an identity number.
public enum Sex: String, Codable, Sendable, CaseIterable {
  case male = "男"
  case female = "女"
}

/// The three categories of applicants (programme article 1.2; domain.md 12–14).
public enum ApplicantCategory: String, Codable, Sendable, CaseIterable {
  case serving = "在职"
  case retired = "退休"
  case survivor = "遗属"
}

/// A survivor's relationship to the deceased member.
public enum SurvivorRelationship: String, Codable, Sendable, CaseIterable {
  case parent = "父母"
  case spouse = "配偶"
  case minorChild = "未成年子女"
  case other = "其他"
}

/// What caused the hardship.
public enum HardshipCause: String, Codable, Sendable, CaseIterable {
  case illness = "疾病"
  case disaster = "灾害"
  case suddenEvent = "突发事件"
  case fewEarners = "就业人员少"
  case other = "其他"
}

/// Whether low income or extraordinary expenditure puts a household below the line (domain.md 1.5).
public enum HardshipType: String, Codable, Sendable, CaseIterable {
  /// 收入型: disposable income with support already meets the test.
  case income
  /// 支出型: only the deduction of rigid expenditure makes it meet the test.
  case expenditure
}

/// A household member's relationship to the applicant.
public enum Relationship: String, Codable, Sendable, CaseIterable {
  case applicant = "本人"
  case spouse = "配偶"
  case child = "子女"
  case parent = "父母"
  case parentInLaw = "配偶父母"
  case grandparent = "祖父母"
  case grandchild = "孙子女"
  case sibling = "兄弟姐妹"
  case other = "其他"
}

/// The four components of disposable income (National Bureau of Statistics; domain.md 2.1).
public enum IncomeComponent: Int, Codable, Sendable, CaseIterable {
  case wage
  case business
  case property
  case transfer

  /// The column that states this component for a member or a household.
  public var field: Field {
    switch self {
    case .wage: .wageIncome
    case .business: .netBusinessIncome
    case .property: .netPropertyIncome
    case .transfer: .netTransferIncome
    }
  }
}

/// What kind of unit hands in applications.
public enum UnitType: String, Codable, Sendable, CaseIterable {
  case organ = "机关"
  case institution = "事业"
  case stateEnterprise = "国有企业"
}
