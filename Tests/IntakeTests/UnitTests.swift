import Casework
import Testing

@testable import Intake

@Suite("Units: the roster, and whose each row is (contract 1)")
struct UnitTests {
  private func roster(_ rows: String...) throws -> Checked<UnitRoster> {
    UnitRoster.make(from: [try reading(["单位代码,单位名称,别名,组织关系在工委"] + rows)])
  }

  private func names(_ assignment: UnitAssignment) -> [String] {
    assignment.records.map(\.unit.code)
  }

  @Test(
    "a unit goes by its code, name and aliases, with the words offices add",
    arguments: [
      ("U01", "U01"), ("u01", "U01"), ("州水务局", "U01"), ("州 水 务 局", "U01"), ("水务局", "U01"),
      ("水保局", "U01"), ("州水务局（盖章）", "U01"), ("州水务局机关党委", "U01"), ("01 州水务局", "U01"),
      ("01-州水务局", "U01"), ("3、州水务局", "U01"), ("州水務局", "U01"), ("州牧业局", "U02"), ("州水务", nil),
      ("州水务局下属单位", nil), ("第二地质队", nil), ("", nil), ("—", nil),
    ] as [(String, String?)])
  func named(_ text: String, _ code: String?) throws {
    let roster = try #require(
      try roster("U01,州水务局,水务局、水保局,是", "U02,州牧业局,,否", "U03,地质队,,").value)
    #expect(roster.unit(named: text)?.code == code)
  }

  @Test("a name of two units is nobody's, and reported")
  func sharedName() throws {
    let checked = try roster("U01,州水务局,水电局,是", "U02,州电力局,水电局,是")
    #expect(checked.value?.unit(named: "水电局") == nil)
    #expect(checked.value?.unit(named: "州电力局")?.code == "U02")
    #expect(checked.findings.map(\.code) == [.unitRepeated])
    #expect(checked.findings.map(\.location?.cell) == ["C3"])
  }

  @Test("incomplete and repeated roster rows are reported")
  func incomplete() throws {
    let checked = try roster("U01,州水务局,,是", ",州牧业局,,是", "U01,州电力局,,是", "U04,,,是")
    #expect(checked.value?.units.map(\.name) == ["州水务局"])
    #expect(checked.findings.map(\.code) == [.unitWithoutName, .unitRepeated, .unitWithoutName])
    #expect(checked.findings.map(\.location?.row) == [3, 4, 5])
  }

  @Test("the column goes before the line, the line before the folder; disagreement is a warning")
  func order() throws {
    let roster = try #require(
      try roster("U01,州水务局,,", "U02,州牧业局,,", "U03,州电力局,,").value)
    let header = "姓名,身份证号码,申报单位"
    let rows = ["余一,513299196503151234,州水务局", "余二,51322319790610101X,", "余三,513201198802290027,—"]
    let sheet = try reading(["填报单位:州牧业局,,", header] + rows)
    let all = assignUnits(in: sheet, folder: "州电力局", roster: roster)
    #expect(names(all) == ["U01", "U02", "U02"])
    #expect(all.findings.map(\.code).allSatisfy { $0 == .unitDisagreement })
    #expect(all.findings.first?.location?.cell == "C3")
    let noLine = assignUnits(in: try reading([header] + rows), folder: "州电力局", roster: roster)
    #expect(names(noLine) == ["U01", "U03", "U03"])
    let agreed = assignUnits(
      in: try reading("填报单位:州水务局机关党委,", "姓名,身份证号码", "余一,"), folder: "1州水务局", roster: roster)
    #expect(agreed.findings == [])
  }

  @Test("an unknown unit is set aside with an error, the others go on")
  func unknown() throws {
    let roster = try #require(try roster("U01,州水务局,,").value)
    let sheet = try reading(
      "姓名,身份证号码,申报单位", "余一,513299196503151234,州蜂业场", "余二,51322319790610101X,州水务局")
    let assignment = assignUnits(in: sheet, folder: nil, roster: roster)
    #expect(names(assignment) == ["U01"])
    #expect(assignment.unknownUnits == ["州蜂业场": 1])
    #expect(assignment.findings.map(\.code) == [.unitUnknown])
    #expect(assignment.findings.map(\.location?.cell) == ["C2"])
    let nothing = assignUnits(
      in: try reading("姓名,身份证号码", "余一,513299196503151234"), folder: nil, roster: roster)
    #expect(nothing.findings.map(\.code) == [.unitMissing])
  }

  @Test("a member's row has its applicant's unit, where its own cell is blank")
  func membersOfApplicant() throws {
    let roster = try #require(try roster("U01,州水务局,,", "U02,州牧业局,,").value)
    let sheet = try reading(
      "申报单位,姓名,身份证号码,申报类别,致困原因,家庭成员情况,", ",,,,,成员姓名,与申请人关系",
      "州水务局,余一,513299196503151234,在职,疾病,余一,本人", ",,,,,余二,配偶",
      "州牧业局,余三,51322319790610101X,在职,疾病,余三,本人", ",,,,,余四,子女")
    let assignment = assignUnits(in: sheet, folder: nil, roster: roster)
    #expect(names(assignment) == ["U01", "U01", "U01", "U02", "U02", "U02"])
    #expect(assignment.findings == [])
    let folder = assignUnits(in: sheet, folder: "州牧业局", roster: roster)
    #expect(names(folder) == ["U01", "U01", "U01", "U02", "U02", "U02"])
  }
}
