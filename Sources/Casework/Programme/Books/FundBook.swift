/// The fund's books: every entry in order of day, and what follows from them.
///
/// Everything is computed from the set of entries, whatever the order they were imported in, and
/// what is said of a day depends only on entries of that day and before: an entry that is imported
/// late is as if it had always been there, and nothing stored has to be rewritten for it.
public struct FundBook: Sendable {
  /// The entries by day; of one day income first, then commitments, payments and releases.
  public let entries: [BookEntry]

  /// Makes the books of entries in any order.
  public init(_ entries: [BookEntry]) {
    self.entries = entries.sorted { $0.precedes($1) }
  }

  /// The sums of all accounts at the end of a day; nil: of all entries.
  public func sums(through day: CalendarDate? = nil) -> BookSums {
    BookSums(of: entries(through: day))
  }

  /// What the fund had, took in and paid in a period, its first and last day included.
  public func movement(in period: ClosedRange<CalendarDate>) -> FundMovement {
    let opening = sums(through: period.lowerBound.adding(days: -1))
    let within = entries(through: period.upperBound).drop { $0.bookedOn < period.lowerBound }
    let sums = BookSums(of: within)
    return FundMovement(
      opening: opening.cash, income: sums.total(of: .income), payments: sums.total(of: .payment),
      closing: opening.merged(with: sums).cash)
  }

  /// What was approved for each case, paid and given up, by case, at the end of a day.
  public func caseAccounts(through day: CalendarDate? = nil) -> [String: CaseAccount] {
    var accounts: [String: CaseAccount] = [:]
    for entry in entries(through: day) where !entry.caseID.isEmpty {
      accounts[entry.caseID, default: CaseAccount()].add(entry)
    }
    return accounts
  }

  /// The entries of a day and before, in order.
  func entries(through day: CalendarDate?) -> ArraySlice<BookEntry> {
    guard let day else { return entries[...] }
    return entries.prefix { $0.bookedOn <= day }
  }
}

/// What the fund had, took in, paid and has left, in fen.
public struct FundMovement: Hashable, Codable, Sendable {
  /// 上期结存: the cash before the period.
  public let opening: Money
  /// 本期收入.
  public let income: Money
  /// 本期支出.
  public let payments: Money
  /// 期末结存: the cash at the end, counted from the cash account and not from the others.
  public let closing: Money

  /// Makes a movement of figures that were counted apart from one another.
  public init(opening: Money, income: Money, payments: Money, closing: Money) {
    self.opening = opening
    self.income = income
    self.payments = payments
    self.closing = closing
  }

  /// Whether opening + income − payments = closing.
  public var isBalanced: Bool { opening + income - payments == closing }
}

extension BookEntry {
  /// A total order, so that equal sets of entries make equal books.
  fileprivate func precedes(_ other: BookEntry) -> Bool {
    if bookedOn != other.bookedOn { return bookedOn < other.bookedOn }
    return (kind.place, caseID, unitCode, voucher, amount, accountsPlace)
      < (
        other.kind.place, other.caseID, other.unitCode, other.voucher, other.amount,
        other.accountsPlace
      )
  }

  private var accountsPlace: Int { credit.place * 1_000_000 + debit.place }
}

extension BookEntry.Kind {
  fileprivate var place: Int {
    switch self {
    case .income: 0
    case .commitment: 1
    case .payment: 2
    case .release: 3
    }
  }
}

extension FundAccount {
  fileprivate var place: Int {
    switch self {
    case .cash: 0
    case .income(let source, let year): (source.place + 1) * 10_000 + year
    case .spending(let measure): 1 + (AssistanceMeasure.allCases.firstIndex(of: measure) ?? 0)
    case .available: 8
    case .committed: 9
    }
  }
}

extension FundSource {
  /// The source's place in the order of ``FundSource``.
  var place: Int {
    switch self {
    case .oneDayDonation: 0
    case .partyDues: 1
    case .otherDonation: 2
    case .interest: 3
    case .publicMoney: 4
    }
  }
}
