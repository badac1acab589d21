import Casework
import Income
import Screening

extension PolicyFile {
  /// What of a type of income is not counted.
  static func disregard(_ type: YAMLMapping) throws(RunFailure) -> IncomeDisregard? {
    guard type.has("disregard") else { return nil }
    let keys = ["whole", "perMonthYuan", "perWindowYuan", "firstMonths"]
    let entry = try type.mapping("disregard", keys: keys)
    var disregard = IncomeDisregard()
    disregard.isWhole = try entry.flag("whole", default: false)
    disregard.perMonth = try limit("perMonthYuan", in: entry)
    disregard.perWindow = try limit("perWindowYuan", in: entry)
    disregard.firstMonths = entry.has("firstMonths") ? try entry.positive("firstMonths") : nil
    return disregard
  }

  /// Who counts as a member beside what the sheet says.
  static func membership(
    _ household: YAMLMapping, words: FormWords
  ) throws(RunFailure) -> [MembershipRule] {
    let keys = ["employment", "relationship", "livesTogether", "ageFrom", "ageBelow", "counts"]
    var rules: [MembershipRule] = []
    for entry in try household.mappings("members", keys: keys) {
      var rule = MembershipRule(try entry.choice("counts", as: MembershipRule.Effect.self))
      rule.employments = try entry.names("employment", among: words.employments)
      rule.relationships = try entry.names("relationship", among: words.relationships)
      if entry.has("livesTogether") {
        rule.livesTogether = try entry.flag("livesTogether", default: true)
      }
      if entry.has("ageFrom") || entry.has("ageBelow") { rule.ages = try ages(entry) }
      rules.append(rule)
    }
    return rules
  }

  /// Who is taken to earn what nobody states; off where the policy does not say.
  static func imputation(
    _ income: YAMLMapping, words: FormWords, wages: [WageYear]
  ) throws(RunFailure) -> Imputation? {
    guard income.has("imputation") else { return nil }
    let keys = ["employment", "ageFrom", "ageBelow", "excusedHealth", "percentOfMinimumWage"]
    let entry = try income.mapping("imputation", keys: keys)
    return Imputation(
      employments: try entry.names("employment", among: words.employments),
      ages: try ages(entry),
      excusedHealth: try entry.names("excusedHealth", among: words.healthStates),
      percent: Int64(try entry.percentage("percentOfMinimumWage")),
      wages: wages.filter { !$0.confirmedBy.isEmpty }.flatMap(\.rates).map {
        SlipLimits.MinimumWage(from: $0.from, monthly: $0.monthly)
      })
  }

  /// Ages from a year on and below another.
  private static func ages(_ entry: YAMLMapping) throws(RunFailure) -> Range<Int> {
    let from = entry.has("ageFrom") ? try entry.positive("ageFrom") : 0
    let below = entry.has("ageBelow") ? try entry.positive("ageBelow") : 200
    guard from < below else { throw entry.wrong("ageBelow", expected: .positiveNumber) }
    return from..<below
  }
}
