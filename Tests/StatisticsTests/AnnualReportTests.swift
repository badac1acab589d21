import Casework
import TestSupport
import Testing

@testable import Statistics

@Suite("The annual report")
struct AnnualReportTests {
  let report: AnnualReport

  init() throws { report = try annualReport(of: SampleFund.ledger, year: 2015) }

  @Test("opening + income − payments = closing, to the fen")
  func movement() {
    #expect(report.movement.opening == Money(yuan: 18_900))
    #expect(report.movement.income == Money(fen: 544_567))
    #expect(report.movement.payments == Money(yuan: 11_000))
    #expect(report.movement.closing == Money(fen: 1_334_567))
    #expect(report.openCommitments == Money(yuan: 5000))
    #expect(report.unpromised == Money(fen: 834_567))
  }

  @Test("income by source and by unit, with the rate of participation")
  func income() {
    #expect(report.income.map(\.amount.fen) == [440_000, 0, 100_000, 4567])
    let lines = report.unitIncome.map {
      "\($0.unit.code) \($0.fundYear) \($0.donors ?? -1) \($0.participationPerMille ?? -1) \($0.amount)"
    }
    #expect(
      lines == ["U01 2015 19 950 3800.00", "U02 2014 -1 -1 100.00", "U03 2015 5 -1 500.00"])
  }

  @Test("spending in households, persons and instances, which are not added")
  func spending() {
    let lines = report.spending.filter { $0.reached.instances > 0 }.map { line in
      let reached = line.reached
      let measure = line.measure?.rawValue ?? "total"
      return
        "\(measure) \(reached.households) \(reached.persons) \(reached.instances) \(reached.amount)"
    }
    #expect(
      lines == [
        "长期性资助 1 3 2 4000.00", "临时性资助 1 2 1 4000.00", "创业帮扶 1 5 1 3000.00",
        "total 3 10 4 11000.00",
      ])
    let first = try? annualReport(of: SampleFund.ledger, year: 2014)
    #expect(first?.spending.last?.reached.householdsOfUnknownSize == 1)
  }

  @Test("applications stand in one way each")
  func applications() {
    for breakdown in report.applications { #expect(breakdown.groups.last?.count == 6) }
    let total = report.applications[0].groups.last
    let counts = ApplicationResult.allCases.map { total?.count(of: $0) ?? 0 }
    #expect(counts == [2, 1, 1, 0, 1, 1])
    #expect(report.applications[0].groups.map(\.count) == [3, 3, 0, 6])
    #expect(report.applications[1].groups.map(\.count) == [5, 1, 0, 6])
    #expect(report.applications[2].groups.map(\.count) == [3, 1, 0, 2, 0, 6])
    #expect(report.applications[3].groups.map(\.count) == [4, 0, 2, 6])
  }

  @Test("reasons of refusals are the failed rules and the steering group's words")
  func refusals() {
    #expect(report.refusals.map(\.cases) == [1, 1, 1])
    #expect(report.refusals.prefix(2).map(\.reason) == [.rule(.incomeTest), .rule(.cause)])
  }

  @Test("grants and days from application to decision")
  func grants() {
    let all = report.grants.last
    #expect(report.grants.map(\.approvals) == [1, 1, 2])
    #expect(all?.mean == Money(yuan: 6500))
    #expect(all?.median == Money(yuan: 6500))
    #expect(all?.range == Money(yuan: 5000)...Money(yuan: 8000))
    // 80, 50 and 49 days.
    #expect(
      report.processing
        == ProcessingTime(decisions: 3, meanTenths: 597, medianTenths: 500, range: 49...80))
  }

  @Test("visits and exits of the year")
  func followUp() {
    #expect(report.followUp.visits == 3)
    #expect(report.followUp.cases == 2)
    #expect(report.followUp.newDifficulties == 1)
    #expect(report.followUp.relief == [.clearly: 1, .resolved: 1, .not: 1])
    #expect(report.followUp.recommendations == [.goOn: 1, .exit: 1, .followOn: 1])
    #expect(report.exits.map(\.cases) == [1, 0, 1, 0])
  }

  @Test("last year and all years beside this one")
  func comparison() throws {
    let previous = try #require(report.previous)
    #expect(previous.movement.closing == report.movement.opening)
    #expect(previous.reached.amount == Money(yuan: 5000))
    #expect(report.cumulative.movement.income == Money(fen: 2_934_567))
    #expect(report.cumulative.reached.households == 4)
    #expect(report.cumulative.reached.instances == 6)
    #expect(report.cumulative.applications == 8)
  }

  @Test("what is left of each source sums to the cash")
  func sources() {
    #expect(report.sources.lots.map(\.left.fen) == [0, 800_000, 430_000, 100_000, 4567])
    #expect(report.sources.cash == report.movement.closing)
  }

  @Test("every key of every table is unique, and the tables sum to the fund's figures")
  func tables() {
    for table in annualTables(for: report) {
      let keys = table.rows.map { row in
        zip(table.columns, row).filter { $0.0.isKey }.map { $0.1.text }
      }
      #expect(Set(keys).count == keys.count, "\(table.name)")
    }
  }
}

@Suite("An annual report whose figures do not agree")
struct AnnualReportErrorTests {
  private func ledger(_ change: (inout [BookEntry]) -> Void) -> ProgrammeLedger {
    var entries = SampleFund.entries
    change(&entries)
    let ledger = SampleFund.ledger
    return ProgrammeLedger(
      units: ledger.units, cases: ledger.cases, facts: ledger.facts, entries: entries)
  }

  private func error(_ ledger: ProgrammeLedger) -> AnnualReportError? {
    do throws(AnnualReportError) {
      _ = try annualReport(of: ledger, year: 2015)
      return nil
    } catch { return error }
  }

  @Test("one fen more in a donation's entry is caught, with the unit and both figures")
  func donationDiffers() throws {
    let found = try #require(
      error(
        ledger { entries in
          entries[1] = BookEntry(
            .income, on: entries[1].bookedOn, from: entries[1].credit, to: .cash,
            amount: entries[1].amount + Money(fen: 1), unitCode: "U01")
        }))
    #expect(found.code == .differs)
    #expect(found.unitCode == "U01")
    #expect(found.statistics == Money(yuan: 3600))
    #expect(found.books == Money(fen: 360_001))
  }

  @Test("a payment that is missing in the books is caught, with the case")
  func paymentMissing() throws {
    let found = try #require(
      error(
        ledger { entries in
          entries.removeAll {
            $0.caseID == "2015-U01-FFFFFF" && ($0.kind == .payment || $0.kind == .release)
          }
        }))
    #expect(found.code == .differs)
    #expect(found.caseID == "2015-U01-FFFFFF")
    #expect(found.statistics == Money(yuan: 3000))
  }

  @Test("the books' own equations are checked first")
  func overpaid() throws {
    let more = SampleFund.paid("2015-U01-FFFFFF", .startUpSupport, 5001, "2015-09-01")
    let found = try #require(error(ledger { $0 += more }))
    guard case .books(let error) = found.code else {
      Issue.record("\(found)")
      return
    }
    #expect(error.code == .overreleased || error.code == .overpaid)
  }

  @Test("a payment without an approved measure is caught")
  func measureMissing() throws {
    let record = SampleCase("2015-U01-XXXXXX", "李四明", nil, nil, nil, size: nil, on: "2015-01-01")
      .paid(10, on: "2015-02-01").record(.beingHelped, .eligible)
    let found = error(
      ProgrammeLedger(units: [], cases: [record], facts: [], entries: []))
    #expect(found?.code == .measureMissing)
  }
}
