import Casework
import Registry
import Testing

@testable import Pipeline

/// One run of the sample round, shared by the tests that look at what it published.
struct SampleRun: Sendable {
  static let input = repository + "/samples/round-2015"
  static let pipeline = repository + "/pipelines/annual-intake.yaml"
  @TaskLocal static var current: SampleRun?

  let folder: TemporaryFolder
  /// The published run directory.
  let path: String
  let summary: RunSummary
  /// What the files were written from.
  let result: RoundResult

  init() async throws {
    folder = try TemporaryFolder()
    let request = Self.request(output: folder.path + "/output")
    summary = try await run(request)
    path = summary.path
    result = try await screened(request)
  }

  static func request(
    pipeline: String = pipeline, input: String? = nil, output: String, jobs: Int = 2
  ) -> RunRequest {
    RunRequest(
      pipeline: pipeline, input: input, output: output,
      registry: output + ".registry/registry.sqlite", jobs: jobs)
  }

  func table(_ name: String) throws -> Table { try Table(path + "/" + name) }
}

/// A round's result without a published run.
func screened(_ request: RunRequest) async throws -> RoundResult {
  let definition = try PipelineDefinition(request)
  let folder = try InputFolder(definition.input)
  let identifiers = try CaseIdentifiers(
    input: definition.input, registryKey: definition.caseKey)
  let identity = RunIdentity(
    definition, folder: folder, identifiers: identifiers, registry: .none)
  return try await screenedRound(
    folder, under: definition, identifiers: identifiers, identity: identity
  ).result
}

/// Runs the sample round once for a whole suite.
struct SampleRunTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let run = try await SampleRun()
    try await SampleRun.$current.withValue(run) { try await function() }
    run.folder.remove()
  }
}

extension Trait where Self == SampleRunTrait {
  /// The tests of the suite read `SampleRun.current`.
  static var sampleRun: Self { SampleRunTrait() }
}

/// Tests of one run of the sample round; the suites inside share it.
@Suite("The sample round", .sampleRun) enum SampleRound {}
