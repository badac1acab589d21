import Casework

/// Works out n: the listed members who live together, or 家庭人口 where there is no list.
///
/// Statements that disagree form an interval over both (contract §2).
struct HouseholdSize {
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []
  /// 家庭人口, where it is stated and possible.
  let stated: Int?
  let hasList: Bool
  let conflicts: Bool
  private let largest: Int

  /// Works out the size; `compositions` are those of every set of listed persons, if any is listed.
  init(_ application: Application, compositions: [ClosedRange<Int>], rules: IncomeRules) {
    hasList = !compositions.isEmpty
    largest = rules.largestHousehold
    let record = application.record
    let count = record.count(.householdSize).value
    stated = count.flatMap { (1...rules.largestHousehold).contains($0) ? $0 : nil }
    conflicts =
      hasList && (stated.map { size in !compositions.contains { $0.contains(size) } } ?? false)
    let cell = record.cell(of: .householdSize)
    if let count, stated == nil {
      findings.append(
        Finding(
          .sizeImplausible, at: cell, field: .householdSize, value: "\(count)",
          ["\(count)"]))
    }
    if conflicts, let stated {
      let listed = compositions.map(\.upperBound).max() ?? 0
      findings.append(
        Finding(
          .sizeConflict, at: cell, field: .householdSize, value: "\(stated)",
          ["\(stated)", "\(listed)"]))
      unknowns.append(UnknownItem(.sizeConflict, field: .householdSize, at: cell))
    }
    if !hasList, stated == nil {
      findings.append(Finding(.sizeUnknown, at: cell, field: .householdSize))
      unknowns.append(UnknownItem(.sizeUnknown, field: .householdSize, at: cell))
    }
  }

  /// The sizes a composition of listed persons can mean.
  func range(for composition: Composition) -> ClosedRange<Int> {
    guard hasList else { return stated.map { $0...$0 } ?? 1...largest }
    let listed = composition.sizes
    guard conflicts, let stated else { return listed }
    return min(listed.lowerBound, stated)...max(listed.upperBound, stated)
  }
}
