import Casework
import Foundation
import Intake
import Reporting
import Tabular
import Testing

@testable import Pipeline

extension SampleRound {
  @Suite("Return sheets of the sample round")
  struct ReturnSheetTests {
    private let run = SampleRun.current

    private func returns() throws -> [String] {
      try files(below: #require(run).path + "/returns")
    }

    @Test("every unit with an error or warning of its own gets one, and no other")
    func units() throws {
      let run = try #require(run)
      let names = Dictionary(
        run.result.units.map { ($0.unit.code, $0.unit.name) }, uniquingKeysWith: { one, _ in one })
      let wanted = Set(
        run.result.findings.filter { $0.code.isForUnit && $0.location != nil }
          .filter { !$0.unitCode.isEmpty }.compactMap { names[$0.unitCode] })
      let written = Set(try returns().filter { $0.hasSuffix(".xlsx") }.map { $0.dropLast(5) })
      // What belongs to no unit goes back to the office.
      #expect(written == Set((wanted.union([officeReturnName])).map { $0[...] }))
    }

    @Test("read back, a return sheet is the unit's own rows, cell for cell, and nothing is amiss")
    func readBack() throws {
      let run = try #require(run)
      let definition = try PipelineDefinition(SampleRun.request(output: run.path))
      for name in try returns() {
        let read = readFile(
          InputFile(path: name, folder: nil, digest: ""), at: 0, in: run.path + "/returns",
          library: definition.library, asOf: definition.asOf)
        #expect(!read.isUnreadable, "\(name)")
        #expect(read.submissions.allSatisfy { !$0.isQuarantined }, "\(name)")
        let aboutSheets = read.submissions.flatMap(\.findings).filter {
          // A header that was near, unknown or repeated in the file is so in its return.
          ![.rowRejected, .headerNear, .headerUnknown, .headerRepeated].contains($0.code)
        }
        #expect(aboutSheets.isEmpty, "\(name): \(aboutSheets.map(\.code))")
      }
    }

    @Test("the workbook and its plain twin hold the same rows")
    func twins() throws {
      let folder = try #require(run).path + "/returns"
      for name in try returns() where name.hasSuffix(".xlsx") {
        let sheets = try readTables(at: folder + "/" + name).sheets.dropFirst()
        let texts = try returns().filter {
          $0.hasSuffix(".csv") && $0.hasPrefix(name.dropLast(5))
        }
        #expect(texts.count == sheets.count, "\(name)")
        for (text, sheet) in zip(texts.sorted(), sheets) {
          let twin = try readTables(at: folder + "/" + text).sheets[0]
          #expect(cells(of: twin) == cells(of: sheet), "\(text)")
        }
      }
    }

    @Test("no outcome, threshold or other unit's case stands in any")
    func silence() throws {
      let run = try #require(run)
      for name in try returns() where name.hasSuffix(".xlsx") {
        let unit = String(name.dropLast(5))
        let own = Set(run.result.cases.filter { $0.application.unit.name == unit }.map(\.caseID))
        let text = try readTables(at: run.path + "/returns/" + name).sheets
          .flatMap(cells).joined(separator: "\n")
        for word in ["符合条件", "待补正", "并入他件", "INCOME_TEST", "低于标准"] {
          #expect(!text.contains(word), "\(name): \(word)")
        }
        for other in run.result.cases where !own.contains(other.caseID) {
          #expect(!text.contains(other.caseID), "\(name): \(other.caseID)")
        }
      }
    }

    @Test("handed in unchanged beside the first files, the returns change no case")
    func unchanged() async throws {
      let run = try #require(run)
      let again = try await resubmitted(run) { $0 }
      #expect(again.cases.map(\.caseID) == run.result.cases.map(\.caseID))
      for (one, other) in zip(again.cases, run.result.cases) {
        #expect(one.outcome == other.outcome, "\(one.caseID)")
        #expect(one.application.rowCount == other.application.rowCount, "\(one.caseID)")
        #expect(one.household.disposable == other.household.disposable, "\(one.caseID)")
      }
    }

    /// The round with the plain returns, changed as told, beside each unit's first files.
    private func resubmitted(
      _ run: SampleRun, _ change: (String) -> String
    ) async throws -> RoundResult {
      let folder = try TemporaryFolder()
      for name in try files(below: SampleRun.input) {
        try folder.write(bytes(of: SampleRun.input + "/" + name), to: "round/" + name)
      }
      let units = run.result.units.map(\.unit.name)
      for name in try returns() where name.hasSuffix(".csv") {
        let unit = units.first { name.hasPrefix($0) }
        let sheet = change(try text(of: run.path + "/returns/" + name))
        try folder.write(sheet, to: "round/" + (unit.map { $0 + "/" } ?? "") + "退改-\(name)")
      }
      return try await screened(
        SampleRun.request(input: folder.path + "/round", output: folder.path + "/output"))
    }

    private func cells(of sheet: Sheet) -> [String] {
      (0..<sheet.rowCount).flatMap { index in
        sheet[index].cells.map { "\($0.column):" + sheet.text(of: $0) }.filter {
          !$0.hasSuffix(":")
        }
      }
    }
  }
}

@Suite("Names of return sheets")
struct ReturnNameTests {
  @Test(
    "a unit's name never leads elsewhere",
    arguments: [
      ("州水务局", "州水务局"), ("../../etc/passwd", "etc_passwd"), ("a/b\\c", "a_b_c"), ("CON", "_CON"),
      ("局（一）", "局（一）"), ("=cmd|' /C calc'!A0", "cmd____C_calc__A0"),
    ])
  func names(name: String, file: String) {
    #expect(ReturnFiles.names(for: [SubmittingUnit(code: "U1", name: name)]) == [file])
  }

  @Test("two units of one name are told apart by their codes")
  func twins() {
    let units = [
      SubmittingUnit(code: "U1", name: "水务局"), SubmittingUnit(code: "U2", name: "水务局"),
      SubmittingUnit(code: "U3", name: ""),
    ]
    #expect(ReturnFiles.names(for: units) == ["水务局-U1", "水务局-U2", "U3"])
  }
}

@Suite("Brakes")
struct BrakeTests {
  @Test("the same file twice in one folder is read once, and said so")
  func repeated() async throws {
    let bad = try BadRound()
    for name in try files(below: SampleRun.input) {
      try bad.folder.write(bytes(of: SampleRun.input + "/" + name), to: "round/" + name)
    }
    let first = "/州河谷水电厂/3收入.csv"
    try bad.folder.write(bytes(of: SampleRun.input + first), to: "round/州河谷水电厂/副本.csv")
    let result = try await screened(bad.request)
    let told = result.findings.filter { $0.code == .fileRepeated }
    #expect(told.map(\.arguments) == [["州河谷水电厂/3收入.csv"]])
    #expect(!result.findings.contains { $0.code == .itemRepeated && $0.unitCode != "U13" })
  }

  @Test("a file of which most rows cannot be read sets its unit aside, half of them not")
  func unreadable() async throws {
    for (bad, isAside) in [(2, false), (3, true)] {
      let round = try BadRound()
      try round.folder.write("单位代码,单位名称\nU01,好局\nU02,坏局\n", to: "round/名册.csv")
      let header = "姓名,身份证号码,申报类别,致困原因\n"
      let good = "余一,513299197402160283,在职,疾病\n"
      try round.folder.write(header + good, to: "round/好局/表.csv")
      let rows =
        String(repeating: ",,在职,疾病\n", count: bad)
        + String(repeating: good, count: 4 - bad)
      try round.folder.write(header + rows, to: "round/坏局/表.csv")
      let result = try await screened(round.request)
      let status = result.units.first { $0.unit.code == "U02" }?.status
      #expect(status == (isAside ? .quarantined : .received))
      #expect(result.findings.contains { $0.code == .fileMostlyUnreadable } == isAside)
      #expect(result.cases.contains { $0.application.unit.code == "U01" })
    }
  }

  @Test("a round whose problems jump against the last one is held, unless somebody accepts it")
  func problemRise() async throws {
    let round = try BadRound()
    try round.folder.write("单位代码,单位名称\nU01,好局\n", to: "round/名册.csv")
    let header = "申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助\n"
    let good = "余一,513299197402160283,在职,疾病,是,是\n"
    try round.folder.write(header + "1," + good, to: "round/好局/表.csv")
    var request = round.request
    let copy = try DefinitionCopy()
    try copy.replace("round: \"2015\"", with: "round: \"2012\"", in: "annual-intake.yaml")
    request.pipeline = copy.pipeline
    _ = try await run(request)
    try round.folder.write(header + "1,余一,5132991974,在职,疾病,是,是\n", to: "round/好局/表.csv")
    let failure = try await #require(throws: RunFailure.self) { _ = try await run(round.request) }
    #expect(failure.exitCode == 7)
    #expect(failure.inChinese.contains("100.0%") && failure.inChinese.contains("--accept"))
    #expect(failure.inEnglish.contains("0.0%"))
    var accepted = round.request
    accepted.accepts = true
    _ = try await run(accepted)
  }
}
