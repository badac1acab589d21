import Casework
import TestSupport
import Testing

@testable import Screening

@Suite("The grant of an expenditure type")
struct GrantChoiceTests {
  private static func item(_ type: String, _ month: Int? = nil) -> Cells {
    let paid = month.map { StatedDate(CalendarDate(firstOfMonth: $0, year: 2014)) }
    return [(.expenditureType, .choice(type))] + (paid.map { [(.paidOn, .date($0))] } ?? [])
  }

  private static let spread = (6...11).map { item("医疗", $0) }
  private static let ill: [Cells] = [[(.health, .choice("慢性病"))]]

  /// 10,000 yuan of expenditure were borne.
  private func measure(
    _ cause: String?, _ items: [Cells], members: [Cells] = [], debt: FieldValue? = nil
  ) -> [AssistanceMeasure] {
    var example = MeasureCase(type: .expenditure)
    example.readings = [reading(yuan(22_000), expenditure: yuan(10_000))]
    example.expenditure = items
    example.members = members
    example.cells =
      (cause.map { [(.hardshipCause, .choice($0))] } ?? [])
      + (debt.map { [(.debt, $0)] } ?? [])
    return example.inBrief().measures
  }

  @Test("is one-off where the expenditure is over and no burden remains")
  func oneOff() {
    #expect(measure("疾病", [Self.item("医疗", 9)]) == [.oneOffGrant])
    #expect(measure("灾害", [Self.item("灾害损失", 9)]) == [.oneOffGrant])
    #expect(measure("疾病", [Self.item("医疗", 9)], debt: money(4_999, nil)) == [.oneOffGrant])
  }

  @Test("is temporary where it is over and debts of half of it remain")
  func temporary() {
    #expect(measure("突发事件", [Self.item("医疗", 9)], debt: money(5_000, nil)) == [.temporaryGrant])
  }

  @Test("is recurrent where it goes on and no burden remains")
  func recurrent() {
    #expect(measure("疾病", [Self.item("护理")]) == [.recurrentGrant])
    #expect(measure("疾病", Self.spread) == [.recurrentGrant])
    #expect(measure("疾病", [Self.item("医疗", 9)], members: Self.ill) == [.recurrentGrant])
    #expect(measure("疾病", Array(Self.spread.dropFirst())) == [.oneOffGrant])
  }

  @Test("is combined where it goes on and a burden remains, or an event goes on")
  func combined() {
    #expect(measure("疾病", [Self.item("护理")], debt: money(8_000, nil)) == [.combinedGrant])
    #expect(measure("灾害", [Self.item("残疾康复")]) == [.combinedGrant])
  }

  @Test("a member who lives apart is no sign that expenditure goes on")
  func apart() {
    let apart: Cells = [(.health, .choice("慢性病")), (.livesTogether, .flag(false))]
    #expect(measure("疾病", [Self.item("医疗", 9)], members: [apart]) == [.oneOffGrant])
  }

  @Test("debts that cannot be read leave the grants open that they would tell apart")
  func unreadDebt() throws {
    var example = MeasureCase(type: .expenditure)
    example.cells = [(.hardshipCause, .choice("疾病")), (.debt, nil)]
    #expect(example.inBrief().measures == [.oneOffGrant, .temporaryGrant])
    let steps = try #require(example.recommended()).steps
    #expect(steps == [MeasureStep(.expenditureOpen, ["debt"], citation: "输血")])
  }

  @Test("a cause that is not stated leaves open what the table tells apart by cause")
  func noCause() {
    #expect(measure(nil, [Self.item("护理")]) == [.recurrentGrant, .combinedGrant])
    #expect(measure(nil, [Self.item("医疗", 9)]) == [.oneOffGrant])
  }

  @Test("a case of no certain type can get the measures of both")
  func noType() throws {
    var example = MeasureCase(type: nil)
    example.cells = [(.hardshipCause, .choice("疾病"))]
    #expect(example.inBrief().measures == [.oneOffGrant, .recurrentGrant])
    #expect(
      try #require(example.recommended()).steps.map(\.reason) == [
        .typeOpen, .recurrentChosen, .expenditureChosen,
      ])
  }
}

@Suite("The suggested amount")
struct GrantAmountTests {
  private func amount(
    _ gap: Int64, over months: Int = 12, _ change: (inout GrantRules) -> Void = { _ in }
  ) -> Int64 {
    var rules = GrantRules(months: 12)
    change(&rules)
    return rules.working(Money(fen: gap), over: months).limited.fen
  }

  @Test("is the shortfall of the months, exact to the fen")
  func months() {
    #expect(amount(300_000) == 300_000)
    #expect(amount(300_000) { $0.months = 6 } == 150_000)
    #expect(amount(300_000) { $0.sharePercent = 50 } == 150_000)
    #expect(amount(100_000, over: 3) == 400_000)
  }

  @Test("a part of a fen is rounded once, as the policy says")
  func rounding() {
    // 100 fen × 1 ÷ 12 = 8.33
    #expect(amount(100) { $0.months = 1 } == 9)
    #expect(amount(100) { ($0.months, $0.rounding) = (1, .down) } == 8)
    #expect(amount(100) { ($0.months, $0.rounding) = (1, .nearest) } == 8)
    #expect(amount(6) { ($0.months, $0.rounding) = (1, .nearest) } == 1)
    #expect(amount(5) { ($0.months, $0.rounding) = (1, .nearest) } == 0)
  }

  @Test("goes in steps, not below the least and not above the largest amount")
  func limits() {
    func rules(_ rules: inout GrantRules) {
      rules.step = Money(yuan: 100)
      rules.least = Money(yuan: 500)
      rules.most = Money(yuan: 10_000)
    }
    #expect(amount(1, rules) == 50_000)
    #expect(amount(50_001, rules) == 60_000)
    #expect(amount(60_000, rules) == 60_000)
    #expect(amount(999_999, rules) == 1_000_000)
    #expect(amount(1_000_001, rules) == 1_000_000)
    #expect(amount(0, rules) == 0)
  }

  @Test("each step that changed it is told")
  func steps() throws {
    var rules = MeasureRules.sample
    rules.grants[.recurrentGrant] = GrantRules(
      months: 12, atOncePercent: 50, most: Money(yuan: 2_000), step: Money(yuan: 7))
    let option = try #require(MeasureCase().recommended(under: rules)?.options.first)
    #expect(
      option.steps.map(\.reason) == [
        .amountOfShortfall, .amountRounded, .amountLimited, .atOncePart,
      ])
    #expect(option.steps[0].arguments == ["3000.00", "12", "1", "12", "100", "3000.00"])
    #expect(option.amount == yuan(2_000) && option.atOnce == yuan(994) && option.months == 12)
  }

  @Test("an income exactly at the line has no shortfall: service is suggested, never 0.00")
  func atTheLine() throws {
    let example = MeasureCase(readings: [reading(yuan(15_000))])
    let recommended = try #require(example.recommended())
    #expect(recommended.options.map(\.measure) == [nil])
    #expect(recommended.options.first?.amount == nil)
    #expect(recommended.options.first?.steps.map(\.reason) == [.noShortfall])
    #expect(example.inBrief() == SuggestedHelp(measures: [], isService: true, amount: nil))
    var least = MeasureRules.sample
    least.atTheLine = .least
    #expect(example.inBrief(under: least).amount == nil)
    least.grants[.recurrentGrant]?.least = Money(yuan: 500)
    #expect(example.inBrief(under: least).amount == yuan(500))
  }

  @Test("one fen below the line there is a shortfall")
  func oneFen() {
    let example = MeasureCase(readings: [reading(fen(1_499_999))])
    #expect(example.inBrief().certainAmount == Money(fen: 1))
  }

  @Test("a start-up at the line keeps its interest: it does not follow from the shortfall")
  func startUpAtTheLine() {
    let example = MeasureCase.startUp.changing { $0.readings = [reading(yuan(15_000))] }
    #expect(example.inBrief().certainAmount == Money(yuan: 5_220))
  }

  @Test("an income between bounds gives an amount between bounds, over every reading and size")
  func interval() throws {
    let example = MeasureCase(
      readings: [reading(yuan(12_000, 14_000), size: 1...2), reading(yuan(11_000))])
    // 15,000 − 14,000 up to 30,000 − 12,000.
    #expect(example.inBrief().amount == yuan(1_000, 18_000))
    #expect(example.inBrief().certainAmount == nil)
    #expect(try #require(example.recommended()).options.first?.amount == yuan(1_000, 18_000))
  }

  @Test("an undetermined case has a suggestion on condition only, the others none")
  func outcomes() throws {
    var example = MeasureCase(outcome: .undetermined)
    #expect(try #require(example.recommended()).isConditional)
    example.outcome = .eligible
    #expect(try #require(example.recommended()).isConditional == false)
    for outcome in [CaseOutcome.ineligible, .merged] {
      example.outcome = outcome
      #expect(example.recommended() == nil)
    }
    #expect(recommendation(for: example.result, under: .sample) == nil)
  }
}

@Suite("A concluded case")
struct SuggestedHelpTests {
  @Test("carries the suggestion in brief where it is eligible and the policy names measures")
  func carried() throws {
    let policy = PolicyEdition.sample { $0.measures = .sample }
    let help = try #require(try Case().concluded(under: policy).suggestedHelp)
    // Under the line of 1,250 of mid June.
    #expect(help == SuggestedHelp(measures: [.recurrentGrant], amount: yuan(3_000)))
    #expect(try Case().concluded().suggestedHelp == nil)
    let refused = Case(changes: [(.exclusionDues, .flag(true))])
    #expect(try refused.concluded(under: policy).suggestedHelp == nil)
  }
}
