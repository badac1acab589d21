/// Who applies, with whom and why.
struct Household {
  private(set) var category = Category.serving
  private(set) var deceased: Deceased?
  private(set) var members: [Member] = []
  let cause: String

  init(of family: Family, on day: SampleDate, with dice: inout Dice) {
    cause = dice.pick(weighted: [("疾病", 50), ("灾害", 14), ("突发事件", 14), ("就业人员少", 22)])
    guard let partyMember = family[.partyMember] else {
      preconditionFailure("every family has its Party member")
    }
    if dice.chance(130), let survivor = Self.survivor(in: family, on: day, with: &dice) {
      category = .survivor
      let affiliated = dice.chance(970)
      deceased = Deceased(
        person: partyMember, relationship: survivor.relationship, affiliated: affiliated)
      addMembers(of: family, around: survivor.place, on: day, with: &dice)
    } else {
      category = partyMember.birthDate.age(on: day) >= 60 ? .retired : .serving
      addMembers(of: family, around: .partyMember, on: day, with: &dice)
    }
  }

  /// A survivor who lives alone.
  init(soleSurvivor person: Person, of deceased: Deceased) {
    cause = "就业人员少"
    category = .survivor
    self.deceased = deceased
    members = [
      Member(person: person, relationship: "本人", employment: .disabled, health: "慢性病")
    ]
  }

  private struct Survivor {
    let place: FamilyPlace
    let relationship: String
  }

  private static func survivor(
    in family: Family, on day: SampleDate, with dice: inout Dice
  ) -> Survivor? {
    var choices: [(element: Survivor, weight: Int)] = []
    if family[.spouse] != nil {
      choices.append((Survivor(place: .spouse, relationship: "配偶"), 60))
    }
    if family[.parent] != nil {
      choices.append((Survivor(place: .parent, relationship: "父母"), 25))
    }
    if let child = family[.elderChild] {
      let age = child.birthDate.age(on: day)
      if (8..<22).contains(age) {
        choices.append((Survivor(place: .elderChild, relationship: "未成年子女"), 60))
      }
    }
    return choices.isEmpty ? nil : dice.pick(weighted: choices)
  }

  private mutating func addMembers(
    of family: Family, around applicant: FamilyPlace, on day: SampleDate, with dice: inout Dice
  ) {
    var places: [FamilyPlace] = [applicant]
    places += FamilyPlace.allCases.filter { place in
      place != applicant && !(category == .survivor && place == .partyMember)
    }
    for place in places {
      guard let person = family[place] else { continue }
      if place != applicant, livesElsewhere(place, from: applicant, with: &dice) { continue }
      var member = Member(
        person: person,
        relationship: Self.relationship(of: place, to: applicant),
        employment: employment(of: person, isApplicant: place == applicant, on: day, with: &dice))
      if place != applicant, place == .elderChild, member.employment == .casual, dice.chance(450) {
        member.livesTogether = false
      }
      member.health = Self.health(of: member, cause: cause, with: &dice)
      members.append(member)
    }
  }

  /// Relatives of a survivor who keep a household of their own and are not listed at all.
  private func livesElsewhere(
    _ place: FamilyPlace, from applicant: FamilyPlace, with dice: inout Dice
  ) -> Bool {
    guard category == .survivor else { return false }
    if applicant == .parent { return place == .spouse || dice.chance(600) }
    return place == .parent && dice.chance(550)
  }

  private static func relationship(of place: FamilyPlace, to applicant: FamilyPlace) -> String {
    guard place != applicant else { return "本人" }
    switch (applicant, place) {
    case (.spouse, .parent): return "配偶父母"
    case (.elderChild, .spouse): return "父母"
    case (.elderChild, .parent): return "祖父母"
    case (.elderChild, _): return "兄弟姐妹"
    case (.parent, _): return "孙子女"
    case (_, .parent): return "父母"
    case (_, .spouse): return "配偶"
    default: return "子女"
    }
  }

  private func employment(
    of person: Person, isApplicant: Bool, on day: SampleDate, with dice: inout Dice
  ) -> Employment {
    if isApplicant, category == .serving { return .serving }
    if isApplicant, category == .retired { return .retired }
    switch person.birthDate.age(on: day) {
    case ..<6: return .preschool
    case ..<19: return .student
    case ..<23: return dice.chance(600) ? .student : .casual
    case ..<60:
      return dice.pick(weighted: [
        (.serving, 30), (.casual, 34), (.unemployed, 12), (.farming, 18), (.disabled, 6),
      ])
    default: return dice.pick(weighted: [(.retired, 45), (.farming, 25), (.disabled, 30)])
    }
  }

  private static func health(of member: Member, cause: String, with dice: inout Dice) -> String {
    if member.employment == .disabled { return "残疾" }
    if cause == "疾病", member.relationship == "本人" || dice.chance(250) { return "重病" }
    return dice.chance(150) ? "慢性病" : "健康"
  }
}
