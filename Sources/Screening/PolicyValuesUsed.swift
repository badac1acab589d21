public import Casework

/// The policy's values that a case's figures and decisions rest on.
///
/// Made where a case is shown. A value is listed where a figure of the case, or one of its rules,
/// would not be what it is without it; limits of doubt, which lead only to warnings, are not.
///
/// - Parameters:
///   - result: The case, with the tree of its worksheet.
///   - rules: The edition whose rules it was decided by.
///   - figures: The values of the edition that its figures were worked out under.
/// - Returns: The values, each once, the line first, then by section.
public func policyValues(
  usedBy result: ScreeningResult, rules: PolicyEdition, figures: PolicyValues
) -> [PolicyValue] {
  let household = result.household
  let names = household.worksheet.map { FigureValues($0, of: household).names } ?? []
  var seen: Set<String> = []
  let ofFigures = names.flatMap { figures.values(of: $0) }.filter { seen.insert($0.name).inserted }
  let ofRules = result.decisions.filter { $0.mode != .off }.flatMap { $0.valueNames(in: result) }
    .flatMap { rules.values.values(of: $0) }.filter { seen.insert($0.name).inserted }
  let line = result.assessment.threshold.map { rules.rate(of: $0) }
  let isOfLine = { (value: PolicyValue) in value.name.hasPrefix("threshold") }
  return (line.map { [$0] } ?? []) + ofRules.filter(isOfLine)
    + inOrderOfSections(ofFigures) + ofRules.filter { !isOfLine($0) }
}

/// The sections of the policy's figures in the order of its file.
private func inOrderOfSections(_ values: [PolicyValue]) -> [PolicyValue] {
  let sections = ["income", "household", "expenditure", "support"]
  return sections.flatMap { section in values.filter { $0.name.hasPrefix(section + ".") } }
}

extension Decision {
  /// The names of the values that the rule read, and of its mode.
  fileprivate func valueNames(in result: ScreeningResult) -> [String] {
    let mode = "rules.\(rule.rawValue).mode"
    guard outcome != .notApplicable || ConductGround(of: rule) != nil else { return [mode] }
    switch rule {
    case .incomeTest: return ["threshold", mode]
    case .survivorKin: return [mode, "survivors.majorityAge"]
    case .procedure: return [mode, "procedure"]
    case .frequency: return [mode, "frequency"]
    case .cause: return [mode, "causes"]
    case .evidence: return [mode, "evidence"]
    case .conductMeetings, .conductDues, .conductAssignments, .conductBehaviour, .conductDuties,
      .conductUninsured:
      let categories = "rules.\(rule.rawValue).categories"
      return result.application.category == .survivor
        ? [mode, categories, "survivors.conductApplies"] : [mode, categories]
    case .affiliation, .exhaustion, .unique: return [mode]
    }
  }
}

extension PolicyEdition {
  /// The rate that a line is a multiple of, as a value of the policy's table.
  fileprivate func rate(of line: Threshold) -> PolicyValue {
    let rates = wageYears.flatMap { year in year.rates.map { (year: year, rate: $0) } }
    let own = rates.last { $0.rate.from == line.effectiveFrom && !$0.year.confirmedBy.isEmpty }
    return PolicyValue(
      name: "\(lineBase.rawValue).rates",
      shown: (own?.rate.monthly ?? line.monthly).description, effectiveFrom: line.effectiveFrom,
      source: line.source, citation: citations[.incomeTest] ?? "", isAssumed: false,
      isConfirmed: own != nil,
      place: PolicyPlace(file: own?.year.file ?? "", line: own?.year.line ?? 0))
  }
}

// MARK: What the figures rest on

/// The names of the values that the figures of a worksheet rest on.
private struct FigureValues {
  private(set) var names: [String] = ["income.windowMonths"]
  private var known: Set<WorksheetParameter> = []

  init(_ worksheet: Worksheet, of household: NormalizedHousehold) {
    for reading in worksheet.readings {
      for node in [reading.disposable, reading.support, reading.expenditure, reading.size] {
        add(node)
      }
    }
    add(household)
  }

  private mutating func add(_ node: WorksheetNode) {
    if let parameter = node.parameter, known.insert(parameter).inserted {
      names.append(contentsOf: parameter.name.map { [$0] } ?? [])
    }
    for part in node.parts { add(part) }
  }

  /// What decides without a figure of its own: who counts, and which entries are one benefit.
  private mutating func add(_ household: NormalizedHousehold) {
    let filing = household.application
    if household.findings.contains(where: { $0.code == .memberByPolicy }) {
      names.append("household.members")
    }
    let kinds = Set(filing.supportItems.compactMap { $0.text(.supportKind).value })
    names += kinds.sorted().map { "support.reimbursing.\($0)" }
    if !kinds.isEmpty, !filing.incomeItems.isEmpty { names.append("support.reliefIncomeTypes") }
    let types = Set(filing.expenditureItems.compactMap { $0.text(.expenditureType).value })
    // A type that is not deducted is so because the others are all that are.
    let deducted = known.compactMap(\.deductedType)
    names +=
      types.isSubset(of: deducted)
      ? types.sorted().map { "expenditure.deducted.\($0)" } : ["expenditure.deducted"]
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

  fileprivate var deductedType: String? {
    switch self {
    case .deduction(let type), .deductionPart(_, let type): type
    default: nil
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
