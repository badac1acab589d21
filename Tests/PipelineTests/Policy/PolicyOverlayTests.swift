import Casework
import Income
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
