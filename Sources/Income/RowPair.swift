import Casework

/// Two rows of a list that are, or may be, about one person; by their places, the earlier first.
struct RowPair {
  let first: Int
  let second: Int

  /// The pairs that may be about one person, where nothing proves it and nothing tells them apart.
  static func doubtful(in rows: [FormRecord]) -> [RowPair] {
    let groups = groups(of: rows, same: [])
    return groups.indices.flatMap { index in
      groups[(index + 1)...].compactMap { later in
        let mayBeOne = groups[index].allSatisfy { one in
          later.allSatisfy { rows[one].mayBeSamePerson(as: rows[$0]) }
        }
        return mayBeOne ? RowPair(first: groups[index][0], second: later[0]) : nil
      }
    }
  }

  /// The places of the rows about each person, in order; `same` are taken to be one person.
  static func groups(of rows: [FormRecord], same: [RowPair]) -> [[Int]] {
    var groups: [[Int]] = []
    for place in rows.indices {
      let joined = groups.filter { group in
        group.contains { earlier in
          rows[place].isSamePerson(as: rows[earlier])
            || same.contains { $0.first == earlier && $0.second == place }
        }
      }
      groups.removeAll { joined.contains($0) }
      groups.append(joined.flatMap(\.self).sorted() + [place])
    }
    return groups.sorted { $0[0] < $1[0] }
  }
}

extension FormRecord {
  /// The same valid number, or the same name with nothing that tells the two apart and a proof: the
  /// same date of birth, a place in the family that only one person has, or the same row twice.
  fileprivate func isSamePerson(as other: FormRecord) -> Bool {
    if let number = identity(.memberId).value?.number,
      let otherNumber = other.identity(.memberId).value?.number
    {
      return number == otherNumber
    }
    guard mayBeSamePerson(as: other) else { return false }
    if birthStatement != nil, other.birthStatement != nil { return true }
    let places = [self, other].map { $0.choice(.relationship, as: Relationship.self).value }
    return statesSame(as: other)
      || (places[0] == places[1] && [.applicant, .spouse].contains(places[0]))
  }

  /// The same name, and nothing that tells the two apart.
  fileprivate func mayBeSamePerson(as other: FormRecord) -> Bool {
    guard let name = name(.memberName).value else { return false }
    return name.folded == other.name(.memberName).value?.folded && !contradicts(other)
  }

  private func contradicts(_ other: FormRecord) -> Bool {
    let numbers = [self, other].compactMap { $0.identity(.memberId).value?.number }
    if Set(numbers).count == 2 { return true }
    if let birth = birthStatement, let second = other.birthStatement, !birth.agrees(with: second) {
      return true
    }
    let sexes = [self, other].compactMap { $0.choice(.sex, as: Sex.self).value }
    return Set(sexes).count == 2
  }

  private var birthStatement: StatedDate? {
    date(.birthDate).value ?? identity(.memberId).value?.number.map { StatedDate($0.birthDate) }
  }
}
