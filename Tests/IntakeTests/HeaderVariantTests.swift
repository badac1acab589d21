import Casework
import Testing

@testable import Intake

/// Headers that no form lists first, but that leave no doubt what they mean.
@Suite("Obvious variants of headers (contract 1, domain.md 5.5)")
struct HeaderVariantTests {
  @Test(
    "bind to the field they mean",
    arguments: [
      ("申请人姓名(必填)", Field.applicantName), ("身份证件号码", .applicantId), ("居民身份证号", .applicantId),
      ("人口数", .householdSize), ("家庭总人口", .householdSize), ("全年家庭总收入(元)", .declaredAnnualIncome),
      ("困难类别", .hardshipCause), ("申请人类型", .applicantCategory),
      ("是否已享受国家普惠政策", .universalBenefitsUsed),
      ("普惠政策是否已享受", .universalBenefitsUsed), ("接受捐助情况（是/否）", .otherAidExhausted),
      ("无正当理由不参加组织生活", .exclusionMeetings), ("不按时缴纳党费", .exclusionDues), ("盖章", .sealed),
      ("填报日期", .applicationDate), ("sqbh", .applicationNumber), ("hsrq", .verifiedOn),
      ("zkyy", .hardshipCause),
    ])
  func applications(header: String, field: Field) throws {
    let plain: [Field: String] = [.applicantName: "身份证号码", .applicantId: "姓名"]
    let other = plain[field] ?? "姓名,身份证号码"
    let read = try reading("\(other),\(header),申报类别", plain[field] == nil ? "a,b,c,d" : "a,b,c")
    #expect(read.form == .applications)
    #expect(try #require(read.records.first).hasColumn(field))
    #expect(read.findings(.headerUnknown) == [] && read.findings(.headerNear) == [])
  }

  @Test("a column without 不 is never one of the six grounds")
  func negation() throws {
    let read = try reading("姓名,身份证号码,按时缴纳党费,参加组织生活", "余一,513299196503151234,是,是")
    #expect(try #require(read.records.first).stated.map(\.field) == [.applicantName, .applicantId])
    #expect(read.findings(.headerUnknown).count == 2)
  }

  @Test("initials of syllables are not alike because one letter differs")
  func initials() throws {
    let read = try reading("xm,sfzh,ssrq", "余一,513299196503151234,2015-08-01")
    #expect(read.findings(.headerNear) == [])
    #expect(try #require(read.records.first).hasColumn(.birthDate) == false)
  }

  @Test("a third header row of 起 and 止, and incomes by their first words, as CSV leaves them")
  func threeRows() throws {
    let read = try reading(
      "序号,申请人情况,,家庭年收入(万元),,,,公示时间,", ",姓名,身份证号,工资性,经营净,财产净,转移净,,", ",,,,,,,起,止",
      "甲,乙,1,2,3,4,5,6,7",
      "1,余一,513299196503151234,1.2,0,0,0.3,2015-08-01,2015-08-07")
    #expect(read.records.count == 1)
    let record = try #require(read.records.first)
    #expect(record.money(.wageIncome).value?.amount.description == "12000.00")
    #expect(record.money(.netTransferIncome).value?.amount.description == "3000.00")
    #expect(record.date(.noticeFrom).value?.description == "2015-08-01")
    #expect(record.date(.noticeTo).value?.description == "2015-08-07")
  }

  @Test("a cover sheet is passed over with a note; numbers in one column are not")
  func wordsOnly() throws {
    let cover = try reading("州直机关党内帮扶", "二〇一五年")
    #expect(cover.codes == [.sheetWordsOnly])
    #expect(!cover.isQuarantined)
    #expect(try reading("余一 513299196503151234", "刁二").isQuarantined)
  }

  @Test("rows above a header that look like data are reported, not lost")
  func rowsAbove() throws {
    let read = try reading("甲栏,乙栏,丙栏", "1,3860,513299196503151234", "", "姓名,身份证号码,申报类别", "余一,,在职")
    #expect(read.findings(.sheetRowsAbove).map { $0.location?.cell } == ["A2"])
    #expect(read.balance.rows[.rejected] == 1 && read.balance.isBalanced)
  }

  @Test("words that answer a column by its own verb", arguments: [("已签章", true), ("未签章", false)])
  func verbs(word: String, answer: Bool) throws {
    #expect(try cell(word, of: .sealed).value == .flag(answer))
  }
}
