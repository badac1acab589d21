import Casework
import Foundation
import Testing

@testable import Reporting

@Suite("The dossier")
struct DossierTests {
  let round = ReportingTests.round(
    [FullCase.result], findings: FullCase.findings, duplicates: [FullCase.duplicate])

  @Test("is the golden page, byte for byte", arguments: Language.allCases)
  func golden(language: Language) throws {
    let page = try DossierRenderer(language: language).dossier(of: FullCase.result, in: round)
    try expectGolden(page, named: "dossier-\(language.rawValue).html")
  }
}

/// Compares with a golden file; `RECORD=1` writes it.
func expectGolden(_ text: String, named name: String) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let file = folder.appendingPathComponent("Golden/\(name)")
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
  }
  let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  let difference = zip(text.split(separator: "\n"), golden.split(separator: "\n"))
    .first { $0 != $1 }
  #expect(text == golden, "first difference: \(difference.map { "\($0)" } ?? "length")")
}
