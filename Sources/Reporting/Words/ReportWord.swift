/// The fixed words of the fund's reports and notices, in both languages side by side.
enum ReportWord: String, CaseIterable {
  // titles and leads
  case annualTitle, annualLead, fundraisingTitle, fundUseTitle, proposalsTitle, recipientsTitle
  case inPartyOnly, officeOnly, noticePeriod, noticeContact, noRecipients, compiledBy, reviewedBy
  case compiledOn, units3
  // the account
  case accountSection, entry, amountYuan, opening, income, incomeTotal, payments, paymentsTotal
  case closing, committed, unpromised, accountNote, shortfallNote
  // income
  case sourceChart, unitIncomeSection, unitCode, unit, fundYear, servingMembers, donors
  case participation, unitIncomeNote
  // spending
  case spendingSection, spendingChart, measure, households, persons, instances, spendingNote
  // applications
  case applicationsSection, resultChart, applications, applicationsNote, notStated
  case refusalSection, reason, cases, refusalNote, ruleReason, statedReason
  case grantSection, approvals, sum, mean, median, least, most, grantNote
  // processing and follow-up
  case processingSection, decisions, meanDays, medianDays, fewestDays, mostDays
  case followUpSection, reliefChart, visits, visitedCases, newDifficulties, relief, recommendation
  case means, finding, exitSection, exits
  // comparison
  case comparisonSection, indicator, lastYear, thisYear, change, cumulative, comparisonNote
  case yearsSection, yearsChart, year, committeeRefusals, beneficiaries
  // commitments and sources
  case commitmentSection, paidSoFar, open, sourceSection, source, received, drawn, left, uncovered
  case sourceNote
  // notices
  case listTitle, serial, maskedName, category, causeClass, proposedMeasure, proposedAmount,
    paidAmount
  case suppressedNote, spendingByMeasure, incomeBySource, incomeByUnit, total, tenThousandYuan

  /// The word in the reader's language.
  func text(in language: Language) -> String {
    let words = account ?? work ?? notice
    return language.text(words.chinese, words.english)
  }

  /// A word in both languages.
  private struct Pair {
    let chinese: String
    let english: String

    init(_ chinese: String, _ english: String) {
      self.chinese = chinese
      self.english = english
    }
  }

  private var account: Pair? {
    switch self {
    case .accountSection: Pair("资金收支", "The fund’s account")
    case .entry: Pair("项目", "Item")
    case .amountYuan: Pair("金额（元）", "Amount (yuan)")
    case .opening: Pair("上年结转", "Opening balance")
    case .income: Pair("收入", "Income")
    case .incomeTotal: Pair("本年收入合计", "Income of the year")
    case .payments: Pair("支出", "Payments")
    case .paymentsTotal: Pair("本年支出合计", "Payments of the year")
    case .closing: Pair("年末结存", "Closing balance")
    case .committed: Pair("其中：已批准、尚未拨付", "of it approved and not yet paid")
    case .unpromised: Pair("其中：可用资金", "of it promised to nobody")
    case .accountNote:
      Pair(
        "上年结转＋本年收入－本年支出＝年末结存，已与账簿逐笔核对，分文不差。",
        "Opening + income − payments = closing; checked against the books to the fen.")
    case .shortfallNote:
      Pair(
        "按入账日期计算，下列时段曾支大于收（无收款日期的捐款记在当年最后一天）：",
        "By the days they were booked, payments exceeded income for a time (donations without a day count on the last day of their year):"
      )
    case .sourceChart: Pair("收入来源（万元）", "Income by source (10,000 yuan)")
    case .unitIncomeSection: Pair("“一日捐”情况", "One-day-pay donations by unit")
    case .unitCode: Pair("单位代码", "Code")
    case .unit: Pair("单位", "Unit")
    case .fundYear: Pair("捐款年度", "For year")
    case .servingMembers: Pair("在职党员（人）", "Serving members (persons)")
    case .donors: Pair("参捐（人）", "Donors (persons)")
    case .participation: Pair("参捐率", "Participation")
    case .unitIncomeNote:
      Pair(
        "参捐率＝参捐人数÷名册所列在职党员人数；合计只含两数均已知的单位。自愿捐助，不作考核依据。",
        "Participation is donors ÷ serving members in the roster; the total covers units where both are known. Giving is voluntary."
      )
    case .spendingSection: Pair("资金使用", "Spending by measure")
    case .spendingChart: Pair("各帮扶方式支出（万元）", "Spending by measure (10,000 yuan)")
    case .measure: Pair("帮扶方式", "Measure")
    case .households: Pair("户", "Households")
    case .persons: Pair("惠及人口（人）", "Persons in them")
    case .instances: Pair("拨付（人次）", "Payments (instances)")
    case .spendingNote:
      Pair(
        "户、人、人次是三种不同的单位，不能相加；同一户受两种方式帮扶，在合计中只计一户。",
        "Households, persons and instances are different units, never to be added; a household under two measures counts once in the total."
      )
    case .units3: Pair("户、人、人次不能相加", "units that are never added")
    case .commitmentSection: Pair("已批准、尚未拨付的资金", "Approved and not yet paid")
    case .paidSoFar: Pair("已拨付（元）", "Paid so far (yuan)")
    case .open: Pair("尚未拨付（元）", "Open (yuan)")
    case .sourceSection: Pair("各年度、各来源资金结余", "Balances by fund year and source")
    case .source: Pair("来源", "Source")
    case .received: Pair("收入（元）", "Received (yuan)")
    case .drawn: Pair("已支出（元）", "Drawn (yuan)")
    case .left: Pair("结余（元）", "Left (yuan)")
    case .uncovered: Pair("支大于收部分", "Paid beyond income")
    case .sourceNote:
      Pair(
        "支出先用最早年度的收入；同一年度内按一日捐、党费划拨、其他党内捐款、利息的顺序使用。",
        "Payments draw on the earliest fund year first; within a year in the order one-day pay, Party dues, other donations, interest."
      )
    default: nil
    }
  }

  private var work: Pair? {
    switch self {
    case .applicationsSection: Pair("申报与审批", "Applications and decisions")
    case .resultChart: Pair("本年申报的办理结果（件）", "How the year’s applications stand (cases)")
    case .applications: Pair("申报（件）", "Applications")
    case .applicationsNote:
      Pair(
        "按申报日期归入年度，结果截至年末；每件申报只有一种结果，各列之和等于申报数。",
        "By day of application; results as of the year’s end. Every application has one result, and the columns sum to the applications."
      )
    case .notStated: Pair("未填", "Not stated")
    case .refusalSection: Pair("未予帮扶的原因", "Why help was not given")
    case .reason: Pair("原因", "Reason")
    case .cases: Pair("件", "Cases")
    case .refusalNote:
      Pair("一件申报可能有多个原因，不能相加。", "A case can have several reasons; they are not to be added.")
    case .ruleReason: Pair("资格审查", "Screening")
    case .statedReason: Pair("领导小组", "Steering group")
    case .grantSection: Pair("批准的资助额", "Sizes of grants")
    case .approvals: Pair("批准（次）", "Approvals")
    case .sum: Pair("总额（元）", "Sum (yuan)")
    case .mean: Pair("平均（元）", "Mean (yuan)")
    case .median: Pair("中位数（元）", "Median (yuan)")
    case .least: Pair("最少（元）", "Smallest (yuan)")
    case .most: Pair("最多（元）", "Largest (yuan)")
    case .grantNote: Pair("以本年批准的金额计。", "Of the amounts that were approved in the year.")
    case .processingSection: Pair("从申报到审批的天数", "Days from application to decision")
    case .decisions: Pair("审批（件）", "Decisions")
    case .meanDays: Pair("平均（天）", "Mean (days)")
    case .medianDays: Pair("中位数（天）", "Median (days)")
    case .fewestDays: Pair("最短（天）", "Fewest (days)")
    case .mostDays: Pair("最长（天）", "Most (days)")
    case .followUpSection: Pair("回访与退出", "Follow-up visits and exits")
    case .reliefChart: Pair("困难缓解情况（次）", "Relief found (visits)")
    case .visits: Pair("回访（次）", "Visits")
    case .visitedCases: Pair("回访对象（件）", "Cases visited")
    case .newDifficulties: Pair("反映新困难（次）", "New difficulty reported (visits)")
    case .relief: Pair("困难缓解", "Relief")
    case .recommendation: Pair("建议", "Recommendation")
    case .means: Pair("方式", "Means")
    case .finding: Pair("情况", "Finding")
    case .exitSection: Pair("退出", "Exits")
    case .exits: Pair("退出（件）", "Exits (cases)")
    case .comparisonSection: Pair("与上年比较及累计", "Compared with last year, and since the start")
    case .indicator: Pair("指标", "Figure")
    case .lastYear: Pair("上年", "Last year")
    case .thisYear: Pair("本年", "This year")
    case .change: Pair("增减", "Change")
    case .cumulative: Pair("历年累计", "Since the start")
    case .comparisonNote:
      Pair(
        "累计栏中，多年受助的同一个案只计一户；不同期次的申报是不同的个案。",
        "Since the start, a case that was paid in several years counts once; applications of different rounds are different cases."
      )
    case .yearsSection: Pair("历年收支", "Year by year")
    case .yearsChart: Pair("历年收入、支出与年末结存（万元）", "Income, payments and closing balance (10,000 yuan)")
    case .year: Pair("年度", "Year")
    case .committeeRefusals: Pair("不同意（次）", "Refusals")
    case .beneficiaries: Pair("帮扶对象（户）", "Households helped")
    default: nil
    }
  }

  private var notice: Pair {
    switch self {
    case .annualTitle: Pair("年度党内帮扶资金与帮扶工作报告", "Annual report on the fund and the assistance")
    case .annualLead: Pair("数据截至当年12月31日。", "Figures as of 31 December of the year.")
    case .fundraisingTitle: Pair("年度党内帮扶资金募集情况公示", "Money raised for in-Party assistance")
    case .fundUseTitle: Pair("年度党内帮扶资金筹集使用情况通报", "Money raised and used for in-Party assistance")
    case .proposalsTitle: Pair("拟帮扶对象及帮扶措施公示", "Notice of proposed recipients and measures")
    case .recipientsTitle: Pair("年度党内帮扶对象通报", "Recipients of in-Party assistance")
    case .inPartyOnly:
      Pair("仅在党内公示，不得转发、不得在媒体刊登。", "Within the Party only: not to be passed on or published.")
    case .officeOnly:
      Pair(
        "供工委和领导小组内部使用：含小样本数据，公开前须作遮盖处理。",
        "For the committee and the steering group: small cells are shown and must be suppressed before publication."
      )
    case .noticePeriod:
      Pair("公示期：　　　年　　月　　日至　　　年　　月　　日", "Period of the notice: from ____________ to ____________")
    case .noticeContact:
      Pair(
        "如有异议，请在公示期内向州直机关工委反映。监督电话：　　　　　　　　",
        "Objections go to the working committee within the period. Telephone: ____________")
    case .noRecipients: Pair("没有需要公示的对象。", "There is nobody to list.")
    case .compiledBy: Pair("编制：", "Compiled by:")
    case .reviewedBy: Pair("审核：", "Reviewed by:")
    case .compiledOn: Pair("编制日期", "Compiled on")
    case .listTitle: Pair("名单", "List")
    case .serial: Pair("序号", "No.")
    case .maskedName: Pair("姓名（已遮盖）", "Name (masked)")
    case .category: Pair("类别", "Category")
    case .causeClass: Pair("致困原因（类）", "Cause (class)")
    case .proposedMeasure: Pair("拟帮扶方式", "Proposed measure")
    case .proposedAmount: Pair("拟帮扶金额（元）", "Proposed amount (yuan)")
    case .paidAmount: Pair("拨付金额（元）", "Amount paid (yuan)")
    case .suppressedNote:
      Pair(
        "“…”：涉及不足3人（户）的数据，及为防止推算而一并略去的数据，不予公布。",
        "“…” stands for figures about fewer than three persons or households, and for those left out with them so that they cannot be inferred."
      )
    case .spendingByMeasure: Pair("资金使用", "Money used")
    case .incomeBySource: Pair("收入来源", "Income by source")
    case .incomeByUnit: Pair("各单位“一日捐”", "One-day-pay donations by unit")
    case .total: Pair("合计", "Total")
    case .tenThousandYuan: Pair("万元", "10,000 yuan")
    default: Pair(rawValue, rawValue)
    }
  }
}
