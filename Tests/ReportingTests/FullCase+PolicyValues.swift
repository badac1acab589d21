import Casework

extension FullCase {
  /// Values of a policy from several documents: assumed, confirmed, and simply stated.
  static let policyValues: [PolicyValue] =
    [
      value("minimumWage.rates", "1380.00", from: "2015-07-01", of: .notice, isConfirmed: true),
      value("threshold.comparator", "<="), value("threshold.factor", "1"),
      value("threshold.rateDay", "applicationDate"),
      value("income.windowMonths", "12", of: .statistics, isAssumed: true),
    ]
    + [
      ("component", "wage"), ("regular", "true"), ("disregard.perMonthYuan", "200"),
      ("disregard.firstMonths", "6"),
    ].map { value("income.itemTypes.工资." + $0.0, $0.1, of: .statistics, isAssumed: true) }
    + [
      value("income.itemTypes.非收入所得.component", "none", of: .statistics, isAssumed: true),
      value("household.statusesWithoutIncome", "在校学生、学龄前", isAssumed: true),
      value("expenditure.deducted.医疗.capYuan", "60000", from: "2014-01-01", isAssumed: true),
      value("expenditure.deducted.医疗.evidence", "required", from: "2015-01-01"),
      value("expenditure.deducted.教育", "{}"),
      value("support.reimbursing.医疗救助", "医疗"), value("procedure.noticeMinimumDays", "7"),
      value("rules.INCOME_TEST.mode", "on"), value("rules.PROCEDURE.mode", "true"),
      value("rules.FREQUENCY.mode", "warn"), value("rules.CONDUCT_DUES.categories", "在职、退休"),
    ]

  private enum Document: String {
    case measures = "办法"
    case notice = "川办发〔2015〕示例号"
    case statistics = "住户收支调查 <新口径>"
  }

  private static func value(
    _ name: String, _ shown: String, from: String = "2013-01-01", of document: Document = .measures,
    isAssumed: Bool = false, isConfirmed: Bool = false
  ) -> PolicyValue {
    PolicyValue(
      name: name, shown: shown, effectiveFrom: day(from), source: document.rawValue,
      citation: name.hasPrefix("expenditure") ? "大病大灾" : "", isAssumed: isAssumed,
      isConfirmed: isConfirmed, place: PolicyPlace(file: "policy.yaml", line: 12))
  }
}
