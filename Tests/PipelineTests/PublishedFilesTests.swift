import Casework
import Foundation
import Tabular
import Testing

@testable import Pipeline

extension SampleRound {
  /// What lies in the run directory (contract, section 4).
  @Suite("A published run holds what the contract lists")
  struct PublishedFilesTests {
    let run: SampleRun
    let names: [String]

    init() throws {
      run = try #require(SampleRun.current)
      names = try files(below: run.path)
    }

    private static let tables: [(file: String, columns: String)] = [
      (
        "roster.csv",
        """
        case_id, unit_code, unit, source_file, source_sheet, source_row, applicant_name, \
        applicant_id_masked, category, household_size, disposable_income_yuan, \
        support_received_yuan, rigid_expenditure_yuan, per_capita_disposable_yuan_month, \
        per_capita_actual_yuan_month, per_capita_actual_low, per_capita_actual_high, \
        threshold_yuan_month, shortfall_yuan_month, hardship_type, hardship_cause, outcome, \
        failed_rules, unknown_rules, duplicate_cluster, recommended_measure, \
        recommended_amount_yuan, problem_count
        """
      ),
      (
        "problems.csv",
        """
        severity, code, unit, source_file, source_sheet, cell, field, value, message, hint
        """
      ),
      (
        "duplicates/pairs.csv",
        """
        pair_id, kind, case_id_a, case_id_b, person_a, person_b, match_weight, probability, \
        reasons, verdict
        """
      ),
      ("duplicates/clusters.csv", "cluster_id, kind, record_id, case_id, unit, round"),
    ]

    @Test("the tables begin with the contract's columns in their order", arguments: tables)
    func columns(file: String, columns: String) throws {
      let expected = columns.components(separatedBy: ", ")
      #expect(try Array(run.table(file).header.prefix(expected.count)) == expected)
    }

    @Test("every file is there: tables, pages, one dossier per case, statistics")
    func allFiles() throws {
      let cases = run.result.cases.map { "dossiers/\($0.caseID).html" }
      let fixed = Self.tables.map(\.file) + ["statistics/datapackage.json"]
      let pages = ["run.json", "index.html", "dossiers/index.html"]
      for name in cases + fixed + pages { #expect(names.contains(name)) }
      let statistics = names.filter { $0.hasPrefix("statistics/") && $0.hasSuffix(".csv") }
      #expect(!statistics.isEmpty)
      let others = names.filter { $0.hasPrefix("dossiers/") }.count - cases.count - 1
      #expect(others == 0, "a dossier belongs to no case")
    }

    @Test("folders are 0700, files 0600, and latest points to the run")
    func rights() throws {
      let manager = FileManager.default
      let entries = try manager.subpathsOfDirectory(atPath: run.path) + [""]
      for entry in entries {
        let attributes = try manager.attributesOfItem(atPath: run.path + "/" + entry)
        let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
        #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(entry)")
      }
      let output = URL(fileURLWithPath: run.path).deletingLastPathComponent().path
      let runID = run.summary.runID
      #expect(try manager.destinationOfSymbolicLink(atPath: output + "/latest") == runID)
      #expect(Set(try manager.contentsOfDirectory(atPath: output)) == [runID, "latest"])
    }

    @Test("the run id is round, day and eight hexadecimal digits")
    func runID() {
      #expect(run.summary.runID.wholeMatch(of: /2015-2015-12-31-[0-9a-f]{8}/) != nil)
    }

    @Test("run.json names every file with its digest, and the rows balance")
    func manifest() throws {
      let manifest = try Manifest(run.path + "/run.json")
      #expect(manifest.contract_version == 1)
      #expect(manifest.run_id == run.summary.runID && manifest.as_of == "2015-12-31")
      #expect(Set(manifest.outputs.keys) == Set(names).subtracting(["run.json"]))
      for (name, digest) in manifest.outputs { #expect(try Self.digest(run.path, name) == digest) }
      #expect(manifest.inputs.keys.contains("州水源保护局/申报材料.xml"))
      for (name, digest) in manifest.inputs {
        #expect(try Self.digest(SampleRun.input, name) == digest)
      }
      #expect(manifest.rows.keys.sorted() == RowClass.allCases.map(\.rawValue).sorted())
      #expect(manifest.rows.values.reduce(0, +) == manifest.rows_read)
      #expect(Set(manifest.units.map(\.status)) == ["received", "quarantined", "silent"])
      #expect(manifest.definition.keys.contains("policy/aba-organs.yaml"))
    }

    @Test("the roster read back adds up to what the cases hold")
    func totals() throws {
      let roster = try run.table("roster.csv").rows
      for (column, figure) in [
        ("disposable_income_yuan", \NormalizedHousehold.disposable),
        ("support_received_yuan", \.support), ("rigid_expenditure_yuan", \.expenditure),
      ] {
        let read = roster.compactMap { Money(decimalYuan: $0[column] ?? "")?.fen }.reduce(0, +)
        let held = run.result.cases.compactMap { $0.household[keyPath: figure].exact?.fen }
        #expect(read == held.reduce(0, +))
      }
      #expect(roster.map { $0["case_id"] } == run.result.cases.map(\.caseID))
    }

    private static func digest(_ folder: String, _ name: String) throws -> String {
      hexDigest(of: try bytes(of: folder + "/" + name))
    }
  }
}

/// The parts of run.json that the contract lists.
private struct Manifest: Decodable {
  struct Unit: Decodable { let status: String }
  let contract_version: Int
  let run_id: String
  let as_of: String
  let inputs: [String: String]
  let outputs: [String: String]
  let definition: [String: String]
  let rows: [String: Int]
  let rows_read: Int
  let units: [Unit]

  init(_ path: String) throws {
    self = try JSONDecoder().decode(Manifest.self, from: Data(try bytes(of: path)))
  }
}

extension SampleRound {
  @Suite("The roster as a workbook")
  struct RosterWorkbookTests {
    @Test("says cell for cell what the roster says, with amounts as numbers")
    func saysTheSame() throws {
      let run = try #require(SampleRun.current)
      let rows = try run.table("roster.csv").rows
      let sheet = try #require(try readTables(at: run.path + "/roster.xlsx").sheets.first)
      #expect(sheet.rowCount == rows.count + 1)
      let header = sheet[0].cells.map(sheet.text(of:))
      for (place, row) in rows.enumerated() {
        for (column, name) in header.enumerated() {
          let cell = sheet[place + 1].cells.first { $0.column == column }
          let shown = cell.map(sheet.text(of:)) ?? ""
          let said = row[name] ?? ""
          // A workbook holds 1250.00 as 1250.
          let isAmount = Money(decimalYuan: said) != nil
          let isSame =
            isAmount ? Money(decimalYuan: shown) == Money(decimalYuan: said) : shown == said
          #expect(isSame, "\(name), row \(place + 2): \(shown) for \(said)")
        }
      }
    }
  }
}
