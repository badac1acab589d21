import Casework
import Testing

@Suite("Money")
struct MoneyTests {
  @Test(
    "an amount is shown in yuan with two decimals",
    arguments: [
      (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (100, "1.00"), (-123_450, "-1234.50"),
      (123_456_789, "1234567.89"),
    ])
  func shown(fen: Int64, text: String) {
    #expect(Money(fen: fen).description == text)
  }

  @Test(
    "a share is rounded half away from zero",
    arguments: [
      (100, 3, 33), (200, 3, 67), (1, 2, 1), (-1, 2, -1), (3, 2, 2), (-3, 2, -2), (-100, 3, -33),
      (-200, 3, -67), (5, 12, 0), (6, 12, 1), (-5, 12, 0), (-6, 12, -1), (0, 7, 0),
    ])
  func share(fen: Int64, divisor: Int64, expected: Int64) {
    #expect(Money(fen: fen).shownShare(of: divisor) == Money(fen: expected))
  }

  @Test(
    "a decimal of yuan is read exactly",
    arguments: [
      ("1380", 138_000), ("12.5", 1250), ("12.50", 1250), ("0.01", 1), ("-200000", -20_000_000),
      ("-0.05", -5), ("0", 0),
    ])
  func reading(text: String, fen: Int64) {
    #expect(Money(decimalYuan: text) == Money(fen: fen))
  }

  @Test(
    "anything else is no decimal of yuan",
    arguments: [
      "", "-", ".5", "5.", "1.234", "1,380", "1 380", "１２", "1.2.3", "+5", "1e3", "12345678901234",
    ])
  func refusal(text: String) {
    #expect(Money(decimalYuan: text) == nil)
  }
}

@Suite("MoneyInterval")
struct MoneyIntervalTests {
  private func interval(_ low: Int64, _ high: Int64) -> MoneyInterval {
    MoneyInterval(Money(fen: low), Money(fen: high))
  }

  @Test("bounds may be given in either order")
  func bounds() {
    #expect(interval(5, -3) == interval(-3, 5))
    #expect(interval(-3, 5).low == Money(fen: -3))
  }

  @Test("a difference takes the far ends: least minus most, most minus least")
  func difference() {
    #expect(interval(10, 20) - interval(1, 4) == interval(6, 19))
    #expect(-interval(10, 20) == interval(-20, -10))
  }

  @Test("a sum adds end to end, and an empty sum is nothing")
  func sum() {
    #expect([interval(1, 2), interval(-5, 7)].sum() == interval(-4, 9))
    #expect([MoneyInterval]().sum() == .zero)
  }

  @Test("a multiple of an interval below zero keeps its order")
  func multiple() {
    #expect(interval(-20, 10) * 12 == interval(-240, 120))
    #expect(interval(-20, 10) * -1 == interval(-10, 20))
  }

  @Test("the hull holds both, and only a single amount is exact")
  func hull() {
    #expect(interval(1, 2).hull(with: interval(7, 9)) == interval(1, 9))
    #expect(interval(1, 9).contains(interval(2, 9)))
    #expect(!interval(1, 9).contains(interval(0, 9)))
    #expect(interval(4, 4).exact == Money(fen: 4))
    #expect(interval(4, 5).exact == nil)
  }
}
