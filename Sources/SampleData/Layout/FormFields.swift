let componentFields: [Field] = [
  Field("wageIncome", .annualAmount, ["工资性收入"], group: "家庭收入"),
  Field("netBusinessIncome", .annualAmount, ["经营净收入"], group: "家庭收入"),
  Field("netPropertyIncome", .annualAmount, ["财产净收入"], group: "家庭收入"),
  Field("netTransferIncome", .annualAmount, ["转移净收入", "转移性收入"], group: "家庭收入"),
]

let exclusionKeys = [
  "exclusionMeetings", "exclusionDues", "exclusionAssignments", "exclusionConduct",
  "exclusionDuties", "exclusionUninsured",
]

/// The columns of 申报表 without incomes and members.
let applicationFields: [Field] = identityFields + survivorFields + situationFields + stepFields

private let identityFields: [Field] = [
  Field("applicationNumber", .text, ["申报编号", "编号", "受理编号"]),
  Field(
    "submittingUnit", .text, ["申报单位", "填报单位", "所在单位", "工作单位", "单位名称"],
    presence: 500),
  Field(
    "applicantName", .name, ["姓名", "申请人", "申请人姓名", "申报对象", "困难党员姓名"], required: true),
  Field(
    "applicantId", .identity, ["身份证号码", "身份证号", "公民身份号码", "证件号码", "身份证"],
    required: true),
  Field("sex", .choice, ["性别"], presence: 600),
  Field("birthDate", .date, ["出生日期", "出生年月", "出生年月日"], presence: 600),
  Field("ethnicGroup", .text, ["民族"], presence: 500),
  Field("applicantCategory", .choice, ["申报类别", "对象类别", "人员类别"], required: true),
  Field("affiliated", .flag, ["党组织关系在工委"], presence: 600),
]

private let survivorFields: [Field] = [
  Field("deceasedMemberName", .name, ["离世党员姓名", "已故党员姓名"], group: "离世党员"),
  Field("deceasedMemberId", .identity, ["离世党员身份证号码"], group: "离世党员"),
  Field("deceasedAffiliated", .flag, ["原党组织关系在工委"], group: "离世党员"),
  Field("relationshipToDeceased", .choice, ["与离世党员关系"], group: "离世党员"),
]

private let situationFields: [Field] = [
  Field("partyOrganisation", .text, ["所在党组织", "党支部", "所在支部"], presence: 400),
  Field("phone", .text, ["联系电话", "手机", "电话"]),
  Field("address", .text, ["家庭住址", "住址", "居住地"], presence: 500),
  Field("householdSize", .count, ["家庭人口", "家庭人口数", "共同生活人口"], presence: 700),
  Field(
    "declaredAnnualIncome", .amount, ["家庭年收入", "家庭年总收入", "家庭收入合计"], presence: 600),
  Field(
    "declaredPerCapitaIncome", .amount, ["家庭人均月收入", "人均月收入", "月人均收入"],
    presence: 200),
  Field("hardshipCause", .choice, ["致困原因", "困难原因", "致贫原因"], required: true),
  Field("hardshipStatement", .text, ["困难情况", "困难情况说明", "主要困难"], presence: 400),
  Field("requestedMeasure", .choice, ["申请帮扶方式", "帮扶需求"], presence: 600),
  Field("requestedAmount", .amount, ["申请金额"], presence: 500),
  Field(
    "universalBenefitsUsed", .flag, ["已享受普惠政策", "是否享受国家相关普惠政策"], required: true),
  Field("otherAidExhausted", .flag, ["已接受各类捐助", "是否接受各类捐助"], required: true),
  Field("exclusionMeetings", .flag, ["无故不参加组织生活"], group: "不列入情形"),
  Field("exclusionDues", .flag, ["不按时交纳党费"], group: "不列入情形"),
  Field("exclusionAssignments", .flag, ["不做党所分配的工作"], group: "不列入情形"),
  Field("exclusionConduct", .flag, ["言行不符合党员要求"], group: "不列入情形"),
  Field("exclusionDuties", .flag, ["不认真履行岗位职责"], group: "不列入情形"),
  Field("exclusionUninsured", .flag, ["未购买相关保险致困"], group: "不列入情形"),
  Field("savings", .amount, ["家庭存款", "存款"], presence: 300),
  Field("debt", .amount, ["家庭债务", "负债", "欠款"], presence: 300),
]

private let stepFields: [Field] = [
  Field("verifiedOn", .date, ["核实日期", "信息核实日期"]),
  Field("noticeFrom", .date, ["公示开始日期", "公示起"], group: "公示"),
  Field("noticeTo", .date, ["公示结束日期", "公示止"], group: "公示"),
  Field("unitRecommendation", .text, ["单位帮扶建议", "帮扶建议"], presence: 400),
  Field("unitApprovedOn", .date, ["党组审定日期", "审定日期"]),
  Field("sealed", .flag, ["是否签章", "签章"]),
  Field("followUpContact", .name, ["跟踪联系人", "联系人"], presence: 300),
  Field("applicationDate", .date, ["申报日期", "申请日期"]),
  Field("previouslyHelpedOn", .date, ["上次受助时间"]),
  Field("evidence", .text, ["证明材料", "附件"], presence: 400),
]

/// The columns of 家庭成员表 after its household key.
let memberFields: [Field] = [
  Field("memberName", .name, ["姓名", "成员姓名"], required: true),
  Field("memberId", .identity, ["身份证号码"], presence: 900),
  Field("relationship", .choice, ["与申请人关系"], required: true),
  Field("memberBirthDate", .date, ["出生日期"], presence: 500),
  Field("livesTogether", .flag, ["是否共同生活"], presence: 600),
  Field("employment", .choice, ["就业状况"]),
  Field("health", .choice, ["健康状况"], presence: 500),
]

/// The columns of an item form after its household key.
func itemFields(of form: Form) -> [Field] {
  switch form {
  case .applications, .members: []
  case .income:
    [
      Field("memberName", .name, ["姓名", "成员姓名"]),
      Field("memberId", .identity, ["身份证号码"], presence: 300),
      Field("incomeType", .choice, ["收入项目"], required: true),
      Field("amount", .amount, ["金额"], required: true),
      Field("period", .choice, ["周期"]),
      Field("months", .count, ["月数"]),
      Field("evidence", .text, ["证明材料"], presence: 400),
    ]
  case .expenditure:
    [
      Field("memberName", .name, ["姓名", "成员姓名"], presence: 600),
      Field("expenditureType", .choice, ["支出项目"], required: true),
      Field("billedAmount", .amount, ["发生金额"], required: true),
      Field("reimbursed", .amount, ["报销金额"]),
      Field("paidOn", .date, ["支出日期"]),
      Field("evidence", .text, ["证明材料"], presence: 400),
    ]
  case .support:
    [
      Field("supportKind", .choice, ["资助类别"], required: true),
      Field("amount", .amount, ["金额"], required: true),
      Field("receivedOn", .date, ["资助日期"]),
    ]
  }
}
