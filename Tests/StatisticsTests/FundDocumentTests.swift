import Casework
import Foundation
import TestSupport
import Testing

@testable import Statistics

@Suite("docs/fund.md")
struct FundDocumentTests {
  private static let start = "<!-- tables -->\n"

  /// The page's last part, as the tables themselves say it; `RECORD=1` writes it.
  private func tables() throws -> String {
    let report = try annualReport(of: SampleFund.ledger, year: 2015)
    return annualTables(for: report).map { table in
      let columns = table.columns.map { column in
        let name = column.isKey ? "**`\(column.name)`**" : "`\(column.name)`"
        return "| \(name) | \(column.unit.isEmpty ? "–" : column.unit) | \(column.description) |"
      }
      return """
        ### `\(table.name)`

        \(table.description)

        | column | unit | meaning |
        |---|---|---|

        """
          + columns.joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  @Test("explains every table and column as the data package does")
  func tablesAreExplained() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/fund.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let parts = page.split(separator: Self.start, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data((parts[0] + Self.start + "\n" + tables()).utf8).write(to: file)
      return
    }
    #expect(try "\n" + tables() == parts[1])
  }
}
