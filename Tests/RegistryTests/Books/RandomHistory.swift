import Casework
import TestSupport

@testable import Registry

/// A random history of the fund that follows the rules, with sums counted as it is made.
struct RandomHistory {
  private(set) var entries: [BookEntry] = []
  private(set) var income = Money.zero
  private(set) var paid: [String: Money] = [:]
  private(set) var open: [String: Money] = [:]
  private var generator: SeededGenerator
  private var day = CalendarDate(firstOfMonth: 1, year: 2013)
  private var measures: [String: AssistanceMeasure] = [:]

  init(seed: UInt64, steps: Int = 60) {
    generator = SeededGenerator(seed: seed)
    for _ in 0..<steps {
      day = day.adding(days: Int.random(in: 0...25, using: &generator))
      switch Int.random(in: 0..<10, using: &generator) {
      case 0...1: donate()
      case 2...3: allocate()
      case 4...5: decide()
      case 6...8: pay()
      default: leave()
      }
    }
  }

  private mutating func amount(upTo most: Int64) -> Money {
    Money(fen: Int64.random(in: 1...max(1, most), using: &generator))
  }

  private mutating func donate() {
    let hasDay = Bool.random(using: &generator)
    let donation = Donation(
      unitCode: "U\(Int.random(in: 1...5, using: &generator))",
      year: day.year - Int.random(in: 0...1, using: &generator), amount: amount(upTo: 9_000_000),
      receivedOn: hasDay ? day : nil)
    income += donation.amount
    entries += bookEntries(receiving: donation)
  }

  private mutating func allocate() {
    let sources: [FundSource] = [.partyDues, .otherDonation, .interest]
    let allocation = Allocation(
      source: sources.randomElement(using: &generator) ?? .interest,
      amount: amount(upTo: 5_000_000), receivedOn: day)
    income += allocation.amount
    entries += bookEntries(receiving: allocation)
  }

  private mutating func decide() {
    let caseID = "C\(Int.random(in: 1...8, using: &generator))"
    let verdicts: [CommitteeVerdict] = [.approved, .approved, .refused, .deferred]
    let decision = CommitteeDecision(
      caseID: caseID, verdict: verdicts.randomElement(using: &generator) ?? .approved,
      measure: AssistanceMeasure.allCases.randomElement(using: &generator),
      amount: amount(upTo: 3_000_000), decidedOn: day, documentNumber: "阿直帮〔\(day.year)〕1号")
    entries += bookEntries(deciding: decision, releasing: open[caseID] ?? .zero)
    guard decision.verdict != .deferred else { return }
    open[caseID] = decision.verdict == .approved ? decision.amount : .zero
    measures[caseID] = decision.measure
  }

  private mutating func pay() {
    let payable = open.filter { $0.value > .zero }.keys.sorted()
    guard let caseID = payable.randomElement(using: &generator), let left = open[caseID],
      let measure = measures[caseID]
    else { return }
    let disbursement = Disbursement(
      caseID: caseID, amount: amount(upTo: left.fen), paidOn: day, voucher: "V\(entries.count)")
    entries += bookEntries(paying: disbursement, measure: measure)
    open[caseID] = left - disbursement.amount
    paid[caseID, default: .zero] += disbursement.amount
  }

  private mutating func leave() {
    guard let caseID = open.keys.sorted().randomElement(using: &generator) else { return }
    entries += bookEntries(releasing: caseID, amount: open[caseID] ?? .zero, on: day)
    open[caseID] = .zero
  }

  /// The entries in another order.
  var shuffled: [BookEntry] {
    var generator = generator
    return entries.shuffled(using: &generator)
  }
}
