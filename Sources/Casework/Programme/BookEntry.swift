/// An account of the fund's books.
public enum FundAccount: Hashable, Codable, Sendable {
  /// 资金结存: the money the fund has.
  case cash
  /// Income of one source in one fund year; a credit account.
  case income(FundSource, year: Int)
  /// Spending by measure; a debit account.
  case spending(AssistanceMeasure)
  /// 可用资金: money not promised to anyone; the counterpart of commitments.
  case available
  /// 承诺: money approved for a case and not paid yet.
  case committed
}

/// One dated movement of the books from one account to another, with its voucher.
///
/// An entry names both of its accounts, so the books balance by construction: what one account
/// loses another gains.
public struct BookEntry: Hashable, Codable, Sendable {
  /// What the movement is.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Income: from an income account to cash.
    case income
    /// An approval: from available to committed.
    case commitment
    /// A payment: from cash to spending.
    case payment
    /// A commitment that a payment used up or that an exit released: committed to available.
    case release
  }

  /// What the movement is.
  public let kind: Kind
  /// The day it counts on.
  public let bookedOn: CalendarDate
  /// The account the amount leaves.
  public let credit: FundAccount
  /// The account the amount enters.
  public let debit: FundAccount
  /// The amount in fen, above zero.
  public let amount: Money
  /// The voucher or document number; empty where none is stated.
  public let voucher: String
  /// The case; empty for income.
  public let caseID: String
  /// The unit that gave; empty where none did.
  public let unitCode: String

  /// Makes an entry.
  ///
  /// - Precondition: the amount is above zero.
  public init(
    _ kind: Kind, on day: CalendarDate, from credit: FundAccount, to debit: FundAccount,
    amount: Money, voucher: String = "", caseID: String = "", unitCode: String = ""
  ) {
    precondition(amount > .zero, "an entry moves an amount above zero")
    self.kind = kind
    bookedOn = day
    self.credit = credit
    self.debit = debit
    self.amount = amount
    self.voucher = voucher
    self.caseID = caseID
    self.unitCode = unitCode
  }
}
