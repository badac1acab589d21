import ArgumentParser
import Foundation
import Pipeline
import Reporting

/// The version as `--version` prints it.
let toolVersionText = toolVersion

/// `bangfu run`: a round from its submissions to a published run directory.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a pipeline: read a round, screen it, publish the results.")

  @Argument(help: "The pipeline file, such as pipelines/annual-intake.yaml.")
  var pipeline: String

  @Option(help: "The folder of submissions, instead of the pipeline file's.")
  var input: String?

  @Option(help: "The folder runs are published in, instead of the pipeline file's.")
  var output: String?

  @Option(help: "The registry; the case-id key lies beside it.")
  var registry: String?

  @Option(name: .customLong("as-of"), help: "The day the round is screened as of, yyyy-mm-dd.")
  var asOf: String?

  @Option(
    name: .customLong("earlier-rounds"),
    help: "A folder with a folder per earlier round, instead of the pipeline file's list.")
  var earlierRounds: String?

  @Option(help: "How many seconds to wait for another run to release the registry.")
  var wait = 0

  @Option(help: "How many files and units are worked on at once.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .customLong("no-dossiers"), help: "Write no dossiers.")
  var noDossiers = false

  @Flag(help: "Exit with 1 also for any error or undetermined case.")
  var strict = false

  @Flag(help: "Publish the round though its problems jumped against the last one.")
  var accept = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Option(help: "The language of messages and pages: zh-Hans or en.")
  var language: LanguageArgument?

  @Flag(name: .customLong("dry-run"), help: "Re-screening: record and publish nothing.")
  var dryRun = false

  func run() async throws {
    let exitCode: Int32?
    do throws(RunFailure) {
      exitCode =
        switch try pipelineKind(of: pipeline) {
        case .rescreen: try await runRescreening()
        case .intake: dryRun ? nil : try await runIntake()
        case .annualReport: dryRun ? nil : try runAnnualReport()
        }
    } catch {
      printError(error.words(in: request.language ?? .simplifiedChinese))
      throw ExitCode(error.exitCode)
    }
    guard let exitCode else { throw ValidationError("--dry-run is for re-screenings only.") }
    throw ExitCode(exitCode)
  }

  private func runIntake() async throws(RunFailure) -> Int32 {
    let request = request
    let summary = try await withProgress { (listener) async throws(RunFailure) in
      try await Pipeline.run(request, progress: listener)
    }
    if !quiet {
      for line in summary.lines(in: request.language ?? summary.language) { print(line) }
    }
    return summary.exitCode(isStrict: strict)
  }

  /// Says nothing where nothing is new, so that an unattended run sends no mail.
  private func runRescreening() async throws(RunFailure) -> Int32 {
    let (request, dryRun) = (request, dryRun)
    let summary = try await withProgress { (listener) async throws(RunFailure) in
      try await rescreen(request, isDryRun: dryRun, progress: listener)
    }
    guard summary.status != .unchanged else { return summary.exitCode }
    if !quiet {
      for line in summary.lines(in: request.language ?? .simplifiedChinese) { print(line) }
    }
    print(summary.machineLine)
    return summary.exitCode
  }

  private func runAnnualReport() throws(RunFailure) -> Int32 {
    let path = try publishAnnualReport(request)
    if !quiet { print(path) }
    return 0
  }

  private func withProgress<Value>(
    _ work: (RunProgress.Listener?) async throws(RunFailure) -> Value
  ) async throws(RunFailure) -> Value {
    let line = quiet ? nil : ProgressLine(language: language ?? .simplifiedChinese)
    defer { line?.clear() }
    return try await work { progress in line?.show(progress) }
  }

  private var request: RunRequest {
    var request = RunRequest(
      pipeline: pipeline, input: input, output: output, registry: registry, asOf: asOf,
      earlierRounds: earlierRounds, jobs: jobs, writesDossiers: !noDossiers,
      language: language.map(\.language))
    request.waitSeconds = wait
    request.accepts = accept
    request.today = today
    return request
  }
}
/// The languages as the command line names them.
enum LanguageArgument: String, ExpressibleByArgument, CaseIterable {
  case simplifiedChinese = "zh-Hans"
  case english = "en"

  var language: Language { self == .english ? .english : .simplifiedChinese }
}

/// Prints to standard error.
func printError(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
