import Casework

extension FullCase {
  static let findings = [
    Finding(
      .filingSuperseded, at: cell(3, 0), field: .applicationNumber, value: "2015-07",
      ["A3", "declaredAnnualIncome;phone"]),
    Finding(.incomeMonthsUnknown, at: cell(3, 9, file: 1), field: .months),
    Finding(
      .identityCheck, at: cell(4, 1, file: 1), field: .memberId, value: "513299200507010020"),
    Finding(
      .expenditureNotDeducted, at: cell(13, 4, file: 1), field: .expenditureType, value: "其他",
      ["其他"]),
  ]

  static let household: NormalizedHousehold = {
    let date = fixtureDay("2015-09-10")
    let disposable = MoneyInterval(Money(yuan: 53_760), Money(yuan: 63_360))
    return NormalizedHousehold(
      application: Application(
        round: "2015", unit: unit, record: record, members: members.compactMap(\.record),
        superseded: [earlier], caseID: "2015-U01-KQWZTR", findings: findings),
      referenceDate: date, referenceDateIsAssumed: false, window: IncomeWindow(before: date),
      members: members,
      householdLines: [
        WorksheetLine(
          .declaredTotal, yuan(68_000), working: "68000.00 元/年", sources: [cell(4, 12)],
          counts: false)
      ],
      supportLines: [
        WorksheetLine(
          .support("工会"), yuan(3_000), working: "3000.00 元 · 2015-01-20",
          sources: [cell(11, 4, file: 1)])
      ],
      expenditureLines: [
        WorksheetLine(
          .expenditure("医疗"), yuan(28_640), working: "61840.00 − 33200.00 元",
          sources: [cell(12, 4, file: 1), cell(12, 5, file: 1)]),
        WorksheetLine(
          .expenditure("其他"), yuan(1_200), working: "1200.00 元",
          sources: [cell(13, 4, file: 1)], counts: false, notes: [.expenditureNotDeducted]),
      ],
      readings: [
        HouseholdReading(
          disposable: disposable, support: yuan(3_000), expenditure: yuan(28_640), size: 4...4)
      ],
      unknowns: [
        UnknownItem(
          .incomeMonthsUnknown, field: .months, at: cell(3, 9, file: 1),
          bounds: MoneyInterval(.zero, Money(yuan: 9_600)))
      ], findings: [], worksheet: worksheet)
  }()

  static let duplicate = DuplicateLink(
    pairID: "P-4QK7ZT", kind: .sharedHousehold, caseA: "2015-U01-KQWZTR",
    caseB: "2015-U02-MBXHLD", roundA: "2015", roundB: "2015", unitA: "州水务局", unitB: "州林业局",
    personA: "member-2", personB: "applicant", reasons: [.sameIdentityNumber])

  static let explained = [
    ExplainedDecision(
      Decision(.affiliation, .pass, because: .affiliated), ["在职"],
      values: [ComparedValue("是", field: .affiliated, at: cell(4, 7))], citation: "办法 第三条"),
    ExplainedDecision(
      Decision(.survivorKin, .notApplicable, because: .notSurvivor), citation: "办法 第三条"),
    ExplainedDecision(
      Decision(.exhaustion, .pass, because: .aidExhausted),
      values: [
        ComparedValue("是", field: .universalBenefitsUsed, at: cell(4, 15)),
        ComparedValue("是", field: .otherAidExhausted, at: cell(4, 16)),
      ], citation: "办法 第四条"),
    ExplainedDecision(
      Decision(.incomeTest, .pass, because: .belowLine),
      ["585.83–785.83", "<=", "1380.00", "594.17"],
      values: [ComparedValue("28120.00–37720.00 元/年，4 人")],
      parameters: [
        ParameterReading(
          "最低工资标准", "1380 元/月", effectiveFrom: day("2015-07-01"), source: "川办发〔2015〕示例号")
      ], citation: "办法 第五条；民法典第一千二百五十九条"),
    ExplainedDecision(
      Decision(.conductMeetings, .pass, because: .noConductGround),
      values: [ComparedValue("否", field: .exclusionMeetings, at: cell(4, 17))]),
    ExplainedDecision(
      Decision(.conductUninsured, .unknown, because: .conductUnknown), citation: "办法 第六条"),
    ExplainedDecision(
      Decision(.cause, .pass, because: .causeStated), ["疾病"]),
    ExplainedDecision(
      Decision(.procedure, .unknown, because: .procedureIncomplete), ["noticeTo 4 < 7"],
      values: [
        ComparedValue("2015-09-03", field: .noticeFrom, at: cell(4, 24)),
        ComparedValue("2015-09-07", field: .noticeTo, at: cell(4, 25)),
      ],
      parameters: [ParameterReading("公示天数", "7 天", source: "办法 第九条")], citation: "办法 第九条"),
    ExplainedDecision(
      Decision(.frequency, mode: .warn, .notApplicable, because: .noEarlierHelpStated),
      citation: "办法 第十二条"),
    ExplainedDecision(
      Decision(.unique, .unknown, because: .unconfirmedDuplicate), ["P-4QK7ZT"]),
  ]

  static let decisions = explained.map(\.decision)

  static let result = ScreeningResult(
    assessment: Assessment(
      household: household, decisions: decisions, threshold: fixtureLine,
      hardshipType: .expenditure, findings: []),
    decisions: decisions, duplicates: [duplicate], clusterID: "C-4QK7ZT",
    outcome: .undetermined, findings: [],
    explanation: CaseExplanation(decisions: explained, policyValues: policyValues))
}
