/// 贴息: the interest on a start-up loan that the fund pays for some years (domain.md 1.6, 32).
public struct InterestSubsidy: Hashable, Codable, Sendable {
  /// What is paid, without the days.
  public let terms: InterestTerms
  /// The day the loan starts.
  public let startOn: CalendarDate
  /// How many instalments a year, 1 to 12; a divisor of 12.
  public let instalmentsPerYear: Int

  /// One payment that falls due.
  public struct Instalment: Hashable, Codable, Sendable {
    /// The day it falls due: the end of the time it is for.
    public let dueOn: CalendarDate
    /// Its amount in fen.
    public let amount: Money
  }

  /// Makes a subsidy, paid once a year unless it is said otherwise.
  ///
  /// - Precondition: the instalments of a year are whole months apart.
  public init(_ terms: InterestTerms, startOn: CalendarDate, instalmentsPerYear: Int = 1) {
    precondition(
      (1...12).contains(instalmentsPerYear) && 12 % instalmentsPerYear == 0,
      "instalments are whole months apart")
    self.terms = terms
    self.startOn = startOn
    self.instalmentsPerYear = instalmentsPerYear
  }

  /// All of the interest of a loan, paid by the fund for some years.
  ///
  /// - Precondition: nothing is below zero, at least one year is paid, and the instalments of a
  ///   year are whole months apart.
  public init(
    of principal: Money, annualRateMillionths: Int64, subsidisedYears: Int,
    startOn: CalendarDate, instalmentsPerYear: Int = 1
  ) {
    self.init(
      InterestTerms(
        of: principal, annualRateMillionths: annualRateMillionths, years: subsidisedYears),
      startOn: startOn, instalmentsPerYear: instalmentsPerYear)
  }

  /// All of it: principal × rate × years, rounded once, half up to a fen.
  public var total: Money { terms.total }

  /// The instalments in order: equal whole fen, the last with the remainder; they sum to `total`.
  public var instalments: [Instalment] {
    let amounts = terms.parts(terms.years * instalmentsPerYear)
    return zip(1..., amounts).map { number, amount in
      Instalment(
        dueOn: startOn.adding(months: 12 / instalmentsPerYear * number), amount: amount)
    }
  }

  /// What has fallen due by the end of a day.
  public func due(through day: CalendarDate) -> Money {
    instalments.filter { $0.dueOn <= day }.map(\.amount).reduce(.zero, +)
  }

  /// What is paid beyond what has fallen due by the end of a day; below zero: what is overdue.
  public func paidAhead(_ payments: [Disbursement], on day: CalendarDate) -> Money {
    payments.filter { $0.paidOn <= day }.map(\.amount).reduce(.zero, +) - due(through: day)
  }
}
