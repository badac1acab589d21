public import Casework

/// The word for where a case stands.
public func title(of state: CaseState, in language: Language) -> String {
  switch state {
  case .screened: language.text("已审查", "screened")
  case .returned: language.text("退回更正", "returned for correction")
  case .verified: language.text("已核实", "verified")
  case .proposed: language.text("拟帮扶", "proposed")
  case .publicised: language.text("公示", "publicised")
  case .objected: language.text("有异议", "objected to")
  case .deferred: language.text("缓议", "deferred")
  case .rejected: language.text("未批准", "rejected")
  case .approved: language.text("已批准", "approved")
  case .contactNamed: language.text("已指定联系人", "contact named")
  case .beingHelped: language.text("帮扶中", "being helped")
  case .followedUp: language.text("已回访", "followed up")
  case .followOn: language.text("跟进帮扶", "follow-on help")
  case .suspended: language.text("中止", "suspended")
  case .withdrawn: language.text("已撤回", "withdrawn")
  case .merged: language.text("并入他件", "merged")
  case .exited: language.text("已退出", "exited")
  }
}

/// The word for what is done with a case.
public func title(of action: CaseAction, in language: Language) -> String {
  switch action {
  case .verify: language.text("再次核实", "second verification")
  case .propose: language.text("列入拟帮扶名单", "proposal")
  case .publicise: language.text("拟帮扶公示", "notice of the proposal")
  case .object: language.text("登记异议", "objection")
  case .settle: language.text("异议处理", "handling of the objection")
  case .approve: language.text("批准", "approval")
  case .refuse: language.text("不批准", "refusal")
  case .postpone: language.text("缓议", "deferral")
  case .nameContact: language.text("指定联系人", "naming of a contact")
  case .pay: language.text("拨付", "payment")
  case .visit: language.text("回访", "visit")
  case .close: language.text("退出", "exit")
  case .withdraw: language.text("自愿退出", "withdrawal")
  case .suspend: language.text("中止", "suspension")
  case .resume: language.text("恢复", "resumption")
  case .openFollowOn: language.text("跟进帮扶", "follow-on help")
  }
}

/// The word for why an outcome changed.
public func title(of cause: ChangeCause, in language: Language) -> String {
  switch cause {
  case .input: language.text("数据变化", "input")
  case .parameter: language.text("政策参数", "parameter")
  case .rule: language.text("规则", "rule")
  case .verdict: language.text("重复认定", "verdict")
  case .time: language.text("时间推移", "time")
  }
}

/// The word for what a re-screening proposes.
public func title(of kind: FollowUpProposal.Kind, in language: Language) -> String {
  switch kind {
  case .exit: language.text("建议退出", "exit proposed")
  case .followOn: language.text("建议跟进", "follow-on proposed")
  case .visitOverdue: language.text("回访逾期", "visit overdue")
  case .contactMissing: language.text("未指定联系人", "no contact named")
  case .exited: language.text("已退出", "exited")
  }
}

/// The words for why a re-screening proposes something.
public func title(of ground: FollowUpProposal.Ground, in language: Language) -> String {
  switch ground {
  case .recovered: language.text("困难已解决或收入已高于标准", "recovered")
  case .decided: language.text("经决定退出", "closed by decision")
  case .withdrawal: language.text("本人自愿退出", "withdrew on own wish")
  case .movedAway: language.text("已由其他单位申报（调出）", "moved away")
  case .death: language.text("已去世（遗属申报）", "died")
  case .conductAttested: language.text("单位证明有不列入情形", "conduct attested")
  case .intervalOver: language.text("帮扶期已满", "interval over")
  case .visitRecommends: language.text("回访建议", "recommended by the visitor")
  case .newDifficulty: language.text("有新困难", "new difficulty")
  case .notRelieved: language.text("困难未缓解或加重", "not relieved or worse")
  case .noVisit: language.text("超过回访间隔", "no visit in time")
  case .noContact: language.text("批准后未指定联系人", "no contact in time")
  }
}
