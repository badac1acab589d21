import Casework
import Linkage
import TestSupport
import Testing

@Suite("Laws of linkage")
struct LinkageLawTests {
  /// Eight cases of three persons with few numbers, names and days, so that most match some others.
  private func records(_ generator: inout SeededGenerator) -> [LinkageRecord] {
    (0..<24).map { index in
      let caseID = "\([2014, 2015, 2015][index % 8 % 3])-\(index % 8)"
      let numbers = [statement(first), statement(firstInFifteen), statement(second), nil]
      return person(
        caseID, index < 8 ? LinkageRecord.applicantRole : "member-\(index)",
        unit: index % 8 < 5 ? "U01" : "U02",
        number: numbers[Int.random(in: 0...3, using: &generator)],
        name: ["甲", "乙", "丙"][Int.random(in: 0...2, using: &generator)],
        born: ["1965-03-15", "1979-06-10", nil][Int.random(in: 0...2, using: &generator)],
        phone: ["13900000001", nil][Int.random(in: 0...1, using: &generator)],
        deceased: LinkageRecord.DeceasedMember(
          number: nil, foldedName: ["亡", nil][Int.random(in: 0...1, using: &generator)]))
    }
  }

  @Test("the order of records changes nothing", arguments: UInt64(1)...200)
  func order(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let ordered = records(&generator)
    let shuffled = ordered.shuffled(using: &generator)
    #expect(pairs(ordered) == pairs(shuffled))
    #expect(clusters(of: pairs(ordered)) == clusters(of: pairs(shuffled).reversed()))
  }

  @Test("a telephone that thousands share makes one pair for each, and one cluster")
  func placeholderPhone() {
    let records = (10_000..<13_000).map {
      person("2015-\($0)", name: "\($0)", phone: "13900000000")
    }
    let found = pairs(records)
    #expect(found.count == 2_999)
    #expect(Set(clusters(of: found).map(\.clusterID)).count == 1)
  }

  @Test("a pair has its lower case first, is not repeated, and has this round in it")
  func form() {
    var generator = SeededGenerator(seed: 11)
    let found = pairs(records(&generator))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.caseA < $0.caseB && $0.pairID == "\($0.caseA)+\($0.caseB)" })
    #expect(found.allSatisfy { $0.roundA == "2015" || $0.roundB == "2015" })
    #expect(Set(found.map { "\($0.pairID) \($0.kind)" }).count == found.count)
  }
}

@Suite("Clusters")
struct ClusterTests {
  private func link(
    _ one: String, _ other: String, _ kind: DuplicateKind = .sameApplicantOtherUnit,
    _ verdict: DuplicateVerdict? = nil
  ) -> DuplicateLink {
    DuplicateLink(
      pairID: "\(one)+\(other)", kind: kind, caseA: one, caseB: other, roundA: "2015",
      roundB: "2015", unitA: one, unitB: other, personA: "applicant", personB: "applicant",
      reasons: [.sameIdentityNumber], verdict: verdict)
  }

  @Test("pairs that hang together are one cluster, named by its smallest case")
  func chain() {
    let found = clusters(of: [link("C", "D"), link("A", "B"), link("B", "C"), link("X", "Y")])
    #expect(
      found.map { "\($0.clusterID) \($0.caseID)" } == [
        "sameApplicantOtherUnit:A A", "sameApplicantOtherUnit:A B",
        "sameApplicantOtherUnit:A C", "sameApplicantOtherUnit:A D",
        "sameApplicantOtherUnit:X X", "sameApplicantOtherUnit:X Y",
      ])
    #expect(found.first?.recordID == "A/applicant")
  }

  @Test("kinds do not run together, and a pair found to be two persons connects nothing")
  func separate() {
    let found = clusters(of: [
      link("A", "B"), link("B", "C", .sharedContact), link("C", "D", .sharedHousehold, .different),
    ])
    #expect(Set(found.map(\.clusterID)) == ["sameApplicantOtherUnit:A", "sharedContact:B"])
  }
}
