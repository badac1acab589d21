import Casework
import Testing

@testable import Intake

@Suite("Cells that contradict each other are told, never changed (issue 6, values)")
struct CrossCheckTests {
  @Test(
    "an age agrees with the birth, counted in either way, within a year of the round's day",
    arguments: [
      ("49", true), ("50", true), ("51岁", true), ("52周岁", true), ("48", false), ("61", false),
    ])
  func age(_ text: String, agrees: Bool) throws {
    let sheet = try reading(
      "姓名,身份证号码,年龄,申报类别,致困原因", "余一,513299196503151234,\(text),在职,疾病")
    #expect(sheet.records[0].count(.age).value != nil)
    #expect(sheet.codes.contains(.ageConflict) == !agrees)
  }

  @Test(
    "a word of kinship says a sex",
    arguments: [("妻子", true), ("父亲", false), ("长子", false), ("女儿", true), ("配偶", true)])
  func kinship(_ word: String, agrees: Bool) throws {
    // The seventeenth digit is even: a woman.
    let sheet = try reading(
      "申报编号,姓名,身份证号码,与申请人关系", "A1,余二,513299199001010000,\(word)")
    let isValid = sheet.records[0].identity(.memberId).value?.number != nil
    let stated = try reading("申报编号,姓名,性别,与申请人关系", "A1,余二,女,\(word)")
    #expect(stated.codes.contains(.relationshipSexConflict) == !agrees)
    if isValid { #expect(sheet.codes.contains(.relationshipSexConflict) == !agrees) }
  }

  @Test("a retired person of thirty is noted")
  func category() throws {
    let sheet = try reading(
      "姓名,出生日期,申报类别,致困原因", "余一,1985-03-15,退休,疾病", "余三,1950-03-15,退休,疾病")
    #expect(sheet.findings(.categoryAgeUnlikely).map(\.location?.cell) == ["C2"])
  }
}
