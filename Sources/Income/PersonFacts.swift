import Casework

/// What the rows about a person say of the things that membership and imputation ask for.
///
/// A thing that nobody says, or rows say differently, is nil.
struct PersonFacts {
  let employment: String?
  let relationship: String?
  let health: String?
  let livesTogether: Bool?
  /// The ages the person can have on the day.
  let ages: ClosedRange<Int>?

  init(_ rows: [FormRecord], on day: CalendarDate) {
    func only(_ field: Field) -> String? {
      let texts = Set(rows.compactMap { $0.text(field).value })
      return texts.count == 1 ? texts.first : nil
    }
    employment = only(.employment)
    relationship = only(.relationship)
    health = only(.health)
    let asked = rows.filter { $0.hasColumn(.livesTogether) }
    let answers = Set(asked.compactMap { $0.flag(.livesTogether).value })
    livesTogether = asked.isEmpty ? true : answers.count == 1 ? answers.first : nil
    let births = rows.flatMap { row in
      [
        row.date(.birthDate).value,
        row.identity(.memberId).value?.number.map { StatedDate($0.birthDate) },
      ].compactMap(\.self)
    }
    let years = births.flatMap { [$0.latest.age(on: day), $0.earliest.age(on: day)] }
    ages = years.min().flatMap { low in years.max().map { low...max(low, $0) } }
  }

  /// Whether a rule fits: for certain, for certain not, or (nil) not known.
  func fit(_ rule: MembershipRule) -> Bool? {
    all([
      isOne(of: rule.employments, employment), isOne(of: rule.relationships, relationship),
      rule.livesTogether.map { asked in livesTogether.map { $0 == asked } } ?? true,
      rule.ages.map(isAged) ?? true,
    ])
  }

  /// Whether the person could work, by the policy.
  func fit(_ rule: Imputation) -> Bool? {
    let isExcused = health.map(rule.excusedHealth.contains)
    return all([
      isOne(of: rule.employments, employment), isAged(rule.ages),
      rule.excusedHealth.isEmpty ? true : isExcused.map { !$0 },
    ])
  }

  /// The first thing that must be known to say whether a rule fits; nil where nothing is wanting.
  func unknownField(of rule: MembershipRule) -> Field? {
    first([
      (.employment, isOne(of: rule.employments, employment)),
      (.relationship, isOne(of: rule.relationships, relationship)),
      (
        .livesTogether,
        rule.livesTogether.map { asked in livesTogether.map { $0 == asked } } ?? true
      ),
      (.birthDate, rule.ages.map(isAged) ?? true),
    ])
  }

  /// The first thing that must be known to say whether the person could work.
  func unknownField(of rule: Imputation) -> Field? {
    first([
      (.employment, isOne(of: rule.employments, employment)), (.birthDate, isAged(rule.ages)),
      (.health, rule.excusedHealth.isEmpty ? true : health.map(rule.excusedHealth.contains)),
    ])
  }

  private func first(_ conditions: [(field: Field, holds: Bool?)]) -> Field? {
    conditions.first { $0.holds == nil }?.field
  }

  private func isOne(of words: Set<String>, _ word: String?) -> Bool? {
    words.isEmpty ? true : word.map(words.contains)
  }

  private func isAged(_ range: Range<Int>) -> Bool? {
    guard let ages else { return nil }
    if range.contains(ages.lowerBound), range.contains(ages.upperBound) { return true }
    let misses = ages.upperBound < range.lowerBound || ages.lowerBound >= range.upperBound
    return misses ? false : nil
  }

  private func all(_ conditions: [Bool?]) -> Bool? {
    if conditions.contains(false) { return false }
    return conditions.contains { $0 == nil } ? nil : true
  }
}

extension IncomeRules {
  /// Whether a person is of the household, by the first rule that fits; `own` is what the sheet says.
  func living(_ facts: PersonFacts, own: LivingTogether) -> LivingTogether {
    var possible: Set<LivingTogether> = []
    for rule in membership {
      let fits = facts.fit(rule)
      guard fits != false else { continue }
      possible.insert(rule.effect.living)
      if fits == true { return possible.count == 1 ? rule.effect.living : .unknown }
    }
    possible.insert(own)
    return possible.count == 1 ? own : .unknown
  }
}

extension IncomeRules {
  /// The field that would say whether a person is of the household; nil where the policy itself
  /// leaves it open.
  func unknownField(_ facts: PersonFacts) -> Field? {
    membership.lazy.filter { facts.fit($0) == nil }.compactMap(facts.unknownField).first
  }
}

extension MembershipRule.Effect {
  fileprivate var living: LivingTogether {
    switch self {
    case .yes: .together
    case .no: .apart
    case .open: .unknown
    }
  }
}
