import Casework

/// A year's sum of a household and the number of persons it is for.
struct HouseholdSum: Equatable {
  /// D + S − R in fen.
  let amount: Money
  /// n.
  let size: Int

  /// Whether the sum per person is below another's, compared exactly without dividing.
  func isBelow(_ other: HouseholdSum) -> Bool {
    amount * Int64(other.size) < other.amount * Int64(size)
  }
}

/// The sums that give the lowest and the highest per-capita actual income over all readings.
struct PerCapitaBounds {
  /// The sum with the lowest income per person.
  let lowest: HouseholdSum
  /// The sum with the highest income per person.
  let highest: HouseholdSum

  /// Finds both bounds; nil for a worksheet without a reading.
  init?(_ result: ScreeningResult) {
    let sums = result.household.readings.flatMap { reading in
      [reading.size.lowerBound, reading.size.upperBound].flatMap { size in
        [reading.actual.low, reading.actual.high].map { HouseholdSum(amount: $0, size: size) }
      }
    }
    guard let first = sums.first else { return nil }
    lowest = sums.dropFirst().reduce(first) { $1.isBelow($0) ? $1 : $0 }
    highest = sums.dropFirst().reduce(first) { $0.isBelow($1) ? $1 : $0 }
  }
}
