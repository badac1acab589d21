import Casework
import TestSupport

@testable import Income

/// Policies drawn from a seed that do something with every kind of entry.
struct RandomPolicy {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// The sample rules with other windows, disregards, deductions and an imputed wage.
  mutating func rules() -> IncomeRules {
    var rules = IncomeRules.sample
    rules.windowMonths = pick([1, 2, 3, 4, 6, 12])
    for type in rules.itemTypes.keys.sorted() where flips() {
      guard let own = rules.itemTypes[type] else { continue }
      rules.itemTypes[type] = IncomeRules.ItemType(
        component: own.component, isSubtracted: own.isSubtracted, isRegular: own.isRegular,
        disregard: disregard())
    }
    for type in rules.deductions.keys.sorted() where flips() {
      rules.deductions[type] = deduction()
    }
    if flips() { rules.imputation = imputation() }
    return rules
  }

  private mutating func disregard() -> IncomeDisregard {
    var disregard = IncomeDisregard()
    disregard.isWhole = pick([true, false, false, false])
    disregard.perMonth = pick([nil, yuan(333)])
    disregard.perWindow = pick([nil, yuan(2_500)])
    disregard.firstMonths = pick([nil, 1, 5])
    return disregard
  }

  private mutating func deduction() -> IncomeRules.Deduction {
    var deduction = IncomeRules.Deduction(cap: pick([nil, yuan(9_000)]))
    deduction.capPerPerson = pick([nil, yuan(7_000)])
    deduction.capPerItem = pick([nil, yuan(5_000)])
    deduction.sharePercent = pick([100, 67])
    deduction.evidence = pick(EvidenceDemand.allCases)
    return deduction
  }

  private mutating func imputation() -> Imputation {
    Imputation(
      employments: pick([[], ["失业"]]), ages: 0..<120, excusedHealth: pick([[], ["重病"]]),
      percent: pick([50, 100]),
      wages: [
        SlipLimits.MinimumWage(
          from: CalendarDate(firstOfMonth: 1, year: 2010), monthly: yuan(1_250))
      ])
  }

  private mutating func flips() -> Bool { Bool.random(using: &generator) }

  private func yuan(_ amount: Int64) -> Money { Money(yuan: amount) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &generator)]
  }
}
