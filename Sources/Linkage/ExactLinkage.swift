public import Casework

/// Finds cases that may be the same, by exact keys: identity number over 15- and 18-digit forms,
/// surviving digits with the name, folded name with the date of birth, the same deceased member,
/// the same telephone or account.
///
/// A set stage: needs the records of all cases. People decide about every pair.
///
/// - Parameters:
///   - records: All persons of all cases of this round and earlier ones.
///   - round: This round; pairs wholly in earlier rounds are left out.
///   - intervalMonths: The months inside which an earlier round makes a case `tooSoon`.
/// - Returns: The pairs by identifier and kind, without verdicts.
/// - Complexity: O(records + pairs); a key that more than a hundred records share makes one pair for
///   each of them.
public func duplicateLinks(
  among records: [LinkageRecord], round: String, intervalMonths: Int
) -> [DuplicateLink] {
  let records = records.sorted(by: inOrderOfCaseAndRole)
  var pairs = PairCollection(round: round, intervalMonths: intervalMonths)
  for (reason, key) in personKeys {
    for group in grouped(records, by: key) { pairs.addPersons(group, because: reason) }
  }
  let applicants = records.filter(\.isApplicant)
  for group in grouped(applicants, by: { $0.deceased?.number.map { [$0.digits] } ?? [] }) {
    pairs.addSurvivors(group, because: .sameDeceasedNumber)
  }
  for group in grouped(applicants, by: deceasedNameKeys) {
    pairs.addSurvivors(group, because: .sameDeceasedNameAndUnit)
  }
  for group in grouped(applicants, by: { $0.phone.map { [$0] } ?? [] }) {
    pairs.addContacts(group, because: .samePhone)
  }
  for group in grouped(applicants, by: { $0.account.map { [$0] } ?? [] }) {
    pairs.addContacts(group, because: .sameAccount)
  }
  return pairs.links
}

/// The applicant of a case first, then its members as they are listed.
private func inOrderOfCaseAndRole(_ left: LinkageRecord, _ right: LinkageRecord) -> Bool {
  if left.caseID != right.caseID { return left.caseID < right.caseID }
  if left.isApplicant != right.isApplicant { return left.isApplicant }
  return (left.role.count, left.role) < (right.role.count, right.role)
}

/// The keys under which two records may be one person, strongest first.
private let personKeys: [(DuplicateReason, @Sendable (LinkageRecord) -> [String])] = [
  (.sameIdentityNumber, { record in record.identity?.number.map { [$0.digits] } ?? [] }),
  (
    .sameSurvivingDigits,
    { record in
      guard let name = record.foldedName, let digits = record.identity?.survivingDigits,
        digits.count >= 14
      else { return [] }
      return ["\(name)|\(digits.prefix(14))"]
    }
  ),
  (
    .sameNameAndBirthDate,
    { record in
      guard let name = record.foldedName else { return [] }
      return record.births.compactMap { $0.day.map { "\(name)|\($0)" } }
    }
  ),
]

private func deceasedNameKeys(_ record: LinkageRecord) -> [String] {
  record.deceased?.foldedName.map { ["\(record.unitCode)|\($0)"] } ?? []
}

/// The groups of records that share a key, in the keys' order.
private func grouped(
  _ records: [LinkageRecord], by keys: (LinkageRecord) -> [String]
) -> [[LinkageRecord]] {
  // Hardly any key is shared: a list is begun for a key only when it is met again.
  var first: [String: Int] = [:]
  first.reserveCapacity(records.count)
  var groups: [String: [LinkageRecord]] = [:]
  for (place, record) in records.enumerated() {
    for key in keys(record) {
      guard let known = first[key] else {
        first[key] = place
        continue
      }
      groups[key, default: [records[known]]].append(record)
    }
  }
  return groups.sorted { $0.key < $1.key }.map(\.value)
}

/// Pairs of cases as they are found, one per pair and kind.
private struct PairCollection {
  let round: String
  let intervalMonths: Int
  private var found: [Key: DuplicateLink] = [:]

  private struct Key: Hashable {
    let caseA: String
    let caseB: String
    let kind: DuplicateKind
  }

  init(round: String, intervalMonths: Int) {
    self.round = round
    self.intervalMonths = intervalMonths
  }

  /// The pairs without those that a stronger kind explains already.
  var links: [DuplicateLink] {
    let explained = Set(
      found.values.filter { [.sameApplication, .sameApplicantOtherUnit].contains($0.kind) }
        .map { [$0.caseA, $0.caseB] })
    let linked = Set(
      found.values.filter { $0.kind != .sharedContact }.map { [$0.caseA, $0.caseB] })
    return found.values.filter { link in
      switch link.kind {
      case .sharedHousehold: !explained.contains([link.caseA, link.caseB])
      case .sharedContact: !linked.contains([link.caseA, link.caseB])
      default: true
      }
    }.sorted { ($0.pairID, $0.kind.rawValue) < ($1.pairID, $1.kind.rawValue) }
  }

  mutating func addPersons(_ group: [LinkageRecord], because reason: DuplicateReason) {
    for (one, other) in pairs(in: group) where !Self.areDifferentPersons(one, other) {
      // Digits survive a damage; two valid numbers say more than what is left of them.
      if reason == .sameSurvivingDigits, one.identity?.number != nil, other.identity?.number != nil
      {
        continue
      }
      let bothApply = one.isApplicant && other.isApplicant
      let kind: DuplicateKind =
        one.round != other.round
        ? kindAcrossRounds(one, other)
        : bothApply
          ? (one.unitCode == other.unitCode ? .sameApplication : .sameApplicantOtherUnit)
          : .sharedHousehold
      add(kind, one, other, reason)
    }
  }

  mutating func addSurvivors(_ group: [LinkageRecord], because reason: DuplicateReason) {
    for (one, other) in pairs(in: group) {
      let numbers = [one.deceased?.number, other.deceased?.number].compactMap(\.self)
      guard Set(numbers).count < 2, one.round == other.round, !Self.areSamePerson(one, other)
      else { continue }
      add(.sameDeceased, one, other, reason)
    }
  }

  mutating func addContacts(_ group: [LinkageRecord], because reason: DuplicateReason) {
    for (one, other) in pairs(in: group) where one.round == other.round {
      add(.sharedContact, one, other, reason)
    }
  }

  /// The pairs of different cases in a group, at least one of this round, in the records' order.
  ///
  /// A group beyond `largestGroup` shares a switchboard or a placeholder: its pairs would grow with
  /// the square. Each of its records is paired with the first of this round only, which keeps the
  /// cluster whole.
  private func pairs(in group: [LinkageRecord]) -> [(one: LinkageRecord, other: LinkageRecord)] {
    if group.count > Self.largestGroup, let first = group.first(where: { $0.round == round }) {
      return group.filter { $0.caseID != first.caseID }.map {
        $0.caseID < first.caseID ? ($0, first) : (first, $0)
      }
    }
    return group.indices.flatMap { index in
      group[(index + 1)...].compactMap { second in
        let first = group[index]
        let isOfRound = first.round == round || second.round == round
        return first.caseID != second.caseID && isOfRound ? (first, second) : nil
      }
    }
  }

  private static let largestGroup = 100

  /// Two valid numbers that differ are two persons, whatever else agrees.
  private static func areDifferentPersons(_ one: LinkageRecord, _ other: LinkageRecord) -> Bool {
    guard let number = one.identity?.number, let second = other.identity?.number else {
      return false
    }
    return number != second
  }

  private static func areSamePerson(_ one: LinkageRecord, _ other: LinkageRecord) -> Bool {
    if let number = one.identity?.number, let second = other.identity?.number {
      return number == second
    }
    return one.foldedName != nil && one.foldedName == other.foldedName
      && !Set(one.births).isDisjoint(with: other.births)
  }

  private func kindAcrossRounds(
    _ one: LinkageRecord, _ other: LinkageRecord
  ) -> DuplicateKind {
    let earlier = min(one.applicationDay, other.applicationDay)
    let later = max(one.applicationDay, other.applicationDay)
    return earlier.adding(months: intervalMonths) <= later ? .renewal : .tooSoon
  }

  private mutating func add(
    _ kind: DuplicateKind, _ one: LinkageRecord, _ other: LinkageRecord, _ reason: DuplicateReason
  ) {
    let key = Key(caseA: one.caseID, caseB: other.caseID, kind: kind)
    // A household that applies again shares all its members: its applicants say the most.
    let known = found[key]
    let shown = one.isApplicant && other.isApplicant ? nil : known
    let reasons = known.map { $0.reasons.contains(reason) ? $0.reasons : $0.reasons + [reason] }
    found[key] = DuplicateLink(
      pairID: "\(one.caseID)+\(other.caseID)", kind: kind, caseA: one.caseID,
      caseB: other.caseID, roundA: one.round, roundB: other.round, unitA: one.unitName,
      unitB: other.unitName, personA: shown?.personA ?? one.role,
      personB: shown?.personB ?? other.role, reasons: reasons ?? [reason])
  }
}
