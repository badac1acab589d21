import Casework
import Income
import TestSupport
import Testing

/// A filing with the worksheet it must come to, worked by hand.
struct WorksheetCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let filing: Filing
  let disposable: MoneyInterval
  let support: MoneyInterval
  let expenditure: MoneyInterval
  let size: ClosedRange<Int>
  /// Codes that a finding, an unknown item or a line of the worksheet must bear.
  let codes: Set<FindingCode>

  init(
    _ name: String, _ rows: [WrittenRow], application: Cells = [],
    on appliedOn: String = "2015-06-15",
    d disposable: MoneyInterval = yuan(30_000), s support: MoneyInterval = .zero,
    r expenditure: MoneyInterval = .zero, n size: ClosedRange<Int> = 1...1,
    _ codes: Set<FindingCode> = []
  ) {
    testDescription = name
    filing = Filing(application: application, appliedOn: appliedOn, rows: rows)
    self.disposable = disposable
    self.support = support
    self.expenditure = expenditure
    self.size = size
    self.codes = codes
  }

  /// Holds the filing's worksheet against what was worked by hand.
  func check() {
    let household = filing.worksheet()
    #expect(household.disposable == disposable, "D")
    #expect(household.support == support, "S")
    #expect(household.expenditure == expenditure, "R")
    #expect(household.size == size, "n")
    #expect(codes.isSubset(of: household.codes), "of \(household.codes.map(\.rawValue).sorted())")
    checkTree(of: filing)
  }
}

extension NormalizedHousehold {
  /// Every code that a finding, an unknown item or a line bears.
  var codes: Set<FindingCode> {
    let lines = members.flatMap(\.lines) + householdLines + supportLines + expenditureLines
    return Set(findings.map(\.code) + unknowns.map(\.code) + lines.flatMap(\.notes))
  }
}
