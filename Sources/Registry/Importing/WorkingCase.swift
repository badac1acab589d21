import Casework
internal import GRDB

/// A case while an import works on it: its facts in order and where they lead.
struct WorkingCase {
  /// The case's row.
  let id: Int64
  private let origin: CaseStanding
  private(set) var history: [HistoryItem]
  private(set) var standing: CaseStanding
  /// How many steps and book entries are stored already and still true; nil: all must be rewritten.
  private(set) var stored: StoredCounts?

  /// What the tables hold of the case.
  struct StoredCounts {
    let steps: Int
    let entries: Int
  }

  /// A fact or a later screening with its place in the case's history.
  struct HistoryItem {
    let order: FactOrder
    let content: Content

    enum Content {
      case screening(CaseScreening)
      case fact(OfficeFact)
    }
  }

  /// The facts in their order.
  var facts: [OfficeFact] {
    history.compactMap { if case .fact(let fact) = $0.content { fact } else { nil } }
  }

  /// Replays what is recorded: screenings after the first, and facts, by their days.
  ///
  /// - Throws: `StepFinding` where the recorded facts contradict the programme's steps; then the
  ///   registry was changed by other means.
  init(
    id: Int64, origin: CaseStanding, screenings: [CaseScreening], facts: [OfficeFact]
  ) throws(StepFinding) {
    self.id = id
    self.origin = origin
    let items =
      screenings.map {
        HistoryItem(
          order: FactOrder(dayNumber: $0.day.dayNumber, precedence: -1), content: .screening($0))
      } + facts.map { HistoryItem(order: $0.order, content: .fact($0)) }
    history = items.enumerated().sorted {
      $0.element.order == $1.element.order
        ? $0.offset < $1.offset : $0.element.order < $1.element.order
    }.map(\.element)
    standing = try Self.replayed(history, from: origin)
    stored = StoredCounts(steps: standing.steps.count, entries: standing.entries.count)
  }

  /// Has everything about the case written anew: it starts from elsewhere now.
  mutating func mustBeRewritten() { stored = nil }

  private static func replayed(
    _ history: some Sequence<HistoryItem>, from origin: CaseStanding
  ) throws(StepFinding) -> CaseStanding {
    var standing = origin
    for item in history { try replay(item, on: &standing) }
    return standing
  }

  /// What was recorded was lawful under the rules of its time, whatever they are today.
  private static func replay(
    _ item: HistoryItem, on standing: inout CaseStanding
  ) throws(StepFinding) {
    switch item.content {
    case .screening(let screening): standing.apply(screening)
    case .fact(let fact): try standing.apply(fact, under: .ofRecordedFacts)
    }
  }

  /// The case with one more fact; a fact of an earlier day is put in its place, and everything
  /// recorded after it must still be lawful.
  ///
  /// - Complexity: constant for a fact that comes last, else O(facts of the case).
  func adding(_ fact: OfficeFact, under rules: CaseRules) throws(StepFinding) -> WorkingCase {
    var next = self
    let order = fact.order
    let place = history.lastIndex { !(order < $0.order) }.map { $0 + 1 } ?? 0
    next.history.insert(HistoryItem(order: order, content: .fact(fact)), at: place)
    next.standing.remarks = []
    if place == history.count {
      try next.standing.apply(fact, under: rules)
    } else {
      var standing = try Self.replayed(history[..<place], from: origin)
      standing.remarks = []
      try standing.apply(fact, under: rules)
      let remarks = standing.remarks
      for later in history[place...] { try Self.replay(later, on: &standing) }
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
