import Testing

@testable import SampleData

@Suite("truth of a case")
struct TruthTests {
  /// One earner with the given monthly wage, alone, applying on 2015-10-01.
  private func loneEarner(monthly: Int) -> Case {
    let person = Person(
      name: "甲", sex: .male, birthDate: SampleDate(1970, 1, 1),
      identityNumber: identityNumber(birthDate: SampleDate(1970, 1, 1), sequence: 11),
      ethnicGroup: "羌族")
    let wage = IncomeItem(.wage, monthly, .month)
    return Case(
      number: "1", applicationDate: SampleDate(2015, 10, 1), category: .serving, deceased: nil,
      members: [
        Member(person: person, relationship: "本人", employment: .serving, items: [wage])
      ],
      expenditures: [], supports: [], cause: "疾病", affiliated: true,
      procedure: UnitProcedure(
        verifiedOn: SampleDate(2015, 10, 2), noticeFrom: SampleDate(2015, 10, 2),
        noticeTo: SampleDate(2015, 10, 6), approvedOn: SampleDate(2015, 10, 6), sealed: true),
      phone: "", address: "", requestedAmount: 0, requestedMeasure: "", savings: 0, debt: 0)
  }

  private func outcome(of filing: Case) -> TrueOutcome {
    TrueOutcome(filing, figures: TrueFigures(filing), unitAffiliated: true)
  }

  @Test(
    "an income equal to the line passes, one fen more fails",
    arguments: [(138_000, "eligible"), (138_001, "ineligible"), (137_999, "eligible")])
  func line(_ monthly: Int, _ expected: String) {
    #expect(outcome(of: loneEarner(monthly: monthly)).outcome == expected)
  }

  @Test("the line is the rate in force on the application date")
  func rateOfTheDay() {
    var filing = loneEarner(monthly: 130_000)
    filing.applicationDate = SampleDate(2015, 6, 30)
    #expect(TrueFigures(filing).meetsTest == false)
    filing.applicationDate = SampleDate(2015, 7, 1)
    #expect(TrueFigures(filing).meetsTest == true)
  }

  @Test(
    "expenditure counts from the first to the last day of the twelve months",
    arguments: [
      (SampleDate(2014, 9, 30), 0), (SampleDate(2014, 10, 1), 500), (SampleDate(2015, 9, 30), 500),
      (SampleDate(2015, 10, 1), 0),
    ])
  func window(_ day: SampleDate, _ counted: Int) {
    var filing = loneEarner(monthly: 100_000)
    filing.expenditures = [
      Expenditure(member: nil, type: .medical, billed: 900, reimbursed: 400, paidOn: day)
    ]
    #expect(TrueFigures(filing).borne == Interval(counted))
  }

  @Test("an open reimbursement leaves the case undetermined only where it decides")
  func openReimbursement() {
    var filing = loneEarner(monthly: 140_000)
    filing.expenditures = [
      Expenditure(
        member: nil, type: .medical, billed: 5_000_000, reimbursed: nil,
        paidOn: SampleDate(2015, 5, 5))
    ]
    #expect(outcome(of: filing).unknown == ["INCOME_TEST"])
    filing.members[0].items = loneEarner(monthly: 100_000).members[0].items
    #expect(outcome(of: filing).outcome == "eligible")
  }

  @Test("support entered as reimbursement too counts once")
  func enteredTwice() {
    var filing = loneEarner(monthly: 100_000)
    filing.expenditures = [
      Expenditure(member: nil, type: .medical, billed: 9000, reimbursed: 4000, paidOn: nil)
    ]
    filing.supports = [Support(kind: "医疗救助", amount: 4000, receivedOn: nil)]
    #expect(TrueFigures(filing).numerator == Interval(1_200_000 - 5000))
  }

  @Test("a notice of four days, a blank seal or a step out of order never refuses")
  func procedure() {
    var filing = loneEarner(monthly: 100_000)
    #expect(filing.procedure.isComplete)
    filing.procedure.noticeTo = SampleDate(2015, 10, 5)
    #expect(outcome(of: filing).outcome == "undetermined")
    #expect(outcome(of: filing).unknown == ["PROCEDURE"])
  }

  @Test(
    "a helped household may apply again after twelve months to the day",
    arguments: [(SampleDate(2014, 10, 1), "eligible"), (SampleDate(2014, 10, 2), "ineligible")])
  func frequency(_ helped: SampleDate, _ expected: String) {
    var filing = loneEarner(monthly: 100_000)
    filing.previouslyHelpedOn = helped
    #expect(outcome(of: filing).outcome == expected)
  }
}

@Suite("texts of a sample")
struct TextTests {
  @Test("check digits follow GB 11643")
  func checkDigit() { #expect(identityCheckDigit(of: "61010419620927690") == "8") }

  @Test(
    "capital numerals",
    arguments: [
      (140_950, "壹仟肆佰零玖元伍角"), (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
      (32_504, "叁佰贰拾伍元零肆分"), (10_050_000, "壹拾万零伍佰元整"), (50, "伍角"),
    ])
  func capital(_ fen: Int, _ text: String) { #expect(capitalText(fen) == text) }

  @Test(
    "decimals",
    arguments: [(384_512, "3845.12"), (-5, "-0.05"), (100, "1"), (0, "0"), (-120_000, "-1200")])
  func decimals(_ fen: Int, _ text: String) { #expect(decimalText(fen, scale: 2) == text) }

  @Test(
    "thousands", arguments: [("1234567.5", "1,234,567.5"), ("-1000", "-1,000"), ("999", "999")])
  func thousands(_ plain: String, _ text: String) { #expect(grouped(plain) == text) }

  @Test("dates in Chinese numerals")
  func numerals() {
    #expect(numeralDate(SampleDate(2015, 10, 21), zero: "〇") == "二〇一五年十月二十一日")
    #expect(numeralDate(SampleDate(2015, 3, 10), zero: "O") == "二O一五年三月十日")
  }

  @Test("a date's parts and day number agree")
  func dates() {
    for number in stride(from: -16_000, to: 20_000, by: 7) {
      let date = SampleDate(dayNumber: number)
      #expect(SampleDate(date.year, date.month, date.day).dayNumber == number)
    }
    #expect(SampleDate(2000, 2, 29).adding(years: 1) == SampleDate(2001, 3, 1))
  }

  @Test("GB18030 bytes")
  func gb18030() throws {
    #expect(try TextEncoding.gb18030.bytes(of: "序·") == [0xD0, 0xF2, 0xA1, 0xA4])
  }

  @Test("cells are named as a spreadsheet names them")
  func cellNames() {
    #expect(Position(row: 0, column: 0).a1 == "A1")
    #expect(Position(row: 32, column: 40).a1 == "AO33")
    #expect(Position(row: 9, column: 701).a1 == "ZZ10")
  }
}
