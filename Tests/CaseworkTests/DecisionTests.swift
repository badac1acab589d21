import Casework
import Testing

@Suite("A decision")
struct DecisionTests {
  @Test("takes 32 bytes, whatever it compared")
  func size() {
    #expect(MemoryLayout<Decision>.stride == 32)
  }
}
