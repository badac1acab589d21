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

  @Option(help: "How many files and units are worked on at once.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .customLong("no-dossiers"), help: "Write no dossiers.")
  var noDossiers = false

  @Flag(help: "Exit with 1 also for any error or undetermined case.")
  var strict = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Option(help: "The language of messages and pages: zh-Hans or en.")
  var language: LanguageArgument?

  func run() async throws {
    let request = RunRequest(
      pipeline: pipeline, input: input, output: output, registry: registry, asOf: asOf,
      earlierRounds: earlierRounds, jobs: jobs, writesDossiers: !noDossiers,
      language: language.map(\.language))
    let summary: RunSummary
    do throws(RunFailure) {
      let line = quiet ? nil : ProgressLine(language: language ?? .simplifiedChinese)
      defer { line?.clear() }
      let listener: RunProgress.Listener = { progress in line?.show(progress) }
      summary = try await Pipeline.run(request, progress: listener)
    } catch {
      printError(error.words(in: request.language ?? .simplifiedChinese))
      throw ExitCode(error.exitCode)
    }
    if !quiet {
      for line in summary.lines(in: request.language ?? summary.language) { print(line) }
    }
    throw ExitCode(summary.exitCode(isStrict: strict))
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
