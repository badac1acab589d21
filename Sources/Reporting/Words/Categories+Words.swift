public import Casework

/// The word for a category of applicants.
public func title(of category: ApplicantCategory, in language: Language) -> String {
  switch category {
  case .serving: language.text("在职", "Serving member")
  case .retired: language.text("退休", "Retired member")
  case .survivor: language.text("遗属", "Survivor")
  }
}

/// The word for a cause of hardship.
public func title(of cause: HardshipCause, in language: Language) -> String {
  switch cause {
  case .illness: language.text("疾病", "Illness")
  case .disaster: language.text("灾害", "Disaster")
  case .suddenEvent: language.text("突发事件", "Sudden event")
  case .fewEarners: language.text("就业人员少", "Few earners")
  case .other: language.text("其他", "Other")
  }
}

/// The word for a member's relationship to the applicant.
public func title(of relationship: Relationship, in language: Language) -> String {
  switch relationship {
  case .applicant: language.text("本人", "applicant")
  case .spouse: language.text("配偶", "spouse")
  case .child: language.text("子女", "child")
  case .parent: language.text("父母", "parent")
  case .parentInLaw: language.text("配偶父母", "parent-in-law")
  case .grandparent: language.text("祖父母", "grandparent")
  case .grandchild: language.text("孙子女", "grandchild")
  case .sibling: language.text("兄弟姐妹", "sibling")
  case .other: language.text("其他", "other")
  }
}

/// The word for a survivor's relationship to the deceased member.
public func title(of relationship: SurvivorRelationship, in language: Language) -> String {
  switch relationship {
  case .parent: language.text("父母", "parent")
  case .spouse: language.text("配偶", "spouse")
  case .minorChild: language.text("未成年子女", "child under 18")
  case .other: language.text("其他", "other")
  }
}

/// The word for a sex.
public func title(of sex: Sex, in language: Language) -> String {
  switch sex {
  case .male: language.text("男", "male")
  case .female: language.text("女", "female")
  }
}

/// The word for a component of disposable income.
public func title(of component: IncomeComponent, in language: Language) -> String {
  switch component {
  case .wage: language.text("工资性收入", "Wage income")
  case .business: language.text("经营净收入", "Net business income")
  case .property: language.text("财产净收入", "Net property income")
  case .transfer: language.text("转移净收入", "Net transfer income")
  }
}

/// The words for a line of the worksheet.
public func title(of line: WorksheetLineKind, in language: Language) -> String {
  switch line {
  case .component(let component): title(of: component, in: language)
  case .householdComponent(let component):
    title(of: component, in: language) + language.text("（全户合计）", " (household sum)")
  case .statedComponent(let component):
    title(of: component, in: language) + language.text("（申报表所列）", " (as the application states)")
  case .memberTotal: language.text("成员年收入（未分项）", "Member's income, not itemised")
  case .declaredTotal: language.text("申报的家庭年收入", "Declared annual income")
  case .nonIncomeReceipt: language.text("非收入所得", "Receipt that is not income")
  case .support(let kind):
    kind.isEmpty ? language.text("已受资助", "Support received") : kind
  case .expenditure(let type):
    type.isEmpty ? language.text("刚性支出", "Rigid expenditure") : type
  }
}
