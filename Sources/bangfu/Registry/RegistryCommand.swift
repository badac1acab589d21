import ArgumentParser
import Foundation
import Pipeline
import Reporting

/// `bangfu registry`: what the office records between the rounds.
struct RegistryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registry",
    abstract: "Record what people decide, and look after the registry.",
    subcommands: [
      RegistryStatusCommand.self, RegistryImportCommand.self, RegistryBackupCommand.self,
      RegistryRestoreCommand.self, RegistryVerifyCommand.self, RegistryExportCommand.self,
      RegistryPruneCommand.self,
    ])
}

/// The options that every registry command has.
struct RegistryOptions: ParsableArguments {
  @Option(help: "The registry, instead of the pipeline file's.")
  var registry: String?

  @Option(help: "The pipeline file that names the forms, the policy and the registry.")
  var pipeline = "pipelines/annual-intake.yaml"

  @Option(name: .customLong("as-of"), help: "The day of the command, yyyy-mm-dd; today otherwise.")
  var asOf: String?

  @Option(help: "How many seconds to wait for another run to release the registry.")
  var wait = 0

  @Option(help: "The language of messages: zh-Hans or en.")
  var language: LanguageArgument = .simplifiedChinese

  /// The request that the functions of the pipeline take.
  var request: RunRequest {
    var request = RunRequest(
      pipeline: pipeline, registry: registry, asOf: asOf ?? today, language: language.language)
    request.waitSeconds = wait
    return request
  }

  /// Runs what can fail for a reason that people can mend, and says it.
  func reporting<Value>(_ body: () throws(RunFailure) -> Value) throws -> Value {
    do throws(RunFailure) {
      return try body()
    } catch {
      printError(error.words(in: language.language))
      throw ExitCode(error.exitCode)
    }
  }
}

/// The current day of this machine's time zone, yyyy-mm-dd; the only place that asks the clock.
var today: String {
  var now = time(nil)
  var parts = tm()
  localtime_r(&now, &parts)
  func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + "\(number)" }
  return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
}
