import Casework
import TestSupport
import Testing

private let apart: (Field, FieldValue?) = (.livesTogether, .flag(false))
private let together: (Field, FieldValue?) = (.livesTogether, .flag(true))
private let number = identity("513221196503151234")

/// Contract §2: n = household members who live together (the listed ones; 家庭人口 without a list).
private let sizes: [WorksheetCase] = [
  WorksheetCase(
    "the list without the question counts whole", [earner, person("乙", [(.wageIncome, money(0))])],
    n: 2...2),
  WorksheetCase(
    "a member who lives apart counts neither as a person nor with an income",
    [earner, person("乙", [(.wageIncome, money(90_000)), apart])], n: 1...1),
  // without 乙 30,000 for one, with 乙 50,000 for two
  WorksheetCase(
    "a member of whom it is not said may count or not",
    [earner, person("乙", [(.wageIncome, money(20_000))], blank: [.livesTogether])],
    d: yuan(30_000, 50_000), n: 1...2, [.memberLivingUnknown]),
  WorksheetCase(
    "the applicant, left blank, lives in the own household",
    [
      applicant([(.wageIncome, money(30_000))], blank: [.livesTogether]),
      person("乙", [(.wageIncome, money(0)), together]),
    ], n: 2...2),
  WorksheetCase(
    "an applicant said to live apart is doubted, not left out",
    [
      applicant([(.wageIncome, money(30_000)), apart]),
      person("乙", [(.wageIncome, money(0)), together]),
    ], d: yuan(0, 30_000), n: 1...2, [.memberApplicantApart]),
  WorksheetCase(
    "a stated size that disagrees with the list is an interval", [earner],
    application: [(.householdSize, .count(4))], n: 1...4, [.sizeConflict]),
  WorksheetCase(
    "a stated size that agrees is no doubt", [earner], application: [(.householdSize, .count(1))]),
  WorksheetCase(
    "without a list the stated size counts", [],
    application: [(.householdSize, .count(3)), (.wageIncome, money(30_000))], n: 3...3),
  WorksheetCase(
    "without a list and a size it is unknown", [], application: [(.wageIncome, money(30_000))],
    n: 1...15, [.sizeUnknown]),
  WorksheetCase(
    "a size of nobody is doubted", [],
    application: [(.householdSize, .count(0)), (.wageIncome, money(30_000))], n: 1...15,
    [.sizeImplausible]),
  WorksheetCase(
    "a size beyond the policy's largest is doubted", [],
    application: [(.householdSize, .count(99)), (.wageIncome, money(30_000))], n: 1...15,
    [.sizeImplausible]),
]

/// Contract §2: the same person twice in one household counts once, with a problem.
private let repeats: [WorksheetCase] = [
  WorksheetCase(
    "one number in 15 and in 18 digits is one person",
    [
      earner, person("乙", [(.memberId, number), (.wageIncome, money(5_000))]),
      person("乙", [(.memberId, identity("513221650315123")), (.wageIncome, money(5_000))]),
    ], d: yuan(35_000), n: 2...2, [.memberRepeated]),
  WorksheetCase(
    "one name and one birth date is one person",
    [
      earner, person("乙", [(.birthDate, date("2005-03")), (.wageIncome, money(0))]),
      person("乙", [(.birthDate, date("2005-03-15")), (.wageIncome, money(0))], .other),
    ], n: 2...2, [.memberRepeated]),
  WorksheetCase(
    "the applicant listed twice is one person", [earner, earner], n: 1...1, [.memberRepeated]),
  WorksheetCase(
    "one name with two valid numbers is two persons",
    [
      earner, person("乙", [(.memberId, number), (.wageIncome, money(0))]),
      person("乙", [(.memberId, identity("513223197906101044")), (.wageIncome, money(0))]),
    ], n: 3...3),
  // once: 30,000 + 12,000 for two; twice: 30,000 + 24,000 for three
  WorksheetCase(
    "one name without a proof may be one person or two",
    [
      earner, person("乙", [(.netTransferIncome, money(12_000))], .parent),
      person("乙", [(.netTransferIncome, money(12_000))], .other),
    ], d: yuan(42_000, 54_000), n: 2...3, [.memberPossiblyRepeated]),
  // 5,000 by one row, 6,000 by the other
  WorksheetCase(
    "two rows about one person that disagree are an interval",
    [
      earner, person("乙", [(.memberId, number), (.wageIncome, money(5_000))]),
      person("乙", [(.memberId, number), (.wageIncome, money(6_000))]),
    ], d: yuan(35_000, 36_000), n: 2...2, [.incomeSourcesConflict]),
  // the second row says what the first leaves open
  WorksheetCase(
    "two rows about one person complete each other",
    [
      earner, person("乙", [(.memberId, number)], blank: [.livesTogether]),
      person("乙", [(.memberId, number), (.wageIncome, money(6_000)), together]),
    ], d: yuan(36_000), n: 2...2),
  WorksheetCase(
    "two rows about one person that disagree about living together leave it open",
    [
      earner.adding(together), person("乙", [(.memberId, number), (.wageIncome, money(0)), apart]),
      person("乙", [(.memberId, number), (.wageIncome, money(0)), together]),
    ], n: 1...2, [.memberLivingUnknown]),
]

extension WrittenRow {
  fileprivate func adding(_ cell: (Field, FieldValue?)) -> WrittenRow {
    WrittenRow(form: form, cells: cells + [cell], blank: blank)
  }
}

@Suite("The persons of a household")
struct HouseholdTests {
  @Test("how many live together", arguments: sizes)
  func size(_ example: WorksheetCase) { example.check() }

  @Test("a doubted size is told as it is stated", arguments: [0, 99])
  func doubtedSize(stated: Int) {
    let household = Filing(application: [(.householdSize, .count(stated))]).worksheet()
    let doubts = household.findings.filter { $0.code == .sizeImplausible }
    #expect(doubts.map(\.arguments) == [["\(stated)"]])
  }

  @Test("the same person twice", arguments: repeats)
  func repeated(_ example: WorksheetCase) { example.check() }

  @Test("an applicant whom the list leaves out may live in the household or not")
  func applicantMissing() {
    let household = Filing(rows: [
      person("乙", [(.wageIncome, money(10_000))], .spouse), item("工资", bare(1_000), .month),
    ]).worksheet()
    // without the applicant 10,000 for one, with the applicant 10,000 + 1,000 × 12 for two
    #expect(household.disposable == yuan(10_000, 22_000))
    #expect(household.size == 1...2)
    #expect(household.codes.contains(.memberApplicantMissing))
  }

  @Test("every way the household can live is read on its own")
  func readings() {
    let household = Filing(rows: [
      earner, person("乙", [(.wageIncome, money(20_000))], blank: [.livesTogether]),
      bill("医疗", 6_000, reimbursed: 1_000, of: "乙"),
    ]).worksheet()
    let figures = Set(
      household.readings.map {
        [$0.disposable.low, $0.expenditure.low, Money(fen: Int64($0.size.lowerBound))]
      })
    #expect(
      figures == [
        [Money(yuan: 30_000), .zero, Money(fen: 1)],
        [Money(yuan: 50_000), Money(yuan: 5_000), Money(fen: 2)],
      ])
  }
}
