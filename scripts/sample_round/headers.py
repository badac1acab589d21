"""Header text -> field, per form, as the contract's section 1 lists them."""

import re

APPLICATIONS = {
    "applicationNumber": "申报编号 编号 受理编号",
    "submittingUnit": "申报单位 填报单位 所在单位 工作单位 单位名称",
    "applicantName": "姓名 申请人 申请人姓名 申报对象 困难党员姓名",
    "applicantId": "身份证号码 身份证号 公民身份号码 证件号码 身份证",
    "sex": "性别", "birthDate": "出生日期 出生年月 出生年月日", "ethnicGroup": "民族",
    "applicantCategory": "申报类别 对象类别 人员类别", "affiliated": "党组织关系在工委",
    "deceasedMemberName": "离世党员姓名 已故党员姓名",
    "deceasedMemberId": "离世党员身份证号码", "deceasedAffiliated": "原党组织关系在工委",
    "relationshipToDeceased": "与离世党员关系",
    "partyOrganisation": "所在党组织 党支部 所在支部", "joinedPartyOn": "入党时间",
    "phone": "联系电话 手机 电话", "address": "家庭住址 住址 居住地",
    "householdSize": "家庭人口 家庭人口数 共同生活人口",
    "declaredAnnualIncome": "家庭年收入 家庭年总收入 家庭收入合计",
    "declaredPerCapitaIncome": "家庭人均月收入 人均月收入 月人均收入",
    "hardshipCause": "致困原因 困难原因 致贫原因",
    "hardshipStatement": "困难情况 困难情况说明 主要困难",
    "requestedMeasure": "申请帮扶方式 帮扶需求", "requestedAmount": "申请金额",
    "universalBenefitsUsed": "已享受普惠政策 是否享受国家相关普惠政策",
    "otherAidExhausted": "已接受各类捐助 是否接受各类捐助",
    "exclusionMeetings": "无故不参加组织生活", "exclusionDues": "不按时交纳党费",
    "exclusionAssignments": "不做党所分配的工作", "exclusionConduct": "言行不符合党员要求",
    "exclusionDuties": "不认真履行岗位职责", "exclusionUninsured": "未购买相关保险致困",
    "savings": "家庭存款 存款", "debt": "家庭债务 负债 欠款", "assetsSold": "变卖财产",
    "projectName": "创业项目", "projectInvestment": "项目总投资", "ownInvestment": "自筹资金",
    "loanPrincipal": "拟贷款金额", "lender": "贷款银行", "loanRate": "年利率",
    "loanYears": "贷款年限", "startUpWish": "创业意愿", "projectProspect": "项目前景",
    "guarantor": "担保人", "verifiedOn": "核实日期 信息核实日期",
    "noticeFrom": "公示开始日期 公示起", "noticeTo": "公示结束日期 公示止",
    "unitRecommendation": "单位帮扶建议 帮扶建议",
    "unitApprovedOn": "党组审定日期 审定日期", "sealed": "是否签章 签章",
    "followUpContact": "跟踪联系人 联系人", "applicationDate": "申报日期 申请日期",
    "correction": "更正", "previouslyHelpedOn": "上次受助时间",
    "wageIncome": "工资性收入", "netBusinessIncome": "经营净收入",
    "netPropertyIncome": "财产净收入", "netTransferIncome": "转移净收入 转移性收入",
    "evidence": "证明材料 附件",
}
KEY = {"applicationNumber": "申报编号", "applicantId": "申请人身份证号码",
       "applicantName": "申请人姓名 申请人 户主"}
MEMBERS = {
    **KEY, "memberName": "姓名 成员姓名", "memberId": "身份证号码", "relationship": "与申请人关系",
    "birthDate": "出生日期", "livesTogether": "是否共同生活", "employment": "就业状况",
    "health": "健康状况", "wageIncome": "工资性收入", "netBusinessIncome": "经营净收入",
    "netPropertyIncome": "财产净收入", "netTransferIncome": "转移净收入 转移性收入",
}
ITEM = {**KEY, "memberName": "成员姓名 姓名", "evidence": "证明材料"}
INCOME = {**ITEM, "incomeType": "收入项目", "amount": "金额", "period": "周期", "months": "月数"}
EXPENDITURE = {**ITEM, "expenditureType": "支出项目", "billedAmount": "发生金额",
               "reimbursed": "报销金额", "paidOn": "支出日期"}
SUPPORT = {**KEY, "supportKind": "资助类别", "amount": "金额", "receivedOn": "资助日期"}

FORMS = {
    form: {header: name for name, headers in table.items() for header in headers.split()}
    for form, table in {
        "applications": APPLICATIONS, "members": MEMBERS, "income": INCOME,
        "expenditure": EXPENDITURE, "support": SUPPORT}.items()
}

YEARLY = {"declaredAnnualIncome", "wageIncome", "netBusinessIncome", "netPropertyIncome",
          "netTransferIncome"}
MONEY = YEARLY | {
    "declaredPerCapitaIncome", "requestedAmount", "savings", "debt", "projectInvestment",
    "ownInvestment", "loanPrincipal", "amount", "billedAmount", "reimbursed"}
DATES = {"birthDate", "joinedPartyOn", "verifiedOn", "noticeFrom", "noticeTo", "unitApprovedOn",
         "applicationDate", "previouslyHelpedOn", "paidOn", "receivedOn"}


def bare(header):
    """A header without required marks, spaces and bracketed text."""
    return re.sub(r"[（(〔].*?[）)〕]|[*﹡★\s]", "", header)


def parts(header):
    """(上级, 下级) of a grouped header, else ("", header); a slash in brackets is a period."""
    match = re.fullmatch(r"([^/（(]+)/(.+)", header)
    return match.groups() if match else ("", header)


def field_of(header, form):
    """The field under a header of the layout (a grouped one matches by its leaf); None if none."""
    group, leaf = parts(header)
    known = FORMS[form]
    return known.get(bare(group + leaf)) or known.get(bare(leaf))
