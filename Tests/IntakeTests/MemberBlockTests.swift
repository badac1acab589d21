import Casework
import Testing

@testable import Intake

@Suite("Members inside the applications sheet join the applicant above (contract 1)")
struct MemberBlockTests {
  private let header = [
    "姓名,身份证号码,申报类别,家庭成员情况,,,", ",,,姓名,身份证号码,与申请人关系,工资性收入",
  ]

  private func parents(_ sheet: Submission) -> [String] {
    sheet.records.map { record in
      record.form == .applications
        ? "\(record.name(.applicantName).value?.original ?? "?")"
        : "\(record.name(.memberName).value?.original ?? "?") of \(record.parent?.cell ?? "?")"
    }
  }

  @Test("blank applicant cells below an applicant")
  func blankCells() throws {
    let sheet = try reading(
      header + [
        "余一,513299196503151234,在职,余一,513299196503151234,本人,3860", ",,,余二,51322319790610101X,配偶,0",
        "余三,513201198802290027,退休,余三,513201198802290027,本人,100", ",,,余四,,子女,",
      ])
    #expect(sheet.form == .applications)
    try #require(
      parents(sheet) == ["余一", "余一 of A3", "余二 of A3", "余三", "余三 of A5", "余四 of A5"])
    #expect(sheet.records[0].money(.wageIncome).value == nil)
    #expect(sheet.records[1].money(.wageIncome).value?.amount.exact == Money(yuan: 3860))
    #expect(sheet.balance.rows == [.header: 2, .data: 4])
    #expect(sheet.findings(.cellRequired).allSatisfy { $0.location?.row != 4 })
  }

  @Test("vertically merged applicant cells")
  func mergedCells() throws {
    let sheet = try reading(
      spreadsheet: row("v1姓名", "v1身份证号码", "v1申报类别", ">2家庭成员情况")
        + "<Row><Cell ss:Index=\"4\"><Data ss:Type=\"String\">姓名</Data></Cell>"
        + "<Cell><Data ss:Type=\"String\">身份证号码</Data></Cell>"
        + "<Cell><Data ss:Type=\"String\">与申请人关系</Data></Cell></Row>"
        + row("v1余一", "v1513299196503151234", "v1在职", "余一", "513299196503151234", "本人")
        + "<Row><Cell ss:Index=\"4\"><Data ss:Type=\"String\">余二</Data></Cell>"
        + "<Cell ss:Index=\"6\"><Data ss:Type=\"String\">配偶</Data></Cell></Row>"
        + row("余三", "51322319790610101X", "退休", "余三", "51322319790610101X", "本人"))
    #expect(parents(sheet) == ["余一", "余一 of A3", "余二 of A3", "余三", "余三 of A5"])
  }

  @Test("members below a row that is nobody's join no one")
  func belowRejected() throws {
    let sheet = try reading(
      header + [
        "余一,513299196503151234,在职,余一,513299196503151234,本人,3860",
        ",,退休,余三,513201198802290027,本人,100",
        ",,,余四,,子女,",
      ])
    #expect(parents(sheet) == ["余一", "余一 of A3"])
    #expect(sheet.findings(.rowRejected).map(\.location?.row) == [4, 5])
    #expect(sheet.balance.rows[.rejected] == 2)
  }

  @Test("totals of the members' columns are checked")
  func totals() throws {
    let sheet = try reading(
      header + [
        "余一,513299196503151234,在职,余一,513299196503151234,本人,3860", ",,,余二,,配偶,40", "合计,,,,,,4000",
      ])
    #expect(sheet.findings(.totalWrong).map(\.location?.cell) == ["G5"])
    #expect(sheet.findings(.totalWrong)[0].arguments == ["4000.00", "3900.00"])
  }

  @Test("a members block before the applicant's columns does not take their place")
  func blockFirst() throws {
    let sheet = try reading(
      "家庭成员情况,,,申请人,,", "姓名,身份证号码,与申请人关系,姓名,身份证号码,申报类别",
      "余二,51322319790610101X,配偶,余一,513299196503151234,在职")
    #expect(parents(sheet) == ["余一", "余二 of A3"])
  }

  @Test("a members block in one header row: 姓名 again, then 与申请人关系")
  func oneRow() throws {
    let sheet = try reading(
      "申请人姓名,申请人身份证号码,申报类别,致困原因,成员姓名,身份证号码,与申请人关系",
      "余一,513299196503151234,在职,疾病,余二,51322319790610101X,配偶")
    try #require(parents(sheet) == ["余一", "余二 of A2"])
    #expect(sheet.records[0].identity(.applicantId).value?.survivingDigits == "513299196503151234")
    #expect(sheet.records[1].identity(.memberId).value?.survivingDigits == "51322319790610101X")
  }

  @Test(
    "item sheets: a merged household key and member hold for all their rows, an amount does not")
  func mergedKeys() throws {
    let sheet = try reading(
      spreadsheet: row("申报编号", "户主", "成员姓名", "收入项目", "金额")
        + row("v1A1", "v1余一", "v1余二", "工资", "v13860")
        + "<Row><Cell ss:Index=\"4\"><Data ss:Type=\"String\">奖金</Data></Cell></Row>"
        + row("A2", "余三", "余三", "工资", "100"))
    #expect(sheet.form == .income)
    #expect(sheet.records.map { $0.text(.applicationNumber).value } == ["A1", "A1", "A2"])
    #expect(sheet.records.map { $0.name(.memberName).value?.original } == ["余二", "余二", "余三"])
    #expect(
      sheet.records.map { $0.money(.amount).value?.amount.exact?.fen } == [386_000, nil, 10_000])
    #expect(sheet.findings(.cellRequired).map(\.location?.cell) == ["E3"])
  }
}
