import Casework

extension AnnualSections {
  var applications: ReportSection {
    let tables = report.applications.map { breakdown in
      ReportTable(
        title: title(of: breakdown.dimension, in: language),
        columns: [title(of: breakdown.dimension, in: language), word(.applications)]
          + ApplicationResult.allCases.map { title(of: $0, in: language) },
        rows: breakdown.groups.map(applicationRow))
    }
    var noted = tables
    if let last = noted.indices.last { noted[last].note = word(.applicationsNote) }
    return ReportSection(
      title: word(.applicationsSection), chart: resultChart,
      tables: noted)
  }

  private func applicationRow(_ group: ApplicationGroup) -> ReportRow {
    let name =
      switch group.key {
      case .unit(let unit): unit.name
      case .category(let category): title(of: category, in: language)
      case .cause(let cause): title(of: cause, in: language)
      case .hardshipType(let type): title(of: type, in: language)
      case .notStated: word(.notStated)
      case .total: word(.total)
      }
    let counts = ApplicationResult.allCases.map { ReportCell.count(group.count(of: $0)) }
    return ReportRow(
      cells: [.text(name), .count(group.count)] + counts, isSum: group.key == .total)
  }

  private var resultChart: ReportChart {
    let total = report.applications.first?.groups.last
    let tones: [ApplicationResult: String] = [.approved: "eligible", .open: "undetermined"]
    let bars = ApplicationResult.allCases.map { result in
      BarChart.Bar(
        label: title(of: result, in: language), count: total?.count(of: result) ?? 0,
        tone: tones[result] ?? "above")
    }
    let caption = word(.resultChart)
    return ReportChart(
      caption: caption, svg: BarChart(title: caption, bars: bars).svg, place: .narrow)
  }

  var refusals: ReportSection {
    let rows = report.refusals.map { refusal in
      switch refusal.reason {
      case .rule(let rule):
        row(word(.ruleReason), .text(title(of: rule, in: language)), .count(refusal.cases))
      case .stated(let reason):
        // Free words of the steering group: no number of a person may stand in a report.
        row(
          word(.statedReason), .text(reason.map(Masking.numberRuns) ?? word(.notStated)),
          .count(refusal.cases))
      }
    }
    return ReportSection(
      title: word(.refusalSection),
      tables: [
        ReportTable(
          title: word(.refusalSection), columns: words(.source, .reason, .cases), rows: rows,
          note: word(.refusalNote))
      ])
  }

  var grants: ReportSection {
    let sizes = report.grants.map { grant in
      var row = row(
        grant.measure.map { title(of: $0, in: language) } ?? word(.total),
        .count(grant.approvals), .amount(grant.sum), .amount(grant.mean), .amount(grant.median),
        .amount(grant.range.lowerBound), .amount(grant.range.upperBound))
      row.isSum = grant.measure == nil
      return row
    }
    let processing = report.processing.map { time in
      ReportRow(cells: [
        .count(time.decisions), .tenths(time.meanTenths), .tenths(time.medianTenths),
        .count(time.range.lowerBound), .count(time.range.upperBound),
      ])
    }
    return ReportSection(
      title: word(.grantSection),
      tables: [
        ReportTable(
          title: word(.grantSection),
          columns: words(.measure, .approvals, .sum, .mean, .median, .least, .most), rows: sizes,
          note: word(.grantNote)),
        ReportTable(
          title: word(.processingSection),
          columns: words(.decisions, .meanDays, .medianDays, .fewestDays, .mostDays),
          rows: [processing].compactMap(\.self)),
      ])
  }

  var followUp: ReportSection {
    let results = report.followUp
    let recommendations = VisitRecommendation.allCases.map {
      row(title(of: $0, in: language), .count(results.recommendations[$0] ?? 0))
    }
    let overview = [
      row(word(.visits), .count(results.visits)),
      row(word(.visitedCases), .count(results.cases)),
      row(word(.newDifficulties), .count(results.newDifficulties)),
    ]
    let means =
      results.means.isEmpty
      ? []
      : (VisitMeans.allCases.map(Optional.some) + [nil]).compactMap { means in
        results.means[means].map { row(title(of: means, in: language), .count($0)) }
      }
    return ReportSection(
      title: word(.followUpSection), chart: reliefChart,
      tables: [
        ReportTable(
          title: word(.followUpSection), columns: words(.finding, .visits),
          rows: overview + means),
        ReportTable(
          title: word(.recommendation), columns: words(.recommendation, .visits),
          rows: recommendations),
        exits,
      ], isPaired: true)
  }

  private var exits: ReportTable {
    ReportTable(
      title: word(.exitSection), columns: words(.reason, .exits),
      rows: report.exits.map { row(title(of: $0.kind, in: language), .count($0.cases)) }
        + [sum(word(.total), .count(report.exits.map(\.cases).reduce(0, +)))])
  }

  private var reliefChart: ReportChart {
    let degrees =
      ReliefDegree.allCases.map(Optional.some)
      + (report.followUp.relief[nil] == nil ? [] : [nil])
    let tones: [ReliefDegree?: String] = [.not: "undetermined", .worse: "ineligible", nil: "above"]
    let bars = degrees.map { degree in
      BarChart.Bar(
        label: title(of: degree, in: language), count: report.followUp.relief[degree] ?? 0,
        tone: tones[degree] ?? "eligible")
    }
    let caption = word(.reliefChart)
    return ReportChart(caption: caption, svg: BarChart(title: caption, bars: bars).svg)
  }
}
