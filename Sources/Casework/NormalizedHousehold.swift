/// The household's income worksheet: every figure from its source line to the per-capita amount.
///
/// All amounts are exact, in fen, for the twelve months of the income window (contract §2).
///
/// A class without anything that changes: stages hand a household on and reports group it many
/// times, which then counts one reference instead of those of every row.
public final class NormalizedHousehold: Sendable {
  /// The filing the worksheet was made from.
  public let application: Application
  /// The day of application the worksheet counts from.
  public let referenceDate: CalendarDate
  /// Whether the day was not stated and the round's as-of date stands in for it.
  public let referenceDateIsAssumed: Bool
  /// The twelve months whose income counts.
  public let window: IncomeWindow
  /// The persons of the household with their components of income.
  public let members: [MemberWorksheet]
  /// Figures stated for the whole household, beside the members' own.
  public let householdLines: [WorksheetLine]
  /// Support received, line by line.
  public let supportLines: [WorksheetLine]
  /// Expenditure borne, line by line.
  public let expenditureLines: [WorksheetLine]
  /// Every way the household can be read, one where all is known.
  public let readings: [HouseholdReading]
  /// The items whose true value could still change the result, most uncertain first.
  public let unknowns: [UnknownItem]
  /// What was found while the worksheet was made.
  public let findings: [Finding]
  /// The tree of every figure; nil where only the sums were worked out.
  public let worksheet: Worksheet?
  /// The digest of that tree, which stays when the tree is let go; nil where it was not made.
  public let worksheetDigest: WorksheetDigest?

  /// Makes a worksheet.
  public init(
    application: Application, referenceDate: CalendarDate, referenceDateIsAssumed: Bool,
    window: IncomeWindow, members: [MemberWorksheet], householdLines: [WorksheetLine],
    supportLines: [WorksheetLine], expenditureLines: [WorksheetLine],
    readings: [HouseholdReading], unknowns: [UnknownItem], findings: [Finding],
    worksheet: Worksheet? = nil, worksheetDigest: WorksheetDigest? = nil
  ) {
    self.application = application
    self.referenceDate = referenceDate
    self.referenceDateIsAssumed = referenceDateIsAssumed
    self.window = window
    self.members = members
    self.householdLines = householdLines
    self.supportLines = supportLines
    self.expenditureLines = expenditureLines
    self.readings = readings
    self.unknowns = unknowns
    self.findings = findings
    self.worksheet = worksheet
    self.worksheetDigest = worksheetDigest
  }
}

extension NormalizedHousehold {
  /// The worksheet without its lines: what the rules read, and what a round holds of every case.
  ///
  /// The lines take more memory than all else; a dossier's are worked out again from the filing.
  public var withoutLines: NormalizedHousehold { withoutLines(keeping: worksheetDigest) }

  /// The same with the digest of the tree that is let go.
  public func withoutLines(keeping digest: WorksheetDigest?) -> NormalizedHousehold {
    NormalizedHousehold(
      application: application, referenceDate: referenceDate,
      referenceDateIsAssumed: referenceDateIsAssumed, window: window, members: [],
      householdLines: [], supportLines: [], expenditureLines: [], readings: readings,
      unknowns: unknowns, findings: findings, worksheetDigest: digest)
  }

  /// The days the application can be of: one where it is stated, else from the stated year's first
  /// day, or the reference year's, to the day that stands in.
  public var possibleReferenceDates: ClosedRange<CalendarDate> {
    guard referenceDateIsAssumed else { return referenceDate...referenceDate }
    let first = CalendarDate(firstOfMonth: 1, year: referenceDate.year)
    return min(first, referenceDate)...referenceDate
  }

  /// D: disposable income of the window, over all readings, in fen per year.
  public var disposable: MoneyInterval { hull(\.disposable) }

  /// S: support received in the window that is not already in D, in fen per year.
  public var support: MoneyInterval { hull(\.support) }

  /// R: rigid expenditure actually borne in the window, in fen per year.
  public var expenditure: MoneyInterval { hull(\.expenditure) }

  /// n: the number of household members who live together.
  public var size: ClosedRange<Int> {
    let lows = readings.map(\.size.lowerBound)
    let highs = readings.map(\.size.upperBound)
    return (lows.min() ?? 1)...(highs.max() ?? 1)
  }

  /// D ÷ 12 ÷ n, in fen per month rounded for display.
  public var perCapitaDisposable: MoneyInterval {
    perCapita { $0.disposable }
  }

  /// (D + S − R) ÷ 12 ÷ n, in fen per month rounded for display; decisions use the exact sums.
  public var perCapitaActual: MoneyInterval {
    perCapita { $0.actual }
  }

  private func hull(_ amount: (HouseholdReading) -> MoneyInterval) -> MoneyInterval {
    readings.dropFirst().reduce(readings.first.map(amount) ?? .zero) { $0.hull(with: amount($1)) }
  }

  private func perCapita(_ amount: (HouseholdReading) -> MoneyInterval) -> MoneyInterval {
    let bounds = readings.flatMap { reading in
      [reading.size.lowerBound, reading.size.upperBound].flatMap { size in
        [amount(reading).low, amount(reading).high].map {
          $0.shownShare(of: Int64(HouseholdReading.months * size))
        }
      }
    }
    return MoneyInterval(bounds.min() ?? .zero, bounds.max() ?? .zero)
  }
}

/// The twelve calendar months whose income and expenditure count, both ends included.
public struct IncomeWindow: Hashable, Codable, Sendable {
  /// The first day of the first month.
  public let start: CalendarDate
  /// The last day of the last month.
  public let end: CalendarDate

  /// Makes the window of `months` that end with the month before `date` (contract §2).
  public init(months: Int = 12, before date: CalendarDate) {
    start = CalendarDate(firstOfMonth: date.month - months, year: date.year)
    end = CalendarDate(firstOfMonth: date.month, year: date.year).adding(days: -1)
  }

  /// How many calendar months it has.
  public var months: Int {
    (end.year - start.year) * 12 + end.month - start.month + 1
  }

  /// Whether a stated date lies inside for certain, outside for certain, or (nil) could be either.
  public func admits(_ date: StatedDate) -> Bool? {
    if start <= date.earliest && date.latest <= end { return true }
    if date.latest < start || end < date.earliest { return false }
    return nil
  }
}

/// One way the household can be read: amounts of a year in fen, and how many live together.
public struct HouseholdReading: Hashable, Codable, Sendable {
  /// D of this reading.
  public let disposable: MoneyInterval
  /// S of this reading.
  public let support: MoneyInterval
  /// R of this reading.
  public let expenditure: MoneyInterval
  /// n of this reading.
  public let size: ClosedRange<Int>

  /// The months that the amounts are of: what a shorter window holds is brought to a year.
  public static let months = 12

  /// Makes a reading.
  public init(
    disposable: MoneyInterval, support: MoneyInterval, expenditure: MoneyInterval,
    size: ClosedRange<Int>
  ) {
    self.disposable = disposable
    self.support = support
    self.expenditure = expenditure
    self.size = size
  }

  /// D + S.
  public var supported: MoneyInterval { disposable + support }

  /// D + S − R.
  public var actual: MoneyInterval { disposable + support - expenditure }
}

/// Whether a listed person lives in the household.
public enum LivingTogether: String, Codable, Sendable {
  case together, apart, unknown
}

/// One person of the household with the components of income that count.
public struct MemberWorksheet: Sendable {
  /// The row of the members form; nil for the applicant of a household without a list.
  public let record: FormRecord?
  /// Whether the person counts as living in the household.
  public let living: LivingTogether
  /// The lines of this person, component by component.
  public let lines: [WorksheetLine]

  /// Makes a person's worksheet.
  public init(record: FormRecord?, living: LivingTogether, lines: [WorksheetLine]) {
    self.record = record
    self.living = living
    self.lines = lines
  }
}

/// One line of the worksheet: an annual amount, how it was computed, and from which cells.
public struct WorksheetLine: Sendable, Equatable {
  /// What the line stands for.
  public let kind: WorksheetLineKind
  /// The amount of the window, in fen.
  public let amount: MoneyInterval
  /// How it was computed from what is written, in figures, such as `3860.00 元/月 × 12`.
  public let working: String
  /// The cells it was read from.
  public let sources: [SourceLocation]
  /// Whether the amount enters the sums, or is only shown beside them.
  public let counts: Bool
  /// Why the line is as it is.
  public let notes: [FindingCode]

  /// Makes a line.
  public init(
    _ kind: WorksheetLineKind, _ amount: MoneyInterval, working: String = "",
    sources: [SourceLocation] = [], counts: Bool = true, notes: [FindingCode] = []
  ) {
    self.kind = kind
    self.amount = amount
    self.working = working
    self.sources = sources
    self.counts = counts
    self.notes = notes
  }
}

/// What a worksheet line stands for.
public enum WorksheetLineKind: Hashable, Codable, Sendable {
  /// A component of one member's income, from the items or the member's column.
  case component(IncomeComponent)
  /// A component of the household's income, summed over its members.
  case householdComponent(IncomeComponent)
  /// The whole income of one member who states no components.
  case memberTotal
  /// A component as the applications form states it for the household.
  case statedComponent(IncomeComponent)
  /// The declared annual income of the household.
  case declaredTotal
  /// A receipt that is not income, shown only.
  case nonIncomeReceipt
  /// Support received, with its kind in the form's words.
  case support(String)
  /// Expenditure, with its type in the form's words.
  case expenditure(String)
}

/// An item whose true value is not known, and by how much it can move the year's sum.
public struct UnknownItem: Hashable, Codable, Sendable {
  /// Why it is not known.
  public let code: FindingCode
  /// The field that would settle it.
  public let field: Field
  /// The cell to fill in or correct.
  public let location: SourceLocation
  /// The bounds it was given, in fen of the window.
  public let bounds: MoneyInterval

  /// Makes an unknown item.
  public init(
    _ code: FindingCode, field: Field, at location: SourceLocation, bounds: MoneyInterval = .zero
  ) {
    self.code = code
    self.field = field
    self.location = location
    self.bounds = bounds
  }
}
