/// How a recipient is helped (domain.md 1.6).
public enum AssistanceMeasure: String, Codable, Sendable, CaseIterable {
  case oneOffGrant = "一次性资助"
  case recurrentGrant = "长期性资助"
  case temporaryGrant = "临时性资助"
  case combinedGrant = "复合性资助"
  case startUpSupport = "创业帮扶"
}

/// Where the fund's money comes from; 财政资金 is refused (domain.md 1.8, items 51–55).
public enum FundSource: String, Codable, Sendable, CaseIterable {
  case oneDayDonation = "一日捐"
  case partyDues = "党费划拨"
  case otherDonation = "其他党内捐款"
  case interest = "利息"
  case publicMoney = "财政资金"

  /// Whether the fund may take it.
  public var isLawful: Bool { self != .publicMoney }
}

/// What a public notice is about.
public enum NoticeStage: String, Codable, Sendable, CaseIterable {
  case unit = "单位公示"
  case proposal = "拟帮扶公示"
  case fundraising = "募集公示"
  case annualReport = "年度通报"
}

/// Where a notice is made: the scope of publicity is a value, never a constant (domain.md 0.9).
public enum NoticeChannel: String, Codable, Sendable, CaseIterable {
  case unit = "单位"
  case party = "党内"
  case media = "媒体"
}

/// A change of circumstances that someone reports about a case.
public enum CircumstanceKind: String, Codable, Sendable, CaseIterable {
  case withdrawal = "自愿退出"
  case exit = "退出"
  case death = "去世"
  case movedAway = "调出"
  case suspension = "中止"
  case resumption = "恢复"
  case contactNamed = "指定联系人"
  case followOn = "跟进帮扶"
}

/// What the steering group decided.
public enum CommitteeVerdict: String, Codable, Sendable, CaseIterable {
  case approved = "同意"
  case refused = "不同意"
  case deferred = "缓议"
}

/// What the second verification came to.
public enum VerificationConclusion: String, Codable, Sendable, CaseIterable {
  case confirmed = "属实"
  case differs = "有出入"
  case untrue = "不实"
}

/// How a visit was made.
public enum VisitMeans: String, Codable, Sendable, CaseIterable {
  case telephone = "电话"
  case inPerson = "走访"
}

/// How far the difficulty is relieved.
public enum ReliefDegree: String, Codable, Sendable, CaseIterable {
  case resolved = "已解决"
  case clearly = "明显缓解"
  case somewhat = "有所缓解"
  case not = "未缓解"
  case worse = "加重"
}

/// What the visitor recommends.
public enum VisitRecommendation: String, Codable, Sendable, CaseIterable {
  case goOn = "继续"
  case adjust = "调整"
  case exit = "退出"
  case followOn = "跟进"
}
