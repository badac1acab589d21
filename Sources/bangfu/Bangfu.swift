import ArgumentParser
import Foundation

/// The command `bangfu`: one subcommand per task of the office.
@main
struct Bangfu: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bangfu",
    abstract: "帮扶: from unit submissions to screened cases, dossiers and statistics.",
    version: toolVersionText,
    subcommands: [
      RunCommand.self, CheckCommand.self, TemplateCommand.self, CellsCommand.self,
      SampleCommand.self, ExplainCommand.self, CompareCommand.self, RegistryCommand.self,
      PolicyCommand.self, SimulateCommand.self,
    ])

  /// Ends with 2 for wrong usage (contract §5); the library's own code for it is 64.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      printError(fullMessage(for: error))
      Foundation.exit(2)
    }
  }
}
