import Casework
import Foundation
import Registry
import Reporting
import Testing

@testable import Pipeline

@Suite("The registry's words and files")
struct RegistryWordsTests {
  @Test(
    "every trouble is told in both languages: what, where, what to do",
    arguments: RegistryError.Code.allCases)
  func words(code: RegistryError.Code) {
    let failure = RunFailure.registry(
      RegistryError(code, path: "/fund/a/../registry.sqlite", detail: "2015-01-01"))
    let (chinese, english) = (failure.inChinese, failure.inEnglish)
    #expect(chinese != english && chinese.hasSuffix("。") && english.hasSuffix("."))
    if code != .clockSetBack {
      #expect(
        chinese.contains("/fund/registry.sqlite") && english.contains("/fund/registry.sqlite"))
    }
    let expected: Int32 = code == .unwritable ? 6 : code == .unknown ? 2 : 5
    #expect(failure.exitCode == expected)
  }

  @Test("a key that somebody made first stays")
  func keyOnce() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/key"
    try makeFileOnce(Array("first".utf8), at: path)
    try makeFileOnce(Array("second".utf8), at: path)
    #expect(try text(of: path) == "first")
    #expect(try files(below: folder.path) == ["key"])
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
  }
}

@Suite("Imports that go wrong")
struct ImportTroubleTests {
  private let copy: DefinitionCopy

  init() throws { copy = try DefinitionCopy() }

  private var request: RunRequest {
    RunRequest(
      pipeline: copy.pipeline, output: copy.output,
      registry: copy.folder.path + "/r/registry.sqlite", jobs: 2, writesDossiers: false)
  }

  @Test("figures that no confirmed line can be found for stop the import, and nothing is damaged")
  func unconfirmedYear() async throws {
    let summary = try await run(request)
    let roster = try Table(summary.path + "/roster.csv")
    let caseID = try #require(roster.rows.first { $0["outcome"] == "eligible" }?["case_id"])
    let file = try copy.folder.write(
      "个案编号,核实日期,核实家庭年收入,结论\n\(caseID),2016-01-05,99999,有出入\n", to: "v.csv")
    // The line of the year of application is taken back after the round was run.
    try copy.replace(
      "confirmedBy: 仅用于样例轮次，实际使用前须对照正式通知核对", with: "confirmedBy: \"\"",
      in: "policies/aba-organs.yaml")
    let failure = try #require(throws: RunFailure.self) {
      _ = try importOfficeFiles([file], as: request)
    }
    #expect(failure.exitCode == 4)
    let registry = try RegistryFile(copy.folder.path + "/r/registry.sqlite")
    #expect(try registry.status().facts.map(\.0) == ["adjudications"])
  }

  @Test("a backup is not laid over the registry, and brings its key along")
  func backups() async throws {
    _ = try await run(request)
    let failure = try #require(throws: RunFailure.self) {
      _ = try backUpRegistry(request, to: copy.folder.path + "/r/../r")
    }
    #expect(failure.exitCode == 6)
    try copy.folder.write("01234567890123456789012345678901\n", to: "r/case-id.key")
    let paths = try backUpRegistry(request, to: copy.folder.path + "/backup")
    #expect(try files(below: copy.folder.path + "/backup") == ["case-id.key", "registry.sqlite"])
    #expect(paths.count == 2)
    #expect(try verifyRegistry(request).faults == [])
  }

  @Test("files of one name from two folders each get their return sheet")
  func returnSheets() async throws {
    _ = try await run(request)
    let row = "个案编号,金额,拨付日期,凭证号\n2015-U01-ZZZZZZ,100,2016-01-05,V-"
    let paths = try ["a", "b"].map {
      try copy.folder.write("\(row)\($0)\n", to: "\($0)/拨付.csv")
    }
    let summary = try importOfficeFiles(paths, as: request)
    #expect(summary.rejected == 2 && summary.exitCode == 1)
    #expect(Set(summary.returnSheets).count == 2)
    #expect(try summary.returnSheets.map { try text(of: $0).contains("V-a") } == [true, false])
  }
}
