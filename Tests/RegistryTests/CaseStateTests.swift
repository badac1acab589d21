import Casework
import Testing

@Suite("The states of a case")
struct CaseStateTests {
  @Test("no state is both active and closed", arguments: CaseState.allCases)
  func activeOrClosed(state: CaseState) {
    #expect(!(state.isActive && state.isClosed))
  }
}
