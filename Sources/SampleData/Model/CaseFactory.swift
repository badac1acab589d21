/// Makes the case of one ordinal: family, household and economy, the same wherever it is asked for.
struct CaseFactory: Sendable {
  let seed: UInt64

  func makeCase(ordinal: Int, number: String) -> Case {
    let family = Family(seed: seed, ordinal: ordinal)
    var dice = Dice(seed: seed, Purpose.economy, UInt64(ordinal))
    let applied = SampleDate(2015, 3, 1) + dice.below(275)
    let household = Household(of: family, on: applied, with: &dice)
    var economy = Economy(household, appliedOn: applied)
    economy.settle(with: &dice)
    let county = dice.pick(abaCounties)
    return Case(
      number: number, applicationDate: applied, category: household.category,
      deceased: household.deceased, members: economy.members,
      expenditures: economy.expenditures, supports: economy.supports,
      cause: household.cause, affiliated: dice.chance(985),
      procedure: Self.procedure(before: applied, with: &dice), phone: Self.phone(of: ordinal),
      address: "\(county.name)\(dice.pick(county.townships))\(dice.within(1...240))号",
      requestedAmount: dice.within(4...40) * 50_000,
      requestedMeasure: dice.pick(["一次性资助", "长期性资助", "临时性资助", "复合性资助"]),
      savings: dice.below(30) * 50_000, debt: dice.below(60) * 100_000)
  }

  /// A number under a prefix that was not in use in 2015, different for every ordinal.
  private static func phone(of ordinal: Int) -> String {
    let digits = String((ordinal + 4211) * 7_368_787 % 10_000_000)
    return "1900" + String(repeating: "0", count: 7 - digits.count) + digits
  }

  private static func procedure(
    before applied: SampleDate, with dice: inout Dice
  ) -> UnitProcedure {
    let verified = applied + dice.within(1...6)
    let from = verified + dice.below(4)
    let lasting = dice.chance(300) ? 4 : dice.within(4...9)
    let to = from + lasting
    return UnitProcedure(
      verifiedOn: verified, noticeFrom: from, noticeTo: to, approvedOn: to + dice.below(6),
      sealed: true)
  }
}
