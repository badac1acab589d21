import Casework

/// An amount brought to the twelve months of the window, with how that was done.
struct AnnualAmount {
  let amount: MoneyInterval
  let working: String
  /// The steps from what is written to the amount.
  let steps: AnnualSteps
  /// Why the amount is not certain.
  private(set) var notes: [FindingCode] = []
  /// What the amount is in each reading, where it has two.
  private(set) var readings: [String] = []

  /// A column's figure; a bare one is for the year (contract §1).
  init(column stated: StatedAmount, rules: IncomeRules) {
    let certain = rules.certain(stated)
    switch stated.period ?? .year {
    case .month: steps = .times(certain, .month, 12...12)
    case .quarter: steps = .times(certain, .quarter, 12...12)
    case .year, .once: steps = .stated(certain, .year)
    }
    let words = rules.words(stated)
    switch stated.period ?? .year {
    case .month: (amount, working) = (certain * 12, "\(words) 元/月 × 12")
    case .quarter: (amount, working) = (certain * 4, "\(words) 元/季 × 4")
    case .year, .once: (amount, working) = (certain, "\(words) 元/年")
    }
  }

  /// An income item's amount, counted as often as its period and months say (contract §1).
  ///
  /// What the window holds is multiplied to a year's; a figure for a year is one already.
  init(
    item amount: MoneyInterval, period: Period?, months: MonthCount, windowsPerYear: Int64 = 1
  ) {
    self.init(item: amount, period: period, inWindow: months)
    guard windowsPerYear != 1, period != .year else { return }
    self = AnnualAmount(
      self.amount * windowsPerYear, .perYear(steps, windowsPerYear),
      working: "(\(working)) × \(windowsPerYear)",
      notes: notes, readings: readings)
  }

  private init(item amount: MoneyInterval, period: Period?, inWindow months: MonthCount) {
    steps = AnnualSteps(amount, period, months: months.range)
    switch period {
    case .year: (self.amount, working) = (amount, "\(amount) 元/年")
    case .once: (self.amount, working) = (amount, "\(amount) 元 一次性")
    case .month:
      self.amount = amount.times(months.range)
      working = "\(amount) 元/月 × \(months)"
      notes = months.isKnown ? [] : [.incomeMonthsUnknown]
    case .quarter:
      self.amount = amount.times(months.range).thirds
      working = "\(amount) 元/季 × \(months) ÷ 3"
      notes = months.isKnown ? [] : [.incomeMonthsUnknown]
    case nil:
      let most = amount * Int64(months.range.upperBound)
      self.amount = amount.hull(with: most)
      working = "\(amount) 元 × 1–\(months.range.upperBound)"
      notes = [.incomePeriodUnknown]
      readings = [most.description, amount.description]
    }
  }

  private init(
    _ amount: MoneyInterval, _ steps: AnnualSteps, working: String, notes: [FindingCode],
    readings: [String]
  ) {
    self.amount = amount
    self.steps = steps
    self.working = working
    self.notes = notes
    self.readings = readings
  }

  /// The interval over two readings of one item.
  func conflicting(with other: AnnualAmount) -> AnnualAmount {
    AnnualAmount(
      amount.hull(with: other.amount), .either(steps, other.steps),
      working: "\(working) | \(other.working)",
      notes: [.incomePeriodConflict],
      readings: [amount.description, other.amount.description])
  }
}

/// The steps that bring a written amount to the window, for the worksheet's tree.
indirect enum AnnualSteps {
  /// The amount is the window's.
  case stated(MoneyInterval, Period)
  /// An amount a month or a quarter, for so many months.
  case times(MoneyInterval, Period, ClosedRange<Int>)
  /// Nobody says whether the amount is for the window or for each of its months.
  case onceOrMonthly(MoneyInterval, months: Int)
  /// The cell and the column 周期 say different periods.
  case either(AnnualSteps, AnnualSteps)
  /// What the window holds, so many times as a year has windows.
  case perYear(AnnualSteps, Int64)

  /// Whether the amount is so much a month for so many months, so that both ends go together.
  var isMonthly: Bool {
    switch self {
    case .times: true
    case .perYear(let steps, _): steps.isMonthly
    case .stated, .onceOrMonthly, .either: false
    }
  }

  init(_ amount: MoneyInterval, _ period: Period?, months: ClosedRange<Int>) {
    switch period {
    case .year, .once: self = .stated(amount, period ?? .once)
    case .month, .quarter: self = .times(amount, period ?? .month, months)
    case nil: self = .onceOrMonthly(amount, months: months.upperBound)
    }
  }
}

extension MoneyInterval {
  fileprivate func times(_ range: ClosedRange<Int>) -> MoneyInterval {
    (self * Int64(range.lowerBound)).hull(with: self * Int64(range.upperBound))
  }

  /// A third of the amount; a part of a fen opens to the whole fen on both sides.
  fileprivate var thirds: MoneyInterval {
    func floor(_ fen: Int64) -> Int64 { fen / 3 - (fen % 3 < 0 ? 1 : 0) }
    func ceiling(_ fen: Int64) -> Int64 { fen / 3 + (fen % 3 > 0 ? 1 : 0) }
    return MoneyInterval(Money(fen: floor(low.fen)), Money(fen: ceiling(high.fen)))
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
