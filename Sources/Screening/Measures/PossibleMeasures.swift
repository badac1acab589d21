public import Casework

/// The measures that a filing leaves possible for either hardship type, whatever the line is.
///
/// Made once for a case; what is suggested then follows from type and gap alone.
public struct PossibleMeasures: Sendable {
  /// For an income type: start-up support, a recurrent grant, or both where it is open.
  let income: [AssistanceMeasure]
  /// For an expenditure type: what the policy's table gives; several where something is open.
  let expenditure: [AssistanceMeasure]
  /// What the interest of the stated loan comes to; nil where the loan is not fully stated.
  let interest: Money?
  private let rules: MeasureRules

  /// Reads a filing.
  public init(_ household: NormalizedHousehold, under rules: MeasureRules) {
    let startUp = StartUpReading(
      application: household.application, rules: rules.startUp, aboutPercent: rules.aboutPercent)
    income = startUp.measures
    interest = income.contains(.startUpSupport) ? startUp.terms?.total : nil
    expenditure =
      ExpenditureReading(
        household: household, rules: rules.choice, aboutPercent: rules.aboutPercent
      ).measures
    self.rules = rules
  }

  /// What is suggested.
  ///
  /// - Parameters:
  ///   - type: The hardship type; nil where it cannot be told: then the measures of both.
  ///   - gap: The household's shortfall; nil where there is no line.
  /// - Returns: The measures it can be, with the amount as far as it is known.
  public func suggestedHelp(for type: HardshipType?, gap: HouseholdGap?) -> SuggestedHelp {
    let measures = measures(for: type)
    guard !isService(measures, gap) else {
      return SuggestedHelp(measures: [], isService: true, amount: nil)
    }
    let amounts = measures.map { amount(of: $0, gap) }
    let hull = amounts.compactMap(\.self).reduce(nil) { (hull: MoneyInterval?, amount) in
      hull.map { $0.hull(with: amount) } ?? amount
    }
    return SuggestedHelp(measures: measures, amount: amounts.contains(nil) ? nil : hull)
  }

  /// The measures of a type, in the order of the forms' choices.
  func measures(for type: HardshipType?) -> [AssistanceMeasure] {
    switch type {
    case .income: income
    case .expenditure: expenditure
    case nil:
      AssistanceMeasure.allCases.filter { income.contains($0) || expenditure.contains($0) }
    }
  }

  /// Whether only visits and services are suggested: nothing is to be made up, and no loan is meant.
  func isService(_ measures: [AssistanceMeasure], _ gap: HouseholdGap?) -> Bool {
    gap?.amount == .zero && rules.atTheLine == .service && !measures.contains(.startUpSupport)
  }

  /// The amount of one measure; nil where none can be told.
  private func amount(of measure: AssistanceMeasure, _ gap: HouseholdGap?) -> MoneyInterval? {
    if measure == .startUpSupport { return interest.map(MoneyInterval.init(exactly:)) }
    guard let gap, let grant = rules.grants[measure] else { return nil }
    guard gap.amount == .zero else { return grant.amount(for: gap) }
    return rules.atTheLine == .least ? grant.least.map(MoneyInterval.init(exactly:)) : nil
  }
}

extension PolicyEdition {
  /// What is suggested for a case; nil where it is not eligible or the policy names no measures.
  func suggestedHelp(for assessment: Assessment, ending outcome: CaseOutcome) -> SuggestedHelp? {
    guard outcome == .eligible, let measures else { return nil }
    return PossibleMeasures(assessment.household, under: measures).suggestedHelp(
      for: assessment.hardshipType,
      gap: HouseholdGap(assessment.household, below: assessment.threshold))
  }
}
