import Casework
import Foundation
internal import GRDB

/// Cases whose verified figures differ from the declared ones are screened again.
extension OfficeImport {
  mutating func screenVerified(
    on day: CalendarDate, _ screening: (Application, Verification) throws -> VerifiedScreening
  ) throws {
    var reader = FilingReader()
    let through = try StoredRun.lastFact(in: database)
    let pairs = try PairBook(database)
    for (caseID, entry) in verified.sorted(by: { $0.key < $1.key }) {
      guard let stored = try StoredCase.fetch(caseID, from: database),
        let filing = try StoredFiling.newest(of: stored.id, from: database),
        let content = filing.content
      else { continue }
      let result = try screening(try reader.application(in: content), entry.verification)
      let isNew = try StoredScreening.insertIfChanged(
        StoredScreening(
          run: nil, filing: filing.id, basis: .verified, screenedOn: day, factsThrough: through,
          figures: result.verified), of: stored.id, into: database)
      note(entry, result)
      if isNew, let refreshed = try StoredCase.fetch(caseID, from: database) {
        try refreshed.rebase(on: pairs, under: rules, in: database)
      }
    }
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
