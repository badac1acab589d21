import Casework

// Who is of the household, whose an item is, and what a member's or an item's words mean.
extension TurningPointSearch {
  // MARK: A test that failed

  /// Listed members without whom the household would pass, if they were found to live elsewhere.
  var fewerMemberProbes: [Probe] {
    filing.members.filter(mayLiveElsewhere).prefix(8).compactMap { member in
      let changed = filing.housingElsewhere(member)
      guard test(changed) == .pass else { return nil }
      return Probe(
        field: .livesTogether, item: member.text(.relationship).value ?? "",
        location: member.cell(of: .livesTogether), change: .flag(false), filing: changed)
    }
  }

  private func mayLiveElsewhere(_ member: FormRecord) -> Bool {
    let isApplicant =
      member.choice(.relationship, as: Relationship.self).value == .applicant
      || member.name(.memberName).value?.folded == filing.applicantName?.folded
    return !isApplicant && member.flag(.livesTogether).value != false && mayEarn(member)
  }

  /// Without a member who has no income the household has no less, and a lower limit.
  private func mayEarn(_ member: FormRecord) -> Bool {
    let fields = IncomeComponent.allCases.map(\.field) + [.totalIncome]
    if fields.contains(where: { field in
      member.money(field).value.map { $0.amount.high > .zero } ?? false
    }) {
      return true
    }
    let name = member.name(.memberName).value?.folded
    return filing.incomeItems.contains { item in
      name != nil && item.name(.memberName).value?.folded == name
    }
  }

  // MARK: A test that is open

  /// The words that decide the test, those that lead to one end together.
  func choiceProbes(_ item: UnknownItem) -> [Probe] {
    let choices = trial.choices[item.field] ?? []
    let filings = choices.map { filing.stating(.choice($0), for: item.field, at: item.location) }
    let outcomes = filings.map(test)
    return [RuleOutcome.pass, .fail].compactMap { outcome in
      let places = outcomes.indices.filter { outcomes[$0] == outcome }
      guard let first = places.first else { return nil }
      return Probe(
        field: item.field, item: words(of: item), location: item.location,
        change: .choice(places.map { choices[$0] }), filing: filings[first])
    }
  }

  /// An item of somebody who is not listed: a member's, whoever of them it is, or nobody's here.
  func ownerProbes(_ item: UnknownItem) -> [Probe] {
    let row = (filing.incomeItems + filing.expenditureItems).first { row in
      [.memberName, .memberId].contains { row.cell(of: $0) == item.location }
    }
    guard let row, item.code == .itemMemberUnknown else { return [] }
    let names = filing.members.filter { $0.flag(.livesTogether).value != false }
      .compactMap { $0.name(.memberName).value }
    let filings = names.map { filing.naming($0, in: row) }
    let outcomes = Set(filings.map(test))
    let word = row.text(row.form == .income ? .incomeType : .expenditureType).value ?? ""
    func probe(_ isMember: Bool, _ filing: Application) -> Probe {
      Probe(
        field: .memberName, item: word, location: item.location, change: .ofMember(isMember),
        filing: filing)
    }
    let ofMember = outcomes.count == 1 ? filings.first.map { [probe(true, $0)] } ?? [] : []
    return ofMember + [probe(false, filing.without(row))]
  }

  /// Two rows of one name without a proof: one person, or two.
  ///
  /// Numbers prove it either way; those without a date of birth get none, since an age would be made
  /// up with it.
  func samePersonProbes(_ item: UnknownItem) -> [Probe] {
    guard let row = filing.members.first(where: { $0.location == item.location }),
      let name = row.name(.memberName).value?.folded
    else { return [] }
    let rows = filing.members.filter { $0.name(.memberName).value?.folded == name }
    let births = rows.compactMap { row in
      row.identity(.memberId).value?.number?.birthDate ?? row.date(.birthDate).value?.day
    }
    guard rows.count == 2, let birth = births.first else { return [] }
    let known = rows.lazy.compactMap { $0.identity(.memberId).value?.number }.first
    guard let one = known ?? ResidentIdentityNumber(madeUpFor: birth, order: 2),
      let other = ResidentIdentityNumber(madeUpFor: birth, order: 4), one != other
    else { return [] }
    return [(true, one), (false, other)].map { isSame, second in
      let own = rows[0].identity(.memberId).value?.number == nil && known != nil ? 1 : 0
      let numbers = [rows[own].location: one, rows[1 - own].location: second]
      return Probe(
        field: .memberId, item: words(of: item), location: item.location,
        change: .samePerson(isSame), filing: filing.numbering(numbers))
    }
  }

  /// A bill that the policy counts only with evidence.
  func evidenceProbes(_ item: UnknownItem) -> [Probe] {
    guard item.code == .expenditureEvidenceMissing else { return [] }
    let proven = filing.stating(.text("发票、票据"), for: .evidence, at: item.location)
    return [
      Probe(
        field: .evidence, item: words(of: item), location: item.location,
        change: .document(words(of: item) + "支出的证明材料"), filing: proven)
    ]
  }
}
