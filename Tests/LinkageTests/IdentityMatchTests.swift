import Casework
import Linkage
import TestSupport
import Testing

@Suite("Who is the same person")
struct IdentityMatchTests {
  @Test("a number of 15 digits is its form of 18")
  func fifteenDigits() {
    let found = pairs([
      person("2015-A", number: statement(firstInFifteen), name: "甲"),
      person("2015-B", unit: "U02", number: statement(first), name: "写法不同"),
    ])
    #expect(found.map(\.kind) == [.sameApplicantOtherUnit])
    #expect(found.first?.reasons.first == .sameIdentityNumber)
  }

  @Test("a number that lost its last digits, with the name")
  func lostDigits() {
    let found = pairs([
      person("2015-A", number: statement("513221196503151", damage: .lostDigits)),
      person("2015-B", number: statement(first)),
    ])
    #expect(found.map(\.reasons) == [[.sameSurvivingDigits]])
  }

  @Test("a number of which too little survives, with name and date of birth")
  func birthDate() {
    let found = pairs([
      person(
        "2015-A", number: statement("513221", damage: .scientificNotation), born: "1965-03-15"),
      person("2015-B", number: statement(first)),
    ])
    #expect(found.map(\.reasons) == [[.sameNameAndBirthDate]])
  }

  @Test("surviving digits without the name, or a name without a whole date of birth, prove nothing")
  func tooLittle() {
    let damaged = statement("513221196503151", damage: .lostDigits)
    #expect(
      pairs([
        person("2015-A", number: damaged, name: "乙"), person("2015-B", number: statement(first)),
      ]).isEmpty)
    #expect(
      pairs([
        person("2015-A", number: damaged, name: nil),
        person("2015-B", number: statement(first), name: nil),
      ]).isEmpty)
    #expect(
      pairs([person("2015-A", born: "1965-03"), person("2015-B", born: "1965-03")]).isEmpty)
    #expect(pairs([person("2015-A"), person("2015-B")]).isEmpty)
  }

  @Test("namesakes born on one day with two valid numbers are two persons")
  func namesakes() {
    // the second number has the same area and date of birth and another sequence
    let twin = "51322119650315125"
    let endings = "0123456789X".compactMap { ResidentIdentityNumber("\(twin)\($0)") }
    #expect(endings.count == 1)
    #expect(
      pairs([
        person("2015-A", number: statement(first), born: "1965-03-15"),
        person("2015-B", number: endings.first.map(IdentityStatement.init), born: "1965-03-15"),
      ]).isEmpty)
  }

  @Test("an entered date of birth counts beside the one in the number")
  func twoBirthDates() {
    let found = pairs([
      person("2015-A", number: statement(first), born: "1965-05-13"),
      person("2015-B", born: "1965-05-13"),
    ])
    #expect(found.map(\.reasons) == [[.sameNameAndBirthDate]])
  }
}

@Suite("Records of a filing")
struct LinkageRecordTests {
  private func application(_ members: [Cells], _ more: Cells = []) -> Application {
    Application(
      round: "2015", unit: SubmittingUnit(code: "U01", name: "甲单位"),
      record: row(
        .applications,
        [(.applicantName, name("甲")), (.applicantId, identity(first))] + more),
      members: members.enumerated().map { row(.members, at: 10 + $0, $1) }, caseID: "2015-A")
  }

  @Test("the applicant is one record, listed again or not; a member keeps the place in the list")
  func roles() {
    let filing = application([
      [(.memberName, name("甲")), (.relationship, .choice("本人"))],
      [(.memberName, name("乙")), (.memberId, identity(second))],
      [(.memberName, name("别名")), (.memberId, identity(firstInFifteen))],
    ])
    let records = LinkageRecord.records(of: filing, on: day("2015-06-15"))
    #expect(records.map(\.role) == ["applicant", "member-2"])
  }

  @Test("a member of the applicant's name with another valid number is a member")
  func namesake() {
    let filing = application([[(.memberName, name("甲")), (.memberId, identity(second))]])
    #expect(LinkageRecord.records(of: filing, on: day("2015-06-15")).count == 2)
  }

  @Test("telephone and account count by their digits, and too few are none")
  func contacts() throws {
    let filing = application([], [(.phone, .text("139-0000 0001")), (.bankAccount, .text("6228"))])
    let record = try #require(LinkageRecord.records(of: filing, on: day("2015-06-15")).first)
    #expect(record.phone == "13900000001")
    #expect(record.account == nil)
  }

  @Test("only a survivor's filing names a deceased member")
  func deceased() throws {
    let cells: Cells = [(.deceasedMemberName, name("亡"))]
    let own = LinkageRecord.records(of: application([], cells), on: day("2015-06-15"))
    #expect(try #require(own.first).deceased == nil)
    let survivor = application([], cells + [(.applicantCategory, .choice("遗属"))])
    let records = LinkageRecord.records(of: survivor, on: day("2015-06-15"))
    #expect(try #require(records.first).deceased?.foldedName == "亡")
  }
}
