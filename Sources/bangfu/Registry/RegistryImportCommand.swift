import ArgumentParser
import Pipeline

/// `bangfu registry import`: the office's forms into the registry, in one transaction.
struct RegistryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Record forms of the office; exit 1 when a row is refused.",
    discussion: """
      Verifications, proposals, notices, objections, events, decisions, disbursements, visits,
      donations, allocations, adjudications and feedback, in any order: rows are taken in order of
      their days. The same file twice changes nothing. Refused rows come back in return sheets.
      """)

  @Argument(help: "The files.")
  var files: [String]

  @Option(help: "The folder of the return sheets; otherwise returns beside the registry.")
  var returns: String?

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @OptionGroup var options: RegistryOptions

  func run() throws {
    let summary = try options.reporting { () throws(RunFailure) in
      try importOfficeFiles(files, as: options.request, returns: returns)
    }
    if !quiet || summary.exitCode != 0 {
      for line in summary.lines(in: options.language.language) { print(line) }
    }
    throw ExitCode(summary.exitCode)
  }
}
