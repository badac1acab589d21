import Casework
import Foundation
import Testing

@testable import Statistics

@Suite("The statistics tables")
struct StatisticsTablesTests {
  let cases: [ScreeningResult] = [
    screened(1, annual: monthly(0), size: 1...1, outcome: .eligible, type: .income),
    screened(2, category: .retired, annual: monthly(100_000), type: .expenditure),
    screened(3, category: nil, cause: nil, annual: monthly(100_001), outcome: .ineligible),
    screened(
      4, unit: forestBureau, category: .survivor, cause: .disaster,
      annual: MoneyInterval(.zero, Money(yuan: 9)), size: 2...3, outcome: .undetermined),
    screened(5, annual: monthly(300_000), size: 1...1, outcome: .merged),
    screened(6, annual: monthly(10), hasLine: false, outcome: .undetermined),
  ]

  @Test("every breakdown of cases sums to the number of cases")
  func sums() {
    let tables = statisticsTables(for: round(cases))
    for name in [
      "cases_by_unit", "cases_by_category", "cases_by_cause", "cases_by_hardship_type",
      "cases_by_outcome", "outcomes_by_category", "income_bands",
    ] {
      #expect(sum("cases", of: name, in: tables) == 6)
    }
    for name in ["cases_by_unit", "cases_by_category", "cases_by_outcome"] {
      #expect(sum("households", of: name, in: tables) == 5)
      #expect(sum("persons", of: name, in: tables) == 4)
      #expect(sum("households_size_unknown", of: name, in: tables) == 1)
    }
  }

  @Test("a round without cases has all its rows, filled with zero")
  func empty() throws {
    let tables = statisticsTables(for: round([]))
    let outcomes = try #require(tables.first { $0.name == "cases_by_outcome" })
    #expect(outcomes.rows.map { $0.map(\.text) }.first == ["eligible", "0", "0", "0", "0"])
    let distribution = try #require(tables.first { $0.name == "income_distribution" })
    #expect(distribution.rows[1].suffix(6).allSatisfy { $0 == .missing })
  }

  @Test("a case that states nothing is counted under not_stated")
  func notStatedKeys() throws {
    let tables = statisticsTables(for: round(cases))
    let categories = try #require(tables.first { $0.name == "cases_by_category" })
    #expect(categories.rows.map { $0[0].text } == ["在职", "退休", "遗属", "not_stated"])
    #expect(categories.rows.map { $0[1] } == [.count(3), .count(1), .count(1), .count(1)])
  }

  @Test(
    "an income falls in the band whose upper end it reaches",
    arguments: [
      (-1, "up_to_0"), (0, "up_to_0"), (1, "up_to_25"), (25_000, "up_to_25"),
      (25_001, "up_to_50"), (100_000, "up_to_100"), (100_001, "up_to_125"),
      (200_000, "up_to_200"), (200_001, "over_200"),
    ] as [(Int64, String)])
  func bands(fen: Int64, band: String) {
    #expect(IncomeBand(of: screened(1, annual: monthly(fen))).name == band)
  }

  @Test("an income that is not exact, or has no line, is counted apart")
  func bandsApart() {
    let open = screened(1, annual: MoneyInterval(.zero, Money(yuan: 9)))
    #expect(IncomeBand(of: open) == .unknown)
    #expect(IncomeBand(of: screened(1, annual: monthly(1), hasLine: false)) == .noLine)
  }

  @Test("rules are counted by how they ended")
  func rules() throws {
    let decisions = [
      Decision(.cause, .pass, because: .causeStated),
      Decision(.unique, .unknown, because: .identityUnknown),
    ]
    let tables = statisticsTables(
      for: round([screened(1, annual: .zero, decisions: decisions)]))
    let outcomes = try #require(tables.first { $0.name == "rule_outcomes" })
    #expect(outcomes.rows.count == RuleCode.allCases.count * RuleOutcome.allCases.count)
    #expect(outcomes.rows.contains([.text("CAUSE"), .text("pass"), .count(1)]))
    #expect(sum("cases", of: "rule_outcomes", in: tables) == 2)
  }

  @Test("problems are counted by unit, severity and code")
  func quality() throws {
    var findings = [
      Finding(.cellRequired, at: nil), Finding(.identityCheck, at: nil),
      Finding(.incomeAssumedZero, at: nil), Finding(.fileEmpty, at: nil),
    ]
    for index in 0..<3 { findings[index].unitCode = "U01" }
    let tables = statisticsTables(for: round(cases, findings: findings))
    let quality = try #require(tables.first { $0.name == "data_quality_by_unit" })
    #expect(
      quality.rows.map { $0.map(\.text).joined(separator: ",") } == [
        "none,,0,1,0,0,0,0", "U01,州水务局,5,2,0,1,1,1", "U02,州林业局,1,0,0,0,0,0",
      ])
    let codes = try #require(tables.first { $0.name == "problems_by_code" })
    #expect(
      codes.rows.map { $0.map(\.text).joined(separator: ",") } == [
        "none,file.empty,,error,1", "U01,cell.required,州水务局,error,1",
        "U01,identity.wrong-check-character,州水务局,error,1",
        "U01,income.assumed-zero,州水务局,note,1",
      ])
  }

  @Test("the order of the cases changes nothing")
  func order() {
    #expect(statisticsTables(for: round(cases)) == statisticsTables(for: round(cases.reversed())))
  }

  private func sum(_ column: String, of name: String, in tables: [StatisticsTable]) -> Int? {
    guard let table = tables.first(where: { $0.name == name }),
      let place = table.columns.firstIndex(where: { $0.name == column })
    else { return nil }
    return table.rows.reduce(0) { sum, row in
      if case .count(let count) = row[place] { sum + count } else { sum }
    }
  }
}
