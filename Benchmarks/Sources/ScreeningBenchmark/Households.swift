import Casework
import Screening

/// The four components of a person's income, in fen of the window.
struct PersonIncome {
  var wage: Int64
  var business: Int64
  var property: Int64
  var transfer: Int64
}

/// One made-up household, without its persons.
struct Household {
  var firstPerson: UInt32
  var personCount: UInt8
  /// Whether one more person may or may not live in the household.
  var hasDoubtfulPerson: Bool
  /// Bits of answers, two each: unknown, yes, no.
  var answers: UInt32
  /// The day of application, counted from the first of the year.
  var day: UInt16
  var support: Int64
  /// Cost borne: at least, and at most where a reimbursement is not known.
  var leastCost: Int64
  var mostCost: Int64
}

/// A million households and their persons, the same ones at each run.
struct Population {
  private(set) var persons: [PersonIncome] = []
  private(set) var households: [Household] = []

  /// Makes three persons a household on average.
  init(households count: Int) {
    persons.reserveCapacity(count * 3)
    households.reserveCapacity(count)
    var dice = Dice(state: 20_151_231)
    for number in 0..<count {
      // 1 to 5 persons, mirrored in pairs, so that there are exactly three on average.
      let size =
        number.isMultiple(of: 2) ? 1 + dice.below(5) : 6 - Int(households[number - 1].personCount)
      let first = UInt32(persons.count)
      for _ in 0..<size { persons.append(dice.person()) }
      households.append(dice.household(firstPerson: first, size: size))
    }
    if !count.isMultiple(of: 2) { return }
    precondition(persons.count == count * 3, "three persons a household")
  }
}

/// A generator of its own, so that the figures never depend on a library's.
private struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func person() -> PersonIncome {
    let earns = below(10) < 4
    return PersonIncome(
      wage: earns ? Int64(below(4_500_000)) : 0,
      business: below(10) == 0 ? Int64(below(3_000_000)) - 500_000 : 0,
      property: below(20) == 0 ? Int64(below(500_000)) : 0,
      transfer: below(10) < 3 ? Int64(below(2_500_000)) - 100_000 : 0)
  }

  mutating func household(firstPerson: UInt32, size: Int) -> Household {
    let cost = below(10) < 4 ? Int64(below(6_000_000)) : 0
    var answers: UInt32 = 0
    // Mostly the answer that passes; now and then the other one or none.
    for place in 0..<12 {
      let roll = below(200)
      answers |= (roll == 0 ? 0 : roll == 1 ? 2 : 1) << UInt32(2 * place)
    }
    answers |= UInt32(below(3)) << 24
    answers |= UInt32(below(40) == 0 ? 4 : below(4)) << 26
    return Household(
      firstPerson: firstPerson, personCount: UInt8(size), hasDoubtfulPerson: below(25) == 0,
      answers: answers, day: UInt16(below(365)),
      support: below(10) < 3 ? Int64(below(800_000)) : 0,
      leastCost: below(12) == 0 ? cost / 2 : cost, mostCost: cost)
  }
}
