import Casework
import Testing

@testable import Intake

@Suite("Layouts: every row is one thing (contract 1 and 4, domain.md 5.5)")
struct LayoutTests {
  private let header = "序号,姓名,身份证号码,家庭年收入,备注"
  private let first = "1,余一,513299196503151234,3860,"
  private let second = "2,余二,51322319790610101X,140,"

  private func rows(_ sheet: Submission, _ kind: RowClass) -> Int {
    sheet.balance.rows[kind, default: 0]
  }

  private func income(_ sheet: Submission) -> [String] {
    sheet.records.map { record in
      record.money(.declaredAnnualIncome).value.map { "\($0.amount) \($0.period?.rawValue ?? "")" }
        ?? "?"
    }
  }

  @Test("title, unit line, header, column numbers, data, spare rows, total, footer and notes")
  func everything() throws {
    let sheet = try reading(
      "2015年度困难党员申报汇总表,,,,", "填报单位(盖章): 州水务局,,,单位:元,", header, "甲,乙,1,2,3", first, second, "3,,,,",
      "4,,,0,", ",,,,", "合计,,,4000,", "填表人:王××,,审核人:,填表日期:2015年10月9日,", "注:1.收入按12个月计算。,,,,",
      "2.家庭成员包括配偶、子女和共同生活的父母。,,,,")
    #expect(sheet.records.count == 2)
    #expect(sheet.unitLine == "州水务局")
    #expect(rows(sheet, .title) == 1)
    #expect(rows(sheet, .unitLine) == 1)
    #expect(rows(sheet, .header) == 2)
    #expect(rows(sheet, .data) == 2)
    #expect(rows(sheet, .blank) == 3)
    #expect(rows(sheet, .total) == 1)
    #expect(rows(sheet, .note) == 3)
    #expect(sheet.balance.isBalanced)
    #expect(sheet.findings(.totalWrong) == [])
    #expect(sheet.findings(.rowRejected) == [])
  }

  @Test(
    "the unit of money above the table, in its spellings",
    arguments: [
      "单位:万元", "单位：万元", "(单位:万元)", "金额单位：万元", "单位:人民币万元", "单 位:万元", "单　位：万元", "单位 万元",
      "单位万元", "（单位：万元、人）", "单位:人、万元", "单位：万元  2015年10月", "填报单位:州水务局    单位:万元    填报日期:2015年10月",
      "填报单位:元坝水务局 单位:万元", "\"单位:\",\"万元\"", "填报单位:,州水务局,单位:,万元",
    ])
  func unitLine(_ line: String) throws {
    #expect(income(try reading("表", line, header, first))[0] == "38600000.00 年")
  }

  @Test("the unit line may stand below the table", arguments: ["单位:万元,,,,", "填报单位:州水务局,,,单位:万元,"])
  func unitLineBelow(_ line: String) throws {
    let sheet = try reading(header, first, line)
    #expect(income(sheet) == ["38600000.00 年"])
    #expect(sheet.balance.rows[.unitLine] == 1)
  }

  @Test("the period of the sheet counts where header and cell have none")
  func sheetPeriod() throws {
    let lines = ["单位:元/月,,", "户主,姓名,与申请人关系,工资性收入,工资性收入(年)"]
    let sheet = try reading(lines + ["余一,余一,本人,3860,"])
    #expect(sheet.records[0].money(.wageIncome).value?.period == .month)
    let header = try reading("单位:元/月,,", "户主,姓名,与申请人关系,年工资性收入", "余一,余一,本人,46320")
    #expect(header.records[0].money(.wageIncome).value?.period == .year)
    let cell = try reading("单位:元/月,,", "户主,姓名,与申请人关系,工资性收入", "余一,余一,本人,46320元/年")
    #expect(cell.records[0].money(.wageIncome).value?.period == .year)
    let none = try reading("户主,姓名,与申请人关系,工资性收入", "余一,余一,本人,46320")
    #expect(none.records[0].money(.wageIncome).value?.period == .year)
  }

  @Test(
    "the unit's name in its line",
    arguments: [
      ("填报单位:州水务局", "州水务局"), ("填报单位（盖章）：州水务局", "州水务局"), ("填报单位:____州水务局____", "州水务局____"),
      ("申报单位：州水务局   2015年10月", "州水务局"), ("填报单位,州水务局", "州水务局"), ("填报单位:,州水务局,单位:元", "州水务局"),
      ("单位名称：州水务局 联系电话:0837", "州水务局"), ("填报单位:州水务局　填表人:王", "州水务局"),
    ].dropLast(0))
  func unitName(_ line: String, _ name: String) {
    let found = RowReading.unitName(in: line.split(separator: ",").map(String.init))
    #expect(found.map { $0.replacing("_", with: "") } == name.replacing("_", with: ""))
  }

  @Test(
    "a column-number line",
    arguments: [
      "甲,乙,1,2,3", "栏次,1,2,3,4", "1,2,3,4,5", "(1),(2),(3),(4),(5)", "①,②,③,④,⑤", "甲,乙,1,2,3=1+2",
    ])
  func columnNumbers(_ line: String) throws {
    let sheet = try reading(header, line, first)
    #expect(sheet.records.count == 1)
    #expect(rows(sheet, .header) == 2)
  }

  @Test("header, title and column numbers repeated on a later page are no data")
  func laterPage() throws {
    let sheet = try reading(
      "申报汇总表,,,,", "填报单位:州水务局,,,,", header, "甲,乙,1,2,3", first, "本页小计,,,3860,", "申报汇总表,,,,",
      "填报单位:州水务局,,,,", "序 号,姓 名,身份证号码,家庭年收入,备注", "甲,乙,1,2,3", second, "合计,,,4000,")
    #expect(sheet.records.count == 2)
    #expect(rows(sheet, .header) == 4)
    #expect(rows(sheet, .title) == 2)
    #expect(rows(sheet, .unitLine) == 2)
    #expect(sheet.findings == [] || sheet.findings.allSatisfy { $0.code == .headerMissingColumn })
  }

  @Test(
    "total rows in their spellings",
    arguments: ["合计", "合 计", "小计", "总计", "合计：", "合計", "共计", "本页合计", "合计2人", "合计（元）", "全局合计"])
  func totals(_ word: String) throws {
    let right = try reading(header, first, second, "\(word),,,4000,")
    #expect(right.records.count == 2)
    #expect(right.findings(.totalWrong) == [])
    let wrong = try reading(header, first, second, "\(word),,,4001,")
    #expect(wrong.findings(.totalWrong).map(\.location?.cell) == ["D4"])
    #expect(wrong.findings(.totalWrong)[0].arguments == ["4001.00", "4000.00"])
  }

  @Test("小计 sums its group, 合计 all rows; a wrong 小计 is a problem")
  func subtotals() throws {
    let sheet = try reading(
      header, first, "小计,,,3860,", second, "小计,,,140,", "合计,,,4000,", "总计,,,4000,")
    #expect(sheet.findings(.totalWrong) == [])
    let wrong = try reading(header, first, "小计,,,3860,", second, "小计,,,150,", "合计,,,4000,")
    #expect(wrong.findings(.totalWrong).map(\.location?.cell) == ["D5"])
  }

  @Test("a total above the rows it sums waits for them; parts of a list may have titles")
  func totalsAbove() throws {
    let right = try reading(header, "合计,,,4000,", "一、在职党员（1人）,,,,", first, "(二)退休党员,,,,", second)
    #expect(right.findings(.totalWrong) == [] && right.findings(.rowRejected) == [])
    #expect(rows(right, .title) == 2)
    let wrong = try reading(header, "合计,,,4001,", first, second)
    #expect(wrong.findings(.totalWrong).map(\.location?.cell) == ["D2"])
  }

  @Test("a sum with a rejected row counts it; one with an unreadable amount is not judged")
  func totalsOfDoubtfulRows() throws {
    let rejected = try reading(header, first, "2,,,140,x", "合计,,,4000,")
    #expect(rejected.findings(.rowRejected).map(\.location?.cell) == ["A3"])
    #expect(rejected.findings(.totalWrong) == [])
    let unreadable = try reading(header, first, "2,余二,51322319790610101X,1400O,", "合计,,,9999,")
    #expect(unreadable.findings(.totalWrong) == [])
    let monthly = try reading(header, first, "2,余二,51322319790610101X,10元/月,", "合计,,,3980,")
    #expect(monthly.findings(.totalWrong) == [])
  }

  @Test("totals of counts are checked too")
  func countTotals() throws {
    let sheet = try reading("单位代码,单位名称,在职党员数", "U01,甲局,12", "U02,乙局,8", "合计,,21")
    #expect(sheet.findings(.totalWrong).map(\.arguments) == [["21", "20"]])
  }

  @Test("a row of data is never taken for a unit line, a note or a footer")
  func dataStaysData() throws {
    let header = "户主,收入项目,金额,备注"
    let sheet = try reading(
      header, "余一,工资,3860,工作单位:州水务局", "余二,工资,3860,单位名称:某厂", "余三,奖金,100,联系人:某某",
      "余四,,,联系电话:13900000000", "余五,工资,,日期:2015年")
    #expect(sheet.records.count == 5)
    #expect(sheet.unitLine == nil)
    #expect(sheet.balance.rows[.data] == 5)
  }

  @Test("a row with neither name nor number is rejected, with what it must have")
  func rejected() throws {
    let sheet = try reading(header, first, "2,,,140,")
    #expect(sheet.findings(.rowRejected).map(\.arguments) == [["姓名、身份证号码"]])
    #expect(rows(sheet, .rejected) == 1)
    #expect(sheet.balance.isBalanced)
  }

  @Test("a single figure that is no row number is rejected, not taken for an empty row")
  func singleFigure() throws {
    let sheet = try reading("户主,收入项目,金额", "余一,工资,3860", ",,140", "3,,")
    #expect(sheet.findings(.rowRejected).map(\.location?.cell) == ["C3"])
    #expect(rows(sheet, .blank) == 1)
  }

  @Test("a required cell that is blank is an error at its cell, and the row stays")
  func requiredCell() throws {
    let sheet = try reading("姓名,身份证号码,申报类别", "余一,,在职", ",513299196503151234,")
    #expect(sheet.records.count == 2)
    #expect(sheet.findings(.cellRequired).map(\.location?.cell) == ["B2", "A3", "C3"])
  }

  @Test("rows number as a spreadsheet shows them")
  func rowNumbers() throws {
    let sheet = try reading(
      spreadsheet: row("姓名", "身份证号码")
        + "<Row ss:Index=\"5\"><Cell><Data ss:Type=\"String\">余一</Data></Cell></Row>")
    #expect(sheet.records.map(\.location.cell) == ["A5"])
    #expect(sheet.findings(.cellRequired).map(\.location?.cell) == ["B5"])
  }
}
