import Casework
import Income
import Registry
import Reporting
import Screening
import TestSupport
import Testing

@testable import Pipeline

@Suite("A policy file that extends another changes single values")
struct PolicyOverlayTests {
  private let policies: PolicyCopy

  init() throws { policies = try PolicyCopy() }

  @Test("a value without a day is replaced for all days, the rest is inherited")
  func undated() throws {
    let base = try policies.policy(named: "aba-organs.yaml").edition(on: "2015-06-01")
    let changed = try policies.organs(changedBy: "threshold: {comparator: \"<\"}")
      .edition(on: "2015-06-01")
    #expect(base.edition.includesEquality && !changed.edition.includesEquality)
    #expect(changed.edition.factorThousandths == base.edition.factorThousandths)
    #expect(changed.income.givesSameReadings(as: base.income))
    #expect(changed.edition.wageYears == base.edition.wageYears)
  }

  @Test("a section's own first day is the day of its values; before it the base's stand")
  func datedSection() throws {
    let policy = try policies.organs(
      changedBy: "threshold: {from: 2015-07-01, factor: \"1.5\", source: 改革}")
    #expect(try policy.edition(on: "2015-06-30").edition.factorThousandths == 1_000)
    #expect(try policy.edition(on: "2015-07-01").edition.factorThousandths == 1_500)
    #expect(try policy.edition(on: "2015-07-01").edition.values["threshold.factor"]?.source == "改革")
  }

  @Test("a year of the table is confirmed by itself")
  func year() throws {
    let policy = try policies.organs(
      changedBy: "minimumWage: {years: [{year: 2016, confirmedBy: 测试}]}")
    let day = try #require(CalendarDate(iso: "2016-05-01"))
    let line = try policy.edition(on: day).edition.threshold(on: day)
    #expect(line.monthly == Money(yuan: 1_380))
  }

  @Test("an entry of a list is added, changed or taken away")
  func entries() throws {
    let policy = try policies.organs(
      changedBy: "expenditure: {deducted: {住房: {capYuan: \"6000\"}, 教育: ~, 医疗: {capYuan: \"9\"}}}")
    let deductions = try policy.edition(on: "2015-06-01").income.deductions
    #expect(deductions.keys.sorted() == ["住房", "医疗", "护理", "残疾康复", "灾害损失"].sorted())
    #expect(deductions["住房"]?.cap == Money(yuan: 6_000))
    #expect(deductions["医疗"]?.cap == Money(yuan: 9))
  }

  @Test("a value or a section that may be left out is taken away, in every edition")
  func removal() throws {
    let policy = try policies.organs(
      changedBy: """
        income:
          slips: ~
        household: {statusesWithoutIncome: ~}
        expenditure: {deducted: {护理: ~}, notReimbursable: ~}
        measures: ~
        evidence: ~
        retention: {runs: ~}
        """)
    for day in ["2013-01-01", "2015-06-01", "2016-12-31"] {
      let edition = try policy.edition(on: day)
      #expect(edition.income.statusesWithoutIncome.isEmpty)
      #expect(edition.income.notReimbursable.isEmpty)
      #expect(edition.income.deductions["护理"] == nil)
      #expect(edition.income.deductions["医疗"] != nil)
      #expect(edition.edition.measures == nil && edition.edition.evidence.isEmpty)
      #expect(edition.retention.runMonths == nil && edition.retention.filingMonths == 60)
      #expect(edition.edition.values["household.statusesWithoutIncome"] == nil)
    }
    let slips = try policies.policy(named: "aba-organs.yaml").edition(on: "2015-06-01").income.slips
    #expect(try policy.edition(on: "2015-06-01").income.slips != slips)
  }

  @Test(
    "a value that must be there cannot be taken away",
    arguments: [
      "frequency: {months: ~}", "threshold: {factor: ~}", "income: {windowMonths: ~}", "causes: ~",
    ])
  func removalOfNeeded(overlay: String) throws {
    let failure = #expect(throws: (any Error).self) {
      try policies.organs(changedBy: overlay).edition(on: "2015-06-01")
    }
    #expect(failure != nil)
  }

  @Test("what an overlay takes away, one that extends it can give again")
  func givenAgain() throws {
    try policies.folder.write(
      "extends: aba-organs.yaml\nfollowUp: ~\nexpenditure: {deducted: {医疗: ~}}", to: "middle.yaml")
    let policy = try policies.policy(
      named: "top.yaml",
      holding: """
        extends: middle.yaml
        expenditure: {deducted: {医疗: {capYuan: "100"}}}
        followUp: {from: 2015-01-01, visitEveryMonths: 1, contactWithinDays: 2, closeAfterMonths: 3}
        """)
    let edition = try policy.edition(on: "2015-06-01")
    #expect(edition.income.deductions["医疗"]?.cap == Money(yuan: 100))
    #expect(edition.edition.followUp?.visitEveryMonths == 1)
    #expect(try policy.edition(on: "2014-06-01").edition.followUp == nil)
  }

  @Test(
    "the highest rate in force in a year counts whatever the day",
    arguments: [
      ("2013-02-01", Int64(1_070)), ("2013-12-31", 1_070), ("2014-01-01", 1_250),
      ("2014-12-31", 1_250), ("2015-01-01", 1_380), ("2015-06-30", 1_380), ("2015-12-31", 1_380),
    ])
  func maximumOfYear(iso: String, yuan: Int64) throws {
    let policy = try policies.organs(changedBy: "threshold: {rateDay: maximumOfYear}")
    let day = try #require(CalendarDate(iso: iso))
    let line = try policy.edition(on: day).edition.lineOfDay(day)
    #expect(line.threshold.monthly == Money(yuan: yuan))
  }

  @Test("the highest rate counts where it falls inside the year, too")
  func maximumThatFalls() throws {
    let policy = try policies.organs(
      changedBy: """
        threshold: {rateDay: maximumOfYear}
        minimumWage:
          years:
            - year: 2016
              tier: 2
              confirmedBy: 测试
              rates:
                - {from: 2015-07-01, yuanPerMonth: "1380", document: 甲}
                - {from: 2016-07-01, yuanPerMonth: "1300", document: 乙}
        """)
    let day = try #require(CalendarDate(iso: "2016-12-31"))
    let line = try policy.edition(on: day).edition.threshold(on: day)
    #expect(line.monthly == Money(yuan: 1_380) && line.source == "甲")
    let next = try #require(CalendarDate(iso: "2017-01-01"))
    #expect(throws: PolicyGap.self) { try policy.edition(on: next).edition.threshold(on: next) }
  }

  @Test("the categories of a ground of exclusion change on a day")
  func conductCategories() throws {
    let policy = try policies.organs(
      changedBy: """
        rules:
          CONDUCT_DUES:
            categories:
              source: 补充规定
              citation: 退休党员不计
              values: {2013-01-01: [在职, 退休], 2015-03-01: [在职]}
        """)
    let before = try policy.edition(on: "2015-02-28").edition
    let after = try policy.edition(on: "2015-03-01").edition
    #expect(before.conductCategories == [.dues: [.serving, .retired]])
    #expect(after.conductCategories == [.dues: [.serving]])
    #expect(after.values["rules.CONDUCT_DUES.categories"]?.source == "补充规定")
    #expect(after.modes[.conductDues] == .on)
    let failure = try policies.failure(
      of: "x.yaml", holding: "extends: aba-organs.yaml\nrules:\n  CAUSE: {categories: [在职]}")
    #expect(failure.words(in: .english).contains("x.yaml line 3:"))
    let unknown = try policies.failure(
      of: "y.yaml", holding: "extends: aba-organs.yaml\nrules:\n  CONDUCT_DUES: {categories: [在岗]}")
    #expect(unknown.words(in: .english).contains("y.yaml line 3:"))
  }

  @Test("what the unit's steps must be is switched by day")
  func procedure() throws {
    let policy = try policies.organs(
      changedBy: """
        procedure:
          sealRequired: {values: {2013-01-01: true, 2015-03-01: false}}
          approvedAfterNotice: false
        """)
    let before = try policy.edition(on: "2015-02-28").edition.procedure
    let after = try policy.edition(on: "2015-03-01").edition.procedure
    #expect(before.asksForSeal && !after.asksForSeal)
    #expect(!before.approvesAfterNotice && before.verifiesBeforeNotice)
    let plain = try policies.policy(named: "aba-organs.yaml").edition(on: "2015-03-01").edition
    #expect(plain.procedure == ProcedureRules())
  }

  @Test("a chain of files counts from the last to the first")
  func chain() throws {
    try policies.folder.write(
      "extends: aba-organs.yaml\nfrequency: {months: 24}\nprocedure: {noticeMinimumDays: 7}",
      to: "middle.yaml")
    let policy = try policies.policy(
      named: "top.yaml", holding: "extends: middle.yaml\nfrequency: {months: 36}")
    let edition = try policy.edition(on: "2015-06-01").edition
    #expect(edition.frequencyMonths == 36 && edition.noticeMinimumDays == 7)
    #expect(
      policy.sources.definitionFiles.map(\.name)
        == ["policy/top.yaml", "policy/middle.yaml", "policy/aba-organs.yaml"])
  }

  @Test("the text that is stored of a chain reads as the chain")
  func stored() throws {
    let policy = try policies.organs(changedBy: "frequency: {months: 36}")
    let again = try PolicyFile(
      PolicySources(stored: policy.sources.text, path: "x/y.yaml"), forms: policies.forms)
    #expect(again.digest == policy.digest)
    #expect(again.sources.files.map(\.text) == policy.sources.files.map(\.text))
    #expect(try again.edition(on: "2015-06-01").edition.frequencyMonths == 36)
    let single = try policies.policy(named: "aba-organs.yaml")
    #expect(single.sources.text == single.sources.files[0].text)
  }

  @Test("the stored text of a version that gave no days can still be read")
  func storedWithoutDays() throws {
    let text = try policies.policy(named: "aba-organs.yaml").sources.text
    let undated = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.contains("from: 2013-01-01\n") && $0.drop(while: { $0 == " " }) != "from: 2013-01-01"
    }.joined(separator: "\n")
    let policy = try PolicyFile(
      PolicySources(stored: undated, path: "y.yaml"), forms: policies.forms)
    #expect(try policy.edition(on: "1999-01-01").edition.frequencyMonths == 12)
  }
}
