import Casework
import Testing

@testable import Pipeline

extension SampleRound {
  /// Against `samples/round-2015.expected.csv`, which an independent program computed.
  @Suite("Every application of the sample ends as worked out independently")
  struct SampleRoundTests {
    let run: SampleRun
    let expected: Table

    init() throws {
      run = try #require(SampleRun.current)
      expected = try Table(repository + "/samples/round-2015.expected.csv")
    }

    @Test("all 66 applications agree in outcome, rules and figures")
    func rosterAgrees() throws {
      let roster = try run.table("roster.csv")
      #expect(roster.rows.count == 66)
      let found = Dictionary(grouping: roster.rows, by: Self.person)
      for (person, rows) in Dictionary(grouping: expected.rows, by: Self.person) {
        let columns = Self.wordColumns + Self.amountColumns
        let before = rows.map { row in columns.map { Self.shown(row, $0) } }
        let now = (found[person] ?? []).map { row in columns.map { row[$0] ?? "" } }
        #expect(Self.sorted(now) == Self.sorted(before), "\(person)")
      }
    }

    @Test("intervals have the bounds worked out, where they are not the policy's")
    func intervalsAgree() throws {
      for row in expected.rows {
        let result = try #require(screened(row))
        let household = result.household
        let figures = [
          ("disposable_income_yuan", household.disposable),
          ("support_received_yuan", household.support),
          ("rigid_expenditure_yuan", household.expenditure),
          ("per_capita_disposable_yuan_month", household.perCapitaDisposable),
        ]
        for (column, figure) in figures {
          let (low, high) = try Self.ends(of: row[column])
          #expect(low == figure.low, "\(row) \(column)")
          if let high { #expect(high == figure.high, "\(row) \(column)") }
        }
      }
    }

    @Test("the rules that do not apply are the ones worked out")
    func notApplicableRulesAgree() throws {
      for row in expected.rows {
        let result = try #require(screened(row))
        let rules = result.decisions.filter { $0.outcome == .notApplicable && $0.mode == .on }
          .map(\.rule.rawValue)
        #expect(rules.joined(separator: ";") == row["not_applicable_rules"], "\(row)")
      }
    }

    private func screened(_ row: [String: String]) -> ScreeningResult? {
      run.result.cases.first { result in
        let application = result.application
        return application.unit.code == row["unit_code"]
          && (application.applicationNumber ?? "") == row["application_number"]
          && Self.folded(application.applicantName?.original) == row["applicant_name"]
      }
    }

    /// Both ends of `a..b`, of `a..`, or of a figure that is known.
    private static func ends(of text: String?) throws -> (low: Money, high: Money?) {
      let words = try #require(text).split(separator: "..", omittingEmptySubsequences: false)
      let low = try #require(Money(decimalYuan: String(words[0])))
      return (low, Money(decimalYuan: String(words[words.count - 1])))
    }

    private static let wordColumns = [
      "outcome", "failed_rules", "unknown_rules", "household_size", "hardship_type",
    ]

    private static let amountColumns = [
      "disposable_income_yuan", "support_received_yuan", "rigid_expenditure_yuan",
      "per_capita_disposable_yuan_month", "per_capita_actual_low", "threshold_yuan_month",
    ]

    /// An expected cell as the roster shows it: an interval leaves its cell empty.
    private static func shown(_ row: [String: String], _ column: String) -> String {
      let text = row[column] ?? ""
      if text.contains("..") { return "" }
      guard amountColumns.contains(column) else { return text }
      return Money(decimalYuan: text)?.description ?? text
    }

    private static func person(_ row: [String: String]) -> String {
      "\(row["unit_code"] ?? "") \(folded(row["applicant_name"]))"
    }

    private static func folded(_ name: String?) -> String {
      (name ?? "").filter { !$0.isWhitespace }.replacing("・", with: "·")
    }

    private static func sorted(_ rows: [[String]]) -> [[String]] {
      rows.sorted { $0.lexicographicallyPrecedes($1) }
    }
  }
}
