import Casework
import Income
import Screening

/// A policy file's two halves: what the rules read, and what the worksheet reads.
struct PolicyFile {
  let edition: PolicyEdition
  let income: IncomeRules

  private static let keys = [
    "policy", "title", "citation", "minimumWage", "threshold", "income", "expenditure", "support",
    "household", "procedure", "frequency", "survivors", "causes", "evidence", "rules",
  ]

  /// Reads `pipelines/policies/*.yaml`; every key is documented in docs/policy.md.
  init(text: String, file: String) throws(RunFailure) {
    let top = try YAMLMapping(text: text, file: file, keys: Self.keys)
    income = try Self.incomeRules(top)
    edition = try Self.edition(top)
  }
}

// MARK: What the rules read

extension PolicyFile {
  private static func edition(_ top: YAMLMapping) throws(RunFailure) -> PolicyEdition {
    let threshold = try top.mapping(
      "threshold", keys: ["factor", "comparator", "rateDay", "oldestApplicationMonths", "citation"])
    let procedure = try top.mapping("procedure", keys: ["noticeMinimumDays", "citation"])
    let frequency = try top.mapping("frequency", keys: ["months", "citation"])
    let survivors = try top.mapping(
      "survivors", keys: ["majorityAge", "conductApplies", "citation"])
    let rules = try ruleSettings(top)
    return PolicyEdition(
      id: try top.string("policy"), title: try top.string("title"),
      wageYears: try wageYears(top), factorThousandths: try factor(threshold),
      includesEquality: try comparator(threshold) == "<=",
      rateDay: try threshold.choice("rateDay", as: PolicyEdition.RateDay.self),
      oldestApplicationMonths: try threshold.integer("oldestApplicationMonths"),
      noticeMinimumDays: try procedure.integer("noticeMinimumDays"),
      frequencyMonths: try frequency.integer("months"),
      majorityAge: try survivors.integer("majorityAge"),
      acceptedCauses: try causes(top, key: "causes"),
      conductAppliesToSurvivors: try survivors.flag("conductApplies", default: false),
      evidence: try evidence(top), modes: rules.modes, citations: rules.citations)
  }

  private static func comparator(_ threshold: YAMLMapping) throws(RunFailure) -> String {
    let comparator = try threshold.string("comparator")
    guard ["<", "<="].contains(comparator) else {
      throw threshold.wrong("comparator", expected: "\"<\" or \"<=\"")
    }
    return comparator
  }

  /// The factor in thousandths: up to three decimals, so that the line stays exact.
  private static func factor(_ threshold: YAMLMapping) throws(RunFailure) -> Int64 {
    let text = try threshold.string("factor")
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count <= 2, let whole = Int64(parts[0]), decimals.count <= 3, whole >= 0,
      let thousandths = Int64((decimals + "000").prefix(3))
    else { throw threshold.wrong("factor", expected: "a decimal with at most three decimals") }
    return whole * 1000 + thousandths
  }

  private static func wageYears(_ top: YAMLMapping) throws(RunFailure) -> [WageYear] {
    let wage = try top.mapping("minimumWage", keys: ["description", "unit", "citation", "years"])
    var years: [WageYear] = []
    let keys = ["year", "tier", "confirmedBy", "source", "confidence", "rates"]
    for entry in try wage.mappings("years", keys: keys) {
      var rates: [WageRate] = []
      for rate in try entry.mappings("rates", keys: ["from", "yuanPerMonth", "document"]) {
        rates.append(
          WageRate(
            from: try date("from", in: rate), monthly: try money("yuanPerMonth", in: rate),
            document: try rate.string("document")))
      }
      let year = try entry.integer("year")
      guard !years.contains(where: { $0.year == year }),
        Set(rates.map(\.from)).count == rates.count
      else { throw entry.wrong("year", expected: "a year, and a day for each rate, listed once") }
      years.append(
        WageYear(
          year: year, tier: try entry.integer("tier"),
          confirmedBy: try entry.string("confirmedBy", default: ""), rates: rates,
          line: entry.line))
    }
    return years
  }

  private static func evidence(_ top: YAMLMapping) throws(RunFailure) -> [EvidenceRequirement] {
    var requirements: [EvidenceRequirement] = []
    for entry in try top.mappings("evidence", keys: ["name", "words", "causes"]) {
      requirements.append(
        EvidenceRequirement(
          name: try entry.string("name"), words: try entry.strings("words"),
          causes: try causes(entry, key: "causes")))
    }
    return requirements
  }

  private static func causes(
    _ mapping: YAMLMapping, key: String
  ) throws(RunFailure) -> Set<HardshipCause> {
    var causes: Set<HardshipCause> = []
    for name in try mapping.strings(key) {
      causes.insert(
        try mapping.choice(name, as: HardshipCause.self, line: mapping.line(of: key)))
    }
    return causes
  }

  private static func ruleSettings(
    _ top: YAMLMapping
  ) throws(RunFailure) -> (modes: [RuleCode: RuleMode], citations: [RuleCode: String]) {
    var modes: [RuleCode: RuleMode] = [:]
    var citations: [RuleCode: String] = [:]
    let rules = try top.mapping("rules", keys: RuleCode.allCases.map(\.rawValue))
    for name in rules.keys {
      let code = try rules.choice(name, as: RuleCode.self, line: rules.line(of: name))
      let settings = try rules.mapping(name, keys: ["mode", "citation"])
      // YAML reads a bare on or off as a truth value; both spellings mean the mode.
      let mode = try settings.string("mode", default: "on")
      modes[code] = try settings.choice(
        ["true": "on", "false": "off"][mode] ?? mode, as: RuleMode.self,
        line: settings.line(of: "mode"))
      citations[code] = try settings.string("citation", default: "")
    }
    return (modes, citations)
  }
}

// MARK: What the worksheet reads

extension PolicyFile {
  private static func incomeRules(_ top: YAMLMapping) throws(RunFailure) -> IncomeRules {
    let income = try top.mapping(
      "income",
      keys: ["windowMonths", "aboutPercent", "itemTypes", "unknownComponents", "citation"])
    let household = try top.mapping(
      "household", keys: ["largest", "statusesWithoutIncome", "citation"])
    let expenditure = try top.mapping(
      "expenditure", keys: ["deducted", "notReimbursable", "unknownAmountYuan", "citation"])
    let support = try top.mapping(
      "support", keys: ["reimbursing", "reliefIncomeTypes", "citation"])
    return IncomeRules(
      windowMonths: try income.integer("windowMonths"), itemTypes: try itemTypes(income),
      statusesWithoutIncome: Set(try household.strings("statusesWithoutIncome")),
      unknownComponents: try unknownComponents(income),
      unknownAmount: try money("unknownAmountYuan", in: expenditure),
      deductions: try deductions(expenditure),
      notReimbursable: Set(try expenditure.strings("notReimbursable")),
      reimbursingSupport: try reimbursing(support),
      reliefIncomeTypes: Set(try support.strings("reliefIncomeTypes")),
      aboutPercent: try income.integer("aboutPercent"),
      largestHousehold: try household.integer("largest"))
  }

  private enum ComponentName: String, CaseIterable {
    case wage, business, property, transfer, none

    var component: IncomeComponent? {
      switch self {
      case .wage: .wage
      case .business: .business
      case .property: .property
      case .transfer: .transfer
      case .none: nil
      }
    }
  }

  private static func itemTypes(
    _ income: YAMLMapping
  ) throws(RunFailure) -> [String: IncomeRules.ItemType] {
    let listed = try income.mapping("itemTypes", keys: nil)
    var types: [String: IncomeRules.ItemType] = [:]
    for name in listed.keys {
      let entry = try listed.mapping(name, keys: ["component", "subtracted", "regular"])
      types[name] = IncomeRules.ItemType(
        component: try entry.choice("component", as: ComponentName.self).component,
        isSubtracted: try entry.flag("subtracted", default: false),
        isRegular: try entry.flag("regular", default: false))
    }
    return types
  }

  private static func unknownComponents(
    _ income: YAMLMapping
  ) throws(RunFailure) -> [IncomeComponent: MoneyInterval] {
    let listed = try income.mapping(
      "unknownComponents", keys: ["wage", "business", "property", "transfer"])
    var bounds: [IncomeComponent: MoneyInterval] = [:]
    for name in listed.keys {
      let entry = try listed.mapping(name, keys: ["lowYuan", "highYuan"])
      let component = try listed.choice(name, as: ComponentName.self, line: entry.line).component
      guard let component else { continue }
      bounds[component] = MoneyInterval(
        try money("lowYuan", in: entry), try money("highYuan", in: entry))
    }
    return bounds
  }

  private static func deductions(
    _ expenditure: YAMLMapping
  ) throws(RunFailure) -> [String: IncomeRules.Deduction] {
    let listed = try expenditure.mapping("deducted", keys: nil)
    var deductions: [String: IncomeRules.Deduction] = [:]
    for name in listed.keys {
      let entry = try listed.mapping(name, keys: ["capYuan"])
      deductions[name] = IncomeRules.Deduction(
        cap: entry.has("capYuan") ? try money("capYuan", in: entry) : nil)
    }
    return deductions
  }

  private static func reimbursing(
    _ support: YAMLMapping
  ) throws(RunFailure) -> [String: Set<String>] {
    let listed = try support.mapping("reimbursing", keys: nil)
    var kinds: [String: Set<String>] = [:]
    for name in listed.keys { kinds[name] = Set(try listed.strings(name)) }
    return kinds
  }

  private static func money(_ key: String, in mapping: YAMLMapping) throws(RunFailure) -> Money {
    guard let money = Money(decimalYuan: try mapping.string(key)) else {
      throw mapping.wrong(key, expected: "yuan with at most two decimals, such as \"1380\"")
    }
    return money
  }

  private static func date(
    _ key: String, in mapping: YAMLMapping
  ) throws(RunFailure) -> CalendarDate {
    guard let date = CalendarDate(iso: try mapping.string(key)) else {
      throw mapping.wrong(key, expected: "a date such as 2015-07-01")
    }
    return date
  }
}
