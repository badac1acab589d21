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

  @Option(help: "Write what was found as one HTML page, too.")
  var html: String?

  @Option(help: "The language of messages: zh-Hans or en.")
  var language: LanguageArgument = .simplifiedChinese

  func run() async throws {
    let listing: CheckListing
    do throws(RunFailure) {
      listing = try await check(
        files, as: RunRequest(pipeline: pipeline, asOf: asOf, language: language.language))
      if let html { try writeCheckPage(listing, in: language.language, to: html) }
    } catch {
      printError(error.words(in: language.language))
      throw ExitCode(error.exitCode)
    }
    for line in listing.lines(in: language.language) { print(line) }
    throw ExitCode(listing.errorCount > 0 ? 1 : 0)
  }
}
