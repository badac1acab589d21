import Casework
import Intake
import Reporting
import Tabular

/// Takes rows of a table out of its sheet as they were handed in.
struct ReturnedRows {
  let sheet: Sheet
  let table: SubmittedTable
  let form: FormDefinition?
  /// What was found in the rows of one unit, by row number.
  let findings: [Int: [Finding]]
  /// Columns that are missing in the table, by their fields.
  let missing: [Finding]
  let context: Context

  /// What is the same for all tables of a unit.
  struct Context: Sendable {
    let unitCode: String
    /// The SHA-256 of the file.
    let digest: String
    let found: UnitFindings
    let tables: SubmittedTables
    /// The reader's language.
    let language: Language
  }

  /// The table with the rows that need correction; nil where there are none.
  func table(stating around: [Int]) -> ReturnTable? {
    guard let frame = table.frame else {
      return table.formFrame.flatMap { ReturnedForms(rows: self, frame: $0).table }
    }
    let numbers = rowNumbers
    guard !numbers.isEmpty else { return nil }
    let columns = ownColumns(frame, numbers)
    var returned = ReturnTable(form: table.form, location: table.location)
    // A line can be wider than the table below it, and state the scale of its amounts out there.
    returned.lines = (frame.statementRows + around).map { cells(ofRow: $0, allColumns(ofRow: $0)) }
    returned.ownCount = columns.count
    returned.header = frame.headerRows.compactMap { sheet.index(ofRow: $0) == nil ? nil : $0 }
      .map { cells(ofRow: $0, columns) }
    returned.missingHeaders = missing.compactMap { header(of: $0.field) } + missingUnit(frame)
    returned.correctionColumn = frame.columns[.correction].flatMap(columns.firstIndex)
    returned.choices = choices(frame, columns)
    returned.rows = numbers.map { row($0, frame, columns, addedAt: columns.count) }
    return returned
  }

  // MARK: Which rows

  /// The rows with findings, each with the rest of its household where members stand below the
  /// applicant: a corrected applicant's row with some members below it would replace them all.
  private var rowNumbers: [Int] {
    var numbers = Set(findings.keys)
    if !missing.isEmpty {
      numbers.formUnion((table.rowsByUnit[context.unitCode] ?? []).map(Int.init))
    }
    if table.frame?.memberColumns != nil {
      let wanted = Set(numbers.map { table.applicantRows[UInt32($0)] ?? UInt32($0) })
      numbers.formUnion(wanted.map(Int.init).filter { sheet.index(ofRow: $0) != nil })
      numbers.formUnion(
        table.applicantRows.filter { wanted.contains($0.value) }.map { Int($0.key) })
    }
    return numbers.filter { sheet.index(ofRow: $0) != nil }.sorted()
  }

  /// The columns of the unit's own, without those that an earlier return sheet added.
  private func ownColumns(_ frame: TableFrame, _ numbers: [Int]) -> [Int] {
    let added = Set(Field.ofReturns.compactMap { frame.columns[$0] })
    let rows = numbers + Array(frame.headerRows)
    let last = rows.compactMap(sheet.index(ofRow:)).compactMap { sheet[$0].cells.last?.column }
      .max()
    return (0...(last ?? 0)).filter { !added.contains($0) }
  }

  // MARK: Their cells

  private func row(
    _ number: Int, _ frame: TableFrame, _ columns: [Int], addedAt added: Int
  ) -> ReturnRow {
    let place = table.location.with(row: number)
    var cells = cells(ofRow: number, columns)
    fillKey(of: &cells, row: number, frame, columns)
    var problems = (findings[number] ?? []).map { finding in
      let column = finding.location.map { Int($0.column) }.flatMap(columns.firstIndex)
      return (finding: finding, column: column ?? 0)
    }
    problems += missing.enumerated().map { (finding: $1, column: added + $0) }
    if !missingUnit(frame).isEmpty {
      let unitless = problems.indices.filter { problems[$0].finding.code == .unitMissing }
      for place in unitless { problems[place].column = added + missing.count }
    }
    let earlier = context.tables.marks[place]
    let mark = earlier?.again ?? ReturnMark(digest: context.digest, row: place)
    let isBelow = table.applicantRows[UInt32(number)].map { Int($0) != number } ?? false
    return ReturnRow(
      cells: cells, number: number, problems: problems, mark: isBelow ? "" : mark.text,
      caseID: context.found.caseIDs[place] ?? "")
  }

  func allColumns(ofRow number: Int) -> [Int] {
    let last = sheet.index(ofRow: number).flatMap { sheet[$0].cells.last?.column }
    return last.map { Array(0...$0) } ?? []
  }

  func cells(ofRow number: Int, _ columns: [Int]) -> [String] {
    guard let index = sheet.index(ofRow: number) else { return [] }
    var texts: [Int: String] = [:]
    for cell in sheet[index].cells { texts[cell.column] = sheet.writtenText(of: cell) }
    let last = columns.lastIndex { texts[$0] != nil }
    return last.map { columns[...$0].map { texts[$0] ?? "" } } ?? []
  }

  /// A row whose key stands in a row above, or in a cell merged over it, gets the key itself: alone
  /// it would be nobody's.
  private func fillKey(
    of cells: inout [String], row number: Int, _ frame: TableFrame, _ columns: [Int]
  ) {
    guard frame.memberColumns == nil, let form else { return }
    let fields = form.householdKey + [.submittingUnit, .memberName, .memberId]
    let keyColumns = fields.compactMap { frame.columns[$0] }
    let isFilled = context.found.filledRows.contains(table.location.with(row: number))
    let source = isFilled ? rowWithKey(above: number, form, frame) : nil
    for column in keyColumns {
      guard let place = columns.firstIndex(of: column) else { continue }
      while cells.count <= place { cells.append("") }
      guard cells[place].isEmpty else { continue }
      let isKey = form.householdKey.contains { frame.columns[$0] == column }
      cells[place] =
        sheet.mergedText(row: number, column: column)
        ?? (isKey ? source.flatMap { sheet.writtenText(row: $0, column: column) } : nil) ?? ""
    }
  }

  private func rowWithKey(above number: Int, _ form: FormDefinition, _ frame: TableFrame) -> Int? {
    guard let start = sheet.index(ofRow: number) else { return nil }
    let keys = form.householdKey.compactMap { frame.columns[$0] }
    return (0..<start).reversed().lazy.map { sheet[$0].number }
      .prefix { $0 > frame.headerRows.upperBound }
      .first { number in
        keys.contains { sheet.writtenText(row: number, column: $0) != nil }
      }
  }

  /// The header of 申报单位 where the office must say whose the rows are and no column does.
  private func missingUnit(_ frame: TableFrame) -> [String] {
    guard context.unitCode == UnitFindings.office, frame.columns[.submittingUnit] == nil else {
      return []
    }
    return [header(of: .submittingUnit)].compactMap(\.self)
  }

  // MARK: What the columns are

  func header(of field: Field?) -> String? {
    form?.fields.first { $0.field == field }?.header
  }

  private func choices(_ frame: TableFrame, _ columns: [Int]) -> [Int: [String]] {
    var choices: [Int: [String]] = [:]
    for definition in form?.fields ?? [] {
      guard let column = frame.columns[definition.field].flatMap(columns.firstIndex) else {
        continue
      }
      let listed = definition.type == .flag ? ["是", "否"] : definition.choices.map(\.name)
      if !listed.isEmpty { choices[column] = listed }
    }
    return choices
  }
}

extension SourceLocation {
  /// The first column of another row of the same sheet.
  func with(row: Int) -> SourceLocation {
    SourceLocation(file: Int(file), sheet: Int(sheet), row: row, column: 0)
  }
}

extension Sheet {
  /// The place of a row by its number.
  ///
  /// - Complexity: O(log rows).
  func index(ofRow number: Int) -> Int? {
    var (low, high) = (0, rowCount)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rowCount && self[low].number == number ? low : nil
  }

  /// A cell as its writer would write it: a date that the file holds as a value without its time.
  fileprivate func writtenText(of cell: RawCell) -> String {
    let text = text(of: cell)
    guard cell.kind == .date, let end = text.firstIndex(of: "T") else { return text }
    return text[end...].allSatisfy { "T0:.Z".contains($0) } ? String(text[..<end]) : text
  }

  /// The text at a place; nil where nothing stands there.
  fileprivate func writtenText(row number: Int, column: Int) -> String? {
    guard let index = index(ofRow: number),
      let cell = self[index].cells.first(where: { $0.column == column })
    else { return nil }
    let text = writtenText(of: cell)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// The text of the cell that is merged over a place from a row above it.
  fileprivate func mergedText(row: Int, column: Int) -> String? {
    guard
      let merge = merges.first(where: {
        $0.firstRow < row && row <= $0.lastRow && $0.firstColumn <= column
          && column <= max($0.firstColumn, $0.lastColumn)
      })
    else { return nil }
    return writtenText(row: merge.firstRow, column: merge.firstColumn)
  }
}
