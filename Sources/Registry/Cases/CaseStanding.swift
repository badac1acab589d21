public import Casework

/// Where a case stands after everything recorded about it so far; made by replaying its facts in
/// order of their days, never changed in any other way.
public struct CaseStanding: Sendable, Equatable {
  /// The case.
  public let caseID: String
  /// The state.
  public internal(set) var state: CaseState
  /// What the newest screening so far said.
  public internal(set) var outcome: CaseOutcome
  /// The case this one is merged into.
  let primary: String?
  /// The pairs of possible duplicates that nobody has adjudicated.
  let openPairs: [String]
  /// The newest second verification.
  public internal(set) var verification: Verification?
  /// The newest proposal.
  public internal(set) var proposal: Proposal?
  /// The newest notice of the proposal.
  public internal(set) var notice: PublicNotice?
  /// Objections by the day they were received and what they say.
  var objections: [Objection] = []
  /// Every approval, oldest first; follow-on help adds one.
  public internal(set) var approvals: [CommitteeDecision] = []
  /// What is paid so far.
  public internal(set) var paid = Money.zero
  /// What was released from the approvals when the case was closed.
  var released = Money.zero
  /// The follow-up contact; empty while none is named.
  public internal(set) var contact = ""
  /// The newest visit.
  public internal(set) var visit: FollowUpVisit?
  /// Where a suspended case goes on when it is resumed.
  var suspendedFrom: CaseState?
  /// The case's steps so far.
  public internal(set) var steps: [CaseStep] = []
  /// What the case did to the fund's books so far.
  public internal(set) var entries: [BookEntry] = []
  /// What was found that does not keep an entry from being recorded.
  var remarks: [StepFinding] = []

  /// The standing of a case after its first screening.
  init(
    caseID: String, outcome: CaseOutcome, screenedOn: CalendarDate, primary: String? = nil,
    openPairs: [String] = []
  ) {
    self.caseID = caseID
    self.outcome = outcome
    self.primary = primary
    self.openPairs = openPairs
    state = primary == nil ? outcome.state : .merged
    steps = [
      CaseStep(
        caseID: caseID, form: nil, from: nil, to: state, happenedOn: screenedOn, actor: "intake")
    ]
  }

  /// Takes a later screening: it moves a case about which nothing was decided yet.
  mutating func apply(_ screening: CaseScreening) {
    outcome = screening.outcome
    guard primary == nil, [.screened, .returned].contains(state), outcome.state != state else {
      return
    }
    steps.append(
      CaseStep(
        caseID: caseID, form: nil, from: state, to: outcome.state, happenedOn: screening.day,
        actor: "screening"))
    state = outcome.state
  }

  /// The whole amount approved.
  public var approved: Money { approvals.compactMap(\.amount).reduce(.zero, +) }

  /// What is approved, neither paid nor released.
  public var remaining: Money { approved - paid - released }

  /// The objection that was received first of those not handled.
  var openObjection: Objection? {
    objections.filter { $0.handledOn == nil }.min { $0.receivedOn < $1.receivedOn }
  }

  /// The objection that was received first of those not handled by a day.
  func openObjection(on day: CalendarDate) -> Objection? {
    objections.filter { $0.handledOn.map { $0 > day } ?? true }
      .min { $0.receivedOn < $1.receivedOn }
  }

  /// Puts the case into the state an action leads to.
  ///
  /// - Throws: `StepFinding` where the table does not list the action for the state.
  mutating func take(
    _ action: CaseAction, of form: FormKind, on day: CalendarDate, at field: Field,
    by actor: String, because reason: String = ""
  ) throws(StepFinding) {
    switch CaseTransitions.target(of: action, from: state) {
    case .illegal:
      throw state.isClosed
        ? StepFinding(.registryCaseClosed, at: .caseId, [state.rawValue])
        : StepFinding(.registryIllegalStep, at: field, [action.rawValue, state.rawValue])
    case .same:
      // A named contact is a step of its own although the case stays where it is.
      if action == .nameContact { add(state, form, day, actor, reason) }
    case .state(let next):
      if next != state { add(next, form, day, actor, reason) }
    }
  }

  /// Moves to a state outside the table: back from a suspension.
  mutating func move(
    to next: CaseState, of form: FormKind, on day: CalendarDate, by actor: String, because: String
  ) {
    add(next, form, day, actor, because)
  }

  private mutating func add(
    _ next: CaseState, _ form: FormKind, _ day: CalendarDate, _ actor: String, _ reason: String
  ) {
    steps.append(
      CaseStep(
        caseID: caseID, form: form, from: state, to: next, happenedOn: day, actor: actor,
        reason: reason))
    state = next
  }
}

/// A screening as a case's history has it.
struct CaseScreening: Hashable {
  let outcome: CaseOutcome
  let day: CalendarDate
}

extension CaseOutcome {
  /// Where a screening leaves a case about which nothing was decided.
  fileprivate var state: CaseState {
    switch self {
    case .eligible, .ineligible: .screened
    case .undetermined: .returned
    case .merged: .merged
    }
  }
}
