import Casework
import SampleData
import Testing

@testable import Pipeline

/// Generated rounds in every format against the truth that their generator states.
@Suite("Generated rounds come out as their generator knows them")
struct GeneratedTruthTests {
  @Test("every application, figure, outcome, slip and exact duplicate", arguments: [11, 12, 13])
  func roundIsAsTheTruthSays(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let sample = folder.path + "/sample"
    try writeSample(SampleRequest(units: 16, seed: seed), to: sample)
    let summary = try await run(
      RunRequest(
        pipeline: SampleRun.pipeline, input: sample + "/submissions",
        output: folder.path + "/output", registry: folder.path + "/registry/registry.sqlite",
        earlierRounds: sample + "/earlier", writesDossiers: false))
    let run = GeneratedRun(truth: sample + "/truth", published: summary.path)
    try run.expectApplications()
    try run.expectSlips()
    try run.expectDuplicates()
    try run.expectFewOtherProblems()
  }
}

/// A generated round's truth beside what the run published about it.
private struct GeneratedRun {
  let truth: String
  let published: String

  /// Every application is found at its row; undamaged ones to the fen, with outcome and rules.
  func expectApplications() throws {
    let roster = Dictionary(grouping: try Table(published + "/roster.csv").rows, by: Self.place)
    let expected = try Table(truth + "/applications.csv").rows
    #expect(roster.count == expected.count)
    for row in expected {
      let found = try #require(roster[Self.place(row)]?.first, "\(Self.place(row))")
      guard row["damaged"] == "0" else { continue }
      for column in [
        "household_size", "outcome", "failed_rules", "unknown_rules", "hardship_type",
      ] {
        #expect(found[column] == row[column], "\(Self.place(row)) \(column)")
      }
      for (column, fen) in [
        ("disposable_income_yuan", "disposable_income_fen"),
        ("support_received_yuan", "support_fen"),
        ("rigid_expenditure_yuan", "rigid_expenditure_fen"),
      ] {
        guard let amount = row[fen].flatMap(Int64.init) else { continue }
        #expect(found[column] == Money(fen: amount).description, "\(Self.place(row)) \(column)")
      }
    }
  }

  /// Every slip is reported at its cell.
  func expectSlips() throws {
    let reported = try problemCells()
    for slip in try Table(truth + "/slips.csv").rows {
      #expect(reported.contains(Self.cell(slip)), "\(slip)")
    }
  }

  /// Every exact pair, inside the round or with an earlier one, is listed with its kind, and no
  /// other.
  func expectDuplicates() throws {
    let numbers = try applicationNumbers()
    let expected = try Table(truth + "/duplicates.csv").rows.map { pair in
      let known = ["application_a", "application_b"].compactMap { pair[$0] }
      return [pair["kind"] ?? ""] + known.filter { !$0.hasPrefix("earlier-") }.sorted()
    }
    let found = try Table(published + "/duplicates/pairs.csv").rows.map { pair in
      let known = ["case_id_a", "case_id_b"].compactMap { pair[$0] }.compactMap { numbers[$0] }
      return [pair["kind"] ?? ""] + known.sorted()
    }
    let words = { (pairs: [[String]]) in pairs.map { $0.joined(separator: " ") }.sorted() }
    #expect(words(found) == words(expected))
    #expect(Set(expected.map { $0[0] }).isSuperset(of: ["renewal", "tooSoon"]))
  }

  /// The application number of every case of the round by its case id.
  private func applicationNumbers() throws -> [String: String] {
    let expected = try Table(truth + "/applications.csv").rows
    let numbers = Dictionary(grouping: expected, by: Self.place)
    return Dictionary(
      try Table(published + "/roster.csv").rows.compactMap { row in
        guard let number = numbers[Self.place(row)]?.first?["application_number"],
          let id = row["case_id"]
        else { return nil }
        return (id, number)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Fewer than one further error or warning in five applications.
  func expectFewOtherProblems() throws {
    let slips = Set(try Table(truth + "/slips.csv").rows.map(Self.cell))
    let others = try Table(published + "/problems.csv").rows.filter {
      $0["severity"] != "note" && !slips.contains(Self.cell($0))
    }
    let applications = try Table(truth + "/applications.csv").rows.count
    #expect(others.count * 5 < applications)
  }

  private func problemCells() throws -> Set<[String]> {
    Set(try Table(published + "/problems.csv").rows.map(Self.cell))
  }

  private static func cell(_ row: [String: String]) -> [String] {
    ["source_file", "source_sheet", "cell"].map { row[$0] ?? "" }
  }

  private static func place(_ row: [String: String]) -> [String] {
    ["source_file", "source_sheet", "source_row"].map { row[$0] ?? "" }
  }
}
