import ArgumentParser
import Pipeline
import Reporting

/// `bangfu compare`: why cases ended otherwise in one run than in another.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say why cases ended otherwise in one run than in another.",
    discussion: """
      Each difference has one cause: input, parameter, rule, verdict or time, found by repeating \
      the first screening with one thing of the second in its place.
      """)

  @Argument(help: "The first run: its folder or its identifier.")
  var first: String

  @Argument(help: "The second run.")
  var second: String

  @Option(help: "A file to write the differences to, with the columns of changes.csv.")
  var output: String?

  @OptionGroup var options: RegistryOptions

  func run() throws {
    let comparison = try options.reporting { () throws(RunFailure) in
      let comparison = try compareRuns(first, second, as: options.request)
      if let output { try writeFile(comparison.csv, to: output) }
      return comparison
    }
    for line in comparison.lines(in: options.language.language) { print(line) }
  }
}
