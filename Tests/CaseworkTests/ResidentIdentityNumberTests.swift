import Casework
import Testing

/// The numbers are published fakes, collected with their sources in the project's test vectors.
@Suite("ResidentIdentityNumber")
struct ResidentIdentityNumberTests {
  @Test(
    "a number with a right check character is valid and written as it was read",
    arguments: [
      "513221196503151234", "513201198802290027", "513229195712013117", "513223197906101044",
      "51322319790610101X", "440308199901101512", "810000199408230021", "830000199201300022",
      "51343620000320711X",
    ])
  func valid(digits: String) throws {
    #expect(try #require(ResidentIdentityNumber(digits)).digits == digits)
  }

  @Test(
    "a wrong check character, a spreadsheet's damage or signs make no number",
    arguments: [
      "513221196503151235", "51322319790610104X", "5.13221E+17", "513221196503151000",
      "5.1320119880229E+017", "513221196503151232", "'513221196503151234",
      "5132211965-0315-1234 ", "５１３２２３１９７９０６１０１０１Ｘ", "", "51322119650315123",
    ])
  func damaged(digits: String) {
    #expect(ResidentIdentityNumber(digits) == nil)
  }

  @Test("a small x is the check character X")
  func lowerCase() throws {
    #expect(try #require(ResidentIdentityNumber("51322319790610101x")).digits.last == "X")
  }

  @Test("a number of 15 digits equals the one of 18 it was renewed as")
  func fifteenDigits() throws {
    let old = try #require(ResidentIdentityNumber("610104620927690"))
    #expect(old == ResidentIdentityNumber("610104196209276908"))
    #expect(old.digits == "610104196209276908")
  }

  @Test("the old sequences 996 to 999 are people born before 1900")
  func centenarian() throws {
    let number = try #require(ResidentIdentityNumber("513221980315996"))
    #expect(number.birthDate == CalendarDate(iso: "1898-03-15"))
  }

  @Test("a number holds the date of birth and the sex")
  func contents() throws {
    let number = try #require(ResidentIdentityNumber("513201198802290027"))
    #expect(number.birthDate == CalendarDate(iso: "1988-02-29"))
    #expect(number.sex == .female)
    #expect(try #require(ResidentIdentityNumber("513221196503151234")).sex == .male)
  }

  @Test("a number with an impossible date of birth is none, whatever its check character")
  func impossibleBirthDate() {
    let endings = "0123456789X".map { "51322119870229123\($0)" }
    #expect(endings.allSatisfy { ResidentIdentityNumber($0) == nil })
    #expect(ResidentIdentityNumber("513221870229123") == nil)
  }

  @Test("a number never shows its birth date in a message")
  func masked() throws {
    let number = try #require(ResidentIdentityNumber("513221196503151234"))
    #expect("\(number)" == "513221**********34")
  }
}
