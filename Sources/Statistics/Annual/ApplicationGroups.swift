import Casework

/// How an application stands at the end of a day.
func result(of record: CaseRecord, through day: CalendarDate) -> ApplicationResult {
  // A verdict that comes after the screening merges the case without screening it anew.
  if record.state == .merged || record.outcome == .merged { return .merged }
  let decisions = record.decisions.filter { $0.decidedOn <= day }
  if decisions.contains(where: { $0.verdict == .approved }) { return .approved }
  if decisions.contains(where: { $0.verdict == .refused }) { return .refused }
  if record.circumstances.contains(where: { $0.kind.isExit && $0.happenedOn <= day }) {
    return .withdrawn
  }
  return record.outcome == .ineligible ? .ineligible : .open
}

/// The groups of applications by one dimension, those without an application included, and all.
func groups(
  of applied: [CaseRecord], by dimension: ApplicationDimension, facts: ProgrammeFacts,
  through day: CalendarDate
) -> [ApplicationGroup] {
  let results = applied.map {
    (key: key(of: $0, by: dimension, facts), result(of: $0, through: day))
  }
  let grouped = Dictionary(grouping: results, by: \.key).mapValues { counts(of: $0.map(\.1)) }
  let listed = keys(of: dimension, facts)
  let others = grouped.keys.filter { !listed.contains($0) && $0 != .notStated }
    .sorted { "\($0)" < "\($1)" }
  let all = listed + others + (grouped[.notStated] == nil ? [] : [.notStated])
  return all.map { ApplicationGroup(key: $0, results: grouped[$0] ?? [:]) }
    + [ApplicationGroup(key: .total, results: counts(of: results.map(\.1)))]
}

private func counts(of results: [ApplicationResult]) -> [ApplicationResult: Int] {
  Dictionary(results.map { ($0, 1) }, uniquingKeysWith: +)
}

private func key(
  of record: CaseRecord, by dimension: ApplicationDimension, _ facts: ProgrammeFacts
) -> ApplicationGroup.Key {
  switch dimension {
  case .unit: .unit(facts.unit(record.unitCode))
  case .category: record.category.map { .category($0) } ?? .notStated
  case .cause: record.cause.map { .cause($0) } ?? .notStated
  case .hardshipType: record.hardshipType.map { .hardshipType($0) } ?? .notStated
  }
}

/// The values of a dimension in their fixed order.
private func keys(
  of dimension: ApplicationDimension, _ facts: ProgrammeFacts
) -> [ApplicationGroup.Key] {
  switch dimension {
  case .unit:
    facts.units.values.sorted { $0.code < $1.code }.map(ApplicationGroup.Key.unit)
  case .category: ApplicantCategory.allCases.map(ApplicationGroup.Key.category)
  case .cause: HardshipCause.allCases.map(ApplicationGroup.Key.cause)
  case .hardshipType: HardshipType.allCases.map(ApplicationGroup.Key.hardshipType)
  }
}
