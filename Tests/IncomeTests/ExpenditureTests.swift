import Casework
import Income
import TestSupport
import Testing

/// Contract §2: R = rigid expenditure actually borne in the window (billed − reimbursed).
private let amounts: [WorksheetCase] = [
  // 5,000 − 2,000 = 3,000
  WorksheetCase(
    "a bill counts without its reimbursement", [earner, bill("医疗", 5_000, reimbursed: 2_000)],
    r: yuan(3_000)),
  WorksheetCase(
    "a blank reimbursement of a type that is not reimbursable is zero",
    [earner, bill("教育", 5_000)], r: yuan(5_000)),
  WorksheetCase(
    "a blank reimbursement of another type is between zero and the bill",
    [earner, bill("医疗", 5_000)], r: yuan(0, 5_000), [.expenditureReimbursementBlank]),
  WorksheetCase(
    "a reimbursement that cannot be read is between zero and the bill",
    [earner, bill("教育", 5_000).rewriting(.reimbursed, nil)], r: yuan(0, 5_000)),
  WorksheetCase(
    "a reimbursement above the bill is an error and the same interval",
    [earner, bill("医疗", 5_000, reimbursed: 50_000)], r: yuan(0, 5_000),
    [.expenditureReimbursedAboveBill]),
  WorksheetCase(
    "a reimbursement equal to the bill leaves nothing",
    [earner, bill("医疗", 5_000, reimbursed: 5_000)], r: .zero),
  WorksheetCase(
    "a reimbursement below zero does not raise what was borne",
    [earner, bill("医疗", 5_000, reimbursed: -2_000)], r: yuan(0, 5_000)),
  WorksheetCase(
    "a type the policy does not list is not deducted",
    [earner, bill("住房", 5_000, reimbursed: 0)], r: .zero, [.expenditureNotDeducted]),
  WorksheetCase(
    "a bill without an amount is unknown, bounded by the policy",
    [earner, bill("医疗", 0, reimbursed: 0).leaving(.billedAmount)], r: yuan(0, 500_000),
    [.expenditureAmountUnknown]),
  WorksheetCase(
    "a type that cannot be read may be deducted or not",
    [earner, bill("医疗", 5_000, reimbursed: 0).rewriting(.expenditureType, nil)],
    r: yuan(0, 5_000)),
  // (5,000 ∓ 500) − 1,000
  WorksheetCase(
    "a bill marked 约 opens to both sides",
    [earner, bill("医疗", 0, reimbursed: 1_000).rewriting(.billedAmount, about(5_000, nil))],
    r: yuan(3_500, 4_500)),
  // 3,000 + 800
  WorksheetCase(
    "bills of several types add up",
    [earner, bill("医疗", 5_000, reimbursed: 2_000), bill("教育", 800)], r: yuan(3_800)),
  WorksheetCase("no rows of expenditure mean none was borne", [earner], r: .zero),
]

/// Contract §2: the window of an application of 2015-06-15 is 2014-06-01 to 2015-05-31.
private let times: [WorksheetCase] = [
  WorksheetCase(
    "the day before the window does not count",
    [earner, bill("教育", 900, on: "2014-05-31")], r: .zero, [.expenditureOutsideWindow]),
  WorksheetCase(
    "the first day of the window counts", [earner, bill("教育", 900, on: "2014-06-01")],
    r: yuan(900)),
  WorksheetCase(
    "the last day of the month before counts", [earner, bill("教育", 900, on: "2015-05-31")],
    r: yuan(900)),
  WorksheetCase(
    "the month of the application does not count",
    [earner, bill("教育", 900, on: "2015-06-01")], r: .zero, [.expenditureOutsideWindow]),
  WorksheetCase(
    "an application on the first of a month has the same window as on its last",
    [earner, bill("教育", 900, on: "2014-06-01")], on: "2015-06-01", r: yuan(900)),
  WorksheetCase(
    "a month inside the window counts", [earner, bill("教育", 900, on: "2015-05")], r: yuan(900)),
  WorksheetCase(
    "a year that is only partly inside may count or not",
    [earner, bill("教育", 900, on: "2014")], r: yuan(0, 900)),
  WorksheetCase(
    "an undated bill counts, with a note", [earner, bill("教育", 900, on: nil)], r: yuan(900),
    [.expenditureUndated]),
  WorksheetCase(
    "a date that cannot be read may be in the window or not",
    [earner, bill("教育", 900, on: "?")], r: yuan(0, 900), [.expenditureUndated]),
]

/// Contract §2: D, S and R are of the members who live together.
private let owners: [WorksheetCase] = [
  WorksheetCase(
    "a bill of a member who lives apart does not count",
    [earner, person("乙", [(.livesTogether, .flag(false))]), bill("教育", 900, of: "乙")], r: .zero),
  WorksheetCase(
    "a bill of a member whom nobody lists may count", [earner, bill("教育", 900, of: "丙")],
    r: yuan(0, 900), [.itemMemberUnknown]),
  WorksheetCase(
    "a bill of a member of whom it is not said counts where the member does",
    [
      earner, person("乙", [(.wageIncome, money(0))], blank: [.livesTogether]),
      bill("教育", 900, of: "乙"),
    ], r: yuan(0, 900), n: 1...2),
]

@Suite("Rigid expenditure")
struct ExpenditureTests {
  @Test("what was borne", arguments: amounts)
  func borne(_ example: WorksheetCase) { example.check() }

  @Test("when it was paid", arguments: times)
  func paid(_ example: WorksheetCase) { example.check() }

  @Test("for whom it was paid", arguments: owners)
  func ownership(_ example: WorksheetCase) { example.check() }

  @Test("a cap limits the sum of its type, not each bill")
  func caps() {
    var rules = IncomeRules.sample
    rules.deductions["教育"] = IncomeRules.Deduction(cap: Money(yuan: 2_000))
    let household = Filing(rows: [
      earner, bill("教育", 1_500), bill("教育", 1_500, on: nil), bill("医疗", 700, reimbursed: 0),
    ]).worksheet(under: rules)
    // min(1,500 + 1,500, 2,000) + 700
    #expect(household.expenditure == yuan(2_700))
    #expect(household.codes.contains(.expenditureCapped))
  }
}
