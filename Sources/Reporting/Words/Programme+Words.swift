public import Casework

/// The word for a measure.
public func title(of measure: AssistanceMeasure, in language: Language) -> String {
  switch measure {
  case .oneOffGrant: language.text("一次性资助", "One-off grant")
  case .recurrentGrant: language.text("长期性资助", "Recurrent grant")
  case .temporaryGrant: language.text("临时性资助", "Temporary grant")
  case .combinedGrant: language.text("复合性资助", "Combined grant")
  case .startUpSupport: language.text("创业帮扶", "Start-up help")
  }
}

/// The word for a source of the fund.
public func title(of source: FundSource, in language: Language) -> String {
  switch source {
  case .oneDayDonation: language.text("一日捐", "One-day pay")
  case .partyDues: language.text("党费划拨", "Party dues")
  case .otherDonation: language.text("其他党内捐款", "Other donations")
  case .interest: language.text("利息", "Interest")
  case .publicMoney: language.text("财政资金", "Public money")
  }
}

/// The word for a degree of relief; nil: not stated.
public func title(of relief: ReliefDegree?, in language: Language) -> String {
  switch relief {
  case .resolved: language.text("已解决", "Resolved")
  case .clearly: language.text("明显缓解", "Clearly eased")
  case .somewhat: language.text("有所缓解", "Somewhat eased")
  case .not: language.text("未缓解", "Not eased")
  case .worse: language.text("加重", "Worse")
  case nil: language.text("未填", "Not stated")
  }
}

/// The word for what a visitor recommends.
public func title(of recommendation: VisitRecommendation, in language: Language) -> String {
  switch recommendation {
  case .goOn: language.text("继续", "Go on")
  case .adjust: language.text("调整", "Adjust")
  case .exit: language.text("退出", "Exit")
  case .followOn: language.text("跟进", "Follow-on help")
  }
}

/// The word for how a visit was made; nil: not stated.
public func title(of means: VisitMeans?, in language: Language) -> String {
  switch means {
  case .telephone: language.text("电话", "By telephone")
  case .inPerson: language.text("走访", "In person")
  case nil: language.text("未填", "Not stated")
  }
}

/// The word for a change of circumstances.
public func title(of kind: CircumstanceKind, in language: Language) -> String {
  switch kind {
  case .withdrawal: language.text("自愿退出", "On own wish")
  case .exit: language.text("退出", "Closed by the office")
  case .death: language.text("去世", "Died")
  case .movedAway: language.text("调出", "Moved away")
  case .suspension: language.text("中止", "Suspended")
  case .resumption: language.text("恢复", "Resumed")
  case .contactNamed: language.text("指定联系人", "Contact named")
  case .followOn: language.text("跟进帮扶", "Follow-on help")
  }
}

/// The word for how an application stands.
public func title(of result: ApplicationResult, in language: Language) -> String {
  switch result {
  case .approved: language.text("已批准", "Approved")
  case .refused: language.text("未批准", "Refused")
  case .ineligible: language.text("不符合条件", "Not eligible")
  case .withdrawn: language.text("已撤回", "Withdrawn")
  case .merged: language.text("并入他件", "Merged")
  case .open: language.text("办理中", "Open")
  }
}

/// The word for what applications are grouped by.
public func title(of dimension: ApplicationDimension, in language: Language) -> String {
  switch dimension {
  case .unit: language.text("申报单位", "Unit")
  case .category: language.text("申报类别", "Category")
  case .cause: language.text("致困原因", "Cause")
  case .hardshipType: language.text("困难类型", "Hardship type")
  }
}

/// The word for the scope of a notice.
public func title(of channel: NoticeChannel, in language: Language) -> String {
  switch channel {
  case .unit: language.text("单位内公示", "Notice in the unit")
  case .party: language.text("党内通报", "In-Party notice")
  case .media: language.text("媒体公示", "Public notice")
  }
}
