import Casework
import TestSupport
import Testing

@testable import Registry

@Suite("Enrolment")
struct EnrolmentTests {
  @Test("the same run twice changes nothing")
  func sameRunTwice() throws {
    let programme = try Programme([Filing("A"), Filing("B")], pairs: [pair("A", "B")])
    try programme.record(OfficeEntry.approved("A").dropLast())
    let before = try programme.tables()
    let filings = try programme.count("filing")
    try programme.enrol([Filing("A"), Filing("B")], pairs: [pair("A", "B")])
    #expect(try programme.tables() == before)
    #expect(try programme.count("filing") == filings)
    #expect(try programme.faults() == [])
  }

  @Test("a corrected filing adds a filing and a screening, and what was decided is kept")
  func corrected() throws {
    let programme = try Programme([Filing("A"), Filing("B")])
    try programme.record(OfficeEntry.approved("A"))
    var corrected = Filing("A", outcome: .undetermined)
    corrected.wage = 15_000
    try programme.enrol([corrected, Filing("B")], as: "run-2")
    #expect(try programme.count("filing") == 3)
    #expect(try programme.count("screening") == 3)
    #expect(try programme.state(of: "A") == .approved)
    #expect(try programme.faults() == [])
  }

  @Test("a case whose outcome changes starts from it, with its recorded steps replayed")
  func outcomeChanges() throws {
    let programme = try Programme([Filing("A", outcome: .undetermined)])
    #expect(try programme.state(of: "A") == .returned)
    try programme.enrol([Filing("A")], as: "run-2")
    #expect(try programme.state(of: "A") == .screened)
    #expect(try programme.faults() == [])
  }

  @Test("a withdrawn filing goes, unless the office has recorded something about it")
  func withdrawn() throws {
    let programme = try Programme([Filing("A"), Filing("B"), Filing("C")])
    try programme.record([.verify("B", on: "2016-01-05")])
    try programme.enrol([Filing("A")], as: "run-2")
    #expect(try programme.tables()["cases"]?.map(\.[0]) == ["A", "B"])
    #expect(try programme.count("person") == 2)
    #expect(try programme.faults() == [])
  }

  @Test("verdicts among the submissions are kept, and known when the office imports them")
  func verdictsKept() throws {
    let programme = try Programme()
    let verdict = PairAdjudication(pairID: "A+B", verdict: .same, decidedOn: day("2015-10-20"))
    var merged = Filing("B")
    merged.primary = "A"
    try programme.enrol([Filing("A"), merged], pairs: [pair("A", "B")], verdicts: [verdict])
    #expect(try programme.tables()["verdicts"] == [["A+B", "同一", "2015-10-20"]])
    #expect(try programme.state(of: "B") == .merged)
    let report = try programme.record([.judge("A+B", "同一", on: "2015-10-20")])
    #expect(report.known == 1)
    #expect(try programme.faults() == [])
  }

  @Test("an earlier run that is repeated after another one is the round's newest run again")
  func earlierRunRepeated() throws {
    let programme = try Programme([Filing("A"), Filing("B")], pairs: [pair("A", "B")])
    var corrected = Filing("A")
    corrected.wage = 15_000
    try programme.enrol([corrected], as: "run-2")
    try programme.enrol([Filing("A"), Filing("B")], pairs: [pair("A", "B")], as: "run-1")
    #expect(try programme.tables()["cases"]?.map(\.[0]) == ["A", "B"])
    #expect(try programme.tables()["rounds"] == [["2015", "run-1"]])
    #expect(try programme.registry.isNewestRun("run-1"))
    #expect(try !programme.registry.isNewestRun("run-2"))
    #expect(try programme.faults() == [])
  }

  @Test("an earlier round's help, persons and verdicts are known beside a later round")
  func besideLaterRound() throws {
    let programme = try Programme([Filing("A")])
    let empty = try programme.registry.earlierRounds(beside: "2015")
    #expect(empty.rounds.isEmpty && empty.persons.isEmpty && empty.help.isEmpty)
    let screened = try programme.registry.earlierRounds(beside: "2016")
    #expect(screened.persons.map(\.caseID) == ["A"] && screened.help.isEmpty)
    try programme.record(OfficeEntry.approved("A"))
    let approved = try programme.registry.earlierRounds(beside: "2016")
    #expect(approved.help == ["A": day("2016-01-20")])
    try programme.record([.pay("A", on: "2016-02-01")], file: "pay.csv")
    let paid = try programme.registry.earlierRounds(beside: "2016")
    #expect(paid.help == ["A": day("2016-02-01")])
    #expect(Set([empty.digest, screened.digest, approved.digest, paid.digest]).count == 4)
  }
}

@Suite("Verdicts on chains of pairs")
struct ChainTests {
  /// A was applied for last, D first.
  private static let filings = zip(["A", "B", "C", "D"], ["04", "03", "02", "01"]).map {
    var filing = Filing($0)
    filing.appliedOn = "2015-\($1)-10"
    return filing
  }

  @Test("joining two clusters merges the later one's primary, which is in neither pair")
  func joined() throws {
    // B is counted with A's cluster, C with D; then a verdict joins the two.
    let programme = try Programme(
      Self.filings, pairs: [pair("A", "B"), pair("A", "C"), pair("C", "D")])
    try programme.record([
      .judge("A+B", "同一", on: "2015-11-01"), .judge("C+D", "同一", on: "2015-11-01"),
    ])
    #expect(try Self.merged(programme) == ["A", "C"])
    try programme.record([.judge("A+C", "同一", on: "2015-11-02")], file: "2.csv")
    #expect(try Self.merged(programme) == ["A", "B", "C"])
    #expect(try programme.faults() == [])
  }

  @Test("parting a cluster gives the rest the primary that was applied for first")
  func parted() throws {
    let programme = try Programme(
      Self.filings, pairs: [pair("A", "B"), pair("A", "D")])
    try programme.record([
      .judge("A+B", "同一", on: "2015-11-01"), .judge("A+D", "同一", on: "2015-11-01"),
    ])
    #expect(try Self.merged(programme) == ["A", "B"])
    try programme.record([.judge("A+D", "不同", on: "2015-11-02")], file: "2.csv")
    #expect(try Self.merged(programme) == ["A"])
    #expect(try programme.faults() == [])
  }

  private static func merged(_ programme: Programme) throws -> [String] {
    try filings.map(\.caseID).filter { try programme.state(of: $0) == .merged }
  }
}
