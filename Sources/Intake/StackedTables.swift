import Casework
import Tabular

/// Cuts a sheet that holds several tables, one below the other, into its tables.
///
/// A table begins where the header of a form stands below the rows of another one. A header that is
/// repeated, as on every printed page, begins none, unless a line between names another unit.
struct StackedTables {
  private let sheet: Sheet
  private let library: FormLibrary

  init(_ sheet: Sheet, library: FormLibrary) {
    self.sheet = sheet
    self.library = library
  }

  /// The tables in their order, each with the lines above its header; the sheet itself where it has
  /// no more than one.
  func parts(from search: HeaderSearch) -> [Sheet] {
    guard let found = search.rows else { return [sheet] }
    var header = firstHeader(above: found)
    var starts = [0]
    var index = header.upperBound
    while index < sheet.rowCount {
      guard mayBeHeader(index), let next = nextHeader(holding: index, below: header) else {
        index += 1
        continue
      }
      starts.append(beginning(of: next, below: header))
      header = next
      index = next.upperBound
    }
    guard starts.count > 1 else { return [sheet] }
    return zip(starts, starts.dropFirst() + [sheet.rowCount]).map { sheet.containing($0..<$1) }
  }

  /// The search knows the best header of the first rows; a table may stand above it.
  private func firstHeader(above found: Range<Int>) -> Range<Int> {
    for index in 0..<max(0, found.lowerBound - 1) where mayBeHeader(index) {
      let rows = sheet.searchHeader(in: library, startingAt: max(0, index - 2)..<index + 1).rows
      guard let rows, rows.contains(index) else { continue }
      let between = (rows.upperBound..<max(rows.upperBound, found.lowerBound))
      if between.contains(where: { sheet.texts(ofRow: $0).count > 1 }) { return rows }
    }
    return found
  }

  /// Whether a row of words names two headers; a quick look, since every row of a sheet gets it.
  private func mayBeHeader(_ index: Int) -> Bool {
    let cells = sheet[index].cells.prefix(8)
    guard cells.count >= 3 else { return false }
    var figures = 0
    for cell in cells {
      let beginsWithDigit = sheet.withUTF8(of: cell) { text in
        !text.isEmpty && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[0])
      }
      figures += beginsWithDigit ? 1 : 0
      if figures == 2 { return false }
    }
    let known = cells.lazy.map { TextFolding.trimmed(sheet.text(of: $0)) }
      .filter { $0.utf8.count <= 120 && library.knows($0) }
    return known.prefix(2 + figures).count == 2 + figures
  }

  /// The header block that holds a row and belongs to a table of its own.
  private func nextHeader(holding index: Int, below header: Range<Int>) -> Range<Int>? {
    let first = (max(header.upperBound, index - 2)...index).first { start in
      (start..<index).allSatisfy { sheet.canContinueHeader(at: $0) }
    }
    let starts = (first ?? index)..<index + 1
    guard let rows = sheet.searchHeader(in: library, startingAt: starts).rows, rows.contains(index)
    else { return nil }
    let isRepeated = repeats(index, header) && !namesAnotherUnit(above: rows, below: header)
    return isRepeated ? nil : rows
  }

  private func repeats(_ index: Int, _ header: Range<Int>) -> Bool {
    let texts = sheet.texts(ofRow: index).map(TextFolding.header)
    return header.contains { sheet.texts(ofRow: $0).map(TextFolding.header) == texts }
  }

  private func namesAnotherUnit(above rows: Range<Int>, below header: Range<Int>) -> Bool {
    guard let name = unitName(in: beginning(of: rows, below: header)..<rows.lowerBound) else {
      return false
    }
    let last = unitName(in: beginning(of: header, below: 0..<0)..<header.lowerBound)
    return last.map(TextFolding.word) != TextFolding.word(name)
  }

  private func unitName(in rows: Range<Int>) -> String? {
    rows.lazy.compactMap { RowReading.unitName(in: sheet.texts(ofRow: $0)) }.first
  }

  /// The first of the titles, unit lines and blank rows directly above a header.
  private func beginning(of rows: Range<Int>, below header: Range<Int>) -> Int {
    var start = rows.lowerBound
    while start > header.upperBound, isAboveHeader(sheet.texts(ofRow: start - 1)) { start -= 1 }
    return start
  }

  private func isAboveHeader(_ texts: [String]) -> Bool {
    guard let first = texts.first else { return true }
    if RowReading.isUnitLineBelow(texts) { return true }
    return texts.count == 1 && Int(TextFolding.word(first)) == nil && !RowReading.isTotal(texts)
      && !RowReading.isNote(texts)
  }
}
