import Casework
import Testing

@testable import Intake

@Suite("Members side by side in one row become members' rows (issue 6, layouts)")
struct RepeatedGroupTests {
  private func members(_ sheet: Submission) -> [String] {
    sheet.records.filter { $0.form == .members }.map { member in
      let name = member.name(.memberName).value?.original ?? "?"
      let kinship = member.text(.relationship).value ?? "?"
      let income = member.money(.totalIncome).value?.amount.description ?? "?"
      return "\(name) \(kinship) \(income) \(member.location.cell) of \(member.parent?.cell ?? "?")"
    }
  }

  private let applicant = "姓名,身份证号码,申报类别,致困原因"
  private let values = "余一,513299196503151234,在职,疾病"

  @Test(
    "numbers before, behind, in brackets, in Chinese, circled; units and periods are read",
    arguments: [
      "成员1姓名,成员1与申请人关系,成员1年收入,成员2姓名,成员2与申请人关系,成员2年收入",
      "家庭成员一·姓名,家庭成员一·关系,家庭成员一·年收入(元),家庭成员二·姓名,家庭成员二·关系,家庭成员二·年收入（元）",
      "成员（1）姓名,成员（1）关系,成员（1）年收入,成员（2）姓名,成员（2）关系,成员（2）年收入",
      "成员姓名1,与申请人关系1,年收入1,成员姓名2,与申请人关系2,年收入2",
      "成员①姓名,成员①称谓,成员①个人年收入,成员②姓名,成员②称谓,成员②个人年收入",
      "第一位成员姓名,第一位成员关系,第一位成员年收入,第二位成员姓名,第二位成员关系,第二位成员年收入",
      "成员姓名,与申请人关系,年收入,成员姓名,与申请人关系,年收入",
    ])
  func spellings(header: String) throws {
    let sheet = try reading("\(applicant),\(header)", "\(values),余二,配偶,12000,余三,子女,0")
    #expect(sheet.form == .applications)
    #expect(
      members(sheet) == ["余二 配偶 12000.00 E2 of A2", "余三 子女 0.00 H2 of A2"])
    #expect(!sheet.codes.contains(.headerUnknown) && !sheet.codes.contains(.headerRepeated))
  }

  @Test("two header rows, six members of whom some are empty")
  func twoRows() throws {
    let group = ["姓名", "关系", "年收入"]
    let header = (1...6).map { "成员\($0),," }.joined(separator: ",")
    let leaves = (1...6).map { _ in group.joined(separator: ",") }.joined(separator: ",")
    let sheet = try reading(
      "\(applicant),\(header)", ",,,,\(leaves)",
      "\(values),余二,配偶,12000,,,,余四,父亲,300,,,0,,,,,,")
    #expect(members(sheet) == ["余二 配偶 12000.00 E3 of A3", "余四 父母 300.00 K3 of A3"])
    #expect(sheet.balance.rows == [.header: 2, .data: 1])
  }

  @Test("a member without a name whose income is stated is reported, not dropped")
  func nameless() throws {
    let sheet = try reading(
      "\(applicant),成员1姓名,成员1年收入,成员2姓名,成员2年收入", "\(values),余二,1200,,800")
    #expect(members(sheet).count == 1)
    #expect(sheet.findings(.rowRejected).map(\.location?.cell) == ["G2"])
  }

  @Test("headers that name the kinship; the applicant's own income beside them")
  func kinship() throws {
    let sheet = try reading(
      "\(applicant),本人年收入,配偶姓名,配偶年收入,子女1姓名,子女1年收入", "\(values),24000,余二,12000,余三,")
    #expect(
      members(sheet) == [
        "余一 本人 24000.00 E2 of A2", "余二 配偶 12000.00 F2 of A2", "余三 子女 ? H2 of A2",
      ])
  }

  @Test(
    "what only looks like a group is none",
    arguments: ["联系电话1,联系电话2", "配偶姓名,备注", "本人年收入,备注", "证明材料1,证明材料2"])
  func noGroup(header: String) throws {
    let sheet = try reading("\(applicant),\(header)", "\(values),1,2")
    #expect(members(sheet).isEmpty)
  }

  @Test("a list of households without other columns: the key holds for each member")
  func listOfMembers() throws {
    let sheet = try reading(
      "申报编号,申请人姓名,成员1姓名,成员1关系,成员1年收入,成员2姓名,成员2关系,成员2年收入",
      "A1,余一,余一,本人,24000,余二,配偶,12000", "A2,余五,余五,本人,36000,,,")
    #expect(sheet.form == .members)
    #expect(sheet.records.map { $0.text(.applicationNumber).value } == ["A1", "A1", "A2"])
    #expect(members(sheet).count == 3)
    #expect(sheet.balance.rows == [.header: 1, .data: 2])
  }

  @Test("totals below the groups are checked column by column")
  func totals() throws {
    let sheet = try reading(
      "\(applicant),成员1姓名,成员1年收入,成员2姓名,成员2年收入", "\(values),余二,1200,余三,800",
      "合计,,,,,1200,,900")
    #expect(sheet.findings(.totalWrong).map(\.location?.cell) == ["H3"])
  }
}
