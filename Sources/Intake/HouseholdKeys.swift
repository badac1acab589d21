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

  /// What one filing goes by, its earlier versions included: items may bear the number or the
  /// name that a correction changed.
  fileprivate struct Names {
    var numbers: Set<String> = []
    var identities: Set<ResidentIdentityNumber> = []
    var names: Set<String> = []
    var foldedNames: Set<String> = []
  }

  private var byLocation: [SourceLocation: Int] = [:]
  private var byNumber: [String: [Int]] = [:]
  private var byIdentity: [ResidentIdentityNumber: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byFoldedName: [String: [Int]] = [:]
  private var filings: [Names] = []
  private let claimed: Set<ResidentIdentityNumber>

  /// Indexes a unit's filings.
  ///
  /// - Parameters:
  ///   - filings: The filings of one unit.
  ///   - items: All rows that look for a filing; an identity number that one of them bears is
  ///     claimed, so that a name alone does not reach past it.
  init(_ filings: [Filing], items: [FormRecord]) {
    claimed = Set(items.compactMap { $0.identity(.applicantId).value?.number })
    for (index, filing) in filings.enumerated() {
      var names = Names()
      for record in [filing.record] + filing.superseded {
        byLocation[record.location] = index
        names.add(record)
      }
      for number in names.numbers { byNumber[number, default: []].append(index) }
      for identity in names.identities { byIdentity[identity, default: []].append(index) }
      for name in names.names { byName[name, default: []].append(index) }
      for name in names.foldedNames { byFoldedName[name, default: []].append(index) }
      self.filings.append(names)
    }
  }

  /// The filing that a row belongs to: by its place below the applicant's row, by application
  /// number, by valid identity number, by exact name, by folded name, in this order.
  ///
  /// Where a number fits several filings, the row's other key cells may single one of them out.
  func match(_ item: FormRecord) -> Match {
    if let parent = item.parent { return byLocation[parent].map(Match.filing) ?? .nobody }
    let number = item.text(.applicationNumber).value
    let identity = item.identity(.applicantId).value
    let name = item.name(.applicantName).value
    if number == nil, identity == nil, name == nil { return .missing }
    if let number, let found = byNumber[TextFolding.word(number)] {
      return match(narrowed(found, by: identity?.number, name))
    }
    if let identity = identity?.number, let found = byIdentity[identity] {
      return match(narrowed(found, by: nil, name))
    }
    return name.map { match($0, identity: identity?.number) } ?? .nobody
  }

  private func match(_ name: PersonName, identity: ResidentIdentityNumber?) -> Match {
    let exact = admitting(identity, byName[name.original] ?? [])
    if !exact.isEmpty { return match(exact) }
    let folded = admitting(identity, byFoldedName[name.folded] ?? [])
    return match(folded.count > 1 ? folded.filter(isUnclaimed) : folded)
  }

  /// Whether the row's other key cells speak of another filing than the one it joined.
  func contradicts(_ item: FormRecord, _ index: Int) -> Bool {
    guard item.parent == nil else { return false }
    let filing = filings[index]
    func differs<Key>(_ key: Key?, from known: Set<Key>) -> Bool {
      key.map { !known.isEmpty && !known.contains($0) } ?? false
    }
    return differs(item.text(.applicationNumber).value.map(TextFolding.word), from: filing.numbers)
      || differs(item.identity(.applicantId).value?.number, from: filing.identities)
      || differs(item.name(.applicantName).value?.folded, from: filing.foldedNames)
  }

  private func narrowed(
    _ found: [Int], by identity: ResidentIdentityNumber?, _ name: PersonName?
  ) -> [Int] {
    guard found.count > 1 else { return found }
    let alike = [
      found.filter { index in identity.map(filings[index].identities.contains) ?? false },
      found.filter { index in (name?.original).map(filings[index].names.contains) ?? false },
      found.filter { index in (name?.folded).map(filings[index].foldedNames.contains) ?? false },
    ]
    return alike.first { $0.count == 1 } ?? found
  }

  /// A valid identity number that is not the filing's own keeps a name from joining it.
  private func admitting(_ identity: ResidentIdentityNumber?, _ found: [Int]) -> [Int] {
    guard let identity else { return found }
    return found.filter {
      filings[$0].identities.isEmpty || filings[$0].identities.contains(identity)
    }
  }

  private func isUnclaimed(_ index: Int) -> Bool {
    filings[index].identities.isDisjoint(with: claimed)
  }

  private func match(_ found: [Int]) -> Match {
    switch found.count {
    case 0: .nobody
    case 1: .filing(found[0])
    default: .several
    }
  }
}

extension HouseholdKeys.Names {
  fileprivate mutating func add(_ record: FormRecord) {
    if let number = record.text(.applicationNumber).value {
      numbers.insert(TextFolding.word(number))
    }
    if let identity = record.identity(.applicantId).value?.number { identities.insert(identity) }
    if let name = record.name(.applicantName).value {
      names.insert(name.original)
      foldedNames.insert(name.folded)
    }
  }
}
