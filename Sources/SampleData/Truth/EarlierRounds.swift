import Glibc

/// The earlier rounds of a sample: what those filed whom they helped, one folder per round.
///
/// A round is a year, and `2015-1` the one that went before in the sample's own year. With these
/// folders as earlier rounds a run can find the pairs `renewal` and `tooSoon` of the truth.
struct EarlierRounds {
  private let folder: String

  init(in folder: String) { self.folder = folder }

  /// The round that helped on a day.
  static func name(of day: SampleDate) -> String {
    day.year == 2015 ? "2015-1" : String(day.year)
  }

  /// The application number that a case had in its earlier round.
  static func reference(to content: Case) -> String { "earlier-" + content.number }

  private static let header =
    "申报编号,姓名,身份证号码,申报类别,致困原因,申报日期,已享受普惠政策,已接受各类捐助\r\n"

  /// Writes what the unit filed in earlier rounds, a file for each of them.
  func write(_ submission: UnitSubmission) throws(SampleError) {
    var rows: [String: String] = [:]
    for filing in submission.filings {
      guard let helped = filing.content.previouslyHelpedOn else { continue }
      rows[Self.name(of: helped), default: Self.header] += row(filing.content, helpedOn: helped)
    }
    for (round, text) in rows.sorted(by: { $0.key < $1.key }) {
      let unit = "\(folder)/\(round)/\(submission.folder)"
      try makeFolder(unit)
      try SampleData.write(Array(text.utf8), to: unit + "/申报表.csv")
    }
  }

  private func row(_ content: Case, helpedOn helped: SampleDate) -> String {
    let cells = [
      Self.reference(to: content), content.applicant.name, content.applicant.identityNumber,
      content.category.rawValue, "疾病", helped.isoText, "是", "是",
    ]
    return cells.joined(separator: ",") + "\r\n"
  }

  /// Writes the roster of units into every round that has a filing.
  func writeRosters(_ roster: String) throws(SampleError) {
    for round in ["2012", "2013", "2014", "2015-1"]
    where access("\(folder)/\(round)", F_OK) == 0 {
      try SampleData.write(Array(roster.utf8), to: "\(folder)/\(round)/单位名册.csv")
    }
  }
}
