import Casework
import Tabular
import Testing

@testable import Intake

@Suite("Identity numbers are read or reported, never repaired")
struct IdentityTextTests {
  @Test(
    "a valid number",
    arguments: [
      "513221196503151234", "513201198802290027", "513229195712013117", "513223197906101044",
      "51322319790610101X", "440308199901101512", "810000199408230021", "830000199201300022",
      "51343620000320711X",
    ])
  func valid(_ digits: String) throws {
    let reading = try #require(IdentityText.reading(digits))
    #expect(reading.statement.number?.digits == digits)
    #expect(try cell(digits, of: .applicantId).codes == [])
  }

  @Test(
    "a number with protecting signs, noted where characters were taken away",
    arguments: [
      ("51322319790610101x", "51322319790610101X", []),
      ("５１３２２３１９７９０６１０１０１Ｘ", "51322319790610101X", []),
      (" 513221196503151234 ", "513221196503151234", []),
      ("'513221196503151234", "513221196503151234", [FindingCode.identityCleaned]),
      ("=\"513221196503151234\"", "513221196503151234", [.identityCleaned]),
      ("5132211965-0315-1234 ", "513221196503151234", [.identityCleaned]),
      ("513221 19650315 1234", "513221196503151234", [.identityCleaned]),
      ("610104620927690", "610104196209276908", [.identityFifteen]),
    ])
  func protected(_ text: String, _ digits: String, _ codes: [FindingCode]) throws {
    let reading = try cell(text, of: .applicantId)
    guard case .identity(let statement) = reading.value else {
      Issue.record("nothing read")
      return
    }
    #expect(statement.number?.digits == digits)
    #expect(reading.codes == codes)
  }

  @Test(
    "a damaged number stays damaged, with the digits that can be trusted",
    arguments: [
      ("5.13221E+17", IdentityDamage.scientificNotation, "513221"),
      ("5.1320119880229E+017", .scientificNotation, "513201198802290"),
      ("5.1322119650E+17", .scientificNotation, "5132211965"),
      ("6.10105E+14", .scientificNotation, ""),
      ("6.10104620927690E+14", .scientificNotation, ""),
      ("513221196503151000", .lostDigits, "513221196503151"),
      ("513221196503151232", .lostDigits, "513221196503151"),
      ("513221196503151235", .wrongCheckCharacter, "51322119650315123"),
      ("51322319790610104X", .wrongCheckCharacter, "51322319790610104"),
      ("513221196502301234", .impossibleBirthDate, ""),
      ("610104621327690", .impossibleBirthDate, ""),
      ("51322119650315123", .wrongLength, ""), ("5132211965031512345", .wrongLength, ""),
      ("513221196503151234513201198802290027", .wrongLength, ""),
      ("5132211965O3151234", .wrongCharacter, "5132211965"),
      ("51322119650315l234", .wrongCharacter, "51322119650315"),
      ("5132219650315X", .wrongLength, ""), ("51322196503151X", .wrongCharacter, "51322196503151"),
      ("5132X1196503151234", .wrongCharacter, "5132"),
      ("513221196503151?34", .wrongCharacter, "513221196503151"),
      ("E12345678", .wrongCharacter, ""),
      ("513221196503151234(本人)", .wrongCharacter, "513221196503151234"),
    ])
  func damaged(_ text: String, _ damage: IdentityDamage, _ surviving: String) throws {
    let statement = try #require(IdentityText.reading(text)).statement
    #expect(statement.number == nil)
    #expect(statement.damage == damage)
    #expect(statement.survivingDigits == surviving)
    #expect(try cell(text, of: .applicantId).codes == [damage.findingCode])
  }

  @Test("a number cell holds what binary floating point left, even where the check fits by chance")
  func roundedByChance() throws {
    // The check character of 51329919650315100 is 0: one in eleven rounded numbers passes.
    let chance = try #require(
      (0...9).lazy.map { "51329919650315\($0)000" }.first { ResidentIdentityNumber($0) != nil })
    #expect(try cell(chance, of: .applicantId, kind: .number).codes == [.identityLostDigits])
    #expect(try cell(chance, of: .applicantId, kind: .text).codes == [])
    let exact = try cell("513201198802290027", of: .applicantId, kind: .number)
    #expect(exact.codes == [])
  }

  @Test("a dash or 无 states no number", arguments: ["无", "—", "/", "-", "——"])
  func nothing(_ text: String) throws {
    let reading = try cell(text, of: .applicantId)
    #expect(reading.value == nil)
    #expect(reading.codes == [])
  }

  @Test(
    "an error value and a column of # are reported as such", arguments: ["#REF!", "######", "#N/A"])
  func errors(_ text: String) throws {
    #expect(try cell(text, of: .applicantId).codes == [.cellError])
  }

  @Test("birth date and sex beside a valid number are compared with it")
  func crossCheck() throws {
    let sheet = try reading(
      "姓名,身份证号码,性别,出生日期", "余一,513299196503151234,男,1965.3", "余二,513299196503151234,女,1965-03-16")
    #expect(sheet.findings(.identitySexConflict).map(\.location?.cell) == ["C3"])
    #expect(sheet.findings(.identityBirthDateConflict).map(\.location?.cell) == ["D3"])
  }

  @Test(
    "a damaged number is told with its length, or with the signs that do not belong there",
    arguments: [
      ("12", FindingCode.identityLength, ["2"]),
      ("5132011234", .identityLength, ["10"]),
      ("51320119681204031", .identityLength, ["17"]),
      ("513201196812O40319", .identityCharacter, ["O"]),
      ("51320l1968l2040319", .identityCharacter, ["l"]),
      ("51320119681204031O", .identityCharacter, ["O"]),
      ("见身份证复印件", .identityCharacter, []),
      ("王芳", .identityCharacter, []),
    ])
  func detail(text: String, code: FindingCode, arguments: [String]) throws {
    let reading = try cell(text, of: .applicantId)
    #expect(reading.findings.map(\.code) == [code])
    #expect(reading.findings.map(\.arguments) == [arguments])
  }
}
