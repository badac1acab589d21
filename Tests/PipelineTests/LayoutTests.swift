import Casework
import Foundation
import Intake
import Testing

@testable import Pipeline

/// Two invented households in every layout units are known to use, read from file to figures;
/// `scripts/make-layouts.py` makes the files again, `RECORD=1` the expected cells.
@Suite("Every layout comes out with its records, cells and figures (issue 6)")
struct LayoutTests {
  static let folder = repository + "/Tests/PipelineTests/Layouts"

  static var names: [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      return ["\(error)"]
    }
  }

  private func read(_ name: String) async throws -> RoundResult {
    let output = try TemporaryFolder()
    defer { output.remove() }
    return try await screened(
      SampleRun.request(input: "\(Self.folder)/\(name)/round", output: output.path + "/output"))
  }

  @Test("the figures are those the script knows, and every row has its class", arguments: names)
  func figures(name: String) async throws {
    let result = try await read(name)
    let lines = result.cases.map { result in
      let household = result.household
      let name = result.application.applicantName?.original ?? "?"
      let yuan = [household.disposable, household.expenditure].map { amount in
        amount.exact.map { "\($0.fen / 100)" } ?? amount.description
      }
      let size = Set([household.size.lowerBound, household.size.upperBound]).sorted()
      return
        "\(name),\(size.map(String.init).joined(separator: "-")),\(yuan.joined(separator: ","))"
    }
    let expected = try String(contentsOfFile: "\(Self.folder)/\(name)/figures.csv", encoding: .utf8)
      .split(separator: "\n").dropFirst().map(String.init)
    // What the program cannot place it must say, and no more than the script knows of.
    #expect(lines.sorted() == expected.filter { !$0.hasPrefix("error ") }.sorted())
    #expect(result.balance.isBalanced)
    let errors = result.findings.filter { $0.severity == .error }
    #expect(
      errors.map { "error \($0.code.rawValue)" } == expected.filter { $0.hasPrefix("error ") })
  }

  @Test("records, cells and findings are as recorded", arguments: names)
  func cells(name: String) async throws {
    let result = try await read(name)
    var lines = ["form,cell,field,value"]
    // Case identifiers depend on a key made for the run; places do not.
    let applications = result.cases.map(\.application)
      .sorted { $0.record.location < $1.record.location }
    for application in applications {
      for row in application.rows {
        for (field, value) in row.stated {
          lines.append(
            "\(row.form.rawValue),\(row.cell(of: field).cell),\(field.rawValue),"
              + (value.map(Self.words) ?? "?"))
        }
      }
    }
    lines += result.findings.map { finding in
      "finding,\(finding.location?.cell ?? ""),\(finding.field?.rawValue ?? ""),"
        + finding.code.rawValue
    }
    let classes = RowClass.allCases.compactMap { kind in
      result.balance.rows[kind].map { "rows,,\(kind.rawValue),\($0)" }
    }
    let text = (lines + classes).joined(separator: "\n") + "\n"
    let path = "\(Self.folder)/\(name)/expected.csv"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.split(separator: "\n") == expected.split(separator: "\n"))
  }

  private static func words(_ value: FieldValue) -> String {
    switch value {
    case .text(let text), .choice(let text): text.replacing("\n", with: " ")
    case .name(let name): name.original
    case .identity(let statement): statement.survivingDigits
    case .date(let date): date.description
    case .year(let year): "\(year)"
    case .money(let amount): "\(amount.amount)/\(amount.period?.rawValue ?? "")"
    case .count(let count): "\(count)"
    case .rate(let rate): "\(rate)"
    case .flag(let flag): flag ? "是" : "否"
    }
  }
}
