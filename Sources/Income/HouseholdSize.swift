import Casework

/// Works out n: the listed members who live together, or 家庭人口 where there is no list.
///
/// Statements that disagree form an interval over both (contract §2).
struct HouseholdSize {
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []
  private let stated: Int?
  private let hasList: Bool
  private let possibleRepeats: Int
  private let conflicts: Bool
  private let largest: Int

  init(
    _ application: Application, compositions: [[Int]], persons: HouseholdPersons,
    rules: IncomeRules
  ) {
    hasList = persons.hasList
    possibleRepeats = persons.possibleRepeats
    largest = rules.largestHousehold
    let cell = application.record.cell(of: .householdSize)
    let count = application.record.count(.householdSize).value
    let isPlausible = count.map { (1...rules.largestHousehold).contains($0) } ?? true
    stated = isPlausible ? count : nil
    if !isPlausible {
      findings.append(Finding(.sizeImplausible, at: cell, field: .householdSize, ["\(count ?? 0)"]))
    }
    let sizes = compositions.map(\.count)
    conflicts = hasList && stated.map { !sizes.contains($0) } ?? false
    if conflicts, let stated {
      findings.append(
        Finding(
          .sizeConflict, at: cell, field: .householdSize, value: "\(stated)",
          ["\(stated)", "\(sizes.max() ?? 0)"]))
      unknowns.append(UnknownItem(.sizeConflict, field: .householdSize, at: cell))
    }
    if !hasList, stated == nil {
      findings.append(Finding(.sizeUnknown, at: cell, field: .householdSize))
      unknowns.append(UnknownItem(.sizeUnknown, field: .householdSize, at: cell))
    }
  }

  /// The sizes a composition of listed persons can mean.
  func range(for places: [Int]) -> ClosedRange<Int> {
    guard hasList else { return stated.map { $0...$0 } ?? 1...largest }
    let listed = max(1, places.count)
    let low = max(1, listed - possibleRepeats)
    guard conflicts, let stated else { return low...listed }
    return min(low, stated)...max(listed, stated)
  }
}
