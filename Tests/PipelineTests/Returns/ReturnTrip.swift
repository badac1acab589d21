import Casework
import Foundation
import Tabular
import Testing

@testable import Pipeline

/// A round on its way to a unit and back: run, return sheets, corrected, handed in again.
struct ReturnTrip {
  static let unit = "州样例处"
  let folder: TemporaryFolder

  init(roster: [String] = ["T01,州样例处"]) throws {
    folder = try TemporaryFolder()
    let lines = ["单位代码,单位名称"] + roster
    try folder.write(lines.joined(separator: "\n") + "\n", to: "round/单位名册.csv")
  }

  /// Puts a text of comma-separated cells into the round.
  func put(_ lines: [String], at path: String = unit + "/表.csv") throws {
    try folder.write(lines.joined(separator: "\n") + "\n", to: "round/" + path)
  }

  func put(_ bytes: [UInt8], at path: String) throws {
    try folder.write(bytes, to: "round/" + path)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: folder.path + "/round/" + path)
  }

  /// Runs the round as it lies there now.
  func run() async throws -> Stop {
    let request = SampleRun.request(
      input: folder.path + "/round", output: folder.path + "/" + UUID().uuidString)
    var quiet = request
    quiet.writesDossiers = false
    let summary = try await Pipeline.run(quiet)
    return Stop(path: summary.path, result: try await screened(request))
  }

  /// What a run gave back, and what it made of the round.
  struct Stop {
    let path: String
    let result: RoundResult

    /// The names of the return sheets in a format.
    func returns(_ ending: String) throws -> [String] {
      try files(below: path).filter { $0.hasPrefix("returns/") && $0.hasSuffix(ending) }
    }

    var cases: [String] {
      result.cases.map { screened in
        let household = screened.household
        let income =
          household.disposable.exact.map { "\($0.fen / 100)" } ?? household.disposable.description
        return "\(screened.application.applicantName?.original ?? "?") "
          + "\(household.size.lowerBound) \(income)"
      }.sorted()
    }

    /// What must still be corrected or looked at, with the cell.
    var left: [String] {
      result.findings.filter { $0.severity != .note && $0.location != nil }
        .map { "\($0.code.rawValue) \($0.location?.cell ?? "")" }
    }

    func count(_ code: FindingCode) -> Int { result.findings.count { $0.code == code } }

    var superseded: Int { result.cases.map(\.application.superseded.count).reduce(0, +) }
  }
}

/// How a clerk saves the corrected return sheet.
enum Saving: String, CaseIterable, CustomTestStringConvertible {
  case workbook, plainTwin

  var testDescription: String { rawValue }
}

extension ReturnTrip.Stop {
  /// The files of a return sheet with some texts in the place of others.
  func corrected(
    _ unit: String = ReturnTrip.unit, as saving: Saving, _ texts: [String: String]
  ) throws -> [(name: String, bytes: [UInt8])] {
    switch saving {
    case .workbook:
      let book = try readTables(at: "\(path)/returns/\(unit).xlsx")
      return [("退改.xlsx", try rewritten(book, texts))]
    case .plainTwin:
      return try returns(".csv").filter { $0.hasPrefix("returns/\(unit)") }.map { name in
        var twin = try text(of: path + "/" + name)
        for (old, new) in texts { twin = twin.replacing(old, with: new) }
        return ("退改-" + name.dropFirst("returns/".count), Array(twin.utf8))
      }
    }
  }

  /// A workbook with other texts, as a program writes it that keeps neither comments nor colours.
  private func rewritten(_ book: TableFile, _ texts: [String: String]) throws -> [UInt8] {
    var writer = try XLSXWriter(title: "", dated: XLSXDay(daysSince1970: 17_000))
    for sheet in book.sheets {
      try writer.beginSheet(named: sheet.name, widths: [])
      var next = 1
      for index in 0..<sheet.rowCount {
        while next < sheet[index].number {
          try writer.appendRow([])
          next += 1
        }
        try writer.appendRow(
          sheet.texts(ofRow: index).map { old in
            XLSXCell.written(texts.reduce(old) { $0.replacing($1.key, with: $1.value) })
          })
        next += 1
      }
    }
    return try writer.finished()
  }
}

extension ReturnTrip {
  /// Hands a corrected return sheet in beside the first files, and runs the round again.
  func handedIn(
    _ stop: Stop, as saving: Saving, correcting texts: [String: String],
    below folder: String = unit,
    of unit: String = unit, named prefix: String = ""
  ) async throws -> Stop {
    for file in try stop.corrected(unit, as: saving, texts) {
      try put(file.bytes, at: (folder.isEmpty ? "" : folder + "/") + prefix + file.name)
    }
    return try await run()
  }
}

/// A sheet of cells, some of them merged: `("姓名", 1, 0)` covers one more column.
struct MergedGrid {
  var rows: [[String]] = []
  var merges: [XLSXMerge] = []

  mutating func add(_ cells: String..., across: [Int: Int] = [:], down: [Int: Int] = [:]) {
    for column in Set(across.keys).union(down.keys) {
      let row = rows.count
      merges.append(
        XLSXMerge(
          rows: row...row + (down[column] ?? 0), columns: column...column + (across[column] ?? 0)))
    }
    rows.append(cells)
  }

  mutating func append(_ other: MergedGrid) {
    let above = rows.count
    rows += other.rows
    merges += other.merges.map {
      XLSXMerge(
        rows: $0.rows.lowerBound + above...$0.rows.upperBound + above, columns: $0.columns)
    }
  }

  /// A workbook of sheets.
  static func workbook(_ grids: [MergedGrid]) throws -> [UInt8] {
    var writer = try XLSXWriter(
      title: "", dated: XLSXDay(daysSince1970: 17_000), keepingPartsIn: .memory)
    for (place, grid) in grids.enumerated() {
      var layout = XLSXSheetLayout(name: "表\(place + 1)", widths: [])
      layout.merges = grid.merges
      try writer.beginSheet(layout)
      for row in grid.rows { try writer.appendRow(row.map(XLSXCell.written)) }
    }
    return try writer.finished()
  }
}
