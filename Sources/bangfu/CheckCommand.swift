import ArgumentParser
import Pipeline
import Reporting

/// `bangfu check`: a unit checks its own files before it submits them.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check files before they are submitted; exit 1 when something must be corrected.")

  @Argument(help: "The unit's files.")
  var files: [String]

  @Option(help: "The pipeline file whose forms and day the check uses.")
  var pipeline = "pipelines/annual-intake.yaml"

  @Option(name: .customLong("as-of"), help: "The day the files are checked as of, yyyy-mm-dd.")
  var asOf: String?

  @Option(help: "The language of messages: zh-Hans or en.")
  var language: LanguageArgument = .simplifiedChinese

  func run() async throws {
    let report: CheckReport
    do throws(RunFailure) {
      report = try await check(
        files, as: RunRequest(pipeline: pipeline, asOf: asOf, language: language.language))
    } catch {
      printError(error.words(in: language.language))
      throw ExitCode(error.exitCode)
    }
    for line in report.lines(in: language.language) { print(line) }
    throw ExitCode(report.mustBeCorrected ? 1 : 0)
  }
}
