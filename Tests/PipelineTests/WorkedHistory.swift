import Foundation
import Pipeline
import Testing

/// The worked history run once from its first intake to its last report, for the tests that count.
struct WorkedHistory: Sendable {
  static let source = repository + "/samples/history-2013-2015"
  static let years = ["2013", "2014", "2015"]
  @TaskLocal static var current: WorkedHistory?

  let folder: TemporaryFolder
  /// What each year's intake came to.
  private(set) var intakes: [String: RunSummary] = [:]
  /// What became of each year's forms.
  private(set) var imports: [String: ImportSummary] = [:]
  /// Each year's annual report.
  private(set) var reports: [String: String] = [:]

  init() async throws {
    folder = try TemporaryFolder()
    for year in Self.years {
      intakes[year] = try await run(request("intake-\(year)"))
      let forms = try files(below: Self.source + "/office/" + year)
      imports[year] = try record(forms.map { "\(year)/\($0)" }, on: "\(year)-12-31")
      _ = try await rescreen(request("rescreen-\(year)"))
      reports[year] = try publishAnnualReport(request("annual-report-\(year)"))
    }
    _ = try exportRegistry(request("intake-2015"), to: folder.path + "/export")
  }

  /// The request of one of the history's pipeline files, in this folder.
  func request(_ name: String) -> RunRequest {
    RunRequest(
      pipeline: "\(Self.source)/\(name).yaml", output: folder.path + "/output",
      registry: folder.path + "/registry/registry.sqlite", writesDossiers: false)
  }

  /// Imports forms of the office by their paths below `office`.
  func record(_ forms: [String], on day: String) throws -> ImportSummary {
    var request = request("intake-2015")
    request.asOf = day
    return try importOfficeFiles(forms.map { "\(Self.source)/office/\($0)" }, as: request)
  }

  /// A table of a year's annual report, of its statistics or its notices.
  func reported(_ table: String, in year: String) throws -> [[String: String]] {
    try Table(#require(reports[year]) + "/\(table).csv").rows
  }

  /// What the re-screening of a year's end puts before the office.
  func followUp(in year: String) throws -> [[String: String]] {
    let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/output")
    let name = try #require(folders.first { $0.hasPrefix("rescreen-\(year)") })
    return try Table("\(folder.path)/output/\(name)/follow-up.csv").rows
  }

  /// A table of the registry as it stood when the history had run.
  func exported(_ name: String) throws -> Table { try Table("\(folder.path)/export/\(name).csv") }
}

/// Runs the history once for a whole suite.
struct WorkedHistoryTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let history = try await WorkedHistory()
    try await WorkedHistory.$current.withValue(history) { try await function() }
    history.folder.remove()
  }
}

extension Trait where Self == WorkedHistoryTrait {
  /// The tests of the suite read `WorkedHistory.current`.
  static var workedHistory: Self { WorkedHistoryTrait() }
}
