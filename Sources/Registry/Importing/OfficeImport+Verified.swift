import Casework
import Foundation
internal import GRDB

/// Cases whose verified figures differ from the declared ones are screened again, as of the day of
/// their newest screening: only the figures are others.
extension OfficeImport {
  mutating func screenVerified(
    under policy: PolicyRecord,
    _ screening: (CaseContext, CalendarDate) throws -> VerifiedScreening
  ) throws {
    guard !verified.isEmpty else { return }
    try StoredRun.insert(policy, into: database)
    var reader = FilingReader()
    let known = try KnownThrough.now(in: database)
    let contexts = try RoundContexts(database, through: known)
    let pairs = try PairBook(database)
    for (caseID, entry) in verified.sorted(by: { $0.key < $1.key }) {
      guard let stored = try StoredCase.fetch(caseID, from: database),
        let filing = try StoredFiling.newest(of: stored.id, from: database),
        let content = filing.content
      else { continue }
      // One of a later day may have been imported before.
      let newest = try StoredCase.verification(of: stored.id, through: known, from: database)
      let result = try screening(
        contexts.context(
          of: try reader.application(in: content), verification: newest ?? entry.verification,
          referenceDay: nil), filing.screenedOn)
      let isNew = try StoredScreening.insertIfChanged(
        StoredScreening(
          filing: filing.id, basis: .verified, policy: policy.digest, screenedOn: filing.screenedOn,
          known: known, figures: result.verified), of: stored.id, into: database)
      note(entry, result)
      noteApproval(of: caseID, result.verified.outcome)
      if isNew, let refreshed = try StoredCase.fetch(caseID, from: database) {
        try refreshed.rebase(on: pairs, in: database)
      }
    }
  }

  private mutating func noteApproval(of caseID: String, _ outcome: CaseOutcome) {
    guard let place = approvedUnscreened[caseID], outcome != .eligible else { return }
    remark(StepFinding(.registryAgainstScreening, at: .decision, [outcome.rawValue]), at: place)
  }

  private mutating func note(
    _ entry: (verification: Verification, place: QueuedPlace), _ result: VerifiedScreening
  ) {
    let figures: [(Money?, MoneyInterval, Field)] = [
      (entry.verification.annualIncome, result.declared.disposable, .verifiedAnnualIncome),
      (entry.verification.expenditure, result.declared.expenditure, .verifiedExpenditure),
    ]
    for (verified, declared, field) in figures {
      guard let verified, declared.exact != verified else { continue }
      remark(
        StepFinding(
          .registryVerifiedDiffers, at: field, [declared.description, verified.description]),
        at: entry.place)
    }
  }
}
