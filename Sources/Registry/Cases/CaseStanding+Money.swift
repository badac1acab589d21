import Casework

/// Decisions and payments: what binds and moves the fund's money.
extension CaseStanding {
  mutating func apply(
    _ decision: CommitteeDecision, under rules: CaseRules
  ) throws(StepFinding) {
    try waitForNotice(decision, rules)
    switch decision.verdict {
    case .deferred:
      try take(
        .postpone, of: .decisions, on: decision.decidedOn, at: .decision, by: "",
        because: decision.reason)
    case .refused: try refuse(decision)
    case .approved: try approve(decision, under: rules)
    }
  }

  /// Whatever is decided, it is decided after the notice; too short a notice is the office's
  /// omission and runs until the policy's days are over.
  private func waitForNotice(
    _ decision: CommitteeDecision, _ rules: CaseRules
  ) throws(StepFinding) {
    guard let notice else { return }
    let last = max(notice.to, notice.from.adding(days: rules.noticeMinimumDays - 1))
    guard decision.decidedOn <= last else { return }
    throw StepFinding(
      .registryNoticeRunning, at: .decidedOn,
      [last.description, last.adding(days: 1).description])
  }

  /// Follow-on help that is refused leaves the help that was approved before.
  private mutating func refuse(_ decision: CommitteeDecision) throws(StepFinding) {
    guard approvals.isEmpty || CaseTransitions.target(of: .refuse, from: state) == .illegal else {
      move(
        to: paid > .zero ? .beingHelped : .approved, of: .decisions, on: decision.decidedOn,
        by: decision.documentNumber, because: decision.reason)
      return
    }
    try take(
      .refuse, of: .decisions, on: decision.decidedOn, at: .decision,
      by: decision.documentNumber, because: decision.reason)
  }

  private mutating func approve(
    _ decision: CommitteeDecision, under rules: CaseRules
  ) throws(StepFinding) {
    guard !state.isClosed else {
      throw StepFinding(.registryCaseClosed, at: .caseId, [state.rawValue])
    }
    if let objection = openObjection(on: decision.decidedOn) {
      throw StepFinding(.registryObjectionOpen, at: .decision, [objection.receivedOn.description])
    }
    guard openPairs.isEmpty || !rules.asksForVerdicts else {
      throw StepFinding(.registryDuplicateOpen, at: .caseId, [openPairs.joined(separator: ";")])
    }
    guard notice != nil else {
      let isNotProposed = CaseTransitions.target(of: .approve, from: state) == .illegal
      throw isNotProposed && proposal == nil && verification == nil
        ? StepFinding(
          .registryIllegalStep, at: .decision, [CaseAction.approve.rawValue, state.rawValue])
        : StepFinding(.registryNoticeMissing, at: .caseId)
    }
    for (value, field) in [
      (decision.amount == nil, Field.amount), (decision.measure == nil, .measure),
    ]
    where value {
      throw StepFinding(.registryValueMissing, at: field, [field.rawValue])
    }
    try take(
      .approve, of: .decisions, on: decision.decidedOn, at: .decision,
      by: decision.documentNumber, because: decision.measure?.rawValue ?? "")
    if outcome != .eligible {
      remarks.append(StepFinding(.registryAgainstScreening, at: .decision, [outcome.rawValue]))
    }
    approvals.append(decision)
    notice = nil
    entries += bookEntries(approving: decision)
  }

  mutating func apply(_ disbursement: Disbursement) throws(StepFinding) {
    guard !state.isClosed else {
      throw StepFinding(.registryCaseClosed, at: .caseId, [state.rawValue])
    }
    guard let approval = approvals.last(where: { $0.decidedOn <= disbursement.paidOn }) else {
      if let first = approvals.first {
        try follow(disbursement.paidOn, at: .paidOn, .decisions, first.decidedOn)
      }
      throw StepFinding(.registryNotApproved, at: .caseId, [state.rawValue])
    }
    guard disbursement.amount <= remaining else {
      throw StepFinding(
        .registryOverApproved, at: .amount,
        [disbursement.amount.description, remaining.description])
    }
    try take(
      .pay, of: .disbursements, on: disbursement.paidOn, at: .paidOn, by: disbursement.voucher)
    paid = paid + disbursement.amount
    entries += bookEntries(
      paying: disbursement, measure: approval.measure ?? .oneOffGrant)
  }
}
