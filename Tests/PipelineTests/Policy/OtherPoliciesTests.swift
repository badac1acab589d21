import Casework
import Reporting
import Screening
import TestSupport
import Testing

@testable import Pipeline

@Suite("Policies of other programmes refuse to run until their local figures are filled in")
struct OtherPoliciesTests {
  private static let names = [
    "dibao.yaml", "union-hardship-worker.yaml", "union-hardship-worker-relative.yaml",
  ]
  private static let filled = """
    dibaoStandard:
      years:
        - {year: 2022, confirmedBy: 测试, rates: [{from: 2021-07-01, yuanPerMonth: "600", document: 测试}]}
    """

  @Test("the standard of the year is not confirmed, with its file and line", arguments: names)
  func refused(name: String) throws {
    let policy = try PolicyCopy().policy(named: name)
    let day = try #require(CalendarDate(iso: "2022-05-01"))
    let edition = try policy.edition(on: day).edition
    let gap = try #require(throws: PolicyGap.self) { try edition.threshold(on: day) }
    let failure = RunFailure.policy(file: "x", gap: gap)
    #expect(failure.exitCode == 4)
    #expect(failure.words(in: .simplifiedChinese).contains("dibao.yaml"))
    #expect(failure.words(in: .english).contains("standard of 2022 (from line"))
  }

  @Test(
    "filled in, the line follows from the standard",
    arguments: zip(names, [Int64(600), 600, 1_200]))
  func line(name: String, yuan: Int64) throws {
    let policy = try PolicyCopy().policy(
      named: "filled.yaml", holding: "extends: \(name)\n" + Self.filled)
    let day = try #require(CalendarDate(iso: "2022-05-01"))
    let line = try policy.edition(on: day).edition.threshold(on: day)
    #expect(line.monthly == Money(yuan: yuan))
    #expect(!line.includesEquality)
  }

  @Test("rules of the organs' programme are off for the low-income guarantee")
  func modes() throws {
    let policy = try PolicyCopy().policy(named: "dibao.yaml")
    let modes = try policy.edition(on: "2022-05-01").edition.modes
    #expect(
      modes.filter { $0.value == .on }.map(\.key.rawValue).sorted() == [
        "INCOME_TEST", "PROCEDURE", "UNIQUE",
      ])
  }

  @Test("a window that does not divide a year is refused")
  func window() throws {
    let failure = try PolicyCopy().failure(
      of: "x.yaml", holding: "extends: aba-organs.yaml\nincome:\n  windowMonths: 5")
    #expect(failure.words(in: .english).contains("x.yaml line 3:"))
  }
}
