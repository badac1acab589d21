import ArgumentParser
import Pipeline
import Reporting

/// `bangfu cells`: the tables of a file as the readers see them.
struct CellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells",
    abstract: "Write the tables of a file as the readers see them, one CSV each.")

  @Argument(help: "The table: XLSX, ODS, CSV and the like, SpreadsheetML 2003, HTML or record XML.")
  var file: String

  @Option(help: "The folder to write to.")
  var output: String

  func run() throws {
    do throws(RunFailure) {
      for path in try dumpCells(of: file, to: output) { print(path) }
    } catch {
      printError(error.words(in: .simplifiedChinese))
      throw ExitCode(error.exitCode)
    }
  }
}
