import Casework
import Reporting
import Statistics
import Tabular

/// One file of a report, relative to its folder.
struct ReportFile: Equatable, Sendable {
  /// Its name, such as `statistics/fund_by_year.csv`.
  let name: String
  /// Its content.
  let bytes: [UInt8]

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init(_ name: String, text: String) { self.init(name, Array(text.utf8)) }
}

/// Every file of the annual report of a year, in the order of their names.
///
/// `asOf` is the day it is compiled, which only dates the pages: what counts is what happened by
/// the end of the year.
///
/// - Throws: `RunFailure.books` where what was recorded and the books differ by a fen.
func annualReportFiles(
  of ledger: ProgrammeLedger, year: Int, asOf: CalendarDate, language: Language
) throws(RunFailure) -> [ReportFile] {
  let report: AnnualReport
  let paid: [Recipient]
  do throws(AnnualReportError) {
    report = try annualReport(of: ledger, year: year)
    paid = try recipients(of: ledger, year: year)
  } catch {
    throw RunFailure.books(error)
  }
  let files =
    try reportFiles(report, asOf: asOf, language: language)
    + fundNoticeFiles(fundNotice(of: report), asOf: asOf, language: language)
    + recipientsFiles(paid, of: .paid(year: year), asOf: asOf, language: language)
  return files.sorted { $0.name < $1.name }
}

/// The in-Party notice of the proposals that are being publicised; none where there is nobody.
func proposalNoticeFiles(
  of ledger: ProgrammeLedger, asOf: CalendarDate, language: Language
) throws(RunFailure) -> [ReportFile] {
  let proposed = proposedRecipients(of: ledger)
  guard !proposed.isEmpty else { return [] }
  return try recipientsFiles(proposed, of: .proposals, asOf: asOf, language: language)
}

private func reportFiles(
  _ report: AnnualReport, asOf: CalendarDate, language: Language
) throws(RunFailure) -> [ReportFile] {
  let tables = annualTables(for: report)
  return [
    ReportFile(
      "annual-report.html",
      text: try rendered { try annualReportPage(report, compiledOn: asOf, language: language) }),
    ReportFile("annual-report.xlsx", try workbook(of: report, asOf: asOf, language: language)),
    ReportFile(
      "statistics/datapackage.json", text: annualDataPackage(for: tables, year: report.year)),
  ] + tables.map { ReportFile("statistics/\($0.name).csv", csvBytes(of: $0)) }
}

private func workbook(
  of report: AnnualReport, asOf: CalendarDate, language: Language
) throws(RunFailure) -> [UInt8] {
  do throws(TabularError) {
    return try annualReportWorkbook(report, compiledOn: asOf, language: language)
  } catch {
    throw RunFailure.unwritable(
      path: "annual-report.xlsx", reason: SystemReason(error.reason))
  }
}

/// Free words of a table may hold a number of a person, which no file of a report shows.
private func csvBytes(of table: StatisticsTable) -> [UInt8] {
  var writer = CSVWriter()
  writer.appendRow(table.columns.map(\.name))
  for row in table.rows { writer.appendRow(row.map { shownText(of: $0) }) }
  return writer.bytes
}

private func shownText(of cell: StatisticsCell) -> String {
  if case .text(let text) = cell { Masking.numberRuns(in: text) } else { cell.text }
}

private func fundNoticeFiles(
  _ notice: FundNotice, asOf: CalendarDate, language: Language
) throws(RunFailure) -> [ReportFile] {
  var files: [ReportFile] = []
  for (name, channel) in [("fund-media", NoticeChannel.media), ("fund-party", .party)] {
    let text = try rendered {
      try fundNoticePage(notice, for: channel, compiledOn: asOf, language: language)
    }
    files.append(ReportFile("notice/\(name).html", text: text))
    files.append(ReportFile("notice/\(name).csv", fundNoticeCSV(notice, for: channel)))
  }
  return files
}

private func recipientsFiles(
  _ recipients: [Recipient], of subject: RecipientsSubject, asOf: CalendarDate,
  language: Language
) throws(RunFailure) -> [ReportFile] {
  let text = try rendered {
    try recipientsPage(recipients, of: subject, compiledOn: asOf, language: language)
  }
  // Both notices can lie in one folder, such as that of an annual report.
  let name = subject == .proposals ? "proposals" : "recipients"
  return [
    ReportFile("notice/\(name).html", text: text),
    ReportFile("notice/\(name).csv", recipientsCSV(recipients)),
  ]
}
