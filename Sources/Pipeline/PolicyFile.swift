import Casework
import Income
import Intake
import Registry
import Screening

/// A policy file's two halves: what the rules read, and what the worksheet reads.
struct PolicyFile {
  var edition: PolicyEdition
  let income: IncomeRules
  let retention: RetentionRules
  /// The digest of the file's text.
  let digest: String

  private static let keys = [
    "policy", "title", "citation", "minimumWage", "threshold", "income", "expenditure", "support",
    "household", "procedure", "frequency", "survivors", "causes", "evidence", "rules",
    "followUp", "retention",
  ]

  /// Reads `pipelines/policies/*.yaml`; every key is documented in docs/policy.md.
  ///
  /// Names of income types, expenditure types, kinds of support and employments must be choices of
  /// the forms: a name that no form knows would silently never apply.
  init(text: String, file: String, forms: [FormDefinition]) throws(RunFailure) {
    let top = try YAMLMapping(text: text, file: file, keys: Self.keys)
    digest = hexDigest(of: Array(text.utf8))
    edition = try Self.edition(top)
    income = try Self.incomeRules(top, words: FormWords(forms), wages: edition.wageYears)
    retention = try Self.retention(top)
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
    var edition = PolicyEdition(
      id: try top.string("policy"), title: try top.string("title"),
      wageYears: try wageYears(top), factorThousandths: try factor(threshold),
      includesEquality: try comparator(threshold) == "<=",
      rateDay: try threshold.choice("rateDay", as: PolicyEdition.RateDay.self),
      oldestApplicationMonths: try threshold.positive("oldestApplicationMonths"),
      noticeMinimumDays: try procedure.positive("noticeMinimumDays"),
      frequencyMonths: try frequency.positive("months"),
      majorityAge: try survivors.positive("majorityAge"),
      acceptedCauses: try causes(top, key: "causes"),
      conductAppliesToSurvivors: try survivors.flag("conductApplies", default: false),
      evidence: try evidence(top), modes: rules.modes, citations: rules.citations)
    edition.followUp = try followUp(top)
    return edition
  }

  private static func followUp(_ top: YAMLMapping) throws(RunFailure) -> FollowUpRules? {
    guard top.has("followUp") else { return nil }
    let rules = try top.mapping(
      "followUp",
      keys: ["visitEveryMonths", "contactWithinDays", "closeAfterMonths", "citation"])
    return FollowUpRules(
      visitEveryMonths: try rules.positive("visitEveryMonths"),
      contactWithinDays: try rules.positive("contactWithinDays"),
      closeAfterMonths: try rules.positive("closeAfterMonths"))
  }

  /// How long each kind of data is kept; a kind that is not listed is kept for good.
  private static func retention(_ top: YAMLMapping) throws(RunFailure) -> RetentionRules {
    guard top.has("retention") else { return RetentionRules() }
    let kinds = try top.mapping("retention", keys: ["filings", "notes", "runs", "citation"])
    func months(_ kind: String) throws(RunFailure) -> Int? {
      kinds.has(kind) ? try kinds.mapping(kind, keys: ["months"]).positive("months") : nil
    }
    return RetentionRules(
      filingMonths: try months("filings"), noteMonths: try months("notes"),
      runMonths: try months("runs"))
  }

  private static func comparator(_ threshold: YAMLMapping) throws(RunFailure) -> String {
    let comparator = try threshold.string("comparator")
    guard ["<", "<="].contains(comparator) else {
      throw threshold.wrong("comparator", expected: .comparator)
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
    else { throw threshold.wrong("factor", expected: .factor) }
    return whole * 1000 + thousandths
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
  private static func incomeRules(
    _ top: YAMLMapping, words: FormWords, wages: [WageYear]
  ) throws(RunFailure) -> IncomeRules {
    let income = try top.mapping(
      "income",
      keys: ["windowMonths", "aboutPercent", "itemTypes", "unknownComponents", "slips", "citation"])
    let household = try top.mapping(
      "household", keys: ["largest", "statusesWithoutIncome", "citation"])
    let expenditure = try top.mapping(
      "expenditure", keys: ["deducted", "notReimbursable", "unknownAmountYuan", "citation"])
    let support = try top.mapping(
      "support", keys: ["reimbursing", "reliefIncomeTypes", "citation"])
    return IncomeRules(
      windowMonths: try income.positive("windowMonths"),
      itemTypes: try itemTypes(income, names: words.incomeTypes),
      statusesWithoutIncome: try household.names(
        "statusesWithoutIncome", among: words.employments),
      unknownComponents: try unknownComponents(income),
      unknownAmount: try money("unknownAmountYuan", in: expenditure),
      deductions: try deductions(expenditure, names: words.expenditureTypes),
      notReimbursable: try expenditure.names("notReimbursable", among: words.expenditureTypes),
      reimbursingSupport: try reimbursing(support, words: words),
      reliefIncomeTypes: try support.names("reliefIncomeTypes", among: words.incomeTypes),
      aboutPercent: try income.percentage("aboutPercent"),
      largestHousehold: try household.positive("largest"),
      slips: try slipLimits(income, employments: words.employments, wages: wages))
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
    _ income: YAMLMapping, names: [String]?
  ) throws(RunFailure) -> [String: IncomeRules.ItemType] {
    let listed = try income.mapping("itemTypes", keys: names)
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
    _ expenditure: YAMLMapping, names: [String]?
  ) throws(RunFailure) -> [String: IncomeRules.Deduction] {
    let listed = try expenditure.mapping("deducted", keys: names)
    var deductions: [String: IncomeRules.Deduction] = [:]
    for name in listed.keys {
      let entry = try listed.mapping(name, keys: ["capYuan"])
      deductions[name] = IncomeRules.Deduction(
        cap: entry.has("capYuan") ? try money("capYuan", in: entry) : nil)
    }
    return deductions
  }

  private static func reimbursing(
    _ support: YAMLMapping, words: FormWords
  ) throws(RunFailure) -> [String: Set<String>] {
    let listed = try support.mapping("reimbursing", keys: words.supportKinds)
    var kinds: [String: Set<String>] = [:]
    for name in listed.keys {
      kinds[name] = try listed.names(name, among: words.expenditureTypes)
    }
    return kinds
  }

  static func money(_ key: String, in mapping: YAMLMapping) throws(RunFailure) -> Money {
    guard let money = Money(decimalYuan: try mapping.string(key)) else {
      throw mapping.wrong(key, expected: .amount)
    }
    return money
  }

  static func date(
    _ key: String, in mapping: YAMLMapping
  ) throws(RunFailure) -> CalendarDate {
    guard let date = CalendarDate(iso: try mapping.string(key)) else {
      throw mapping.wrong(key, expected: .date)
    }
    return date
  }
}

/// The words that a policy names rows by, as the forms list them; nil where no form has the field.
private struct FormWords {
  let incomeTypes: [String]?
  let expenditureTypes: [String]?
  let supportKinds: [String]?
  let employments: [String]?

  init(_ forms: [FormDefinition]) {
    func choices(of field: Field, in kind: FormKind) -> [String]? {
      forms.first { $0.kind == kind }?.fields.first { $0.field == field }?.choices.map(\.name)
    }
    incomeTypes = choices(of: .incomeType, in: .income)
    expenditureTypes = choices(of: .expenditureType, in: .expenditure)
    supportKinds = choices(of: .supportKind, in: .support)
    employments = choices(of: .employment, in: .members)
  }
}
