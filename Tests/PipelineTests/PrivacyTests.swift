import Casework
import Foundation
import Tabular
import Testing

@testable import Pipeline

extension SampleRound {
  /// Personal numbers stay in the dossiers, and no cell is run as a formula.
  @Suite("What leaves the dossiers is masked and harmless")
  struct PrivacyTests {
    let run: SampleRun
    /// Every published file but the dossiers of single cases and the return sheets, with its text:
    /// a return sheet holds the unit's own rows as it wrote them and goes to nobody else.
    let texts: [String: String]

    init() throws {
      let run = try #require(SampleRun.current)
      self.run = run
      let dossiers = Set(run.result.cases.map { "dossiers/\($0.caseID).html" })
      let names = try files(below: run.path).filter {
        !dossiers.contains($0) && !$0.hasPrefix("returns/")
      }
      texts = Dictionary(
        uniqueKeysWithValues: try names.map { ($0, try Self.content(of: run.path + "/" + $0)) })
    }

    /// A file's text; a workbook's is that of its cells, one a line.
    private static func content(of path: String) throws -> String {
      guard path.hasSuffix(".xlsx") else { return try text(of: path) }
      let sheets = try readTables(at: path).sheets
      return sheets.flatMap { sheet in
        (0..<sheet.rowCount).flatMap { sheet[$0].cells.map(sheet.text(of:)) }
      }.joined(separator: "\n")
    }

    @Test("nothing that looks like an identity number stands outside a dossier")
    func noIdentityNumber() {
      // Digests are runs of letters and digits too, so whole runs are looked at.
      for (name, text) in texts {
        let runs = text.utf8.split { !isLetterOrDigit($0) }.filter { [15, 18].contains($0.count) }
        let numbers = runs.filter { run in
          run.prefix(17).allSatisfy { (0x30...0x39).contains($0) }
        }
        #expect(numbers.isEmpty, "\(name)")
      }
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    @Test("no number of the round's persons stands outside a dossier, in either form")
    func noKnownNumber() {
      let rows = run.result.cases.flatMap { $0.application.rows + $0.application.superseded }
      let fields: [Field] = [.applicantId, .memberId, .deceasedMemberId]
      let stated = rows.flatMap { row in fields.compactMap { row.identity($0).value } }
      let digits = stated.compactMap { $0.number?.digits } + stated.map(\.survivingDigits)
      let short = digits.filter { $0.count == 18 }.map { $0.prefix(6) + $0.dropFirst(8).prefix(9) }
      let numbers = Set(digits + short.map(String.init)).filter { $0.count >= 12 }
      #expect(numbers.count > 150)
      for (name, text) in texts {
        #expect(numbers.first { text.contains($0) } == nil, "\(name)")
      }
    }

    @Test("no telephone or account number stands outside a dossier")
    func noContactNumber() {
      let records = run.result.cases.map(\.application.record)
      let numbers = Set(
        records.flatMap { [$0.text(.phone).value, $0.text(.bankAccount).value] }
          .compactMap(\.self).filter { $0.count >= 7 })
      #expect(numbers.count > 40)
      for (name, text) in texts {
        #expect(numbers.first { text.contains($0) } == nil, "\(name)")
      }
    }

    @Test("what would turn a case stands in its dossier and nowhere else")
    func turningPoints() throws {
      let words = ["可以改变结论", "请核实：", "则通过", "则不通过", "没有任何单项变化", "认定标准的距离"]
      for (name, text) in texts {
        #expect(words.first { text.contains($0) } == nil, "\(name)")
      }
      let refused = try #require(run.result.cases.first { $0.outcome == .ineligible })
      let dossier = try text(of: run.path + "/dossiers/\(refused.caseID).html")
      #expect(dossier.contains("可以改变结论"))
    }

    @Test("no cell of any table would be run as a formula")
    func noFormula() throws {
      let returns = try files(below: run.path + "/returns").map { "returns/" + $0 }
      let tables = (texts.keys + returns).filter { $0.hasSuffix(".csv") }
      #expect(tables.count > 4)
      #expect(tables.contains { $0.hasPrefix("returns/") })
      for name in tables {
        // Every row is looked at: above the header of a return stand the unit's own lines.
        let sheet = try #require(try readTables(at: run.path + "/" + name).sheets.first)
        for cell in (0..<sheet.rowCount).flatMap(sheet.texts(ofRow:)) {
          guard let first = cell.first(where: { !$0.isWhitespace }) else { continue }
          let isNumber = Double(cell) != nil
          #expect(!"=+@＝＋－＠".contains(first), "\(name)")
          #expect(first != "-" || isNumber, "\(name)")
        }
      }
    }

    @Test("a case identifier cannot be made without the round's key")
    func keyedIdentifiers() async throws {
      let folder = try TemporaryFolder()
      let input = try folder.copyBackwards(SampleRun.input, to: "round")
      try folder.write(String(repeating: "ab", count: 32), to: "round/case-id.key")
      let result = try await screened(
        SampleRun.request(input: input, output: folder.path + "/output"))
      let before = Set(run.result.cases.map(\.caseID))
      #expect(result.cases.count == before.count)
      #expect(before.isDisjoint(with: result.cases.map(\.caseID)))
    }
  }
}
