import Casework
import Statistics
import TestSupport
import Testing

@testable import Reporting

@Suite("The annual report and the notices")
struct AnnualReportPageTests {
  let report: AnnualReport
  let paid: [Recipient]
  let proposed = proposedRecipients(of: SampleFund.ledger)
  let day = SampleFund.day("2016-03-10")

  init() throws {
    report = try annualReport(of: SampleFund.ledger, year: 2015)
    paid = try recipients(of: SampleFund.ledger, year: 2015)
  }

  @Test("the report is the golden page, byte for byte", arguments: Language.allCases)
  func goldenReport(language: Language) throws {
    try expectGolden(
      annualReportPage(report, compiledOn: day, language: language),
      named: "annual-report-\(language.rawValue).html")
  }

  @Test("the notices are the golden pages", arguments: Language.allCases)
  func goldenNotices(language: Language) throws {
    let notice = fundNotice(of: report)
    for channel in [NoticeChannel.media, .party] {
      try expectGolden(
        fundNoticePage(notice, for: channel, compiledOn: day, language: language),
        named: "fund-\(channel == .media ? "media" : "party")-\(language.rawValue).html")
    }
    try expectGolden(
      recipientsPage(paid, of: .paid(year: 2015), compiledOn: day, language: language),
      named: "recipients-\(language.rawValue).html")
    try expectGolden(
      recipientsPage(proposed, of: .proposals, compiledOn: day, language: language),
      named: "proposals-\(language.rawValue).html")
  }

  @Test("two-character and Tibetan names are 某××, others keep the surname; no case identifier")
  func masking() throws {
    let rows = String(decoding: recipientsCSV(paid), as: UTF8.self).split(separator: "\n")
    #expect(
      rows.dropFirst() == [
        "1,李××,州水务局,在职,疾病,长期性资助,4000.00", "2,余××,州水务局,退休,灾害,临时性资助,4000.00",
        "3,某××,州水务局,在职,就业人员少,创业帮扶,3000.00",
      ])
    #expect(String(decoding: recipientsCSV(proposed), as: UTF8.self).contains("1,某××,州水务局"))
    let page = try recipientsPage(
      paid + proposed, of: .paid(year: 2015), compiledOn: day, language: .simplifiedChinese)
    for secret in ["李小雪", "余大山", "泽旺", "扎西", "AAAAAA", "FFFFFF", "2015-U01"] {
      #expect(!page.contains(secret), "\(secret)")
    }
  }

  @Test("the media notice tells what was raised and not what it was used for")
  func mediaNotice() throws {
    let notice = fundNotice(of: report)
    let page = try fundNoticePage(
      notice, for: .media, compiledOn: day, language: .simplifiedChinese)
    #expect(page.contains("5,445.67"))
    for secret in ["资金使用", "人次", "11,000.00"] { #expect(!page.contains(secret)) }
    #expect(
      !String(decoding: fundNoticeCSV(notice, for: .media), as: UTF8.self).contains("payments,"))
  }

  @Test("what is left out in the Party notice is “…” with a legend, in the table too")
  func suppression() throws {
    let notice = fundNotice(of: report)
    let page = try fundNoticePage(
      notice, for: .party, compiledOn: day, language: .simplifiedChinese)
    #expect(page.contains("不足3人（户）"))
    #expect(!page.contains("4,000.00"))
    let table = String(decoding: fundNoticeCSV(notice, for: .party), as: UTF8.self)
    #expect(table.contains("payments,临时性资助,…,…,…,…\n"))
    #expect(table.contains("payments,total,3,10,4,11000.00\n"))
  }

  @Test("every word of the reports is written in both languages", arguments: ReportWord.allCases)
  func words(word: ReportWord) {
    let chinese = word.text(in: .simplifiedChinese)
    #expect(chinese != word.text(in: .english))
    #expect(chinese != word.rawValue)
  }

  @Test("a workbook has a sheet for each section, in both languages", arguments: Language.allCases)
  func workbook(language: Language) throws {
    let bytes = try annualReportWorkbook(report, compiledOn: day, language: language)
    #expect(bytes.starts(with: [0x50, 0x4B]))
    #expect(try bytes == annualReportWorkbook(report, compiledOn: day, language: language))
    let sections = AnnualSections(report: report, language: language).all
    #expect(Set(sections.map(\.sheet)).count == sections.count)
  }
}
