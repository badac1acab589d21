public import Casework

/// What the policy says about income, support and expenditure (contract §2); amounts in fen a year.
public struct IncomeRules: Sendable, Equatable {
  /// How a type of income item counts.
  public struct ItemType: Sendable, Equatable {
    /// The component it belongs to; nil for a receipt that is not income.
    public let component: IncomeComponent?
    /// Whether it is subtracted: 经营成本, 社保缴费, 个人所得税.
    public let isSubtracted: Bool
    /// Whether a blank 月数 means the whole window.
    public let isRegular: Bool
    /// What of it is not counted; nil: all of it counts.
    public let disregard: IncomeDisregard?

    /// Makes a type.
    public init(
      component: IncomeComponent?, isSubtracted: Bool, isRegular: Bool,
      disregard: IncomeDisregard? = nil
    ) {
      self.component = component
      self.isSubtracted = isSubtracted
      self.isRegular = isRegular
      self.disregard = disregard
    }
  }

  /// How a type of rigid expenditure counts.
  public struct Deduction: Sendable, Equatable {
    /// The most that is deducted per household and window; nil: no cap.
    public let cap: Money?
    /// The most per person and window; nil: no cap.
    public var capPerPerson: Money?
    /// The most per bill; nil: no cap.
    public var capPerItem: Money?
    /// How much of what was borne is deducted, in percent.
    public var sharePercent: Int64 = 100
    /// What becomes of a bill without evidence.
    public var evidence = EvidenceDemand.none

    /// Makes a deduction of all that was borne, up to a cap.
    public init(cap: Money?) { self.cap = cap }
  }

  /// The length of the income window in months.
  public var windowMonths: Int
  /// How each type of income item counts, by its choice in the form.
  public var itemTypes: [String: ItemType]
  /// Employment statuses whose blank components count as zero.
  public var statusesWithoutIncome: Set<String>
  /// What an unknown component of one member can be in a year.
  public var unknownComponents: [IncomeComponent: MoneyInterval]
  /// The most that an unknown bill or benefit can be.
  public var unknownAmount: Money
  /// The types of expenditure that are deducted.
  public var deductions: [String: Deduction]
  /// Types of expenditure for which a blank reimbursement is zero.
  public var notReimbursable: Set<String>
  /// Kinds of support with the types of expenditure whose reimbursement can be the same benefit.
  public var reimbursingSupport: [String: Set<String>]
  /// Types of income items that can be the same benefit as an entry of the support form.
  public var reliefIncomeTypes: Set<String>
  /// How far a figure marked 约 can be off, in percent.
  public var aboutPercent: Int
  /// The largest household taken for possible where the size is unknown.
  public var largestHousehold: Int
  /// Beyond which limits a slip of unit or period is suspected.
  public var slips: SlipLimits
  /// Who counts as a member beside what the sheet says; the first that fits a person decides.
  public var membership: [MembershipRule] = []
  /// Who is taken to earn what nobody states; nil: nobody.
  public var imputation: Imputation?
  /// Where each value comes from; no figure depends on it.
  public var values = PolicyValues()

  /// Makes rules from the policy's values.
  public init(
    windowMonths: Int, itemTypes: [String: ItemType], statusesWithoutIncome: Set<String>,
    unknownComponents: [IncomeComponent: MoneyInterval], unknownAmount: Money,
    deductions: [String: Deduction], notReimbursable: Set<String>,
    reimbursingSupport: [String: Set<String>], reliefIncomeTypes: Set<String>,
    aboutPercent: Int, largestHousehold: Int, slips: SlipLimits
  ) {
    self.windowMonths = windowMonths
    self.itemTypes = itemTypes
    self.statusesWithoutIncome = statusesWithoutIncome
    self.unknownComponents = unknownComponents
    self.unknownAmount = unknownAmount
    self.deductions = deductions
    self.notReimbursable = notReimbursable
    self.reimbursingSupport = reimbursingSupport
    self.reliefIncomeTypes = reliefIncomeTypes
    self.aboutPercent = aboutPercent
    self.largestHousehold = largestHousehold
    self.slips = slips
  }

  /// Whether a filing has the same readings under both: limits of doubt lead only to warnings, and
  /// sources are only shown.
  public func givesSameReadings(as other: IncomeRules) -> Bool {
    var same = self
    same.slips = other.slips
    same.values = other.values
    return same == other
  }

  /// What an item of a component can come to in a year whose amount nobody can read: nothing or
  /// more, for what is subtracted has types of its own.
  func unreadableItem(of component: IncomeComponent) -> MoneyInterval {
    let bounds = bounds(of: component)
    return MoneyInterval(.zero, max(bounds.high, -bounds.low))
  }

  /// By how much the window's amounts are multiplied to be those of a year: all sums are brought to
  /// twelve months, so that lines and shares need not know the window.
  var windowsPerYear: Int64 { Int64(12 / windowMonths) }

  /// The lengths of window that divide a year, so that no rounding enters a sum.
  public static let possibleWindows = [1, 2, 3, 4, 6, 12]

  /// The bounds of an unknown component of one member.
  func bounds(of component: IncomeComponent) -> MoneyInterval {
    unknownComponents[component] ?? MoneyInterval(.zero, unknownAmount)
  }

  /// The amount as far as it is certain: a figure marked 约 opens to both sides, and one that is open
  /// above ends where the policy says an unknown amount ends, in a year at most.
  func certain(_ stated: StatedAmount) -> MoneyInterval {
    guard stated.isOpenAbove else { return stated.certain(within: aboutPercent) }
    let times: Int64 =
      switch stated.period {
      case .month: 12
      case .quarter: 4
      case .year, .once, nil: 1
      }
    let most = Money(fen: unknownAmount.fen / times)
    return MoneyInterval(stated.amount.low, max(stated.amount.low, most))
  }

  /// The amount as a working shows it: what is open above by its lower bound alone.
  func words(_ stated: StatedAmount) -> String {
    stated.isOpenAbove ? "≥\(stated.amount.low)" : "\(certain(stated))"
  }
}
