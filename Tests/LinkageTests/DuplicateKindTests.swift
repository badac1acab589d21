import Casework
import Linkage
import TestSupport
import Testing

@Suite("Kinds of duplicates")
struct DuplicateKindTests {
  @Test("one applicant twice in one unit is the same application")
  func sameApplication() throws {
    let found = pairs([
      person("2015-A", number: statement(first)), person("2015-B", number: statement(first)),
    ])
    let link = try #require(found.first)
    #expect(found.count == 1)
    #expect(link.kind == .sameApplication)
    #expect(link.pairID == "2015-A+2015-B")
    #expect(link.reasons == [.sameIdentityNumber, .sameNameAndBirthDate])
    #expect(link.verdict == nil)
  }

  @Test("one applicant in two units")
  func otherUnit() {
    #expect(
      kinds([
        person("2015-A", number: statement(first)),
        person("2015-B", unit: "U02", number: statement(first)),
      ]) == [.sameApplicantOtherUnit])
  }

  @Test("spouses who apply in two units share a household")
  func spouses() throws {
    let found = pairs([
      person("2015-A", number: statement(first), name: "夫"),
      person("2015-A", "member-2", number: statement(second), name: "妻"),
      person("2015-B", unit: "U02", number: statement(second), name: "妻"),
      person("2015-B", "member-2", unit: "U02", number: statement(first), name: "夫"),
    ])
    #expect(found.map(\.kind) == [.sharedHousehold])
    #expect(found.map(\.pairID) == ["2015-A+2015-B"])
  }

  @Test("one member in two households")
  func memberOfTwo() throws {
    let found = pairs([
      person("2015-A", number: statement(first), name: "长子"),
      person("2015-A", "member-2", number: statement(third), name: "母"),
      person("2015-B", unit: "U02", number: statement(second), name: "次子"),
      person("2015-B", "member-3", unit: "U02", number: statement(third), name: "母"),
    ])
    let link = try #require(found.first)
    #expect(found.count == 1 && link.kind == .sharedHousehold)
    #expect([link.personA, link.personB] == ["member-2", "member-3"])
    #expect([link.unitA, link.unitB] == ["单位U01", "单位U02"])
  }

  @Test("a shared household is not said where the application is the same")
  func sameApplicationExplains() {
    let members = ["2015-A", "2015-B"].flatMap {
      [
        person($0, number: statement(first)),
        person($0, "member-2", number: statement(second), name: "乙"),
      ]
    }
    #expect(kinds(members) == [.sameApplication])
  }

  @Test("a household that applies again is shown by its applicants, whoever is found first")
  func applicantsOfRenewal() throws {
    let found = pairs(
      [("2013-A", "2013-05-13"), ("2015-B", "2015-06-15")].flatMap { caseID, day in
        [
          person(caseID, number: statement(first), name: "甲", on: day),
          person(caseID, "member-2", number: statement(third), name: "母", on: day),
        ]
      })
    let link = try #require(found.first)
    #expect(found.count == 1 && link.kind == .renewal)
    #expect([link.personA, link.personB] == ["applicant", "applicant"])
  }

  @Test("the members of one case are no pair")
  func oneCase() {
    #expect(
      pairs([
        person("2015-A", number: statement(first)),
        person("2015-A", "member-2", number: statement(first)),
      ]).isEmpty)
  }

  @Test(
    "an earlier round is a renewal from the interval's day on, and too soon before",
    arguments: [
      ("2014-06-15", DuplicateKind.renewal), ("2014-06-16", .tooSoon), ("2013-01-01", .renewal),
    ])
  func earlierRound(applied: String, kind: DuplicateKind) {
    #expect(
      kinds([
        person("2014-A", number: statement(first), on: applied),
        person("2015-B", number: statement(first)),
      ]) == [kind])
  }

  @Test("two earlier rounds are no matter of this one")
  func earlierOnly() {
    #expect(
      pairs([
        person("2013-A", number: statement(first)), person("2014-B", number: statement(first)),
      ]).isEmpty)
  }

  @Test("one telephone of two persons is noted")
  func phone() {
    let found = pairs([
      person("2015-A", name: "甲", phone: "13900000001"),
      person("2015-B", unit: "U02", name: "乙", phone: "13900000001"),
    ])
    #expect(found.map(\.kind) == [.sharedContact])
    #expect(found.map(\.reasons) == [[.samePhone]])
  }

  @Test("one account of two persons is noted, with the telephone once")
  func account() {
    let found = ["2015-A", "2015-B"].map {
      person($0, name: $0, phone: "13900000001", account: "6228480402564890018")
    }
    #expect(pairs(found).map(\.reasons) == [[.samePhone, .sameAccount]])
  }

  @Test("one telephone of one person is not noted beside the stronger pair")
  func ownPhone() {
    let found = ["2015-A", "2015-B"].map {
      person($0, number: statement(first), phone: "13900000001")
    }
    #expect(kinds(found) == [.sameApplication])
  }
}

@Suite("Survivors of one deceased member")
struct SameDeceasedTests {
  private func survivor(
    _ caseID: String, _ who: String, unit: String = "U01", number: String? = nil,
    name: String? = "亡"
  ) -> LinkageRecord {
    person(
      caseID, unit: unit, name: who,
      deceased: LinkageRecord.DeceasedMember(
        number: number.flatMap { ResidentIdentityNumber($0) }, foldedName: name))
  }

  @Test("one number, in whatever unit and form")
  func oneNumber() {
    let found = pairs([
      survivor("2015-A", "妻", number: first, name: nil),
      survivor("2015-B", "母", unit: "U02", number: firstInFifteen, name: nil),
    ])
    #expect(found.map(\.kind) == [.sameDeceased])
    #expect(found.map(\.reasons) == [[.sameDeceasedNumber]])
  }

  @Test("one name in one unit, but not in two, and not with two numbers")
  func oneName() {
    #expect(kinds([survivor("2015-A", "妻"), survivor("2015-B", "母")]) == [.sameDeceased])
    #expect(pairs([survivor("2015-A", "妻"), survivor("2015-B", "母", unit: "U02")]).isEmpty)
    #expect(
      pairs([
        survivor("2015-A", "妻", number: first), survivor("2015-B", "母", number: second),
      ]).isEmpty)
  }

  @Test("one survivor who applies twice is the same application instead")
  func oneSurvivor() {
    let twice = ["2015-A", "2015-B"].map {
      person(
        $0, number: statement(second), name: "妻",
        deceased: LinkageRecord.DeceasedMember(
          number: ResidentIdentityNumber(first), foldedName: "亡"))
    }
    #expect(kinds(twice) == [.sameApplication])
  }
}
