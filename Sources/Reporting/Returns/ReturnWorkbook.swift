import Casework
public import Tabular

/// `returns/<unit>.xlsx`: the receipt first, then a sheet for each table with rows to correct.
///
/// Everything the unit wrote is written as text, so that no number loses a digit and nothing is run
/// as a formula. The same return makes the same bytes.
///
/// - Throws: `TabularError.Code.unwritable` where temporary files or memory ran out.
public func returnWorkbook(
  _ sheet: ReturnSheet, in language: Language
) throws(TabularError) -> [UInt8] {
  var writer = try XLSXWriter(
    title: "\(ReturnWord.title.text(in: language)) \(sheet.unit.name)", dated: XLSXDay(sheet.asOf),
    keepingPartsIn: sheet.isSmall ? .memory : .disk)
  let names = sheet.sheetNames(in: language)
  try writer.appendReceipt(ReturnReceipt(sheet: sheet, names: names, language: language))
  for (table, name) in zip(sheet.tables, names) {
    try writer.appendReturned(table, of: sheet, named: name, in: language)
  }
  return try writer.finished()
}

extension ReturnSheet {
  /// Whether the workbook takes a megabyte or so at most, as most units' do.
  fileprivate var isSmall: Bool { tables.reduce(0) { $0 + $1.rows.count } <= 500 }

  /// The names of the tables' sheets: a number, for two tables can be of one form, and the form.
  func sheetNames(in language: Language) -> [String] {
    tables.enumerated().map { place, table in
      String("\(place + 1) \(title(of: table.form, in: language))".prefix(31))
    }
  }
}

extension XLSXWriter {
  fileprivate mutating func appendReturned(
    _ table: ReturnTable, of sheet: ReturnSheet, named name: String, in language: Language
  ) throws(TabularError) {
    guard !table.isForm else {
      return try appendForm(table, named: name, merging: sheet.isSmall, in: language)
    }
    let columns = ReturnColumns(of: table)
    let lines = sheet.unitLine(of: table) + table.lines
    let headCount = lines.count + table.header.count
    try beginSheet(layout(of: table, columns, named: name, headCount: headCount))
    for line in lines { try appendRow(line.map(XLSXCell.written), style: .note) }
    for (place, row) in table.header.enumerated() {
      let cells = columns.header(row, isFirst: place == 0)
      try appendRow(cells.map(XLSXCell.written), style: .header)
    }
    for row in table.rows { try appendRow(cells(of: row, columns, in: language)) }
  }

  /// The cells of a row; those with problems coloured by the worst, with all of them as comment.
  private func cells(
    of row: ReturnRow, _ columns: ReturnColumns, in language: Language
  ) -> [XLSXCell] {
    var cells = columns.cells(of: row, in: language).map(XLSXCell.written)
    for (column, problems) in Dictionary(grouping: row.problems, by: \.column)
    where cells.indices.contains(column) {
      guard case .written(let text) = cells[column] else { continue }
      cells[column] = .marked(text, mark(for: problems.map(\.finding), in: language))
    }
    return cells
  }

  private func mark(for findings: [Finding], in language: Language) -> XLSXMark {
    let lines = findings.map { finding in
      let told = words(for: finding, in: language)
      return "【\(title(of: finding.severity, in: language))】\(told.message)\n\(told.hint)"
        + "\n\(finding.code.rawValue)"
    }
    let isError = findings.contains { $0.severity == .error }
    return XLSXMark(isError ? .error : .warning, comment: lines.joined(separator: "\n"))
  }

  private func layout(
    of table: ReturnTable, _ columns: ReturnColumns, named name: String, headCount: Int
  ) -> XLSXSheetLayout {
    var layout = XLSXSheetLayout(
      name: name, widths: widths(of: table, columns), frozenRows: headCount)
    layout.textColumns = 0..<columns.count
    layout.hiddenColumns = [columns.markColumn]
    // Rows can be added below those that came back.
    let rows = headCount...(headCount + max(200, table.rows.count * 2))
    let flags = [columns.correctionColumn, table.correctionColumn].compactMap(\.self)
      .map { ($0, ["是", "否"]) }
    let lists = table.choices.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    layout.choices = (lists + flags + [(columns.actionColumn, ["改正", "删除"])]).map {
      XLSXChoices(
        column: $0, rows: rows, values: $1, advice: "可选：" + $1.joined(separator: "、"))
    }
    return layout
  }

  private func widths(of table: ReturnTable, _ columns: ReturnColumns) -> [Int] {
    let shown = table.header + table.rows.prefix(50).map(\.cells)
    let own = (0..<columns.ownCount).map { column in
      let longest = shown.map { column < $0.count ? width(of: $0[column]) : 0 }.max() ?? 0
      return min(26, max(8, longest + 2))
    }
    let missing = columns.missingHeaders.map { _ in 16 }
    return own + missing + (columns.addsCorrection ? [8] : []) + [10, 48, 48, 24]
  }

  /// Applications in form layout as they stand, each with its mark below it.
  private mutating func appendForm(
    _ table: ReturnTable, named name: String, merging: Bool, in language: Language
  ) throws(TabularError) {
    let count = max(2, table.rows.map(\.cells.count).max() ?? 0)
    var layout = XLSXSheetLayout(name: name, widths: formWidths(of: table, count: count))
    layout.textColumns = 0..<count
    if merging {
      layout.merges = table.merges.map { XLSXMerge(rows: $0.rows, columns: $0.columns) }
      layout.merges += table.rows.indices.filter { table.rows[$0].isAdded }
        .map { XLSXMerge(rows: $0...$0, columns: 1...count - 1) }
    }
    try beginSheet(layout)
    let room = max(20, layout.widths.dropFirst().reduce(0, +))
    for row in table.rows {
      var cells = row.cells.map(XLSXCell.written)
      while row.number > 0 && cells.count < count { cells.append(.blank) }
      for (column, problems) in Dictionary(grouping: row.problems, by: \.column)
      where column < count {
        let text = column < row.cells.count ? row.cells[column] : ""
        cells[column] = .marked(text, mark(for: problems.map(\.finding), in: language))
      }
      let lines = row.isAdded && merging ? width(of: row.cells[1]) / room + 1 : nil
      try appendRow(cells, style: row.cells.isEmpty ? .plain : .boxed, lines: lines)
    }
  }

  /// Wide enough for the labels and short values; merged cells have room of their own.
  private func formWidths(of table: ReturnTable, count: Int) -> [Int] {
    (0..<count).map { column in
      let texts = table.rows.enumerated().filter { index, _ in
        !table.merges.contains { $0.rows.contains(index) && $0.columns.contains(column) }
      }.map { $1.cells }
      let longest = texts.map { column < $0.count ? width(of: $0[column]) : 0 }.max() ?? 0
      return min(24, max(10, longest + 2))
    }
  }
}

extension ReturnRow {
  /// Whether the return sheet added the row below a form: a label and what it says.
  fileprivate var isAdded: Bool { number == 0 && cells.count == 2 }
}

/// Han characters are twice as wide as Latin ones.
private func width(of text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
}
