import Casework

/// The sections of an annual report, for the page and the workbook alike.
struct AnnualSections: Sendable {
  /// The report.
  let report: AnnualReport
  /// The reader's language.
  let language: Language

  /// Every section in order.
  var all: [ReportSection] {
    [
      account, years, comparison, unitIncome, spending, applications, refusals, grants, followUp,
      commitments, sources,
    ]
  }

  func word(_ word: ReportWord) -> String { word.text(in: language) }

  func words(_ words: ReportWord...) -> [String] { words.map(word) }

  private var account: ReportSection {
    let movement = report.movement
    let income = report.income.filter { $0.amount > .zero }.map { line in
      row("　" + title(of: line.source, in: language), .amount(line.amount))
    }
    let spending = report.spending.filter { $0.measure != nil && $0.reached.amount > .zero }
      .map { line in
        row(
          "　" + (line.measure.map { title(of: $0, in: language) } ?? ""),
          .amount(line.reached.amount))
      }
    let rows =
      [row(word(.opening), .amount(movement.opening))] + income
      + [sum(word(.incomeTotal), .amount(movement.income))] + spending
      + [
        sum(word(.paymentsTotal), .amount(movement.payments)),
        sum(word(.closing), .amount(movement.closing)),
        row("　" + word(.committed), .amount(report.openCommitments)),
        row("　" + word(.unpromised), .amount(report.unpromised)),
      ]
    return ReportSection(
      title: word(.accountSection), chart: sourceChart,
      tables: [
        ReportTable(
          title: word(.accountSection), columns: words(.entry, .amountYuan), rows: rows,
          note: accountNote)
      ])
  }

  private var accountNote: String {
    guard !report.shortfalls.isEmpty else { return word(.accountNote) }
    let times = report.shortfalls.map { shortfall in
      "\(shortfall.from)–\(shortfall.until?.description ?? "")"
    }
    return word(.accountNote) + word(.shortfallNote)
      + times.joined(separator: language.listSeparator)
  }

  private var sourceChart: ReportChart {
    let figures = ShownFigures(language: language)
    let bars = report.income.map { line in
      BarChart.Bar(
        label: title(of: line.source, in: language), count: Int(line.amount.fen), tone: "below",
        shown: figures.tenThousandYuan(line.amount))
    }
    let caption = word(.sourceChart)
    return ReportChart(caption: caption, svg: BarChart(title: caption, bars: bars).svg)
  }

  func row(_ name: String, _ cells: ReportCell...) -> ReportRow {
    ReportRow(cells: [.text(name)] + cells)
  }

  func sum(_ name: String, _ cells: ReportCell...) -> ReportRow {
    ReportRow(cells: [.text(name)] + cells, isSum: true)
  }
}

extension AnnualSections {
  private var unitIncome: ReportSection {
    let rows = report.unitIncome.map { line in
      row(
        line.unit.name, .text(line.unit.code), .text(String(line.fundYear)),
        .optional(line.unit.servingMembers), .optional(line.donors),
        line.participationPerMille.map(ReportCell.perMille) ?? .none, .amount(line.amount))
    }
    return ReportSection(
      title: word(.unitIncomeSection),
      tables: [
        ReportTable(
          title: word(.unitIncomeSection),
          columns: words(
            .unit, .unitCode, .fundYear, .servingMembers, .donors, .participation, .amountYuan),
          rows: rows + [unitTotal], note: word(.unitIncomeNote))
      ])
  }

  private var unitTotal: ReportRow {
    let known = report.unitIncome.filter { $0.participationPerMille != nil }
    let members = known.compactMap(\.unit.servingMembers).reduce(0, +)
    let donors = known.compactMap(\.donors).reduce(0, +)
    return sum(
      word(.total), .text(""), .text(""), .count(members), .count(donors),
      shareInPerMille(donors, of: members).map(ReportCell.perMille) ?? .none,
      .amount(report.unitIncome.map(\.amount).reduce(.zero, +)))
  }

  private var spending: ReportSection {
    ReportSection(
      title: word(.spendingSection), chart: spendingChart,
      tables: [
        ReportTable(
          title: word(.spendingSection),
          columns: words(.measure, .households, .persons, .instances, .amountYuan),
          rows: report.spending.map(spendingRow), note: word(.spendingNote))
      ])
  }

  private func spendingRow(_ line: MeasureSpending) -> ReportRow {
    let reached = line.reached
    var row = row(
      line.measure.map { title(of: $0, in: language) } ?? word(.total),
      .count(reached.households), .count(reached.persons), .count(reached.instances),
      .amount(reached.amount))
    row.isSum = line.measure == nil
    return row
  }

  private var spendingChart: ReportChart {
    let figures = ShownFigures(language: language)
    let bars = report.spending.compactMap { line in
      line.measure.map { measure in
        BarChart.Bar(
          label: title(of: measure, in: language), count: Int(line.reached.amount.fen),
          tone: "ineligible", shown: figures.tenThousandYuan(line.reached.amount))
      }
    }
    let caption = word(.spendingChart)
    return ReportChart(caption: caption, svg: BarChart(title: caption, bars: bars).svg)
  }

  private var commitments: ReportSection {
    let rows = report.commitments.filter { $0.cases > 0 }.map { line in
      row(
        title(of: line.measure, in: language), .count(line.cases), .amount(line.paid),
        .amount(line.open))
    }
    let paid = report.commitments.map(\.paid).reduce(.zero, +)
    let total = sum(
      word(.total), .count(report.commitments.map(\.cases).reduce(0, +)), .amount(paid),
      .amount(report.openCommitments))
    return ReportSection(
      title: word(.commitmentSection),
      tables: [
        ReportTable(
          title: word(.commitmentSection),
          columns: words(.measure, .beneficiaries, .paidSoFar, .open), rows: rows + [total])
      ])
  }

  private var sources: ReportSection {
    let balances = report.sources
    let rows = balances.lots.map { lot in
      row(
        String(lot.fundYear), .text(title(of: lot.source, in: language)), .amount(lot.received),
        .amount(lot.drawn), .amount(lot.left))
    }
    let uncovered = row(
      word(.uncovered), .text(""), .amount(.zero), .amount(balances.uncovered),
      .amount(-balances.uncovered))
    let drawn = balances.lots.map(\.drawn).reduce(balances.uncovered, +)
    let total = sum(
      word(.total), .text(""), .amount(balances.lots.map(\.received).reduce(.zero, +)),
      .amount(drawn), .amount(balances.cash))
    return ReportSection(
      title: word(.sourceSection),
      tables: [
        ReportTable(
          title: word(.sourceSection),
          columns: words(.year, .source, .received, .drawn, .left),
          rows: rows + (balances.uncovered > .zero ? [uncovered] : []) + [total],
          note: word(.sourceNote))
      ])
  }
}
