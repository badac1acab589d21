import Casework
import Intake
import Screening
import TestSupport
import Testing

extension Filing {
  /// How the income test of the filing ends under the sample policy.
  func incomeTest() throws -> RuleOutcome {
    let asOf = day("2015-12-31")
    let result = try assessment(of: worksheet(), under: .sample, asOf: asOf)
    return try #require(result.decisions.first { $0.rule == .incomeTest }).outcome
  }
}

@Suite("Laws of the worksheet")
struct IncomeLawTests {
  @Test("the order of rows changes nothing", arguments: UInt64(1)...300)
  func order(seed: UInt64) throws {
    var random = RandomFiling(seed: seed)
    let filing = random.opening(random.complete())
    let other = random.shuffling(filing)
    let (one, two) = (filing.worksheet(), other.worksheet())
    #expect(one.disposable == two.disposable)
    #expect(one.support == two.support)
    #expect(one.expenditure == two.expenditure)
    #expect(one.size == two.size)
    #expect(Set(one.readings) == Set(two.readings))
    #expect(try filing.incomeTest() == other.incomeTest())
  }

  @Test(
    "a decision in spite of unknowns is the decision once they are known",
    arguments: UInt64(1)...1_500)
  func completions(seed: UInt64) throws {
    var random = RandomFiling(seed: seed)
    let complete = random.complete()
    let outcome = try random.opening(complete).incomeTest()
    guard outcome != .unknown else { return }
    #expect(try complete.incomeTest() == outcome)
  }

  @Test("more income never turns unmet into met", arguments: UInt64(1)...500)
  func monotony(seed: UInt64) throws {
    var random = RandomFiling(seed: seed)
    let filing = random.opening(random.complete())
    guard try filing.incomeTest() == .fail else { return }
    #expect(try random.enriching(filing).incomeTest() != .pass)
  }

  @Test("a household of whom nothing is left open has one reading and a decision")
  func decided() {
    var random = RandomFiling(seed: 7)
    for _ in 0..<50 {
      let filing = random.complete()
      #expect(filing.worksheet().readings.count == 1)
    }
  }
}

@Suite("A wrongly refused family is the worst mistake")
struct RefusalTests {
  private let silent: [Field] = [.livesTogether]

  @Test("of five who may live with the applicant, the four without income bring it below the line")
  func manyOpenMembers() throws {
    // the applicant alone has 20,000 > 15,000; all six have 120,000 > 90,000; with the four
    // without income it is 20,000 <= 75,000
    let poor = "乙丙丁戊".map { person(String($0), [(.wageIncome, money(0))], blank: silent) }
    let rich = person("己", [(.wageIncome, money(100_000))], blank: silent)
    let filing = Filing(rows: [applicant([(.wageIncome, money(20_000))])] + poor + [rich])
    #expect(try filing.incomeTest() == .unknown)
  }

  @Test("a person listed twice without a proof is not held against the household")
  func listedTwice() throws {
    // as two persons 60,000 for three, above 45,000; as one person 30,000 for two, at the line
    let twice = [Relationship.parent, .other].map {
      person("乙", [(.netTransferIncome, money(30_000))], $0)
    }
    let filing = Filing(rows: [applicant([(.wageIncome, money(0))])] + twice)
    #expect(try filing.incomeTest() == .unknown)
  }

  @Test("a bill that only the missing day of application puts outside the window")
  func missingDay() throws {
    // 20,000 > 15,000 without the bill of August 2014, 11,000 with it
    let rows = [applicant([(.wageIncome, money(20_000))]), bill("教育", 9_000, on: "2014-08-01")]
    #expect(try Filing(appliedOn: "", rows: rows).incomeTest() == .unknown)
    #expect(try Filing(appliedOn: "2015-04-01", rows: rows).incomeTest() == .pass)
  }

  @Test("a reimbursement entered as income and as reimbursement costs the family nothing twice")
  func reimbursementAsIncome() throws {
    // 15,000 + 6,000 received − 6,000 paid = 15,000, at the line
    let filing = Filing(rows: [
      applicant([(.wageIncome, money(15_000))]), item("救助金", bare(6_000), .once),
      bill("医疗", 6_000, reimbursed: 6_000),
    ])
    #expect(try filing.incomeTest() == .pass)
  }

  @Test("the same item row twice for one key counts once, with a problem")
  func repeatedRow() throws {
    let key: (Field, FieldValue?) = (.applicationNumber, .text("B-1"))
    let filing = Filing(
      application: [key],
      rows: [
        applicant([key]), item("工资", bare(1_000), .month, [key]),
        item("工资", bare(1_000), .month, [key]),
      ])
    let rows = filing.assembled.rows
    let (applications, _) = assembleApplications(
      from: rows, of: filing.assembled.unit, round: "2015")
    let application = try #require(applications.first)
    let household = Filing.worksheet(of: application)
    // 1,000 × 12, once
    #expect(household.disposable == yuan(12_000))
    #expect(application.allFindings.contains { $0.code == .itemRepeated })
  }
}
