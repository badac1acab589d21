public import Casework

/// The entry of a unit's one-day-pay donation: income of its year, from its unit.
public func bookEntries(receiving donation: Donation) -> [BookEntry] {
  [
    BookEntry(
      .income, on: donation.bookedOn, from: .income(.oneDayDonation, year: donation.year),
      to: .cash, amount: donation.amount, voucher: donation.voucher,
      unitCode: donation.unitCode)
  ]
}

/// The entry of other income: of the year it was received in.
///
/// - Precondition: the source is lawful; the import refuses 财政资金 before it comes to the books.
public func bookEntries(receiving allocation: Allocation) -> [BookEntry] {
  precondition(allocation.source.isLawful, "public money never enters the books")
  return [
    BookEntry(
      .income, on: allocation.receivedOn,
      from: .income(allocation.source, year: allocation.receivedOn.year), to: .cash,
      amount: allocation.amount, voucher: allocation.voucher)
  ]
}

/// The entry of an approval: its whole amount is promised to the case.
///
/// Empty where the decision approves nothing or no amount. A decision on a case with an open
/// commitment goes to ``bookEntries(deciding:releasing:)``.
public func bookEntries(approving decision: CommitteeDecision) -> [BookEntry] {
  guard decision.verdict == .approved, let amount = decision.amount, amount > .zero else {
    return []
  }
  return [
    BookEntry(
      .commitment, on: decision.decidedOn, from: .available, to: .committed, amount: amount,
      voucher: decision.documentNumber, caseID: decision.caseID)
  ]
}

/// The entries of a decision on a case: what was open is given up, what is approved is promised.
///
/// `open` is the case's open commitment before the decision. A decision that is put off changes
/// nothing.
public func bookEntries(
  deciding decision: CommitteeDecision, releasing open: Money
) -> [BookEntry] {
  guard decision.verdict != .deferred else { return [] }
  return bookEntries(
    releasing: decision.caseID, amount: open, on: decision.decidedOn,
    voucher: decision.documentNumber) + bookEntries(approving: decision)
}

/// The entries of a payment: the money leaves, and the promise of it with it.
///
/// `measure` is that of the approval in force.
public func bookEntries(
  paying disbursement: Disbursement, measure: AssistanceMeasure
) -> [BookEntry] {
  let payment = BookEntry(
    .payment, on: disbursement.paidOn, from: .cash, to: .spending(measure),
    amount: disbursement.amount, voucher: disbursement.voucher, caseID: disbursement.caseID)
  return [payment]
    + bookEntries(
      releasing: disbursement.caseID, amount: disbursement.amount, on: disbursement.paidOn,
      voucher: disbursement.voucher)
}

/// The entry of a promise that is given up, such as by an exit; empty where nothing is open.
public func bookEntries(
  releasing caseID: String, amount: Money, on day: CalendarDate, voucher: String = ""
) -> [BookEntry] {
  guard amount > .zero else { return [] }
  return [
    BookEntry(
      .release, on: day, from: .committed, to: .available, amount: amount, voucher: voucher,
      caseID: caseID)
  ]
}
