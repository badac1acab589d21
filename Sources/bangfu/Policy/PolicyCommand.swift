import ArgumentParser
import Pipeline
import Reporting

/// `bangfu policy`: the programme's rules as data.
struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Show and test policies.",
    subcommands: [PolicyShowCommand.self, PolicyTestCommand.self])
}
