import Casework

/// How many cases, households and persons a group of cases holds.
struct CaseCounts {
  /// The measure columns that every breakdown of cases has.
  static let columns: [StatisticsColumn] = [
    .count("cases", of: "cases", "Applications, the ones merged into another included."),
    .count("households", of: "households", "Households: cases that are not merged into another."),
    .count(
      "persons", of: "persons",
      "Persons who live in these households, where their number is exactly known."),
    .count(
      "households_size_unknown", of: "households",
      "Households whose number of persons is not exactly known; not among the persons."),
  ]

  private let cases: [ScreeningResult]

  /// Makes the counts of a group.
  init(of cases: [ScreeningResult]) { self.cases = cases }

  /// The group's cells in the order of the columns.
  var cells: [StatisticsCell] {
    let households = cases.filter { $0.outcome != .merged }
    let sizes = households.map(\.household.size)
    let known = sizes.filter { $0.lowerBound == $0.upperBound }
    return [
      .count(cases.count), .count(households.count),
      .count(known.map(\.lowerBound).reduce(0, +)), .count(sizes.count - known.count),
    ]
  }
}

/// A table with one row per value of a key, in the given order, values without a case included.
func breakdown(
  _ name: String, _ description: String, by key: StatisticsColumn,
  of values: [(word: String, cases: [ScreeningResult])]
) -> StatisticsTable {
  StatisticsTable(
    name: name, description: description, columns: [key] + CaseCounts.columns,
    rows: values.map { [.text($0.word)] + CaseCounts(of: $0.cases).cells })
}

/// The cases by a stated category, in the category's order, with those that state none at the end.
func grouped<Category: CaseIterable & RawRepresentable<String> & Hashable>(
  _ cases: [ScreeningResult], by category: (ScreeningResult) -> Category?
) -> [(word: String, cases: [ScreeningResult])] {
  let groups = Dictionary(grouping: cases, by: category)
  return Category.allCases.map { ($0.rawValue, groups[$0] ?? []) }
    + [(notStated, groups[nil] ?? [])]
}
