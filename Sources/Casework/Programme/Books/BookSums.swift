/// The sums of entries by account and by kind; the sums of parts merge in any order.
public struct BookSums: Hashable, Sendable {
  private var balances: [FundAccount: Money] = [:]
  private var totals: [BookEntry.Kind: Money] = [:]

  /// Makes the sums of entries.
  public init(of entries: some Sequence<BookEntry> = []) {
    for entry in entries { add(entry) }
  }

  private mutating func add(_ entry: BookEntry) {
    balances[entry.debit, default: .zero] += entry.amount
    balances[entry.credit, default: .zero] -= entry.amount
    totals[entry.kind, default: .zero] += entry.amount
  }

  /// The balance of an account on its own side: income what it gave, the others what they hold.
  ///
  /// ``FundAccount/available`` is only moved by commitments, so that its balance is what they
  /// took; the money that nobody was promised is ``unpromised``.
  public func balance(of account: FundAccount) -> Money {
    let balance = balances[account] ?? .zero
    if case .income = account { return -balance }
    return balance
  }

  /// 资金结存: income less payments, as the cash account says; below zero where it is overdrawn.
  public var cash: Money { balance(of: .cash) }

  /// 可用资金: the cash that no open commitment has a claim on.
  public var unpromised: Money { cash - balance(of: .committed) }

  /// The sum of the entries of a kind.
  public func total(of kind: BookEntry.Kind) -> Money { totals[kind] ?? .zero }

  /// The accounts of income that were moved, with their balances.
  public var income: [(source: FundSource, year: Int, amount: Money)] {
    let moved = balances.compactMap { account, amount -> (FundSource, Int, Money)? in
      guard case .income(let source, let year) = account else { return nil }
      return (source, year, -amount)
    }
    return moved.sorted { ($0.1, $0.0.place) < ($1.1, $1.0.place) }
      .map { (source: $0.0, year: $0.1, amount: $0.2) }
  }

  /// The sums of both; the order does not matter.
  public func merged(with other: BookSums) -> BookSums {
    var sum = self
    sum.balances.merge(other.balances, uniquingKeysWith: +)
    sum.totals.merge(other.totals, uniquingKeysWith: +)
    return sum
  }
}

/// What was promised to a case and what became of it, in fen.
public struct CaseAccount: Hashable, Codable, Sendable {
  /// What was ever committed.
  public private(set) var committed = Money.zero
  /// What was paid.
  public private(set) var paid = Money.zero
  /// What was released, by payments or because the rest was given up.
  public private(set) var released = Money.zero

  /// Makes an account without entries.
  public init() {}

  /// Adds an entry of the case.
  public mutating func add(_ entry: BookEntry) {
    switch entry.kind {
    case .income: return
    case .commitment: committed += entry.amount
    case .payment: paid += entry.amount
    case .release: released += entry.amount
    }
  }

  /// 未拨付承诺: what is committed and neither paid nor given up.
  public var open: Money { committed - released }

  /// What an exit, a refusal or a new decision gave up of what was committed.
  public var givenUp: Money { released - paid }

  /// What the approvals still allow in all: committed less what was given up.
  public var approved: Money { committed - givenUp }

  /// Both accounts together; the order does not matter.
  public func merged(with other: CaseAccount) -> CaseAccount {
    var sum = self
    sum.committed += other.committed
    sum.paid += other.paid
    sum.released += other.released
    return sum
  }
}
