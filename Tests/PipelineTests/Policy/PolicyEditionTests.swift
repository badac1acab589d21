import Casework
import Income
import Reporting
import Screening
import TestSupport
import Testing

@testable import Pipeline

@Suite("A policy is compiled into editions between the days on which a value changes")
struct PolicyEditionTests {
  private let policies: PolicyCopy

  init() throws { policies = try PolicyCopy() }

  private static let twoIntervals = """
    frequency:
      months:
        unit: 个月
        values:
          2013-01-01: 12
          2015-07-01: {value: 24, source: 新办法, citation: 新条文, confirmedBy: 测试}
    """

  @Test(
    "a value counts from its first day on",
    arguments: [("2013-01-01", 12), ("2015-06-30", 12), ("2015-07-01", 24), ("2031-01-01", 24)])
  func firstDay(day: String, months: Int) throws {
    let policy = try policies.organs(changedBy: Self.twoIntervals)
    #expect(try policy.edition(on: day).edition.frequencyMonths == months)
  }

  @Test("an edition says from when to when it is in force")
  func spans() throws {
    let policy = try policies.organs(changedBy: Self.twoIntervals)
    let first = try policy.edition(on: "2014-05-01")
    #expect(first.from == CalendarDate(iso: "2013-01-01"))
    #expect(first.until == CalendarDate(iso: "2015-06-30"))
    #expect(try policy.edition(on: "2015-07-01").until == nil)
  }

  @Test("each value knows its first day, document, words, file and line")
  func provenance() throws {
    let policy = try policies.organs(changedBy: Self.twoIntervals)
    let value = try #require(
      policy.edition(on: "2016-01-01").edition.values["frequency.months"])
    #expect(value.shown == "24 个月")
    #expect(value.effectiveFrom == CalendarDate(iso: "2015-07-01"))
    #expect((value.source, value.citation) == ("新办法", "新条文"))
    #expect(value.place == PolicyPlace(file: policies.folder.path + "/overlay.yaml", line: 7))
    let kept = try #require(
      policy.edition(on: "2016-01-01").income.values["household.largest"])
    #expect(kept.isAssumed && kept.place.file.hasSuffix("/aba-organs.yaml"))
    #expect(kept.source.contains("办法") && kept.citation == "与申请人共同生活的家庭成员")
  }

  @Test("every value of a shipped policy has a first day, a document and words")
  func shippedProvenance() throws {
    let values = try policies.policy(named: "aba-organs.yaml").edition(on: "2015-12-31").edition
      .values
    #expect(values.all.count > 80)
    for value in values.all {
      #expect(value.effectiveFrom != nil, "\(value.name)")
      #expect(!value.source.isEmpty && !value.citation.isEmpty, "\(value.name)")
    }
  }

  @Test("before the first day of a value that must be there is no edition")
  func beforeFirstDay() throws {
    let policy = try policies.organs(changedBy: "")
    let day = try #require(CalendarDate(iso: "2012-12-31"))
    #expect(throws: PolicyGap.self) { try policy.edition(on: day) }
  }

  @Test("a value that begins later, ends, is blank or not confirmed leaves a gap with its line")
  func gaps() throws {
    let gaps = [
      "  noticeMinimumDays: {values: {2013-01-01: {value: 5, until: 2014-12-31}, 2016-01-01: 7}}",
      "  noticeMinimumDays: {values: {2013-01-01: 5, 2015-01-01: }}",
      "  noticeMinimumDays: {values: {2013-01-01: {value: 5, confirmedBy: \"\"}}}",
    ]
    for gap in gaps {
      let policy = try policies.organs(changedBy: "procedure:\n" + gap)
      let failure = try #require(throws: PolicyGap.self) { try policy.edition(on: "2015-05-01") }
      let message = RunFailure.policy(file: "x", gap: failure)
      #expect(message.exitCode == 4)
      for language in [Language.simplifiedChinese, .english] {
        let words = message.words(in: language)
        #expect(words.contains("procedure.noticeMinimumDays"), "\(words)")
        #expect(words.contains("overlay.yaml") && words.contains("3"), "\(words)")
      }
    }
  }

  @Test("an optional section that is not in force yet is not there")
  func optionalSection() throws {
    let policy = try policies.organs(changedBy: "followUp: {from: 2016-01-01, visitEveryMonths: 3}")
    #expect(try policy.edition(on: "2015-12-31").edition.followUp?.visitEveryMonths == 6)
    #expect(try policy.edition(on: "2016-01-01").edition.followUp?.visitEveryMonths == 3)
    let without = try policies.organs(changedBy: "followUp: ~")
    #expect(try without.edition(on: "2015-12-31").edition.followUp == nil)
  }
}
