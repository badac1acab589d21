import ArgumentParser
import Foundation
import Pipeline
import Reporting

/// `bangfu simulate`: what a reform of the policy would change.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Say what a reform of the policy would change; nothing is changed by it.",
    discussion: """
      Screens the registry's open cases, or those of --input, under the policy as it is, under the \
      reform, and with one thing moved: the line by up to ±5 %, the comparator, the income window, \
      the deductions. For the steering group and the office only.
      """)

  @Argument(help: "The pipeline file, such as pipelines/annual-intake.yaml.")
  var pipeline: String

  @Option(help: "The policy file of the reform; usually one that extends the pipeline's policy.")
  var reform: String

  @Option(help: "A folder of submissions, instead of the registry's cases.")
  var input: String?

  @Option(help: "The folder the simulation is published in, instead of the pipeline file's.")
  var output: String?

  @Option(help: "The registry, instead of the pipeline file's; it is only read.")
  var registry: String?

  @Option(name: .customLong("as-of"), help: "The day of the screenings, yyyy-mm-dd.")
  var asOf: String?

  @Option(help: "How many seconds to wait for another run to release the registry.")
  var wait = 0

  @Option(help: "How many batches of cases are worked on at once.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Option(help: "The language of messages and pages: zh-Hans or en.")
  var language: LanguageArgument?

  func run() async throws {
    var request = RunRequest(
      pipeline: pipeline, input: input, output: output, registry: registry, asOf: asOf,
      jobs: jobs, language: language.map(\.language))
    request.waitSeconds = wait
    request.today = today
    let line = quiet ? nil : ProgressLine(language: language ?? .simplifiedChinese)
    do throws(RunFailure) {
      let summary = try await simulate(request, reform: reform) { line?.show($0) }
      line?.clear()
      if !quiet { summary.lines.forEach { print($0) } }
    } catch {
      line?.clear()
      printError(error.words(in: language?.language ?? .simplifiedChinese))
      throw ExitCode(error.exitCode)
    }
  }
}
