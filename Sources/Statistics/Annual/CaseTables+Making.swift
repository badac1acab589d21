import Casework

/// The tables about cases.
func caseTables(_ facts: ProgrammeFacts, of year: Int) -> CaseTables {
  let days = CalendarDate.days(ofYear: year)
  let applied = facts.cases.filter { days.contains($0.appliedOn) }
  var tables = CaseTables()
  tables.applications = ApplicationDimension.allCases.map { dimension in
    ApplicationBreakdown(
      dimension: dimension,
      groups: groups(of: applied, by: dimension, facts: facts, through: days.upperBound))
  }
  tables.refusals = refusals(facts, of: applied, in: days)
  tables.grants = grants(facts.approvals.filter { days.contains($0.decidedOn) })
  tables.processing = processing(facts.cases, in: days)
  tables.followUp = followUp(facts.visits, in: days)
  tables.exits = exits(facts, in: days)
  return tables
}

/// The rules that fail for the year's applications, and the reasons of the year's refusals.
private func refusals(
  _ facts: ProgrammeFacts, of applied: [CaseRecord], in days: ClosedRange<CalendarDate>
) -> [Refusal] {
  let ineligible = applied.filter {
    result(of: $0, through: days.upperBound) == .ineligible
  }
  let byRule = RuleCode.allCases.compactMap { rule -> Refusal? in
    let count = ineligible.count { $0.failedRules.contains(rule) }
    return count > 0 ? Refusal(reason: .rule(rule), cases: count) : nil
  }
  let decided = facts.refusals.filter { days.contains($0.decidedOn) }
  let groups = Dictionary(grouping: decided, by: \.reason)
  let stated = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    .map { reason, decisions in
      Refusal(
        reason: .stated(reason.isEmpty ? nil : reason),
        cases: Set(decisions.map(\.caseID)).count)
    }
  return byRule + stated
}

/// By measure and of all; measures without an approval are left out.
private func grants(_ approvals: [CommitteeDecision]) -> [GrantSizes] {
  let groups = Dictionary(grouping: approvals, by: \.measure)
  let byMeasure = AssistanceMeasure.allCases.compactMap { measure in
    grantSizes(groups[measure] ?? [], under: measure)
  }
  return byMeasure + [grantSizes(approvals, under: nil)].compactMap(\.self)
}

private func grantSizes(
  _ approvals: [CommitteeDecision], under measure: AssistanceMeasure?
) -> GrantSizes? {
  let amounts = approvals.compactMap(\.amount)
  guard let distribution = Distribution(of: amounts), let least = amounts.min(),
    let most = amounts.max()
  else { return nil }
  return GrantSizes(
    measure: measure, approvals: amounts.count, sum: amounts.reduce(.zero, +),
    middle: (distribution.mean, distribution.quantile(percent: 50)), range: least...most)
}

/// Of the cases whose first decision to approve or refuse was made in the period.
private func processing(
  _ cases: [CaseRecord], in days: ClosedRange<CalendarDate>
) -> ProcessingTime? {
  let lengths = cases.compactMap { record -> Int? in
    let first = record.decisions.first { $0.verdict != .deferred }
    guard let first, days.contains(first.decidedOn) else { return nil }
    return max(0, first.decidedOn.dayNumber - record.appliedOn.dayNumber)
  }.sorted()
  guard let least = lengths.first, let most = lengths.last else { return nil }
  let count = lengths.count
  let sum = lengths.reduce(0, +)
  return ProcessingTime(
    decisions: count, meanTenths: (sum * 20 + count) / (count * 2),
    medianTenths: (lengths[(count - 1) / 2] + lengths[count / 2]) * 5, range: least...most)
}

private func followUp(
  _ visits: [FollowUpVisit], in days: ClosedRange<CalendarDate>
) -> FollowUpResults {
  let visits = visits.filter { days.contains($0.visitedOn) }
  var results = FollowUpResults()
  results.visits = visits.count
  results.cases = Set(visits.map(\.caseID)).count
  for visit in visits {
    results.newDifficulties += visit.newDifficulty.isEmpty ? 0 : 1
    results.relief[visit.relief, default: 0] += 1
    results.recommendations[visit.recommendation, default: 0] += 1
    results.means[visit.means, default: 0] += 1
  }
  return results
}

/// The cases that left after an approval, by reason.
func exits(_ facts: ProgrammeFacts, in days: ClosedRange<CalendarDate>) -> [ExitCount] {
  let groups = Dictionary(
    grouping: facts.exits.filter { days.contains($0.happenedOn) }, by: \.kind)
  return CircumstanceKind.allCases.filter(\.isExit).map { kind in
    ExitCount(kind: kind, cases: Set((groups[kind] ?? []).map(\.caseID)).count)
  }
}
