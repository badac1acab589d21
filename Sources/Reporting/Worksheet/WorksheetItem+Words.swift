import Casework

extension WorksheetItem {
  /// What the figure is called; a member is named by the caller.
  func title(in language: Language) -> String {
    ofIncome(in: language) ?? ofEntries(in: language) ?? ofPolicy(in: language)
      ?? ofHousehold(in: language)
  }

  private func ofPolicy(in language: Language) -> String? {
    switch self {
    case .inWindow: language.text("计算期内合计", "Sum of the window")
    case .windowsPerYear: language.text("折合全年的倍数", "Windows in a year")
    case .sharePercent: language.text("扣除比例", "Share deducted")
    case .allowance: language.text("不计入收入的限额", "Not counted up to")
    case .allowanceUsed: language.text("同类项目已用的限额", "Taken by other items")
    case .freeMonths: language.text("不计入的月数", "Months not counted")
    case .disregarded: language.text("不计入收入的部分", "Part not counted")
    case .countedPart: language.text("计入收入的部分", "Part counted")
    case .imputedWage: language.text("按政策推定的工资", "Wage imputed by the policy")
    default: nil
    }
  }

  private func ofHousehold(in language: Language) -> String {
    switch self {
    case .reading(let number): language.text("读法 \(number)", "Reading \(number)")
    case .perCapitaActual:
      language.text("人均实际可支配收入", "Per-capita actual disposable income")
    case .perCapitaDisposable: language.text("人均可支配收入", "Per-capita disposable income")
    case .actual: language.text("扣除后收入 D + S − R", "Income after deduction D + S − R")
    case .size, .statedSize, .listedPersons: ofSize(in: language)
    case .windowMonths: language.text("计算期月数", "Months of the window")
    case .line: language.text("认定标准", "The line")
    case .limit: language.text("全户标准（标准 × 月数 × n）", "The line for the household")
    case .margin: language.text("全户差额（不作四舍五入）", "Left below the line, exactly")
    case .distance: language.text("与认定标准的距离", "Distance to the line")
    case .adjustment: language.text("政策调整", "Adjustment by the policy")
    case .verified: language.text("工委核实数", "Verified by the office")
    default: language.text("人均实际可支配收入（各种读法）", "Per-capita income, all readings")
    }
  }

  private func ofSize(in language: Language) -> String {
    switch self {
    case .statedSize: language.text("申报表所填家庭人口", "Household size as stated")
    case .listedPersons: language.text("名单内共同生活的人", "Listed members who live together")
    default: language.text("n 共同生活人口", "n persons living together")
    }
  }

  private func ofIncome(in language: Language) -> String? {
    switch self {
    case .disposable: language.text("D 家庭可支配收入", "D disposable income")
    case .components: language.text("各项收入合计", "Sum of the components")
    case .component(let component): Reporting.title(of: component, in: language)
    case .ofMembers(let component):
      language.text("成员", "Members’ ") + shortTitle(of: component, in: language)
    case .wholeHousehold: language.text("全户", "Whole household")
    case .column(let component):
      language.text("表列", "Column ") + shortTitle(of: component, in: language)
    case .incomeItem(let type), .receipt(let type):
      type.isEmpty ? language.text("收入项目（类型不明）", "Item of unknown type") : type
    case .items: language.text("收入明细合计", "Sum of the items")
    case .ownTotals: language.text("未分项填报的成员收入", "Members’ incomes without components")
    case .ownTotal: language.text("成员年收入（未分项）", "Member’s income, not itemised")
    case .householdColumns: language.text("申报表所列四项合计", "The application’s four components")
    case .declaredIncome: language.text("申报的家庭年收入", "Declared annual income")
    case .stated: language.text("填报数", "As stated")
    case .months: language.text("月数", "Months")
    case .aboutPercent: language.text("约数的浮动", "Spread of an approximate figure")
    default: nil
    }
  }

  private func ofEntries(in language: Language) -> String? {
    switch self {
    case .support: language.text("S 计入的资助", "S support counted")
    case .supportItem(let kind): kind.isEmpty ? language.text("已受资助", "Support received") : kind
    case .sameBenefit: language.text("同一笔的另一处记载", "The other entry of the same benefit")
    case .expenditure: language.text("R 可扣除的刚性支出", "R rigid expenditure")
    case .expenditureType(let type), .bill(let type):
      type.isEmpty || type == "?" ? language.text("支出（类型不明）", "Bill of unknown type") : type
    case .borneOfType(let type): type + language.text("实际负担", " borne")
    case .billed: language.text("发生金额", "Billed")
    case .reimbursed: language.text("报销金额", "Reimbursed")
    case .reimbursedIncome: language.text("已计入收入的报销", "Reimbursement counted as income")
    case .cap: language.text("扣除上限", "Cap")
    default: nil
    }
  }

  private func shortTitle(of component: IncomeComponent, in language: Language) -> String {
    Reporting.title(of: component, in: language)
  }
}
