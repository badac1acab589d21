public import Casework

/// The programme's parameters as they stand in a policy file, with their dates and sources.
public struct PolicyEdition: Sendable {
  /// The policy's name, such as `aba-organs`.
  public var id: String
  /// The policy's title for headings.
  public var title: String
  /// The minimum wages by calendar year.
  public var wageYears: [WageYear]
  /// The line as a multiple of the minimum wage, in thousandths.
  public var factorThousandths: Int64
  /// Whether an income equal to the line meets the test (Civil Code, article 1259).
  public var includesEquality: Bool
  /// Which day's rate counts.
  public var rateDay: RateDay
  /// How old an application may be on the day of the round, in months, before its date is doubted.
  public var oldestApplicationMonths: Int
  /// The fewest days a unit's public notice lasts, both ends counted.
  public var noticeMinimumDays: Int
  /// The months within which nobody is helped again.
  public var frequencyMonths: Int
  /// The age from which a child is no minor.
  public var majorityAge: Int
  /// The causes of hardship the programme is for.
  public var acceptedCauses: Set<HardshipCause>
  /// Whether the conduct rules apply to survivors (then they speak of the deceased member).
  public var conductAppliesToSurvivors: Bool
  /// The categories that a ground of exclusion speaks of, where the policy lists them for it.
  public var conductCategories: [ConductGround: Set<ApplicantCategory>] = [:]
  /// What the unit's steps must be beside stated.
  public var procedure = ProcedureRules()
  /// The documents asked for: each entry is met by any of its words.
  public var evidence: [EvidenceRequirement]
  /// Whether each rule decides, warns or is off; a rule that is not listed decides.
  public var modes: [RuleCode: RuleMode]
  /// The source of each rule.
  public var citations: [RuleCode: String]
  /// How cases that are being helped are followed up; nil where the policy does not say.
  public var followUp: FollowUpRules?
  /// By how many percent the line is moved, for simulations; a policy file never says so.
  public var lineShiftPercent = 0
  /// How households are helped; nil where the policy does not say: nothing is suggested then.
  public var measures: MeasureRules?
  /// The money there is for a round; nil where the policy does not say.
  public var budget: BudgetRules?
  /// The table of rates that the line is a multiple of; `wageYears` holds its rates.
  public var lineBase = LineBase.minimumWage
  /// Where each value comes from.
  public var values = PolicyValues()

  /// Makes an edition from a policy file's values.
  public init(
    id: String, title: String, wageYears: [WageYear], factorThousandths: Int64,
    includesEquality: Bool, rateDay: RateDay, oldestApplicationMonths: Int,
    noticeMinimumDays: Int, frequencyMonths: Int, majorityAge: Int,
    acceptedCauses: Set<HardshipCause>, conductAppliesToSurvivors: Bool,
    evidence: [EvidenceRequirement], modes: [RuleCode: RuleMode], citations: [RuleCode: String]
  ) {
    self.id = id
    self.title = title
    self.wageYears = wageYears
    self.factorThousandths = factorThousandths
    self.includesEquality = includesEquality
    self.rateDay = rateDay
    self.oldestApplicationMonths = oldestApplicationMonths
    self.noticeMinimumDays = noticeMinimumDays
    self.frequencyMonths = frequencyMonths
    self.majorityAge = majorityAge
    self.acceptedCauses = acceptedCauses
    self.conductAppliesToSurvivors = conductAppliesToSurvivors
    self.evidence = evidence
    self.modes = modes
    self.citations = citations
  }

  /// A table of rates that a line can be a multiple of.
  public enum LineBase: String, Codable, Sendable, CaseIterable {
    case minimumWage, dibaoStandard
  }

  /// Which day's rate a case is held against (domain.md 0.3).
  public enum RateDay: String, Codable, Sendable, CaseIterable {
    case applicationDate, endOfYear, maximumOfYear
  }
}

/// What the unit's steps must be beside stated and publicised long enough.
public struct ProcedureRules: Hashable, Codable, Sendable {
  /// Whether the application must be sealed.
  public var asksForSeal = true
  /// Whether the verification must not be later than the first day of the notice.
  public var verifiesBeforeNotice = true
  /// Whether the certification must not be earlier than the last day of the notice.
  public var approvesAfterNotice = true

  /// Makes rules that ask for a seal and for this order of days.
  public init() {}
}

/// A document the policy asks for, met by any of its words in 证明材料.
public struct EvidenceRequirement: Hashable, Codable, Sendable {
  /// The document's name for the dossier.
  public let name: String
  /// Words any of which names it.
  public let words: [String]
  /// The causes it is asked for; empty: always.
  public let causes: Set<HardshipCause>

  /// Makes a requirement.
  public init(name: String, words: [String], causes: Set<HardshipCause>) {
    self.name = name
    self.words = words
    self.causes = causes
  }
}

/// The rates of one calendar year: the minimum wage in the prefecture's tier, or another standard.
public struct WageYear: Hashable, Codable, Sendable {
  /// The calendar year.
  public let year: Int
  /// The tier of the province's table that the prefecture is in.
  public let tier: Int
  /// Who confirmed the year's figures against the official notice; empty: nobody yet.
  public let confirmedBy: String
  /// The rates in force in the year, oldest first.
  public let rates: [WageRate]
  /// The line of the policy file, for messages.
  public let line: Int
  /// The file, where it is one that the policy extends or is extended by.
  public let file: String

  /// Makes a year.
  public init(
    year: Int, tier: Int, confirmedBy: String, rates: [WageRate], line: Int, file: String = ""
  ) {
    self.file = file
    self.year = year
    self.tier = tier
    self.confirmedBy = confirmedBy
    self.rates = rates.sorted { $0.from < $1.from }
    self.line = line
  }
}

/// A monthly minimum wage and the day it came into force.
public struct WageRate: Hashable, Codable, Sendable {
  /// The first day it is in force.
  public let from: CalendarDate
  /// The wage in fen per month.
  public let monthly: Money
  /// The document that sets it.
  public let document: String

  /// Makes a rate.
  public init(from: CalendarDate, monthly: Money, document: String) {
    self.from = from
    self.monthly = monthly
    self.document = document
  }
}

/// Why a value of the policy cannot be read for a date.
public enum PolicyGap: Error, Hashable, Sendable {
  /// The year is not in the policy's table.
  case yearMissing(Int, of: PolicyEdition.LineBase = .minimumWage)
  /// The year is there, but nobody confirmed its figures; with the line of the file.
  case yearUnconfirmed(
    Int, line: Int, file: String = "", of: PolicyEdition.LineBase = .minimumWage)
  /// The year's rates begin after the date.
  case noRate(
    CalendarDate, line: Int, file: String = "", of: PolicyEdition.LineBase = .minimumWage)
  /// No value is in force on the day; `from` is the first later day that has one.
  case notInForce(String, on: CalendarDate, from: CalendarDate?, at: PolicyPlace)
  /// The value is left out, or nobody confirmed it.
  case unconfirmed(String, at: PolicyPlace)
}

extension PolicyEdition {
  /// The line in force for a case applied for on `date`.
  ///
  /// - Throws: `PolicyGap` where the year is missing, unconfirmed or has no rate yet; never zero.
  public func threshold(on date: CalendarDate) throws(PolicyGap) -> Threshold {
    let year = try confirmedYear(date.year)
    if rateDay == .maximumOfYear,
      let most = rates(inForceIn: year).max(by: { $0.monthly < $1.monthly })
    {
      return threshold(of: most)
    }
    let lastOfYear = CalendarDate(firstOfMonth: 13, year: date.year).adding(days: -1)
    let day = rateDay == .applicationDate ? date : lastOfYear
    guard let rate = year.rates.last(where: { $0.from <= day }) else {
      throw PolicyGap.noRate(day, line: year.line, file: year.file, of: lineBase)
    }
    return threshold(of: rate)
  }

  /// The lines of the other rates that are in force in the year of `date`.
  func otherThresholds(inYearOf date: CalendarDate, than used: Threshold) -> [Threshold] {
    guard let year = wageYears.first(where: { $0.year == date.year }) else { return [] }
    return rates(inForceIn: year).map(threshold(of:)).filter { $0.monthly != used.monthly }
  }

  private func rates(inForceIn year: WageYear) -> [WageRate] {
    let start = CalendarDate(firstOfMonth: 1, year: year.year)
    let current = year.rates.last { $0.from <= start }
    return year.rates.filter { $0 == current || $0.from > start }
  }

  private func confirmedYear(_ number: Int) throws(PolicyGap) -> WageYear {
    guard let year = wageYears.first(where: { $0.year == number }) else {
      throw PolicyGap.yearMissing(number, of: lineBase)
    }
    guard !year.confirmedBy.isEmpty, !year.rates.isEmpty else {
      throw PolicyGap.yearUnconfirmed(
        number, line: year.line, file: year.file, of: lineBase)
    }
    return year
  }

  /// A part of a fen counts as a whole one, so that no rounding refuses anybody.
  private func threshold(of rate: WageRate) -> Threshold {
    let thousandths = rate.monthly.fen * factorThousandths * Int64(100 + lineShiftPercent)
    return Threshold(
      monthly: Money(fen: (thousandths + 99_999) / 100_000),
      includesEquality: includesEquality, effectiveFrom: rate.from, source: rate.document)
  }

  /// Whether an application of that day is too old to be of the round as of `asOf`.
  public func doubts(_ date: CalendarDate, asOf: CalendarDate) -> Bool {
    date < asOf.adding(months: -oldestApplicationMonths) || date > asOf
  }
}
