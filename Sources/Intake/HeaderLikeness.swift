import Casework

/// A listed header near an unlisted one.
struct NearHeader: Sendable {
  let field: Field
  let header: String
}

/// Finds the listed header that an unlisted one is nearest to (contract §1, header matching).
enum HeaderLikeness {
  /// The nearest listed header, where it is one field's.
  ///
  /// Near means one changed character in a short header, two in one of six or more, and never
  /// across a negation or a period. A header that is known and belongs to someone else's group is
  /// not bound to this field after all.
  static func nearest(to words: HeaderWords, in vocabulary: FormVocabulary) -> NearHeader? {
    let key = words.leafKey
    // Among the initials of syllables every letter is a word: csrq and hsrq are not alike.
    guard key.count >= 3, !key.utf8.allSatisfy({ $0 < 0x80 }),
      words.role == nil || words.role == .applicant
    else { return nil }
    let near = vocabulary.headers
      .filter { $0.key.count >= 3 && !Field.ofReturns.contains($0.field) && sameSense(key, $0.key) }
      .map { (header: $0, distance: distance(key, $0.key)) }
      .filter { $0.distance <= (min(key.count, $0.header.key.count) >= 6 ? 2 : 1) }
    let nearest = near.filter { $0.distance == near.map(\.distance).min() }.map(\.header)
    guard let first = nearest.first, nearest.allSatisfy({ $0.field == first.field }),
      first.key != key
    else { return nil }
    return NearHeader(field: first.field, header: first.key)
  }

  /// The nearest header of any field, for the hint beside an unknown header.
  static func suggestion(for words: HeaderWords, in vocabulary: FormVocabulary) -> String? {
    let key = words.leafKey
    let ranked = vocabulary.headers.filter { !Field.ofReturns.contains($0.field) }.map {
      ($0.field, distance(key, $0.key), $0.key.count)
    }
    .filter { $0.1 * 2 < max(key.count, $0.2) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return vocabulary.definitions[best.0]?.header
  }

  private static func sameSense(_ one: String, _ other: String) -> Bool {
    for sign in "不无未非没年月季" where one.contains(sign) != other.contains(sign) { return false }
    return true
  }

  /// The number of characters to change, insert or delete between two headers.
  static func distance(_ one: String, _ other: String) -> Int {
    let target = Array(other)
    var row = Array(0...target.count)
    for (index, character) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in target.indices {
        let substituted = diagonal + (character == target[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
      }
    }
    return row[target.count]
  }
}
