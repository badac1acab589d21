import Casework

/// One person of the household: every row of the list that is about this person.
struct Person {
  /// The rows in order of place; empty for an applicant whom the list leaves out.
  let rows: [FormRecord]
  /// Whether the person lives in the household.
  let living: LivingTogether

  /// The row that lists the person first.
  var record: FormRecord? { rows.first }
}

/// The persons of a household, and what was found while they were told apart.
struct HouseholdPersons {
  private(set) var persons: [Person] = []
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []
  private let basis: Basis
  private var application: Application { basis.application }

  /// What persons are told apart by.
  private struct Basis {
    let application: Application
    let rules: IncomeRules
    let day: CalendarDate
  }

  /// Whether the household has a list of members at all.
  var hasList: Bool { !persons.isEmpty }

  /// Every way to tell the listed rows apart, the one with most persons first.
  ///
  /// One name without a proof may be one person or two: both are read (contract §2, an unknown
  /// size is an interval). More than three such pairs are read as all two or all one.
  static func readings(
    of application: Application, under rules: IncomeRules, on day: CalendarDate
  ) -> [HouseholdPersons] {
    let basis = Basis(application: application, rules: rules, day: day)
    let rows = application.members.sorted { $0.location < $1.location }
    let doubtful = RowPair.doubtful(in: rows)
    let choices =
      doubtful.count <= 3
      ? (0..<(1 << doubtful.count)).map { choice in
        doubtful.indices.filter { choice & (1 << $0) != 0 }.map { doubtful[$0] }
      } : [[], doubtful]
    return choices.map {
      HouseholdPersons(basis, rows: rows, same: $0, doubtful: doubtful)
    }
  }

  private init(
    _ basis: Basis, rows: [FormRecord], same: [RowPair], doubtful: [RowPair]
  ) {
    self.basis = basis
    for places in RowPair.groups(of: rows, same: same) {
      let own = places.map { rows[$0] }
      persons.append(Person(rows: own, living: livingByPolicy(own)))
      for place in places.dropFirst() where !same.contains(where: { $0.second == place }) {
        findings.append(
          Finding(.memberRepeated, at: rows[place].location, ["\(own[0].location.row)"]))
      }
    }
    for pair in doubtful {
      let location = rows[pair.second].location
      findings.append(
        Finding(.memberPossiblyRepeated, at: location, [rows[pair.first].location.cell]))
      unknowns.append(UnknownItem(.memberPossiblyRepeated, field: .memberId, at: location))
    }
    addMissingApplicant(beside: rows)
  }

  private mutating func addMissingApplicant(beside rows: [FormRecord]) {
    guard let first = rows.first, applicant == nil else { return }
    findings.append(Finding(.memberApplicantMissing, at: first.location))
    unknowns.append(UnknownItem(.memberApplicantMissing, field: .memberName, at: first.location))
    persons.append(Person(rows: [], living: .unknown))
  }

  /// The applicant's place in the list.
  var applicant: Int? {
    persons.firstIndex { $0.rows.isEmpty || $0.rows.contains { $0.isApplicant(of: application) } }
  }
}

// MARK: Who lives together

extension HouseholdPersons {
  /// What the sheet says, unless the policy says otherwise of such a person; the applicant counts.
  private mutating func livingByPolicy(_ rows: [FormRecord]) -> LivingTogether {
    let isApplicant = rows.contains { $0.isApplicant(of: application) }
    guard !basis.rules.membership.isEmpty, !isApplicant, let first = rows.first else {
      return living(rows)
    }
    // What the sheet leaves open is asked for only where the policy does not settle it.
    var asking = self
    let own = asking.living(rows)
    let facts = PersonFacts(rows, on: basis.day)
    let decided = basis.rules.living(facts, own: own)
    guard decided != own else {
      self = asking
      return own
    }
    let field = basis.rules.unknownField(facts) ?? .employment
    let cell = first.cell(of: field)
    findings.append(Finding(.memberByPolicy, at: cell, field: field))
    if decided == .unknown {
      unknowns.append(UnknownItem(.memberLivingUnknown, field: field, at: cell))
    }
    return decided
  }

  /// Listed members count unless the sheet asks and the answer is no; a blank answer is unknown,
  /// but for the applicant, with whom the others live.
  private mutating func living(_ rows: [FormRecord]) -> LivingTogether {
    let asked = rows.filter { $0.hasColumn(.livesTogether) }
    guard let first = asked.first else { return .together }
    let answers = Set(asked.compactMap { $0.flag(.livesTogether).value })
    let isApplicant = rows.contains { $0.isApplicant(of: application) }
    if answers == [true] { return .together }
    if answers == [false], !isApplicant { return .apart }
    let isLeftOpen = asked.allSatisfy { $0[.livesTogether].isBlank }
    if isApplicant, isLeftOpen { return .together }
    let code: FindingCode = answers == [false] ? .memberApplicantApart : .memberLivingUnknown
    let open = asked.first { $0.flag(.livesTogether).value != true } ?? first
    let cell = open.cell(of: .livesTogether)
    findings.append(Finding(code, at: cell, field: .livesTogether))
    unknowns.append(UnknownItem(code, field: .livesTogether, at: cell))
    return .unknown
  }
}

// MARK: Whose an item is

/// Whose an item is.
enum Owner: Hashable {
  case household
  case person(Int)
  /// Someone whom nobody lists, or who could be two of the listed.
  case stranger

  /// The person's place in the list.
  var place: Int? { if case .person(let place) = self { place } else { nil } }
}

extension HouseholdPersons {
  /// Whose an item is, by valid number, else by name; the household's where it names nobody.
  func owner(of item: FormRecord) -> Owner {
    guard hasList else { return .household }
    guard !item[.memberName].isBlank || !item[.memberId].isBlank else { return keyOwner(of: item) }
    let number = item.identity(.memberId).value?.number
    if let number, let place = persons.firstIndex(where: { $0.numbers.contains(number) }) {
      return .person(place)
    }
    guard let name = item.name(.memberName).value else { return .stranger }
    let named = persons.indices.filter { place in
      let person = persons[place]
      let isAnother = number != nil && !person.numbers.isEmpty
      return !isAnother && names(of: person).contains(name.folded)
    }
    return named.count == 1 ? .person(named[0]) : .stranger
  }

  /// The member whom an item names in its household key instead of the applicant, whose number led
  /// it here: sheets with 申报编号 and one column 姓名 mean the member by it.
  private func keyOwner(of item: FormRecord) -> Owner {
    guard let name = item.name(.applicantName).value?.folded,
      name != application.applicantName?.folded
    else { return .household }
    let named = persons.indices.filter { names(of: persons[$0]).contains(name) }
    return named.count == 1 ? .person(named[0]) : .household
  }

  private func names(of person: Person) -> [String] {
    person.rows.isEmpty
      ? [application.applicantName?.folded].compactMap(\.self)
      : person.rows.compactMap { $0.name(.memberName).value?.folded }
  }

  /// Whether the owner lives in the household: for certain, for certain not, or (nil) not known.
  func counts(_ owner: Owner) -> Bool? {
    switch owner {
    case .household: return true
    case .stranger: return nil
    case .person(let place):
      switch persons[place].living {
      case .together: return true
      case .apart: return false
      case .unknown: return nil
      }
    }
  }
}

extension Person {
  fileprivate var numbers: [ResidentIdentityNumber] {
    rows.compactMap { $0.identity(.memberId).value?.number }
  }
}

extension FormRecord {
  /// The cell that names whose an item is.
  var ownerCell: SourceLocation { cell(of: self[.memberName].isBlank ? .memberId : .memberName) }

  /// Whether the row lists the person who applies.
  func isApplicant(of application: Application) -> Bool {
    if choice(.relationship, as: Relationship.self).value == .applicant { return true }
    if let number = identity(.memberId).value?.number, let own = application.applicantNumber {
      return number == own
    }
    guard let name = name(.memberName).value else { return false }
    return name.folded == application.applicantName?.folded
  }
}
