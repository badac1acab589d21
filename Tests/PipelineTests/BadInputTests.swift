import Foundation
import Reporting
import Testing

@testable import Pipeline

/// Bad rounds: each with the contract's exit code, a message, and nothing half-published.
@Suite("Bad input")
struct BadInputTests {
  private static let good = "州好表格中心"
  private static let bad = "州坏表格中心"

  @Test(
    "one bad unit is set aside, the good one is published, exit 1",
    arguments: [
      ("truncated-xml", "file.truncated-xml"), ("entity-bomb", "file.document-type-refused"),
      ("binary-csv", "file.binary"), ("unit-not-in-roster", "unit.not-in-roster"),
    ])
  func oneBadUnit(story: String, code: String) async throws {
    let round = try BadRound(story)
    let summary = try await round.summary()
    #expect(summary.quarantinedUnits == [Self.bad])
    #expect(summary.applications == 1)
    #expect(summary.outcomes == ["eligible": 1])
    #expect(summary.exitCode(isStrict: false) == 1)
    let problems = try Table(round.output + "/latest/problems.csv").rows
    let problem = try #require(problems.first { $0["code"] == code })
    #expect(problem["severity"] == "error")
    #expect(problem["source_file"]?.hasPrefix(Self.bad) == true)
    #expect(problem["message"] != "" && problem["hint"] != "")
  }

  @Test("a folder without files, and one that is not there, exit 3")
  func noFiles() async throws {
    var round = try BadRound()
    #expect(try await round.failure() == .nothingUsable(input: round.input, reason: .noFiles))
    round.input += "/absent"
    #expect(try await round.failure() == .nothingUsable(input: round.input, reason: .noFolder))
    #expect(try await round.failure().exitCode == 3)
  }

  @Test("a round without a roster exits 3 and says what a roster is")
  func noRoster() async throws {
    let failure = try await BadRound("no-roster").failure()
    #expect(failure.exitCode == 3)
    #expect(failure.inChinese.contains("单位代码"))
    #expect(failure.inEnglish.contains("roster"))
  }

  @Test("where no file is usable, exit 3 and the message lists why")
  func nothingUsable() async throws {
    let unknownForm = try await BadRound("unknown-form").failure()
    #expect(unknownForm.exitCode == 3)
    #expect(unknownForm.inChinese.contains("州坏表格中心/台账.csv"))

    let allBad = try BadRound("binary-csv")
    try allBad.folder.write([0x89, 0x50, 0x4E, 0x47, 0, 1, 2], to: "round/\(Self.good)/申报表.csv")
    let failure = try await allBad.failure()
    #expect(failure.exitCode == 3)
    for unit in [Self.good, Self.bad] {
      #expect(failure.inChinese.contains("\(unit)/申报表.csv"))
      #expect(failure.inEnglish.contains("\(unit)/申报表.csv"))
    }
  }

  @Test("a roster that cannot be read is named as the reason why there is none")
  func brokenRoster() async throws {
    let round = try BadRound("binary-csv")
    try round.folder.write([0xFF, 0xD8, 0xFF, 0xE0], to: "round/单位名册.csv")
    let failure = try await round.failure()
    #expect(failure.exitCode == 3)
    #expect(failure.inChinese.contains("单位名册.csv"))
  }

  @Test("a link that leads nowhere, to a folder or to a pipe sets its unit aside")
  func unreadableFiles() async throws {
    let round = try BadRound("unit-not-in-roster")
    let unit = round.input + "/" + Self.good
    for (name, target) in [("断.csv", "/nowhere/申报表.csv"), ("目录.csv", "/"), ("管道.csv", "管道")] {
      try FileManager.default.createSymbolicLink(
        atPath: unit + "/" + name, withDestinationPath: target)
    }
    #expect(mkfifo(unit + "/管道", 0o600) == 0)
    let failure = try await round.failure()
    #expect(failure.exitCode == 3)
    for name in ["断.csv", "目录.csv", "管道.csv"] {
      #expect(failure.inChinese.contains("\(Self.good)/\(name)"))
    }
  }

  @Test("a folder named like a file is a folder, and what lies in it belongs to its unit")
  func folderNamedLikeFile() async throws {
    let round = try BadRound("unit-not-in-roster")
    let name = "/\(Self.good)/申报表.csv"
    let content = try bytes(of: round.input + name)
    try FileManager.default.removeItem(atPath: round.input + name)
    try round.folder.write(content, to: "round\(name)/内.csv")
    #expect(try await round.summary().applications == 1)
  }

  @Test("a bad file beside the units' folders is set aside too: exit 1")
  func badFileBesideFolders() async throws {
    let round = try BadRound("unit-not-in-roster")
    try FileManager.default.removeItem(atPath: round.input + "/" + Self.bad)
    #expect(try await round.summary().exitCode(isStrict: false) == 0)
    try round.folder.write([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], to: "round/补报.csv")
    let summary = try await run(round.request)
    #expect(summary.quarantinedFiles == ["补报.csv"])
    #expect(summary.exitCode(isStrict: false) == 1)
    #expect(summary.lines(in: .simplifiedChinese).contains { $0.contains("补报.csv") })
  }

  @Test("strict exits 1 for an undetermined case as well")
  func strict() async throws {
    let round = try BadRound("unit-not-in-roster")
    try FileManager.default.removeItem(atPath: round.input + "/" + Self.bad)
    let clean = try await round.summary()
    #expect(clean.exitCode(isStrict: true) == 0)
    let file = round.input + "/\(Self.good)/申报表.csv"
    let text = try text(of: file)
    try round.folder.write(text.replacing("就业人员少", with: ""), to: "round/\(Self.good)/申报表.csv")
    let open = try await run(round.request)
    #expect(open.outcomes == ["undetermined": 1])
    #expect(open.exitCode(isStrict: false) == 0)
    #expect(open.exitCode(isStrict: true) == 1)
  }

  @Test("an output that cannot be written exits 6", arguments: ["文件", "文件/下级", "/proc/x"])
  func unwritableOutput(_ name: String) async throws {
    var round = try BadRound("unit-not-in-roster")
    try round.folder.write("kept", to: "文件")
    round.output = name.hasPrefix("/") ? name : round.folder.path + "/" + name
    let failure = try await round.failure()
    #expect(failure.exitCode == 6)
    #expect(failure.inChinese.contains("没有发布任何结果"))
    #expect(try text(of: round.folder.path + "/文件") == "kept")
  }

  @Test("what an earlier attempt left in the staging folder is removed")
  func staleStaging() async throws {
    let round = try BadRound("unit-not-in-roster")
    let runID = try await round.summary().runID
    try FileManager.default.removeItem(atPath: round.output)
    try round.folder.write("half", to: "output/.staging-\(runID)/roster.csv")
    #expect(try await round.summary().runID == runID)
  }
}
