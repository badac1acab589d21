import Casework

/// Finds the filing of a unit that a row's household key means (contract §1).
struct HouseholdKeys {
  /// What a key fits.
  enum Match: Equatable {
    case filing(Int)
    /// The key's cells are all blank.
    case missing
    case nobody
    case several
  }

  private var byLocation: [SourceLocation: Int] = [:]
  private var byNumber: [String: [Int]] = [:]
  private var byIdentity: [ResidentIdentityNumber: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byFoldedName: [String: [Int]] = [:]
  private let identities: [ResidentIdentityNumber?]
  private let claimed: Set<ResidentIdentityNumber>

  /// Indexes a unit's filings.
  ///
  /// - Parameters:
  ///   - filings: The filings of one unit.
  ///   - items: All rows that look for a filing; an identity number that one of them bears is
  ///     claimed, so that a name alone does not reach past it.
  init(_ filings: [Filing], items: [FormRecord]) {
    identities = filings.map { $0.record.identity(.applicantId).value?.number }
    claimed = Set(items.compactMap { $0.identity(.applicantId).value?.number })
    for (index, filing) in filings.enumerated() {
      for record in [filing.record] + filing.superseded { byLocation[record.location] = index }
      let record = filing.record
      if let number = record.text(.applicationNumber).value {
        byNumber[TextFolding.word(number), default: []].append(index)
      }
      if let identity = identities[index] { byIdentity[identity, default: []].append(index) }
      if let name = record.name(.applicantName).value {
        byName[name.original, default: []].append(index)
        byFoldedName[name.folded, default: []].append(index)
      }
    }
  }

  /// The filing that a row belongs to: by its place below the applicant's row, by application
  /// number, by valid identity number, by exact name, by folded name, in this order.
  func match(_ item: FormRecord) -> Match {
    if let parent = item.parent { return byLocation[parent].map(Match.filing) ?? .nobody }
    let number = item.text(.applicationNumber).value
    let identity = item.identity(.applicantId).value
    let name = item.name(.applicantName).value
    if number == nil, identity == nil, name == nil { return .missing }
    if let number, let found = byNumber[TextFolding.word(number)] { return match(found) }
    if let identity = identity?.number, let found = byIdentity[identity] { return match(found) }
    guard let name else { return .nobody }
    if let found = byName[name.original].map({ admitting(identity?.number, $0) }), !found.isEmpty {
      return match(found)
    }
    let folded = admitting(identity?.number, byFoldedName[name.folded] ?? [])
    let unclaimed = folded.filter { index in
      identities[index].map { !claimed.contains($0) } ?? true
    }
    return match(folded.count > 1 ? unclaimed : folded)
  }

  /// Whether the row's other key cells speak of another filing than the one it joined.
  func contradicts(_ item: FormRecord, _ index: Int) -> Bool {
    guard item.parent == nil else { return false }
    if let identity = item.identity(.applicantId).value?.number, let own = identities[index],
      identity != own
    {
      return true
    }
    guard let name = item.name(.applicantName).value else { return false }
    return byFoldedName[name.folded]?.contains(index) != true
  }

  /// A valid identity number that is not the filing's own keeps a name from joining it.
  private func admitting(_ identity: ResidentIdentityNumber?, _ found: [Int]) -> [Int] {
    guard let identity else { return found }
    return found.filter { identities[$0].map { $0 == identity } ?? true }
  }

  private func match(_ found: [Int]) -> Match {
    switch found.count {
    case 0: .nobody
    case 1: .filing(found[0])
    default: .several
    }
  }
}
