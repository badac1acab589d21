import Casework

/// INCOME_TEST: per-capita actual disposable income against the line.
///
/// The test is met when D + S − R ≤ line × 12 × n in whole fen (`<` where the policy says so), so
/// that no rounding enters the decision (contract §2).
struct IncomeTest {
  /// Whether a household meets the line: for certain, for certain not, or (nil) undecided.
  static func meets(
    _ household: NormalizedHousehold, _ threshold: Threshold,
    amount: (HouseholdReading) -> MoneyInterval
  ) -> Bool? {
    let readings = household.readings
    let limit = { (size: Int) in threshold.monthly * Int64(12 * size) }
    if readings.allSatisfy({ holds(amount($0).high, limit($0.size.lowerBound), threshold) }) {
      return true
    }
    let misses = readings.allSatisfy {
      !holds(amount($0).low, limit($0.size.upperBound), threshold)
    }
    return misses ? false : nil
  }

  private static func holds(_ amount: Money, _ limit: Money, _ threshold: Threshold) -> Bool {
    threshold.includesEquality ? amount <= limit : amount < limit
  }

  /// The decision with the line used, the type of hardship and what should be said beside it.
  struct Result {
    var verdict: Verdict
    var threshold: Threshold?
    var hardshipType: HardshipType?
    var findings: [Finding] = []
  }

  static func result(
    on household: NormalizedHousehold, under policy: PolicyEdition, asOf: CalendarDate,
    lineDay: CalendarDate? = nil
  ) throws(PolicyGap) -> Result {
    let date = lineDay ?? household.referenceDate
    if lineDay == nil, policy.doubts(date, asOf: asOf) {
      return Result(verdict: Verdict(.unknown, .dateOutsidePolicy, [date.description]))
    }
    let threshold = try policy.threshold(on: date)
    let met = meets(household, threshold, amount: \.actual)
    let others = policy.otherThresholds(inYearOf: date, than: threshold)
    let differing = others.filter { meets(household, $0, amount: \.actual) != met }
    var result = Result(
      verdict: verdict(household, threshold, met: met), threshold: threshold,
      hardshipType: met == true ? hardshipType(household, threshold) : nil)
    if let other = differing.first, met != nil {
      result.findings.append(
        Finding(
          .twoRatesDecide, at: household.application.record.cell(of: .applicationDate),
          field: .applicationDate,
          [threshold.monthly.description, other.monthly.description]))
      // Without a day of application nobody can say which of the two rates counts.
      if household.referenceDateIsAssumed {
        result.verdict = undecided(household, threshold, field: .applicationDate)
        result.hardshipType = nil
      }
    }
    return result
  }

  private static func verdict(
    _ household: NormalizedHousehold, _ threshold: Threshold, met: Bool?
  ) -> Verdict {
    let income = household.perCapitaActual
    guard let met else {
      return undecided(household, threshold, field: household.unknowns.first?.field)
    }
    let distance = Money(fen: abs(threshold.monthly.fen - (met ? income.high : income.low).fen))
    return Verdict(
      met ? .pass : .fail, met ? .belowLine : .aboveLine,
      [
        income.description, threshold.comparator, threshold.monthly.description,
        distance.description,
      ],
      values: compared(household), parameters: [reading(of: threshold)])
  }

  private static func undecided(
    _ household: NormalizedHousehold, _ threshold: Threshold, field: Field?
  ) -> Verdict {
    let income = household.perCapitaActual
    return Verdict(
      .unknown, .lineUndecided,
      [
        income.low.description, income.high.description, threshold.monthly.description,
        field?.rawValue ?? "",
      ], values: compared(household), parameters: [reading(of: threshold)])
  }

  private static func compared(_ household: NormalizedHousehold) -> [ComparedValue] {
    [
      ComparedValue("D = \(household.disposable)"), ComparedValue("S = \(household.support)"),
      ComparedValue("R = \(household.expenditure)"),
      ComparedValue(
        household.size.lowerBound == household.size.upperBound
          ? "n = \(household.size.lowerBound)"
          : "n = \(household.size.lowerBound)–\(household.size.upperBound)"),
    ]
  }

  private static func reading(of threshold: Threshold) -> ParameterReading {
    ParameterReading(
      "threshold", "\(threshold.comparator) \(threshold.monthly) 元/月",
      effectiveFrom: threshold.effectiveFrom, source: threshold.source)
  }

  /// Income type where income with support meets the line already, expenditure type where only the
  /// deduction makes it meet; nil where that is not certain.
  private static func hardshipType(
    _ household: NormalizedHousehold, _ threshold: Threshold
  ) -> HardshipType? {
    switch meets(household, threshold, amount: \.supported) {
    case true?: .income
    case false?: .expenditure
    case nil: nil
    }
  }
}
