import Casework

/// `index.html` of a simulation: what a reform would change, and how near the line cases are; case
/// identifiers only.
public func simulationPage(_ report: SimulationReport) throws -> String {
  try SimulationSections(report: report).page.html(in: report.language)
}

/// The sections of a simulation's page.
private struct SimulationSections {
  let report: SimulationReport

  private var language: Language { report.language }
  private var result: SimulationResult { report.result }
  private var reform: SimulationTally { result.tallies[SimulationResult.reform] }
  /// A page shows so many rows of a table; the CSV beside it has all.
  private let mostRows = 500

  private func words(_ chinese: String, _ english: String) -> String {
    language.text(chinese, english)
  }

  var page: ReportPage {
    ReportPage(
      title: words("政策模拟", "Simulation"),
      lead: words(
        "如果按 \(report.reformName) 调整政策，\(report.asOf) 的 \(result.caseCount) 件会怎样；"
          + "只用于研究，不改变任何个案。",
        "What \(result.caseCount) cases would come to as of \(report.asOf) under "
          + "\(report.reformName); for discussion only, no case is changed by it."),
      warning: words(
        "仅供领导小组和工委使用。分组的小数目可能指向具体家庭：不得外传，公开前须作数据保护处理。",
        "For the steering group and the office only. Small counts can point to a family: not to be "
          + "passed on, nor published without disclosure control."),
      figures: figures, summary: summary,
      sections: [variants, moves] + SimulationDimension.allCases.map(groups),
      foot: "\(report.runID) · \(report.policyTitle) · \(report.asOf)")
  }

  private var figures: [ReportPage.Figure] {
    let shown = ShownFigures(language: language)
    let cases = words("件", "cases")
    func count(_ move: SimulatedMove) -> ReportPage.Figure {
      ReportPage.Figure(
        name: title(of: move, in: language), figure: "\(reform.moves[move] ?? 0)", unit: cases)
    }
    let cost = ReportPage.Figure(
      name: words("建议金额变化", "Change of suggested amounts"),
      figure: shown.yuan(reform.suggested - report.base.suggested), unit: words("元", "yuan"))
    return [count(.enters), count(.leaves), count(.opens)] + (report.hasMeasures ? [cost] : [])
  }

  private var summary: String {
    let moved = SimulatedMove.allCases.map { reform.moves[$0] ?? 0 }.reduce(0, +)
    return moved == 0
      ? words("拟议调整不改变任何个案的结论。", "The reform changes no outcome.")
      : words("拟议调整改变 \(moved) 件的结论。", "The reform changes \(moved) outcomes.")
  }

  // MARK: Tables

  private var variants: ReportSection {
    let rows = zip(result.variants, result.tallies).map { variant, tally in
      ReportRow(
        cells: [.text(title(of: variant, in: language))] + tallyCells(tally, against: report.base))
    }
    return ReportSection(
      title: words("各种情形", "Variants"), chart: sweep,
      tables: [
        ReportTable(
          title: words("各种情形", "Variants"), columns: [words("情形", "Variant")] + tallyColumns,
          rows: rows, note: note)
      ])
  }

  private var note: String {
    words(
      "收入差额为符合条件家庭一年的差额之和（不确切时为最低值）；建议金额只含金额确定的个案。",
      "Shortfall is that of all eligible households in a year (its least where it is not exact); "
        + "suggested amounts are those of cases whose amount is certain.")
  }

  /// How many cases are eligible as the line moves.
  private var sweep: ReportChart? {
    let bars = zip(result.variants, result.tallies).compactMap { variant, tally -> BarChart.Bar? in
      let eligible = tally.outcomes[.eligible] ?? 0
      switch variant.kind {
      case .line:
        return BarChart.Bar(
          label: title(of: variant, in: language), count: eligible, tone: "above")
      case .base:
        return BarChart.Bar(
          label: title(of: variant, in: language), count: eligible, tone: "below")
      default: return nil
      }
    }
    guard bars.count > 1 else { return nil }
    let lower = result.variants.count {
      if case .line(let percent) = $0.kind { percent < 0 } else { false }
    }
    let ordered = bars[1...lower] + [bars[0]] + bars[(lower + 1)...]
    let caption = words("标准变动时符合条件的件数", "Eligible cases as the line moves")
    return ReportChart(
      caption: caption, svg: BarChart(title: caption, bars: Array(ordered)).svg, place: .narrow)
  }

  private var tallyColumns: [String] {
    [words("符合", "Eligible"), words("待定", "Open")]
      + SimulatedMove.allCases.map { title(of: $0, in: language) }
      + [words("收入差额（元/年）", "Shortfall (yuan a year)")]
      + (report.hasMeasures
        ? [words("建议金额（元）", "Suggested (yuan)"), words("金额变化（元）", "Change (yuan)")] : [])
  }

  private func tallyCells(
    _ tally: SimulationTally, against base: SimulationTally
  ) -> [ReportCell] {
    [
      .count(tally.outcomes[.eligible] ?? 0), .count(tally.outcomes[.undetermined] ?? 0),
    ] + SimulatedMove.allCases.map { .count(tally.moves[$0] ?? 0) }
      + [.amount(tally.shortfall.low)]
      + (report.hasMeasures
        ? [.amount(tally.suggested), .amount(tally.suggested - base.suggested)] : [])
  }

  private var moves: ReportSection {
    let moved = result.moved.filter { $0.variant == SimulationResult.reform }
    let rows = moved.prefix(mostRows).map { moved in
      ReportRow(cells: [
        .text(moved.caseID), .text(title(of: moved.from, in: language)),
        .text(title(of: moved.to, in: language)), .text(title(of: moved.move, in: language)),
        moved.amountBefore.map(ReportCell.amount) ?? .none,
        moved.amountAfter.map(ReportCell.amount) ?? .none,
      ])
    }
    let heading = words("拟议调整改变的个案", "Cases the reform changes")
    let shortened =
      moved.count > mostRows
      ? words("只列前 \(mostRows) 件，全部见 moves.csv。", "The first \(mostRows); moves.csv has all.") : ""
    return ReportSection(
      title: heading,
      tables: [
        ReportTable(
          title: heading,
          columns: [
            words("个案编号", "Case"), words("现行", "As it is"), words("调整后", "Reform"),
            words("变化", "Move"), words("现行建议（元）", "Suggested now (yuan)"),
            words("调整后建议（元）", "Suggested then (yuan)"),
          ], rows: Array(rows), note: shortened)
      ])
  }

  private func groups(of dimension: SimulationDimension) -> ReportSection {
    let column = title(of: dimension, in: language)
    let heading = words("拟议调整：按\(column)", "The reform by \(column.lowercased())")
    let rows = report.groups(of: dimension).map { group, pair in
      ReportRow(
        cells: [.text(name(of: group)), .count(pair[0].outcomes[.eligible] ?? 0)]
          + tallyCells(pair[1], against: pair[0]))
    }
    return ReportSection(
      title: heading,
      tables: [
        ReportTable(
          title: heading, columns: [column, words("现行符合", "Eligible now")] + tallyColumns,
          rows: rows)
      ])
  }

  private func name(of group: SimulationGroup) -> String {
    switch group.dimension {
    case .unit: result.units[group.value].map { "\($0)（\(group.value)）" } ?? stated(group.value)
    case .category:
      ApplicantCategory(rawValue: group.value).map { title(of: $0, in: language) }
        ?? stated(group.value)
    case .hardshipType:
      HardshipType(rawValue: group.value).map { title(of: $0, in: language) }
        ?? words("无或待定", "None or open")
    }
  }

  private func stated(_ value: String) -> String {
    value == "not_stated" ? words("未填", "Not stated") : value
  }
}
