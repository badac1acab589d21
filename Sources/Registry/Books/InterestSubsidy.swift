public import Casework

/// 贴息: the interest on a start-up loan that the fund pays for some years (domain.md 1.6, 32).
public struct InterestSubsidy: Hashable, Codable, Sendable {
  /// The loan in fen.
  public let principal: Money
  /// The rate the fund pays, in millionths a year: 43,500 is 4.35 %.
  public let annualRateMillionths: Int64
  /// For how many years the fund pays it.
  public let subsidisedYears: Int
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
  /// - Precondition: nothing is below zero, at least one year is paid, and the instalments of a
  ///   year are whole months apart.
  public init(
    of principal: Money, annualRateMillionths: Int64, subsidisedYears: Int,
    startOn: CalendarDate, instalmentsPerYear: Int = 1
  ) {
    precondition(
      principal >= .zero && annualRateMillionths >= 0, "a loan and its rate are not below zero")
    precondition(subsidisedYears > 0, "interest is paid for at least one year")
    precondition(
      (1...12).contains(instalmentsPerYear) && 12 % instalmentsPerYear == 0,
      "instalments are whole months apart")
    self.principal = principal
    self.annualRateMillionths = annualRateMillionths
    self.subsidisedYears = subsidisedYears
    self.startOn = startOn
    self.instalmentsPerYear = instalmentsPerYear
  }

  /// All of it: principal × rate × years, rounded once, half up to a fen.
  public var total: Money {
    let exact = Int128(principal.fen) * Int128(annualRateMillionths) * Int128(subsidisedYears)
    return Money(fen: Int64((exact + 500_000) / 1_000_000))
  }

  /// The instalments in order: equal whole fen, the last with the remainder; they sum to `total`.
  public var instalments: [Instalment] {
    let count = subsidisedYears * instalmentsPerYear
    let share = Money(fen: total.fen / Int64(count))
    return (1...count).map { number in
      Instalment(
        dueOn: startOn.adding(months: 12 / instalmentsPerYear * number),
        amount: number < count ? share : total - share * Int64(count - 1))
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
