public import Casework

/// The tidy tables of an annual report, in the order of their files.
///
/// For the office: small cells are shown. Reasons of refusals are the steering group's own words.
public func annualTables(for report: AnnualReport) -> [StatisticsTable] {
  [
    fundByYear(report), incomeBySource(report), incomeByUnit(report), spendingByMeasure(report),
    applicationsByGroup(report), refusalReasons(report), grantSizes(report),
    followUpResults(report), exitsByReason(report), programmeByYear(report),
    openCommitments(report), balancesBySource(report),
  ]
}

private func fundByYear(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "fund_by_year",
    description: "Opening + income − payments = closing, for each year since the start.",
    columns: [
      .yearKey("year", "The year the money moved in."),
      .sum("opening_yuan", "Cash before the year."), .sum("income_yuan", "Income of the year."),
      .sum("payments_yuan", "Payments of the year."), .sum("closing_yuan", "Cash at its end."),
    ],
    rows: report.years.map { figures in
      let movement = figures.movement
      return [
        .count(figures.year ?? report.year), .amount(movement.opening), .amount(movement.income),
        .amount(movement.payments), .amount(movement.closing),
      ]
    })
}

private func incomeBySource(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "income_by_source", description: "Income received in the year, by source.",
    columns: [
      .key("source", "一日捐, 党费划拨, 其他党内捐款 or 利息."),
      .sum("income_yuan", "Income of the year from the source."),
    ],
    rows: report.income.map { [.text($0.source.rawValue), .amount($0.amount)] })
}

private func incomeByUnit(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "income_by_unit",
    description: "One-day-pay donations received in the year, by unit and year of the donation.",
    columns: [
      .key("unit_code", "The unit's code."),
      .yearKey("fund_year", "The year the donation is for."),
      .label("unit", "The unit's name."),
      .count("donors", of: "persons", "Members who gave; missing where it is not stated."),
      .count("serving_members", of: "persons", "Serving members of the unit in the roster."),
      .count(
        "participation_per_mille", of: "per mille",
        "Donors of 1,000 serving members, rounded half up."),
      .sum("income_yuan", "The sum of the unit's donations."),
    ],
    rows: report.unitIncome.map { line in
      [
        unitKey(line.unit.code), .count(line.fundYear), .text(line.unit.name),
        cell(line.donors), cell(line.unit.servingMembers), cell(line.participationPerMille),
        .amount(line.amount),
      ]
    })
}

private func spendingByMeasure(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "spending_by_measure",
    description:
      "Payments of the year by measure. The row total counts a case under two measures once.",
    columns: [.key("measure", "The measure, or total.")] + reachedColumns,
    rows: report.spending.map {
      [.text($0.measure?.rawValue ?? "total")] + reachedCells($0.reached)
    })
}

/// The columns for whom payments reached.
private let reachedColumns: [StatisticsColumn] = [
  .count("households", of: "households", "Cases that were paid."),
  .count("persons", of: "persons", "Persons of these households, where their number is known."),
  .count(
    "households_size_unknown", of: "households",
    "Households whose number of persons is not known; not among the persons."),
  .count("instances", of: "instances", "Payments."), .sum("payments_yuan", "Their sum."),
]

private func reachedCells(_ reached: Beneficiaries) -> [StatisticsCell] {
  [
    .count(reached.households), .count(reached.persons), .count(reached.householdsOfUnknownSize),
    .count(reached.instances), .amount(reached.amount),
  ]
}

private func programmeByYear(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "programme_by_year",
    description:
      "Key figures of each year since the start, and of all. The row total counts a case that "
      + "was paid in two years once.",
    columns: [
      .key("period", "The year, or total."),
      .count("donors", of: "instances", "Donors as far as they are stated."),
      .count("applications", of: "cases", "Applications."),
      .count("approvals", of: "decisions", "Decisions to approve."),
      .count("refusals", of: "decisions", "Decisions to refuse."),
      .count("visits", of: "visits", "Visits and calls."),
      .count("exits", of: "cases", "Cases that left after an approval, by year and reason."),
    ] + reachedColumns,
    rows: (report.years + [report.cumulative]).map { figures in
      [
        .text(figures.year.map(String.init) ?? "total"), .count(figures.donors),
        .count(figures.applications), .count(figures.approvals), .count(figures.refusals),
        .count(figures.visits), .count(figures.exits),
      ] + reachedCells(figures.reached)
    })
}

private func openCommitments(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "open_commitments",
    description: "What was approved and neither paid nor given up at the end of the year.",
    columns: [
      .key("measure", "The measure of the case's last approval."),
      .count("cases", of: "cases", "Cases with something open."),
      .sum("paid_yuan", "What these cases were paid."), .sum("open_yuan", "What is open."),
    ],
    rows: report.commitments.map {
      [.text($0.measure.rawValue), .count($0.cases), .amount($0.paid), .amount($0.open)]
    })
}

private func balancesBySource(_ report: AnnualReport) -> StatisticsTable {
  StatisticsTable(
    name: "balances_by_source",
    description:
      "What is left of each source and fund year at the end of the year, where payments draw on "
      + "the oldest income first. The balances, less the uncovered amount, sum to the cash.",
    columns: [
      .key("fund_year", "The year of the income, or uncovered for payments beyond all income."),
      .key("source", "The source, or none."), .sum("received_yuan", "What came in."),
      .sum("drawn_yuan", "What payments took."), .sum("left_yuan", "What is left."),
    ],
    rows: report.sources.lots.map { lot in
      [
        .text(String(lot.fundYear)), .text(lot.source.rawValue), .amount(lot.received),
        .amount(lot.drawn), .amount(lot.left),
      ]
    }
      + (report.sources.uncovered == .zero
        ? []
        : [
          [
            .text("uncovered"), .text("none"), .amount(.zero), .amount(report.sources.uncovered),
            .amount(-report.sources.uncovered),
          ]
        ]))
}

private func cell(_ count: Int?) -> StatisticsCell { count.map(StatisticsCell.count) ?? .missing }
