import Casework
import Testing

@testable import Statistics

@Suite("The distribution")
struct DistributionTests {
  @Test(
    "has the quantiles of type 7, rounded half away from zero",
    arguments: [
      // R: quantile(c(1, 2, 4, 8), p, type = 7) gives 1.3, 1.75, 3, 5, 6.8
      ([100, 200, 400, 800], [130, 175, 300, 500, 680]),
      ([500], [500, 500, 500, 500, 500]),
      ([0, 1], [0, 0, 1, 1, 1]),
      ([-1, 0], [-1, -1, -1, 0, 0]),
      ([-300, -100, 0, 50, 900], [-220, -100, 0, 50, 560]),
    ] as [([Int64], [Int64])])
  func quantiles(amounts: [Int64], expected: [Int64]) throws {
    let distribution = try #require(Distribution(of: amounts.map(Money.init(fen:)).reversed()))
    #expect(
      Distribution.percents.map { distribution.quantile(percent: $0).fen } == expected)
  }

  @Test("has an exact mean, rounded half away from zero")
  func mean() throws {
    #expect(try #require(Distribution(of: [Money(fen: 1), Money(fen: 2)])).mean.fen == 2)
    #expect(try #require(Distribution(of: [Money(fen: -1), Money(fen: -2)])).mean.fen == -2)
    #expect(Distribution(of: []) == nil)
  }
}
