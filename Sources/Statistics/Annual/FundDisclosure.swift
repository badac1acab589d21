public import Casework

/// The fewest persons or households that a figure of a notice may be about.
let fewestContributors = 3

/// What a notice about the fund may show (domain.md 6): no figure about fewer than three.
///
/// A figure that alone is left out of a sum could be told by subtracting, so that it takes the
/// smallest shown one with it, until what is left out is about three or more together.
public func fundNotice(of report: AnnualReport) -> FundNotice {
  FundNotice(of: report, units: unitLines(report), spending: spendingLines(report))
}

/// Units that gave; those with few donors, or donors not stated beside few members, hidden.
private func unitLines(_ report: AnnualReport) -> [FundNotice.UnitLine] {
  let groups = Dictionary(grouping: report.unitIncome, by: \.unit)
  let units = groups.filter { $0.value.contains { $0.amount > .zero } }
    .sorted { $0.key.code < $1.key.code }
  let contributors = units.map { unit, lines in
    let donors = lines.map(\.donors)
    return donors.contains(nil)
      ? unit.servingMembers ?? fewestContributors : donors.compactMap(\.self).reduce(0, +)
  }
  let hidden = hiddenPlaces(of: contributors)
  return units.enumerated().map { place, entry in
    let sum = entry.value.map(\.amount).reduce(.zero, +)
    return FundNotice.UnitLine(
      unit: entry.key, amount: hidden.contains(place) ? .suppressed : .shown(sum))
  }
}

/// Measures, and their total, whose amount is the fund's and always shown.
private func spendingLines(_ report: AnnualReport) -> [FundNotice.SpendingLine] {
  let measures = report.spending.filter { $0.measure != nil }
  let hidden = hiddenPlaces(of: measures.map(\.reached.households))
  let lines = measures.enumerated().map { place, line in
    FundNotice.SpendingLine(
      measure: line.measure,
      reached: hidden.contains(place) ? .suppressed : .shown(line.reached),
      amount: hidden.contains(place) ? .suppressed : .shown(line.reached.amount))
  }
  let totals = report.spending.filter { $0.measure == nil }.map { line in
    let isFew = (1..<fewestContributors).contains(line.reached.households)
    return FundNotice.SpendingLine(
      measure: nil, reached: isFew ? .suppressed : .shown(line.reached),
      amount: .shown(line.reached.amount))
  }
  return lines + totals
}

/// The places of the figures to hide, by how many contributed to each; zeros may be shown.
func hiddenPlaces(of contributors: [Int]) -> Set<Int> {
  var hidden = Set(
    contributors.indices.filter { (1..<fewestContributors).contains(contributors[$0]) })
  guard !hidden.isEmpty else { return [] }
  let others = contributors.indices.filter { contributors[$0] >= fewestContributors }
    .sorted { (contributors[$0], $0) < (contributors[$1], $1) }
  for place in others {
    let together = hidden.map { contributors[$0] }.reduce(0, +)
    if hidden.count > 1, together >= fewestContributors { break }
    hidden.insert(place)
  }
  return hidden
}
