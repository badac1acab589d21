import Casework
import Testing

@testable import Reporting

@Suite("Masking")
struct MaskingTests {
  @Test(
    "a name keeps its surname only where one can be told",
    arguments: [
      ("李明华", "李××"), ("李 明华", "李××"), ("扎西", "某××"), ("泽仁旺姆", "某××"),
      ("阿郎·达瓦", "某××"), ("Tsering", "某××"), ("𬭎", "某××"), ("", ""),
    ])
  func names(name: String, masked: String) {
    #expect(Masking.name(name) == masked)
  }

  @Test(
    "an identity number keeps its area and what a spreadsheet did to it",
    arguments: [
      ("513299196503150020", "513299************"), ("513299650315002", "513299*********"),
      ("51329919650315002X", "513299************"), ("5.13299E+17", "5.13299E+17"),
      ("5.1329919650315E+017", "5.13299********E+017"), ("５１３２９９１９６５", "５１３２９９****"),
      ("扎西 513299", "×× 513299"),
    ])
  func identityTexts(text: String, masked: String) {
    #expect(Masking.identity(text: text) == masked)
  }

  @Test("phones, accounts, addresses and dates of birth")
  func others() {
    #expect(Masking.phone("13990401234") == "139****1234")
    #expect(Masking.phone("0837-281") == "********")
    #expect(Masking.account("6228480402564890018") == "***************0018")
    #expect(Masking.address("四川省阿坝州马尔康市达萨街 12 号") == "四川省阿坝州马尔康市××××")
    #expect(Masking.address("汶川县威州镇 3 号") == "汶川县××××")
    #expect(Masking.address("达萨街") == "××××")
    #expect(Masking.birthDate("1965-03-15") == "1965-××-××")
    #expect(Masking.birthDate("65.3") == "××")
  }

  @Test("a number that stands in the wrong column is hidden all the same")
  func runs() {
    #expect(Masking.numberRuns(in: "电话13990401234，") == "电话139904*****，")
    #expect(Masking.numberRuns(in: "合计 1234567890 元") == "合计 1234567890 元")
    let finding = Finding(.choiceUnknown, at: nil, field: .sex, value: "513299196503150020")
    #expect(words(for: finding, in: .english).message.contains("513299196503") == false)
  }

  @Test(
    "the error value that a spreadsheet left in a person's cell is shown as it is",
    arguments: [Field.applicantName, .applicantId, .birthDate])
  func errorValue(field: Field) {
    let finding = Finding(.cellError, at: nil, field: field, value: "#REF!")
    #expect(maskedValue(of: finding) == "#REF!")
  }

  @Test("no personal field shows its value in a finding", arguments: Field.allCases)
  func findings(field: Field) {
    guard field.isPersonal else { return }
    let value = "达萨街十二号扎西多吉"
    for code in FindingCode.allCases where !code.rawValue.hasPrefix("header.") {
      let words = words(for: Finding(code, at: nil, field: field, value: value), in: .english)
      #expect(!(words.message + words.hint + words.maskedValue).contains("扎西多吉"))
    }
  }
}
