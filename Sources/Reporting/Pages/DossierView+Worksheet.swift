import Casework

extension DossierView {
  /// The income worksheet: every figure with its cells and its working, and the three sums.
  var worksheet: View {
    let household = result.household
    return View([
      "windowStart": .text(household.window.start.description),
      "windowEnd": .text(household.window.end.description),
      "referenceDate": .text(household.referenceDate.description),
      "referenceDateIsAssumed": .flag(household.referenceDateIsAssumed),
      "worksheetTree": .text(tree),
      "policyValues": .text(
        policyValuesMarkup(
          result.explanation?.policyValues ?? [], in: language, saying: wording)),
    ])
  }

  /// The tree of every figure, as markup.
  private var tree: String {
    guard let worksheet = result.household.worksheet else { return "" }
    let rows = WorksheetRows(
      figures: figures, application: result.application, line: result.assessment.threshold)
    let row = rows.row(of: worksheet.held(against: result.assessment.threshold))
    var markup = WorksheetMarkup(catalog: round.catalog, language: language)
    return markup.markup(of: row)
  }

  /// From the three sums to the two per-capita figures and the exact test in fen.
  var computation: View {
    let household = result.household
    let readings = household.readings
    let actual = hull(of: readings)
    return View([
      "actual": .text(figures.yuan(actual)), "actualTerm": .text(figures.term(actual)),
      "disposableTerm": .text(figures.term(household.disposable)),
      "supportTerm": .text(figures.term(household.support)),
      "expenditureTerm": .text(figures.term(household.expenditure)),
      "sizeTerm": .text(figures.term(household.size)),
      "hasReadings": .flag(readings.count > 1),
      "readings": .list(readings.enumerated().map { reading($1, number: $0 + 1) }),
      "inequalities": .list(inequalities),
      "hasThreshold": .flag(result.assessment.threshold != nil),
      "thresholdFrom": .text(
        result.assessment.threshold.map { inForce(since: $0.effectiveFrom, in: language) } ?? ""),
      "thresholdSource": .text(result.assessment.threshold?.source ?? ""),
    ])
  }

  private func hull(of readings: [HouseholdReading]) -> MoneyInterval {
    let first = readings.first?.actual ?? .zero
    return readings.dropFirst().reduce(first) { $0.hull(with: $1.actual) }
  }

  private func reading(_ reading: HouseholdReading, number: Int) -> View {
    View([
      "readingNumber": "\(number)", "readingDisposable": .text(figures.yuan(reading.disposable)),
      "readingSupport": .text(figures.yuan(reading.support)),
      "readingExpenditure": .text(figures.yuan(reading.expenditure)),
      "readingSize": .text(figures.count(reading.size)),
      "readingActual": .text(figures.yuan(reading.actual)),
    ])
  }

  private var inequalities: [View] {
    guard let threshold = result.assessment.threshold, let bounds = PerCapitaBounds(result) else {
      return []
    }
    if bounds.lowest == bounds.highest { return [inequality("", bounds.lowest, threshold)] }
    return [
      inequality(language.text("取最低值", "At the lowest"), bounds.lowest, threshold),
      inequality(language.text("取最高值", "At the highest"), bounds.highest, threshold),
    ]
  }

  private func inequality(_ bound: String, _ sum: HouseholdSum, _ line: Threshold) -> View {
    let limit = line.monthly * Int64(12 * sum.size)
    let holds = line.includesEquality ? sum.amount <= limit : sum.amount < limit
    return View([
      "bound": .text(bound), "sumFen": .text(figures.fen(sum.amount)),
      "sign": .text(comparator(line)), "lineFen": .text(figures.fen(line.monthly)),
      "persons": "\(sum.size)", "limitFen": .text(figures.fen(limit)), "holds": .flag(holds),
    ])
  }
}
