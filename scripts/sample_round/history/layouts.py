"""How each unit lays its sheets out: formats, encodings, header words, periods and scales.

Each layout is a function from a unit and its year to (file name, encoding, sheets).
"""

from ..grid import Sheet
from ..headers import APPLICATIONS
from ..units_2015_a import CONDUCT, GROUPED_CONDUCT, GROUPED_STEPS, STEPS
from ..units_2015_b import BLOCK

# Columns that a unit's sheet has only where one of its applications fills them.
OPTIONAL = (
    "离世党员姓名 离世党员身份证号码 原党组织关系在工委 与离世党员关系 家庭债务 变卖财产 申请帮扶方式 申请金额 创业项目 "
    "项目总投资 自筹资金 拟贷款金额 贷款银行 年利率 贷款年限 创业意愿 项目前景 担保人 上次受助时间").split()
MEMBERS = ("与申请人关系 出生日期 是否共同生活 就业状况 健康状况 工资性收入 经营净收入 财产净收入 转移净收入")


def optional(applications):
    named = {header: name for name, headers in APPLICATIONS.items() for header in headers.split()}
    return " ".join(header for header in OPTIONAL
                    if any(one.fields.get(named[header]) is not None for one in applications))


def columns(unit, head, *, grouped=False):
    steps, conduct = (GROUPED_STEPS, GROUPED_CONDUCT) if grouped else (STEPS, CONDUCT)
    return (f"{head} {optional(unit.applications)} 已享受普惠政策 已接受各类捐助 {conduct} {steps} "
            "证明材料 联系电话 申报日期")


def with_items(unit, sheets):
    """The sheets that have rows: item sheets only where the unit has items."""
    return [sheet for sheet in sheets if sheet.form in ("applications", "members")
            or any(getattr(one, sheet.form) for one in unit.applications)]


def expenditure(key="申报编号", **style):
    return Sheet("expenditure", "支出明细", f"{key} 成员姓名 支出项目 发生金额 报销金额 支出日期 证明材料",
                 **style)


def support(key="申报编号", **style):
    return Sheet("support", "已受资助", f"{key} 资助类别 金额 资助日期", **style)


def workbook(unit, year):
    """SpreadsheetML as Excel writes it, two-row merged headers, totals, spare rows, a footer."""
    line = (f"填报单位(盖章):{unit.name}", "单位:元")
    head = "序号 申报编号 姓名* 性别 民族 身份证号码* 出生日期 申报类别* 家庭人口 致困原因* 困难情况"
    return [("申报材料.xml", "excel", with_items(unit, [
        Sheet("applications", "申报表", columns(unit, head, grouped=True), dates="excel",
              title=f"{year}年度州直机关党内经济帮扶申报汇总表", unit_line=line, spare_rows=2,
              footer=(("填表人:王××", "审核人:", "单位负责人:"),)),
        Sheet("members", "家庭成员表", "序号 申报编号 申请人姓名 成员姓名* 身份证号码 " + MEMBERS,
              unit_line=line, dates="excel", total=True),
        expenditure(unit_line=line, dates="excel", subtotals=True, total=True),
        support(unit_line=line, dates="excel", total=True)]))]


def chinese_csv(unit, year):
    """CSV in GB18030, one file a form, ★ marks, dates like 2013.5.6."""
    line = (f"填报单位（盖章）：{unit.name}", "单位：元")
    head = "序号 编号 ★姓名 ★身份证号 民族 出生日期 ★申报类别 家庭人口数 ★致困原因 困难情况"
    return separate(unit, "gb18030", ".csv", [
        Sheet("applications", "申报表", columns(unit, head), dates="dot", unit_line=line,
              title=f"州直机关党内经济帮扶申报表（{year}年）", numbering="栏次"),
        Sheet("members", "家庭成员", "申报编号 申请人 姓名 身份证号码 " + MEMBERS, dates="dot",
              unit_line=line, total=True),
        expenditure(unit_line=line, dates="dot", total=True),
        support(unit_line=line, dates="dot")])


def unicode_text(unit, year):
    """“Unicode text” (UTF-16LE, tabs); members find their household by name."""
    line = (f"填报单位：{unit.name}", "单位：元")
    head = "申报编号 申请人姓名 公民身份号码 性别 出生日期 人员类别 家庭人口 困难原因 困难情况"
    key = "申请人姓名"
    return separate(unit, "utf-16le", ".txt", [
        Sheet("applications", "申报表", columns(unit, head), dates="zh", unit_line=line),
        Sheet("members", "家庭成员", key + " 成员姓名 身份证号码 " + MEMBERS, dates="zh",
              unit_line=line),
        expenditure(key, unit_line=line, dates="zh"), support(key, unit_line=line, dates="zh")])


def ten_thousands(unit, year):
    """CSV in UTF-8 with a mark, amounts in 万元, flags as √ and ×."""
    line = (f"填报单位：{unit.name}", "单位：万元")
    head = "序号 申报编号 姓名 身份证号码 出生日期 申报类别 家庭人口 致困原因 困难情况"
    style = {"scale": "万元", "unit_line": line, "dates": "slash", "flags": "√×"}
    return separate(unit, "utf-8-sig", ".csv", [
        Sheet("applications", "申报表", columns(unit, head), **style),
        Sheet("members", "家庭成员", "申报编号 成员姓名 身份证号码 " + MEMBERS, **style),
        expenditure(**style), support(**style)])


def prefixed_workbook(unit, year):
    """SpreadsheetML with prefixed elements, thousands commas, income as item rows."""
    line = (f"填报单位：{unit.name}", "单位：元")
    head = "申报编号 姓名 身份证号码 性别 民族 出生日期 申报类别 家庭人口 致困原因 困难情况"
    key = "申请人姓名"
    style = {"money": "comma", "unit_line": line}
    return [("材料.xml", "prefixed", with_items(unit, [
        Sheet("applications", "申报表", columns(unit, head), title="申报表", **style),
        Sheet("members", "家庭成员表", key + " 成员姓名 身份证号码 与申请人关系 出生日期 是否共同生活 就业状况 健康状况",
              unit_line=line),
        Sheet("income", "收入明细", key + " 成员姓名 收入项目 金额 周期 月数", **style),
        expenditure(key, **style), support(key, **style)]))]


def merged_blocks(unit, year):
    """SpreadsheetML as LibreOffice writes it, members in blocks of merged applicant cells."""
    line = (f"填报单位：{unit.name}", "单位：元")
    head = "申报编号 申请人姓名 公民身份号码 出生年月日 申报类别 家庭人口 致困原因 困难情况"
    return [("申报及成员.xml", "libreoffice", with_items(unit, [
        Sheet("applications", "申报表", columns(unit, head),
              member_columns=BLOCK, merge_blocks=True,
              title=f"{year}年党内经济帮扶申报表", unit_line=line),
        expenditure(unit_line=line), support(unit_line=line)]))]


def monthly(unit, year):
    """CSV in UTF-8, line feeds, members' income per month, dates like 20130506."""
    line = (f"填报单位：{unit.name}", "单位：元")
    head = "编号 困难党员姓名 证件号码 性别 民族 出生年月日 对象类别 共同生活人口 致贫原因 主要困难"
    return separate(unit, "utf-8-lf", ".csv", [
        Sheet("applications", "申报表", columns(unit, head), dates="compact", flags="有无",
              unit_line=line),
        Sheet("members", "家庭成员", "申报编号 申请人身份证号码 姓名 身份证号码 与申请人关系 出生日期 是否共同生活 "
              "就业状况 健康状况 工资性收入（元/月） 经营净收入（元/月） 财产净收入（元/月） 转移净收入（元/月）",
              dates="compact", unit_line=line),
        expenditure(unit_line=line, dates="compact"),
        support(unit_line=line, dates="compact")])


def separate(unit, encoding, ending, sheets):
    """One file for each sheet."""
    return [(sheet.name + ending, encoding, [sheet]) for sheet in with_items(unit, sheets)]


LAYOUTS = {
    "workbook": workbook, "chinese_csv": chinese_csv, "unicode_text": unicode_text,
    "ten_thousands": ten_thousands, "prefixed_workbook": prefixed_workbook,
    "merged_blocks": merged_blocks, "monthly": monthly}
# The layouts whose income stands in item rows.
ITEMISED = {"prefixed_workbook"}
# The layout of each unit; what an office did once it does again.
LAYOUT_OF = {
    "U01": "workbook", "U02": "chinese_csv", "U03": "monthly", "U04": "ten_thousands",
    "U05": "unicode_text", "U06": "chinese_csv", "U07": "merged_blocks", "U08": "ten_thousands",
    "U09": "workbook", "U10": "monthly", "U11": "prefixed_workbook", "U12": "chinese_csv",
    "U13": "prefixed_workbook", "U14": "merged_blocks", "U15": "unicode_text",
    "U16": "prefixed_workbook", "U17": "ten_thousands", "U18": "monthly", "U19": "chinese_csv"}
