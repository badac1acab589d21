/// A person's name as written, with the folded form that names are compared by (domain.md 4.6).
public struct PersonName: Hashable, Codable, Sendable {
  /// The name as it stands in the cell, outer white space removed.
  public let original: String
  /// The name for comparing: full-width letters narrowed, inner blanks and dots removed,
  /// traditional characters simplified, Latin letters lower-cased.
  public let folded: String

  /// Makes a name from its written and its folded form.
  public init(original: String, folded: String) {
    self.original = original
    self.folded = folded
  }
}
