import Casework

/// Cells with the numbers of their files and sheets, which are listed once.
struct NumberedPlaces {
  let catalog: SourceCatalog
  let language: Language
  /// The files and sheets that were named, in the order of their numbers.
  private(set) var files: [String] = []

  init(catalog: SourceCatalog, language: Language) {
    self.catalog = catalog
    self.language = language
  }

  /// Cells such as `[1] D5、E5 [2] B7`.
  mutating func words(for locations: [SourceLocation]) -> String {
    var groups: [(number: Int, cells: [String])] = []
    for location in locations {
      let number = number(of: catalog.rowWords(for: location))
      if groups.last?.number == number {
        groups[groups.count - 1].cells.append(location.cell)
      } else {
        groups.append((number, [location.cell]))
      }
    }
    return groups.map { group in
      "[\(group.number)] " + group.cells.joined(separator: language.listSeparator)
    }.joined(separator: " ")
  }

  private mutating func number(of file: String) -> Int {
    if let place = files.firstIndex(of: file) { return place + 1 }
    files.append(file)
    return files.count
  }

  /// The files with their numbers.
  var legend: [String] { files.enumerated().map { "[\($0.offset + 1)] \($0.element)" } }
}
