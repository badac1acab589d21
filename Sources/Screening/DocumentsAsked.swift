import Casework

extension PolicyEdition {
  /// The documents asked for that a filing does not name, by their place in the policy.
  func places(ofDocumentsMissingIn application: Application) -> [Int] {
    guard !evidence.isEmpty else { return [] }
    let named = application.rows.compactMap { $0.text(.evidence).value }.joined(separator: ";")
    let cause = application.cause
    return evidence.indices.filter { place in
      let asked = evidence[place]
      let applies = asked.causes.isEmpty || cause.map(asked.causes.contains) ?? false
      return applies && !asked.words.contains(where: named.holds)
    }
  }

  /// The same as a bit each; the last one stands for all from the 64th document on.
  func missingDocuments(of application: Application) -> UInt64 {
    places(ofDocumentsMissingIn: application).reduce(into: 0) { $0 |= 1 << min($1, 63) }
  }
}
