public import Casework

/// What the policy says about following up cases that are being helped.
public struct FollowUpRules: Hashable, Codable, Sendable {
  /// The most months between visits.
  public var visitEveryMonths: Int
  /// The days after an approval within which a contact is named.
  public var contactWithinDays: Int
  /// The months after the last payment of help without a stated duration when an exit is proposed.
  public var closeAfterMonths: Int

  /// Makes the rules.
  public init(visitEveryMonths: Int, contactWithinDays: Int, closeAfterMonths: Int) {
    self.visitEveryMonths = visitEveryMonths
    self.contactWithinDays = contactWithinDays
    self.closeAfterMonths = closeAfterMonths
  }
}

/// What is known of a recipient beyond the case: filings of later rounds that name the person.
public struct LaterFiling: Hashable, Sendable {
  /// What the filing says about the recipient.
  public enum Meaning: Hashable, Sendable {
    /// The unit attests a ground of exclusion.
    case conductAttested
    /// Another unit files for the person now.
    case otherUnit
    /// A survivor names the person as the deceased member.
    case deceased
  }

  /// The filing's case.
  public let caseID: String
  /// Its day of application.
  public let day: CalendarDate
  /// What it says.
  public let meaning: Meaning

  /// Makes a later filing.
  public init(caseID: String, day: CalendarDate, meaning: Meaning) {
    self.caseID = caseID
    self.day = day
    self.meaning = meaning
  }
}

/// What to put before the office about a case that is being helped.
///
/// Nothing is closed or opened by it: people answer with events (domain.md 1.10).
///
/// - Parameters:
///   - record: The case with everything recorded about it.
///   - result: The case screened as of today.
///   - later: Filings of later rounds that name the recipient.
///   - rules: What the policy says; nil: visits, contacts and durations are not looked at.
///   - asOf: Today.
/// - Returns: The proposals by kind and ground.
public func followUpProposals(
  for record: CaseRecord, screened result: ScreeningResult, later: [LaterFiling],
  under rules: FollowUpRules?, asOf: CalendarDate
) -> [FollowUpProposal] {
  guard record.state.isActive, record.state != .suspended else { return [] }
  let review = FollowUpReview(record: record, asOf: asOf)
  return review.exits(result, later, rules) + review.followOns
    + (rules.map { review.overdue($0) } ?? [])
}

private struct FollowUpReview {
  let record: CaseRecord
  let asOf: CalendarDate

  private func proposal(
    _ kind: FollowUpProposal.Kind, _ ground: FollowUpProposal.Ground, on day: CalendarDate?,
    _ detail: String = ""
  ) -> FollowUpProposal {
    FollowUpProposal(
      caseID: record.caseID, kind: kind, ground: ground, day: day, detail: detail)
  }

  /// The newest visit; what an older one said is out of date.
  private var visit: FollowUpVisit? {
    record.facts.compactMap { if case .visit(let visit) = $0 { visit } else { nil } }
      .max { $0.visitedOn < $1.visitedOn }
  }

  private var approvals: [CommitteeDecision] {
    record.facts.compactMap {
      if case .decision(let decision) = $0, decision.verdict == .approved { decision } else { nil }
    }
  }

  private var payments: [Disbursement] {
    record.facts.compactMap { if case .disbursement(let paid) = $0 { paid } else { nil } }
  }

  func exits(
    _ result: ScreeningResult, _ later: [LaterFiling], _ rules: FollowUpRules?
  ) -> [FollowUpProposal] {
    var exits: [FollowUpProposal] = []
    if result.failedRules.contains(.incomeTest) {
      exits.append(
        proposal(.exit, .recovered, on: asOf, result.household.perCapitaActual.description))
    } else if let visit, visit.relief == .resolved {
      exits.append(proposal(.exit, .recovered, on: visit.visitedOn, ReliefDegree.resolved.rawValue))
    }
    if let visit, visit.recommendation == .exit {
      exits.append(proposal(.exit, .visitRecommends, on: visit.visitedOn))
    }
    for filing in later { exits.append(exit(because: filing)) }
    if let rules, let end = endOfHelp(rules), end <= asOf {
      exits.append(proposal(.exit, .intervalOver, on: end))
    }
    return exits
  }

  private func exit(because filing: LaterFiling) -> FollowUpProposal {
    let ground: FollowUpProposal.Ground =
      switch filing.meaning {
      case .conductAttested: .conductAttested
      case .otherUnit: .movedAway
      case .deceased: .death
      }
    return proposal(.exit, ground, on: filing.day, filing.caseID)
  }

  /// The day the approved help ends: after its months, or some time after it is paid in full.
  private func endOfHelp(_ rules: FollowUpRules) -> CalendarDate? {
    let ends = approvals.map { approval -> CalendarDate? in
      if let months = approval.months {
        return (approval.startOn ?? approval.decidedOn).adding(months: months)
      }
      return nil
    }
    if ends.allSatisfy({ $0 != nil }) { return ends.compactMap(\.self).max() }
    let approved = approvals.compactMap(\.amount).reduce(.zero, +)
    let paid = payments.map(\.amount).reduce(.zero, +)
    guard approved == paid, let last = payments.map(\.paidOn).max() else { return nil }
    let afterPayment = last.adding(months: rules.closeAfterMonths)
    return (ends.compactMap(\.self) + [afterPayment]).max()
  }

  /// What the newest visit asks for, unless an approval since then has answered it.
  var followOns: [FollowUpProposal] {
    guard record.state != .followOn, let visit,
      approvals.allSatisfy({ $0.decidedOn <= visit.visitedOn })
    else { return [] }
    var proposals: [FollowUpProposal] = []
    if !visit.newDifficulty.isEmpty {
      proposals.append(proposal(.followOn, .newDifficulty, on: visit.visitedOn))
    }
    if let relief = visit.relief, [.not, .worse].contains(relief) {
      proposals.append(proposal(.followOn, .notRelieved, on: visit.visitedOn, relief.rawValue))
    }
    if visit.recommendation == .followOn {
      proposals.append(proposal(.followOn, .visitRecommends, on: visit.visitedOn))
    }
    return proposals
  }

  func overdue(_ rules: FollowUpRules) -> [FollowUpProposal] {
    var proposals: [FollowUpProposal] = []
    let first = payments.map(\.paidOn).min()
    if let since = [visit?.visitedOn, first].compactMap(\.self).max(),
      since.adding(months: rules.visitEveryMonths) < asOf
    {
      proposals.append(proposal(.visitOverdue, .noVisit, on: since))
    }
    let hasContact = record.facts.contains {
      if case .circumstance(let change) = $0 { change.kind == .contactNamed } else { false }
    }
    if !hasContact, let approved = approvals.map(\.decidedOn).min(),
      approved.adding(days: rules.contactWithinDays) < asOf
    {
      proposals.append(proposal(.contactMissing, .noContact, on: approved))
    }
    return proposals
  }
}
