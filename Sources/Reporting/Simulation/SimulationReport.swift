public import Casework

/// What a simulation says; its tables, its page and its lines are written from it.
public struct SimulationReport: Sendable {
  /// The run.
  public let runID: String
  /// The day of the screenings.
  public let asOf: CalendarDate
  /// The policy's title.
  public let policyTitle: String
  /// The name of the file with the reform.
  public let reformName: String
  /// What was found, in order.
  public let result: SimulationResult
  /// Whether the policy names measures, so that amounts are suggested.
  public let hasMeasures: Bool
  /// The language of the page.
  public let language: Language

  /// Makes a report.
  public init(
    runID: String, asOf: CalendarDate, policyTitle: String, reformName: String,
    result: SimulationResult, hasMeasures: Bool, language: Language
  ) {
    self.runID = runID
    self.asOf = asOf
    self.policyTitle = policyTitle
    self.reformName = reformName
    self.result = result
    self.hasMeasures = hasMeasures
    self.language = language
  }

  /// The tally of the base.
  var base: SimulationTally { result.tallies[0] }

  /// The groups of a dimension, by their value; what is not stated comes last.
  func groups(of dimension: SimulationDimension) -> [(
    group: SimulationGroup, pair: [SimulationTally]
  )] {
    result.groups.filter { $0.key.dimension == dimension }
      .sorted { ($0.key.order, $0.key.value) < ($1.key.order, $1.key.value) }
      .map { ($0.key, $0.value) }
  }
}

extension SimulationGroup {
  fileprivate var order: Int {
    let known =
      switch dimension {
      case .unit: [String]()
      case .category: ApplicantCategory.allCases.map(\.rawValue)
      case .hardshipType: HardshipType.allCases.map(\.rawValue)
      }
    return value == "not_stated" ? Int.max : known.firstIndex(of: value) ?? 0
  }
}

/// The title of a variant.
public func title(of variant: SimulationVariant, in language: Language) -> String {
  switch variant.kind {
  case .base: return language.text("现行政策", "Policy as it is")
  case .reform: return language.text("拟议调整", "Reform")
  case .line(let percent):
    let sign = percent < 0 ? "−" : "+"
    return language.text("标准 \(sign)\(abs(percent))%", "Line \(sign)\(abs(percent)) %")
  case .comparator(let includesEquality):
    return includesEquality
      ? language.text("等于标准也符合（≤）", "Equal to the line meets it (≤)")
      : language.text("等于标准不符合（<）", "Equal to the line does not (<)")
  case .window(let months):
    return language.text("计算期 \(months) 个月", "Window of \(months) months")
  case .withoutDeductions: return language.text("不扣除刚性支出", "Without deductions")
  }
}

/// The title of a move.
public func title(of move: SimulatedMove, in language: Language) -> String {
  switch move {
  case .enters: language.text("新增符合", "Enters")
  case .leaves: language.text("不再符合", "Leaves")
  case .opens: language.text("转为待定", "Becomes open")
  case .settlesEligible: language.text("待定转符合", "Open to eligible")
  case .settlesIneligible: language.text("待定转不符合", "Open to ineligible")
  }
}

/// The title of what groups are told apart by.
func title(of dimension: SimulationDimension, in language: Language) -> String {
  switch dimension {
  case .unit: title(of: ApplicationDimension.unit, in: language)
  case .category: title(of: ApplicationDimension.category, in: language)
  case .hardshipType: title(of: ApplicationDimension.hardshipType, in: language)
  }
}
