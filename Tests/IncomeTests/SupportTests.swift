import Casework
import TestSupport
import Testing

private func paper(_ text: String) -> Cells { [(.evidence, .text(text))] }

/// Contract §2: S = support received in the window that is not already in D.
private let received: [WorksheetCase] = [
  WorksheetCase("support counts", [earner, aid("工会", 1_500)], s: yuan(1_500)),
  WorksheetCase("no rows of support mean none was received", [earner], s: .zero),
  WorksheetCase(
    "support outside the window does not count", [earner, aid("工会", 1_500, on: "2015-06-01")],
    s: .zero, [.supportOutsideWindow]),
  WorksheetCase(
    "undated support counts, with a note", [earner, aid("工会", 1_500, on: nil)], s: yuan(1_500),
    [.supportUndated]),
  WorksheetCase(
    "support of a year that is only partly inside may count or not",
    [earner, aid("工会", 1_500, on: "2014")], s: yuan(0, 1_500)),
  WorksheetCase(
    "support without an amount is unknown, bounded by the policy",
    [earner, aid("工会", 0).leaving(.amount)], s: yuan(0, 500_000), [.supportAmountUnknown]),
]

/// Contract §2, "Nothing twice": the same benefit as support and as reimbursement counts once.
private let once: [WorksheetCase] = [
  // the bill of 5,000 less 2,000 reimbursed; the support is that reimbursement
  WorksheetCase(
    "an equal amount proves the same benefit",
    [earner, bill("医疗", 5_000, reimbursed: 2_000), aid("医疗救助", 2_000)], r: yuan(3_000),
    [.supportCountedOnce]),
  WorksheetCase(
    "one reimbursement proves one row of support",
    [
      earner, bill("医疗", 5_000, reimbursed: 2_000), aid("医疗救助", 2_000),
      aid("临时救助", 2_000),
    ], s: yuan(2_000), r: yuan(3_000)),
  // the document is the same, 500 of the 2,500 may be another benefit
  WorksheetCase(
    "the same document proves it, what goes beyond may count",
    [
      earner, bill("医疗", 5_000, reimbursed: 2_000, paper("结算单1号、发票")),
      aid("社会捐助", 2_500, paper("结算单1号")),
    ], s: yuan(0, 500), r: yuan(3_000), [.supportCountedOnce]),
  WorksheetCase(
    "an equal amount is matched before a document that others share",
    [
      earner, bill("医疗", 5_000, reimbursed: 2_000, paper("结算单1号")),
      aid("社会捐助", 3_000, paper("结算单1号")), aid("医疗救助", 2_000),
    ], s: yuan(3_000), r: yuan(3_000)),
  WorksheetCase(
    "where only the kind agrees both readings stand",
    [earner, bill("医疗", 5_000, reimbursed: 2_000), aid("医疗救助", 1_500)], s: yuan(0, 1_500),
    r: yuan(3_000), [.supportPossiblyTwice]),
  WorksheetCase(
    "a bill whose type cannot be read may be of the kind",
    [
      earner, bill("医疗", 5_000, reimbursed: 2_000).rewriting(.expenditureType, nil),
      aid("医疗救助", 1_500),
    ], s: yuan(0, 1_500), r: yuan(0, 3_000), [.supportPossiblyTwice]),
  WorksheetCase(
    "a bill whose type cannot be read is of no kind that nothing reimburses",
    [
      earner, bill("医疗", 5_000, reimbursed: 2_000).rewriting(.expenditureType, nil),
      aid("工会", 1_500),
    ], s: yuan(1_500), r: yuan(0, 3_000)),
  WorksheetCase(
    "another kind and another amount is another benefit",
    [earner, bill("医疗", 5_000, reimbursed: 2_000), aid("工会", 1_500)], s: yuan(1_500),
    r: yuan(3_000)),
  // nothing of this bill is in R, so the support is not in it either
  WorksheetCase(
    "a reimbursement that is not counted swallows no support",
    [earner, bill("住房", 5_000, reimbursed: 2_000), aid("工会", 2_000)], s: yuan(2_000)),
  // D = 30,000 + 3,000 of relief; the support is that relief
  WorksheetCase(
    "support that is among the income already counts once",
    [earner, item("救助金", bare(3_000), .once), aid("低保", 3_000)], d: yuan(33_000),
    [.supportAlreadyIncome]),
  WorksheetCase(
    "relief of a member who lives apart is not in the income, so the support counts",
    [
      earner, person("乙", [(.livesTogether, .flag(false))]),
      item("救助金", bare(3_000), .once, of: "乙"), aid("低保", 3_000),
    ], s: yuan(3_000)),
  // 30,000 + 2,000 of relief − 5,000 = 27,000, as if the bill were 3,000 and the relief none
  WorksheetCase(
    "a reimbursement that is among the income already does not lower the deduction",
    [earner, item("救助金", bare(2_000), .once), bill("医疗", 5_000, reimbursed: 2_000)],
    d: yuan(32_000), r: yuan(5_000)),
  WorksheetCase(
    "a reimbursement with the document of an income item does not lower the deduction",
    [
      earner, item("其他转移", bare(2_000), .once, paper("结算单1号")),
      bill("医疗", 5_000, reimbursed: 2_000, paper("结算单1号")),
    ], d: yuan(32_000), r: yuan(5_000)),
]

@Suite("Support received")
struct SupportTests {
  @Test("what was received", arguments: received)
  func receivedSupport(_ example: WorksheetCase) { example.check() }

  @Test("nothing counts twice", arguments: once)
  func nothingTwice(_ example: WorksheetCase) { example.check() }
}
