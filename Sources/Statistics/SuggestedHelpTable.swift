import Casework

/// Suggested help by measure: a working figure of the round, not what was decided.
func suggestedHelp(_ round: RoundResult) -> StatisticsTable {
  let helped = round.cases.compactMap(\.suggestedHelp)
  let decided = Dictionary(grouping: helped.filter { $0.measure != nil }, by: \.measure)
  let groups =
    AssistanceMeasure.allCases.map { ($0.rawValue, decided[$0] ?? []) } + [
      ("service", helped.filter(\.isService)),
      ("open", helped.filter { !$0.isService && $0.measure == nil }),
    ]
  return StatisticsTable(
    name: "suggested_help",
    description:
      "Eligible cases of the round by the measure that the policy's rules suggest; the decision is "
      + "the steering group's. Empty where the policy names no measures.",
    columns: [
      .key(
        "measure",
        "一次性资助, 长期性资助, 临时性资助, 复合性资助, 创业帮扶, service where there is no shortfall, "
          + "or open where more than one measure is possible."),
      .count("cases", of: "cases", "Eligible cases."),
      .count("cases_amount_known", of: "cases", "Those whose amount is certain."),
      .sum("suggested_yuan", "The suggested amounts that are certain, over all their months."),
    ],
    rows: groups.map { name, group in
      let amounts = group.compactMap(\.certainAmount)
      return [
        .text(name), .count(group.count), .count(amounts.count),
        .amount(amounts.reduce(.zero, +)),
      ]
    })
}
