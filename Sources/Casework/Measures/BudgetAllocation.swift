/// How a stated budget is shared out among the cases that a round suggests help for.
public struct BudgetAllocation: Hashable, Codable, Sendable {
  /// All the money.
  public let budget: Money
  /// The method's identifier.
  public let method: String
  /// What everyone gets first, where the method knows it; nil: it does not.
  public let minimum: Money?
  /// Whether the budget lasts for the minimum of all.
  public let isMinimumKept: Bool
  /// The words of the decision it rests on.
  public let citation: String
  /// What each case gets, in the order it was served.
  public let shares: [BudgetShare]
  /// Eligible cases without an amount that is certain: nothing is set aside for them.
  public let open: [String]
  /// Eligible cases that may be the same as another one, which people have not decided yet: nothing
  /// is approved before, and nothing is set aside for them.
  public let undecided: [String]

  /// Makes an allocation.
  public init(
    budget: Money, method: String, minimum: Money?, isMinimumKept: Bool, citation: String,
    shares: [BudgetShare], open: [String], undecided: [String] = []
  ) {
    self.budget = budget
    self.method = method
    self.minimum = minimum
    self.isMinimumKept = isMinimumKept
    self.citation = citation
    self.shares = shares
    self.open = open
    self.undecided = undecided
  }

  /// All that is suggested for the cases that take part.
  public var suggested: Money { shares.map(\.suggested).reduce(.zero, +) }

  /// All that is given out.
  public var allocated: Money { shares.map(\.allocated).reduce(.zero, +) }

  /// What is left of the budget; it goes back unallocated.
  public var unallocated: Money { budget - allocated }
}

/// What one case gets of a budget.
public struct BudgetShare: Hashable, Codable, Sendable {
  /// The case.
  public let caseID: String
  /// What is suggested for it, in fen.
  public let suggested: Money
  /// How far its income lies below the line, in fen per person and month.
  public let shortfall: Money
  /// What it gets.
  public let allocated: Money

  /// Makes a share.
  public init(caseID: String, suggested: Money, shortfall: Money, allocated: Money) {
    self.caseID = caseID
    self.suggested = suggested
    self.shortfall = shortfall
    self.allocated = allocated
  }
}
