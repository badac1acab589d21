import Casework

/// Cases by per-capita actual income as a share of the line.
func incomeBands(_ round: RoundResult) -> StatisticsTable {
  let bands = Dictionary(grouping: round.cases, by: IncomeBand.init(of:))
  return StatisticsTable(
    name: "income_bands",
    description:
      "Cases of the round by per-capita actual income as a percentage of the line that applied "
      + "to them. A band holds its upper end and not its lower one.",
    columns: [
      .key("band", "The band, or unknown where the income is not exact, or no_line."),
      .count("over_percent", of: "percent of the line", "The lower end, where the band has one."),
      .count("up_to_percent", of: "percent of the line", "The upper end, where it has one."),
      .count("cases", of: "cases", "Cases in the band."),
    ],
    rows: IncomeBand.all.map { band in
      [
        .text(band.name), band.lowerEnd.map(StatisticsCell.count) ?? .missing,
        band.upperEnd.map(StatisticsCell.count) ?? .missing, .count(bands[band]?.count ?? 0),
      ]
    })
}

/// A band of per-capita actual income, in percent of the line.
enum IncomeBand: Hashable {
  /// The band that ends at one of the upper ends, by its place.
  case upTo(Int)
  /// More than the last upper end.
  case above
  /// The income is only known to lie between two bounds.
  case unknown
  /// There is no line to hold the income against.
  case noLine

  /// The upper ends in percent of the line.
  static let upperEnds = [0, 25, 50, 75, 100, 125, 150, 200]

  /// Every band in order.
  static let all = upperEnds.indices.map(IncomeBand.upTo) + [.above, .unknown, .noLine]

  /// The band of a case, compared exactly in fen.
  init(of result: ScreeningResult) {
    guard let line = result.assessment.threshold?.monthly.fen else {
      self = .noLine
      return
    }
    guard let income = result.household.perCapitaActual.exact?.fen else {
      self = .unknown
      return
    }
    let place = IncomeBand.upperEnds.firstIndex { income * 100 <= line * Int64($0) }
    self = place.map(IncomeBand.upTo) ?? .above
  }

  /// The lower end in percent; nil where the band has none.
  var lowerEnd: Int? {
    switch self {
    case .upTo(let place): place == 0 ? nil : IncomeBand.upperEnds[place - 1]
    case .above: IncomeBand.upperEnds.last
    case .unknown, .noLine: nil
    }
  }

  /// The upper end in percent; nil where the band has none.
  var upperEnd: Int? {
    if case .upTo(let place) = self { IncomeBand.upperEnds[place] } else { nil }
  }

  /// The band's name.
  var name: String {
    switch self {
    case .upTo: "up_to_\(upperEnd ?? 0)"
    case .above: "over_\(lowerEnd ?? 0)"
    case .unknown: "unknown"
    case .noLine: "no_line"
    }
  }
}

/// Mean and quantiles of the per-capita incomes that are exactly known.
func incomeDistribution(_ round: RoundResult) -> StatisticsTable {
  let quantities: [(String, (ScreeningResult) -> MoneyInterval)] = [
    ("per_capita_disposable", { $0.household.perCapitaDisposable }),
    ("per_capita_actual", { $0.household.perCapitaActual }),
  ]
  return StatisticsTable(
    name: "income_distribution",
    description:
      "Distribution over the cases of the round, each counted once, whose figure is exactly known. "
      + "Quantiles are of type 7 (linear between order statistics), rounded half up to 0.01 yuan. "
      + "They describe the applicants, not the members of the units.",
    columns: [
      .key("quantity", "The per-capita income: per_capita_disposable or per_capita_actual."),
      .count("cases_known", of: "cases", "Cases whose figure is exactly known."),
      .count("cases_unknown", of: "cases", "Cases whose figure is not exactly known; left out."),
      .amount("mean_yuan_month", "The mean."),
    ]
      + Distribution.percents.map {
        .amount("p\($0)_yuan_month", "\($0) percent of the cases have this income or less.")
      },
    rows: quantities.map { name, figure in
      let known = round.cases.compactMap { figure($0).exact }
      let distribution = Distribution(of: known)
      return [
        .text(name), .count(known.count), .count(round.cases.count - known.count),
        cell(distribution?.mean),
      ] + Distribution.percents.map { cell(distribution?.quantile(percent: $0)) }
    })
}

private func cell(_ amount: Money?) -> StatisticsCell {
  amount.map(StatisticsCell.amount) ?? .missing
}
