import Casework

/// Applications of the year by unit, category, cause, hardship type, and how they stand.
func applicationsByGroup(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "applications",
    description:
      "Applications of the year in groups, and how they stand at its end. Groups of different "
      + "dimensions overlap.",
    columns: [
      .key("dimension", "unit, category, cause, hardshipType or total."),
      .key("value", "The unit's code or the value; not_stated; total."),
      .count("applications", of: "cases", "Applications of the group."),
    ]
      + ApplicationResult.allCases.map { result in
        .count(result.rawValue, of: "cases", "Applications that are \(result.rawValue).")
      },
    rows: report.applications.flatMap { breakdown in
      breakdown.groups.filter { $0.key != .total }
        .map { row($0, dimension: breakdown.dimension.rawValue) }
    }
      + (report.applications.first?.groups.filter { $0.key == .total } ?? [])
      .map { row($0, dimension: "total") })
}

private func row(_ group: ApplicationGroup, dimension: String) -> [StatisticsCell] {
  let value: StatisticsCell =
    switch group.key {
    case .unit(let unit): unitKey(unit.code)
    case .category(let category): .text(category.rawValue)
    case .cause(let cause): .text(cause.rawValue)
    case .hardshipType(let type): .text(type.rawValue)
    case .notStated: .text(notStated)
    case .total: .text("total")
    }
  return [.text(dimension), value, .count(group.count)]
    + ApplicationResult.allCases.map { .count(group.count(of: $0)) }
}

/// Why cases were not approved.
func refusalReasons(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "refusal_reasons",
    description:
      "Rules that fail for applications of the year, and reasons of the steering group's refusals "
      + "in the year. A case can have several reasons.",
    columns: [
      .key("kind", "rule or decision."),
      .key("reason", "The rule's code, or the reason as stated; not_stated."),
      .count("cases", of: "cases", "Cases with the reason."),
    ],
    rows: report.refusals.map { refusal in
      switch refusal.reason {
      case .rule(let rule): [.text("rule"), .text(rule.rawValue), .count(refusal.cases)]
      case .stated(let reason):
        [.text("decision"), .text(reason ?? notStated), .count(refusal.cases)]
      }
    })
}

/// The sizes of grants, and how long decisions took.
func grantSizes(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "grants",
    description: "Amounts that were approved in the year, by measure and of all.",
    columns: [
      .key("measure", "The measure, or total."),
      .count("approvals", of: "decisions", "Decisions to approve."), .sum("sum_yuan", "Their sum."),
      .sum("mean_yuan", "The mean, rounded half up."),
      .sum("median_yuan", "The median, rounded half up."), .sum("least_yuan", "The smallest."),
      .sum("most_yuan", "The largest."),
    ],
    rows: report.grants.map { grant in
      [
        .text(grant.measure?.rawValue ?? "total"), .count(grant.approvals), .amount(grant.sum),
        .amount(grant.mean), .amount(grant.median), .amount(grant.range.lowerBound),
        .amount(grant.range.upperBound),
      ]
    })
}

/// What the year's visits found.
func followUpResults(_ report: AnnualReport) -> StatisticsTable {
  let results = report.followUp
  let relief = (ReliefDegree.allCases.map(Optional.some) + [nil]).map { degree in
    ("relief", degree?.rawValue ?? notStated, results.relief[degree] ?? 0)
  }
  let recommendations = VisitRecommendation.allCases.map {
    ("recommendation", $0.rawValue, results.recommendations[$0] ?? 0)
  }
  let means = (VisitMeans.allCases.map(Optional.some) + [nil]).map { means in
    ("means", means?.rawValue ?? notStated, results.means[means] ?? 0)
  }
  let difficulties = [("new_difficulty", "reported", results.newDifficulties)]
  return StatisticsTable(
    name: "follow_up", description: "Visits of the year by what they found and how they were made.",
    columns: [
      .key("dimension", "relief, recommendation, means or new_difficulty."),
      .key("value", "The value as in the form, or not_stated."),
      .count("visits", of: "visits", "Visits and calls."),
    ],
    rows: (relief + recommendations + means + difficulties).map {
      [.text($0.0), .text($0.1), .count($0.2)]
    })
}

/// The year's exits.
func exitsByReason(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "exits", description: "Cases that left in the year after an approval, by reason.",
    columns: [
      .key("reason", "自愿退出, 退出, 去世 or 调出."),
      .count("cases", of: "cases", "Cases that left."),
    ],
    rows: report.exits.map { [.text($0.kind.rawValue), .count($0.cases)] })
}
