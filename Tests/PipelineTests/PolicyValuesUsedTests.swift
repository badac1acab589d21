import Casework
import Foundation
import Income
import Reporting
import Screening
import Testing

@testable import Pipeline

/// Where the values come from that figures and decisions rest on.
extension SampleRound.ExplainTests {
  private var fifth: [ScreeningResult] {
    run.result.cases.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
  }

  @Test("each policy value behind a case is listed once, with its first day and its document")
  func provenance() throws {
    for published in fifth {
      let values = try #require(explained(published.caseID).result.explanation).policyValues
      #expect(Set(values.map(\.name)).count == values.count, "\(published.caseID)")
      for value in values {
        #expect(value.effectiveFrom != nil, "\(value.name)")
        #expect(!value.source.isEmpty && value.place.line > 0, "\(value.name)")
        #expect(value.isAssumed || value.name == "minimumWage.rates", "\(value.name)")
      }
      let names = values.map(\.name)
      #expect(names.contains("income.windowMonths"))
      #expect(names.contains("rules.INCOME_TEST.mode"))
      #expect(!names.contains { $0.hasPrefix("income.slips") })
    }
  }

  @Test("every value that made a figure is among them, and no type that the case does not have")
  func figures() throws {
    for published in fifth {
      let result = try explained(published.caseID).result
      let names = try #require(result.explanation).policyValues.map(\.name)
      let types = Set(result.application.incomeItems.compactMap { $0.text(.incomeType).value })
      let listed = Set(
        names.filter { $0.hasPrefix("income.itemTypes.") }
          .map { String($0.split(separator: ".")[2]) })
      #expect(listed == types, "\(published.caseID)")
      let nodes = try #require(result.household.worksheet).root.all
      for parameter in Set(nodes.compactMap(\.parameter)) {
        switch parameter {
        case .unknownAmount: #expect(names.contains("expenditure.unknownAmountYuan"))
        case .statusesWithoutIncome: #expect(names.contains("household.statusesWithoutIncome"))
        case .aboutPercent: #expect(names.contains("income.aboutPercent"))
        case .notReimbursable: #expect(names.contains("expenditure.notReimbursable"))
        case .largestHousehold: #expect(names.contains("household.largest"))
        case .deduction(let type):
          #expect(names.contains { $0.hasPrefix("expenditure.deducted.\(type)") })
        case .unknownComponent:
          #expect(names.contains { $0.hasPrefix("income.unknownComponents.") })
        default: break
        }
      }
    }
  }

  @Test("the rate is the one in force on the day, confirmed by somebody")
  func rate() throws {
    let published = try #require(run.result.cases.first { $0.assessment.threshold != nil })
    let line = try #require(published.assessment.threshold)
    let rate = try #require(explained(published.caseID).result.explanation?.policyValues.first)
    #expect(rate.name == "minimumWage.rates" && rate.isConfirmed && !rate.isAssumed)
    #expect(rate.effectiveFrom == line.effectiveFrom && rate.source == line.source)
  }

  @Test("they stand in the dossier, folded, and are the same there as explained")
  func dossier() throws {
    for published in fifth {
      let page = try text(of: run.path + "/dossiers/\(published.caseID).html")
      let values = try #require(explained(published.caseID).result.explanation).policyValues
      let assumed = values.count(where: \.isAssumed)
      #expect(
        page.contains(
          "<details class=\"policy-values\"><summary>核算所用的政策参数（\(values.count) 项，其中假定待确认 \(assumed) 项）"
        ), "\(published.caseID)")
    }
  }
}

@Suite("Values of another word for a type")
struct NamedPolicyValuesTests {
  @Test("are known by the name of the forms")
  func alias() throws {
    let policies = try PolicyCopy()
    let text = try policies.policy(named: "aba-organs.yaml").sources.text
    let policy = try policies.policy(
      named: "alias.yaml", holding: text.replacing("    医疗: {}", with: "    医疗费: {capYuan: \"9\"}"))
    let edition = try policy.edition(on: "2015-06-01")
    #expect(edition.income.deductions["医疗"]?.cap == Money(yuan: 9))
    #expect(edition.income.values["expenditure.deducted.医疗.capYuan"]?.shown == "9")
    let values = edition.income.values
    #expect(values.places(in: "expenditure.deducted.医疗").count == 1)
    #expect(values.places(in: "expenditure.deducted").count == 5)
    #expect(values.places(in: "expenditure.deduct").isEmpty)
    #expect(values.place(of: "expenditure.deducted") == nil && values["zzz"] == nil)
  }
}
