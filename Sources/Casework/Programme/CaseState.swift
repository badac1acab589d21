/// Where a case stands in the programme (domain.md 1.7, items 36–50 and the side states).
public enum CaseState: String, Codable, Sendable, CaseIterable {
  /// 已审查: filed by the unit and screened by an intake run.
  case screened
  /// 退回更正: something must be corrected by the unit before the case can be decided.
  case returned
  /// 已核实: verified a second time by the office.
  case verified
  /// 拟帮扶: a measure is proposed.
  case proposed
  /// 公示中: the proposal is being publicised, or was.
  case publicised
  /// 有异议: an objection to the notice is open.
  case objected
  /// 缓议: the steering group put the decision off.
  case deferred
  /// 未批准: the steering group refused it, with its reason.
  case rejected
  /// 已批准: the steering group approved it.
  case approved
  /// 已指定联系人: a follow-up contact is named.
  case contactNamed
  /// 帮扶中: help is being given.
  case beingHelped
  /// 已回访: visited after help began.
  case followedUp
  /// 跟进帮扶: follow-on help was opened and must be proposed and decided anew.
  case followOn
  /// 中止: suspended for a time.
  case suspended
  /// 已撤回: withdrawn by the applicant before a decision.
  case withdrawn
  /// 并入他件: a confirmed duplicate, handled with its primary case.
  case merged
  /// 已退出: closed.
  case exited
}

extension CaseState {
  /// Whether help is running, so that re-screening looks at the case.
  public var isActive: Bool {
    switch self {
    case .approved, .contactNamed, .beingHelped, .followedUp, .followOn, .suspended: true
    default: false
    }
  }

  /// Whether nothing more is recorded for the case but by a step that opens it again.
  public var isClosed: Bool {
    switch self {
    case .withdrawn, .merged, .exited: true
    default: false
    }
  }
}

/// What can be done with a case; every change of state is one of these.
public enum CaseAction: String, Codable, Sendable, CaseIterable {
  case verify, propose, publicise, object, settle, approve, refuse, postpone, nameContact, pay
  case visit, close, withdraw, suspend, resume, openFollowOn
}

/// One dated step of a case from a state to the next, with who is answerable for it.
public struct CaseStep: Hashable, Codable, Sendable {
  /// The case.
  public let caseID: String
  /// The form whose entry caused the step; nil for a step of the intake run.
  public let form: FormKind?
  /// The state before; nil for the case's first step.
  public let from: CaseState?
  /// The state after.
  public let to: CaseState
  /// The day the step happened on.
  public let happenedOn: CalendarDate
  /// Who is answerable: a role or a person named in the form, or the run.
  public let actor: String
  /// Why, where a reason is stated.
  public let reason: String

  /// Makes a step.
  public init(
    caseID: String, form: FormKind?, from: CaseState?, to: CaseState, happenedOn: CalendarDate,
    actor: String, reason: String = ""
  ) {
    self.caseID = caseID
    self.form = form
    self.from = from
    self.to = to
    self.happenedOn = happenedOn
    self.actor = actor
    self.reason = reason
  }
}
