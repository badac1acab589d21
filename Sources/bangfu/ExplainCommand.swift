import ArgumentParser
import Pipeline
import Reporting

/// `bangfu explain`: why a case ended as it did, with every figure and its cells.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a case: each rule, every figure down to its cells, what is open.",
    discussion: """
      For the office's panel only: it shows names, the distance to the line and what would turn the \
      case. The worksheet is made again from the filing that the registry keeps and held against \
      the digest in the run's roster.
      """)

  @Argument(help: "The case, such as 2015-U03-KQWZTR.")
  var caseID: String

  @Option(
    name: .customLong("run"),
    help: "The run: its folder or its identifier; otherwise the newest one.")
  var folder: String?

  @Option(help: "How many columns a line may take, from 80 to 200.")
  var columns = 96

  @OptionGroup var options: RegistryOptions

  func validate() throws {
    guard (80...200).contains(columns) else {
      throw ValidationError("--columns must be from 80 to 200.")
    }
  }

  func run() throws {
    let explained = try options.reporting { () throws(RunFailure) in
      try explainedCase(caseID, run: folder, as: options.request)
    }
    for line in lines(explaining: explained, in: options.language.language, columns: columns) {
      print(line)
    }
  }
}
