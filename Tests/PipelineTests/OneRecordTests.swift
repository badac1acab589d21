import Casework
import Income
import Intake
import Reporting
import Screening
import Tabular
import Testing

@testable import Pipeline

/// The tour of the code base: one hand-written application from cell to dossier.
///
/// `OneRecord` holds the sheets as text and calls each stage once; the tests below look at what
/// every stage made of them, in the order of the stages. All arithmetic is in the comments.
@Suite("One record from cell to dossier")
struct OneRecordTests {
  let one: OneRecord

  init() throws { one = try OneRecord() }

  // MARK: Files → sheets (Tabular)

  @Test("1: a sheet holds the cells as they are written, row by row")
  func sheets() throws {
    #expect(one.sheets.map(\.rowCount) == [2, 5, 4, 4, 5, 4])
    let applications = one.sheets[1]
    #expect(applications[1].number == 2)
    #expect(applications.texts(ofRow: 1) == ["填报单位：样例处", "单位：元"])
    #expect(applications.texts(ofRow: 2)[0...3] == ["申报编号", "姓名", "身份证号码", "申报类别"])
    #expect(applications.texts(ofRow: 3)[0...3] == ["T-001", "何 志远", "513299197503060118", "在职"])
    // Nothing is converted: the quoted thousands comma is still there.
    #expect(one.sheets[3].texts(ofRow: 1) == ["T-001", "何志远", "工资", "3,500", "月", "12"])
  }

  // MARK: Sheets → submissions (Intake)

  @Test("2: each sheet is recognised as a form by its headers, and every row has a class")
  func submissions() {
    let forms: [FormKind?] = [.units, .applications, .members, .income, .expenditure, .support]
    #expect(one.submissions.map(\.form) == forms)
    let applications = one.submissions[1].balance
    // Title, unit line, header, the application, the line for signatures: 5 rows.
    #expect(applications.rowsRead == 5)
    #expect(applications.rows == [.title: 1, .unitLine: 1, .header: 1, .data: 1, .note: 1])
    #expect(one.submissions[4].balance.rows == [.header: 1, .data: 3, .total: 1])
    // 30,000 + 2,400 + 10,000 = 42,400: the stated 合计 is right, so there is nothing to say.
    #expect(one.submissions.flatMap(\.findings).isEmpty)
  }

  @Test("3: the unit comes from the roster, by the alias in the line above the table")
  func unit() {
    #expect(one.submissions[1].unitLine == "样例处")
    #expect(one.unit.code == "T01" && one.unit.name == "州样例处")
    #expect(one.unit.isAffiliated == true)
  }

  @Test("4: every field has its type, its value and its cell")
  func fields() throws {
    let record = one.application.record
    #expect(record.name(.applicantName).value == PersonName(original: "何 志远", folded: "何志远"))
    #expect(record.identity(.applicantId).value?.number?.digits == "513299197503060118")
    #expect(record.choice(.applicantCategory, as: ApplicantCategory.self).value == .serving)
    #expect(record.count(.householdSize).value == 3)
    #expect(record.flag(.universalBenefitsUsed).value == true)
    #expect(record.flag(.otherAidExhausted).value == true)
    // 否, 否, ×, 无, 0 and N all mean no.
    let grounds: [Field] = [
      .exclusionMeetings, .exclusionDues, .exclusionAssignments, .exclusionConduct,
      .exclusionDuties, .exclusionUninsured,
    ]
    #expect(grounds.map { record.flag($0).value } == Array(repeating: false, count: 6))
    #expect(record.date(.noticeFrom).value?.day == CalendarDate(iso: "2015-09-14"))
    #expect(record.date(.noticeTo).value?.day == CalendarDate(iso: "2015-09-18"))
    #expect(one.catalog.words(for: record.cell(of: .noticeTo)) == "2申报表.csv Q4")
  }

  // MARK: Submissions → application (Intake)

  @Test("5: the rows of all sheets join by 申报编号; the old number is the same person")
  func application() {
    let application = one.application
    #expect(application.members.count == 3 && application.incomeItems.count == 3)
    #expect(application.expenditureItems.count == 3 && application.supportItems.count == 3)
    // HMAC-SHA256 under the key, over “2015|T01|number|T-001”, in base 24 from the lowest letter.
    #expect(application.caseID == "2015-T01-TRZBHN")
    #expect(
      application.members[0].identity(.memberId).value?.number == application.applicantNumber)
    #expect(application.allFindings.map(\.code) == [.identityFifteen])
  }

  // MARK: Application → worksheet (Income)

  @Test("6: the window is the twelve months before the month of application")
  func window() {
    // Applied for on 10 September 2015.
    #expect(one.household.referenceDate == CalendarDate(iso: "2015-09-10"))
    #expect(one.household.window.start == CalendarDate(iso: "2014-09-01"))
    #expect(one.household.window.end == CalendarDate(iso: "2015-08-31"))
  }

  @Test("7: the applicant's income is his items'; what nobody states is zero")
  func applicantLines() {
    let lines = one.household.members[0].lines
    // 3,500 × 12 = 42,000; 300 × 12 = 3,600 and subtracts, 月数 blank means the whole window.
    #expect(
      lines.map(Self.line) == [
        "工资 3500.00 元/月 × 12 = 42000.00 at D2", "奖金 4800.00 元/年 = 4800.00 at D3",
        " = 0.00 at G2", " = 0.00 at A2", "社保缴费 300.00 元/月 × 12 = -3600.00 at D4",
      ])
    let assumed = lines.map { $0.notes.contains(.incomeAssumedZero) }
    #expect(assumed == [false, false, true, true, false])
  }

  @Test("8: the wife's business income stands in 万元, the schoolchild has none")
  func familyLines() {
    // 0.6 × 10,000 = 6,000.
    let wife = one.household.members[1].lines
    #expect(wife.map(\.amount.description) == ["0.00", "6000.00", "0.00", "0.00"])
    #expect(Self.line(wife[1]) == "6000.00 元/年 = 6000.00 at G3")
    let child = one.household.members[2].lines
    #expect(child.map(\.amount.description) == ["0.00", "0.00", "0.00", "0.00"])
  }

  @Test("9: support counts once, and only inside the window")
  func supportLines() {
    // 医疗救助 12,000 equals the reimbursement of the medical bill: the same money, already
    // taken off the bill. 社会捐助 came on 31 August 2014, one day before the window.
    let lines = one.household.supportLines
    #expect(lines.map(\.amount.description) == ["3000.00", "12000.00", "500.00"])
    #expect(lines.map(\.counts) == [true, false, false])
    #expect(lines.map(\.notes) == [[], [.supportCountedOnce], [.supportOutsideWindow]])
  }

  @Test("10: of the bills what the family bore counts, where the policy deducts the type")
  func expenditureLines() {
    // 30,000 − 12,000 = 18,000; 教育 2,400 with a blank reimbursement, which is zero for it, paid on
    // the first day of the window; 住房 is not deducted.
    #expect(
      one.household.expenditureLines.map(Self.line) == [
        "30000.00 − 12000.00 = 18000.00 at D2", "2400.00 − 0.00 = 2400.00 at D3",
        "10000.00 − 0.00 = 10000.00 at D4",
      ])
    #expect(one.household.expenditureLines.map(\.counts) == [true, true, false])
  }

  @Test("11: D, S, R and n, and what is left per head and month")
  func figures() {
    let household = one.household
    // D = 42,000 + 4,800 − 3,600 + 6,000 = 49,200; S = 3,000; R = 18,000 + 2,400 = 20,400.
    #expect(household.disposable.description == "49200.00")
    #expect(household.support.description == "3000.00")
    #expect(household.expenditure.description == "20400.00")
    #expect(household.size == 3...3)
    // 49,200 ÷ 12 ÷ 3 = 1,366.666…; (49,200 + 3,000 − 20,400) ÷ 36 = 31,800 ÷ 36 = 883.333….
    #expect(household.perCapitaDisposable.description == "1366.67")
    #expect(household.perCapitaActual.description == "883.33")
    #expect(household.readings.count == 1 && household.unknowns.isEmpty)
    #expect(household.findings.map(\.code) == [.supportCountedOnce])
  }

  // MARK: Worksheet → assessment (Screening)

  @Test("12: the line is the rate in force on the day of application")
  func threshold() throws {
    // 1,250 until 30 June 2015, 1,380 from 1 July.
    let threshold = try #require(one.assessment.threshold)
    #expect(threshold.monthly == Money(yuan: 1380))
    #expect(threshold.effectiveFrom == CalendarDate(iso: "2015-07-01"))
    #expect(threshold.includesEquality)
  }

  @Test("13: the test is met only after the deduction, so the hardship is 支出型")
  func hardshipType() throws {
    // 1,380 × 12 × 3 = 49,680. D + S = 52,200 is above it, D + S − R = 31,800 below.
    #expect(one.assessment.hardshipType == .expenditure)
    let test = try #require(one.result.explanation).decisions[3]
    #expect(test.rule == .incomeTest && test.outcome == .pass)
    #expect(
      test.values.map(\.shown) == ["D = 49200.00", "S = 3000.00", "R = 20400.00", "n = 3"])
  }

  @Test("14: every rule that the case alone can answer has its decision")
  func decisions() {
    let ends = one.assessment.decisions.map { "\($0.rule.rawValue) \($0.outcome.rawValue)" }
    #expect(
      ends == [
        "AFFILIATION pass", "SURVIVOR_KIN notApplicable", "EXHAUSTION pass", "INCOME_TEST pass",
        "CONDUCT_MEETINGS pass", "CONDUCT_DUES pass", "CONDUCT_ASSIGNMENTS pass",
        "CONDUCT_BEHAVIOUR pass", "CONDUCT_DUTIES pass", "CONDUCT_UNINSURED pass", "CAUSE pass",
        // Verified on the 12th, notice from the 14th to the 18th (5 days), approved on the 21st.
        "PROCEDURE pass", "EVIDENCE pass",
      ])
  }

  // MARK: Assessment → result (the barrier: Linkage, Screening)

  @Test("15: the round adds FREQUENCY and UNIQUE, and the outcome follows")
  func result() {
    #expect(one.result.decisions.count == RuleCode.allCases.count)
    #expect(one.result.decisions.suffix(2).map(\.reason) == [.noEarlierHelpStated, .noDuplicate])
    #expect(one.result.outcome == .eligible)
    #expect(one.result.failedRules.isEmpty && one.result.unknownRules.isEmpty)
    // 1,380.00 − 883.33 = 496.67.
    #expect(one.result.shortfall?.description == "496.67")
  }

  // MARK: Result → roster and dossier (Reporting)

  @Test("16: the roster's line")
  func roster() throws {
    let csv = rosterCSV(ReportContext(one.round))
    let sheet = try #require(try readTables(from: csv).sheets.first)
    let line = zip(sheet.texts(ofRow: 0), sheet.texts(ofRow: 1)).filter { !$1.isEmpty }
    #expect(
      line.map { "\($0) \($1)" } == [
        "case_id 2015-T01-TRZBHN", "unit_code T01", "unit 州样例处", "source_file 2申报表.csv",
        "source_row 4", "applicant_name 何 志远", "applicant_id_masked 513299**********18",
        "category 在职", "household_size 3", "disposable_income_yuan 49200.00",
        "support_received_yuan 3000.00", "rigid_expenditure_yuan 20400.00",
        "per_capita_disposable_yuan_month 1366.67", "per_capita_actual_yuan_month 883.33",
        "per_capita_actual_low 883.33", "per_capita_actual_high 883.33",
        "threshold_yuan_month 1380.00", "shortfall_yuan_month 496.67",
        "hardship_type expenditure", "hardship_cause 疾病", "outcome eligible",
        // 496.67 × 3 × 12 = 17,880.00: (1,380 × 12 × 3) − 31,800.
        "recommended_measure 一次性资助", "recommended_amount_yuan 17880.00", "problem_count 2",
      ])
  }

  @Test("17: the dossier says it all in sentences, each with its cells")
  func dossier() throws {
    let page = try DossierRenderer(language: .simplifiedChinese)
      .dossier(of: one.result, in: one.round)
    for sentence in [
      "计算期 2014-09-01 – 2015-08-31 ，申报日期 2015-09-10",
      "工资 3,500.00 元/月 × 12 个月 [1] D2 42,000.00 元",
      "社保缴费 从收入中减去 [1] D4 −3,600.00 元", "社保缴费 300.00 元/月 × 12 个月 [1] D4 3,600.00 元",
      "医疗救助 12,000.00 中超出同一笔 12,000.00 的部分 [3] C3 [4] E2 0.00 元",
      "住房 10,000.00 − 0.00 [4] D4、E4 10,000.00 元 仅列示，不计入 这项支出不在政策扣除范围内",
      "[1] 4收入明细.csv", "[3] 6已受资助.csv",
      "D + S − R = 49,200.00 + 3,000.00 − 20,400.00 31,800.00 元",
      "( D + S − R ) ÷ 12 ÷ n = 31,800.00 ÷ 12 ÷ 3 883.33 元/月",
      // The same in fen, which is what decides.
      "3,180,000 ≤ 138,000 × 12 × 3 = 4,968,000 √ 成立",
      "家庭人均实际可支配收入每月 883.33 元，≤ 认定标准 1380.00 元，符合收入标准，差额 496.67 元。",
      "单位已完成信息核实、公示、审定和签章。", "身份证号码 513299197503060118 C4",
      "填写的是 15 位旧号码，已按 18 位比对",
    ] {
      let isSaid = Self.words(page).contains(sentence)
      #expect(isSaid, "\(sentence)")
    }
  }

  private static func line(_ line: WorksheetLine) -> String {
    "\(line.working) = \(line.amount) at \(line.sources.map(\.cell).joined(separator: ";"))"
  }

  /// A page without its tags, white space as single blanks.
  private static func words(_ page: String) -> String {
    let text = page.replacing(/<[^>]*>/, with: " ")
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
