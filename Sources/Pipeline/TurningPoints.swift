import Casework
import Income
import Screening

extension ScreeningResult {
  /// The case's decisions in full, with what would turn it: for the panel's dossier only.
  func explanation(under policy: PolicyFile, asOf: CalendarDate) -> CaseExplanation {
    let (duplicates, primary, help) = (duplicates, primary, knownHelp)
    return caseExplanation(
      of: self, under: policy.edition,
      trying: policy.trial { (filing) throws(PolicyGap) in
        let household = normalizedHousehold(of: filing, under: policy.income, asOf: asOf)
        return screeningResult(
          concluding: try Screening.assessment(
            of: household, under: policy.edition, asOf: asOf),
          duplicates: duplicates, clusterID: "", primary: primary, earlierHelp: help,
          under: policy.edition)
      })
  }
}

extension PolicyFile {
  /// A trial that screens changed filings under this policy.
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
