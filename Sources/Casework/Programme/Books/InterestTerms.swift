/// On what terms the fund pays the interest of a start-up loan: the arithmetic of 贴息, without dates.
///
/// The loan is repaid at its end, so that each year bears the same interest.
public struct InterestTerms: Hashable, Codable, Sendable {
  /// The loan in fen.
  public let principal: Money
  /// The rate the fund looks at, in millionths a year: 43,500 is 4.35 %.
  public let annualRateMillionths: Int64
  /// For how many years the fund pays.
  public let years: Int
  /// The part of the interest that the fund pays, in percent.
  public let sharePercent: Int
  /// The most the fund pays over all years; nil: no limit.
  public let most: Money?

  /// Makes terms; all of the interest without a limit unless it is said otherwise.
  ///
  /// - Precondition: nothing is below zero, and at least one year is paid.
  public init(
    of principal: Money, annualRateMillionths: Int64, years: Int, sharePercent: Int = 100,
    most: Money? = nil
  ) {
    precondition(
      principal >= .zero && annualRateMillionths >= 0, "a loan and its rate are not below zero")
    precondition(years > 0, "interest is paid for at least one year")
    precondition((0...100).contains(sharePercent), "a part of the interest is 0 to 100 percent")
    self.principal = principal
    self.annualRateMillionths = annualRateMillionths
    self.years = years
    self.sharePercent = sharePercent
    self.most = most
  }

  /// All of it before the limit: principal × rate × years × part, rounded once, half up to a fen.
  public var unlimited: Money {
    let exact =
      Int128(principal.fen) * Int128(annualRateMillionths) * Int128(years) * Int128(sharePercent)
    return Money(fen: Int64((exact + 50_000_000) / 100_000_000))
  }

  /// All of it.
  public var total: Money { most.map { min(unlimited, $0) } ?? unlimited }

  /// The total in equal whole fen, the last part with the remainder.
  ///
  /// - Precondition: there is at least one part.
  public func parts(_ count: Int) -> [Money] {
    let share = Money(fen: total.fen / Int64(count))
    return Array(repeating: share, count: count - 1) + [total - share * Int64(count - 1)]
  }

  /// What is paid in each year, the last with the remainder.
  public var yearly: [Money] { parts(years) }
}
