"""Round 2015, units U07 to U12: member blocks, household totals, corrections, survivors."""

from .grid import Sheet
from .identity import P
from .tables import Unit, app, bill, kin, me, totals
from .units_2015_a import (
    CONDUCT, COUPLE_BILLS, COUPLE_INCOME, GROUPED_CONDUCT, GROUPED_STEPS, LAMUCUO, MA, MA_HUSBAND,
    STEPS, WANG, WANG_CHILD)

BLOCK = ("家庭成员情况/成员姓名 家庭成员情况/身份证号码 家庭成员情况/与申请人关系 家庭成员情况/是否共同生活 "
         "家庭成员情况/就业状况 家庭成员情况/健康状况 家庭成员情况/工资性收入 家庭成员情况/经营净收入 "
         "家庭成员情况/财产净收入 家庭成员情况/转移净收入")

U07 = Unit(
    "U07", "州古籍整理室", "事业", 22, 9, "古籍室",
    layout="CSV, UTF-8 without BOM, one file; the members stand in the applications sheet, the "
           "applicant's cells blank on their rows; two-row header, dates like 20151008",
    applications=[
        app("B15-07-001", P("何明芳", 19740216, 28), "在职", "2015-10-08", "就业人员少",
            "34800 0 0 4", "eligible", "Three generations on one wage and a small pension",
            members=[me("在职", wage=30000), kin("配偶", P("马志华", 19720607, 71), "无固定职业"),
                     kin("子女", P("马骏", 20021113, 39), "在校学生"),
                     kin("父母", P("郑淑芬", 19460829, 64), "退休", "慢性病", transfer=4800)],
            declaredPerCapitaIncome=725, phone="13900000701",
            evidence="申请书,身份证复印件,收入证明"),
        app("B15-07-002", P("尼玛泽仁", 19661224, 35, "藏"), "在职", "2015-10-09", "疾病",
            "31200 0 0 2", "ineligible", "Helped eight months ago, interval 12 months",
            fails="FREQUENCY", previouslyHelpedOn="2015-02-10",
            members=[me("在职", "慢性病", wage=31200),
                     kin("配偶", P("泽仁措", 19690917, 62, "藏"), "无固定职业", "慢性病")],
            declaredPerCapitaIncome=1300, phone="13900000702",
            evidence="申请书,身份证复印件,诊断证明"),
        app("B15-07-003", P("苏木初", 19880520, 44, "羌"), "在职", "2015-10-12", "疾病",
            "25200 0 0 2", "eligible", "Helped exactly 12 months ago: the interval is over",
            previouslyHelpedOn="2014-10-12",
            members=[me("在职", "重病", wage=25200),
                     kin("子女", P("苏阳", 20130614, 57, "羌"), "学龄前")],
            declaredPerCapitaIncome=1050, phone="13900000703",
            evidence="申请书,身份证复印件,诊断证明"),
    ])
U07.files = [("申报表（含家庭成员）.csv", "utf-8", [Sheet(
    "applications", "申报表",
    "序号 申报编号 申请人姓名 公民身份号码 申报类别 家庭人口 月人均收入 致困原因 已享受普惠政策 已接受各类捐助 "
    + GROUPED_CONDUCT + " " + GROUPED_STEPS + " 附件 上次受助时间 联系电话 申报日期",
    member_columns=BLOCK, title="党内经济帮扶申报表", dates="compact",
    unit_line=("填报单位：州古籍整理室", "单位：元"), footer=(("填表人：何××", "日期：2015年11月2日"),))])]

U08 = Unit(
    "U08", "州冰雪观测站", "事业", 17, 4, "观测站",
    layout="The compact one: CSV in GB18030, household totals, no application numbers; the six "
           "conduct columns, the unit's steps and the evidence are left out",
    applications=[
        app(None, P("赵建军", 19730822, 33), "在职", "2015-09-16", "就业人员少", "31000 0 0 3",
            "undetermined", "The income test is met; conduct and procedure are not attested",
            unknown="CONDUCT_MEETINGS CONDUCT_DUES CONDUCT_ASSIGNMENTS CONDUCT_BEHAVIOUR "
                    "CONDUCT_DUTIES CONDUCT_UNINSURED PROCEDURE",
            householdSize=3, **totals(31000, 0, 0, 0), phone="13900000801"),
        app(None, P("阿郎·达瓦", 19800315, 79, "藏"), "在职", "2015-09-17", "疾病",
            "61200 0 0 3", "ineligible",
            "Refused for income alone: what is unknown could not change it", fails="INCOME_TEST",
            unknown="CONDUCT_MEETINGS CONDUCT_DUES CONDUCT_ASSIGNMENTS CONDUCT_BEHAVIOUR "
                    "CONDUCT_DUTIES CONDUCT_UNINSURED PROCEDURE",
            householdSize=3, **totals(54000, 7200, 0, 0), phone="13900000802"),
        app(None, P("白马央金", 19851009, 86, "藏"), "在职", "2015-09-18", "疾病", "28500 0 0 2",
            "undetermined", "`sharedContact`: the phone number of another person in U15",
            unknown="CONDUCT_MEETINGS CONDUCT_DUES CONDUCT_ASSIGNMENTS CONDUCT_BEHAVIOUR "
                    "CONDUCT_DUTIES CONDUCT_UNINSURED PROCEDURE",
            householdSize=2, **totals(27000, 0, 0, 1500), phone="13900000803"),
    ])
for _one in U08.applications:
    _one.fields.update({name: None for name in (
        "exclusionMeetings", "exclusionDues", "exclusionAssignments", "exclusionConduct",
        "exclusionDuties", "exclusionUninsured", "verifiedOn", "noticeFrom", "noticeTo",
        "unitApprovedOn", "sealed")})
U08.files = [("困难党员.csv", "gb18030", [Sheet(
    "applications", "困难党员",
    "困难党员姓名 身份证号 申报类别 家庭人口 工资性收入 经营净收入 财产净收入 转移净收入 致困原因 已享受普惠政策 "
    "已接受各类捐助 电话 申报日期", flags="有无", dates="slash")])]

U09 = Unit(
    "U09", "州驿路客运公司", "国有企业", 140, 63, "客运公司",
    layout="SpreadsheetML 2003 (`<Cell>`), members in the applications sheet under vertically "
           "merged "
           "applicant cells, start-up columns, two worksheets more for income and bills",
    applications=[
        app("B15-09-001", LAMUCUO, "在职", "2015-05-26", "疾病", "54000 0 20000 3", "eligible",
            "`sharedHousehold`: the wife of B15-01-004",
            members=[me("在职"), kin("配偶", WANG, "在职", "重病"),
                     kin("子女", WANG_CHILD, "在校学生")],
            income=COUPLE_INCOME, expenditure=COUPLE_BILLS, declaredAnnualIncome=54000,
            phone="13900000901", evidence="申请书、身份证复印件、诊断证明"),
        app("B15-09-002", P("黄国强", 19690105, 93), "在职", "2015-08-05", "就业人员少",
            "29400 0 0 3", "ineligible",
            "The unit attests two conduct grounds (party life, dues)",
            fails="CONDUCT_MEETINGS CONDUCT_DUES", exclusionMeetings=True, exclusionDues=True,
            members=[me("在职", wage=29400), kin("配偶", P("曾小琴", 19720319, 26), "无固定职业"),
                     kin("子女", P("黄欣怡", 20010708, 68), "在校学生")],
            declaredAnnualIncome=29400, phone="13900000902",
            evidence="申请书、身份证复印件、收入证明"),
        app("B15-09-003", P("泽让达尔基", 19900911, 15, "藏"), "在职", "2015-08-07", "就业人员少",
            "26400 0 0 3", "eligible",
            "Low income, wife without regular work: start-up support asked for, own share over "
            "half",
            requestedMeasure="创业帮扶", projectName="藏式点心铺", projectInvestment=120000,
            ownInvestment=70000, loanPrincipal=50000, guarantor="马学良",
            members=[me("在职", wage=26400),
                     kin("配偶", P("俄玛基", 19920403, 84, "藏"), "无固定职业"),
                     kin("子女", P("泽让卓雅", 20140215, 62, "藏"), "学龄前")],
            declaredAnnualIncome=26400, phone="13900000903",
            evidence="申请书、身份证复印件、项目计划书"),
    ])
U09.files = [("客运公司申报材料.xml", "excel", [
    Sheet("applications", "申报表",
          "申报编号 申请人姓名 公民身份号码 申报类别 家庭人口 家庭年收入（元） 致困原因 申请帮扶方式 创业项目 项目总投资 "
          "自筹资金 拟贷款金额 担保人 已享受普惠政策 已接受各类捐助 " + CONDUCT + " " + STEPS
          + " 证明材料 联系电话 申报日期",
          member_columns=BLOCK, merge_blocks=True, title="2015年党内经济帮扶申报表", dates="excel",
          unit_line=("填报单位：客运公司", "单位：元"), footer=("填表人：王××　　审核人：李××",)),
    Sheet("income", "收入明细", "申报编号 成员姓名 收入项目 金额 周期 月数", dates="excel"),
    Sheet("expenditure", "支出明细", "申报编号 成员姓名 支出项目 发生金额 报销金额 支出日期",
          dates="excel")])]

PU = P("蒲永康", 19720528, 31)
RENZHEN = P("仁真旺姆", 19820926, 28, "藏")

U10 = Unit(
    "U10", "州档案修复中心", "事业", 31, 12, "档案修复中心",
    layout="CSV, UTF-8 with BOM, two files (the second a correction), household totals with all "
           "procedure columns, amounts like 42000.00, flags Y/N",
    applications=[
        app("B15-10-001", PU, "在职", "2015-04-08", "疾病", "48000 0 0 3", "ineligible",
            "First filing, superseded", fails="INCOME_TEST", superseded=True, householdSize=3,
            **totals(48000, 0, 0, 0), phone="13900001001",
            evidence="申请书、身份证复印件、诊断证明"),
        app("B15-10-002", RENZHEN, "在职", "2015-04-10", "就业人员少", "27600 0 0 2", "eligible",
            "`sameApplication`: the same person, the same day, a second number in one unit",
            householdSize=2, **totals(27600, 0, 0, 0), phone="13900001002",
            evidence="申请书、身份证复印件、收入证明"),
        app("B15-10-003", RENZHEN, "在职", "2015-04-10", "就业人员少", "27600 0 0 2", "eligible",
            "`sameApplication`: the second entry of B15-10-002", householdSize=2,
            **totals(27600, 0, 0, 0), phone="13900001002",
            evidence="申请书、身份证复印件、收入证明"),
        app("B15-10-001", PU, "在职", "2015-05-06", "疾病", "42000 0 0 3", "eligible",
            "Correction (更正 = 是) of the filing of 2015-04-08: wages 42,000 instead of 48,000",
            correction=True, householdSize=3, **totals(42000, 0, 0, 0), phone="13900001001",
            evidence="申请书、身份证复印件、诊断证明、工资更正单"),
    ])
_TOTALS = ("申报编号 姓名 身份证号码 性别 民族 出生日期 申报类别 家庭人口 工资性收入 经营净收入 财产净收入 转移净收入 "
           "致困原因 已享受普惠政策 已接受各类捐助 " + CONDUCT + " " + STEPS + " 证明材料 联系电话 申报日期 更正")
U10.files = [
    ("申报表.csv", "utf-8-sig", [Sheet(
        "applications", "申报表", _TOTALS, money="two", flags="YN", total=True,
        only_corrections=False,
        unit_line=("填报单位：州档案修复中心", "单位：元"))]),
    ("更正.csv", "utf-8-sig", [Sheet(
        "applications", "更正", _TOTALS, money="two", flags="YN", only_corrections=True,
        unit_line=("填报单位：州档案修复中心", "单位：元"))]),
]

U11 = Unit(
    "U11", "州盐茶贸易公司", "国有企业", 69, 88, "盐茶公司",
    layout="Tab-separated UTF-8 (.tsv), three files; household key by the applicant's number and "
           "name, no application number on the item sheets; flags 1/0",
    applications=[
        app("B15-11-001", MA, "退休", "2015-09-14", "疾病", "33600 0 8500 2", "eligible",
            "18-digit number; the same person as B15-02-002, which people confirmed: `merged`",
            members=[me("退休", "慢性病", transfer=30000),
                     kin("配偶", MA_HUSBAND, "务农", business=3600)],
            expenditure=[bill("医疗", 18000, 9500, "2014-12-03", "马成英", "住院结算单")],
            phone="13900000202", evidence="申请书、身份证复印件、诊断证明"),
        app("B15-11-002", P("吴正华", 19771002, 51), "在职", "2015-09-15", "其他", "32400 0 0 3",
            "eligible", "Cause 其他: no family is refused for it",
            members=[me("在职", wage=32400), kin("配偶", P("冯娟", 19790814, 46), "无固定职业"),
                     kin("子女", P("吴昊天", 20040520, 19), "在校学生")],
            phone="13900001102", evidence="申请书、身份证复印件"),
        app("B15-11-003", P("拥忠卓玛", 19840613, 68, "藏"), "在职", "2015-09-16", "疾病",
            "28800 0 0 2", "undetermined", "Wrong check digit in the applicant's number",
            unknown="UNIQUE", applicantId=None,
            members=[me("在职", "慢性病", wage=28800),
                     kin("子女", P("拥忠尼珍", 20090904, 42, "藏"), "在校学生")],
            phone="13900001103", evidence="申请书、身份证复印件、诊断证明"),
        app("B15-11-004", P("次仁平措", 19710325, 77, "藏"), "在职", "2015-09-17", "疾病",
            "38400 0 12000 2", "ineligible",
            "Below the line, but the unit attests 未购买相关保险致困", fails="CONDUCT_UNINSURED",
            exclusionUninsured=True,
            members=[me("在职", "重病", wage=38400),
                     kin("配偶", P("格桑曲措", 19730627, 86, "藏"), "无固定职业")],
            expenditure=[bill("医疗", 12000, 0, "2015-01-15", "次仁平措", "门诊票据")],
            phone="13900001104", evidence="申请书、身份证复印件、诊断证明"),
    ])


def wrong_check(number):
    """The number with the next check digit, which is a wrong one."""
    return number[:17] + "10X98765432"[("10X98765432".index(number[17]) + 1) % 11]


_bad = U11.applications[2]
_bad.fields["applicantId"] = _bad.text["applicantId"] = wrong_check(
    P("拥忠卓玛", 19840613, 68, "藏").id)
_bad.members[0]["memberId"] = _bad.fields["applicantId"]
U11.files = [
    ("申报表.tsv", "tsv", [Sheet(
        "applications", "申报表",
        "申报编号 姓名 身份证号码 出生日期 民族 申报类别 家庭人口 致困原因 已享受普惠政策 已接受各类捐助 " + CONDUCT + " "
        + STEPS + " 证明材料 联系电话 申报日期", flags="10",
        unit_line=("填报单位：盐茶公司", "单位：元"))]),
    ("家庭成员.tsv", "tsv", [Sheet(
        "members", "家庭成员",
        "申请人身份证号码 申请人姓名 成员姓名 身份证号码 与申请人关系 是否共同生活 就业状况 健康状况 工资性收入 经营净收入 "
        "财产净收入 转移净收入", flags="10", unit_line=("填报单位：盐茶公司", "单位：元"))]),
    ("支出明细.tsv", "tsv", [Sheet(
        "expenditure", "支出明细",
        "申请人身份证号码 申请人姓名 姓名 支出项目 发生金额 报销金额 支出日期 证明材料", flags="10",
        unit_line=("填报单位：盐茶公司", "单位：元"))]),
]

# Two survivors of one member: his widow, who lives alone, and his mother.
DECEASED = P("陈永福", 19620717, 55)

U12 = Unit(
    "U12", "州羌绣研究所", "事业", 27, 14, "羌绣所",
    layout="SpreadsheetML 2003 (`<Cell>`), three worksheets, one-row headers, survivors only, ﹡ "
           "marks, "
           "identity numbers with full-width digits in one row",
    applications=[
        app("B15-12-001", P("何秀英", 19650906, 48, "羌"), "遗属", "2015-07-06", "疾病",
            "11400 0 0 1", "eligible", "Widow; `sameDeceased` with B15-12-002",
            deceasedMemberName=DECEASED.name, deceasedMemberId=DECEASED.id,
            deceasedAffiliated=True, relationshipToDeceased="配偶",
            members=[me("务农", "慢性病", business=3960, transfer=7440)],
            phone="13900001201", evidence="申请书、身份证复印件、遗属证明、诊断证明"),
        app("B15-12-002", P("李玉兰", 19380212, 64, "羌"), "遗属", "2015-07-07", "疾病",
            "9840 0 0 1", "eligible", "Mother; `sameDeceased` with B15-12-001, lawful",
            deceasedMemberName=DECEASED.name, deceasedMemberId=DECEASED.id,
            deceasedAffiliated=True, relationshipToDeceased="父母",
            members=[me("其他", "慢性病", transfer=9840)], phone="13900001202",
            evidence="申请书、身份证复印件、遗属证明"),
        app("B15-12-003", P("龙德贵", 19690410, 73, "羌"), "遗属", "2015-07-08", "疾病",
            "10800 0 0 1", "ineligible", "Survivor, but a brother of the deceased",
            fails="SURVIVOR_KIN", deceasedMemberName="龙德富",
            deceasedMemberId=P("龙德富", 19660623, 31, "羌").id, deceasedAffiliated=True,
            relationshipToDeceased="其他",
            members=[me("务农", "慢性病", business=10800)], phone="13900001203",
            evidence="申请书、身份证复印件"),
        app("B15-12-004", P("周桂华", 19560913, 82), "遗属", "2015-07-09", "疾病",
            "12000 0 0 1", "ineligible", "Survivor of a member whose relation was elsewhere",
            fails="AFFILIATION", deceasedMemberName="谭世明",
            deceasedMemberId=P("谭世明", 19540301, 35).id, deceasedAffiliated=False,
            relationshipToDeceased="配偶",
            members=[me("其他", "慢性病", transfer=12000)], phone="13900001204",
            evidence="申请书、身份证复印件、遗属证明"),
        app("B15-12-005", P("余思琪", 20030329, 46, "羌"), "遗属", "2015-07-10", "突发事件",
            "14160 0 1600 2", "eligible",
            "Survivor, a child of 12 living with her grandmother; number in full-width digits",
            deceasedMemberName="余志刚", deceasedMemberId=P("余志刚", 19740617, 71, "羌").id,
            deceasedAffiliated=True, relationshipToDeceased="未成年子女",
            members=[me("在校学生", transfer=6960),
                     kin("祖父母", P("王素珍", 19500208, 24, "羌"), "务农", business=7200)],
            expenditure=[bill("教育", 1600, None, "2014-09-01", "余思琪", "学费收据")],
            phone="13900001205", evidence="申请书、身份证复印件、遗属证明"),
    ])
U12.applications[4].text["applicantId"] = U12.applications[4].fields["applicantId"].translate(
    str.maketrans("0123456789X", "０１２３４５６７８９Ｘ"))
U12.files = [("遗属申报.xml", "excel", [
    Sheet("applications", "遗属申报表",
          "序号 申报编号 姓名﹡ 身份证号码﹡ 性别 民族 申报类别﹡ 已故党员姓名 离世党员身份证号码 原党组织关系在工委 "
          "与离世党员关系 致困原因﹡ 已享受普惠政策﹡ 已接受各类捐助﹡ " + STEPS + " 证明材料 联系电话 申报日期",
          title="离世党员遗属申报表", dates="zh", unit_line=("填报单位：州羌绣研究所",), spare_rows=2,
          footer=("注：遗属限父母、配偶、未成年子女。", ("填表人：龙××", "审核人："))),
    Sheet("members", "家庭成员表",
          "申报编号 申请人姓名 姓名 身份证号码 与申请人关系 出生日期 是否共同生活 就业状况 健康状况 工资性收入 经营净收入 "
          "财产净收入 转移净收入", dates="zh", money="comma",
          unit_line=("填报单位：州羌绣研究所", "单位：元")),
    Sheet("expenditure", "支出明细", "申报编号 姓名 支出项目 发生金额 报销金额 支出日期 证明材料",
          dates="zh", unit_line=("填报单位：州羌绣研究所", "单位：元"))])]

UNITS = [U07, U08, U09, U10, U11, U12]
