import Casework
import TestSupport
import Testing

@testable import Screening

@Suite("A budget")
struct AllocationTests {
  private func shares(
    _ method: BudgetRules.Method, _ budget: Int64, minimum: Int64 = 0,
    _ claims: [(String, Int64, Int64)]
  ) -> [String] {
    allocation(
      of: BudgetRules(
        amount: Money(fen: budget), method: method, minimum: Money(fen: minimum)),
      among: claims.map {
        BudgetClaim(caseID: $0.0, suggested: Money(fen: $0.1), shortfall: Money(fen: $0.2))
      }
    ).shares.map { "\($0.caseID) \($0.allocated.fen)" }
  }

  private let three = [("R-U-A", Int64(100), Int64(1)), ("R-U-B", 200, 3), ("R-U-C", 300, 2)]

  @Test("largest shortfall first serves in full until it is used up")
  func largestFirst() {
    #expect(
      shares(.largestShortfallFirst, 400, three) == ["R-U-B 200", "R-U-C 200", "R-U-A 0"])
  }

  @Test("in proportion gives parts of a fen to the largest remainders")
  func proportional() {
    // 100 : 200 : 300 of 100: 16.67, 33.33, 50.
    #expect(shares(.proportional, 100, three) == ["R-U-B 33", "R-U-C 50", "R-U-A 17"])
  }

  @Test("the minimum comes first, then the rest in proportion to what is left")
  func minimum() {
    // 50 each, then 100 over 50 : 150 : 250: 11.11, 33.33, 55.56.
    #expect(
      shares(.minimumThenProportional, 250, minimum: 50, three) == [
        "R-U-B 83", "R-U-C 106", "R-U-A 61",
      ])
  }

  @Test("a budget below the minimum of all is shared in proportion to the minima, and it is said")
  func belowMinimum() {
    let rules = BudgetRules(
      amount: Money(fen: 100), method: .minimumThenProportional, minimum: Money(fen: 50))
    let claims = three.map {
      BudgetClaim(caseID: $0.0, suggested: Money(fen: $0.1), shortfall: Money(fen: $0.2))
    }
    let result = allocation(of: rules, among: claims)
    #expect(!result.isMinimumKept && result.allocated == Money(fen: 100))
    #expect(result.shares.map(\.allocated.fen).sorted() == [33, 33, 34])
  }

  @Test("ties go by the letters of the case identifier, whichever the unit")
  func ties() {
    let claims = [("R-U1-ZZZZZZ", Int64(1), Int64(5)), ("R-U2-AAAAAA", 1, 5)]
    #expect(shares(.largestShortfallFirst, 1, claims) == ["R-U2-AAAAAA 1", "R-U1-ZZZZZZ 0"])
    #expect(shares(.proportional, 1, claims) == ["R-U2-AAAAAA 1", "R-U1-ZZZZZZ 0"])
  }

  @Test("nobody to help leaves the whole budget", arguments: BudgetRules.Method.allCases)
  func nobody(method: BudgetRules.Method) {
    let result = allocation(of: BudgetRules(amount: Money(yuan: 5), method: method), among: [])
    #expect(result.unallocated == Money(yuan: 5) && result.shares.isEmpty)
  }
}

@Suite("Laws of an allocation")
struct AllocationLawTests {
  private static func claims(_ generator: inout SeededGenerator) -> [BudgetClaim] {
    (0..<Int.random(in: 0...12, using: &generator)).map { number in
      BudgetClaim(
        caseID: "R-U\(number % 3)-\(String(UnicodeScalar(UInt8(65 + number))))",
        suggested: Money(fen: Int64.random(in: 0...400, using: &generator)),
        shortfall: Money(fen: Int64.random(in: 0...5, using: &generator)))
    }
  }

  private static func rules(_ generator: inout SeededGenerator) -> BudgetRules {
    BudgetRules(
      amount: Money(fen: Int64.random(in: 0...3_000, using: &generator)),
      method: BudgetRules.Method.allCases.randomElement(using: &generator) ?? .proportional,
      minimum: Money(fen: Int64.random(in: 0...200, using: &generator)))
  }

  @Test("every fen is accounted for, nobody gets more than suggested, the order changes nothing")
  func laws() {
    var generator = SeededGenerator(seed: 56)
    for round in 0..<10_000 {
      let (claims, rules) = (Self.claims(&generator), Self.rules(&generator))
      let result = allocation(of: rules, among: claims)
      let suggested = claims.map(\.suggested).reduce(.zero, +)
      let isFair = result.shares.allSatisfy {
        .zero <= $0.allocated && $0.allocated <= $0.suggested
      }
      let isWhole =
        result.allocated == min(rules.amount, suggested)
        && result.allocated + result.unallocated == rules.amount
        && result.shares.count == claims.count
      let isSame = allocation(of: rules, among: claims.shuffled(using: &generator)) == result
      #expect(isFair && isWhole && isSame, "round \(round)")
    }
  }

  @Test("what method gives in proportion is within a fen of the exact part")
  func proportions() {
    var generator = SeededGenerator(seed: 57)
    for round in 0..<10_000 {
      let claims = Self.claims(&generator)
      let total = claims.map(\.suggested.fen).reduce(0, +)
      guard total > 1 else { continue }
      let budget = Int64.random(in: 0..<total, using: &generator)
      let result = allocation(
        of: BudgetRules(amount: Money(fen: budget), method: .proportional), among: claims)
      let isClose = result.shares.allSatisfy {
        abs($0.allocated.fen * total - $0.suggested.fen * budget) < total
      }
      #expect(isClose, "round \(round)")
    }
  }

  @Test("under minimum first everyone gets the minimum, up to what is suggested, if it lasts")
  func minima() {
    var generator = SeededGenerator(seed: 58)
    for round in 0..<10_000 {
      var rules = Self.rules(&generator)
      rules.method = .minimumThenProportional
      let result = allocation(of: rules, among: Self.claims(&generator))
      let isKept = result.shares.allSatisfy { $0.allocated >= min($0.suggested, rules.minimum) }
      #expect(isKept == result.isMinimumKept || !result.isMinimumKept, "round \(round)")
    }
  }

  @Test("largest first serves nobody while someone with a larger shortfall goes short")
  func order() {
    var generator = SeededGenerator(seed: 59)
    for round in 0..<10_000 {
      var rules = Self.rules(&generator)
      rules.method = .largestShortfallFirst
      let shares = allocation(of: rules, among: Self.claims(&generator)).shares
      let firstShort = shares.firstIndex { $0.allocated < $0.suggested } ?? shares.count
      let isOrdered = shares.dropFirst(firstShort + 1).allSatisfy {
        $0.allocated == .zero
      }
      #expect(isOrdered, "round \(round)")
    }
  }
}
