public import Casework

/// The title of a rule.
public func title(of rule: RuleCode, in language: Language) -> String {
  switch rule {
  case .affiliation: language.text("申报类别与党组织关系", "Category and Party affiliation")
  case .survivorKin: language.text("遗属亲属关系", "Survivor’s kinship")
  case .exhaustion: language.text("先用普惠政策和各类捐助", "Other aid comes first")
  case .incomeTest: language.text("家庭人均实际可支配收入", "Per-capita income test")
  case .conductMeetings: language.text("无正当理由不参加党的组织生活", "Absent from Party meetings")
  case .conductDues: language.text("不按时交纳党费", "Party dues not paid in time")
  case .conductAssignments: language.text("不做党所分配的工作", "Party assignments not carried out")
  case .conductBehaviour: language.text("日常言行不符合党员要求", "Conduct not fit for a member")
  case .conductDuties: language.text("不认真履行岗位职责", "Duties of the post neglected")
  case .conductUninsured: language.text("不购买相关保险引起困难", "Hardship for want of insurance")
  case .cause: language.text("致困原因", "Cause of hardship")
  case .procedure: language.text("单位核实、公示、审定程序", "The unit’s procedure")
  case .evidence: language.text("证明材料", "Documents")
  case .frequency: language.text("帮扶频度", "Interval since earlier help")
  case .unique: language.text("是否重复申报", "Duplicate filings")
  }
}

/// The word for how a rule ends.
public func title(of outcome: RuleOutcome, in language: Language) -> String {
  switch outcome {
  case .pass: language.text("符合", "Met")
  case .fail: language.text("不符合", "Not met")
  case .unknown: language.text("待定", "Open")
  case .notApplicable: language.text("不适用", "Not applicable")
  }
}

/// The word for how a case ends.
public func title(of outcome: CaseOutcome, in language: Language) -> String {
  switch outcome {
  case .eligible: language.text("符合条件", "Eligible")
  case .ineligible: language.text("不符合条件", "Not eligible")
  case .undetermined: language.text("待补正", "Undetermined")
  case .merged: language.text("并入他件", "Merged")
  }
}

/// The word for how much a finding matters.
public func title(of severity: Severity, in language: Language) -> String {
  switch severity {
  case .error: language.text("错误", "Error")
  case .warning: language.text("警告", "Warning")
  case .note: language.text("提示", "Note")
  }
}

/// The title of a form.
public func title(of form: FormKind, in language: Language) -> String {
  switch form {
  case .applications: language.text("申报表", "applications")
  case .members: language.text("家庭成员表", "household members")
  case .income: language.text("收入明细", "income items")
  case .expenditure: language.text("支出明细", "expenditure items")
  case .support: language.text("已受资助", "support received")
  case .units: language.text("单位名册", "unit roster")
  case .adjudications: language.text("重复认定", "adjudications")
  case .verifications: language.text("再次核实", "verifications")
  case .proposals: language.text("拟帮扶名单", "proposals")
  case .notices: language.text("公示记录", "public notices")
  case .objections: language.text("公示异议", "objections")
  case .events: language.text("情况变更", "changes of circumstances")
  case .decisions: language.text("审批结果", "decisions")
  case .disbursements: language.text("资金拨付", "disbursements")
  case .visits: language.text("回访记录", "visits")
  case .donations: language.text("一日捐", "donations")
  case .allocations: language.text("党费划拨及其他", "allocations")
  case .feedback: language.text("意见建议", "feedback")
  }
}

/// The word for a kind of duplicate.
public func title(of kind: DuplicateKind, in language: Language) -> String {
  switch kind {
  case .sameApplication: language.text("同一申报重复报送", "same application twice")
  case .sameApplicantOtherUnit: language.text("同一申请人在两个单位申报", "same applicant in two units")
  case .sharedHousehold: language.text("两份申报有共同的家庭成员", "a person in two households")
  case .sameDeceased: language.text("同一离世党员的不同遗属", "survivors of one deceased member")
  case .renewal: language.text("以往期次已申报", "applied in an earlier round")
  case .tooSoon: language.text("帮扶间隔内再次申报", "again inside the interval")
  case .sharedContact: language.text("不同的人使用同一电话或账号", "same phone or account")
  }
}

/// The words for why two records look alike.
public func title(of reason: DuplicateReason, in language: Language) -> String {
  switch reason {
  case .sameIdentityNumber: language.text("身份证号码相同", "same identity number")
  case .sameSurvivingDigits: language.text("受损号码尚存的数字相同且姓名相同", "same surviving digits and name")
  case .sameNameAndBirthDate: language.text("姓名和出生日期相同", "same name and date of birth")
  case .sameDeceasedNumber: language.text("离世党员身份证号码相同", "same deceased member’s number")
  case .sameDeceasedNameAndUnit: language.text("离世党员姓名和单位相同", "same deceased member and unit")
  case .samePhone: language.text("联系电话相同", "same phone")
  case .sameAccount: language.text("收款账号相同", "same account")
  }
}

/// The word for what people decided about a pair; nil: not decided.
public func title(of verdict: DuplicateVerdict?, in language: Language) -> String {
  switch verdict {
  case .same: language.text("同一", "same")
  case .different: language.text("不同", "different")
  case nil: language.text("待认定", "not decided")
  }
}

/// The word for a hardship type.
public func title(of type: HardshipType, in language: Language) -> String {
  switch type {
  case .income: language.text("收入型", "Low income")
  case .expenditure: language.text("支出型", "High expenditure")
  }
}

/// The word for what became of a unit's submission.
public func title(of status: UnitStatus, in language: Language) -> String {
  switch status {
  case .received: language.text("已报送", "Received")
  case .quarantined: language.text("有文件被搁置", "Quarantined")
  case .silent: language.text("未报送", "Silent")
  }
}

/// The word for a class of rows.
public func title(of row: RowClass, in language: Language) -> String {
  switch row {
  case .data: language.text("数据", "data")
  case .header: language.text("表头", "header")
  case .title: language.text("标题", "title")
  case .unitLine: language.text("单位行", "unit line")
  case .total: language.text("合计行", "total")
  case .blank: language.text("空白", "blank")
  case .note: language.text("说明", "note")
  case .rejected: language.text("剔除", "rejected")
  }
}
