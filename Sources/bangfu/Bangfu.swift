import ArgumentParser

/// The command `bangfu`: one subcommand per task of the office.
@main
struct Bangfu: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bangfu",
    abstract: "帮扶: from unit submissions to screened cases, dossiers and statistics.",
    version: toolVersionText,
    subcommands: [RunCommand.self, CheckCommand.self, CellsCommand.self, SampleCommand.self])
}
