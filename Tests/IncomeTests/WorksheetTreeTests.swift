import Casework
import Income
import TestSupport
import Testing

/// Holds every figure of a filing's tree against the figures below it, and its roots against what
/// the rules read.
func checkTree(of filing: Filing, under rules: IncomeRules = .sample) {
  let asOf = day("2015-12-31")
  let household = explainedHousehold(of: filing.assembled, under: rules, asOf: asOf)
  guard let worksheet = household.worksheet else {
    Issue.record("an explained household has a tree")
    return
  }
  #expect(worksheet.householdReadings == household.readings)
  let line = Threshold(
    monthly: Money(yuan: 1_250), includesEquality: true, effectiveFrom: day("2014-07-01"),
    source: "")
  let root = worksheet.held(against: line).root
  for node in root.all {
    #expect(node.isComputedRightly, "\(node.item) \(node.quantity)")
    // A step of the rules that the tree does not know would be shown as one figure.
    #expect(node.operation != .policy, "\(node.item) \(node.quantity)")
  }
  #expect(root.amount == household.perCapitaActual)
}

@Suite("The tree of the worksheet")
struct WorksheetTreeTests {
  @Test("every figure follows from those below it, down to the cells", arguments: UInt64(1)...1_500)
  func laws(seed: UInt64) {
    var random = RandomFiling(seed: seed)
    let filing = random.complete()
    checkTree(of: filing)
    checkTree(of: random.opening(filing))
  }

  @Test(
    "every figure follows from those below it under other policies", arguments: UInt64(1)...1_500)
  func policies(seed: UInt64) {
    var random = RandomFiling(seed: seed)
    var policy = RandomPolicy(seed: seed)
    let filing = random.complete()
    let rules = policy.rules()
    checkTree(of: filing, under: rules)
    checkTree(of: random.opening(filing), under: rules)
  }

  @Test("the sums are those of the worksheet without a tree", arguments: UInt64(1)...200)
  func same(seed: UInt64) throws {
    var random = RandomFiling(seed: seed)
    let filing = random.opening(random.complete())
    let asOf = day("2015-12-31")
    let explained = explainedHousehold(of: filing.assembled, under: .sample, asOf: asOf)
    let plain = filing.worksheet()
    #expect(explained.readings == plain.readings)
    #expect(explained.unknowns == plain.unknowns)
    #expect(explained.findings == plain.findings)
    #expect(plain.worksheet == nil)
  }

  @Test("a figure that does not follow from those below it is seen")
  func tampering() {
    let five = WorksheetNode(.stated, WorksheetQuantity(yuan(5)))
    let sum = WorksheetNode(.components, .sum, of: [five, five])
    #expect(sum.isComputedRightly && sum.amount == yuan(10))
    #expect(sum.adjusted(to: yuan(10)) == sum)
    let other = sum.adjusted(to: yuan(11))
    #expect(other.operation == .policy && other.amount == yuan(11) && other.parts == [sum.aside])
  }

  @Test(
    "each operation by hand",
    arguments: [
      (.chosen, [(7, 7), (9, 9)], (7, 7)), (.sum, [], (0, 0)), (.sum, [(1, 2), (3, 4)], (4, 6)),
      (.negated, [(1, 2)], (-2, -1)), (.times, [(500, 600), (2, 3)], (1000, 1800)),
      (.times, [(-500, -500), (1, 12)], (-6000, -500)),
      (.quarters, [(100, 100), (1, 1)], (33, 34)),
      (.hull, [(5, 5), (1, 1), (3, 9)], (1, 9)), (.opened, [(4, 6)], (0, 6)),
      (.opened, [(-6, -4)], (-6, 0)), (.eitherSign, [(4, 6)], (-6, 6)),
      (.widened, [(1000, 1000), (10, 10)], (900, 1100)), (.capped, [(5, 50), (20, 20)], (5, 20)),
      (.borne, [(100, 100), (30, 30)], (70, 70)), (.borne, [(100, 100), (0, 100)], (0, 100)),
      (.borne, [(100, 100), (130, 130)], (0, 0)),
      (.borne, [(100, 100), (30, 30), (30, 30)], (100, 100)),
      (.beyond, [(50, 50), (50, 50)], (0, 0)), (.beyond, [(80, 80), (50, 50)], (0, 30)),
      (.perhapsBeyond, [(80, 80), (50, 50)], (0, 80)),
      (.remainder, [(10, 20), (1, 1), (5, 6)], (5, 16)), (.difference, [(10, 10), (1, 4)], (6, 9)),
      (.product, [(100, 100), (12, 12), (2, 3)], (2400, 3600)),
      (.without, [(500, 500), (200, 300)], (200, 300)), (.without, [(1, 1), (2, 2)], (0, 0)),
      (.share, [(101, 300), (50, 50)], (51, 150)), (.share, [(7, 7), (100, 100)], (7, 7)),
      (.monthsShare, [(100, 100), (1, 1), (3, 3)], (34, 34)),
      (.monthsShare, [(0, 90), (2, 2), (3, 3)], (0, 60)),
      (.least, [(4, 6)], (4, 4)), (.most, [(4, 6)], (6, 6)),
      (.perCapita, [(3180, 3180), (12, 12), (3, 3)], (88, 88)),
      (.perCapita, [(-3180, -3180), (12, 12), (3, 4)], (-88, -66)),
    ] as [(WorksheetOperation, [(Int, Int)], (Int, Int))])
  func operations(
    operation: WorksheetOperation, parts: [(Int, Int)], result: (Int, Int)
  ) throws {
    func quantity(_ bounds: (Int, Int)) -> WorksheetQuantity {
      WorksheetQuantity(bounds.0...bounds.1, .money)
    }
    let computed = operation.result(of: parts.map(quantity), unit: .money)
    #expect(computed == quantity(result))
  }

  @Test("figures that are not computed have no result, nor have those whose parts are missing")
  func incomplete() {
    let one = [WorksheetQuantity(1...1, .money)]
    for operation in [WorksheetOperation.stated, .bounded, .policy, .times, .borne, .perCapita] {
      #expect(operation.result(of: one) == nil)
    }
  }

  @Test("verified figures take the place of the declared ones, which stay beside them")
  func verified() throws {
    let filing = Filing(rows: [earner, bill("医疗", 9_000, reimbursed: 0)])
    let declared = explainedHousehold(
      of: filing.assembled, under: .sample, asOf: day("2015-12-31"))
    let household = declared.verified(
      annualIncome: Money(yuan: 33_000), expenditure: Money(yuan: 4_000))
    let worksheet = try #require(household.worksheet)
    #expect(worksheet.householdReadings == household.readings)
    let reading = worksheet.readings[0]
    #expect(reading.disposable.parts.map(\.item) == [.verified, .disposable])
    #expect(reading.disposable.parts.map(\.counts) == [true, false])
    #expect(reading.expenditure.parts[1].amount == yuan(9_000))
    for node in worksheet.root.all { #expect(node.isComputedRightly) }
  }
}

@Suite("The bytes of the worksheet")
struct WorksheetBytesTests {
  private func bytes(_ filing: Filing, line yuan: Int64? = nil) throws -> [UInt8] {
    let household = explainedHousehold(
      of: filing.assembled, under: .sample, asOf: day("2015-12-31"))
    let line = yuan.map {
      Threshold(
        monthly: Money(yuan: $0), includesEquality: true, effectiveFrom: day("2014-07-01"),
        source: "")
    }
    return try #require(household.worksheet).held(against: line).bytes
  }

  @Test("are the same for the same filing, and others for another figure, cell, reason or line")
  func identity() throws {
    let filing = Filing(rows: [earner, bill("医疗", 9_000, reimbursed: 0)])
    let (own, again) = (try bytes(filing), try bytes(filing))
    #expect(again == own)
    let others = [
      try bytes(Filing(rows: [earner, bill("医疗", 9_001, reimbursed: 0)])),
      try bytes(Filing(rows: [earner, bill("医疗", 9_000)])),
      try bytes(Filing(rows: [earner, bill("教育", 9_000, reimbursed: 0)])),
      try bytes(Filing(rows: [bill("医疗", 9_000, reimbursed: 0), earner])),
      try bytes(filing, line: 1_250), try bytes(filing, line: 1_380),
    ]
    #expect(Set(others + [own]).count == others.count + 1)
  }
}
