import Casework
package import Income

extension IncomeRules {
  /// The rules of the programme's own policy file.
  package static let sample = IncomeRules(
    windowMonths: 12, itemTypes: sampleTypes,
    statusesWithoutIncome: ["在校学生", "学龄前", "无固定职业", "失业", "丧失劳动能力"],
    unknownComponents: [
      .wage: bounds(0, 200_000), .business: bounds(-200_000, 200_000),
      .property: bounds(0, 100_000), .transfer: bounds(-20_000, 100_000),
    ],
    unknownAmount: Money(yuan: 500_000),
    deductions: Dictionary(
      uniqueKeysWithValues: ["医疗", "教育", "灾害损失", "残疾康复", "护理"].map {
        ($0, Deduction(cap: nil))
      }),
    notReimbursable: ["教育", "住房", "其他"],
    reimbursingSupport: ["医疗救助": ["医疗"], "教育": ["教育"]], reliefIncomeTypes: ["救助金"],
    aboutPercent: 10, largestHousehold: 15, slips: sampleSlips)

  private static let sampleSlips = SlipLimits(
    earningStatuses: ["在职", "退休"], leastPercentOfWage: 50, mostTimesWage: 10, mostTimesPerHead: 4,
    smallest: Money(yuan: 20), smallestProperty: Money(yuan: 1),
    minimumWages: [
      SlipLimits.MinimumWage(
        from: CalendarDate(firstOfMonth: 7, year: 2014), monthly: Money(yuan: 1250)),
      SlipLimits.MinimumWage(
        from: CalendarDate(firstOfMonth: 7, year: 2015), monthly: Money(yuan: 1380)),
    ])

  private static let sampleTypes: [String: ItemType] = [
    "工资": type(.wage, isRegular: true), "奖金": type(.wage), "津补贴": type(.wage, isRegular: true),
    "养老金": type(.transfer, isRegular: true), "经营收入": type(.business),
    "经营成本": type(.business, isSubtracted: true), "租金": type(.property, isRegular: true),
    "利息": type(.property), "赡养费": type(.transfer, isRegular: true),
    "遗属补贴": type(.transfer, isRegular: true), "救助金": type(.transfer),
    "其他转移": type(.transfer), "社保缴费": type(.transfer, isSubtracted: true, isRegular: true),
    "个人所得税": type(.transfer, isSubtracted: true, isRegular: true), "非收入所得": type(nil),
  ]

  private static func type(
    _ component: IncomeComponent?, isSubtracted: Bool = false, isRegular: Bool = false
  ) -> ItemType {
    ItemType(component: component, isSubtracted: isSubtracted, isRegular: isRegular)
  }

  private static func bounds(_ low: Int64, _ high: Int64) -> MoneyInterval {
    MoneyInterval(Money(yuan: low), Money(yuan: high))
  }
}
