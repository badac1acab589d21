import Casework

/// What a simulation came to, in a few lines for the terminal.
public func simulationLines(_ report: SimulationReport) -> [String] {
  let language = report.language
  let reform = report.result.tallies[SimulationResult.reform]
  let moves = SimulatedMove.allCases.map { move in
    "\(title(of: move, in: language)) \(reform.moves[move] ?? 0)"
  }
  return [
    language.text(
      "模拟 \(report.result.caseCount) 件（\(report.asOf)，\(report.reformName)）",
      "Simulated \(report.result.caseCount) cases (\(report.asOf), \(report.reformName))"),
    moves.joined(separator: language.text("，", ", ")),
  ] + zip(report.result.variants, report.result.tallies).map { line(of: $0, $1, in: report) }
}

private func line(
  of variant: SimulationVariant, _ tally: SimulationTally, in report: SimulationReport
) -> String {
  let language = report.language
  let figures = ShownFigures(language: language)
  let (eligible, before) = (
    tally.outcomes[.eligible] ?? 0, report.base.outcomes[.eligible] ?? 0
  )
  let change = variant.kind == .base ? "" : " (\(signed(eligible - before)))"
  let cost =
    report.hasMeasures
    ? language.text(
      "，建议 \(figures.yuan(tally.suggested)) 元", ", suggested \(figures.yuan(tally.suggested)) yuan")
    : ""
  return "  \(title(of: variant, in: language))"
    + language.text(
      "：符合 \(eligible)\(change)，待定 \(tally.outcomes[.undetermined] ?? 0)",
      ": eligible \(eligible)\(change), open \(tally.outcomes[.undetermined] ?? 0)") + cost
}

private func signed(_ count: Int) -> String { count < 0 ? "−\(-count)" : "+\(count)" }
