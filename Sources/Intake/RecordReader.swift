import Casework
import Tabular

/// Makes records out of the rows of one sheet.
struct RecordReader {
  let file: Int
  let sheet: Int
  /// The table's first column: where a finding about a whole row stands.
  let firstColumn: Int
  let asOf: CalendarDate
  let merged: MergedTexts

  /// The row as a record of a form, with what was found in its cells.
  func record(of row: SheetRow, form: BoundForm, parent: SourceLocation? = nil) -> FormRecord {
    let start = SourceLocation(file: file, sheet: sheet, row: row.number, column: firstColumn)
    var record = FormRecord(
      form: form.form.kind, location: form.group.map { start.at(column: $0.start) } ?? start,
      columns: form.map, parent: parent,
      expecting: min(row.cells.count, form.columns.count))
    var cells = row.cells[...]
    var kinship: String?
    for bound in form.columns {
      while let cell = cells.first, cell.column < bound.column { cells = cells.dropFirst() }
      var cell = cells.first.flatMap { $0.column == bound.column ? $0 : nil }
      if cell == nil, bound.isSharedByMerging {
        cell = merged.cell(row: row.number, column: bound.column)
      }
      if !bound.ticks.isEmpty { cell = row.choice(amongTicks: bound.ticks) }
      if bound.parser.definition.field == .relationship { kinship = cell?.text }
      enter(cell, by: bound.parser, at: start.at(column: bound.column), into: &record)
    }
    record.findings += crossChecked(record, kinship: kinship)
    return record
  }

  /// Enters what a cell states, with what was found in it; a required one that is blank is an error.
  func enter(
    _ cell: SheetRow.TextCell?, by parser: FieldParser, at place: SourceLocation,
    into record: inout FormRecord
  ) {
    let definition = parser.definition
    let reading = cell.map { parser.reading($0.text, kind: $0.kind) } ?? .nothing
    if let value = reading.value {
      record.enter(value, for: definition.field)
    } else if !reading.findings.isEmpty {
      record.enter(nil, for: definition.field)
    } else if definition.isRequired {
      record.findings.append(
        Finding(.cellRequired, at: place, field: definition.field, [definition.header]))
    }
    guard let text = cell?.text else { return }
    for (code, arguments) in reading.findings + future(reading.value) {
      record.findings.append(
        Finding(code, at: place, field: definition.field, value: text, arguments))
    }
  }

  private func future(_ value: FieldValue?) -> [(code: FindingCode, arguments: [String])] {
    guard case .date(let date) = value, date.earliest > asOf else { return [] }
    return [(.dateImplausible, [asOf.description])]
  }
}

extension SheetRow {
  /// The choice whose column is ticked, as if its name were written.
  ///
  /// Two ticks give both names, and anything else that stands there is given as it stands, so that
  /// neither is taken for an answer.
  fileprivate func choice(amongTicks ticks: [(column: Int, choice: String)]) -> TextCell? {
    var named: [String] = []
    for (column, choice) in ticks {
      guard let text = cell(at: column)?.text else { continue }
      switch WordText.flag(text) {
      case true?: named.append(choice)
      case false?: continue
      case nil: named.append(text)
      }
    }
    guard let first = ticks.first, !named.isEmpty else { return nil }
    return TextCell(column: first.column, kind: .text, text: named.joined(separator: "、"))
  }
}
