import Casework
import Screening

extension PolicyFile {
  /// The rates of a table by year: no year twice, no day twice, and each day with one rate only.
  static func rateYears(_ table: String, in top: YAMLMapping) throws(RunFailure) -> [WageYear] {
    let tableKeys = ["description", "unit", "citation", "source", "years"]
    let wage = try top.mapping(table, keys: tableKeys)
    let keys = ["year", "tier", "confirmedBy", "source", "confidence", "rates"]
    var years: [WageYear] = []
    var wages: [CalendarDate: Money] = [:]
    for entry in try wage.mappings("years", keys: keys) {
      let year = try entry.positive("year")
      guard !years.contains(where: { $0.year == year }) else {
        throw entry.wrong("year", expected: .yearOnce)
      }
      let rates = try rates(of: year, in: entry, knownWages: &wages)
      // Only the minimum wage has tiers.
      years.append(
        WageYear(
          year: year,
          tier: table == "minimumWage" || entry.has("tier") ? try entry.positive("tier") : 0,
          confirmedBy: try entry.string("confirmedBy", default: ""), rates: rates,
          line: entry.line, file: entry.file))
    }
    return years
  }

  /// A year lists the rate in force on 1 January and every later one of that year: a second rate
  /// of earlier years, one of a later year, or one day twice would leave open which one counts.
  private static func rates(
    of year: Int, in entry: YAMLMapping, knownWages wages: inout [CalendarDate: Money]
  ) throws(RunFailure) -> [WageRate] {
    let newYear = CalendarDate(firstOfMonth: 1, year: year)
    var rates: [WageRate] = []
    for listed in try entry.mappings("rates", keys: ["from", "yuanPerMonth", "document"]) {
      let rate = WageRate(
        from: try date("from", in: listed), monthly: try money("yuanPerMonth", in: listed),
        document: try listed.string("document"))
      guard rate.monthly > .zero else { throw listed.wrong("yuanPerMonth", expected: .wage) }
      let overlaps = rates.contains { $0.from == rate.from || max($0.from, rate.from) <= newYear }
      guard !overlaps, rate.from.year <= year else {
        throw listed.wrong("from", expected: .ratesOfYear(year))
      }
      if let known = wages[rate.from], known != rate.monthly {
        throw listed.wrong("yuanPerMonth", expected: .sameWage(known.description))
      }
      wages[rate.from] = rate.monthly
      rates.append(rate)
    }
    return rates
  }
}
