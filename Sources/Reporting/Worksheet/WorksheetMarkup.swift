import Casework

/// The worksheet's tree as nested `details`: folded on the screen, open on paper.
///
/// Written without a template: the tree has no fixed depth. Files stand once below it, since their
/// names are long and most figures of a case come from a few of them.
struct WorksheetMarkup {
  let language: Language
  private var places: NumberedPlaces

  init(catalog: SourceCatalog, language: Language) {
    self.language = language
    places = NumberedPlaces(catalog: catalog, language: language)
  }

  /// The tree as one element, with the list of its files.
  mutating func markup(of row: WorksheetRow) -> String {
    var markup = "<div class=\"tree\">"
    append(row, depth: 0, to: &markup)
    let files = places.legend.map { "<li>\(escaped($0))</li>" }.joined()
    return markup + "</div><ul class=\"places\">\(files)</ul>"
  }

  private mutating func append(_ row: WorksheetRow, depth: Int, to markup: inout String) {
    let classes =
      "node" + (row.isMain ? " main" : "") + (row.standing.isEmpty ? "" : " aside")
      + (row.isOpen && row.rows.isEmpty ? " open-figure" : "")
    guard !row.rows.isEmpty else {
      markup += "<div class=\"\(classes) leaf\">\(line(of: row))\(remarks(of: row))</div>"
      return
    }
    // What leads to the result, and what is not certain, is unfolded from the start.
    let unfolded = row.counts && (depth < 2 || row.isOpen || row.isMain)
    markup += "<details class=\"\(classes)\"\(unfolded ? " open" : "")>"
    markup += "<summary>\(line(of: row))</summary>\(remarks(of: row))"
    for part in row.rows { append(part, depth: depth + 1, to: &markup) }
    markup += "</details>"
  }

  private mutating func line(of row: WorksheetRow) -> String {
    let aside = row.standing.isEmpty ? "" : "<small>\(escaped(row.standing))</small>"
    return "<span class=\"line\"><span class=\"what\">\(escaped(row.title))</span>"
      + "<span class=\"how\">\(escaped(row.formula))\(cells(of: row))</span>"
      + "<span class=\"figure\">\(escaped(row.figure))\(aside)</span></span>"
  }

  private mutating func cells(of row: WorksheetRow) -> String {
    guard !row.sources.isEmpty else { return "" }
    return " <span class=\"cell\">\(escaped(places.words(for: row.sources)))</span>"
  }

  private func remarks(of row: WorksheetRow) -> String {
    row.remarks.map { "<p class=\"note\">\(escaped($0))</p>" }.joined()
  }
}
