import Casework
import TestSupport
import Testing

@testable import Registry

/// What stands in the registry, the row that is imported then, and how it is refused.
private struct Refusal: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let before: [OfficeEntry]
  let row: OfficeEntry
  let code: FindingCode
  /// The field whose cell the reason stands at.
  let field: Field

  init(
    _ name: String, after before: [OfficeEntry] = [], _ row: OfficeEntry, _ code: FindingCode,
    at field: Field
  ) {
    testDescription = name
    self.before = before
    self.row = row
    self.code = code
    self.field = field
  }
}

private let approved = OfficeEntry.approved("A")
private let publicised = Array(approved.dropLast())
private let objected = publicised + [.object("A", on: "2016-01-12")]
private let exited = approved + [.event("A", on: "2016-02-01", "退出")]

private let wrongMoney: [Refusal] = [
  Refusal(
    "paying a case that is not approved", .pay("A", on: "2016-02-01"), .registryNotApproved,
    at: .caseId),
  Refusal(
    "paying a proposed case", after: publicised, .pay("A", on: "2016-02-01"), .registryNotApproved,
    at: .caseId),
  Refusal(
    "paying before the approval's day", after: approved, .pay("A", on: "2016-01-19"),
    .registryNotApproved, at: .caseId),
  Refusal(
    "paying a fen more than approved", after: approved,
    .pay("A", on: "2016-02-01").with(
      .amount, .money(StatedAmount(fen(300_001), per: nil))), .registryOverApproved, at: .amount),
  Refusal(
    "paying more than is left", after: approved + [.pay("A", on: "2016-02-01", yuan: 2_500)],
    .pay("A", on: "2016-03-01", yuan: 501, voucher: "V-2"), .registryOverApproved, at: .amount),
  Refusal(
    "paying a closed case", after: exited, .pay("A", on: "2016-03-01"), .registryCaseClosed,
    at: .caseId),
  Refusal(
    "a voucher used for another amount", after: approved + [.pay("A", on: "2016-02-01")],
    .pay("A", on: "2016-02-02", yuan: 900), .registryVoucherUsed, at: .voucher),
  Refusal("nothing paid", .pay("A", on: "2016-02-01", yuan: 0), .registryAmountWrong, at: .amount),
  Refusal(
    "an amount that is not exact",
    .pay("A", on: "2016-02-01").with(
      .amount, .money(StatedAmount(yuan(900, 1_100), per: nil, precision: .about))),
    .registryAmountWrong, at: .amount),
  Refusal(
    "public money", .allocate("财政资金", on: "2016-01-01", yuan: 5_000), .registryPublicMoney,
    at: .source),
  Refusal(
    "a donation of a unit nobody knows", .donate("无此单位", on: "2016-01-01", yuan: 100),
    .unitUnknown, at: .submittingUnit),
]

private let wrongDecisions: [Refusal] = [
  Refusal(
    "deciding on the notice's last day", after: publicised, .decide("A", on: "2016-01-16"),
    .registryNoticeRunning, at: .decidedOn),
  Refusal(
    "deciding before a notice that is too short has run the policy's days",
    after: Array(approved.prefix(2)) + [.publicise("A", from: "2016-01-10", to: "2016-01-11")],
    .decide("A", on: "2016-01-14"), .registryNoticeRunning, at: .decidedOn),
  Refusal(
    "refusing while the notice runs", after: publicised, .decide("A", on: "2016-01-15", "不同意"),
    .registryNoticeRunning, at: .decidedOn),
  Refusal(
    "approving without a notice", after: Array(approved.prefix(2)), .decide("A", on: "2016-01-20"),
    .registryNoticeMissing, at: .caseId),
  Refusal(
    "approving a case that is only screened", .decide("A", on: "2016-01-20"), .registryIllegalStep,
    at: .decision),
  Refusal(
    "approving while an objection is open", after: objected, .decide("A", on: "2016-01-20"),
    .registryObjectionOpen, at: .decision),
  Refusal(
    "approving a closed case", after: exited, .decide("A", on: "2016-03-01"), .registryCaseClosed,
    at: .caseId),
  Refusal(
    "approving without an amount", after: publicised,
    .decide("A", on: "2016-01-20").without(.amount), .registryValueMissing, at: .amount),
  Refusal(
    "approving without a measure", after: publicised,
    .decide("A", on: "2016-01-20").without(.measure), .registryValueMissing, at: .measure),
  Refusal(
    "approving an unadjudicated pair",
    after: [
      .verify("B", on: "2016-01-05"), .propose("B", on: "2016-01-08"),
      .publicise("B", from: "2016-01-10", to: "2016-01-16"),
    ], .decide("B", on: "2016-01-20"), .registryDuplicateOpen, at: .caseId),
  Refusal(
    "another decision of the same day", after: approved,
    .decide("A", on: "2016-01-20", yuan: 4_000),
    .registryContradicts, at: .caseId),
]

private let wrongSteps: [Refusal] = [
  Refusal("a case nobody knows", .verify("Z", on: "2016-01-05"), .registryUnknownCase, at: .caseId),
  Refusal(
    "a notice that names a case nobody knows", after: Array(approved.prefix(2)),
    .publicise("A、Z", from: "2016-01-10", to: "2016-01-16"), .registryUnknownCase, at: .caseIds),
  Refusal(
    "proposing before the second verification", .propose("A", on: "2016-01-08"),
    .registryNotVerified, at: .caseId),
  Refusal(
    "a proposal dated before the verification", after: [.verify("A", on: "2016-01-05")],
    .propose("A", on: "2016-01-04"), .registryNotVerified, at: .caseId),
  Refusal(
    "a notice without a proposal", .publicise("A", from: "2016-01-10", to: "2016-01-16"),
    .registryIllegalStep, at: .from),
  Refusal(
    "a notice that ends before it begins", after: Array(approved.prefix(2)),
    .publicise("A", from: "2016-01-10", to: "2016-01-09"), .registryDateOrder, at: .to),
  Refusal(
    "an objection handled before it was received", after: publicised,
    .object("A", on: "2016-01-12", handledOn: "2016-01-11"), .registryDateOrder, at: .handledOn),
  Refusal(
    "a visit before help began", .visit("A", on: "2016-06-01"), .registryIllegalStep,
    at: .visitedOn),
  Refusal(
    "a visit to a closed case", after: exited, .visit("A", on: "2016-06-01"), .registryCaseClosed,
    at: .caseId),
  Refusal(
    "a contact without a name", after: approved, .event("A", on: "2016-01-21", "指定联系人"),
    .registryValueMissing, at: .followUpContact),
  Refusal(
    "resuming what was not suspended", after: approved, .event("A", on: "2016-02-01", "恢复"),
    .registryIllegalStep, at: .event),
  Refusal(
    "suspending before an approval", .event("A", on: "2016-02-01", "中止"), .registryIllegalStep,
    at: .event),
  Refusal(
    "a step of a merged case", .verify("D", on: "2016-01-05"), .registryCaseMerged, at: .caseId),
  Refusal(
    "a verdict on a pair nobody found", .judge("A+Z", "同一", on: "2016-01-05"), .verdictUnknownPair,
    at: .pairId),
  Refusal(
    "a case that is not named", .verify("A", on: "2016-01-05").without(.caseId),
    .registryValueMissing, at: .caseId),
  Refusal(
    "a day that could not be read", .verify("A", on: "?"), .registryValueMissing, at: .verifiedOn),
  Refusal(
    "a day stated by its month", .verify("A", on: "2016-01"), .registryValueMissing,
    at: .verifiedOn),
  Refusal(
    "a verification that contradicts the one of the day", after: [.verify("A", on: "2016-01-05")],
    .verify("A", on: "2016-01-05", spent: 100), .registryContradicts, at: .caseId),
]

@Suite("What the import refuses")
struct RefusalTests {
  @Test("money", arguments: wrongMoney)
  fileprivate func money(_ refusal: Refusal) throws { try check(refusal) }

  @Test("decisions", arguments: wrongDecisions)
  fileprivate func decisions(_ refusal: Refusal) throws { try check(refusal) }

  @Test("steps and rows", arguments: wrongSteps)
  fileprivate func steps(_ refusal: Refusal) throws { try check(refusal) }

  /// The row is refused with its code at its cell, in a second file and in the same one; everything
  /// else stands and the registry verifies.
  private func check(_ refusal: Refusal) throws {
    let programme = try Self.programme()
    if !refusal.before.isEmpty {
      #expect(try programme.record(refusal.before, file: "before.csv").rejected.isEmpty)
    }
    let before = try programme.tables()
    let report = try programme.record([refusal.row], file: "refused.csv")
    try expect(report, refusal, row: 2)
    var after = try programme.tables()
    after["imports"] = before["imports"]
    #expect(after == before)
    #expect(try programme.faults() == [])

    let again = try Self.programme()
    let both = try again.record(refusal.before + [refusal.row])
    #expect(both.accepted == refusal.before.count)
    try expect(both, refusal, row: refusal.before.count + 2)
  }

  private func expect(_ report: ImportReport, _ refusal: Refusal, row: Int) throws {
    let rejected = try #require(report.rejected.first)
    #expect(report.rejected.count == 1)
    let finding = try #require(rejected.findings.last)
    #expect(finding.code == refusal.code && finding.field == refusal.field)
    #expect(finding.location == rejected.record.cell(of: refusal.field))
    #expect(finding.location.map { Int($0.row) } == row)
  }

  /// A stands alone, B and C may be the same, D was confirmed to be C's duplicate.
  private static func programme() throws -> Programme {
    var merged = Filing("D")
    merged.primary = "C"
    let programme = try Programme()
    try programme.enrol(
      [Filing("A"), Filing("B"), Filing("C"), merged], pairs: [pair("B", "C"), pair("C", "D")],
      verdicts: [PairAdjudication(pairID: "C+D", verdict: .same, decidedOn: day("2015-10-20"))])
    return programme
  }
}
