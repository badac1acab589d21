import Casework
import Foundation
import Tabular
import Testing

@testable import Intake

private let exports = shared.appending(path: "data/exports").path(percentEncoded: false)
private let hasExports = FileManager.default.fileExists(atPath: exports)

@Suite("The same form in every export reads the same", .enabled(if: hasExports))
struct ExportTests {
  static let files = [
    "derived_gb18030.csv", "derived_unicode_text_utf16le.txt", "derived_utf8bom.csv",
    "handwritten_spreadsheetml2003.xml", "lo_export.fods", "lo_export_excel2003.xml",
    "lo_export_utf8.csv",
  ]

  private static let submissions: [String: Submission] = {
    var read: [String: Submission] = [:]
    for file in files {
      guard let tables = try? readTables(at: exports + "/" + file) else { continue }
      read[file] = submission(
        of: tables.sheets[0], file: 0, library: .shipped,
        asOf: CalendarDate(firstOfMonth: 12, year: 2015))
    }
    return read
  }()

  private func read(_ file: String) throws -> Submission {
    try #require(Self.submissions[file])
  }

  @Test("three applications under the same headers, title to notes accounted for", arguments: files)
  func structure(_ file: String) throws {
    let sheet = try read(file)
    #expect(sheet.form == .applications)
    #expect(sheet.unitLine == "州××局机关党委")
    try #require(sheet.records.count == 3)
    #expect(
      sheet.records.map { $0.name(.applicantName).value?.folded } == ["张三", "扎西泽仁", "余格桑"])
    #expect(sheet.records.map(\.location.row) == [5, 6, 7])
    #expect(
      Set(sheet.records[0].columns.columns.keys)
        == [
          .serialNumber, .applicantName, .ethnicGroup, .applicantId, .birthDate, .wageIncome,
          .netTransferIncome, .totalIncome, .remarks,
        ])
    #expect(sheet.balance.isBalanced)
    #expect(sheet.balance.rows[.data] == 3)
    #expect(sheet.balance.rows[.total] == 1)
    #expect(sheet.balance.rows[.header] == 2)
    #expect(sheet.balance.rows[.note] == 2)
    #expect(sheet.balance.rows[.rejected] == nil)
  }

  @Test("the amounts and dates of all three rows", arguments: files)
  func values(_ file: String) throws {
    let records = try read(file).records
    let wages = records.map { $0.money(.wageIncome).value?.amount.exact?.fen }
    #expect(wages == [451_250, 386_000, 380_000])
    #expect(records.map { $0.money(.wageIncome).value?.period } == [.year, .year, .year])
    let transfers = records.map { $0.money(.netTransferIncome).value?.amount.exact?.fen }
    #expect(transfers == [0, 12_050, 0])
    #expect(
      records.map { $0.date(.birthDate).value?.description }
        == ["1965-03-05", "1988-02-29", "1979-06"])
  }

  @Test("required columns that are missing are named", arguments: files)
  func missingColumns(_ file: String) throws {
    let missing = try read(file).findings(.headerMissingColumn).compactMap(\.arguments.first)
    #expect(Set(missing) == ["申报类别", "致困原因", "已享受普惠政策", "已接受各类捐助"])
  }

  @Test("a damaged identity number is reported at its cell, not repaired", arguments: files)
  func damagedNumber(_ file: String) throws {
    let sheet = try read(file)
    let number = sheet.records[1].identity(.applicantId).value
    if file == "handwritten_spreadsheetml2003.xml" {
      #expect(number?.number?.digits == "513201198802290027")
      #expect(sheet.findings(.identityScientific) == [])
    } else {
      #expect(number?.number == nil)
      #expect(number?.damage == .scientificNotation)
      #expect(number?.survivingDigits == "513201198802290")
      #expect(sheet.findings(.identityScientific).map(\.location?.cell) == ["D6"])
    }
    #expect(sheet.records[0].identity(.applicantId).value?.number != nil)
  }

  @Test(
    "the wrong stated total of wages is a problem, the right one of transfers is not",
    arguments: files)
  func totals(_ file: String) throws {
    let wrong = try read(file).findings(.totalWrong)
    #expect(wrong.map(\.location?.cell) == ["F8"])
    #expect(wrong.first?.arguments == ["3860.00", "12172.50"])
  }

  @Test("nothing but the known troubles is found", arguments: files)
  func nothingElse(_ file: String) throws {
    let known: Set<FindingCode> = [
      .headerMissingColumn, .identityScientific, .totalWrong, .dateAmbiguous,
    ]
    let others = try read(file).codes.filter { !known.contains($0) }
    // The number of 张三 says 15 March, his column 5 March.
    #expect(others == [.identityBirthDateConflict])
    #expect(try read(file).findings(.identityBirthDateConflict)[0].location?.cell == "E5")
  }
}

@Suite("Every row of every file is in exactly one class")
struct RowBalanceTests {
  private static func files(below folder: URL) -> [String] {
    let path = folder.path(percentEncoded: false)
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.sorted().filter {
      [".csv", ".txt", ".tsv", ".xml", ".fods"].contains(where: $0.hasSuffix)
    }
    .map { path + "/" + $0 }
  }

  @Test(
    "samples and exports",
    arguments: files(below: repository.appending(path: "samples/hostile"))
      + files(below: shared.appending(path: "data/exports")))
  func balanced(_ path: String) throws {
    guard let tables = try? readTables(at: path) else { return }
    for sheet in tables.sheets {
      let read = submission(
        of: sheet, file: 0, library: .shipped, asOf: CalendarDate(firstOfMonth: 1, year: 2016))
      #expect(read.balance.isBalanced)
      #expect(read.balance.rowsRead == sheet.rowCount)
    }
  }

  @Test("the sample round's sheets are all recognised, and only the planned row is rejected")
  func sampleRound() throws {
    var rejected: [String] = []
    for path in Self.files(below: repository.appending(path: "samples/round-2015")) {
      for sheet in try readTables(at: path).sheets {
        let read = submission(
          of: sheet, file: 0, library: .shipped, asOf: CalendarDate(firstOfMonth: 1, year: 2016))
        #expect(read.form != nil, "\(path)")
        #expect(read.balance.isBalanced && read.balance.rowsRead == sheet.rowCount, "\(path)")
        if read.balance.rows[.rejected] != nil { rejected.append(path) }
      }
    }
    #expect(rejected.count == 1)
    #expect(rejected.allSatisfy { $0.contains("州牧道养护局") })
  }
}
