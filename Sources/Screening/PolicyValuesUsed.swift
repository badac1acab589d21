public import Casework

/// The policy's values that a case's figures and decisions rest on.
///
/// Made where a case is shown. A value is listed where a figure of the case, or one of its rules,
/// would not be what it is without it; limits of doubt, which lead only to warnings, are not.
///
/// - Parameters:
///   - result: The case.
///   - rules: The edition whose rules it was decided by.
///   - figures: The values of the edition that its figures were worked out under.
/// - Returns: The values, each once, the line first, then by section.
public func policyValues(
  usedBy result: ScreeningResult, rules: PolicyEdition, figures: PolicyValues
) -> [PolicyValue] {
  var ofFigures = ValuesUsed(figures)
  if let worksheet = result.household.worksheet {
    ofFigures.note(worksheet, of: result.household)
  }
  var ofRules = ValuesUsed(rules.values)
  ofRules.noteModes()
  for decision in result.decisions where decision.mode != .off {
    ofRules.note(decision, of: result, under: rules)
  }
  let line = result.assessment.threshold.map { [rules.rate(of: $0)] } ?? []
  return line + ofRules.values(of: ["threshold"])
    + ofFigures.values(of: ["income", "household", "expenditure", "support"])
    + ofRules.values(
      of: ["procedure", "frequency", "survivors", "causes", "evidence", "rules"])
}

/// The values of an edition of which some are marked.
private struct ValuesUsed {
  let values: PolicyValues
  private var isUsed: [Bool]
  private var known: [WorksheetParameter] = []

  init(_ values: PolicyValues) {
    self.values = values
    isUsed = Array(repeating: false, count: values.all.count)
  }

  /// The marked values of some sections, in their order.
  func values(of sections: [String]) -> [PolicyValue] {
    sections.flatMap { section in
      if let own = values.place(of: section) { return isUsed[own] ? [values.all[own]] : [] }
      return values.places(in: section).filter { isUsed[$0] }.map { values.all[$0] }
    }
  }

  /// Marks a value, else every value of the section of its name; whether there is any.
  @discardableResult
  private mutating func use(_ name: String) -> Bool {
    if let own = values.place(of: name) {
      isUsed[own] = true
      return true
    }
    let section = values.places(in: name)
    for place in section { isUsed[place] = true }
    return !section.isEmpty
  }

  // MARK: What a rule read

  /// Marks which rules decide, warn or are off.
  mutating func noteModes() { for place in values.ruleModes { isUsed[place] = true } }

  /// Marks the values that a rule read beside its mode.
  mutating func note(
    _ decision: Decision, of result: ScreeningResult, under rules: PolicyEdition
  ) {
    if let ground = ConductGround(of: decision.rule) {
      if rules.conductCategories[ground] != nil {
        use("rules.\(decision.rule.rawValue).categories")
      } else if result.application.category == .survivor {
        use("survivors.conductApplies")
      }
      return
    }
    guard decision.outcome != .notApplicable else { return }
    switch decision.rule {
    case .incomeTest: use("threshold")
    case .survivorKin: use("survivors.majorityAge")
    case .procedure: use("procedure")
    case .frequency: use("frequency")
    case .cause: use("causes")
    case .evidence: use("evidence")
    default: break
    }
  }

  // MARK: What the figures rest on

  mutating func note(_ worksheet: Worksheet, of household: NormalizedHousehold) {
    use("income.windowMonths")
    for reading in worksheet.readings {
      for node in [reading.disposable, reading.support, reading.expenditure, reading.size] {
        note(node)
      }
    }
    note(household)
  }

  private mutating func note(_ node: WorksheetNode) {
    if let parameter = node.parameter, !known.contains(parameter) {
      known.append(parameter)
      if let name = parameter.name { use(name) }
    }
    for part in node.parts { note(part) }
  }

  /// What decides without a figure of its own: who counts, and which entries are one benefit.
  private mutating func note(_ household: NormalizedHousehold) {
    let filing = household.application
    if household.findings.contains(where: { $0.code == .memberByPolicy }) {
      use("household.members")
    }
    for item in filing.supportItems {
      if let kind = item.text(.supportKind).value { use("support.reimbursing.\(kind)") }
    }
    if !filing.supportItems.isEmpty, !filing.incomeItems.isEmpty {
      use("support.reliefIncomeTypes")
    }
    for item in filing.expenditureItems {
      guard let type = item.text(.expenditureType).value else { continue }
      // A type that is not deducted is so because the others are all that are.
      if !use("expenditure.deducted.\(type)") { use("expenditure.deducted") }
    }
  }
}

extension PolicyEdition {
  /// The rate that a line is a multiple of, as a value of the policy's table.
  fileprivate func rate(of line: Threshold) -> PolicyValue {
    var own: (year: WageYear, rate: WageRate)?
    for year in wageYears where !year.confirmedBy.isEmpty {
      guard let rate = year.rates.first(where: { $0.from == line.effectiveFrom }) else { continue }
      own = (year, rate)
    }
    return PolicyValue(
      name: "\(lineBase.rawValue).rates",
      shown: (own?.rate.monthly ?? line.monthly).description, effectiveFrom: line.effectiveFrom,
      source: line.source, citation: citations[.incomeTest] ?? "", isAssumed: false,
      isConfirmed: own != nil,
      place: PolicyPlace(file: own?.year.file ?? "", line: own?.year.line ?? 0))
  }
}

extension WorksheetParameter {
  /// The value's name in the policy file, or that of its section; nil where it is told elsewhere.
  fileprivate var name: String? {
    switch self {
    case .windowMonths: "income.windowMonths"
    case .unknownComponent(let component): "income.unknownComponents.\(component.nameInPolicy)"
    case .unknownAmount: "expenditure.unknownAmountYuan"
    case .incomeType(let type), .disregard(_, let type): "income.itemTypes.\(type)"
    case .statusesWithoutIncome: "household.statusesWithoutIncome"
    case .aboutPercent: "income.aboutPercent"
    case .deduction(let type), .deductionPart(_, let type): "expenditure.deducted.\(type)"
    case .notReimbursable: "expenditure.notReimbursable"
    case .largestHousehold: "household.largest"
    case .imputation: "income.imputation"
    case .threshold: nil
    }
  }
}

extension IncomeComponent {
  fileprivate var nameInPolicy: String {
    switch self {
    case .wage: "wage"
    case .business: "business"
    case .property: "property"
    case .transfer: "transfer"
    }
  }
}
