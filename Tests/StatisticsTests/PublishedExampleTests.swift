import Casework
import TestSupport
import Testing

@testable import Statistics

/// A county's published figures of 2014 (rednet, 2015-03-13; domain.md 7.2): they reconcile.
@Suite("A published example")
struct PublishedExampleTests {
  /// A measure's payments: how many, their sum in yuan, and how many a case gets at most.
  private struct Line {
    let measure: AssistanceMeasure
    let instances: Int
    let yuan: Int64
    let perCase: Int
  }

  private let lines = [
    Line(measure: .recurrentGrant, instances: 1435, yuan: 433_500, perCase: 12),
    Line(measure: .oneOffGrant, instances: 967, yuan: 201_000, perCase: 1),
    Line(measure: .temporaryGrant, instances: 157, yuan: 160_300, perCase: 1),
  ]

  /// Equal payments, the first with the remainder.
  private func amounts(_ line: Line) -> [Money] {
    let share = line.yuan * 100 / Int64(line.instances)
    let rest = line.yuan * 100 - share * Int64(line.instances - 1)
    return [Money(fen: rest)]
      + Array(repeating: Money(fen: share), count: line.instances - 1)
  }

  private func ledger() -> ProgrammeLedger {
    var cases: [CaseRecord] = []
    var entries = [
      BookEntry(
        .income, on: SampleFund.day("2014-01-02"), from: .income(.partyDues, year: 2014), to: .cash,
        amount: Money(yuan: 800_000))
    ]
    for line in lines {
      let amounts = amounts(line)
      for start in stride(from: 0, to: amounts.count, by: line.perCase) {
        let own = amounts[start..<min(start + line.perCase, amounts.count)]
        let caseID = "2014-U01-\(line.measure)\(start)"
        let approved = own.reduce(.zero, +)
        var sample = SampleCase(caseID, "某某", nil, nil, nil, size: 3, on: "2014-01-05")
          .approved(line.measure, approved, on: "2014-01-20")
        entries.append(
          BookEntry(
            .commitment, on: SampleFund.day("2014-01-20"), from: .available, to: .committed,
            amount: approved, caseID: caseID))
        for amount in own {
          sample = sample.paid(amount, on: "2014-02-01")
          entries += SampleFund.paid(caseID, line.measure, amount, "2014-02-01")
        }
        cases.append(sample.record(.beingHelped, .eligible))
      }
    }
    let income = OfficeFact.allocation(
      Allocation(
        source: .partyDues, amount: Money(yuan: 800_000),
        receivedOn: SampleFund.day("2014-01-02")))
    return ProgrammeLedger(
      units: SampleFund.units, cases: cases, facts: [income], entries: entries)
  }

  @Test("1435, 967 and 157 instances are 2559, and 43.35, 20.1 and 16.03 are 79.48 (10,000 yuan)")
  func reconciles() throws {
    let report = try annualReport(of: ledger(), year: 2014)
    let spending = report.spending
    let instances = spending.map(\.reached.instances)
    #expect(instances == [967, 1435, 157, 0, 0, 2559])
    #expect(
      spending.map(\.reached.amount.fen) == [20_100_000, 43_350_000, 16_030_000, 0, 0, 79_480_000])
    #expect(spending.last?.reached.households == 120 + 967 + 157)
    #expect(report.movement.closing == Money(yuan: 5200))
  }
}
