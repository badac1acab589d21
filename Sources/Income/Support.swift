import Casework

/// Works out S, support received in the window that is not already in D (contract §2).
struct SupportReceived {
  private(set) var total: MoneyInterval = .zero
  private(set) var lines: [WorksheetLine] = []
  private(set) var findings: [Finding] = []
  private(set) var unknowns: [UnknownItem] = []
  let rules: IncomeRules
  private let persons: HouseholdPersons
  private(set) var readings: [SupportReading] = []
  private var reimbursements: [ExpenditureItem]
  private var relief: [IncomeItem]

  init(
    _ application: Application, persons: HouseholdPersons, windows: PossibleWindows,
    rules: IncomeRules, bills: [ExpenditureItem], income: [IncomeItem]
  ) {
    self.rules = rules
    self.persons = persons
    reimbursements = bills.filter { $0.counts && $0.reimbursed.high > .zero }
      .sorted { $0.rank < $1.rank }
    relief = income.filter { rules.isRelief($0.record) }
    readings = application.supportItems.map { SupportReading($0, windows: windows, rules: rules) }
    settleAll()
    let dateCell = application.record.cell(of: .applicationDate)
    for reading in readings { add(reading, applicationDate: dateCell) }
    total = total * rules.windowsPerYear
  }

  /// An equal amount proves more than a document, a document more than a kind; of equal rows the
  /// one that counts for certain comes first, so that the order of rows changes nothing.
  private mutating func settleAll() {
    let order = readings.indices.sorted { readings[$0].rank < readings[$1].rank }
    for place in order {
      takeReimbursement(place) { reading, bill in reading.isOfKind(of: bill) && reading.equals(bill)
      }
    }
    for place in order { takeReimbursement(place) { reading, bill in reading.equals(bill) } }
    for place in order { takeRelief(place) { reading, item in reading.equals(item) } }
    for place in order {
      takeReimbursement(place) { reading, bill in reading.sharesDocument(with: bill.record) }
    }
    for place in order {
      takeRelief(place) { reading, item in reading.sharesDocument(with: item.record) }
    }
    for place in order where readings[place].isOpen {
      guard let bill = reimbursements.first(where: readings[place].mayBeOfKind) else { continue }
      readings[place].leaveOpen(besides: bill.record)
    }
  }

  /// Counts the benefit once with a reimbursement, which proves no further row.
  private mutating func takeReimbursement(
    _ place: Int, where isSame: (SupportReading, ExpenditureItem) -> Bool
  ) {
    let reading = readings[place]
    guard reading.isOpen, let match = reimbursements.firstIndex(where: { isSame(reading, $0) })
    else { return }
    let bill = reimbursements.remove(at: match)
    let isCertain = !bill.mayNotCount && persons.counts(bill.owner) == true
    readings[place].settle(
      against: bill.reimbursed, isCertain: isCertain, noting: .supportCountedOnce,
      seeing: bill.record.cell(of: .reimbursed))
  }

  /// Counts the benefit once with an item of income, which proves no further row.
  private mutating func takeRelief(
    _ place: Int, where isSame: (SupportReading, IncomeItem) -> Bool
  ) {
    let reading = readings[place]
    guard reading.isOpen, let match = relief.firstIndex(where: { isSame(reading, $0) })
    else { return }
    let item = relief.remove(at: match)
    readings[place].settle(
      against: item.received, isCertain: persons.counts(item.owner) == true,
      noting: .supportAlreadyIncome, seeing: item.record.cell(of: .amount))
  }

  private mutating func add(_ reading: SupportReading, applicationDate: SourceLocation) {
    total = total + reading.amount
    lines.append(reading.line)
    findings += reading.findings
    unknowns += reading.unknowns(applicationDate: applicationDate)
  }
}
