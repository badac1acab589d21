"""Round 2015, units U13 to U19, the late filings beside the folders, and the unknown unit."""

from .grid import Sheet
from .identity import P
from .tables import UNREADABLE, Unit, aid, app, bill, item, kin, me
from .units_2015_a import CONDUCT, STEPS, U05, XUEMEI

U13 = Unit(
    "U13", "州河谷水电厂", "国有企业", 205, 117, "水电厂",
    layout="CSV in GB18030, five files; member list under 单位:元/月; amounts like 3,860.00; a "
           "character outside GBK in a name (李䶮); nearly every money slip",
    applications=[
        app("B15-13-001", P("杨树清", 19670218, 39), "在职", "2015-05-18", "疾病",
            "30000 0 0..6000 3", "eligible",
            "Reimbursement (60,000) above the bill (6,000): an error, and both ends pass",
            members=[me("在职", "重病"), kin("配偶", P("邓小芳", 19690725, 26), "无固定职业"),
                     kin("子女", P("杨柳", 20000117, 48), "在校学生")],
            income=[item("杨树清", "工资", 2500, "月", 12)],
            expenditure=[bill("医疗", 6000, 60000, "2014-11-11", "杨树清", "住院结算单")],
            phone="13900001301", evidence="申请书、身份证复印件、诊断证明"),
        app("B15-13-002", P("罗布桑珠", 19730409, 17, "藏"), "在职", "2015-05-19", "疾病",
            "60000 0 16000 3", "eligible",
            "8,000 entered both as 已受资助 (医疗救助) and as 报销金额: counts once; counted twice, the "
            "family would fail",
            members=[me("在职", "重病"),
                     kin("配偶", P("央金拉措", 19760805, 42, "藏"), "在职"),
                     kin("子女", P("桑珠次央", 20030910, 66, "藏"), "在校学生")],
            income=[item("罗布桑珠", "工资", 3200, "月", 12),
                    item("央金拉措", "工资", 1800, "月", 12)],
            expenditure=[bill("医疗", 40000, 28000, "2014-12-22", "罗布桑珠", "住院结算单"),
                         bill("医疗", 12000, 8000, "2015-02-16", "罗布桑珠", "住院结算单")],
            support=[aid("医疗救助", 8000, "2015-03-05")],
            phone="13900001302", evidence="申请书、身份证复印件、诊断证明"),
        app("B15-13-003", P("李䶮", 19781221, 35), "在职", "2015-06-08", "疾病",
            "50000 0..6000 10000 3", "undetermined",
            "医疗救助 6,000 beside another reimbursement: perhaps the same money, and that decides",
            unknown="INCOME_TEST",
            members=[me("在职", "重病"), kin("配偶", P("彭丽华", 19800614, 28), "无固定职业"),
                     kin("子女", P("李欣然", 20070927, 46), "在校学生")],
            income=[item("李䶮", "奖金", 5000, "一次性"), item("李䶮", "工资", 3750, "月", 12)],
            expenditure=[bill("医疗", 30000, 20000, "2015-01-09", "李䶮", "住院结算单")],
            support=[aid("医疗救助", 6000, "2015-04-10")],
            phone="13900001303", evidence="申请书、身份证复印件、诊断证明"),
        app("B15-13-004", P("蒋文军", 19751118, 71), "在职", "2015-08-18", "就业人员少",
            "42300..45600 0 0 3", "eligible",
            "奖金 per month without 月数: 1 to 12 times 300, the test is met at both ends; the wage "
            "row "
            "entered twice counts once; rent per quarter",
            members=[me("在职"), kin("配偶", P("泽郎初", 19771030, 84, "羌"), "无固定职业"),
                     kin("子女", P("蒋羌月", 20040416, 62, "羌"), "在校学生")],
            income=[item("蒋文军", "工资", 3000, "月", 12), item("蒋文军", "工资", 3000, "月", 12),
                    item("蒋文军", "奖金", 300), item("蒋文军", "租金", 1500, "季")],
            phone="13900001304", evidence="申请书、身份证复印件、收入证明"),
        app("B15-13-005", P("旺堆夺吉", 19790630, 55, "藏"), "在职", "2015-08-19", "灾害",
            "33600 3800 15000 3", "undetermined",
            "Number with the tail 000; 0.38万元 in a yuan column is 3,800 yuan",
            unknown="UNIQUE", applicantId="513299197906300000",
            text={"applicantId": "513299197906300000"},
            members=[me("在职", wage=33600, text={"memberId": "513299197906300000"}),
                     kin("配偶", P("夏尔姆", 19811203, 24, "藏"), "无固定职业"),
                     kin("子女", P("旺堆索南", 20080519, 93, "藏"), "在校学生")],
            expenditure=[bill("灾害损失", 15000, 0, "2015-07-12", None, "灾情证明")],
            support=[aid("临时救助", 3800, "2015-07-20", text={"amount": "0.38万元"})],
            phone="13900001305", evidence="申请书、身份证复印件、灾情证明"),
    ])
U13.files = [
    ("1申报表.csv", "gb18030", [Sheet(
        "applications", "申报表",
        "序号 申报编号 姓名 身份证号 性别 民族 申报类别 家庭人口 致困原因 已享受普惠政策 已接受各类捐助 " + CONDUCT + " "
        + STEPS + " 证明材料 联系电话 申报日期", dates="slash",
        title="困难党员申报汇总表", unit_line=("填报单位:州河谷水电厂",), spare_rows=2)]),
    ("2家庭成员.csv", "gb18030", [Sheet(
        "members", "家庭成员",
        "申报编号 户主 姓名 身份证号码 与申请人关系 出生日期 是否共同生活 就业状况 健康状况 工资性收入 经营净收入 财产净收入 "
        "转移净收入", dates="slash", money="comma", monthly=True,
        unit_line=("填报单位:州河谷水电厂", "单位:元/月"))]),
    ("3收入.csv", "gb18030", [Sheet(
        "income", "收入明细", "序号 申报编号 姓名 收入项目 金额 周期 月数", money="comma",
        unit_line=("填报单位:水电厂", "单位:元"))]),
    ("4支出.csv", "gb18030", [Sheet(
        "expenditure", "支出明细", "序号 申报编号 姓名 支出项目 发生金额 报销金额 支出日期 证明材料", dates="slash",
        money="comma", total=True, unit_line=("填报单位:水电厂", "单位:元"))]),
    ("5资助.csv", "gb18030", [Sheet(
        "support", "已受资助", "序号 申报编号 户主 资助类别 金额 资助日期", dates="slash", money="comma",
        total=True, unit_line=("填报单位:水电厂", "单位:元"))]),
]

U14 = Unit(
    "U14", "州联络接待处", "机关", 38, 11, "接待处",
    layout="CSV, UTF-8 without BOM, LF line ends, aliases and ★ marks, 栏次 line, the unit line "
           "below "
           "the table, an unknown header with values (QQ号), a header with a typing "
           "slip (家庭住扯), a cell starting with “=”",
    applications=[
        app("B15-14-001", XUEMEI, "在职", "2015-09-21", "疾病", "31200 0 0 3", "eligible",
            "The same person as B15-03-004, here with her whole number",
            householdSize=3, declaredAnnualIncome=31200, phone="13900000304",
            address="州直机关住宅区2栋", evidence="申请书、身份证复印件、诊断证明"),
        app("B15-14-002", P("石勇", 19711113, 33), "在职", "2015-09-22", "就业人员少",
            "30600 0 0 3", "ineligible",
            "The unit attests 不做党所分配的工作; name written “石 勇”; cell starting with “=”",
            fails="CONDUCT_ASSIGNMENTS", exclusionAssignments=True, householdSize=3,
            declaredAnnualIncome=30600, phone="13900001402",
            text={"applicantName": "石 勇", "address": "=1+1"},
            evidence="申请书、身份证复印件"),
        app("B15-14-003", P("泽朗", 19860403, 75, "藏"), "在职", "2015-09-23", "就业人员少",
            "28200 0 0 2", "ineligible", "The unit attests two conduct grounds (言行, 岗位职责)",
            fails="CONDUCT_BEHAVIOUR CONDUCT_DUTIES", exclusionConduct=True, exclusionDuties=True,
            householdSize=2, declaredAnnualIncome=28200, phone="13900001403",
            address="州直机关住宅区5栋", evidence="申请书、身份证复印件"),
        app("B15-14-004", P("尔玛木", 19890801, 28, "羌"), "在职", "2015-09-24", "突发事件",
            "25800 0 0 2", "eligible",
            "Birth date cell (1998-08-01) contradicts the number (1989-08-01); full-width digits",
            householdSize=2, declaredAnnualIncome=25800, phone="13900001404",
            text={"birthDate": "1998年8月1日", "declaredAnnualIncome": "２５８００"},
            address="州直机关住宅区7栋", evidence="申请书、身份证复印件、事故认定书"),
    ])
U14.applications[0].text["QQ号"] = "10001"
U14.files = [("申报汇总.csv", "utf-8-lf", [Sheet(
    "applications", "申报汇总",
    "编号 ★困难党员姓名 ★证件号码 性别 民族 出生年月日 ★人员类别 家庭住扯 手机 QQ号 家庭人口数 家庭年总收入 ★致贫原因 "
    "★是否享受国家相关普惠政策 ★是否接受各类捐助 " + CONDUCT + " 信息核实日期 公示起 公示止 审定日期 签章 附件 申请日期",
    title="2015年度困难党员汇总", numbering="栏次", dates="zh", also={"家庭住扯": "address"},
    footer=(("填报单位（盖章）：州联络接待处", "负责人：", "2015年10月12日"),))])]

U15 = Unit(
    "U15", "州寄宿学校服务中心", "事业", 44, 18, "服务中心",
    layout="“Unicode text” (UTF-16LE, tabs), two files, no application numbers: members find their "
           "household by name; a dotted name with two kinds of dot; one row that fits nobody; one "
           "application in the shared late file",
    applications=[
        app(None, P("三郎措", 19860718, 64, "藏"), "在职", "2015-06-10", "就业人员少",
            "27000 0 0 2", "eligible", "`sharedContact`: the phone number of another person in U08",
            members=[me("在职", wage=27000),
                     kin("子女", P("三郎尕姆", 20110130, 82, "藏"), "学龄前")],
            phone="13900000803", evidence="申请书、身份证复印件、收入证明"),
        app(None, P("魏国富", 19700512, 93), "在职", "2015-06-11", "就业人员少",
            "36000.. 0 0 3", "undetermined",
            "“12.5OO” (letters O) in a wage cell: unreadable, so unknown, and that decides",
            unknown="INCOME_TEST",
            members=[me("在职", wage=36000),
                     kin("配偶", P("谢春燕", 19730804, 46), "在职", wage=UNREADABLE, business=0,
                         property=0, transfer=0, text={"wageIncome": "12.5OO"}),
                     kin("子女", P("魏子轩", 20020625, 11), "在校学生")],
            phone="13900001502", evidence="申请书、身份证复印件、收入证明"),
        app(None, P("华尔丹·泽仁", 19770916, 57, "藏"), "在职", "2015-03-16", "疾病",
            "34200 0 0 3", "undetermined",
            "Impossible date 2015-02-30 as 核实日期; members find him by the folded name",
            unknown="PROCEDURE", verifiedOn=None, text={"verifiedOn": "2015-02-30"},
            members=[me("在职", "慢性病", wage=34200,
                        text={"applicantName": "华尔丹・泽仁", "memberName": "华尔丹・泽仁"}),
                     kin("配偶", P("卓玛泽仁", 19800222, 48, "藏"), "无固定职业",
                         text={"applicantName": "华尔丹・泽仁"}),
                     kin("子女", P("泽仁夺机", 20050703, 33, "藏"), "在校学生",
                         text={"applicantName": "华尔丹・泽仁"})],
            phone="13900001503", evidence="申请书、身份证复印件、诊断证明"),
    ])
U15.files = [
    ("申报表.txt", "utf-16le", [Sheet(
        "applications", "申报表",
        "序号 姓名 身份证号码 性别 民族 出生日期 申报类别 家庭人口 致困原因 已享受普惠政策 已接受各类捐助 " + CONDUCT + " "
        + STEPS + " 证明材料 联系电话 申报日期", unit_line=("填报单位：州寄宿学校服务中心", "单位：元"))]),
    ("家庭成员.txt", "utf-16le", [Sheet(
        "members", "家庭成员",
        "户主 姓名 身份证号码 与申请人关系 是否共同生活 就业状况 健康状况 工资性收入 经营净收入 财产净收入 转移净收入",
        unit_line=("填报单位：州寄宿学校服务中心", "单位：元"),
        stray=({"applicantName": "田小荷", "memberName": "田大勇", "relationship": "配偶",
                "memberId": P("田大勇", 19680203, 31).id, "livesTogether": "是",
                "employment": "务农", "health": "健康", "netBusinessIncome": "8000"},))]),
]

RENEWAL = P("马学明", 19680927, 19, "回")
RENEWAL_WIFE = P("海秀兰", 19700316, 24, "回")
RENEWAL_CHILD = P("马晓燕", 20010514, 46, "回")
TOO_SOON = P("格西尼玛", 19760203, 71, "藏")
TOO_SOON_WIFE = P("格西卓嘎", 19790619, 62, "藏")

U16 = Unit(
    "U16", "州地灾监测站", "事业", 53, 20, "地灾站",
    layout="SpreadsheetML 2003 with `<ss:Cell>` prefixes, five worksheets, one-row headers, "
           "money as "
           "text with thousands commas, household key by the applicant's name",
    applications=[
        app("B15-16-001", RENEWAL, "在职", "2015-06-08", "疾病", "43200 0 0 3", "eligible",
            "`renewal`: also in round 2013 (2013-05-06), more than 24 months before",
            previouslyHelpedOn="2013-09-10",
            members=[me("在职", "慢性病"), kin("配偶", RENEWAL_WIFE, "无固定职业"),
                     kin("子女", RENEWAL_CHILD, "在校学生")],
            income=[item("马学明", "工资", 3300, "月", 12),
                    item("海秀兰", "经营收入", 300, "月", 12)],
            phone="13900001601", evidence="申请书、身份证复印件、诊断证明"),
        app("B15-16-002", TOO_SOON, "在职", "2015-05-18", "就业人员少", "28800 0 0 2", "eligible",
            "`tooSoon`: also in round 2014 (2014-09-15); 上次受助时间 left blank, so only the "
            "earlier round can tell",
            members=[me("在职"), kin("配偶", TOO_SOON_WIFE, "无固定职业")],
            income=[item("格西尼玛", "工资", 2400, "月", 12)],
            phone="13900001602", evidence="申请书、身份证复印件、收入证明"),
        app("B15-16-003", P("窦红梅", 19720811, 26), "在职", "2015-06-09", "就业人员少",
            "44640 0 0 3", "eligible",
            "救助金 6,240 among the income and 低保 6,240 as 已受资助: counts once (in D); counted "
            "twice, the family would fail",
            members=[me("在职"), kin("配偶", P("康志强", 19700204, 51), "失业"),
                     kin("子女", P("康小蓉", 20021008, 48), "在校学生")],
            income=[item("窦红梅", "工资", 3200, "月", 12), item("康志强", "救助金", 6240, "年")],
            support=[aid("低保", 6240, "2015-01-15")],
            phone="13900001603", evidence="申请书、身份证复印件、低保证"),
        app("B15-16-004", P("切旺罗尔基", 19740712, 39, "藏"), "在职", "2015-10-15", "灾害",
            "69600 5000 45000 4", "eligible",
            "Fire loss, insurance paid a part (支出型); 非收入所得 (a car sold) is not income",
            members=[me("在职"), kin("配偶", P("阿初", 19761120, 28, "藏"), "在职"),
                     kin("子女", P("切旺嘉措", 20000605, 57, "藏"), "在校学生"),
                     kin("配偶父母", P("罗让初", 19500419, 84, "藏"), "丧失劳动能力", "慢性病")],
            income=[item("切旺罗尔基", "工资", 3600, "月", 12), item("阿初", "工资", 2000, "月", 12),
                    item("罗让初", "养老金", 200),
                    item("切旺罗尔基", "非收入所得", 20000, "一次性", None)],
            expenditure=[bill("灾害损失", 60000, 15000, "2015-07-28", None, "灾情证明")],
            support=[aid("单位慰问", 2000, "2015-08-01"), aid("社会捐助", 3000, None)],
            assetsSold="小汽车一辆", phone="13900001604",
            evidence="申请书、身份证复印件、灾情证明"),
        app("B15-16-005", P("吉木措", 19811021, 42, "羌"), "在职", "2015-03-30", "疾病",
            "52000 0 0 3", "ineligible",
            "Bill paid in 2013 and aid received in 2013, both outside the window",
            fails="INCOME_TEST",
            members=[me("在职"), kin("配偶", P("朱永强", 19790815, 75), "在职"),
                     kin("子女", P("朱羌儿", 20080706, 68, "羌"), "在校学生")],
            income=[item("吉木措", "工资", 2500, "月", 12), item("朱永强", "工资", 22000, "年")],
            expenditure=[bill("医疗", 45000, 15000, "2013-11-20", "吉木措", "住院结算单")],
            support=[aid("工会", 1500, "2013-12-20")],
            phone="13900001605", evidence="申请书、身份证复印件、诊断证明"),
        app("B15-16-006", P("严冬生", 19691222, 13), "在职", "2015-04-15", "其他", "49200 0 2000 3",
            "ineligible", "Housing and other costs are not rigid expenditure; the cause is 其他",
            fails="INCOME_TEST",
            members=[me("在职"), kin("配偶", P("傅敏", 19711017, 24), "在职"),
                     kin("子女", P("严思远", 20030126, 35), "在校学生")],
            income=[item("严冬生", "工资", 2800, "月", 12), item("傅敏", "工资", 1300, "月", 12)],
            expenditure=[bill("住房", 30000, None, "2014-08-10", None, "购房合同"),
                         bill("其他", 6000, None, "2014-10-02"),
                         bill("护理", 2000, 0, "2014-12-09", "傅敏", "护理费收据")],
            phone="13900001606", evidence="申请书、身份证复印件"),
    ])
_NAME_KEY = "申请人姓名 "
U16.files = [("地灾站.xml", "prefixed", [
    Sheet("applications", "申报表",
          "申报编号 姓名 身份证号码 性别 民族 出生日期 申报类别 变卖财产 致困原因 已享受普惠政策 已接受各类捐助 "
          + CONDUCT + " " + STEPS + " 证明材料 上次受助时间 联系电话 申报日期", dates="iso",
          title="申报表", unit_line=("填报单位：州地灾监测站",), numbering="甲"),
    Sheet("members", "家庭成员表",
          _NAME_KEY + "成员姓名 身份证号码 与申请人关系 出生日期 是否共同生活 就业状况 健康状况"),
    Sheet("income", "收入明细", _NAME_KEY + "成员姓名 收入项目 金额 周期 月数", money="comma"),
    Sheet("expenditure", "支出明细",
          _NAME_KEY + "成员姓名 支出项目 发生金额 报销金额 支出日期 证明材料", money="comma", total=True),
    Sheet("support", "已受资助", _NAME_KEY + "资助类别 金额 资助日期", money="comma")])]

U17 = Unit(
    "U17", "州民族印刷厂", "国有企业", 61, 40, "印刷厂", affiliated=False,
    layout="CSV, UTF-8 with BOM, one file; the roster says 组织关系在工委 = 否; declared total under "
           "家庭年收入（万元）, a header in traditional characters (身份證號碼), a header with a typing slip "
           "(家庭年收人) that must not bind",
    applications=[
        app("B15-17-001", P("廖建设", 19641030, 31), "在职", "2015-07-20", "疾病", "31500 0 0 3",
            "ineligible", "The unit's Party relation is not with the working committee",
            fails="AFFILIATION", householdSize=3, declaredAnnualIncome=31500,
            text={"家庭年收人": "31500"}, phone="13900001701",
            evidence="申请书、身份证复印件、诊断证明"),
        app("B15-17-002", P("孟庆芳", 19530614, 48), "退休", "2015-07-21", "疾病", "27600 0 0 2",
            "eligible", "Her own relation is (党组织关系在工委 = 是), which counts before the roster",
            affiliated=True, householdSize=2, declaredAnnualIncome=27600, phone="13900001702",
            evidence="申请书、身份证复印件、诊断证明"),
        app("B15-17-003", P("冉木初", 19780128, 66, "羌"), "在职", "2015-11-16", "就业人员少",
            "72000 0 0 2", "ineligible", "Fails twice: affiliation and income",
            fails="AFFILIATION INCOME_TEST", householdSize=2, declaredAnnualIncome=72000,
            phone="13900001703", evidence="申请书、身份证复印件"),
    ])
U17.files = [("申报.csv", "utf-8-sig", [Sheet(
    "applications", "申报",
    "申报编号 姓名 身份證號碼 出生日期 申报类别 党组织关系在工委 家庭人口 家庭年收入（万元） 家庭年收人 致困原因 "
    "已享受普惠政策 已接受各类捐助 " + CONDUCT + " " + STEPS + " 证明材料 联系电话 申报日期",
    title="申报表", also={"身份證號碼": "applicantId"},
    unit_line=("填报单位：州民族印刷厂",))])]

U18 = Unit("U18", "州药材种植站", "事业", 36, 13, "药材站", layout="silent: no submission")
U19 = Unit("U19", "州邮路管理所", "事业", 29, 8, "邮路所", layout="silent: no submission")

# Late filings of two units in one file directly in the round's folder.
U05.late.append(app(
    "B15-05-090", P("杨卓姆", 19820305, 82, "羌"), "在职", "2015-11-09", "疾病", "32400 0 0 2",
    "eligible", "In the late file, unit named by its alias 传习所", householdSize=2,
    declaredAnnualIncome=32400, submittingUnit="传习所", phone="13900000590",
    evidence="申请书、身份证复印件、诊断证明"))
U15.late.append(app(
    "B15-15-090", P("范文秀", 19750314, 62), "在职", "2015-11-10", "就业人员少", "30000 0 0 2",
    "ineligible", "In the late file; other aid not yet accepted (已接受各类捐助 = 否)",
    fails="EXHAUSTION", otherAidExhausted=False, householdSize=2, declaredAnnualIncome=30000,
    submittingUnit="州寄宿学校服务中心", phone="13900001590", evidence="申请书、身份证复印件"))

LATE_FILE = ("补报汇总.csv", "utf-8", Sheet(
    "applications", "补报汇总",
    "申报单位 申报编号 姓名 身份证号码 出生日期 申报类别 家庭人口 家庭年收入 致困原因 已享受普惠政策 已接受各类捐助 "
    + CONDUCT + " " + STEPS + " 证明材料 联系电话 申报日期", title="2015年补报汇总表"))

# Handed in by a unit that no roster names: quarantined, and never in the expected results.
UNKNOWN_UNIT = Unit(
    "", "州蜂业试验场", "事业", 0, 0,
    layout="not in the roster: quarantined with an error while the others go on; CSV in UTF-8",
    applications=[
        app("B15-99-001", P("秦小蜂", 19831124, 31), "在职", "2015-09-01", "疾病", "24000 0 0 2",
            "eligible", "quarantined with its unit", householdSize=2, declaredAnnualIncome=24000,
            phone="13900009901", evidence="申请书、身份证复印件"),
    ])
UNKNOWN_UNIT.files = [("申报表.csv", "utf-8", [Sheet(
    "applications", "申报表",
    "申报编号 姓名 身份证号码 申报类别 家庭人口 家庭年收入 致困原因 已享受普惠政策 已接受各类捐助 " + CONDUCT + " " + STEPS
    + " 证明材料 联系电话 申报日期", unit_line=("填报单位：州蜂业试验场", "单位：元"))])]

UNITS = [U13, U14, U15, U16, U17, U18, U19]
