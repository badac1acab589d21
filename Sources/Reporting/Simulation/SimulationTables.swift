import Casework

/// `variants.csv`: one row per variant, with its counts and sums and how they differ from the base.
public func variantsCSV(_ report: SimulationReport) -> [UInt8] {
  let rows = zip(report.result.variants, report.result.tallies).map { variant, tally in
    [variant.id, "\(report.result.caseCount)"] + tallyCells(tally, against: report.base)
  }
  return csvText(header: ["variant", "cases"] + tallyColumns, rows: rows)
}

/// `groups.csv`: base and reform by unit, category and hardship type.
public func groupsCSV(_ report: SimulationReport) -> [UInt8] {
  let variants = Array(report.result.variants.prefix(SimulationResult.reform + 1))
  let rows = SimulationDimension.allCases.flatMap { dimension in
    report.groups(of: dimension).flatMap { group, pair in
      zip(variants, pair).map { variant, tally in
        let name = dimension == .unit ? report.result.units[group.value] ?? "" : ""
        return [dimension.rawValue, group.value, name, variant.id]
          + tallyCells(tally, against: pair[0])
      }
    }
  }
  return csvText(header: ["dimension", "value", "name", "variant"] + tallyColumns, rows: rows)
}

/// `moves.csv`: one row per case and variant under which its outcome moves; identifiers only.
public func movesCSV(_ report: SimulationReport) -> [UInt8] {
  csvText(
    header: [
      "variant", "case_id", "unit_code", "category", "hardship_type", "from_outcome",
      "to_outcome", "move", "suggested_before_yuan", "suggested_after_yuan",
    ],
    rows: report.result.moved.lazy.map { moved in
      [
        report.result.variants[moved.variant].id, moved.caseID, moved.unitCode, moved.category,
        moved.hardshipType, moved.from.rawValue, moved.to.rawValue, moved.move.rawValue,
        moved.amountBefore?.description ?? "", moved.amountAfter?.description ?? "",
      ]
    })
}

private let tallyColumns =
  CaseOutcome.allCases.map(\.rawValue) + SimulatedMove.allCases.map(\.columnName) + [
    "shortfall_low_yuan_year", "shortfall_high_yuan_year", "suggested_yuan", "suggested_cases",
    "suggested_open_cases", "service_cases", "eligible_change", "shortfall_low_change_yuan_year",
    "shortfall_high_change_yuan_year", "suggested_change_yuan",
  ]

private func tallyCells(
  _ tally: SimulationTally, against base: SimulationTally
) -> [String] {
  let eligible = [tally, base].map { $0.outcomes[.eligible] ?? 0 }
  return CaseOutcome.allCases.map { "\(tally.outcomes[$0] ?? 0)" }
    + SimulatedMove.allCases.map { "\(tally.moves[$0] ?? 0)" } + [
      tally.shortfall.low.description, tally.shortfall.high.description,
      tally.suggested.description, "\(tally.suggestedCases)", "\(tally.openCases)",
      "\(tally.serviceCases)", "\(eligible[0] - eligible[1])",
      (tally.shortfall.low - base.shortfall.low).description,
      (tally.shortfall.high - base.shortfall.high).description,
      (tally.suggested - base.suggested).description,
    ]
}

extension SimulatedMove {
  /// The column that counts it.
  fileprivate var columnName: String {
    switch self {
    case .enters: "enters"
    case .leaves: "leaves"
    case .opens: "becomes_undetermined"
    case .settlesEligible: "undetermined_to_eligible"
    case .settlesIneligible: "undetermined_to_ineligible"
    }
  }
}
