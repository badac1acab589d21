import Casework
internal import GRDB

/// A case while an import works on it: its facts in order and where they lead.
struct WorkingCase {
  /// The case's row.
  let id: Int64
  private let origin: CaseStanding
  private(set) var facts: [OrderedFact]
  private(set) var standing: CaseStanding
  /// How many steps and book entries are stored already and still true; nil: all must be rewritten.
  private(set) var stored: StoredCounts?

  /// What the tables hold of the case.
  struct StoredCounts {
    let steps: Int
    let entries: Int
  }

  /// A fact with its place among the case's facts.
  struct OrderedFact {
    let order: FactOrder
    let fact: OfficeFact
  }

  /// Replays what is recorded.
  ///
  /// - Throws: `StepFinding` where the recorded facts contradict the programme's steps; then the
  ///   registry was changed by other means.
  init(id: Int64, origin: CaseStanding, facts: [OfficeFact]) throws(StepFinding) {
    self.id = id
    self.origin = origin
    self.facts = facts.map { OrderedFact(order: $0.order, fact: $0) }.enumerated().sorted {
      $0.element.order == $1.element.order
        ? $0.offset < $1.offset : $0.element.order < $1.element.order
    }.map(\.element)
    standing = try Self.replayed(self.facts, from: origin)
    stored = StoredCounts(steps: standing.steps.count, entries: standing.entries.count)
  }

  /// Has everything about the case written anew: it starts from elsewhere now.
  mutating func mustBeRewritten() { stored = nil }

  /// What was recorded was lawful under the rules of its time, whatever they are today.
  private static func replayed(
    _ facts: some Sequence<OrderedFact>, from origin: CaseStanding
  ) throws(StepFinding) -> CaseStanding {
    var standing = origin
    for fact in facts { try standing.apply(fact.fact, under: .ofRecordedFacts) }
    return standing
  }

  /// The case with one more fact; a fact of an earlier day is put in its place, and everything
  /// recorded after it must still be lawful.
  ///
  /// - Complexity: constant for a fact that comes last, else O(facts of the case).
  func adding(_ fact: OfficeFact, under rules: CaseRules) throws(StepFinding) -> WorkingCase {
    var next = self
    let order = fact.order
    let place = facts.lastIndex { !(order < $0.order) }.map { $0 + 1 } ?? 0
    next.facts.insert(OrderedFact(order: order, fact: fact), at: place)
    next.standing.remarks = []
    if place == facts.count {
      try next.standing.apply(fact, under: rules)
    } else {
      var standing = try Self.replayed(facts[..<place], from: origin)
      standing.remarks = []
      try standing.apply(fact, under: rules)
      let remarks = standing.remarks
      for later in facts[place...] { try standing.apply(later.fact, under: .ofRecordedFacts) }
      standing.remarks = remarks
      next.standing = standing
      next.stored = nil
    }
    return next
  }
}

extension WorkingCase {
  /// Writes what was added to the case, or all of it where it starts from elsewhere or an earlier
  /// day was filled in.
  func store(in database: Database) throws {
    if stored == nil {
      for table in ["caseStep", "bookEntry"] {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE assistanceCase = ?", arguments: [id])
      }
    }
    for step in standing.steps.dropFirst(stored?.steps ?? 0) {
      try StoredStep.insert(step, of: id, into: database)
    }
    for entry in standing.entries.dropFirst(stored?.entries ?? 0) {
      try StoredEntry.insert(entry, of: id, into: database)
    }
    let update = try database.cachedStatement(
      sql: "UPDATE assistanceCase SET state = ? WHERE id = ?")
    try update.execute(arguments: [standing.state.rawValue, id])
  }
}
