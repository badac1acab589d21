import Casework
import Testing

@testable import Intake

@Suite("Dates are read in the forms of domain.md 4.4, never guessed")
struct DateTextTests {
  @Test(
    "a column that shows 05/28/2015 says what 03/05/2015 is; one that shows both orders does not")
  func orderOfColumn() throws {
    let header = "申报编号,资助类别,金额,资助日期"
    func days(_ dates: String...) throws -> [String?] {
      let rows = dates.enumerated().map { "\($0.offset),工会,1,\($0.element)" }
      return try reading([header] + rows).records.map { $0.date(.receivedOn).value?.description }
    }
    #expect(try days("03/05/2015", "05/28/2015") == ["2015-03-05", "2015-05-28"])
    #expect(try days("03/05/2015 00:00:00", "28/05/2015 00:00:00") == ["2015-05-03", "2015-05-28"])
    #expect(try days("03/05/2015", "28/05/2015", "05/28/2015")[0] == nil)
    #expect(try days("03/05/2015", "2015-05-28")[0] == nil)
  }

  @Test(
    "an unmistakable form",
    arguments: [
      ("2015年3月5日", "2015-03-05"), ("2015年03月05日", "2015-03-05"), ("2015年3月5号", "2015-03-05"),
      ("2015年3月5", "2015-03-05"), (" 2015 年 3 月 5 日 ", "2015-03-05"), ("2015.3.5", "2015-03-05"),
      ("2015.3.5.", "2015-03-05"), ("2015-3-5", "2015-03-05"), ("2015/03/05", "2015-03-05"),
      ("2015、3、5", "2015-03-05"), ("2015—3—5", "2015-03-05"), ("2015 3 5", "2015-03-05"),
      ("2015 1 1", "2015-01-01"), ("２０１５．３．５", "2015-03-05"), ("20150305", "2015-03-05"),
      ("1988-02-29", "1988-02-29"), ("1988-02-29T00:00:00.000", "1988-02-29"),
      ("1988-02-29T08:30:00+08:00", "1988-02-29"), ("2015-03-05 00:00:00", "2015-03-05"),
      ("2015/3/5 0:00", "2015-03-05"), ("2015-3-5 8:30", "2015-03-05"),
      ("2015-3-5 12:00:00 AM", "2015-03-05"), ("2015年3月5日 10:30", "2015-03-05"),
      ("二〇一五年三月五日", "2015-03-05"), ("二O一五年十月二十日", "2015-10-20"),
      ("二0一五年十二月三十一日", "2015-12-31"), ("二○一五年十月十日", "2015-10-10"),
      ("一九六五年三月五日", "1965-03-05"), ("贰零壹伍年零壹月壹拾伍日", "2015-01-15"),
      ("贰零壹伍年零壹拾月零贰拾日", "2015-10-20"), ("贰零壹伍年零贰月壹拾贰日", "2015-02-12"),
      ("2015年3月", "2015-03"), ("2015.03", "2015-03"), ("1979.6", "1979-06"),
      ("1979.10", "1979-10"), ("201503", "2015-03"), ("2015-03", "2015-03"),
      ("2015年3月  日", "2015-03"), ("二〇一五年三月", "2015-03"), ("2015", "2015"),
      ("2015年", "2015"), ("二O一五年", "2015"), ("2015年 月 日", "2015"),
    ])
  func unmistakable(_ text: String, _ date: String) {
    guard case .date(let stated) = DateText.reading(text) else {
      Issue.record("\(DateText.reading(text))")
      return
    }
    #expect(stated.description == date)
  }

  @Test(
    "a form that leaves something to a convention, which is warned of",
    arguments: [
      ("15-3-5", "2015-03-05", DateText.Convention.shortYear), ("65.3", "1965-03", .shortYear),
      ("65.3.5", "1965-03-05", .shortYear), ("65年3月", "1965-03", .shortYear),
      ("15/3/5", "2015-03-05", .shortYear), ("88/2/29", "1988-02-29", .shortYear),
      ("02/29/1988", "1988-02-29", .monthFirst), ("29/02/1988", "1988-02-29", .dayFirst),
      ("3/3/2015", "2015-03-03", .monthFirst), ("32202", "1988-02-29", .serialNumber),
      ("42068", "2015-03-05", .serialNumber), ("1979.1", "1979-01", .lostZero),
    ])
  func conventional(_ text: String, _ date: String, _ convention: DateText.Convention) throws {
    guard case .conventional(let stated, let by) = DateText.reading(text) else {
      Issue.record("\(DateText.reading(text))")
      return
    }
    #expect(stated.description == date)
    #expect(by == convention)
    #expect(try cell(text, of: .birthDate).codes == [.dateAmbiguous])
  }

  @Test(
    "a day that no calendar has",
    arguments: [
      "2015-02-30", "20150230", "2015年2月30日", "1987-02-29", "2015-13-01", "2015.13", "201513",
      "2015-00-10", "2015年4月31日", "31/13/2015", "1900-02-29",
    ])
  func impossible(_ text: String) throws {
    #expect(DateText.reading(text) == .impossible)
    #expect(try cell(text, of: .birthDate).codes == [.dateImpossible])
    #expect(try cell(text, of: .birthDate).value == nil)
  }

  @Test(
    "two readings of one text are not chosen between",
    arguments: ["3/5/2015", "03/05/2015", "5.3.2015", "03/05/15", "12/5/15", "20153", "19653"])
  func ambiguous(_ text: String) throws {
    #expect(DateText.reading(text) == .ambiguous)
    #expect(try cell(text, of: .birthDate).codes == [.dateUnreadable])
  }

  @Test(
    "what is no date is not read as a part of one",
    arguments: [
      "12月5日", "10月8日", "3月5日", "零壹月壹拾伍日", "2015年 月5日", "2015..3", "2015.3-5", "2015年3.5",
      "2015.3.5-2015.3.12", "2015.3-2015.6", "2013-2015", "2015年3月5日出生", "约2015年", "2O15-03-05",
      "2015-O3-05", "l965-03-05", "2○15年", "十十月", "二〇一五年三五十月", "150305", "02291988", "3.5", "3",
      "15", "不详", "Oct 5 2015", "2015\n3", "2015 03 05 06", "99999", "99999999",
    ])
  func unreadable(_ text: String) throws {
    #expect(DateText.reading(text) == .unreadable)
    #expect(try cell(text, of: .birthDate).codes == [.dateUnreadable])
  }

  @Test(
    "a dash or an empty pattern states nothing",
    arguments: ["—", "/", "无", "-", "年 月 日", "  年  月", "年月日"])
  func nothing(_ text: String) throws {
    let reading = try cell(text, of: .birthDate)
    #expect(reading.value == nil)
    #expect(reading.codes == [])
  }

  @Test("a day after the round's day is warned of")
  func future() throws {
    let sheet = try reading("姓名,身份证号码,申报日期", "余一,513299196503151234,2016-01-01")
    #expect(sheet.findings(.dateImplausible).map(\.location?.cell) == ["C2"])
    let today = try reading("姓名,身份证号码,申报日期", "余一,513299196503151234,2015-12-31")
    #expect(today.findings(.dateImplausible) == [])
  }
}
