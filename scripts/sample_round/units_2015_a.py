"""Round 2015, units U01 to U06: workbooks, member lists, item sheets."""

from .grid import Sheet
from .identity import P, old_form
from .tables import Unit, aid, app, bill, item, kin, me, totals

CONDUCT = ("无故不参加组织生活 不按时交纳党费 不做党所分配的工作 言行不符合党员要求 "
           "不认真履行岗位职责 未购买相关保险致困")
STEPS = "核实日期 公示开始日期 公示结束日期 党组审定日期 是否签章"
GROUPED_CONDUCT = " ".join("党员表现/" + header for header in CONDUCT.split())
GROUPED_STEPS = " ".join("单位审核/" + header for header in STEPS.split())

# The couple of U01 and U09: each spouse applies in his or her own unit.
WANG = P("王成林", 19700923, 15)
LAMUCUO = P("拉姆措", 19730214, 42, "藏")
WANG_CHILD = P("王梓涵", 20030607, 28)
COUPLE_INCOME = [item("王成林", "工资", 2600, "月", 12), item("拉姆措", "工资", 1900, "月", 12)]
COUPLE_BILLS = [bill("医疗", 30000, 10000, "2015-02-11", "王成林")]

# The pensioner of U02 (15-digit number) and U11 (18-digit number).
MA = P("马成英", 19510719, 16, "回")
MA_HUSBAND = P("马文才", 19490228, 31, "回")

# The woman of U03 (damaged number) and U14 (whole number).
XUEMEI = P("王雪梅", 19740806, 64)

U01 = Unit(
    "U01", "州水源保护局", "机关", 64, 21, "水源局、州水源局",
    layout="SpreadsheetML 2003 as Excel writes it (`<Cell>`, ss:Index), five worksheets, "
           "two-row merged headers, 单位:元, 序号, 合计, spare rows, footer",
    applications=[
        app("B15-01-001", P("杨德明", 19680412, 31), "在职", "2015-04-13", "疾病",
            "51120 2000 32000 3", "eligible",
            "Income above the line, medical bills and school fees bring the family below it "
            "(支出型); tuition without a reimbursement; 住房 is not deducted",
            members=[me("在职", "慢性病"), kin("配偶", P("罗静", 19701130, 22), "无固定职业"),
                     kin("子女", P("杨帆", 19990815, 17), "在校学生")],
            income=[item("杨德明", "工资", 4200, "月", 12), item("杨德明", "津补贴", 600),
                    item("杨德明", "社保缴费", 500, "月", 12),
                    item("杨德明", "个人所得税", 40)],
            expenditure=[bill("医疗", 86500, 61300, "2014-11-20", "杨德明", "住院结算单"),
                         bill("教育", 6800, None, "2014-09-01", "杨帆", "学费收据"),
                         bill("住房", 24000, None, "2014-06-30", None, "购房合同")],
            support=[aid("工会", 2000, "2014-12-25")], declaredAnnualIncome=51120,
            phone="13900000101", evidence="申请书、身份证复印件、收入证明、诊断证明、住院结算单",
            requestedMeasure="一次性资助", requestedAmount=10000),
        app("B15-01-002", P("罗尔伍多吉", 19750306, 13, "藏"), "在职", "2015-06-15", "就业人员少",
            "60000 0 0 4", "eligible",
            "Exactly at the line: 1250.00 per head on a line of 1250 (<=); 经营成本 subtracts",
            members=[me("在职"), kin("配偶", P("卓玛初", 19780921, 44, "藏"), "务农"),
                     kin("子女", P("罗尔伍泽郎", 20020118, 55, "藏"), "在校学生"),
                     kin("子女", P("罗尔伍拉姆", 20060430, 26, "藏"), "在校学生")],
            income=[item("罗尔伍多吉", "工资", 3900, "月", 12),
                    item("卓玛初", "经营收入", 20000, "年"),
                    item("卓玛初", "经营成本", 6800, "年")],
            declaredAnnualIncome=60000, phone="13900000102",
            evidence="申请书、身份证复印件、收入证明", requestedMeasure="临时性资助"),
        app("B15-01-003", P("张彭措", 19790525, 37, "藏"), "在职", "2015-06-16", "就业人员少",
            "45000.01 0 0 3", "ineligible",
            "One fen above the line, and nothing else against it", fails="INCOME_TEST",
            members=[me("在职"), kin("配偶", P("何丽", 19811204, 86), "无固定职业"),
                     kin("子女", P("张达娃", 20080228, 14, "藏"), "在校学生")],
            income=[item("张彭措", "工资", "3748.10", "月", 12),
                    item("张彭措", "利息", "22.81", "年")],
            declaredAnnualIncome="45000.01", phone="13900000103",
            evidence="申请书、身份证复印件、收入证明", requestedMeasure="临时性资助"),
        app("B15-01-004", WANG, "在职", "2015-05-12", "疾病", "54000 0 20000 3", "eligible",
            "`sharedHousehold`: his wife applies in U09 for the same household",
            members=[me("在职", "重病"), kin("配偶", LAMUCUO, "在职"),
                     kin("子女", WANG_CHILD, "在校学生")],
            income=COUPLE_INCOME, expenditure=COUPLE_BILLS, declaredAnnualIncome=54000,
            phone="13900000104", evidence="申请书、身份证复印件、诊断证明", savings=3000,
            requestedMeasure="一次性资助"),
    ])
U01.files = [("申报材料.xml", "excel", [
    Sheet("applications", "申报表",
          "序号 申报编号 姓名* 性别 民族 身份证号码* 出生日期 申报类别* 联系电话 家庭人口 家庭年收入 "
          "家庭存款 致困原因* 申请帮扶方式 申请金额 已享受普惠政策* 已接受各类捐助* "
          + GROUPED_CONDUCT + " " + GROUPED_STEPS + " 证明材料 申报日期",
          title="2015年度州直机关党内经济帮扶申报汇总表", dates="excel",
          unit_line=("填报单位(盖章):州水源保护局", "填报日期:2015年6月30日", "单位:元"),
          spare_rows=3, total=True, footer=(
              "注:1.“家庭年收入”按申报前12个月计算。2.带*的为必填项。",
              ("填表人:王××", "审核人:", "单位负责人:", "日期:2015年6月30日"))),
    Sheet("members", "家庭成员表",
          "序号 申报编号 申请人姓名 成员姓名* 身份证号码 与申请人关系* 出生日期 是否共同生活 就业状况 健康状况",
          title="家庭成员表", unit_line=("填报单位:州水源保护局",), dates="excel", spare_rows=2),
    Sheet("income", "收入明细", "序号 申报编号 成员姓名 收入项目* 金额* 周期 月数 证明材料",
          title="家庭收入明细表", unit_line=("填报单位:州水源保护局", "单位:元")),
    Sheet("expenditure", "支出明细",
          "序号 申报编号 成员姓名 支出项目* 支出金额/发生金额* 支出金额/报销金额 支出日期 证明材料",
          title="家庭刚性支出明细表", unit_line=("填报单位:州水源保护局", "单位:元"), dates="excel",
          subtotals=True, total=True),
    Sheet("support", "已受资助", "序号 申报编号 申请人姓名 资助类别* 金额* 资助日期",
          title="已享受资助情况", unit_line=("填报单位:州水源保护局", "单位:元"), dates="excel",
          total=True)])]

U02 = Unit(
    "U02", "州牧道养护局", "机关", 112, 47, "牧道局",
    layout="CSV in GB18030, four files, one-row headers, 小计 and 合计 (the 合计 of 支出明细 is wrong "
           "on purpose), a row with neither a name nor a number, dates like 2015.5.11",
    applications=[
        app("B15-02-001", P("刁志华", 19630509, 33), "在职", "2015-05-11", "疾病",
            "57960 8000 53700 4", "eligible",
            "刁xx of the article: skin cancer, wife ill and out of work, daughter at primary "
            "school, mother-in-law on survivor's subsidy; relatives' and colleagues' help counted",
            members=[me("在职", "重病", wage=56400, transfer=-5400),
                     kin("配偶", P("唐玉容", 19670113, 46), "丧失劳动能力", "重病",
                         wage=0, business=0, property=0, transfer=0),
                     kin("子女", P("刁雨欣", 20050919, 62), "在校学生"),
                     kin("配偶父母", P("唐李氏", 19370824, 28), "其他", "慢性病", transfer=6960)],
            expenditure=[bill("医疗", 98600, 52100, "2014-10-08", "刁志华", "住院结算单"),
                         bill("医疗", 14000, 6800, "2015-03-19", "唐玉容", "门诊票据")],
            support=[aid("社会捐助", 5000, "2015-01-20"), aid("单位慰问", 3000, "2015-02-10")],
            phone="13900000201",
            hardshipStatement="皮肤癌住院治疗，配偶患病无工作，女儿读小学", evidence="申请书;身份证复印件;诊断证明;住院结算单",
            debt=60000, assetsSold="无"),
        app("B15-02-002", MA, "退休", "2015-05-13", "疾病", "33600 0 8500 2", "eligible",
            "15-digit number; `sameApplicantOtherUnit`: she also applies in U11 with the 18-digit "
            "form, later, and is merged with this; notice of exactly 5 days",
            noticeTo="2015-05-25",
            applicantId=old_form(MA.id),
            members=[me("退休", "慢性病", transfer=30000),
                     kin("配偶", MA_HUSBAND, "务农", business=3600)],
            expenditure=[bill("医疗", 18000, 9500, "2014-12-03", "马成英", "住院结算单")],
            phone="13900000202",
            hardshipStatement="冠心病住院，老伴务农", evidence="申请书;身份证复印件;诊断证明"),
        app("B15-02-003", P("李泽仁志玛", 19781027, 68, "藏"), "在职", "2015-05-20", "就业人员少",
            "28800 0 0 2", "ineligible", "Universal benefits not yet used (已享受普惠政策 = 否)",
            fails="EXHAUSTION", universalBenefitsUsed=False,
            members=[me("在职", wage=28800),
                     kin("子女", P("李央金", 20040311, 82, "藏"), "在校学生")],
            phone="13900000203",
            hardshipStatement="离异，独自抚养子女", evidence="申请书;身份证复印件"),
        app("B15-02-004", P("周仁真", 19810616, 19, "藏"), "在职", "2015-05-22", "突发事件",
            "40000 0 0 3", "undetermined", "Public notice of only 4 days, one short of the 5",
            unknown="PROCEDURE", noticeFrom="2015-06-01", noticeTo="2015-06-04",
            members=[me("在职", wage=36400),
                     kin("配偶", P("泽让初", 19840708, 24, "藏"), "无固定职业", business=3600),
                     kin("子女", P("周志明", 20110522, 35, "藏"), "学龄前")],
            phone="13900000204",
            hardshipStatement="住房漏电失火，家具烧毁", evidence="申请书;身份证复印件;收入证明"),
    ])
U02.files = [
    ("申报表.csv", "gb18030", [Sheet(
        "applications", "申报表",
        "序号 申报编号 ★姓名 ★身份证号 民族 出生日期 ★申报类别 家庭人口数 家庭债务 变卖财产 ★致困原因 困难情况 "
        "手机 ★已享受普惠政策 ★已接受各类捐助 " + CONDUCT + " " + STEPS + " 附件 申报日期",
        title="州直机关党内经济帮扶申报表（2015年）", dates="dot",
        unit_line=("填报单位（盖章）：州牧道养护局", "单位：元"), spare_rows=2,
        stray=({"hardshipCause": "疾病", "hardshipStatement": "（此行待补）"},),
        footer=("注：带★的项目必须填写。", ("填表人：李××", "审核人：", "日期：2015.6.12")))]),
    ("家庭成员.csv", "gb18030", [Sheet(
        "members", "家庭成员",
        "序号 申报编号 姓名 身份证号码 与申请人关系 出生日期 是否共同生活 就业状况 健康状况 工资性收入 经营净收入 "
        "财产净收入 转移净收入", dates="dot", title="家庭成员表",
        unit_line=("填报单位：州牧道养护局", "单位：元/年"), total=True)]),
    ("支出明细.csv", "gb18030", [Sheet(
        "expenditure", "支出明细", "申报编号 姓名 支出项目 发生金额 报销金额 支出日期 证明材料", dates="dot",
        unit_line=("填报单位：州牧道养护局", "单位：元"), money="two", subtotals=True, total=True,
        wrong_total={"billedAmount": 136000})]),
    ("已受资助.csv", "gb18030", [Sheet(
        "support", "已受资助", "申报编号 申请人姓名 资助类别 金额 资助日期", dates="dot", total=True,
        unit_line=("填报单位：州牧道养护局", "单位：元"))]),
]

U03 = Unit(
    "U03", "州草畜改良站", "事业", 58, 16, "草畜站",
    layout="CSV, UTF-8 with BOM, two files; members' income under headers 元/月; columns in another "
           "order; dates like 2015年3月18日; √/× flags; an identity number damaged by Excel",
    applications=[
        app("B15-03-001", P("达瓦扎西", 19720203, 57, "藏"), "在职", "2015-03-18", "就业人员少",
            "38400 0 0 4", "eligible", "One wage for four; figures given per month (元/月)",
            members=[me("在职", wage=34200),
                     kin("配偶", P("索朗曲珍", 19750817, 26, "藏"), "无固定职业", business=4200),
                     kin("子女", P("达瓦旺堆", 20000912, 33, "藏"), "在校学生"),
                     kin("子女", P("达瓦央宗", 20030104, 48, "藏"), "在校学生")],
            phone="13900000301", evidence="申请书、身份证复印件、收入证明"),
        app("B15-03-002", P("白玛曲珍", 19690614, 72, "藏"), "在职", "2015-03-20", "疾病",
            "39600 0 0 3..4", "eligible",
            "家庭人口 says 4, the list has 3: an interval, and the test is met at both ends",
            householdSize=4,
            members=[me("在职", "慢性病", wage=39600),
                     kin("配偶", P("贡布次仁", 19670705, 39, "藏"), "无固定职业"),
                     kin("子女", P("贡布旦增", 19980323, 51, "藏"), "在校学生")],
            phone="13900000302", evidence="申请书、身份证复印件、诊断证明"),
        app("B15-03-003", P("江村平措", 19851111, 75, "藏"), "在职", "2015-03-25", "就业人员少",
            "42000 0 0 2..3", "undetermined",
            "家庭人口 says 3, the list has 2: met at 3, not at 2", unknown="INCOME_TEST",
            householdSize=3,
            members=[me("在职", wage=42000),
                     kin("子女", P("江村白姆", 20100927, 66, "藏"), "学龄前")],
            phone="13900000303", evidence="申请书、身份证复印件、收入证明"),
        app("B15-03-004", XUEMEI, "在职", "2015-03-26", "疾病", "31200 0 0 3", "undetermined",
            "Number damaged by Excel (5.13299E+17); `sameApplicantOtherUnit` with U14 by name and "
            "birth date", unknown="UNIQUE", applicantId="5.13299E+17",
            text={"applicantId": "5.13299E+17"},
            members=[me("在职", "慢性病", wage=31200, text={"memberId": "5.13299E+17"}),
                     kin("配偶", P("陈刚", 19710930, 73), "无固定职业"),
                     kin("子女", P("陈晓雯", 20011225, 92), "在校学生")],
            phone="13900000304", evidence="申请书、身份证复印件、诊断证明"),
    ])
U03.files = [
    ("2015年困难党员申报.csv", "utf-8-sig", [Sheet(
        "applications", "申报表",
        "申报编号 申报类别 申请人姓名 公民身份号码 出生日期 民族 家庭人口 致困原因 是否享受国家相关普惠政策 是否接受各类捐助 "
        + CONDUCT + " 信息核实日期 公示起 公示止 审定日期 签章 证明材料 联系电话 申请日期",
        title="困难党员申报表", unit_line=("填报单位：州草畜改良站",), dates="zh", flags="√×",
        footer=(("填表人：尼××", "日期：2015年4月20日"),))]),
    ("家庭成员.csv", "utf-8-sig", [Sheet(
        "members", "家庭成员",
        "申报编号 申请人 成员姓名 与申请人关系 是否共同生活 出生日期 身份证号码 就业状况 健康状况 "
        "工资性收入（元/月） 经营净收入（元/月） 财产净收入（元/月） 转移性收入（元/月）",
        dates="zh", flags="√×", money="comma", unit_line=("填报单位：草畜站",))]),
]

U04 = Unit(
    "U04", "州高原病防治所", "事业", 91, 38, "高原病所",
    layout="SpreadsheetML 2003 with `<ss:Cell>` prefixes, four worksheets, 单位:万元 on every sheet, "
           "two-row headers, 栏次 line, ☑/□ flags",
    applications=[
        app("B15-04-001", P("各让扎西", 19770102, 11, "藏"), "在职", "2015-08-10", "突发事件",
            "42000 12000 64000 3", "eligible",
            "各xx of the article: car accident, no longer able to work; what is left is below zero",
            members=[me("丧失劳动能力", "残疾", wage=24000),
                     kin("配偶", P("各让娜姆", 19800819, 38, "藏"), "无固定职业", business=18000),
                     kin("子女", P("各让尼美", 20070613, 71, "藏"), "在校学生")],
            expenditure=[bill("医疗", 128000, 72000, "2015-03-02", "各让扎西", "住院结算单"),
                         bill("残疾康复", 8000, 0, "2015-06-15", "各让扎西", "康复费发票")],
            support=[aid("单位慰问", 2000, "2015-03-10"), aid("社会捐助", 10000, "2015-04-01")],
            phone="13900000401", requestedMeasure="临时性资助",
            evidence="申请书、身份证复印件、诊断证明、事故认定书"),
        app("B15-04-002", P("仁青卓玛", 19830707, 24, "藏"), "在职", "2015-08-12", "疾病",
            "30000 0 0 2", "undetermined",
            "A required cell is blank (已接受各类捐助): for the unit to correct, never a refusal",
            unknown="EXHAUSTION", otherAidExhausted=None,
            members=[me("在职", "慢性病", wage=30000),
                     kin("父母", P("仁青拉初", 19560218, 84, "藏"), "务农", transfer=0)],
            phone="13900000402", requestedMeasure="一次性资助",
            evidence="申请书、身份证复印件、诊断证明"),
        app("B15-04-003", P("陈达瓦", 19760421, 95, "藏"), "在职", "2015-06-30", "就业人员少",
            "46800 0 0 3", "ineligible",
            "1300.00 per head on the last day of the 1250 line; on the next day it would pass",
            fails="INCOME_TEST",
            members=[me("在职", wage=36000),
                     kin("配偶", P("肖兰", 19790313, 56), "无固定职业", business=10800),
                     kin("子女", P("陈格桑", 20050825, 13, "藏"), "在校学生")],
            phone="13900000403", requestedMeasure="一次性资助", evidence="申请书、身份证复印件"),
        app("B15-04-004", P("索朗旺姆", 19801018, 48, "藏"), "在职", "2015-07-01", "就业人员少",
            "46800 0 0 3", "eligible",
            "The same 1300.00 per head on the first day of the 1380 line",
            members=[me("在职", wage=36000),
                     kin("配偶", P("泽旺多吉", 19780509, 77, "藏"), "无固定职业", business=10800),
                     kin("子女", P("泽旺格西", 20060201, 53, "藏"), "在校学生")],
            phone="13900000404", requestedMeasure="长期性资助", evidence="申请书、身份证复印件"),
    ])
U04.files = [("州高原病防治所.xml", "prefixed", [
    Sheet("applications", "申报表",
          "申报编号 申报对象 身份证号码 性别 出生日期 对象类别 家庭人口 困难原因 帮扶需求 已享受普惠政策 已接受各类捐助 "
          + GROUPED_CONDUCT + " " + GROUPED_STEPS + " 证明材料 电话 申报日期",
          title="党内经济帮扶申报汇总表", scale="万元", numbering="栏次", flags="☑□", dates="zh",
          unit_line=("申报单位：州高原病防治所", "单位：万元"), footer=(("制表人：旺××", "负责人："),)),
    Sheet("members", "家庭成员表",
          "申报编号 申请人姓名 成员姓名 身份证号码 与申请人关系 出生日期 是否共同生活 就业状况 健康状况 "
          "年收入/工资性收入 年收入/经营净收入 年收入/财产净收入 年收入/转移净收入",
          title="家庭成员表", scale="万元", flags="☑□", dates="zh", total=True,
          unit_line=("填报单位：州高原病防治所", "单位：万元")),
    Sheet("expenditure", "支出明细", "申报编号 成员姓名 支出项目 发生金额 报销金额 支出日期 证明材料",
          scale="万元", dates="zh", total=True, unit_line=("填报单位：州高原病防治所", "单位：万元")),
    Sheet("support", "已受资助", "申报编号 申请人姓名 资助类别 金额 资助日期", scale="万元", dates="zh",
          unit_line=("填报单位：州高原病防治所", "单位：万元"))])]

U05 = Unit(
    "U05", "州民族歌舞传习所", "事业", 76, 29, "传习所、州歌舞传习所",
    layout="“Unicode text” of Excel: UTF-16LE with BOM, tabs, .txt, four files; two-row header, "
           "甲/乙/1/2 line, 小计; one blank reimbursement",
    applications=[
        app("B15-05-001", P("余桂香", 19330211, 26, "羌"), "遗属", "2015-04-21", "疾病",
            "8640 500 3700 1", "eligible",
            "余xx of the article: widow over 80 with epilepsy, lives on survivor's subsidy; her "
            "three "
            "children live apart and do not count",
            deceasedMemberName="陈兴全", deceasedMemberId=P("陈兴全", 19310718, 37).id,
            deceasedAffiliated=True, relationshipToDeceased="配偶",
            members=[me("其他", "重病", transfer=8640),
                     kin("子女", P("陈秀华", 19570306, 48), "务农", together=False,
                         business=14200),
                     kin("子女", P("陈秀云", 19601122, 66), "务农", together=False,
                         business=11800),
                     kin("子女", P("陈建平", 19641009, 91), "无固定职业", together=False,
                         wage=18600)],
            expenditure=[bill("医疗", 6800, 3100, "2014-12-16", "余桂香", "住院结算单")],
            support=[aid("单位慰问", 500, "2015-02-12")], phone="13900000501",
            evidence="申请书、身份证复印件、遗属证明、诊断证明"),
        app("B15-05-002", P("杨小龙", 19950127, 53, "羌"), "遗属", "2015-04-22", "就业人员少",
            "9600 0 0 1", "ineligible", "Survivor, child of the deceased, but 20 years old",
            fails="SURVIVOR_KIN", deceasedMemberName="杨天富",
            deceasedMemberId=P("杨天富", 19660405, 15, "羌").id, deceasedAffiliated=True,
            relationshipToDeceased="未成年子女",
            members=[me("在校学生", transfer=9600)], phone="13900000502",
            evidence="申请书、身份证复印件、遗属证明"),
        app("B15-05-003", P("泽旺南木加", 19710816, 35, "藏"), "在职", "2015-05-25", "疾病",
            "50000 0 0..20000 3", "undetermined",
            "Reimbursement left blank: between 0 and the bill of 20,000, and that decides",
            unknown="INCOME_TEST",
            members=[me("在职", "重病", wage=44000),
                     kin("配偶", P("俄旺措", 19740303, 42, "藏"), "务农", business=6000),
                     kin("父母", P("泽旺恩波", 19480610, 71, "藏"), "其他", transfer=0)],
            expenditure=[bill("医疗", 20000, None, "2015-02-07", "泽旺南木加", "住院结算单")],
            phone="13900000503", evidence="申请书、身份证复印件、诊断证明"),
    ])
U05.files = [
    ("申报表.txt", "utf-16le", [Sheet(
        "applications", "申报表",
        "申报编号 姓名 民族 身份证号码 出生日期 人员类别 离世党员/离世党员姓名 离世党员/离世党员身份证号码 "
        "离世党员/原党组织关系在工委 离世党员/与离世党员关系 共同生活人口 致贫原因 已享受普惠政策 已接受各类捐助 "
        + GROUPED_CONDUCT + " " + GROUPED_STEPS + " 证明材料 联系电话 申报日期",
        title="党内经济帮扶申报表", numbering="甲", dates="slash",
        unit_line=("填报单位:州民族歌舞传习所", "单位:元"), footer=(("填表人:泽××", "2015年6月15日"),))]),
    ("家庭成员表.txt", "utf-16le", [Sheet(
        "members", "家庭成员表",
        "申报编号 申请人姓名 姓名 身份证号码 与申请人关系 是否共同生活 就业状况 健康状况 家庭收入/工资性收入 "
        "家庭收入/经营净收入 家庭收入/财产净收入 家庭收入/转移性收入", dates="slash", money="comma",
        subtotals=True, total=True, unit_line=("填报单位:州民族歌舞传习所", "单位:元"))]),
    ("支出明细.txt", "utf-16le", [Sheet(
        "expenditure", "支出明细", "申报编号 姓名 支出项目 发生金额 报销金额 支出日期 证明材料",
        dates="slash", money="comma", unit_line=("填报单位:州民族歌舞传习所", "单位:元"))]),
    ("已受资助.txt", "utf-16le", [Sheet(
        "support", "已受资助", "申报编号 申请人姓名 资助类别 金额 资助日期", dates="slash",
        unit_line=("填报单位:州民族歌舞传习所", "单位:元"))]),
]

U06 = Unit(
    "U06", "州林木种苗场", "国有企业", 83, 52, "种苗场",
    layout="SpreadsheetML as LibreOffice 7.4 exports it: one line, no ss:Index on the second "
           "header "
           "row; household totals under 家庭收入, identity number as 5.13…E+017",
    applications=[
        app("B15-06-001", P("格桑梅朵", 19790408, 88, "藏"), "在职", "2015-09-09", "就业人员少",
            "22800 0 0 2", "eligible", "Household totals instead of a member list",
            householdSize=2, **totals(21600, 0, 0, 1200), declaredAnnualIncome=22800,
            phone="13900000601", evidence="申请书、身份证复印件、收入证明"),
        app("B15-06-002", P("旦真甲", 19700727, 17, "藏"), "在职", "2015-09-11", "疾病",
            "32400..36400 0 0 2", "undetermined",
            "The declared total (36,400) does not equal its parts (32,400), and the line lies "
            "between",
            unknown="INCOME_TEST", householdSize=2, **totals(30000, 0, 0, 2400),
            declaredAnnualIncome=36400, phone="13900000602",
            evidence="申请书、身份证复印件、诊断证明"),
        app("B15-06-003", P("罗让尔甲", 19810712, 55, "藏"), "在职", "2015-09-14", "灾害",
            "26400 0 0 3", "undetermined",
            "Number typed as a number: 5.1329919810712E+017 in LibreOffice's export",
            unknown="UNIQUE", applicantId="5.1329919810712E+017",
            text={"applicantId": "5.1329919810712E+017"}, householdSize=3,
            **totals(24000, 2400, 0, 0), declaredAnnualIncome=26400, phone="13900000603",
            evidence="申请书、身份证复印件、灾情证明"),
    ])
U06.files = [("申报汇总表.xml", "libreoffice", [
    Sheet("applications", "申报汇总表",
          "申报编号 姓名 性别 民族 身份证号码 出生日期 申报类别 家庭人口 家庭收入/工资性收入 家庭收入/经营净收入 "
          "家庭收入/财产净收入 家庭收入/转移性收入 家庭收入/合计 致困原因 已享受普惠政策 已接受各类捐助 "
          + GROUPED_CONDUCT + " " + GROUPED_STEPS + " 证明材料 联系电话 申报日期",
          title="2015年度州直机关党内经济帮扶申报汇总表", dates="excel", total=True, spare_rows=1,
          unit_line=("填报单位:州林木种苗场", "单位:元"),
          footer=("填表人:格××     审核人:     填表日期:2015年10月9日",))])]

UNITS = [U01, U02, U03, U04, U05, U06]
