import Casework
package import Screening

extension PolicyEdition {
  /// The programme's own policy: 1,250 yuan from 2014-07-01, 1,380 from 2015-07-01, 2016 not
  /// confirmed, no year 2017.
  package static let sample = PolicyEdition(
    id: "aba-organs", title: "阿坝州直机关党内经济帮扶",
    wageYears: [
      year(2014, [("2013-07-01", 1_070), ("2014-07-01", 1_250)]),
      year(2015, [("2014-07-01", 1_250), ("2015-07-01", 1_380)]),
      year(2016, [("2015-07-01", 1_380)], confirmedBy: ""),
    ],
    factorThousandths: 1_000, includesEquality: true, rateDay: .applicationDate,
    oldestApplicationMonths: 24, noticeMinimumDays: 5, frequencyMonths: 12, majorityAge: 18,
    acceptedCauses: [.illness, .disaster, .suddenEvent, .fewEarners],
    conductAppliesToSurvivors: false,
    evidence: [
      EvidenceRequirement(name: "收入证明", words: ["收入证明", "工资条"], causes: []),
      EvidenceRequirement(name: "诊断或医疗票据", words: ["诊断", "票据"], causes: [.illness]),
    ], modes: [:], citations: [:])

  private static func year(
    _ year: Int, _ rates: [(from: String, yuan: Int64)], confirmedBy: String = "测试"
  ) -> WageYear {
    WageYear(
      year: year, tier: 2, confirmedBy: confirmedBy,
      rates: rates.map {
        WageRate(from: day($0.from), monthly: Money(yuan: $0.yuan), document: "示例通知")
      }, line: year)
  }
}
