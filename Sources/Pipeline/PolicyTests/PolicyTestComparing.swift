import Casework

extension PolicyTestExpectation.Value {
  /// How the result differs from what is expected; nil where it does not.
  func difference(from result: ScreeningResult) -> PolicyTestFailure.Difference? {
    let household = result.household
    switch self {
    case .amount(let figure, let expected):
      return differing(figure.rawValue, expected.words, figure.amount(in: result).words)
    case .size(let expected):
      return differing("n", expected.words, household.size.words)
    case .hardshipType(let expected):
      return differing(
        "hardshipType", expected?.rawValue ?? "none",
        result.assessment.hardshipType?.rawValue ?? "none")
    case .outcome(let expected):
      return differing("outcome", expected.rawValue, result.outcome.rawValue)
    case .rule(let rule, let expected):
      let found = result.decisions.first { $0.rule == rule }?.outcome
      return differing(rule.rawValue, expected?.rawValue ?? "off", found?.rawValue ?? "off")
    case .finding(let code):
      return result.codes.contains(code) ? nil : .findingMissing(code)
    case .unusable:
      return .policyUsable
    }
  }

  private func differing(
    _ key: String, _ expected: String, _ found: String
  ) -> PolicyTestFailure.Difference? {
    expected == found ? nil : .value(key, expected: expected, found: found)
  }
}

extension PolicyTestExpectation.Figure {
  func amount(in result: ScreeningResult) -> MoneyInterval? {
    let household = result.household
    return switch self {
    case .disposable: household.disposable
    case .support: household.support
    case .expenditure: household.expenditure
    case .perCapitaDisposable: household.perCapitaDisposable
    case .perCapitaActual: household.perCapitaActual
    case .threshold: result.assessment.threshold.map { MoneyInterval(exactly: $0.monthly) }
    case .shortfall: result.shortfall.map(MoneyInterval.init(exactly:))
    }
  }
}

extension MoneyInterval? {
  /// As a test file writes it.
  fileprivate var words: String {
    guard let interval = self else { return "none" }
    return interval.exact.map(\.description) ?? "[\(interval.low), \(interval.high)]"
  }
}

extension ClosedRange<Int> {
  fileprivate var words: String {
    lowerBound == upperBound ? "\(lowerBound)" : "[\(lowerBound), \(upperBound)]"
  }
}

extension ScreeningResult {
  /// Every code that a finding about the case or an open item bears.
  fileprivate var codes: Set<FindingCode> {
    Set(allFindings.map(\.code) + household.unknowns.map(\.code))
  }
}
