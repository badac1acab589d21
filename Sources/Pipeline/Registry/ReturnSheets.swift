import Casework
import Foundation
import Intake
import Registry
import Reporting
import Tabular

/// Writes a return sheet for each file with refused rows: where the row stands, why it was refused,
/// what to do, and the row itself under the form's own headers, so that it can be corrected and
/// imported again.
///
/// - Returns: The paths that were written.
func writeReturnSheets(
  _ reports: [ImportReport], catalog: SourceCatalog, definition: PipelineDefinition,
  to folder: String
) throws(RunFailure) -> [String] {
  var written: [String] = []
  for report in reports where !report.rejected.isEmpty {
    try makeFolder(folder)
    for (form, rows) in Dictionary(grouping: report.rejected, by: \.record.form).sorted(
      by: { $0.key.rawValue < $1.key.rawValue })
    {
      guard let form = definition.officeLibrary.form(form) else { continue }
      let name = ((report.name as NSString).lastPathComponent as NSString).deletingPathExtension
      let suffix = definition.language.text("退回", "returned")
      var path = "\(folder)/\(name)-\(form.title)-\(suffix).csv"
      // Two folders may hold files of one name.
      var number = 2
      while written.contains(path) {
        path = "\(folder)/\(name)-\(form.title)-\(suffix)-\(number).csv"
        number += 1
      }
      let bytes = returnSheet(
        of: rows, form: form, catalog: catalog, language: definition.language)
      try replaceFile(bytes, at: path)
      written.append(path)
    }
  }
  return written
}

/// The columns before the form's own; a sheet that comes back corrected still has them.
let returnSheetColumns: [Language: [String]] = [
  .simplifiedChinese: ["原位置", "问题", "怎样改正"], .english: ["where", "problem", "what to do"],
]

private func returnSheet(
  of rows: [RejectedRow], form: FormDefinition, catalog: SourceCatalog, language: Language
) -> [UInt8] {
  let fields = form.fields.filter { definition in
    rows.contains { !$0.record[definition.field].isBlank || definition.isRequired }
  }
  var writer = CSVWriter()
  writer.appendRow((returnSheetColumns[language] ?? []) + fields.map(\.header))
  for row in rows {
    let told = row.findings.filter { $0.severity != .note }
    let said = told.map { words(for: $0, in: language) }
    let place = told.first?.location ?? row.record.location
    writer.appendRow(
      [
        catalog.words(for: place), said.map(\.message).joined(separator: "；"),
        said.map(\.hint).joined(separator: "；"),
      ] + fields.map { row.record.written($0.field) })
  }
  return writer.bytes
}

extension FormRecord {
  /// What a field states, as the office would write it; where something was found in the cell, what
  /// stands there.
  fileprivate func written(_ field: Field) -> String {
    if let found = findings.first(where: { $0.field == field && !$0.value.isEmpty }) {
      return found.value
    }
    guard case .stated(let value) = self[field] else { return "" }
    return switch value {
    case .text(let text), .choice(let text): text
    case .name(let name): name.original
    case .identity(let statement): statement.number?.masked ?? ""
    case .date(let date): date.description
    case .money(let amount):
      (amount.isOpenAbove ? "不低于\(amount.amount.low)" : amount.amount.description)
        + (amount.period.map(\.suffix) ?? "")
    case .year(let number), .count(let number): "\(number)"
    case .rate(let millionths): Money(fen: Int64(millionths / 100)).description + "%"
    case .flag(let flag): flag ? "是" : "否"
    }
  }
}

extension Period {
  /// What stands behind an amount that is for a period; an amount paid once needs nothing.
  fileprivate var suffix: String { self == .once ? "" : "元/\(rawValue)" }
}
