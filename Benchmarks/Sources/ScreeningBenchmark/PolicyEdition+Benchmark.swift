import Casework
import Screening

extension PolicyEdition {
  /// The programme's policy of 2015, with two lines in the year.
  static let benchmark = PolicyEdition(
    id: "aba-organs", title: "阿坝州直机关党内经济帮扶",
    wageYears: [
      WageYear(
        year: 2015, tier: 2, confirmedBy: "benchmark",
        rates: [rate(year: 2014, 1250), rate(year: 2015, 1380)], line: 1)
    ],
    factorThousandths: 1_000, includesEquality: true, rateDay: .applicationDate,
    oldestApplicationMonths: 24, noticeMinimumDays: 5, frequencyMonths: 12, majorityAge: 18,
    acceptedCauses: [.illness, .disaster, .suddenEvent, .fewEarners],
    conductAppliesToSurvivors: false,
    evidence: [], modes: [:], citations: [:])

  private static func rate(year: Int, _ yuan: Int64) -> WageRate {
    WageRate(
      from: CalendarDate(firstOfMonth: 7, year: year), monthly: Money(yuan: yuan), document: "示例")
  }
}
