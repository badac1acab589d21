extension CaseRecord {
  /// The steering group's decisions, by day.
  public var decisions: [CommitteeDecision] {
    facts.compactMap { if case .decision(let fact) = $0 { fact } else { nil } }
  }

  /// The visits and calls, by day.
  public var visits: [FollowUpVisit] {
    facts.compactMap { if case .visit(let fact) = $0 { fact } else { nil } }
  }

  /// The changes of circumstances, by day.
  public var circumstances: [Circumstance] {
    facts.compactMap { if case .circumstance(let fact) = $0 { fact } else { nil } }
  }

  /// The measure of the approval in force on a day: of the last one of that day or before.
  public func measure(on day: CalendarDate) -> AssistanceMeasure? {
    decisions.last { $0.verdict == .approved && $0.decidedOn <= day }?.measure
  }
}

extension CircumstanceKind {
  /// Whether the case leaves the programme by it.
  public var isExit: Bool {
    switch self {
    case .withdrawal, .exit, .death, .movedAway: true
    case .suspension, .resumption, .contactNamed, .followOn: false
    }
  }
}
