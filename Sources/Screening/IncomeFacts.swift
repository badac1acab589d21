public import Casework

/// What the income test reads of a household: its excess over the line of the day.
public struct IncomeFacts: Sendable {
  /// D + S − R, the line and the size, for whoever asks what was compared.
  public let comparison: IncomeComparison
  /// Whether D + S − R meets the line; nil: undecided.
  let isMet: Bool?
  /// Whether D + S meets it already; nil: undecided.
  let isMetBeforeDeduction: Bool?
  /// Another line of the year under which the test would end otherwise.
  public let differingLine: Money?

  /// Holds every reading of a household against the line.
  ///
  /// A household without a reading has an unknown income.
  public init(_ readings: [HouseholdReading], line: LineOfDay) {
    let threshold = line.threshold
    let test = { (amount: (HouseholdReading) -> MoneyInterval, monthly: Money) in
      readings.excess(of: amount, over: monthly)?
        .meets(includingEquality: threshold.includesEquality)
    }
    let met = test(\.actual, threshold.monthly)
    isMet = met
    isMetBeforeDeduction = test(\.supported, threshold.monthly)
    differingLine = line.others.first { test(\.actual, $0) != met }
    comparison = IncomeComparison(readings, line: threshold.monthly)
  }

  /// Whether the line is met; without a day of application nobody can say which of two rates counts.
  func isMet(isDayAssumed: Bool) -> Bool? {
    isDayAssumed && differingLine != nil ? nil : isMet
  }

  /// The type of hardship: income where income with support meets the line already, expenditure
  /// where only the deduction makes it meet; nil where that is not certain.
  public func hardshipType(isDayAssumed: Bool) -> HardshipType? {
    guard isMet(isDayAssumed: isDayAssumed) == true else { return nil }
    return isMetBeforeDeduction.map { $0 ? .income : .expenditure }
  }
}

extension IncomeComparison {
  /// The figures over all readings.
  fileprivate init(_ readings: [HouseholdReading], line: Money) {
    var actual: MoneyInterval?
    var (fewest, most) = (Int.max, 1)
    for reading in readings {
      actual = actual?.hull(with: reading.actual) ?? reading.actual
      fewest = min(fewest, reading.size.lowerBound)
      most = max(most, reading.size.upperBound)
    }
    self.init(actual: actual ?? .zero, line: line, size: min(fewest, most)...most)
  }
}
