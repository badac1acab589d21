import Casework

/// What the office recorded, sorted by kind, for counting apart from the books.
struct ProgrammeFacts {
  /// Donations of units.
  let donations: [Donation]
  /// Other income.
  let allocations: [Allocation]
  /// Payments with their cases and measures.
  let payments: [Payment]
  /// Decisions that approve an amount.
  let approvals: [CommitteeDecision]
  /// Decisions that refuse.
  let refusals: [CommitteeDecision]
  /// Visits and calls.
  let visits: [FollowUpVisit]
  /// Exits after an approval.
  let exits: [Circumstance]
  /// Every case.
  let cases: [CaseRecord]
  /// Units by code.
  let units: [String: SubmittingUnit]

  /// One payment of a case.
  struct Payment {
    let record: CaseRecord
    let measure: AssistanceMeasure
    let amount: Money
    let paidOn: CalendarDate
  }

  /// Sorts the facts of a ledger.
  ///
  /// - Throws: an error where a payment has no measure.
  init(of ledger: ProgrammeLedger) throws(AnnualReportError) {
    cases = ledger.cases
    units = Dictionary(ledger.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    donations = ledger.facts.compactMap { if case .donation(let fact) = $0 { fact } else { nil } }
    allocations = ledger.facts.compactMap {
      if case .allocation(let fact) = $0 { fact } else { nil }
    }
    let decisions = ledger.cases.flatMap(\.decisions)
    approvals = decisions.filter { $0.verdict == .approved && $0.amount ?? .zero > .zero }
    refusals = decisions.filter { $0.verdict == .refused }
    visits = ledger.cases.flatMap(\.visits)
    exits = ledger.cases.flatMap(ProgrammeFacts.exits(of:))
    var payments: [Payment] = []
    for record in ledger.cases { payments += try ProgrammeFacts.payments(of: record) }
    self.payments = payments
  }

  private static func payments(
    of record: CaseRecord
  ) throws(AnnualReportError) -> [Payment] {
    var payments: [Payment] = []
    for case .disbursement(let fact) in record.facts {
      guard let measure = record.measure(on: fact.paidOn) else {
        throw AnnualReportError(
          .measureMissing, year: fact.paidOn.year, caseID: record.caseID,
          statistics: fact.amount)
      }
      payments.append(
        Payment(record: record, measure: measure, amount: fact.amount, paidOn: fact.paidOn))
    }
    return payments
  }

  private static func exits(of record: CaseRecord) -> [Circumstance] {
    guard let approved = record.decisions.first(where: { $0.verdict == .approved })?.decidedOn
    else { return [] }
    return record.circumstances.filter { $0.kind.isExit && $0.happenedOn >= approved }
  }

  /// The unit of a code, known by its code only where the roster does not list it.
  func unit(_ code: String) -> SubmittingUnit {
    units[code] ?? SubmittingUnit(code: code, name: code)
  }

  /// What came in in a period.
  func income(in period: ClosedRange<CalendarDate>) -> Money {
    donations.filter { period.contains($0.bookedOn) }.map(\.amount).reduce(.zero, +)
      + allocations.filter { period.contains($0.receivedOn) }.map(\.amount).reduce(.zero, +)
  }
}

extension Beneficiaries {
  /// Whom payments reached.
  init(of payments: [ProgrammeFacts.Payment]) {
    self.init()
    let households = Dictionary(
      payments.map { ($0.record.caseID, $0.record.householdSize) },
      uniquingKeysWith: { first, _ in first })
    self.households = households.count
    persons = households.values.compactMap(\.self).reduce(0, +)
    householdsOfUnknownSize = households.values.count { $0 == nil }
    instances = payments.count
    amount = payments.map(\.amount).reduce(.zero, +)
  }
}
