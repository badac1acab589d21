import ArgumentParser
import Pipeline
import Reporting

/// `bangfu template`: a blank form to hand to units.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Write a blank form: XLSX with drop-down lists, or CSV.")

  @Argument(help: "The form, such as applications or 申报表; all for a workbook of a unit's forms.")
  var form: String

  @Option(help: "The file to write, ending in .xlsx or .csv.")
  var output: String

  @Option(help: "The pipeline file whose forms are used.")
  var pipeline = "pipelines/annual-intake.yaml"

  @Option(help: "The language of messages: zh-Hans or en.")
  var language: LanguageArgument = .simplifiedChinese

  func run() throws {
    do throws(RunFailure) {
      try writeTemplate(of: form, to: output, as: RunRequest(pipeline: pipeline))
    } catch {
      printError(error.words(in: language.language))
      throw ExitCode(error.exitCode)
    }
    print(output)
  }
}
