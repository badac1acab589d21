import ArgumentParser
import Pipeline
import Reporting

/// `bangfu policy test`: the cases beside the policies screened and held against what they state.
struct PolicyTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Screen the cases of *.test.yaml files; exit 1 where something differs.")

  @Argument(help: "The test files; none: all beside the pipeline's policy.")
  var files: [String] = []

  @Option(help: "The pipeline file whose forms read the cases.")
  var pipeline = "pipelines/annual-intake.yaml"

  @Option(help: "The language of messages: zh-Hans or en.")
  var language: LanguageArgument = .simplifiedChinese

  func run() async throws {
    let report: PolicyTestReport
    do throws(RunFailure) {
      report = try await testPolicies(files, as: RunRequest(pipeline: pipeline))
    } catch {
      printError(error.words(in: language.language))
      throw ExitCode(error.exitCode)
    }
    let lines = report.lines(in: language.language)
    for line in lines.dropLast() { printError(line) }
    if let closing = lines.last { print(closing) }
    throw ExitCode(report.exitCode)
  }
}
