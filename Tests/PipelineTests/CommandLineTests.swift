import Foundation
import Testing

/// The built program itself: exit codes, what it prints and where (contract, section 5).
@Suite("The command line")
struct CommandLineTests {
  struct Ended {
    let code: Int32
    let printed: String
    let complaints: String
  }

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "bad rounds end with the contract's exit codes",
    arguments: [
      ("empty", 3), ("no-roster", 3), ("unknown-form", 3), ("truncated-xml", 1),
      ("entity-bomb", 1), ("binary-csv", 1), ("unit-not-in-roster", 1),
    ])
  func badRounds(story: String, code: Int32) throws {
    let ended = try runRound("--input", repository + "/samples/hostile/" + story)
    #expect(ended.code == code, "\(ended)")
    // What went wrong is said on standard error, what was published on standard output.
    #expect(ended.printed.isEmpty == (code != 1))
    #expect(ended.complaints.isEmpty == (code == 1))
  }

  @Test("the closing summary has at most a dozen lines")
  func summary() throws {
    let ended = try runRound("--no-dossiers")
    #expect(ended.code == 1)
    let lines = ended.printed.split(separator: "\n")
    #expect((5...12).contains(lines.count), "\(ended.printed)")
    #expect(lines.first?.hasPrefix("完成：2015-2015-12-31-") == true)
    #expect(try runRound("--no-dossiers", "--quiet").printed == "")
    let english = try runRound("--no-dossiers", "--language", "en")
    #expect(english.printed.hasPrefix("Done: 2015-2015-12-31-"))
  }

  @Test("a year without a confirmed wage exits 4")
  func unconfirmedYear() throws {
    #expect(try runRound("--as-of", "2031-01-01").code == 4)
    #expect(try runRound("--as-of", "2016-05-01").code == 4)
  }

  @Test("an output that cannot be written exits 6")
  func unwritableOutput() throws {
    let file = try folder.write("", to: "file")
    #expect(try bangfu("run", SampleRun.pipeline, "--output", file).code == 6)
  }

  @Test(
    "wrong usage exits 2 and says what is right",
    arguments: [
      ["run"], ["rum"], ["run", "absent.yaml"], ["run", "--jobs", "many", "x.yaml"],
      ["run", SampleRun.pipeline, "--as-of", "gestern"], ["sample", "--output", "x"],
    ])
  func wrongUsage(_ arguments: [String]) throws {
    let ended = try bangfu(arguments)
    #expect(ended.code == 2, "\(ended)")
    #expect(!ended.complaints.isEmpty && ended.printed.isEmpty)
  }

  @Test("help and version end well", arguments: [["--help"], ["--version"], ["run", "--help"]])
  func help(_ arguments: [String]) throws {
    let ended = try bangfu(arguments)
    #expect(ended.code == 0 && !ended.printed.isEmpty)
  }

  @Test("check exits 1 where something must be corrected, else 0")
  func check() throws {
    let round = repository + "/samples/round-2015"
    let pipeline = ["--pipeline", SampleRun.pipeline]
    let slips = try bangfu(["check", round + "/州河谷水电厂/1申报表.csv"] + pipeline)
    #expect(slips.code == 1)
    let good = repository + "/samples/hostile/no-roster/州好表格中心/申报表.csv"
    #expect(try bangfu(["check", good] + pipeline).code == 0)
    #expect(try bangfu(["check", round + "/无.csv"] + pipeline).code == 1)
  }

  @Test("a registry in the current folder has its key beside it, for its owner's eyes only")
  func keyBesideRegistry() throws {
    let input = repository + "/samples/hostile/unit-not-in-roster"
    let ended = try bangfu(
      "run", SampleRun.pipeline, "--input", input, "--output", "out", "--registry", "r.sqlite")
    #expect(ended.code == 1)
    let key = folder.path + "/case-id.key"
    let rights = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions]
    #expect(rights as? Int == 0o600)
  }

  private func runRound(_ arguments: String...) throws -> Ended {
    let places = ["--output", folder.path + "/out", "--registry", folder.path + "/registry/r"]
    return try bangfu(["run", SampleRun.pipeline] + places + arguments)
  }

  private func bangfu(_ arguments: String...) throws -> Ended { try bangfu(arguments) }

  private func bangfu(_ arguments: [String]) throws -> Ended {
    let (printed, complaints) = (folder.path + "/printed", folder.path + "/complaints")
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appendingPathComponent("bangfu")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = try handle(printed)
    process.standardError = try handle(complaints)
    try process.run()
    process.waitUntilExit()
    return Ended(
      code: process.terminationStatus, printed: try text(of: printed),
      complaints: try text(of: complaints))
  }

  private func handle(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: path))
    return try #require(FileHandle(forWritingAtPath: path))
  }
}
