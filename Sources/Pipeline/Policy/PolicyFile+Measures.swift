import Casework
import Screening

extension PolicyFile {
  /// How households are helped.
  ///
  /// - Parameters:
  ///   - top: The policy.
  ///   - words: The words that name employments, expenditure and health in the forms.
  ///   - aboutPercent: How far a figure marked 约 can be off.
  ///   - values: Where each value comes from, for the citations.
  /// - Returns: The rules; nil where the policy does not say: nothing is suggested then.
  /// - Throws: `RunFailure` with file and line where a value is not as it must be.
  static func measures(
    _ top: YAMLMapping, words: FormWords, aboutPercent: Int, citing values: [String: PolicyValue]
  ) throws(RunFailure) -> MeasureRules? {
    guard top.has("measures") else { return nil }
    let measures = try top.mapping("measures", keys: ["startUp", "choice", "grants", "atTheLine"])
    return MeasureRules(
      startUp: try startUp(
        measures, employments: words.employments, citing: values["measures.startUp.withoutJob"]),
      choice: try choice(measures, words: words, citing: values["measures.choice.table"]),
      grants: try grants(measures, citing: values),
      atTheLine: try measures.choice("atTheLine", as: MeasureRules.AtTheLine.self),
      aboutPercent: aboutPercent)
  }

  private static func startUp(
    _ measures: YAMLMapping, employments: KnownWords, citing value: PolicyValue?
  ) throws(RunFailure) -> StartUpRules {
    let rules = try measures.mapping(
      "startUp",
      keys: [
        "withoutJob", "ownShareAbovePercent", "mostYears", "interestSharePercent",
        "mostRatePercent", "mostPrincipalYuan", "mostYuan",
      ])
    return StartUpRules(
      withoutJob: try rules.names("withoutJob", among: employments),
      ownShareAbovePercent: try rules.percentage("ownShareAbovePercent"),
      mostYears: try rules.positive("mostYears"),
      interestSharePercent: try rules.percentage("interestSharePercent"),
      // Two decimals of a percentage are hundreds of millionths.
      mostRateMillionths: try optionalMoney("mostRatePercent", in: rules).map { $0.fen * 100 },
      mostPrincipal: try optionalMoney("mostPrincipalYuan", in: rules),
      most: try optionalMoney("mostYuan", in: rules), citation: value?.citation ?? "")
  }

  private static func choice(
    _ measures: YAMLMapping, words: FormWords, citing value: PolicyValue?
  ) throws(RunFailure) -> GrantChoiceRules {
    let rules = try measures.mapping(
      "choice",
      keys: ["lastingTypes", "lastingHealth", "lastingMonths", "burdenPercent", "table"])
    return GrantChoiceRules(
      lastingTypes: try rules.names("lastingTypes", among: words.expenditureTypes),
      lastingHealth: try rules.names("lastingHealth", among: words.healthStates),
      lastingMonths: try rules.positive("lastingMonths"),
      burdenPercent: try rules.percentage("burdenPercent"), table: try table(rules),
      citation: value?.citation ?? "")
  }

  private static func table(_ rules: YAMLMapping) throws(RunFailure) -> [GrantChoice] {
    var table: [GrantChoice] = []
    for entry in try rules.mappings("table", keys: ["causes", "lasting", "burden", "measure"]) {
      table.append(
        GrantChoice(
          causes: try causes(entry, key: "causes"), isLasting: try flag("lasting", in: entry),
          hasBurden: try flag("burden", in: entry),
          measure: try entry.choice("measure", as: AssistanceMeasure.self)))
    }
    return table
  }

  /// A yes or no that may be left open.
  private static func flag(
    _ key: String, in mapping: YAMLMapping
  ) throws(RunFailure) -> Bool? {
    mapping.has(key) ? try mapping.flag(key, default: false) : nil
  }

  private static func grants(
    _ measures: YAMLMapping, citing values: [String: PolicyValue]
  ) throws(RunFailure) -> [AssistanceMeasure: GrantRules] {
    let names = AssistanceMeasure.allCases.filter { $0 != .startUpSupport }.map(\.rawValue)
    let listed = try measures.mapping("grants", keys: names)
    var grants: [AssistanceMeasure: GrantRules] = [:]
    for name in listed.keys {
      let grant = try listed.mapping(
        name,
        keys: [
          "months", "sharePercent", "atOncePercent", "leastYuan", "mostYuan", "stepYuan",
          "rounding",
        ])
      let step = try money("stepYuan", in: grant)
      guard step > .zero else { throw grant.wrong("stepYuan", expected: .wage) }
      grants[try listed.choice(name, as: AssistanceMeasure.self, at: name)] = GrantRules(
        months: try grant.positive("months"), sharePercent: try grant.percentage("sharePercent"),
        atOncePercent: try grant.percentage("atOncePercent"),
        least: try optionalMoney("leastYuan", in: grant),
        most: try optionalMoney("mostYuan", in: grant), step: step,
        rounding: try grant.choice("rounding", as: GrantRules.Rounding.self),
        citation: values["measures.grants.\(name).months"]?.citation ?? "")
    }
    return grants
  }

  /// The money there is for a round; nil where the policy does not say.
  static func budget(
    _ top: YAMLMapping, citing values: [String: PolicyValue]
  ) throws(RunFailure) -> BudgetRules? {
    guard top.has("budget") else { return nil }
    let budget = try top.mapping("budget", keys: ["amountYuan", "method", "minimumYuan"])
    let method = try budget.choice("method", as: BudgetRules.Method.self)
    let amount = try money("amountYuan", in: budget)
    guard amount >= .zero else { throw budget.wrong("amountYuan", expected: .amount) }
    let minimum =
      method == .minimumThenProportional ? try money("minimumYuan", in: budget) : .zero
    guard minimum >= .zero else { throw budget.wrong("minimumYuan", expected: .amount) }
    return BudgetRules(
      amount: amount, method: method, minimum: minimum,
      citation: values["budget.amountYuan"]?.citation ?? "")
  }

  private static func optionalMoney(
    _ key: String, in mapping: YAMLMapping
  ) throws(RunFailure) -> Money? {
    guard mapping.has(key) else { return nil }
    let amount = try money(key, in: mapping)
    guard amount >= .zero else { throw mapping.wrong(key, expected: .amount) }
    return amount
  }
}
