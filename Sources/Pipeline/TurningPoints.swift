import Casework
import Income
import Screening

extension ScreeningResult {
  /// The case as the panel's dossier shows it: with the tree of its worksheet, its decisions in full,
  /// what would turn it, and where the policy's values come from.
  func shown(
    with household: NormalizedHousehold, under policy: PolicyFile, edition: EditionInForce,
    asOf: CalendarDate
  ) -> ScreeningResult {
    var explanation = explanation(under: policy, edition: edition, asOf: asOf)
    explanation.policyValues = policyValues(
      usedBy: showing(household), rules: edition.edition, figures: edition.income.values)
    return showing(household, explained: explanation)
  }

  private func explanation(
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
      largestHousehold: income.largestHousehold, choices: choices
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
