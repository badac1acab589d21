import Casework
import Synchronization
import Testing

@testable import Intake

@Suite("Results of pure functions are remembered")
struct MemoryTests {
  @Test("a value is worked out once per key")
  func once() {
    let memory = Memory<String, Int>()
    let calls = Mutex(0)
    for key in ["甲", "乙", "甲", "甲"] {
      let length = memory.value(for: key) { key in
        calls.withLock { $0 += 1 }
        return key.utf8.count
      }
      #expect(length == 3)
    }
    #expect(calls.withLock { $0 } == 2)
  }

  @Test("beyond its limit it works out again and keeps what it has")
  func limit() {
    let memory = Memory<Int, Int>(limit: 2)
    #expect([1, 2, 3].map { key in memory.value(for: key) { $0 * 10 } } == [10, 20, 30])
    #expect([1, 2, 3].map { key in memory.value(for: key) { $0 * 100 } } == [10, 20, 300])
  }

  @Test("headers of equal texts share their words, in whatever column they stand")
  func shared() {
    let one = HeaderLabel(column: 1, parts: ["家庭收入", "工资性收入(万元/年)"])
    let other = HeaderLabel(column: 7, parts: ["家庭收入", "工资性收入(万元/年)"])
    #expect(one.words === other.words)
    #expect(one.scale == AmountScale(yuanPower: 4, period: .year))
    #expect(HeaderLabel(column: 1, parts: ["工资性收入"]).words !== one.words)
  }
}
