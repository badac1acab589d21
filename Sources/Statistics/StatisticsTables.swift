public import Casework

/// The statistics of a round, in the order of their files; whole numbers and fen only.
///
/// The tables are for the office. They hold small cells and must pass disclosure control before
/// anyone else sees them.
public func statisticsTables(for round: RoundResult) -> [StatisticsTable] {
  [
    casesByUnit(round), casesByCategory(round), casesByCause(round), casesByHardshipType(round),
    casesByOutcome(round), outcomesByCategory(round), incomeBands(round),
    incomeDistribution(round), ruleOutcomes(round), dataQualityByUnit(round),
    problemsByCode(round), suggestedHelp(round),
  ]
}

/// The word that stands for a key the unit did not state.
let notStated = "not_stated"

/// A unit's code as a key, which is never empty.
func unitKey(_ code: String) -> StatisticsCell { .text(code.isEmpty ? "none" : code) }
