/// The figures of a case by contract section 2, computed from the model before anything is written.
struct TrueFigures: Sendable {
  let householdSize: Int
  let threshold: Int
  /// Disposable income; nil where the policy's bounds decide, which the sample does not know.
  let disposable: Interval?
  let support: Interval
  let borne: Interval
  /// Support that is also a reimbursement, in fen: only the sum fixes it, not S or R alone.
  let enteredTwice: Int

  init(_ filing: Case) {
    let window = incomeWindow(before: filing.applicationDate)
    householdSize = filing.householdSize
    threshold = minimumWage(on: filing.applicationDate)
    disposable = Self.disposable(of: filing)
    var borne = Interval(0)
    var reimbursements: Set<Int> = []
    for spent in filing.expenditures where Self.counts(spent, in: filing, window) {
      let reimbursed = Self.reimbursement(of: spent)
      borne = borne + (Interval(spent.billed) - reimbursed)
      if let exact = reimbursed.exact, exact > 0 { reimbursements.insert(exact) }
    }
    var support = Interval(0)
    var enteredTwice = 0
    for received in filing.supports where received.receivedOn.map(window.contains) ?? true {
      if reimbursements.contains(received.amount) {
        enteredTwice += received.amount
      } else {
        support = support + Interval(received.amount)
      }
    }
    self.borne = borne
    self.support = support
    self.enteredTwice = enteredTwice
  }

  /// D + S − R in whole fen.
  var numerator: Interval? { disposable.map { $0 + support - borne } }

  /// threshold × 12 × n, what the numerator may not exceed.
  var line: Int { threshold * 12 * householdSize }

  /// Whether the income test is met; nil where the interval straddles the line.
  var meetsTest: Bool? {
    guard let numerator else { return nil }
    if numerator.high <= line { return true }
    return numerator.low > line ? false : nil
  }

  var hardshipType: String {
    guard meetsTest == true, let disposable else { return "" }
    let before = disposable + support
    if before.high + enteredTwice <= line { return "income" }
    return before.low > line ? "expenditure" : ""
  }

  private static func counts(
    _ spent: Expenditure, in filing: Case, _ window: ClosedRange<SampleDate>
  ) -> Bool {
    spent.type.isDeducted && (spent.member.map { filing.members[$0].livesTogether } ?? true)
      && (spent.paidOn.map(window.contains) ?? true)
  }

  private static func reimbursement(of spent: Expenditure) -> Interval {
    if let reimbursed = spent.reimbursed { return Interval(reimbursed) }
    return spent.type.isReimbursable ? Interval(0, spent.billed) : Interval(0)
  }

  private static func disposable(of filing: Case) -> Interval? {
    var sum = Interval(0)
    for member in filing.members where member.livesTogether {
      guard !member.incomesLeftBlank else { return nil }
      for item in member.items where item.type.component != nil {
        let annual = annualAmount(of: item)
        sum = item.type.isSubtracted ? sum - annual : sum + annual
      }
    }
    return sum
  }

  private static func annualAmount(of item: IncomeItem) -> Interval {
    let amount = Interval(item.amount)
    switch item.period {
    case .year, .once: return amount
    case .month: return amount * months(of: item)
    case .quarter:
      let months = months(of: item)
      return amount * Interval(months.low / 3, months.high / 3)
    }
  }

  private static func months(of item: IncomeItem) -> Interval {
    if let months = item.months { return Interval(months) }
    return item.type.isRegular ? Interval(12) : Interval(1, 12)
  }
}

extension Member {
  /// The annual figure of one component, as the members sheet states it.
  func annual(_ component: Component) -> Int {
    items.reduce(0) { sum, item in
      guard item.type.component == component else { return sum }
      let months = item.months ?? 12
      let factor =
        switch item.period {
        case .year, .once: 1
        case .month: months
        case .quarter: months / 3
        }
      return sum + (item.type.isSubtracted ? -1 : 1) * item.amount * factor
    }
  }
}
