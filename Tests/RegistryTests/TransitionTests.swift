import Casework
import Testing

@testable import Registry

/// Where each action leads from each state, as the programme's procedure has it; `=` keeps the state,
/// and what is not listed is refused.
private let procedure: [CaseAction: String] = [
  .verify: """
  screened>verified returned>verified verified>verified deferred>verified followOn>verified
  proposed= publicised= objected= approved= contactNamed= beingHelped= followedUp= suspended=
  """,
  .propose: """
  verified>proposed deferred>proposed proposed>proposed followOn>proposed
  """,
  .publicise: "proposed>publicised publicised>publicised objected= deferred=",
  .object: """
  publicised>objected objected>objected approved= contactNamed= beingHelped= followedUp= followOn=
  suspended=
  """,
  .settle: """
  objected>publicised approved= contactNamed= beingHelped= followedUp= followOn= suspended=
  """,
  .approve: "publicised>approved deferred>approved",
  .refuse: """
  screened>rejected returned>rejected verified>rejected proposed>rejected publicised>rejected
  objected>rejected deferred>rejected
  """,
  .postpone: """
  screened>deferred returned>deferred verified>deferred proposed>deferred publicised>deferred
  objected>deferred deferred>deferred
  """,
  .nameContact: """
  approved>contactNamed contactNamed= beingHelped= followedUp= followOn= suspended= verified=
  proposed= publicised= objected= deferred=
  """,
  .pay: """
  approved>beingHelped contactNamed>beingHelped beingHelped= followedUp= verified= proposed=
  publicised= objected= deferred= followOn=
  """,
  .visit: """
  beingHelped>followedUp followedUp>followedUp approved= contactNamed= suspended= followOn=
  verified= proposed= publicised= objected= deferred=
  """,
  .close: """
  approved>exited contactNamed>exited beingHelped>exited followedUp>exited followOn>exited
  suspended>exited screened>withdrawn returned>withdrawn verified>withdrawn proposed>withdrawn
  publicised>withdrawn objected>withdrawn deferred>withdrawn
  """,
  .withdraw: """
  approved>exited contactNamed>exited beingHelped>exited followedUp>exited followOn>exited
  suspended>exited screened>withdrawn returned>withdrawn verified>withdrawn proposed>withdrawn
  publicised>withdrawn objected>withdrawn deferred>withdrawn
  """,
  .suspend: """
  approved>suspended contactNamed>suspended beingHelped>suspended followedUp>suspended
  followOn>suspended
  """,
  // A suspended case goes back to where it was, which the table cannot say.
  .resume: "",
  .openFollowOn: """
  approved>followOn contactNamed>followOn beingHelped>followOn followedUp>followOn
  followOn>followOn suspended>followOn exited>followOn
  """,
]

private let everyStep = CaseAction.allCases.flatMap { action in
  CaseState.allCases.map { (action, $0) }
}

@Suite("The table of transitions")
struct TransitionTests {
  @Test("every action leads from every state where the procedure says, or is refused")
  func everyTransition() throws {
    for (action, state) in everyStep {
      let steps = try #require(procedure[action]).split { " \n".contains($0) }
      let step = steps.first { $0.hasPrefix(state.rawValue + ">") || $0 == state.rawValue + "=" }
      let found: String? =
        switch CaseTransitions.target(of: action, from: state) {
        case .illegal: nil
        case .same: state.rawValue + "="
        case .state(let next): state.rawValue + ">" + next.rawValue
        }
      #expect(found == step.map(String.init), "\(action.rawValue) from \(state.rawValue)")
    }
  }

  @Test("nothing leads out of a closed case but follow-on help after an exit")
  func closed() {
    for (action, state) in everyStep where state.isClosed {
      let isAllowed = CaseTransitions.target(of: action, from: state) != .illegal
      #expect(isAllowed == (action == .openFollowOn && state == .exited))
    }
  }

  @Test("money is paid in no state before an approval")
  func payment() {
    for state in [CaseState.screened, .returned, .rejected, .merged, .withdrawn, .exited] {
      #expect(CaseTransitions.target(of: .pay, from: state) == .illegal)
    }
  }
}
