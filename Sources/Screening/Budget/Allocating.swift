public import Casework

/// A case that takes part in an allocation.
public struct BudgetClaim: Hashable, Sendable {
  /// The case.
  public let caseID: String
  /// What is suggested for it, in fen; not below zero.
  public let suggested: Money
  /// How far its income lies below the line, in fen per person and month.
  public let shortfall: Money

  /// Makes a claim.
  public init(caseID: String, suggested: Money, shortfall: Money) {
    self.caseID = caseID
    self.suggested = suggested
    self.shortfall = shortfall
  }

  /// What ties are broken by: the letters of the case identifier, a keyed hash that follows neither
  /// from the person nor from the unit; then the whole identifier.
  private var tieKey: [Substring] {
    let parts = caseID.split(separator: "-")
    return Array(parts.dropFirst(2) + parts.prefix(2))
  }

  fileprivate func comesBefore(_ other: BudgetClaim) -> Bool {
    tieKey.lexicographicallyPrecedes(other.tieKey)
  }
}

/// Shares out a budget: every fen is accounted for and nobody gets more than is suggested.
///
/// Where the budget lasts for everything each case gets what is suggested, and the rest stays
/// unallocated. Parts of a fen go to the largest remainders.
///
/// - Parameters:
///   - rules: The budget and how it is shared out.
///   - claims: The cases that take part, in any order.
///   - open: Eligible cases whose amount is not certain, for which nothing is set aside.
///   - undecided: Eligible cases that may be the same as another one, which nobody decided yet.
/// - Returns: What each case gets: largest shortfall first, ties by ``BudgetClaim``'s key.
public func allocation(
  of rules: BudgetRules, among claims: [BudgetClaim], open: [String] = [],
  undecided: [String] = []
) -> BudgetAllocation {
  let ordered = claims.sorted { left, right in
    left.shortfall != right.shortfall
      ? left.shortfall > right.shortfall : left.comesBefore(right)
  }
  let wanted = ordered.map(\.suggested)
  let minima = wanted.map { min($0, rules.minimum) }
  let isMinimumKept = minima.reduce(.zero, +) <= rules.amount
  let amounts: [Money]
  switch rules.method {
  case .largestShortfallFirst: amounts = inOrder(wanted, of: rules.amount)
  case .proportional: amounts = inProportion(wanted, of: rules.amount, ordered)
  case .minimumThenProportional where !isMinimumKept:
    amounts = inProportion(minima, of: rules.amount, ordered)
  case .minimumThenProportional:
    let left = rules.amount - minima.reduce(.zero, +)
    let more = inProportion(zip(wanted, minima).map(-), of: left, ordered)
    amounts = zip(minima, more).map(+)
  }
  return BudgetAllocation(
    budget: rules.amount, method: rules.method.rawValue,
    minimum: rules.method == .minimumThenProportional ? rules.minimum : nil,
    isMinimumKept: isMinimumKept, citation: rules.citation,
    shares: zip(ordered, amounts).map { claim, amount in
      BudgetShare(
        caseID: claim.caseID, suggested: claim.suggested, shortfall: claim.shortfall,
        allocated: amount)
    }, open: open.sorted(), undecided: undecided.sorted())
}

/// Each in full as long as the budget lasts, one with what is left.
private func inOrder(_ wanted: [Money], of budget: Money) -> [Money] {
  var left = budget
  return wanted.map { amount in
    let given = min(amount, left)
    left = left - given
    return given
  }
}

/// Each its part of the budget by what it wants, whole fen by the largest remainder.
private func inProportion(
  _ wanted: [Money], of budget: Money, _ claims: [BudgetClaim]
) -> [Money] {
  let total = wanted.reduce(.zero, +)
  guard budget < total else { return wanted }
  let exact = wanted.map { Int128($0.fen) * Int128(budget.fen) }
  var given = exact.map { Int64($0 / Int128(total.fen)) }
  let remainders = exact.map { $0 % Int128(total.fen) }
  let left = Int(budget.fen - given.reduce(0, +))
  let byRemainder = wanted.indices.sorted { one, other in
    remainders[one] != remainders[other]
      ? remainders[one] > remainders[other] : claims[one].comesBefore(claims[other])
  }
  for place in byRemainder.prefix(left) { given[place] += 1 }
  return given.map(Money.init(fen:))
}

/// Shares out a budget among the eligible cases of a round.
///
/// - Parameters:
///   - rules: The budget and how it is shared out.
///   - cases: The cases of the round.
/// - Returns: What each eligible case with a certain amount gets. Those whose measure or amount is
///   open, and those of a pair that blocks approval until people decide, are listed; those for which
///   services are suggested take no part.
public func allocation(
  of rules: BudgetRules, among cases: [ScreeningResult]
) -> BudgetAllocation {
  let helped = cases.filter { $0.suggestedHelp.map { !$0.isService } ?? false }
  let free = helped.filter { !$0.mayBeAnother }
  let claims = free.compactMap { result in
    result.suggestedHelp?.certainAmount.map {
      BudgetClaim(caseID: result.caseID, suggested: $0, shortfall: result.shortfall ?? .zero)
    }
  }
  let open = free.filter { $0.suggestedHelp?.certainAmount == nil }.map(\.caseID)
  return allocation(
    of: rules, among: claims, open: open,
    undecided: helped.filter(\.mayBeAnother).map(\.caseID))
}

extension ScreeningResult {
  /// Whether a pair blocks its approval until people decide about it.
  fileprivate var mayBeAnother: Bool {
    duplicates.contains { $0.kind.blocksApproval && $0.verdict == nil }
  }
}
