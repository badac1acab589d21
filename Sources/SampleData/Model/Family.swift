/// The five places of a generated family; which of them applies is decided later.
enum FamilyPlace: Int, CaseIterable, Sendable {
  case partyMember, spouse, elderChild, youngerChild, parent
}

/// The persons around one Party member, the raw material of a case.
///
/// Birth date and sequence number come from a permutation of the case's ordinal, so that no two
/// of 1,880,000 cases share an identity number.
struct Family: Sendable {
  let persons: [FamilyPlace: Person]
  let ethnicGroup: String

  static let capacity = dayCount * slotCount
  private static let firstDay = SampleDate(1938, 1, 1)
  private static let dayCount = 18_993
  private static let slotCount = 99
  // A prime that divides no capacity: multiplying by it permutes the places.
  private static let stride = 2_654_435_761

  init(seed: UInt64, ordinal: Int) {
    var dice = Dice(seed: seed, Purpose.family, UInt64(ordinal))
    let place = (ordinal * Self.stride + Int(seed % UInt64(Self.capacity))) % Self.capacity
    let day = Self.firstDay + place % Self.dayCount
    let slot = place / Self.dayCount
    let stock = NameStock.drawn(with: &dice)
    let sex: Sex = dice.chance(550) ? .male : .female
    var persons: [FamilyPlace: Person] = [:]
    var taken: Set<String> = []
    for role in FamilyPlace.allCases {
      let birth = day + Self.shift(of: role, slot: slot)
      let roleSex = Self.sex(of: role, beside: sex, with: &dice)
      guard Self.isPlausible(role, born: birth), dice.chance(Self.presence(of: role)) else {
        continue
      }
      let inherits = role != .spouse && (role != .parent || roleSex == .male)
      var name = stock.name(for: roleSex, inheriting: inherits, with: &dice)
      while !taken.insert(name).inserted {
        name = stock.name(for: roleSex, inheriting: inherits, with: &dice)
      }
      let pair = role.rawValue * Self.slotCount + slot
      persons[role] = Person(
        name: name, sex: roleSex, birthDate: birth,
        identityNumber: identityNumber(
          birthDate: birth, sequence: pair * 2 + (roleSex == .male ? 1 : 2)),
        ethnicGroup: stock.ethnicGroup)
    }
    self.persons = persons
    ethnicGroup = stock.ethnicGroup
  }

  subscript(place: FamilyPlace) -> Person? { persons[place] }

  /// Days between the Party member's birth and another's: fixed by slot, so numbers stay unique.
  private static func shift(of role: FamilyPlace, slot: Int) -> Int {
    var dice = Dice(seed: UInt64(slot), UInt64(role.rawValue))
    switch role {
    case .partyMember: return 0
    case .spouse: return dice.within(-1500...1500)
    case .elderChild: return dice.within(8100...10_500)
    case .youngerChild: return dice.within(10_900...13_200)
    case .parent: return -dice.within(7700...10_600)
    }
  }

  private static func sex(of role: FamilyPlace, beside sex: Sex, with dice: inout Dice) -> Sex {
    switch role {
    case .partyMember: sex
    case .spouse: sex.opposite
    default: dice.chance(500) ? .male : .female
    }
  }

  private static func isPlausible(_ role: FamilyPlace, born birth: SampleDate) -> Bool {
    switch role {
    case .partyMember, .spouse: true
    case .elderChild, .youngerChild: birth <= SampleDate(2014, 2, 28)
    case .parent: birth >= SampleDate(1925, 1, 1)
    }
  }

  private static func presence(of role: FamilyPlace) -> Int {
    switch role {
    case .partyMember: 1000
    case .spouse: 860
    case .elderChild: 780
    case .youngerChild: 420
    case .parent: 330
    }
  }
}
