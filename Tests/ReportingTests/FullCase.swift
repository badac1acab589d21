import Casework

/// A case in which every section of the dossier has something to show; all persons are invented.
enum FullCase {
  static let unit = SubmittingUnit(code: "U01", name: "州水务局", type: .organ)
  static let otherUnit = SubmittingUnit(code: "U02", name: "州林业局", type: .organ)

  static let record = row(
    .applications,
    [
      (.applicationNumber, .text("2015-07")), (.applicantName, name("刁文秀")),
      (.applicantId, identity("513299196503150020")), (.sex, .choice("女")),
      (.birthDate, date("1965-03-15")), (.ethnicGroup, .text("羌族")),
      (.applicantCategory, .choice("在职")), (.affiliated, .flag(true)),
      (.partyOrganisation, .text("机关第二支部")), (.phone, .text("13990400001")),
      (.address, .text("马尔康市达萨街 12 号 <附楼>")), (.householdSize, .count(4)),
      (.declaredAnnualIncome, money(68_000)), (.hardshipCause, .choice("疾病")),
      (
        .hardshipStatement,
        .text("2014 年冬确诊皮肤癌，先后手术两次；配偶长期患病没有工作，女儿读小学，岳母随同生活。")
      ),
      (.universalBenefitsUsed, .flag(true)), (.otherAidExhausted, .flag(true)),
      (.exclusionMeetings, .flag(false)), (.exclusionDues, .flag(false)),
      (.debt, money(86_000, per: nil)), (.requestedMeasure, .choice("一次性资助")),
      (.requestedAmount, money(20_000, per: nil)), (.applicationDate, date("2015-09-10")),
      (.verifiedOn, date("2015-09-02")), (.noticeFrom, date("2015-09-03")),
      (.noticeTo, date("2015-09-07")), (.unitApprovedOn, date("2015-09-09")),
      (.sealed, .flag(true)), (.evidence, .text("诊断书；自费票据；收入证明")),
    ])

  static let earlier = row(
    .applications, at: 3,
    [
      (.applicationNumber, .text("2015-07")), (.applicantName, name("刁文秀")),
      (.applicantId, identity("513299196503150020")), (.declaredAnnualIncome, money(6_800)),
    ])

  static func member(
    _ row: Int, _ text: String, _ digits: String, _ relation: Relationship, _ work: String,
    _ health: String
  ) -> FormRecord {
    ReportingTests.row(
      .members, file: 1, at: row,
      [
        (.memberName, name(text)), (.memberId, identity(digits)),
        (.relationship, .choice(relation.rawValue)), (.livesTogether, .flag(true)),
        (.employment, .choice(work)), (.health, .choice(health)), (.wageIncome, money(0)),
      ])
  }

  static let applicantRow = member(
    2, "刁文秀", "513299196503150020", .applicant, "在职", "重病")
  static let husbandRow = member(
    3, "扎西多吉", "513299196208210019", .spouse, "丧失劳动能力", "慢性病")
  static let daughterRow = member(
    4, "刁小雨", "513299200507010020", .child, "在校学生", "健康")
  static let motherRow = member(
    5, "阿郎·达瓦", "513299194112030022", .parentInLaw, "其他", "慢性病")

  static func component(
    _ component: IncomeComponent, _ amount: MoneyInterval, _ working: String, row: Int,
    column: Int, notes: [FindingCode] = []
  ) -> WorksheetLine {
    WorksheetLine(
      .component(component), amount, working: working, sources: [cell(row, column, file: 1)],
      notes: notes)
  }

  static let members = [
    MemberWorksheet(
      record: applicantRow, living: .together,
      lines: [
        component(.wage, yuan(46_320), "3860.00 元/月 × 12", row: 2, column: 6),
        component(
          .business, .zero, "", row: 2, column: 7, notes: [.incomeAssumedZero]),
        WorksheetLine(
          .nonIncomeReceipt, yuan(30_000), working: "30000.00 元", sources: [cell(9, 3, file: 1)],
          counts: false, notes: [.incomeNotIncome]),
      ]),
    MemberWorksheet(
      record: husbandRow, living: .together,
      lines: [
        component(
          .transfer, MoneyInterval(Money(yuan: 0), Money(yuan: 9_600)), "800.00 元/月 × 0–12",
          row: 3, column: 9, notes: [.incomeMonthsUnknown])
      ]),
    MemberWorksheet(
      record: daughterRow, living: .together,
      lines: [
        component(.wage, .zero, "", row: 4, column: 6, notes: [.incomeAssumedZero])
      ]),
    MemberWorksheet(
      record: motherRow, living: .together,
      lines: [component(.transfer, yuan(7_440), "620.00 元/月 × 12", row: 5, column: 9)]),
  ]
}
