import Casework
import Testing

@testable import Intake

@Suite("A form with its values beside or below their labels is one application (issue 6, layouts)")
struct FormSheetTests {
  private func told(_ sheet: Submission) -> [String] {
    sheet.records.map { record in
      let name = record.name(record.form == .members ? .memberName : .applicantName).value
      let more: Field =
        switch record.form {
        case .members: .relationship
        case .expenditure: .expenditureType
        default: .hardshipCause
        }
      return "\(record.form) \(name?.original ?? "?") \(record.text(more).value ?? "?")"
    }
  }

  private let plain = [
    "州直机关困难党员帮扶审批表,,,,,", "填报单位：州水务局,,,,填报日期：2015年9月10日,",
    "姓名,余一,性别,男,民族,羌族", "身份证号码,513299196503151234,申报类别,在职,联系电话,0837-1234567",
    "家庭人口,3人,家庭年收入（元）,36000,致困原因,☑疾病 □灾害 □突发事件",
    "困难情况,本人患病,,,,", "是否享受普惠政策,☑是 □否,是否接受各类捐助,是（√）否（ ）,,",
  ]

  @Test("labels left of their values")
  func labelsLeft() throws {
    let sheet = try reading(plain)
    #expect(sheet.form == .applications)
    try #require(told(sheet) == ["applications 余一 疾病"])
    let record = sheet.records[0]
    #expect(record.choice(.sex, as: Sex.self).value == .male)
    #expect(record.count(.householdSize).value == 3)
    #expect(record.money(.declaredAnnualIncome).value?.amount.exact == Money(yuan: 36_000))
    #expect(record.flag(.universalBenefitsUsed).value == true)
    #expect(record.flag(.otherAidExhausted).value == true)
    #expect(record.date(.applicationDate).value?.day == CalendarDate(year: 2015, month: 9, day: 10))
    #expect(record.text(.hardshipStatement).value == "本人患病")
    #expect(record.cell(of: .declaredAnnualIncome).cell == "D5")
    #expect(record.cell(of: .applicantId).cell == "B4")
    #expect(sheet.unitLine == "州水务局")
    #expect(sheet.balance.rows == [.title: 1, .unitLine: 1, .data: 5])
    #expect(!sheet.codes.contains(.cellUnplaced) && !sheet.codes.contains(.headerUnknown))
  }

  @Test("labels above their values")
  func labelsAbove() throws {
    let sheet = try reading(
      "困难党员申请表,,,", "姓名,性别,民族,身份证号码", "余一,男,羌族,513299196503151234",
      "申报类别,家庭人口,家庭年收入,致困原因", "退休,2,1.2万元,疾病")
    try #require(told(sheet) == ["applications 余一 疾病"])
    #expect(
      sheet.records[0].money(.declaredAnnualIncome).value?.amount.exact == Money(yuan: 12_000))
    #expect(sheet.records[0].cell(of: .hardshipCause).cell == "D5")
    #expect(sheet.balance.rows == [.title: 1, .header: 2, .data: 2])
  }

  @Test("the table of members inside, spare rows and the steps of the procedure below it")
  func members() throws {
    let sheet = try reading(
      plain + [
        "家庭成员情况,姓名,与申请人关系,身份证号码,健康状况,月收入（元）",
        ",余二,妻子,51322319790610101X,慢性病,500", ",余三,长子,,健康,0", ",,,,,", "支部意见,情况属实。,,,,",
        "工委审批意见,,,,,", "填表人：余九,,审核人：余八,,,",
      ])
    try #require(told(sheet) == ["applications 余一 疾病", "members 余二 配偶", "members 余三 子女"])
    let spouse = sheet.records[1]
    #expect(spouse.parent == sheet.records[0].location)
    #expect(spouse.money(.totalIncome).value?.period == .month)
    #expect(spouse.cell(of: .totalIncome).cell == "F9")
    #expect(sheet.balance.isBalanced && sheet.balance.rows[.rejected] == nil)
    #expect(sheet.balance.rows[.data] == 7)
  }

  @Test("the applicant's own income, where the table lists the others only")
  func ownIncome() throws {
    let sheet = try reading(
      plain + [
        "本人月收入,2500,健康状况,重病,,", "家庭成员,姓名,关系,年收入,,", ",余二,配偶,6000,,",
      ])
    try #require(told(sheet) == ["applications 余一 疾病", "members 余一 本人", "members 余二 配偶"])
    #expect(sheet.records[1].money(.totalIncome).value?.amount.exact == Money(yuan: 2_500))
    #expect(sheet.records[1].money(.totalIncome).value?.period == .month)
    #expect(sheet.records[1].cell(of: .totalIncome).row == 8)
  }

  @Test("several forms one below the other, each with its members and items")
  func severalForms() throws {
    func form(_ name: String, _ number: String) -> [String] {
      [
        "困难党员审批表,,,", "申报编号,A-\(name),申报类别,在职", "姓名,\(name),身份证号码,\(number)",
        "致困原因,疾病,家庭人口,2", "家庭成员,姓名,关系,年收入", ",\(name),本人,24000", ",余五,子女,0",
        "支出,支出项目,发生金额,报销金额", ",医疗,30000,12000", ",,,",
      ]
    }
    let sheet = try reading(form("余一", "513299196503151234") + form("余三", "51322319790610101X"))
    #expect(
      told(sheet) == [
        "applications 余一 疾病", "members 余一 本人", "members 余五 子女", "expenditure ? 医疗",
        "applications 余三 疾病", "members 余三 本人", "members 余五 子女", "expenditure ? 医疗",
      ])
    #expect(sheet.records.compactMap { $0.text(.applicationNumber).value } == ["A-余一", "A-余三"])
    #expect(sheet.records.map(\.parent?.row) == [nil, 3, 3, 3, nil, 13, 13, 13])
    let matches = try #require(sheet.layout).matches
    #expect(matches.filter { $0.field == .applicantName }.map(\.row) == [3, 13])
    #expect(matches.filter { $0.field == .totalIncome }.map(\.row) == [5, 15])
    #expect(
      matches.filter { $0.field == .billedAmount }.map(\.form) == [.expenditure, .expenditure])
  }

  @Test("a unit or a date's words in cells of their own belong to the value before them")
  func unitsBeside() throws {
    let sheet = try reading(
      "审批表,,,,,,", "姓名,余一,身份证号码,513299196503151234,,,", "申报日期,2015,年,9,月,10,日",
      "申报类别,在职,家庭年收入,3.6,万元,,", "致困原因,疾病,家庭人口,3,人,,")
    let record = sheet.records[0]
    #expect(record.date(.applicationDate).value?.description == "2015-09-10")
    #expect(record.money(.declaredAnnualIncome).value?.amount.description == "36000.00")
    #expect(record.count(.householdSize).value == 3)
    #expect(sheet.findings(.cellUnplaced).isEmpty)
  }

  @Test("a second value behind the applicant's number is another applicant, and an error")
  func anotherApplicant() throws {
    let sheet = try reading(
      "一览表,,", "姓名,余一,余三", "身份证号码,513299196503151234,51322319790610101X", "申报类别,在职,退休",
      "致困原因,疾病,疾病")
    #expect(sheet.findings(.cellAnotherApplicant).map(\.location?.cell) == ["C2", "C3"])
  }

  @Test("a second page that names the applicant again goes on with the form")
  func secondPage() throws {
    let sheet = try reading(
      plain + [
        "州直机关困难党员帮扶审批表（第2页）,,,,,", "姓名：余一,,,,,", "家庭存款,5000,家庭债务,2万元,,",
      ])
    #expect(told(sheet) == ["applications 余一 疾病"])
    #expect(sheet.records[0].money(.debt).value?.amount.exact == Money(yuan: 20_000))
  }

  @Test("several statements in one cell")
  func inlinePairs() throws {
    let sheet = try reading(
      "审批表", "姓名：余一　性别：男　民族：羌族", "身份证号码：513299196503151234  申报类别：遗属", "家庭人口：3",
      "致困原因：突发事件  家庭年收入：3.6万元")
    #expect(told(sheet) == ["applications 余一 突发事件"])
    #expect(sheet.records[0].count(.householdSize).value == 3)
  }

  @Test("an identity number with one character in each box")
  func boxes() throws {
    let digits = "513299196503151234".map(String.init).joined(separator: ",")
    let sheet = try reading(
      "姓名,余一,性别,男", "身份证号码,\(digits)", "申报类别,在职,家庭人口,3", "致困原因,疾病")
    try #require(told(sheet) == ["applications 余一 疾病"])
    #expect(sheet.records[0].identity(.applicantId).value?.number != nil)
  }

  @Test("groups merged down at the left; a deceased member's name is not the applicant's")
  func groups() throws {
    let sheet = try reading(
      spreadsheet: row(">4困难党员遗属审批表")
        + row("v1申请人情况", "姓名", "余一", "身份证号码", "513299196503151234")
        + "<Row><Cell ss:Index=\"2\"><Data ss:Type=\"String\">申报类别</Data></Cell>"
        + "<Cell><Data ss:Type=\"String\">遗属</Data></Cell></Row>"
        + row("v1离世党员情况", "姓名", "余七", "身份证号码", "51322319790610101X")
        + "<Row><Cell ss:Index=\"2\"><Data ss:Type=\"String\">与离世党员关系</Data></Cell>"
        + "<Cell><Data ss:Type=\"String\">配偶</Data></Cell>"
        + "<Cell><Data ss:Type=\"String\">致困原因</Data></Cell>"
        + "<Cell><Data ss:Type=\"String\">其他</Data></Cell></Row>")
    try #require(told(sheet) == ["applications 余一 其他"])
    #expect(sheet.records[0].name(.deceasedMemberName).value?.original == "余七")
    #expect(sheet.records[0].cell(of: .deceasedMemberId).cell == "E4")
  }

  @Test("what has no label is reported at its cell; a label without a value that is needed too")
  func unplaced() throws {
    let sheet = try reading(plain.dropLast() + ["已享受普惠政策,,负责人职务,科长,88888,"])
    #expect(sheet.findings(.cellUnplaced).map(\.location?.cell) == ["E7"])
    #expect(sheet.findings(.headerUnknown).map(\.location?.cell) == ["C7"])
    #expect(sheet.findings(.cellRequired).map(\.location?.cell) == ["B7"])
    #expect(sheet.findings(.headerMissingColumn).map(\.field) == [.otherAidExhausted])
  }

  @Test(
    "lists stay lists",
    arguments: [
      ["姓名,身份证号码,申报类别,致困原因", "余一,513299196503151234,在职,疾病"],
      ["填报单位,州水务局,单位,元", "姓名,身份证号码,申报类别,致困原因", "余一,513299196503151234,在职,疾病"],
      [
        "姓名,身份证号码,申报类别,致困原因", "余一,513299196503151234,在职,疾病", "姓名,身份证号码,申报类别,致困原因",
        "余三,51322319790610101X,退休,疾病",
      ],
      ["姓名,工号,职务,职级,学历,身份证号码,申报类别", "余一,1,2,3,4,513299196503151234,在职"],
    ])
  func lists(lines: [String]) throws {
    let sheet = try reading(lines)
    #expect(sheet.records.allSatisfy { $0.columns.row(of: .applicantName) == nil })
    #expect(!sheet.records.isEmpty)
  }
}
