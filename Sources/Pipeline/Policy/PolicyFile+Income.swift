import Casework
import Income
import Intake
import Screening

// MARK: What the worksheet reads

extension PolicyFile {
  static func incomeRules(
    _ top: YAMLMapping, words: FormWords, wages: [WageYear]
  ) throws(RunFailure) -> IncomeRules {
    let income = try top.mapping(
      "income",
      keys: [
        "windowMonths", "aboutPercent", "itemTypes", "unknownComponents", "slips", "imputation",
      ])
    let household = try top.mapping(
      "household", keys: ["largest", "statusesWithoutIncome", "members"])
    let expenditure = try top.mapping(
      "expenditure", keys: ["deducted", "notReimbursable", "unknownAmountYuan"])
    let support = try top.mapping(
      "support", keys: ["reimbursing", "reliefIncomeTypes"])
    var rules = IncomeRules(
      windowMonths: try window(income),
      itemTypes: try itemTypes(income, words: words.incomeTypes),
      statusesWithoutIncome: try household.names(
        "statusesWithoutIncome", among: words.employments),
      unknownComponents: try unknownComponents(income),
      unknownAmount: try money("unknownAmountYuan", in: expenditure),
      deductions: try deductions(expenditure, words: words.expenditureTypes),
      notReimbursable: try expenditure.names("notReimbursable", among: words.expenditureTypes),
      reimbursingSupport: try reimbursing(support, words: words),
      reliefIncomeTypes: try support.names("reliefIncomeTypes", among: words.incomeTypes),
      aboutPercent: try income.percentage("aboutPercent"),
      largestHousehold: try household.positive("largest"),
      slips: try slipLimits(income, employments: words.employments, wages: wages))
    rules.membership = try membership(household, words: words)
    rules.imputation = try imputation(income, words: words, wages: wages)
    return rules
  }

  /// Only windows that divide a year are brought to it without rounding.
  private static func window(_ income: YAMLMapping) throws(RunFailure) -> Int {
    let months = try income.positive("windowMonths")
    guard IncomeRules.possibleWindows.contains(months) else {
      throw income.wrong("windowMonths", expected: .window)
    }
    return months
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
    _ income: YAMLMapping, words: KnownWords
  ) throws(RunFailure) -> [String: IncomeRules.ItemType] {
    let listed = try income.mapping("itemTypes", keys: nil)
    var types: [String: IncomeRules.ItemType] = [:]
    for (name, key) in try listed.keys(among: words) {
      let keys = ["component", "subtracted", "regular", "disregard"]
      let entry = try listed.mapping(key, keys: keys)
      types[name] = IncomeRules.ItemType(
        component: try entry.choice("component", as: ComponentName.self).component,
        isSubtracted: try entry.flag("subtracted", default: false),
        isRegular: try entry.flag("regular", default: false), disregard: try disregard(entry))
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
      let component = try listed.choice(name, as: ComponentName.self, at: name).component
      guard let component else { continue }
      bounds[component] = MoneyInterval(
        try money("lowYuan", in: entry), try money("highYuan", in: entry))
    }
    return bounds
  }

  private static func deductions(
    _ expenditure: YAMLMapping, words: KnownWords
  ) throws(RunFailure) -> [String: IncomeRules.Deduction] {
    let listed = try expenditure.mapping("deducted", keys: nil)
    var deductions: [String: IncomeRules.Deduction] = [:]
    for (name, key) in try listed.keys(among: words) {
      let keys = [
        "capYuan", "capPerPersonYuan", "capPerItemYuan", "sharePercent", "evidence",
      ]
      let entry = try listed.mapping(key, keys: keys)
      var deduction = IncomeRules.Deduction(cap: try limit("capYuan", in: entry))
      deduction.capPerPerson = try limit("capPerPersonYuan", in: entry)
      deduction.capPerItem = try limit("capPerItemYuan", in: entry)
      if entry.has("sharePercent") {
        deduction.sharePercent = Int64(try entry.percentage("sharePercent"))
      }
      if entry.has("evidence") {
        deduction.evidence = try entry.choice("evidence", as: EvidenceDemand.self)
      }
      deductions[name] = deduction
    }
    return deductions
  }

  /// An amount that limits another; never below zero.
  static func limit(_ key: String, in mapping: YAMLMapping) throws(RunFailure) -> Money? {
    guard mapping.has(key) else { return nil }
    let amount = try money(key, in: mapping)
    guard amount >= .zero else { throw mapping.wrong(key, expected: .amount) }
    return amount
  }

  private static func reimbursing(
    _ support: YAMLMapping, words: FormWords
  ) throws(RunFailure) -> [String: Set<String>] {
    let listed = try support.mapping("reimbursing", keys: nil)
    var kinds: [String: Set<String>] = [:]
    for (name, key) in try listed.keys(among: words.supportKinds) {
      kinds[name] = try listed.names(key, among: words.expenditureTypes)
    }
    return kinds
  }
}

extension FormWords {
  /// The names of the choices by field.
  var choices: [Field: [String]] {
    [
      .incomeType: incomeTypes.choices, .expenditureType: expenditureTypes.choices,
      .employment: employments.choices, .relationship: relationships.choices,
      .health: healthStates.choices, .period: Period.allCases.map(\.rawValue),
    ]
  }

  /// The values by the names that rows are known by, where the file writes another word for one.
  func named(_ values: [String: PolicyValue]) -> PolicyValues {
    PolicyValues(
      values.values.map { value in
        let parts = value.name.split(separator: ".", maxSplits: 3).map(String.init)
        let words: KnownWords? =
          switch parts.prefix(2) {
          case ["income", "itemTypes"]: incomeTypes
          case ["expenditure", "deducted"]: expenditureTypes
          case ["support", "reimbursing"]: supportKinds
          default: nil
          }
        guard parts.count > 2, let name = words?.name(of: parts[2]), name != parts[2] else {
          return value
        }
        return value.named((parts.prefix(2) + [name] + parts.dropFirst(3)).joined(separator: "."))
      })
  }
}

/// The words that a policy names rows by, as the forms list them.
struct FormWords {
  let incomeTypes: KnownWords
  let expenditureTypes: KnownWords
  let supportKinds: KnownWords
  let employments: KnownWords
  let healthStates: KnownWords
  let relationships: KnownWords

  init(_ forms: [FormDefinition]) {
    func choices(of field: Field, in kind: FormKind) -> KnownWords {
      KnownWords(forms.first { $0.kind == kind }?.fields.first { $0.field == field }?.choices)
    }
    incomeTypes = choices(of: .incomeType, in: .income)
    expenditureTypes = choices(of: .expenditureType, in: .expenditure)
    supportKinds = choices(of: .supportKind, in: .support)
    employments = choices(of: .employment, in: .members)
    relationships = choices(of: .relationship, in: .members)
    healthStates = choices(of: .health, in: .members)
  }
}
