import Casework
import Tabular

/// A workbook with a sheet for each section, tables one under another, headers in view.
func workbook(
  titled title: String, of sections: [ReportSection], dated day: CalendarDate
) throws(TabularError) -> [UInt8] {
  var writer = try XLSXWriter(title: title, dated: XLSXDay(day))
  for section in sections {
    try writer.beginSheet(
      named: section.sheet, widths: widths(of: section.tables), frozenRows: 2)
    try writer.appendRow([.text("\(title)　\(section.title)")], style: .title)
    for (number, table) in section.tables.enumerated() {
      if number > 0 {
        try writer.appendRow([])
        try writer.appendRow([.text(table.title)], style: .title)
      }
      try writer.appendRow(table.columns.map(XLSXCell.text), style: .header)
      for row in table.rows {
        try writer.appendRow(row.cells.map(\.workbookCell), style: row.isSum ? .sum : .plain)
      }
      if !table.note.isEmpty { try writer.appendRow([.text(table.note)], style: .note) }
    }
  }
  return try writer.finished()
}

/// Widths in characters: wide enough for the longest words of a column and for amounts.
private func widths(of tables: [ReportTable]) -> [Int] {
  let count = tables.map(\.columns.count).max() ?? 0
  return (0..<count).map { column in
    let cells = tables.flatMap { table in
      table.columns.indices.contains(column) ? table.rows.map { $0.cells[column] } : []
    }
    let words = cells.map { cell in
      if case .text(let text) = cell { width(of: text) } else { 14 }
    }
    return min(40, max(12, (words.max() ?? 0) + 2))
  }
}

/// Han characters are twice as wide as Latin ones.
private func width(of text: String) -> Int {
  text.unicodeScalars.map { $0.value < 0x1100 ? 1 : 2 }.reduce(0, +)
}

extension XLSXDay {
  /// A day of the calendar.
  init(_ day: CalendarDate) {
    let epoch = CalendarDate(firstOfMonth: 1, year: 1970)
    self.init(daysSince1970: day.dayNumber - epoch.dayNumber)
  }
}
