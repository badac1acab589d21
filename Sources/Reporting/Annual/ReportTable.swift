import Casework
import Tabular

/// A table of a report as people read it: the same for the page and for the workbook.
struct ReportTable: Sendable {
  /// What it shows.
  let title: String
  /// The columns; the first names the rows.
  let columns: [String]
  /// The rows, each with one cell per column.
  let rows: [ReportRow]
  /// What a reader must know; empty where there is nothing.
  var note = ""
}

/// A row of a report's table.
struct ReportRow: Sendable {
  /// The cells, one per column.
  let cells: [ReportCell]
  /// Whether it is a sum.
  var isSum = false
}

/// A cell of a report's table.
enum ReportCell: Hashable, Sendable {
  case text(String)
  case count(Int)
  case amount(Money)
  case perMille(Int)
  /// Days in tenths.
  case tenths(Int)
  /// There is nothing to state.
  case none
  /// Left out because it could point to a person.
  case suppressed

  /// A count, or nothing.
  static func optional(_ count: Int?) -> ReportCell { count.map(ReportCell.count) ?? .none }

  /// Whether the cell is a figure, to stand to the right.
  var isFigure: Bool {
    if case .text = self { false } else { true }
  }

  /// The cell in words.
  func text(_ figures: ShownFigures) -> String {
    switch self {
    case .text(let text): text
    case .count(let count): figures.grouped(count)
    case .amount(let amount): figures.yuan(amount)
    case .perMille(let share): "\(share / 10).\(share % 10)%"
    case .tenths(let tenths): "\(tenths / 10).\(tenths % 10)"
    case .none: "—"
    case .suppressed: "…"
    }
  }

  /// The cell in a workbook.
  var workbookCell: XLSXCell {
    switch self {
    case .text(let text): .text(text)
    case .count(let count): .count(count)
    case .amount(let amount): .yuan(fen: amount.fen)
    case .perMille(let share): .perMille(share)
    case .tenths(let tenths): .tenths(tenths)
    case .none: .text("—")
    case .suppressed: .text("…")
    }
  }
}

/// A section of a report: a chart and tables under one heading.
struct ReportSection: Sendable {
  /// The heading.
  let title: String
  /// A chart with its caption; where there is one it stands before the first table.
  var chart: ReportChart?
  /// The tables.
  let tables: [ReportTable]
  /// Whether the tables stand side by side.
  var isPaired = false

  /// The name of its sheet in a workbook, which may have 31 characters.
  var sheet: String { String(title.prefix(31)) }
}

/// A chart with its caption.
struct ReportChart: Sendable {
  /// What it shows.
  let caption: String
  /// The chart as one `svg` element.
  let svg: String
  /// Where it stands.
  var place = Place.beside

  /// Where a chart stands.
  enum Place: String, Sendable {
    /// Beside the section's first table.
    case beside
    /// Above it, over the whole width.
    case above
    /// Above it, as wide as beside a table, because the table needs the width.
    case narrow
  }
}
