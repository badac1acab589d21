/// The exact kinds of duplicates of contract section 4 that a sample plants.
enum DuplicateKind: String, Sendable {
  case sameApplication, sameApplicantOtherUnit, sharedHousehold, sameDeceased, sharedContact
  case renewal, tooSoon
}

/// A slot of a unit that repeats something of an earlier case.
struct PlannedDuplicate: Sendable {
  let slot: Int
  let kind: DuplicateKind
  let partnerUnit: Int
  let partnerSlot: Int
}

/// Which cases of which units are duplicates, computable for a unit alone.
///
/// Units of odd ordinal repeat cases of the unit before them, so a unit need know only itself
/// and its neighbour.
struct DuplicatePlan: Sendable {
  let slots: SlotTable
  let factory: CaseFactory
  private static let perMille = 12

  /// The duplicates among the slots of a unit.
  func duplicates(in unit: Int) -> [PlannedDuplicate] {
    var dice = Dice(seed: factory.seed, Purpose.duplicate, UInt64(unit))
    let neighbour = unit % 2 == 1 ? unit - 1 : nil
    var unfit = Set(
      neighbour.map { duplicates(in: $0).flatMap { [$0.slot, $0.partnerSlot] } } ?? [])
    var planned: [PlannedDuplicate] = []
    var ownTaken: Set<Int> = []
    for slot in 0..<slots.count(in: unit) where dice.chance(Self.perMille) {
      let isOwn = neighbour == nil || dice.chance(250)
      if isOwn, slot > 0 {
        let partner = dice.below(slot)
        guard ownTaken.isDisjoint(with: [slot, partner]) else { continue }
        ownTaken.formUnion([slot, partner])
        let kind: DuplicateKind = dice.chance(600) ? .sameApplication : .sharedContact
        planned.append(
          PlannedDuplicate(slot: slot, kind: kind, partnerUnit: unit, partnerSlot: partner))
      } else if let neighbour, !ownTaken.contains(slot),
        let found = partner(in: neighbour, unfit: unfit, &dice)
      {
        unfit.insert(found.slot)
        ownTaken.insert(slot)
        planned.append(
          PlannedDuplicate(
            slot: slot, kind: found.kind, partnerUnit: neighbour, partnerSlot: found.slot))
      }
    }
    return planned
  }

  /// Slots of a unit that belong to a pair and stay free of slips.
  func reservedSlots(of unit: Int, own: [PlannedDuplicate]) -> Set<Int> {
    var reserved = Set(own.map(\.slot))
    reserved.formUnion(own.filter { $0.partnerUnit == unit }.map(\.partnerSlot))
    if unit % 2 == 0, unit + 1 < slots.units {
      let next = duplicates(in: unit + 1).filter { $0.partnerUnit == unit }
      reserved.formUnion(next.map(\.partnerSlot))
    }
    return reserved
  }

  private struct Partner {
    let slot: Int
    let kind: DuplicateKind
  }

  /// A case of the neighbour with the kind of duplicate it is fit for.
  private func partner(in unit: Int, unfit: Set<Int>, _ dice: inout Dice) -> Partner? {
    let count = slots.count(in: unit)
    let wanted: DuplicateKind = dice.pick([
      .sameApplicantOtherUnit, .sharedHousehold, .sameDeceased, .sharedContact,
    ])
    guard count > 0 else { return nil }
    let start = dice.below(count)
    for step in 0..<min(count, 40) {
      let slot = (start + step) % count
      guard !unfit.contains(slot) else { continue }
      if isFit(ordinal: slots.firstOrdinal(of: unit) + slot, for: wanted) {
        return Partner(slot: slot, kind: wanted)
      }
    }
    return nil
  }

  private func isFit(ordinal: Int, for kind: DuplicateKind) -> Bool {
    switch kind {
    case .sharedHousehold:
      let original = factory.makeCase(ordinal: ordinal, number: "")
      return original.category == .serving && original.spouseIndex != nil
    case .sameDeceased: return factory.otherSurvivor(ofCase: ordinal) != nil
    default: return true
    }
  }
}

extension Case {
  /// A spouse who could apply at the spouse's own unit.
  var spouseIndex: Int? {
    members.firstIndex {
      $0.relationship == "配偶" && $0.employment == .serving && $0.livesTogether
    }
  }

  /// The same household with the spouse as applicant.
  func asSpousesApplication() -> Case? {
    guard let spouse = spouseIndex else { return nil }
    var order = [spouse, 0]
    order += members.indices.filter { $0 != spouse && $0 != 0 }
    var other = self
    other.members = order.map { members[$0] }
    for index in other.members.indices {
      switch other.members[index].relationship {
      case "本人": other.members[index].relationship = "配偶"
      case "配偶": other.members[index].relationship = "本人"
      case "父母": other.members[index].relationship = "配偶父母"
      default: break
      }
    }
    for index in other.expenditures.indices {
      other.expenditures[index].member = expenditures[index].member.flatMap {
        order.firstIndex(of: $0)
      }
    }
    return other
  }
}

extension CaseFactory {
  /// The case of a planned duplicate, made from its partner's case.
  func makeDuplicate(
    _ planned: PlannedDuplicate, ordinal: Int, partnerOrdinal: Int, number: String
  ) -> Case {
    let own = makeCase(ordinal: ordinal, number: number)
    var copy = makeCase(ordinal: partnerOrdinal, number: number)
    switch planned.kind {
    case .sharedHousehold:
      copy = copy.asSpousesApplication() ?? copy
      copy.phone = own.phone
      return copy
    case .sameDeceased: return otherSurvivor(ofCase: partnerOrdinal, number, own) ?? own
    case .sharedContact:
      var sharing = own
      sharing.phone = copy.phone
      return sharing
    case .sameApplication, .sameApplicantOtherUnit, .renewal, .tooSoon: return copy
    }
  }

  /// The deceased member's parent where the parent is not in the partner's household.
  func otherSurvivor(ofCase ordinal: Int) -> Person? {
    let original = makeCase(ordinal: ordinal, number: "")
    guard original.deceased != nil,
      let parent = Family(seed: seed, ordinal: ordinal)[.parent],
      !original.members.contains(where: { $0.person.identityNumber == parent.identityNumber })
    else { return nil }
    return parent
  }

  private func otherSurvivor(ofCase ordinal: Int, _ number: String, _ own: Case) -> Case? {
    let original = makeCase(ordinal: ordinal, number: "")
    guard let parent = otherSurvivor(ofCase: ordinal), var deceased = original.deceased else {
      return nil
    }
    deceased.relationship = "父母"
    var dice = Dice(seed: seed, Purpose.duplicate, UInt64(ordinal), 1)
    let household = Household(soleSurvivor: parent, of: deceased)
    var economy = Economy(household, appliedOn: own.applicationDate)
    economy.settle(with: &dice)
    var filing = own
    filing.category = .survivor
    filing.deceased = deceased
    filing.members = economy.members
    filing.expenditures = economy.expenditures
    filing.supports = economy.supports
    filing.cause = household.cause
    return filing
  }
}
