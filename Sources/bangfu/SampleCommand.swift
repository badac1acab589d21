import ArgumentParser
import SampleData

/// `bangfu sample`: a synthetic round of any size with the truth about it.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract:
      "Write a synthetic round: DIR/submissions, the earlier rounds DIR/earlier, and DIR/truth.")

  @Option(help: "The number of submitting units.")
  var units: Int?

  @Option(help: "The number of applications over all units.")
  var applications: Int?

  @Option(help: "The seed; the same request gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: "The formats, separated by commas, such as csv,gb18030,spreadsheetML.")
  var formats: String?

  @Option(help: "The folder to write; it must not hold a sample yet.")
  var output: String

  func run() throws {
    let chosen = try self.chosenFormats()
    let request =
      switch (units, applications) {
      case (let units?, let applications):
        SampleRequest(
          units: units, applications: applications, seed: seed, formats: chosen)
      case (nil, let applications?):
        SampleRequest(applications: applications, seed: seed, formats: chosen)
      case (nil, nil):
        throw ValidationError("Give --units or --applications.")
      }
    do throws(SampleError) {
      try writeSample(request, to: output)
    } catch {
      printError(error.description)
      throw ExitCode(6)
    }
  }

  private func chosenFormats() throws -> [SampleFormat] {
    guard let formats else { return SampleFormat.allCases }
    return try formats.split(separator: ",").map { name in
      guard let format = SampleFormat(rawValue: String(name)) else {
        let known = SampleFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no format “\(name)”; known are \(known).")
      }
      return format
    }
  }
}
