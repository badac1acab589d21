import Casework

/// One person of the household as listed, rows about the same person taken together.
struct Person {
  /// The row that lists the person; nil for an applicant the list leaves out.
  let record: FormRecord?
  /// Further rows about the same person.
  var repeats: [FormRecord] = []
  /// Whether the person lives in the household.
  let living: LivingTogether
}

/// The persons of a household, and what was found while they were told apart.
struct HouseholdPersons {
  private(set) var persons: [Person] = []
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []
  /// Listed rows that may be a person listed already; the household may be smaller by so many.
  private(set) var possibleRepeats = 0
  /// Whether the household has a list of members at all.
  var hasList: Bool { !persons.isEmpty }

  init(_ application: Application) {
    let rows = application.members
    guard !rows.isEmpty else { return }
    for row in rows { add(row, of: application) }
    if !persons.contains(where: { isApplicant($0, of: application) }) {
      findings.append(Finding(.memberApplicantMissing, at: rows[0].location))
      unknowns.append(
        UnknownItem(.memberApplicantMissing, field: .memberName, at: rows[0].location))
      persons.append(Person(record: nil, living: .unknown))
    }
  }

  private mutating func add(_ row: FormRecord, of application: Application) {
    if let index = persons.firstIndex(where: { $0.record.map(row.isSamePerson) ?? false }) {
      persons[index].repeats.append(row)
      findings.append(
        Finding(
          .memberRepeated, at: row.location, ["\(persons[index].record?.location.row ?? 0)"]))
      return
    }
    if persons.contains(where: { $0.record.map(row.mayBeSamePerson) ?? false }) {
      possibleRepeats += 1
      findings.append(Finding(.memberPossiblyRepeated, at: row.location))
    }
    persons.append(Person(record: row, living: living(row, of: application)))
  }

  /// Listed members count unless the sheet asks and the answer is no; a blank answer is unknown.
  private mutating func living(
    _ row: FormRecord, of application: Application
  ) -> LivingTogether {
    guard row.hasColumn(.livesTogether) else { return .together }
    let cell = row.cell(of: .livesTogether)
    switch row.flag(.livesTogether) {
    case .stated(true): return .together
    case .stated(false):
      guard isApplicant(Person(record: row, living: .apart), of: application) else { return .apart }
      findings.append(Finding(.memberApplicantApart, at: cell, field: .livesTogether))
      unknowns.append(UnknownItem(.memberApplicantApart, field: .livesTogether, at: cell))
      return .unknown
    case .blank, .damaged:
      findings.append(Finding(.memberLivingUnknown, at: cell, field: .livesTogether))
      unknowns.append(UnknownItem(.memberLivingUnknown, field: .livesTogether, at: cell))
      return .unknown
    }
  }

  private func isApplicant(_ person: Person, of application: Application) -> Bool {
    guard let row = person.record else { return true }
    if row.choice(.relationship, as: Relationship.self).value == .applicant { return true }
    if let number = row.identity(.memberId).value?.number, let own = application.applicantNumber {
      return number == own
    }
    return row.name(.memberName).value?.folded == application.applicantName?.folded
      && row.name(.memberName).value != nil
  }

  /// The person an item names, by valid number, else by name; nil where nobody or two are meant.
  func person(named item: FormRecord) -> Int? {
    if let number = item.identity(.memberId).value?.number,
      let index = persons.firstIndex(where: {
        $0.record?.identity(.memberId).value?.number == number
      })
    {
      return index
    }
    guard let name = item.name(.memberName).value else { return nil }
    let found = persons.indices.filter {
      persons[$0].record?.name(.memberName).value?.folded == name.folded
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The applicant's place in the list.
  func applicant(of application: Application) -> Int? {
    persons.firstIndex { isApplicant($0, of: application) }
  }
}

extension FormRecord {
  /// The same valid number, or the same name with nothing that tells the two apart and the same
  /// date of birth or place in the family.
  fileprivate func isSamePerson(as other: FormRecord) -> Bool {
    switch (identity(.memberId).value?.number, other.identity(.memberId).value?.number) {
    case (let one?, let two?): return one == two
    default: break
    }
    guard hasSameName(as: other), !contradicts(other) else { return false }
    let (birth, otherBirth) = (birthStatement, other.birthStatement)
    if let birth, let otherBirth { return birth.agrees(with: otherBirth) }
    let relationship = choice(.relationship, as: Relationship.self).value
    return relationship != nil
      && relationship == other.choice(.relationship, as: Relationship.self).value
  }

  /// The same name, and nothing that tells the two apart.
  fileprivate func mayBeSamePerson(as other: FormRecord) -> Bool {
    hasSameName(as: other) && !contradicts(other)
  }

  private func hasSameName(as other: FormRecord) -> Bool {
    guard let name = name(.memberName).value else { return false }
    return name.folded == other.name(.memberName).value?.folded
  }

  private func contradicts(_ other: FormRecord) -> Bool {
    if let one = identity(.memberId).value?.number, let two = other.identity(.memberId).value?.number,
      one != two
    {
      return true
    }
    if let one = birthStatement, let two = other.birthStatement, !one.agrees(with: two) {
      return true
    }
    if let one = choice(.sex, as: Sex.self).value, let two = other.choice(.sex, as: Sex.self).value {
      return one != two
    }
    return false
  }

  private var birthStatement: StatedDate? {
    date(.birthDate).value ?? identity(.memberId).value?.number.map { StatedDate($0.birthDate) }
  }
}
