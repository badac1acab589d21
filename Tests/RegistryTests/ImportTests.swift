import Casework
import TestSupport
import Testing

@testable import Registry

@Suite("Imports")
struct ImportTests {
  private static let history =
    [
      .allocate("党费划拨", on: "2015-02-01", yuan: 50_000),
      .donate("单位U01", on: "2015-07-01", yuan: 1_800),
    ] + OfficeEntry.approved("A") + [
      .event("A", on: "2016-01-21", "指定联系人", contact: "何某"),
      .pay("A", on: "2016-02-01", yuan: 1_200), .visit("A", on: "2016-06-01"),
      .say("请增加走访", on: "2016-03-01"),
    ]

  @Test("a whole history is recorded, its books balance, and it verifies")
  func wholeHistory() throws {
    let programme = try Programme([Filing("A"), Filing("B")])
    let report = try programme.record(Self.history)
    #expect(report.rejected.isEmpty && report.accepted == Self.history.count)
    #expect(try programme.state(of: "A") == .followedUp)
    let status = try programme.registry.status()
    #expect(status.raisedFen == 5_180_000 && status.paidFen == 120_000)
    #expect(status.openFen == 180_000)
    #expect(try programme.faults() == [])
  }

  @Test("the same file twice changes nothing, whatever its name")
  func sameFileTwice() throws {
    let programme = try Programme([Filing("A")])
    try programme.record(Self.history)
    let before = try programme.tables()
    let again = try programme.record(Self.history, file: "renamed.csv", on: "2017-01-01")
    #expect(again.isUnchanged && again.accepted == 0 && again.rejected.isEmpty)
    #expect(try programme.tables() == before)
  }

  @Test("the same rows in another file are known, and change nothing but the list of files")
  func sameRowsInAnotherFile() throws {
    let programme = try Programme([Filing("A")])
    try programme.record(Self.history)
    var before = try programme.tables()
    let again = try programme.record(Self.history.reversed(), file: "other.csv")
    #expect(again.known == Self.history.count && again.accepted == 0 && again.rejected.isEmpty)
    var after = try programme.tables()
    before["imports"] = nil
    after["imports"] = nil
    #expect(after == before)
    #expect(try programme.faults() == [])
  }

  @Test("a row that stands twice in a file counts once")
  func rowTwice() throws {
    let programme = try Programme([Filing("A")])
    let entry = OfficeEntry.verify("A", on: "2016-01-05")
    let report = try programme.record([entry, entry])
    #expect(report.accepted == 1 && report.known == 1)
  }

  @Test("a partly refused file is taken in full once the missing step is imported")
  func partlyRefused() throws {
    let programme = try Programme([Filing("A")])
    let late = [OfficeEntry.pay("A", on: "2016-02-01"), .visit("A", on: "2016-06-01")]
    #expect(try programme.record(late, file: "late.csv").rejected.count == 2)
    #expect(try programme.record(OfficeEntry.approved("A"), file: "steps.csv").rejected.isEmpty)
    let repeated = try programme.record(late, file: "late.csv")
    #expect(repeated.accepted == 2 && repeated.rejected.isEmpty && !repeated.isUnchanged)
    #expect(try programme.record(late, file: "late.csv").isUnchanged)
    let straight = try Programme([Filing("A")])
    try straight.record(OfficeEntry.approved("A") + late)
    for table in ["cases", "steps", "book_entries", "disbursements", "visits"] {
      #expect(try programme.tables()[table] == straight.tables()[table])
    }
  }

  @Test("an entry of an earlier day is put in its place, as if it had come in time")
  func lateEntries() throws {
    let programme = try Programme([Filing("A")])
    let objection = OfficeEntry.object("A", on: "2016-01-12", handledOn: "2016-01-14")
    let contact = OfficeEntry.event("A", on: "2016-01-25", "指定联系人", contact: "何某")
    let history = OfficeEntry.approved("A") + [.pay("A", on: "2016-02-01")]
    try programme.record(history, file: "1.csv")
    #expect(try programme.record([objection], file: "2.csv").accepted == 1)
    #expect(try programme.record([contact], file: "3.csv").accepted == 1)
    let straight = try Programme([Filing("A")])
    try straight.record(history + [objection, contact])
    #expect(try programme.tables()["steps"] == straight.tables()["steps"])
    #expect(try programme.tables()["book_entries"] == straight.tables()["book_entries"])
    #expect(try programme.faults() == [])
  }

  @Test("an entry of an earlier day that makes a later one unlawful is refused")
  func unlawfulLateEntry() throws {
    let programme = try Programme([Filing("A")])
    try programme.record(
      OfficeEntry.approved("A") + [.pay("A", on: "2016-02-01")], file: "1.csv")
    let before = try programme.tables()["steps"]
    for entry in [
      OfficeEntry.object("A", on: "2016-01-12"), .event("A", on: "2016-01-22", "退出"),
      .propose("A", on: "2016-01-18"),
    ] {
      #expect(try programme.record([entry], file: "late.csv").rejected.count == 1)
    }
    #expect(try programme.tables()["steps"] == before)
    #expect(try programme.faults() == [])
  }

  @Test("an exit gives back what was approved and not paid")
  func exitReleases() throws {
    let programme = try Programme([Filing("A")])
    try programme.record(
      OfficeEntry.approved("A") + [
        .pay("A", on: "2016-02-01", yuan: 1_000), .event("A", on: "2016-03-01", "自愿退出"),
      ])
    let status = try programme.registry.status()
    #expect(status.openFen == 0 && status.paidFen == 100_000)
    #expect(try programme.state(of: "A") == .exited)
    #expect(try programme.faults() == [])
  }

  @Test("help after an exit needs follow-on help to be opened, proposed and decided anew")
  func followOn() throws {
    let programme = try Programme([Filing("A")])
    let second: [OfficeEntry] = [
      .event("A", on: "2016-09-01", "跟进帮扶"), .propose("A", on: "2016-09-02", yuan: 2_000),
      .publicise("A", from: "2016-09-03", to: "2016-09-09"),
      .decide("A", on: "2016-09-10", yuan: 2_000),
      .pay("A", on: "2016-09-12", yuan: 2_000, voucher: "V-9"),
    ]
    let report = try programme.record(
      OfficeEntry.approved("A") + [.event("A", on: "2016-03-01", "退出")] + second)
    #expect(report.rejected.isEmpty)
    #expect(try programme.state(of: "A") == .beingHelped)
    #expect(try programme.registry.status().openFen == 0)
    #expect(try programme.faults() == [])
  }

  @Test("a notice of several cases moves all of them or none")
  func noticeOfSeveral() throws {
    let programme = try Programme([Filing("A"), Filing("B")])
    let notice = OfficeEntry.publicise("A、B", from: "2016-01-10", to: "2016-01-16")
    try programme.record([.verify("A", on: "2016-01-05"), .propose("A", on: "2016-01-06")])
    #expect(try programme.record([notice], file: "n.csv").rejected.count == 1)
    #expect(try programme.state(of: "A") == .proposed)
    try programme.record(
      [.verify("B", on: "2016-01-05"), .propose("B", on: "2016-01-06")], file: "b.csv")
    #expect(try programme.record([notice], file: "n.csv").accepted == 1)
    #expect(
      try [programme.state(of: "A"), programme.state(of: "B")] == [.publicised, .publicised])
    #expect(try programme.faults() == [])
  }
}

@Suite("The order of rows and files")
struct OrderTests {
  @Test("however a history is dealt out, the registry holds the same", arguments: UInt64(1)...6)
  func dealtOut(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let filings = ["A", "B", "C", "D"].map { Filing($0) }
    let pairs = [pair("A", "B"), pair("C", "D")]
    var history: [OfficeEntry] = [
      .judge("A+B", "不同", on: "2015-12-01"), .judge("C+D", "同一", on: "2015-12-02"),
      .allocate("党费划拨", on: "2015-02-01", yuan: 50_000), .say("好", on: "2016-05-01"),
    ]
    for caseID in ["A", "B", "C"] {
      history += OfficeEntry.approved(caseID)
      history += [
        .pay(caseID, on: "2016-02-01", yuan: 1_200), .visit(caseID, on: "2016-06-01"),
        .object(caseID, on: "2016-03-01", handledOn: "2016-03-02"),
        .event(caseID, on: "2016-01-21", "指定联系人", contact: "何某"),
      ]
    }
    history += [
      .event("B", on: "2016-07-01", "退出"), .verify("A", on: "2016-01-04", income: 30_000),
    ]
    let straight = try Programme(filings, pairs: pairs)
    #expect(try straight.record(history).rejected.isEmpty)
    let dealt = try Programme(filings, pairs: pairs)
    var files: [[OfficeEntry]] = [[], [], []]
    for entry in history.shuffled(using: &generator) {
      files[Int.random(in: 0..<3, using: &generator)].append(entry)
    }
    let reports = try dealt.record(
      files: files.enumerated().map { (name: "\($0).csv", entries: $1) })
    #expect(reports.allSatisfy { $0.rejected.isEmpty })
    for (table, rows) in try straight.tables() where table != "imports" {
      #expect(try dealt.tables()[table] == rows, "\(table)")
    }
    #expect(try dealt.faults() == [])
  }
}
