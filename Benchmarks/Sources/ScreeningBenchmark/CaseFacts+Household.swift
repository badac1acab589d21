import Casework
import Screening

extension Household {
  /// Whether an answer is the passing one; nil where there is none.
  func passes(_ place: UInt32) -> Bool? {
    switch (answers >> (2 * place)) & 3 {
    case 1: true
    case 2: false
    default: nil
    }
  }

  /// The readings: one, or two where it is not known whether a person lives in the household.
  ///
  /// The persons' components are summed here, one by one.
  func read(_ persons: borrowing Span<PersonIncome>, into readings: inout [HouseholdReading]) {
    readings.removeAll(keepingCapacity: true)
    var sum: Int64 = 0
    let last = Int(firstPerson) + Int(personCount) - 1
    for place in Int(firstPerson)...last {
      let person = persons[place]
      sum += person.wage + person.business + person.property + person.transfer
    }
    readings.append(reading(income: sum, size: Int(personCount)))
    guard hasDoubtfulPerson, personCount > 1 else { return }
    let doubtful = persons[last]
    let own = doubtful.wage + doubtful.business + doubtful.property + doubtful.transfer
    readings.append(reading(income: sum - own, size: Int(personCount) - 1))
  }

  private func reading(income: Int64, size: Int) -> HouseholdReading {
    HouseholdReading(
      disposable: MoneyInterval(exactly: Money(fen: income)),
      support: MoneyInterval(exactly: Money(fen: support)),
      expenditure: MoneyInterval(Money(fen: leastCost), Money(fen: mostCost)), size: size...size)
  }
}

/// The days and lines of a year, looked up once.
struct Calendar {
  let days: [CalendarDate]
  let lines: [LineOfDay]

  init(year: Int, policy: PolicyEdition) throws {
    let first = CalendarDate(firstOfMonth: 1, year: year)
    days = (0..<365).map { first.adding(days: $0) }
    lines = try days.map { try policy.lineOfDay($0) }
  }
}

extension CaseFacts {
  /// The facts of a made-up household.
  init(_ household: Household, readings: [HouseholdReading], in calendar: Calendar) {
    let day = calendar.days[Int(household.day)]
    self.init(
      days: day...day,
      income: IncomeFacts(readings, line: calendar.lines[Int(household.day)]))
    category = ApplicantCategory.allCases[Int(household.answers >> 24 & 3) % 3]
    isAffiliated = household.passes(0)
    wasDeceasedAffiliated = household.passes(0)
    kinship = household.passes(1).map { $0 ? .spouse : .other }
    benefitsUsed = household.passes(2)
    donationsUsed = household.passes(3)
    for (place, ground) in ConductGround.allCases.enumerated() {
      conduct[ground] = household.passes(UInt32(4 + place)).map { !$0 }
    }
    cause = HardshipCause.allCases[Int(household.answers >> 26 & 7) % 5]
    steps.verified = StatedDate(day)
    steps.noticeFrom = StatedDate(day.adding(days: 1))
    steps.noticeTo = StatedDate(day.adding(days: household.passes(10) == true ? 7 : 3))
    steps.approved = StatedDate(day.adding(days: 9))
    steps.isSealed = household.passes(11)
    missingDocuments = household.passes(11) == true ? 0 : 2
    statedHelp = household.passes(10) == nil ? .on(StatedDate(day.adding(days: -200))) : .none
    hasValidNumber = household.passes(1) != nil
  }
}
