public import Casework

/// The cases whose proposal is being publicised or is about to be, for the in-Party notice.
///
/// Only those with an imported proposal and a recorded second verification that did not find the
/// application untrue (contract §4).
public func proposedRecipients(of ledger: ProgrammeLedger) -> [Recipient] {
  let units = unitsByCode(ledger)
  return ledger.cases.filter { $0.state.isBeforeDecision && $0.isVerified }
    .sorted(by: noticeOrder)
    .compactMap { record in
      guard let proposal = record.newestProposal else { return nil }
      return Recipient(
        of: record, unit: unit(of: record, in: units), measure: proposal.measure,
        amount: proposal.amount)
    }
}

/// The cases that were paid in a year, with the sum of each measure.
public func recipients(of ledger: ProgrammeLedger, year: Int) throws(AnnualReportError)
  -> [Recipient]
{
  let units = unitsByCode(ledger)
  let payments = try ProgrammeFacts(of: ledger).payments.filter { $0.paidOn.year == year }
  let groups = Dictionary(grouping: payments, by: \.record.caseID)
  return ledger.cases.filter { $0.newestProposal != nil && $0.isVerified }
    .sorted(by: noticeOrder)
    .flatMap { record in
      AssistanceMeasure.allCases.compactMap { measure -> Recipient? in
        let paid = (groups[record.caseID] ?? []).filter { $0.measure == measure }.map(\.amount)
        guard !paid.isEmpty else { return nil }
        return Recipient(
          of: record, unit: unit(of: record, in: units), measure: measure,
          amount: paid.reduce(.zero, +))
      }
    }
}

/// By unit; within it by the identifier, which tells nothing about the person.
private func noticeOrder(_ left: CaseRecord, _ right: CaseRecord) -> Bool {
  (left.unitCode, left.caseID) < (right.unitCode, right.caseID)
}

private func unitsByCode(_ ledger: ProgrammeLedger) -> [String: SubmittingUnit] {
  Dictionary(ledger.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}

private func unit(
  of record: CaseRecord, in units: [String: SubmittingUnit]
) -> SubmittingUnit {
  units[record.unitCode] ?? SubmittingUnit(code: record.unitCode, name: record.unitCode)
}

extension CaseState {
  fileprivate var isBeforeDecision: Bool {
    self == .proposed || self == .publicised || self == .objected
  }
}

extension CaseRecord {
  fileprivate var isVerified: Bool {
    let conclusions = facts.compactMap {
      if case .verification(let fact) = $0 { fact.conclusion } else { nil }
    }
    return conclusions.last.map { $0 != .untrue } ?? false
  }

  fileprivate var newestProposal: Proposal? {
    facts.compactMap { if case .proposal(let fact) = $0 { fact } else { nil } }.last
  }
}
