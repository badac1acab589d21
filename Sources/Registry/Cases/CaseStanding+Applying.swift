import Casework

/// What the policy says about the steps after screening.
public struct CaseRules: Codable, Hashable, Sendable {
  /// The fewest days the notice of a proposal lasts, both ends counted.
  public var noticeMinimumDays: Int

  /// Makes the rules.
  public init(noticeMinimumDays: Int) { self.noticeMinimumDays = noticeMinimumDays }

  /// For facts that are recorded already: what the rules of their time asked for was asked then.
  static let ofRecordedFacts = CaseRules(noticeMinimumDays: 1, asksForVerdicts: false)

  /// Whether an approval waits for verdicts on pairs; a pair that was found after an approval does
  /// not undo it.
  var asksForVerdicts = true

  private init(noticeMinimumDays: Int, asksForVerdicts: Bool) {
    self.noticeMinimumDays = noticeMinimumDays
    self.asksForVerdicts = asksForVerdicts
  }
}

extension CaseStanding {
  /// Takes one more fact about the case.
  ///
  /// - Throws: `StepFinding` where the programme does not allow the step; the standing is then to be
  ///   thrown away.
  mutating func apply(_ fact: OfficeFact, under rules: CaseRules) throws(StepFinding) {
    if let primary, state == .merged {
      throw StepFinding(.registryCaseMerged, at: .caseId, [primary])
    }
    switch fact {
    case .verification(let verification): try apply(verification)
    case .proposal(let proposal): try apply(proposal)
    case .notice(let notice): try apply(notice)
    case .objection(let objection): try apply(objection)
    case .decision(let decision): try apply(decision, under: rules)
    case .disbursement(let disbursement): try apply(disbursement)
    case .visit(let visit): try apply(visit)
    case .circumstance(let circumstance): try apply(circumstance)
    case .donation, .allocation, .adjudication, .feedback: break
    }
  }

  private mutating func apply(_ verification: Verification) throws(StepFinding) {
    try take(
      .verify, of: .verifications, on: verification.verifiedOn, at: .verifiedOn,
      by: verification.participants, because: verification.conclusion.rawValue)
    self.verification = verification
  }

  private mutating func apply(_ proposal: Proposal) throws(StepFinding) {
    guard let verification else { throw StepFinding(.registryNotVerified, at: .caseId) }
    try follow(proposal.proposedOn, at: .proposedOn, .verifications, verification.verifiedOn)
    try take(
      .propose, of: .proposals, on: proposal.proposedOn, at: .proposedOn, by: "",
      because: proposal.measure.rawValue)
    self.proposal = proposal
    notice = nil
  }

  private mutating func apply(_ notice: PublicNotice) throws(StepFinding) {
    guard notice.from <= notice.to else {
      throw StepFinding(
        .registryDateOrder, at: .to,
        [
          notice.to.description, Field.from.rawValue,
          notice.from.description,
        ])
    }
    guard notice.stage == .proposal else { return }
    if let proposal { try follow(notice.from, at: .from, .proposals, proposal.proposedOn) }
    try take(
      .publicise, of: .notices, on: notice.from, at: .from, by: "",
      because: notice.channel.rawValue)
    self.notice = notice
  }

  /// An objection with the day it was handled settles the one that was received with its words.
  private mutating func apply(_ objection: Objection) throws(StepFinding) {
    if let handled = objection.handledOn {
      try follow(handled, at: .handledOn, .objections, objection.receivedOn)
    }
    let known = objections.firstIndex {
      $0.receivedOn == objection.receivedOn && $0.content == objection.content
    }
    if let known {
      // The row that was written first may be imported last: it opens nothing again.
      if objection.handledOn != nil { objections[known] = objection }
    } else {
      try take(
        .object, of: .objections, on: objection.receivedOn, at: .receivedOn, by: "",
        because: "")
      objections.append(objection)
    }
    if let handled = objection.handledOn, openObjection == nil, state == .objected {
      try take(
        .settle, of: .objections, on: handled, at: .handledOn, by: "",
        because: objection.handling)
    }
  }

  private mutating func apply(_ visit: FollowUpVisit) throws(StepFinding) {
    try take(
      .visit, of: .visits, on: visit.visitedOn, at: .visitedOn, by: visit.visitor,
      because: visit.recommendation.rawValue)
    self.visit = visit
  }

  private mutating func apply(_ circumstance: Circumstance) throws(StepFinding) {
    let day = circumstance.happenedOn
    let before = state
    if circumstance.kind == .resumption {
      guard state == .suspended, let back = suspendedFrom else {
        throw StepFinding(
          .registryIllegalStep, at: .event, [CaseAction.resume.rawValue, state.rawValue])
      }
      move(to: back, of: .events, on: day, by: "", because: circumstance.reason)
      suspendedFrom = nil
      return
    }
    if circumstance.kind == .contactNamed, circumstance.followUpContact.isEmpty {
      throw StepFinding(
        .registryValueMissing, at: .followUpContact, [Field.followUpContact.rawValue])
    }
    // A contact is named for help that is approved, also while follow-on help is being decided.
    if circumstance.kind == .contactNamed, approvals.isEmpty, !state.isClosed {
      throw StepFinding(
        .registryIllegalStep, at: .event, [CaseAction.nameContact.rawValue, state.rawValue])
    }
    let actor = circumstance.kind == .contactNamed ? circumstance.followUpContact : ""
    let reason =
      circumstance.kind.rawValue + (circumstance.reason.isEmpty ? "" : "：" + circumstance.reason)
    try take(
      circumstance.kind.action, of: .events, on: day, at: .event, by: actor, because: reason)
    if circumstance.kind == .contactNamed { contact = circumstance.followUpContact }
    if circumstance.kind == .suspension { suspendedFrom = before }
    if state == .exited { release(on: day) }
  }

  /// What is left of the approvals goes back to the money that is promised to nobody.
  private mutating func release(on day: CalendarDate) {
    guard remaining > .zero else { return }
    entries += bookEntries(releasing: caseID, amount: remaining, on: day)
    released = released + remaining
  }

  /// Refuses a day that lies before the day of what it follows.
  func follow(
    _ day: CalendarDate, at field: Field, _ earlier: FormKind, _ before: CalendarDate
  ) throws(StepFinding) {
    guard day < before else { return }
    throw StepFinding(
      .registryDateOrder, at: field, [day.description, earlier.rawValue, before.description])
  }
}

extension CircumstanceKind {
  fileprivate var action: CaseAction {
    switch self {
    case .withdrawal: .withdraw
    case .exit, .death, .movedAway: .close
    case .suspension: .suspend
    case .resumption: .resume
    case .contactNamed: .nameContact
    case .followOn: .openFollowOn
    }
  }
}
