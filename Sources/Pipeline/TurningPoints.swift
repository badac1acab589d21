import Casework
import Income
import Screening

extension ScreeningResult {
  /// The case's decisions in full, with what would turn it: for the panel's dossier only.
  func explanation(
    under policy: PolicyFile, edition: EditionInForce, asOf: CalendarDate
  ) -> CaseExplanation {
    let (duplicates, primary, help) = (duplicates, primary, knownHelp)
    return caseExplanation(
      of: self, under: edition.edition,
      trying: edition.trial { (filing) throws(PolicyGap) in
        // A changed day of application can lead to another edition.
        let inForce = try policy.edition(for: filing, asOf: asOf)
        let household = normalizedHousehold(of: filing, under: inForce.income, asOf: asOf)
        return screeningResult(
          concluding: try Screening.assessment(
            of: household, under: inForce.edition, asOf: asOf),
          duplicates: duplicates, clusterID: "", primary: primary, earlierHelp: help,
          under: inForce.edition)
      })
  }
}

extension EditionInForce {
  /// A trial that screens changed filings.
  func trial(
    _ screened: @escaping @Sendable (Application) throws(PolicyGap) -> ScreeningResult
  ) -> TrialScreening {
    TrialScreening(
      deductibleTypes: income.deductions.keys.sorted(), greatestCost: income.unknownAmount,
      largestHousehold: income.largestHousehold
    ) { filing in
      do throws(PolicyGap) {
        return try screened(filing)
      } catch {
        // A changed day may have no line; such a change turns nothing.
        return nil
      }
    }
  }
}
