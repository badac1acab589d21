import Casework
import Foundation
import Registry
import Reporting
import Testing

@testable import Pipeline

@Suite("What stopped runs leave behind")
struct StoppedRunTests {
  private let round: BadRound

  init() throws { round = try BadRound("unit-not-in-roster") }

  @Test("a run that was recorded and not published is published by the next run, as it was")
  func recorded() async throws {
    let first = try await round.summary()
    let before = try contents(of: first.path)
    try move(first.runID, to: ".staging-" + first.runID)
    try remove("latest")
    let again = try await round.summary()
    #expect(again.isUnchanged && again.runID == first.runID)
    #expect(try contents(of: again.path) == before)
  }

  @Test("another run publishes it too, and points to itself")
  func recordedEarlier() async throws {
    let first = try await round.summary()
    try move(first.runID, to: ".staging-" + first.runID)
    var later = round
    later.asOf = "2015-12-30"
    let second = try await run(later.request)
    #expect(try names() == [first.runID, second.runID, "latest"].sorted())
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: round.output + "/latest")
        == second.runID)
  }

  @Test("what was not recorded goes, whole or not, with links that lead nowhere")
  func notRecorded() async throws {
    let first = try await round.summary()
    try FileManager.default.copyItem(
      atPath: first.path, toPath: round.output + "/.staging-2015-2015-12-31-00000000")
    try round.folder.write("half", to: "output/.staging-2014/dossiers/x.html")
    symlink("nowhere", round.output + "/.latest-2014")
    _ = try await round.summary()
  }

  @Test("a folder that another run is writing to is left alone")
  func held() async throws {
    try round.folder.write("half", to: "output/.staging-2014/roster.csv")
    let hold = try #require(FolderLock(round.output + "/.staging-2014"))
    let summary = try await run(round.request)
    #expect(try names() == [".staging-2014", summary.runID, "latest"])
    hold.release()
    _ = try await round.summary()
  }

  @Test("a folder without a record of its run in its place is no run: the staged one takes no harm")
  func recordLost() async throws {
    let first = try await round.summary()
    try remove(first.runID + "/run.json")
    let failure = try await #require(throws: RunFailure.self) { _ = try await run(round.request) }
    #expect(failure.exitCode == 6)
    #expect(failure.inEnglish.contains("output"))
  }

  @Test("the input of an earlier run brought back makes that run the newest one again")
  func broughtBack() async throws {
    let first = try await round.summary()
    var later = round
    later.asOf = "2015-12-30"
    _ = try await run(later.request)
    let again = try await run(round.request)
    #expect(again.runID == first.runID && !again.isUnchanged)
    #expect(try await run(round.request).isUnchanged)
    let registry = try RegistryFile(round.folder.path + "/registry/registry.sqlite")
    #expect(try registry.isNewestRun(first.runID))
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: round.output).sorted()
  }

  private func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(
      atPath: round.output + "/" + name, toPath: round.output + "/" + other)
  }

  private func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: round.output + "/" + name)
  }

  private func contents(of folder: String) throws -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: try files(below: folder).map { ($0, try bytes(of: folder + "/" + $0)) })
  }
}
