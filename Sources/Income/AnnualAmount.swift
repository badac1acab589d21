import Casework

/// An amount brought to the twelve months of the window, with how that was done.
struct AnnualAmount {
  let amount: MoneyInterval
  let working: String
  var notes: [FindingCode] = []

  /// A column's figure; a bare one is for the year (contract §1).
  init(column stated: StatedAmount, rules: IncomeRules) {
    let certain = rules.certain(stated)
    switch stated.period ?? .year {
    case .month: (amount, working) = (certain * 12, "\(certain) 元/月 × 12")
    case .quarter: (amount, working) = (certain * 4, "\(certain) 元/季 × 4")
    case .year, .once: (amount, working) = (certain, "\(certain) 元/年")
    }
  }

  private init(_ amount: MoneyInterval, _ working: String, notes: [FindingCode] = []) {
    self.amount = amount
    self.working = working
    self.notes = notes
  }

  init(hull amount: MoneyInterval, working: String, notes: [FindingCode]) {
    self.init(amount, working, notes: notes)
  }

  /// An income item's amount, counted as often as its period and months say (contract §1).
  static func item(
    _ stated: StatedAmount, period: Period?, months: MonthCount, rules: IncomeRules
  ) -> AnnualAmount {
    let amount = rules.certain(stated)
    switch period {
    case .year: return AnnualAmount(amount, "\(amount) 元/年")
    case .once: return AnnualAmount(amount, "\(amount) 元 一次性")
    case .month: return monthly(amount, months)
    case .quarter: return quarterly(amount, months)
    case nil:
      let often = Int64(months.range.upperBound)
      return AnnualAmount(
        amount.hull(with: amount * often), "\(amount) 元 × 1–\(often)",
        notes: [.incomePeriodUnknown])
    }
  }

  private static func monthly(_ amount: MoneyInterval, _ months: MonthCount) -> AnnualAmount {
    let (fewest, most) = (Int64(months.range.lowerBound), Int64(months.range.upperBound))
    return AnnualAmount(
      (amount * fewest).hull(with: amount * most), "\(amount) 元/月 × \(months)",
      notes: months.isKnown ? [] : [.incomeMonthsUnknown])
  }

  /// A quarterly amount counts months ÷ 3 times; a part of a fen opens to both neighbours.
  private static func quarterly(_ amount: MoneyInterval, _ months: MonthCount) -> AnnualAmount {
    let fewest = thirds(of: amount * Int64(months.range.lowerBound))
    let most = thirds(of: amount * Int64(months.range.upperBound))
    return AnnualAmount(
      fewest.hull(with: most), "\(amount) 元/季 × \(months) ÷ 3",
      notes: months.isKnown ? [] : [.incomeMonthsUnknown])
  }

  private static func thirds(of amount: MoneyInterval) -> MoneyInterval {
    func floor(_ fen: Int64) -> Int64 { fen / 3 - (fen % 3 < 0 ? 1 : 0) }
    func ceiling(_ fen: Int64) -> Int64 { fen / 3 + (fen % 3 > 0 ? 1 : 0) }
    return MoneyInterval(
      Money(fen: floor(amount.low.fen)), Money(fen: ceiling(amount.high.fen)))
  }
}

/// For how many months an item was received: known, or between two bounds.
struct MonthCount: CustomStringConvertible {
  let range: ClosedRange<Int>

  var isKnown: Bool { range.lowerBound == range.upperBound }

  var description: String {
    isKnown ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }
}
