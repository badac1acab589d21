import Casework

/// Which action leads from which states to which state: the programme's procedure as one table
/// (domain.md 1.7).
///
/// An action that is not listed for a state is refused; `nil` keeps the state, such as a payment to
/// a case that is being helped already.
enum CaseTransitions {
  /// Where an action leads from a state.
  enum Target: Equatable {
    case state(CaseState)
    case same
    case illegal
  }

  private struct Line {
    let action: CaseAction
    let from: Set<CaseState>
    let to: CaseState?
  }

  private static let table: [Line] = [
    Line(action: .verify, from: [.screened, .returned, .verified, .deferred], to: .verified),
    Line(action: .verify, from: [.followOn], to: .verified),
    Line(action: .verify, from: procedure.union(running), to: nil),
    Line(action: .propose, from: [.verified, .deferred, .proposed, .followOn], to: .proposed),
    Line(action: .publicise, from: [.proposed, .publicised], to: .publicised),
    Line(action: .publicise, from: [.objected, .deferred], to: nil),
    Line(action: .object, from: [.publicised, .objected], to: .objected),
    Line(action: .object, from: running, to: nil),
    Line(action: .settle, from: [.objected], to: .publicised),
    Line(action: .settle, from: running, to: nil),
    Line(action: .approve, from: [.publicised, .deferred], to: .approved),
    Line(action: .refuse, from: pending, to: .rejected),
    Line(action: .postpone, from: pending, to: .deferred),
    Line(action: .nameContact, from: [.approved], to: .contactNamed),
    Line(action: .nameContact, from: running.union(procedure), to: nil),
    Line(action: .pay, from: [.approved, .contactNamed], to: .beingHelped),
    // Help that was approved before goes on while follow-on help is being decided.
    Line(action: .pay, from: helped.union(procedure).union([.followOn]), to: nil),
    Line(action: .visit, from: helped, to: .followedUp),
    Line(action: .visit, from: [.approved, .contactNamed, .suspended, .followOn], to: nil),
    Line(action: .visit, from: procedure, to: nil),
    Line(action: .close, from: running, to: .exited),
    Line(action: .close, from: pending, to: .withdrawn),
    Line(action: .withdraw, from: running, to: .exited),
    Line(action: .withdraw, from: pending, to: .withdrawn),
    Line(action: .suspend, from: running.subtracting([.suspended]), to: .suspended),
    Line(action: .openFollowOn, from: running.union([.exited]), to: .followOn),
  ]

  /// Screened and not decided yet.
  private static let pending: Set<CaseState> = [
    .screened, .returned, .verified, .proposed, .publicised, .objected, .deferred,
  ]
  /// Between the second verification and the decision.
  private static let procedure: Set<CaseState> = [
    .verified, .proposed, .publicised, .objected, .deferred,
  ]
  /// Help has begun.
  private static let helped: Set<CaseState> = [.beingHelped, .followedUp]
  /// Approved and not closed.
  private static let running: Set<CaseState> = [
    .approved, .contactNamed, .beingHelped, .followedUp, .followOn, .suspended,
  ]

  /// Where an action leads from a state; the first line that lists the state counts.
  static func target(of action: CaseAction, from state: CaseState) -> Target {
    guard let line = table.first(where: { $0.action == action && $0.from.contains(state) }) else {
      return .illegal
    }
    return line.to.map(Target.state) ?? .same
  }
}
