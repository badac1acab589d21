/// What is left of each source and fund year, where payments draw on the oldest income first.
///
/// The rule: day by day, the day's income comes in first; then each payment takes from the income
/// in hand of the earliest fund year, within a year in the order of ``FundSource``. What was drawn
/// stays drawn: income of an earlier year that comes in later takes nothing back. A payment that
/// the income in hand does not cover leaves an uncovered amount, which the next income covers.
public struct SourceBalances: Hashable, Sendable {
  /// The lots by fund year and source.
  public private(set) var lots: [SourceBalance] = []
  /// What was paid beyond the income in hand; zero unless the fund is overdrawn.
  public private(set) var uncovered = Money.zero

  /// What the balances come to: the cash of the same day.
  public var cash: Money { lots.map(\.left).reduce(.zero, +) - uncovered }

  fileprivate mutating func receive(_ amount: Money, from source: FundSource, year: Int) {
    let place = place(of: source, year: year)
    let covering = min(uncovered, amount)
    uncovered -= covering
    lots[place].received += amount
    lots[place].drawn += covering
  }

  /// The place of a lot, which is made where there is none.
  private mutating func place(of source: FundSource, year: Int) -> Int {
    let key = (year, source.place)
    let place = lots.firstIndex { ($0.fundYear, $0.source.place) >= key } ?? lots.endIndex
    if place < lots.endIndex, lots[place].fundYear == year, lots[place].source == source {
      return place
    }
    lots.insert(SourceBalance(source: source, fundYear: year), at: place)
    return place
  }

  fileprivate mutating func pay(_ amount: Money) {
    var rest = amount
    for place in lots.indices where rest > .zero {
      let part = min(rest, lots[place].left)
      lots[place].drawn += part
      rest -= part
    }
    uncovered += rest
  }
}

/// The income of one source in one fund year, and what payments drew on it.
public struct SourceBalance: Hashable, Codable, Sendable {
  /// Where the money came from.
  public let source: FundSource
  /// The year it belongs to.
  public let fundYear: Int
  /// What came in.
  public internal(set) var received = Money.zero
  /// What payments took.
  public internal(set) var drawn = Money.zero

  /// What is left.
  public var left: Money { received - drawn }

  init(source: FundSource, fundYear: Int) {
    self.source = source
    self.fundYear = fundYear
  }
}

/// A time in which more had been paid than received.
public struct CashShortfall: Hashable, Codable, Sendable {
  /// The first day whose cash is below zero.
  public let from: CalendarDate
  /// The first day whose cash is not below zero any more; nil: it still is.
  public internal(set) var until: CalendarDate?
  /// The lowest cash at the end of a day between them.
  public internal(set) var lowest: Money
}

extension FundBook {
  /// What is left of each source and fund year at the end of a day; nil: after all entries.
  public func sourceBalances(through day: CalendarDate? = nil) -> SourceBalances {
    var balances = SourceBalances()
    for entry in entries(through: day) {
      switch (entry.kind, entry.credit) {
      case (.income, .income(let source, let year)):
        balances.receive(entry.amount, from: source, year: year)
      case (.payment, _): balances.pay(entry.amount)
      default: continue
      }
    }
    return balances
  }

  /// When the cash was below zero at the end of a day: to be reported, since a receipt that was
  /// dated late, or on the last day of its year for want of a date, makes it so.
  public var shortfalls: [CashShortfall] {
    var shortfalls: [CashShortfall] = []
    var cash = Money.zero
    var isBelow = false
    for (place, entry) in entries.enumerated() {
      if entry.debit == .cash { cash += entry.amount }
      if entry.credit == .cash { cash -= entry.amount }
      let isLastOfDay = place + 1 == entries.count || entries[place + 1].bookedOn > entry.bookedOn
      guard isLastOfDay else { continue }
      if cash < .zero, !isBelow {
        shortfalls.append(CashShortfall(from: entry.bookedOn, until: nil, lowest: cash))
      } else if isBelow, let last = shortfalls.indices.last {
        shortfalls[last].lowest = min(shortfalls[last].lowest, cash)
        if cash >= .zero { shortfalls[last].until = entry.bookedOn }
      }
      isBelow = cash < .zero
    }
    return shortfalls
  }
}
