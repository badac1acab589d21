import Casework
import Foundation
import Testing

@testable import Pipeline

extension SampleRound {
  /// The sample round's tables and one dossier, byte for byte; `RECORD=1` rewrites them.
  @Suite("The sample round is published as it was looked at last")
  struct GoldenRunTests {
    let run: SampleRun

    init() throws { run = try #require(SampleRun.current) }

    @Test(
      "tables",
      arguments: ["roster.csv", "problems.csv", "duplicates/pairs.csv", "duplicates/clusters.csv"])
    func table(_ name: String) throws {
      try expectGolden(text(of: run.path + "/" + name), named: name)
    }

    @Test("the dossier of a case that one item would decide")
    func dossier() throws {
      let open = try #require(
        run.result.cases.first { $0.application.applicationNumber == "B15-13-003" })
      let page = try text(of: run.path + "/dossiers/\(open.caseID).html")
      // The run's digest changes with every change of a form, a policy or the sample.
      try expectGolden(
        page.replacing(run.summary.runID, with: "2015-2015-12-31-00000000"), named: "dossier.html")
    }
  }
}

/// Compares with a file of `Golden`, and shows the lines that differ.
func expectGolden(_ text: String, named name: String) throws {
  let environment = ProcessInfo.processInfo.environment
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let file = folder.appendingPathComponent("Golden/" + name)
  if environment["RECORD"] == "1", environment["CI"] == nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  let isSame = text == golden
  let remark: Comment =
    "\(name), as it was (−) and as it is (+); RECORD=1 keeps it:\n\(lines(text, golden))"
  #expect(isSame, remark)
}

/// The first lines that were removed from or added to the golden text.
private func lines(_ text: String, _ golden: String) -> String {
  let difference = text.split(separator: "\n", omittingEmptySubsequences: false)
    .difference(from: golden.split(separator: "\n", omittingEmptySubsequences: false))
  let changes = difference.map { change in
    switch change {
    case .remove(let offset, let line, _): (offset * 2, "− \(offset + 1): \(line)")
    case .insert(let offset, let line, _): (offset * 2 + 1, "+ \(offset + 1): \(line)")
    }
  }
  let shown = changes.sorted { $0.0 < $1.0 }.prefix(20).map(\.1).joined(separator: "\n")
  return changes.count > 20 ? shown + "\n… \(changes.count) lines in all" : shown
}
