import Casework
import Tabular

/// Puts the rows below a header into classes, one after the other (contract §4, row balance).
struct RowClassifier {
  /// The classes of the rows above and in the header, by their folded texts: on later printed pages
  /// they are repeated.
  private let repeatable: [[String]: RowClass]
  private let repeatableStarts: Set<String>
  private let serialColumn: Int?
  private let firstColumn: Int
  private var previous = RowClass.header

  /// Prepares for the rows below a header; `firstColumn` is where numbers of rows stand that no
  /// header names.
  init(_ sheet: Sheet, header: Range<Int>, serialColumn: Int?, firstColumn: Int) {
    self.firstColumn = firstColumn
    var repeatable: [[String]: RowClass] = [:]
    for index in 0..<header.upperBound {
      let texts = SheetRow(index, of: sheet).texts
      repeatable[texts.map(TextFolding.header)] =
        header.contains(index) ? .header : Self.classAbove(texts)
    }
    self.repeatable = repeatable
    repeatableStarts = Set(repeatable.keys.compactMap(\.first))
    self.serialColumn = serialColumn
  }

  /// The class of a row above the header.
  static func classAbove(_ texts: [String]) -> RowClass {
    if texts.isEmpty { return .blank }
    if RowReading.isUnitLine(texts) { return .unitLine }
    return texts.count == 1 ? .title : .note
  }

  /// The class of the next row; `data` for one that is nothing else.
  ///
  /// A single text above a repeated header is that page's or group's title; `textsBelow` tells.
  mutating func classify(_ row: SheetRow, above textsBelow: () -> [String]) -> RowClass {
    var kind = kind(of: row)
    if kind == .data, row.texts.count == 1,
      repeatable[textsBelow().map(TextFolding.header)] == .header
    {
      kind = .title
    }
    if kind != .blank { previous = kind }
    return kind
  }

  private func kind(of row: SheetRow) -> RowClass {
    let texts = row.texts
    if texts.isEmpty || isSpare(row) { return .blank }
    if previous == .header || RowReading.beginsColumnNumbers(texts),
      RowReading.isColumnNumbers(texts)
    {
      return .header
    }
    if RowReading.isTotal(texts) { return .total }
    if repeatableStarts.contains(TextFolding.header(texts[0])),
      let kind = repeatable[texts.map(TextFolding.header)]
    {
      return kind
    }
    if RowReading.beginsNote(texts) { return .note }
    if RowReading.isUnitLineBelow(texts) { return .unitLine }
    if RowReading.isNote(texts) { return .note }
    if previous == .note, RowReading.continuesNote(texts) { return .note }
    return RowReading.isPartTitle(texts) ? .title : .data
  }

  /// Whether a row was prepared for someone and left empty: its number, and zeros of formulas.
  private func isSpare(_ row: SheetRow) -> Bool {
    guard let first = row.cells.first, first.text.utf8.count <= 12 else { return false }
    let hasNumber =
      first.column == serialColumn ?? firstColumn && Int(TextFolding.word(first.text)) != nil
    guard row.cells.count > 1 else { return hasNumber }
    guard serialColumn != nil else { return false }
    let rest = hasNumber ? row.texts.dropFirst() : row.texts[...]
    return rest.allSatisfy { ["0", "0.0", "0.00", "-"].contains($0) }
  }
}
