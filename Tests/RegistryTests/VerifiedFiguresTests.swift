import Casework
import TestSupport
import Testing

@testable import Registry

@Suite("Verified figures")
struct VerifiedFiguresTests {
  @Test("figures that differ screen the case again; both results are kept and shown")
  func differing() throws {
    let programme = try Programme([Filing("A"), Filing("B")])
    let report = try programme.record([.verify("A", on: "2016-01-05", income: 30_000)])
    let remark = try #require(report.remarks.first)
    #expect(remark.code == .registryVerifiedDiffers && remark.field == .verifiedAnnualIncome)
    #expect(remark.arguments == ["12000.00", "30000.00"])
    let screenings = try #require(try programme.tables()["screenings"])
    #expect(
      screenings.map { Array($0[0...1]) + [$0[4]] } == [
        ["A", "declared", "eligible"], ["A", "verified", "ineligible"],
        ["B", "declared", "eligible"],
      ])
    #expect(try programme.faults() == [])
  }

  @Test("figures that agree are screened and say nothing")
  func agreeing() throws {
    let programme = try Programme([Filing("A")])
    let report = try programme.record([.verify("A", on: "2016-01-05", income: 12_000)])
    #expect(report.remarks.isEmpty)
    #expect(try programme.count("screening") == 2)
    #expect(try programme.faults() == [])
  }

  @Test("a verification without a figure leaves the screening alone")
  func withoutFigure() throws {
    let programme = try Programme([Filing("A")])
    try programme.record([.verify("A", on: "2016-01-05")])
    #expect(try programme.count("screening") == 1)
  }

  @Test("the newest verification counts, also where an older one is imported later")
  func newest() throws {
    let programme = try Programme([Filing("A")])
    try programme.record([.verify("A", on: "2016-01-05", income: 30_000)], file: "1.csv")
    try programme.record([.verify("A", on: "2016-01-07", income: 14_000)], file: "2.csv")
    #expect(try Self.newestOutcome(programme) == "eligible")
    try programme.record([.verify("A", on: "2016-01-06", income: 40_000)], file: "3.csv")
    #expect(try Self.newestOutcome(programme) == "eligible")
    #expect(try programme.faults() == [])
  }

  @Test("approving a case that the verified figures make ineligible is remarked on, not refused")
  func againstScreening() throws {
    let programme = try Programme([Filing("A")])
    let report = try programme.record(
      [.verify("A", on: "2016-01-05", income: 30_000)], file: "1.csv")
    #expect(report.rejected.isEmpty)
    let decided = try programme.record(Array(OfficeEntry.approved("A").dropFirst()), file: "2.csv")
    #expect(decided.rejected.isEmpty)
    #expect(decided.remarks.map(\.code) == [.registryAgainstScreening])
  }

  private static func newestOutcome(_ programme: Programme) throws -> String? {
    try programme.tables()["cases"]?.first.map { $0[7] }
  }
}
