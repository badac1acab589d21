public import Casework

extension SimulatedFigures {
  /// The figures of a screened case.
  ///
  /// - Parameters:
  ///   - result: The case.
  ///   - measures: What its filing leaves possible; nil where the policy names no measures.
  public init(of result: ScreeningResult, possible measures: PossibleMeasures?) {
    self.init(
      outcome: result.outcome, line: result.assessment.threshold,
      type: result.assessment.hardshipType, household: result.household, possible: measures)
  }

  /// The figures of a case whose rules but `INCOME_TEST` end as they did, with a household and a
  /// policy that only that rule reads otherwise.
  ///
  /// - Parameters:
  ///   - result: The case under the base.
  ///   - test: How `INCOME_TEST` ends now.
  ///   - household: The household as it is read now.
  ///   - measures: What its filing leaves possible.
  public init(
    of result: ScreeningResult, with test: LineReading, household: NormalizedHousehold,
    possible measures: PossibleMeasures?
  ) {
    self.init(
      outcome: result.outcome(withIncomeTest: test.outcome), line: test.threshold,
      type: test.hardshipType, household: household, possible: measures)
  }

  private init(
    outcome: CaseOutcome, line: Threshold?, type: HardshipType?, household: NormalizedHousehold,
    possible measures: PossibleMeasures?
  ) {
    let gap = outcome == .eligible ? HouseholdGap(household, below: line) : nil
    self.init(
      outcome: outcome, hardshipType: type, shortfall: gap?.amount,
      help: outcome == .eligible ? measures?.suggestedHelp(for: type, gap: gap) : nil)
  }
}

extension ScreeningResult {
  /// How the case would end if `INCOME_TEST` ended so and every other rule as it did.
  func outcome(withIncomeTest test: RuleOutcome) -> CaseOutcome {
    if outcome == .merged { return .merged }
    var isOpen = false
    for place in decisions.indices where decisions[place].mode == .on {
      switch decisions[place].rule == .incomeTest ? test : decisions[place].outcome {
      case .fail: return .ineligible
      case .unknown: isOpen = true
      case .pass, .notApplicable: break
      }
    }
    return isOpen ? .undetermined : .eligible
  }
}
