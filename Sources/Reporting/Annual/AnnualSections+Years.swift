import Casework

extension AnnualSections {
  var comparison: ReportSection {
    let rows = moneyRows + countRows
    return ReportSection(
      title: word(.comparisonSection),
      tables: [
        ReportTable(
          title: word(.comparisonSection),
          columns: words(.indicator, .lastYear, .thisYear, .change, .cumulative), rows: rows,
          note: word(.comparisonNote))
      ])
  }

  private var moneyRows: [ReportRow] {
    let lines: [(ReportWord, (KeyFigures) -> Money)] = [
      (.income, \.movement.income), (.payments, \.movement.payments),
      (.closing, \.movement.closing),
    ]
    return lines.map { name, amount in
      let last = report.previous.map(amount)
      let current = amount(report.current)
      return row(
        word(name) + language.text("（元）", " (yuan)"), last.map(ReportCell.amount) ?? .none,
        .amount(current), last.map { .amount(current - $0) } ?? .none,
        .amount(amount(report.cumulative)))
    }
  }

  private var countRows: [ReportRow] {
    let lines: [(ReportWord, (KeyFigures) -> Int)] = [
      (.donors, \.donors), (.applications, \.applications), (.approvals, \.approvals),
      (.committeeRefusals, \.refusals), (.beneficiaries, \.reached.households),
      (.persons, \.reached.persons), (.instances, \.reached.instances), (.visits, \.visits),
      (.exits, \.exits),
    ]
    return lines.map { name, count in
      let last = report.previous.map(count)
      let current = count(report.current)
      return row(
        word(name), .optional(last), .count(current), .optional(last.map { current - $0 }),
        .count(count(report.cumulative)))
    }
  }

  var years: ReportSection {
    let rows = report.years.map { figures in
      row(
        String(figures.year ?? report.year), .amount(figures.movement.opening),
        .amount(figures.movement.income), .amount(figures.movement.payments),
        .amount(figures.movement.closing), .count(figures.reached.households),
        .count(figures.reached.instances))
    }
    return ReportSection(
      title: word(.yearsSection), chart: yearsChart,
      tables: [
        ReportTable(
          title: word(.yearsSection),
          columns: words(
            .year, .opening, .incomeTotal, .paymentsTotal, .closing, .households, .instances),
          rows: rows)
      ])
  }

  /// The last ten years, so that the columns stay readable.
  private var yearsChart: ReportChart {
    let groups = report.years.suffix(10).map { figures in
      GroupedColumnChart.Group(
        label: String(figures.year ?? report.year),
        amounts: [figures.movement.income, figures.movement.payments, figures.movement.closing])
    }
    let caption = word(.yearsChart)
    let chart = GroupedColumnChart(
      title: caption, series: words(.income, .payments, .closing), groups: groups,
      figures: ShownFigures(language: language))
    return ReportChart(caption: caption, svg: chart.svg, place: .above)
  }
}
