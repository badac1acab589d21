import Casework

/// The worksheet's tree for a terminal: titles and workings at the left, figures at the right edge.
struct WorksheetText {
  let language: Language
  /// How many columns a line may take.
  let columns: Int
  /// The files and sheets that were named.
  private(set) var places: NumberedPlaces

  init(catalog: SourceCatalog, language: Language, columns: Int) {
    self.language = language
    self.columns = columns
    places = NumberedPlaces(catalog: catalog, language: language)
  }

  /// The lines of a tree.
  mutating func lines(of row: WorksheetRow) -> [String] {
    block(row, first: "", rest: "") + children(of: row, under: "")
  }

  private mutating func children(of row: WorksheetRow, under indent: String) -> [String] {
    var lines: [String] = []
    for (place, part) in row.rows.enumerated() {
      let isLast = place == row.rows.count - 1
      let rest = indent + (isLast ? "   " : "│  ")
      lines += block(part, first: indent + (isLast ? "└─ " : "├─ "), rest: rest)
      lines += children(of: part, under: rest)
    }
    return lines
  }

  /// A figure's line, with what does not fit on it below.
  private mutating func block(_ row: WorksheetRow, first: String, rest: String) -> [String] {
    let figure = row.standing.isEmpty ? row.figure : "(\(row.figure))"
    let cells = row.sources.isEmpty ? "" : " " + placed(row.sources)
    let what = row.title + (row.formula.isEmpty ? "" : "  \(row.formula)") + cells
    let stem = row.rows.isEmpty ? "   " : "│  "
    let room = columns - TerminalText.width(figure) - 2
    let wrapped = TerminalText.wrapped(what, to: max(24, room - TerminalText.width(rest) - 3))
    var lines = [TerminalText.spread(first + (wrapped.first ?? ""), figure, over: columns)]
    lines += wrapped.dropFirst().map { rest + stem + $0 }
    for remark in (row.standing.isEmpty ? [] : [row.standing]) + row.remarks {
      let width = max(24, columns - TerminalText.width(rest) - 5)
      for (place, text) in TerminalText.wrapped(remark, to: width).enumerated() {
        lines.append(rest + stem + (place == 0 ? "· " : "  ") + text)
      }
    }
    return lines
  }

  /// Cells with the numbers of their files.
  mutating func placed(_ locations: [SourceLocation]) -> String { places.words(for: locations) }
}
