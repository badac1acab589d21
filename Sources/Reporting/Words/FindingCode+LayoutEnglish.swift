import Casework

extension FindingCode {
  /// The wording in English of what is said about layouts, mappings and checks between cells.
  ///
  /// `CatalogueTests` holds the table to every code; a code without words would show its own name.
  var layoutEnglishText: FindingText {
    switch self {
    case .cellUnplaced:
      FindingText(
        "Nothing says what this cell is about; it was not read",
        "Write the label of the form left of it or above, or delete it.")
    default: FindingText(rawValue, rawValue)
    }
  }
}
