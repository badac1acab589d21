import Casework
import Foundation
import Testing

@testable import Intake

@Suite("Headers bind to the field they name (contract 1)")
struct HeaderTests {
  /// The fields that the headers of one line bind, in column order; nil where none.
  private func fields(_ headers: String..., rows: [String] = []) throws -> [Field?] {
    let table = try sheet(headers.joined(separator: "\n"))
    let depth = headers.count
    let vocabulary = try #require(FormLibrary.shipped.vocabulary(of: .applications))
    let labels = table.headerLabels(rows: 0..<depth)
    let binding = FormBinding(labels, to: vocabulary)
    return labels.map { label in binding.columns.first { $0.value == label }?.key }
  }

  @Test(
    "every header and alias of the contract's table names its field", .enabled(if: contract != nil))
  func contractTable() throws {
    let vocabulary = try #require(FormLibrary.shipped.vocabulary(of: .applications))
    let lines = try #require(Self.contract).split(separator: "\n").filter { $0.hasPrefix("| ") }
    var seen = 0
    for line in lines {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let names = cells[0].replacing("*", with: "").split(separator: ", ").map(String.init)
      let headers = cells[1].split(separator: ", ").map(String.init)
      guard names.count == headers.count, let field = Field(rawValue: names[0]) else { continue }
      let aliases =
        cells.count > 3 && !cells[3].hasPrefix("(") && names.count == 1
        ? cells[3].split(separator: ", ").map(String.init) : []
      for (name, header) in zip(names, headers) {
        let label = HeaderLabel(column: 0, parts: [header])
        #expect(vocabulary.candidates(for: label).map(\.rawValue) == [name], "\(header)")
      }
      for alias in aliases where !alias.contains("、") {
        let label = HeaderLabel(column: 0, parts: [alias])
        #expect(vocabulary.candidates(for: label) == [field], "\(alias)")
      }
      seen += 1
    }
    #expect(seen > 40)
  }

  private static let contract = try? String(
    contentsOf: shared.appending(path: "contract.md"), encoding: .utf8)

  @Test(
    "blanks, line breaks, width, marks, brackets and traditional characters do not matter",
    arguments: [
      ("姓 名", Field.applicantName), ("姓　名*", .applicantName), ("﹡姓名", .applicantName),
      ("★姓名", .applicantName), ("姓名（全称）", .applicantName), ("姓名:", .applicantName),
      ("身份證號碼", .applicantId), ("【必填】身份证号", .applicantId), ("家庭年收入（元）", .declaredAnnualIncome),
      ("家庭年收入(万元)", .declaredAnnualIncome), ("家庭年收入万元", .declaredAnnualIncome),
      ("月工资性收入", .wageIncome), ("签章", .sealed), ("是否签章", .sealed), ("是否党组织关系在工委", .affiliated),
      ("ＸＭ", .applicantName),
    ])
  func folded(_ header: String, _ field: Field) throws {
    #expect(try fields("民族,\(header)") == [.ethnicGroup, field])
  }

  @Test("a line break inside a quoted header does not matter")
  func lineBreak() throws {
    #expect(try fields("\"身份证\n号码\",\"家庭\n人口\"") == [.applicantId, .householdSize])
  }

  @Test("choices as columns of ticks below the field's name; two ticks are an error")
  func ticks() throws {
    let sheet = try reading(
      "姓名,身份证号码,申报类别,,,致困原因,", ",,在职,退休,遗属,疾病,灾害",
      "余一,513299196503151234,√,,,,√", "余三,51322319790610101X,√,√,,√,×")
    #expect(sheet.records.map { $0.text(.applicantCategory).value } == ["在职", nil])
    #expect(sheet.records.map { $0.text(.hardshipCause).value } == ["灾害", "疾病"])
    #expect(sheet.findings(.choiceUnknown).map(\.location?.cell) == ["C4"])
    #expect(sheet.findings(.headerUnknown).isEmpty)
  }

  @Test(
    "never across a negation or a period",
    arguments: [
      "人均年收入", "家庭人均年收入", "人均收入", "年人均收入", "按时交纳党费", "是否按时交纳党费", "参加组织生活", "购买相关保险",
      "认真履行岗位职责", "已购买相关保险致困", "家庭月收入", "家庭年收人", "非离世党员姓名",
    ])
  func neverAcross(_ header: String) throws {
    let sheet = try reading(
      "姓名,身份证号码,\(header)", "余一,513299196503151234,是", "余二,51322319790610101X,否")
    #expect(sheet.records.allSatisfy { $0.columns.columns.count == 2 })
    #expect(sheet.findings(.headerUnknown).map(\.value) == [header])
    #expect(sheet.findings(.headerUnknown).map(\.location?.cell) == ["C1"])
  }

  @Test("不按时交纳党费 binds, and its opposite beside it does not")
  func negationBeside() throws {
    let sheet = try reading(
      "姓名,身份证号码,按时交纳党费,不按时交纳党费", "余一,513299196503151234,是,否")
    #expect(sheet.records[0].flag(.exclusionDues).value == false)
    #expect(sheet.findings(.headerUnknown).map(\.value) == ["按时交纳党费"])
  }

  @Test("a text, name, date, count or choice field binds by likeness where its values fit")
  func likeness() throws {
    let sheet = try reading(
      "姓名,身份证号码,家庭住扯,核实曰期", "余一,513299196503151234,州直机关住宅区,2015-03-05")
    #expect(sheet.records[0].text(.address).value == "州直机关住宅区")
    #expect(sheet.records[0].date(.verifiedOn).value?.description == "2015-03-05")
    #expect(sheet.findings(.headerNear).map(\.location?.cell) == ["C1", "D1"])
    let misfit = try reading("姓名,身份证号码,核实曰期", "余一,513299196503151234,甲")
    #expect(misfit.findings(.headerUnknown).count == 1)
    #expect(misfit.findings(.headerNear) == [])
  }

  @Test("a header nearest to one that may not bind does not bind to a farther one")
  func nearestDecides() throws {
    // 家庭债户 is as near to 家庭债务 (money) as to nothing else that may bind.
    let sheet = try reading("姓名,身份证号码,家庭债户", "余一,513299196503151234,甲")
    #expect(sheet.findings(.headerUnknown).map(\.arguments) == [["家庭债户", "家庭债务"]])
  }

  @Test("an unknown header without values is no trouble; one with values is")
  func unknown() throws {
    let sheet = try reading("姓名,身份证号码,QQ号,爱好", "余一,513299196503151234,,读书")
    #expect(sheet.findings(.headerUnknown).map(\.value) == ["爱好"])
  }

  @Test("values under no header at all are reported")
  func withoutHeader() throws {
    let sheet = try reading("姓名,身份证号码,,", "余一,513299196503151234,,3860", "余二,51322319790610101X,,")
    #expect(sheet.findings(.headerUnknown).map(\.location?.cell) == ["D1"])
  }

  @Test("a repeated header is reported, and the first column counts")
  func repeated() throws {
    let sheet = try reading("姓名,身份证号码,民族,民族", "余一,513299196503151234,藏族,羌族")
    #expect(sheet.records[0].text(.ethnicGroup).value == "藏族")
    #expect(sheet.findings(.headerRepeated).map(\.location?.cell) == ["D1"])
  }

  @Test("the contract's header wins over an alias, wherever it stands")
  func canonicalWins() throws {
    #expect(try fields("编号,申报编号,姓名") == [nil, .applicationNumber, .applicantName])
    #expect(try fields("申报编号,编号,姓名") == [.applicationNumber, nil, .applicantName])
  }

  @Test("two-row headers join as group and leaf, merges lost as in CSV")
  func twoRows() throws {
    #expect(
      try fields("姓名,家庭收入,,,备注", ",工资性收入,转移性收入,合计,")
        == [.applicantName, .wageIncome, .netTransferIncome, .totalIncome, .remarks])
    #expect(
      try fields("姓名,公示,,核实日期", ",公示开始日期,公示结束日期,")
        == [.applicantName, .noticeFrom, .noticeTo, .verifiedOn])
  }

  @Test("three-row headers join to the leaf")
  func threeRows() throws {
    #expect(
      try fields("姓名,家庭经济情况,,,", ",家庭收入,,,存款", ",工资性收入,经营净收入,小计,")
        == [.applicantName, .wageIncome, .netBusinessIncome, .totalIncome, .savings])
  }

  @Test("the group says whose name and number a column holds")
  func personGroups() throws {
    #expect(
      try fields("离世党员情况,,申请人,", "姓名,身份证号码,姓名,身份证号码")
        == [.deceasedMemberName, .deceasedMemberId, .applicantName, .applicantId])
    #expect(
      try fields("申请人基本情况,,担保人情况,", "姓名,身份证号码,姓名,身份证号码")
        == [.applicantName, .applicantId, .guarantor, nil])
    #expect(
      try fields("监护人,,,基本情况,", "姓名,身份证号码,联系电话,姓名,身份证号码")
        == [nil, nil, .phone, .applicantName, .applicantId])
  }

  @Test("in a list of members the group tells the applicant's number from the member's")
  func groupsInMembers() throws {
    let sheet = try reading(
      "申请人,,家庭成员情况,,", "姓名,身份证号码,姓名,身份证号码,与申请人关系",
      "余一,513299196503151234,余二,51322319790610101X,配偶")
    #expect(sheet.form == .members)
    #expect(sheet.records[0].identity(.applicantId).value?.survivingDigits == "513299196503151234")
    #expect(sheet.records[0].identity(.memberId).value?.survivingDigits == "51322319790610101X")
    #expect(sheet.records[0].name(.memberName).value?.original == "余二")
    let swapped = try reading(
      "家庭成员情况,,,申请人,", "姓名,身份证号码,与申请人关系,姓名,身份证号码",
      "余二,51322319790610101X,配偶,余一,513299196503151234")
    #expect(
      swapped.records[0].identity(.applicantId).value?.survivingDigits == "513299196503151234")
    #expect(swapped.records[0].name(.memberName).value?.original == "余二")
  }

  @Test(
    "the unit and the period of a column",
    arguments: [
      ("家庭年收入", nil, Period.year), ("家庭年收入(元)", 0, .year), ("家庭年收入（万元）", 4, .year),
      ("家庭年收入(万)", 4, .year), ("家庭年收入万元", 4, .year), ("家庭年收入(单位:万元)", 4, .year),
      ("家庭年收入(以万元计)", 4, .year), ("工资性收入(元/月)", 0, .month), ("工资性收入(万元,年)", 4, .year),
      ("工资性收入(月)", nil, .month), ("工资性收入(按月)", nil, .month), ("工资性收入(月均)", nil, .month),
      ("工资性收入(近12个月)", nil, nil), ("工资性收入(2015年)", nil, nil), ("月工资性收入", nil, .month),
      ("全年工资性收入", nil, .year), ("2015年家庭月收入", nil, .month), ("2014年度家庭收入", nil, .year),
      ("上年度月均收入", nil, .month), ("家庭年度总收入", nil, .year), ("金额", nil, nil), ("金额(千元)", 3, nil),
    ] as [(String, Int?, Period?)])
  func scale(_ header: String, _ power: Int?, _ period: Period?) {
    let scale = HeaderLabel(column: 0, parts: [header]).scale
    #expect(scale == AmountScale(yuanPower: power, period: period))
  }

  @Test("the leaf's unit goes before the group's, the group's before the sheet's")
  func scaleOfGroup() {
    let label = HeaderLabel(column: 0, parts: ["家庭收入(万元)", "工资性收入(元/月)"])
    #expect(label.scale == AmountScale(yuanPower: 0, period: .month))
    let group = HeaderLabel(column: 0, parts: ["家庭月收入(万元)", "工资性收入"])
    #expect(group.scale == AmountScale(yuanPower: 4, period: .month))
  }

  @Test("a form is recognised by its headers; a tie names both forms")
  func recognition() throws {
    #expect(try reading("姓名,身份证号码", "余一,513299196503151234").form == .applications)
    #expect(try reading("姓名,与申请人关系,户主", "余二,配偶,余一").form == .members)
    #expect(try reading("户主,收入项目,金额", "余一,工资,3860").form == .income)
    #expect(try reading("单位代码,单位名称", "U01,州水务局").form == .units)
    let tie = try reading("户主,金额", "余一,3860")
    #expect(tie.form == nil)
    #expect(tie.isQuarantined)
    #expect(Set(tie.findings(.sheetAmbiguousForm)[0].arguments) == ["支出明细", "收入明细"])
    #expect(try reading("甲表,乙表,丙表", "1,2,3").findings(.sheetUnknownForm).count == 1)
  }

  @Test("a missing required column is reported at the header row's first cell")
  func missing() throws {
    let sheet = try reading("表", "姓名,身份证号码,申报类别", "余一,513299196503151234,在职")
    #expect(
      Set(sheet.findings(.headerMissingColumn).compactMap { $0.arguments.first })
        == ["致困原因", "已享受普惠政策", "已接受各类捐助"])
    #expect(sheet.findings(.headerMissingColumn).allSatisfy { $0.location?.cell == "A2" })
  }
}
