"""Rounds 2013 and 2014: who was here before. Small, and laid out their own way."""

from .grid import Sheet
from .identity import P
from .tables import Unit, app, kin, me
from .units_2015_a import CONDUCT, STEPS
from .units_2015_c import RENEWAL, RENEWAL_CHILD, RENEWAL_WIFE, TOO_SOON, TOO_SOON_WIFE

_EVIDENCE = "申请书、身份证复印件、收入证明"


def _earlier(number, person, applied, members, shows, cause="疾病"):
    return app(number, person, "在职", applied, cause, "", "", shows, members=members,
               evidence=_EVIDENCE)


ROUND_2013 = [
    Unit("U12", "州羌绣研究所", "事业", 25, 13, "羌绣所", applications=[
        _earlier("B13-12-001", P("覃海燕", 19790427, 48, "羌"), "2013-05-13",
                 [me("在职", wage=22800),
                  kin("子女", P("覃川", 20060916, 15, "羌"), "在校学生")], "does not apply again"),
        _earlier("B13-12-002", P("毛正刚", 19710206, 33), "2013-05-14",
                 [me("在职", wage=24000), kin("配偶", P("姚琼", 19740123, 62), "无固定职业")],
                 "does not apply again"),
    ], files=[("申报表.csv", "gb18030", [Sheet(
        "applications", "申报表",
        "序号 编号 姓名 身份证号 出生日期 申报类别 家庭人口 致困原因 已享受普惠政策 已接受各类捐助 " + CONDUCT + " " + STEPS
        + " 证明材料 申报日期", dates="dot", title="2013年党内经济帮扶申报表",
        unit_line=("填报单位：州羌绣研究所", "单位：元"))]),
        ("家庭成员.csv", "gb18030", [Sheet(
            "members", "家庭成员",
            "申报编号 申请人 姓名 身份证号码 与申请人关系 是否共同生活 就业状况 工资性收入 经营净收入 财产净收入 转移净收入",
            total=True, unit_line=("填报单位：州羌绣研究所", "单位：元"))])]),
    Unit("U16", "州地灾监测站", "事业", 50, 18, "地灾站", applications=[
        _earlier("B13-16-001", RENEWAL, "2013-05-06",
                 [me("在职", wage=33600), kin("配偶", RENEWAL_WIFE, "无固定职业"),
                  kin("子女", RENEWAL_CHILD, "在校学生")],
                 "applies again on 2015-06-08: `renewal`"),
        _earlier("B13-16-002", P("严秋月", 19770822, 86), "2013-05-08",
                 [me("在职", wage=21600),
                  kin("父母", P("严守仁", 19470311, 51), "退休", transfer=7200)],
                 "does not apply again"),
    ], files=[("地灾站2013.xml", "excel", [
        Sheet("applications", "申报表",
              "申报编号 申请人姓名 身份证号码 性别 出生日期 申报类别 家庭人口 致困原因 已享受普惠政策 已接受各类捐助 " + CONDUCT
              + " " + STEPS + " 证明材料 申报日期", dates="excel", title="2013年申报表",
              unit_line=("填报单位：地灾站", "单位：元")),
        Sheet("members", "家庭成员表",
              "申报编号 申请人姓名 姓名 身份证号码 与申请人关系 是否共同生活 就业状况 工资性收入 经营净收入 财产净收入 "
              "转移净收入", unit_line=("填报单位：地灾站", "单位：元"))])]),
]

ROUND_2014 = [
    Unit("U16", "州地灾监测站", "事业", 52, 19, "地灾站", applications=[
        _earlier("B14-16-001", TOO_SOON, "2014-09-15",
                 [me("在职", wage=27600), kin("配偶", TOO_SOON_WIFE, "无固定职业")],
                 "applies again on 2015-05-18: `tooSoon`", "就业人员少"),
        _earlier("B14-16-002", P("柏永红", 19800214, 33), "2014-09-16",
                 [me("在职", wage=20400),
                  kin("子女", P("柏雪", 20090525, 28), "学龄前")], "does not apply again"),
    ], files=[("申报表.txt", "utf-16le", [Sheet(
        "applications", "申报表",
        "申报编号 姓名 身份证号码 出生日期 申报类别 家庭人口 致困原因 已享受普惠政策 已接受各类捐助 " + CONDUCT + " " + STEPS
        + " 证明材料 申报日期", dates="zh", unit_line=("填报单位：州地灾监测站", "单位：元"))]),
        ("家庭成员.csv", "utf-8-sig", [Sheet(
            "members", "家庭成员",
            "申报编号 姓名 身份证号码 与申请人关系 是否共同生活 就业状况 工资性收入 经营净收入 财产净收入 转移净收入",
            unit_line=("填报单位：州地灾监测站", "单位：元"))])]),
]
