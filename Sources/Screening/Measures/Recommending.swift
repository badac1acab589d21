public import Casework

/// Suggests how a household is helped and with how much, with every reason (domain.md 1.6).
///
/// 收入型: start-up support where its five conditions hold, else a recurrent grant. 支出型: the
/// grant that the policy's table gives for cause, duration and remaining burden. Where something
/// is not known, every option it leaves open is listed; nothing is guessed.
///
/// - Parameters:
///   - result: The screened case.
///   - policy: The policy it was screened under.
/// - Returns: The suggestion; nil for a case that is ineligible or merged, and where the policy
///   names no measures.
public func recommendation(
  for result: ScreeningResult, under policy: PolicyEdition
) -> Recommendation? {
  guard let rules = policy.measures,
    result.outcome == .eligible || result.outcome == .undetermined
  else { return nil }
  return Recommending(assessment: result.assessment, rules: rules)
    .recommendation(isConditional: result.outcome == .undetermined)
}

/// The way to a recommendation for one household.
private struct Recommending {
  let assessment: Assessment
  let rules: MeasureRules

  private var household: NormalizedHousehold { assessment.household }

  func recommendation(isConditional: Bool) -> Recommendation {
    let possible = PossibleMeasures(household, under: rules)
    let measures = possible.measures(for: assessment.hardshipType)
    let gap = HouseholdGap(household, below: assessment.threshold)
    let options =
      possible.isService(measures, gap)
      ? [HelpOption(nil, amount: nil, steps: [MeasureStep(.noShortfall)])]
      : measures.map { option($0, gap) }
    return Recommendation(
      isConditional: isConditional, options: options, steps: steps,
      conditions: assessment.hardshipType == .expenditure ? [] : startUp.conditions)
  }

  private var steps: [MeasureStep] {
    switch assessment.hardshipType {
    case .income: [startUpStep]
    case .expenditure: [expenditureStep]
    case nil: [MeasureStep(.typeOpen), startUpStep, expenditureStep]
    }
  }

  private var startUp: StartUpReading {
    StartUpReading(
      application: household.application, rules: rules.startUp, aboutPercent: rules.aboutPercent)
  }

  private var startUpStep: MeasureStep {
    let conditions = startUp.conditions
    func named(_ holds: Bool?) -> [String] {
      conditions.filter { $0.holds == holds }.map(\.kind.rawValue)
    }
    let citation = rules.startUp.citation
    if !named(false).isEmpty {
      return MeasureStep(.recurrentChosen, named(false), citation: citation)
    }
    return named(nil).isEmpty
      ? MeasureStep(.startUpChosen, citation: citation)
      : MeasureStep(.startUpOpen, named(nil), citation: citation)
  }

  private var expenditureStep: MeasureStep {
    let reading = ExpenditureReading(
      household: household, rules: rules.choice, aboutPercent: rules.aboutPercent)
    let measures = reading.measures
    let citation = rules.choice.citation
    guard let first = measures.first else {
      return MeasureStep(.noMeasureListed, citation: citation)
    }
    guard measures.count == 1 else {
      return MeasureStep(
        .expenditureOpen, reading.openFields.map(\.rawValue), citation: citation)
    }
    let signs = [
      household.application.cause?.rawValue ?? "", sign("lasting", reading.isLasting),
      sign("burden", reading.hasBurden), first.rawValue,
    ]
    return MeasureStep(.expenditureChosen, signs, citation: citation)
  }

  private func sign(_ name: String, _ holds: Bool?) -> String {
    switch holds {
    case true?: name
    case false?: "no-\(name)"
    case nil: ""
    }
  }

  private func option(_ measure: AssistanceMeasure, _ gap: HouseholdGap?) -> HelpOption {
    if measure == .startUpSupport { return startUp.option }
    guard let gap, let grant = rules.grants[measure] else {
      return HelpOption(measure, amount: nil, steps: [MeasureStep(.gapUnknown)])
    }
    guard gap.amount == .zero else {
      let size = household.size
      return grant.option(
        measure, gap,
        size: size.count == 1 ? "\(size.lowerBound)" : "\(size.lowerBound)–\(size.upperBound)")
    }
    guard rules.atTheLine == .least, let least = grant.least else {
      return HelpOption(measure, amount: nil, steps: [MeasureStep(.noShortfall)])
    }
    return HelpOption(
      measure, amount: MoneyInterval(exactly: least),
      steps: [MeasureStep(.leastAtLine, [least.description], citation: grant.citation)])
  }
}
