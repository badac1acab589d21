import ArgumentParser
import Pipeline
import Reporting

/// `bangfu policy show`: every value in force on a day, with its source.
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show every value in force on a day; exit 4 where none is, or the line is missing.")

  @Option(name: .customLong("on"), help: "The day, yyyy-mm-dd.")
  var day: String

  @Option(help: "The policy file; left out: the pipeline file's own.")
  var policy: String?

  @Option(help: "The pipeline file whose forms the policy's words are held against.")
  var pipeline = "pipelines/annual-intake.yaml"

  @Option(help: "The language: zh-Hans or en.")
  var language: LanguageArgument = .simplifiedChinese

  func run() throws {
    let shown: ShownPolicy
    do throws(RunFailure) {
      shown = try shownPolicy(on: day, policy: policy, as: RunRequest(pipeline: pipeline))
    } catch {
      printError(error.words(in: language.language))
      throw ExitCode(error.exitCode)
    }
    for line in shown.lines(in: language.language) { print(line) }
    throw ExitCode(shown.exitCode)
  }
}
