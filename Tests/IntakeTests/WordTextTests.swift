import Casework
import Tabular
import Testing

@testable import Intake

@Suite("Flags, counts, rates, choices, names and texts")
struct WordTextTests {
  @Test(
    "yes",
    arguments: [
      "是", "有", "√", "✓", "☑", "■", "1", "Y", "y", "Yes", "TRUE", "对", "Ｙ", "１", " 是 ", "已", "☑是□否",
      "√是□否", "□否☑是", "☑ 是  □ 否", "■有□无", "是☑否□", "是√ 否□", "是√否×", "√是×否", "是(√)否( )",
      "（√）是（ ）否", "☑是", "是√",
    ])
  func yes(_ text: String) { #expect(WordText.flag(text) == true) }

  @Test(
    "no, the dashes of contract 1 among them",
    arguments: [
      "否", "无", "×", "✗", "□", "☐", "0", "N", "n", "no", "FALSE", "—", "——", "-", "－", "/", "／",
      "不是",
      "没有", "未", "□是☑否", "□是√否", "☑否□是", "是□否☑", "是□ 否√", "有□无■", "是( )否(√)", "☑否", "否√",
    ])
  func no(_ text: String) { #expect(WordText.flag(text) == false) }

  @Test(
    "neither, or both",
    arguments: [
      "是否", "□是□否", "☑是☑否", "是√否", "是□否□", "□是", "是□", "○", "●", "☒", "R", "v", "2", "不详", "是，低保",
      "是/否", "?", "同上", "☑☑",
    ])
  func neither(_ text: String) throws {
    #expect(WordText.flag(text) == nil)
    #expect(try cell(text, of: .sealed).codes == [.flagUnreadable])
  }

  @Test(
    "whole numbers with the counting words of their field",
    arguments: [
      ("3", Field.householdSize, 3), ("３", .householdSize, 3), ("3人", .householdSize, 3),
      ("3口", .householdSize, 3), ("3口人", .householdSize, 3), ("三口人", .householdSize, 3),
      ("两人", .householdSize, 2), ("3.0", .householdSize, 3), ("共3人", .householdSize, nil),
      ("3.5", .householdSize, nil), ("-3", .householdSize, nil), ("3、4", .householdSize, nil),
      ("3 4", .householdSize, nil), ("3+1", .householdSize, nil), ("4(含本人)", .householdSize, nil),
      ("约3", .householdSize, nil), ("3个月", .householdSize, nil), ("99999999", .householdSize, nil),
      ("3年", .loanYears, 3), ("三年", .loanYears, 3), ("36个月", .loanYears, nil),
    ] as [(String, Field, Int?)])
  func count(_ text: String, _ field: Field, _ count: Int?) throws {
    let reading = try cell(text, of: field)
    #expect(reading.value == count.map(FieldValue.count))
    #expect(reading.codes == (count == nil ? [.countUnreadable] : []))
  }

  @Test(
    "months are never years",
    arguments: [("12", 12), ("12个月", 12), ("12月", 12), ("十二个月", 12), ("1年", nil), ("半年", nil)]
      as [(String, Int?)])
  func months(_ text: String, _ count: Int?) throws {
    #expect(try cell(text, of: .months, in: .income).value == count.map(FieldValue.count))
  }

  @Test(
    "rates in millionths; a bare figure of one or more may be a percentage or not",
    arguments: [
      ("4.35%", 43_500), ("４．３５％", 43_500), ("4%", 40_000), ("0.0435", 43_500), ("0", 0),
      ("4.35", nil),
      ("5", nil), ("百分之五", nil), ("4.35‰", nil), ("4.35%-5%", nil), ("-4%", nil),
    ] as [(String, Int?)])
  func rate(_ text: String, _ millionths: Int?) throws {
    #expect(try cell(text, of: .loanRate).value == millionths.map(FieldValue.rate(millionths:)))
  }

  @Test("a dash states no count, rate, date, name or text", arguments: ["—", "/", "无"])
  func nothing(_ text: String) throws {
    for field in [Field.loanYears, .loanRate, .guarantor, .lender, .applicationNumber, .evidence] {
      let reading = try cell(text, of: field)
      #expect(reading.value == nil)
      #expect(reading.codes == [])
    }
  }

  @Test(
    "choices by name, alias, blanks, width, case, traditional characters and remarks in brackets",
    arguments: [
      ("在职", Field.applicantCategory, "在职"), ("在 职", .applicantCategory, "在职"),
      ("在職", .applicantCategory, "在职"), ("离退休", .applicantCategory, "退休"),
      ("遗属（母亲）", .applicantCategory, "遗属"), ("因病致贫", .hardshipCause, "疾病"),
      ("Ｍ", .sex, "男"), ("F", .sex, "女"), ("妻子", .relationshipToDeceased, "配偶"),
      ("一次性", .requestedMeasure, "一次性资助"),
    ])
  func choice(_ text: String, _ field: Field, _ name: String) throws {
    #expect(try cell(text, of: field).value == .choice(name))
  }

  @Test("an unlisted choice is reported with the choices", arguments: ["在", "在职、退休", "退休？", "不在职"])
  func unknownChoice(_ text: String) throws {
    let reading = try cell(text, of: .applicantCategory)
    #expect(reading.value == nil)
    #expect(reading.codes == [.choiceUnknown])
    #expect(reading.findings[0].arguments.first == "在职、退休、遗属")
  }

  @Test(
    "names fold blanks, dots, width and traditional characters, and keep what was written",
    arguments: [
      ("张 三", "张三"), ("张　三", "张三"), ("馬澤", "马泽"), ("余·格桑", "余格桑"), ("余•格桑", "余格桑"),
      ("余・格桑", "余格桑"), ("余‧格桑", "余格桑"), ("余⋅格桑", "余格桑"), ("余．格桑", "余格桑"), ("余･格桑", "余格桑"),
      ("余·格桑", "余格桑"), ("余ㆍ格桑", "余格桑"), ("ＷＡＮＧ", "wang"), ("李䶮", "李䶮"),
    ])
  func name(_ text: String, _ folded: String) throws {
    #expect(
      try cell(text, of: .applicantName).value == .name(PersonName(original: text, folded: folded)))
  }

  @Test(
    "a lost character in a name is reported and the rest kept",
    arguments: ["李?", "李\u{FFFD}", "李\u{E863}"])
  func lostCharacter(_ text: String) throws {
    let reading = try cell(text, of: .applicantName)
    #expect(reading.value != nil)
    #expect(reading.codes == [.nameUnreadable])
  }

  @Test("a number is no name")
  func numberAsName() throws {
    #expect(try cell("513299", of: .applicantName).codes == [.nameUnreadable])
  }
}
