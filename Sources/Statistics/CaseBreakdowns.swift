import Casework

/// Cases by unit, units without a case included.
func casesByUnit(_ round: RoundResult) -> StatisticsTable {
  let groups = Dictionary(grouping: round.cases) { $0.application.unit.code }
  return StatisticsTable(
    name: "cases_by_unit", description: "Cases of the round by the unit that submitted them.",
    columns: [
      .key("unit_code", "The unit's code; none for a unit that is not in the roster."),
      .key("unit", "The unit's name."),
      .label("unit_status", "What became of the submission: received, quarantined or silent."),
    ] + CaseCounts.columns,
    rows: unitReports(of: round).map { report in
      let cases = groups[report.unit.code] ?? []
      let own = cases.filter { $0.application.unit.name == report.unit.name }
      return [
        unitKey(report.unit.code), .text(report.unit.name), .text(report.status.rawValue),
      ] + CaseCounts(of: report.unit.code.isEmpty ? own : cases).cells
    })
}

/// The units by code and name, with those of cases that no report names.
func unitReports(of round: RoundResult) -> [UnitReport] {
  let reported = Set(round.units.map(\.unit.code))
  let groups = Dictionary(grouping: round.cases, by: \.application.unit)
  let others = groups.filter { !reported.contains($0.key.code) }.map { unit, cases in
    UnitReport(unit: unit, status: .received, files: [], applicationCount: cases.count)
  }
  return (round.units + others).sorted {
    ($0.unit.code, $0.unit.name) < ($1.unit.code, $1.unit.name)
  }
}

/// Cases by category of the applicant.
func casesByCategory(_ round: RoundResult) -> StatisticsTable {
  breakdown(
    "cases_by_category", "Cases of the round by category of the applicant.",
    by: .key("category", "在职 serving, 退休 retired, 遗属 survivor, or not_stated."),
    of: grouped(round.cases) { $0.application.category })
}

/// Cases by stated cause of the hardship.
func casesByCause(_ round: RoundResult) -> StatisticsTable {
  breakdown(
    "cases_by_cause", "Cases of the round by stated cause of the hardship.",
    by: .key("cause", "疾病, 灾害, 突发事件, 就业人员少, 其他, or not_stated."),
    of: grouped(round.cases) { $0.application.cause })
}

/// Cases by hardship type.
func casesByHardshipType(_ round: RoundResult) -> StatisticsTable {
  breakdown(
    "cases_by_hardship_type", "Cases of the round by hardship type.",
    by: .key(
      "hardship_type",
      "income, expenditure, or not_stated where the test is not met or not decided."),
    of: grouped(round.cases) { $0.assessment.hardshipType })
}

/// Cases by outcome.
func casesByOutcome(_ round: RoundResult) -> StatisticsTable {
  let groups = Dictionary(grouping: round.cases, by: \.outcome)
  return breakdown(
    "cases_by_outcome", "Cases of the round by outcome of the screening.",
    by: .key("outcome", "eligible, ineligible, undetermined or merged."),
    of: CaseOutcome.allCases.map { ($0.rawValue, groups[$0] ?? []) })
}

/// Cases by category and outcome.
func outcomesByCategory(_ round: RoundResult) -> StatisticsTable {
  let categories = grouped(round.cases) { $0.application.category }
  return StatisticsTable(
    name: "outcomes_by_category",
    description: "Cases of the round by category of the applicant and outcome of the screening.",
    columns: [
      .key("category", "在职 serving, 退休 retired, 遗属 survivor, or not_stated."),
      .key("outcome", "eligible, ineligible, undetermined or merged."),
    ] + CaseCounts.columns,
    rows: categories.flatMap { category in
      CaseOutcome.allCases.map { outcome in
        [.text(category.word), .text(outcome.rawValue)]
          + CaseCounts(of: category.cases.filter { $0.outcome == outcome }).cells
      }
    })
}

/// Decisions by rule and outcome.
func ruleOutcomes(_ round: RoundResult) -> StatisticsTable {
  var groups: [RuleCode: [RuleOutcome: Int]] = [:]
  for result in round.cases {
    // By place, so that the texts of a decision are not copied.
    for place in result.decisions.indices {
      let (rule, outcome) = (result.decisions[place].rule, result.decisions[place].outcome)
      groups[rule, default: [:]][outcome, default: 0] += 1
    }
  }
  return StatisticsTable(
    name: "rule_outcomes", description: "How each rule ended, over all cases of the round.",
    columns: [
      .key("rule", "The rule's code."), .key("outcome", "pass, fail, unknown or notApplicable."),
      .count("cases", of: "cases", "Cases for which the rule ended so."),
    ],
    rows: RuleCode.allCases.flatMap { rule in
      RuleOutcome.allCases.map { outcome in
        [
          .text(rule.rawValue), .text(outcome.rawValue), .count(groups[rule]?[outcome] ?? 0),
        ]
      }
    })
}
