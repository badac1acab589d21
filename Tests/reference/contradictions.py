#!/usr/bin/env python3
"""Write a round of deliberately contradictory and unknown filings, with what they say.

    contradictions.py DIR [--filings N] [--seed S]

Every filing draws blank components, totals that conflict, unknown sizes, repeated rows, 约, ranges,
monthly and quarterly items without months, bills without dates, with a month only or outside the
window, reimbursements above the bill, benefits entered twice, persons who may live elsewhere, damaged
numbers, missing days of application, and unreadable cells. `DIR/submissions` is a round for
`bangfu run`, `DIR/filings.jsonl` what its cells say, for compare.py.
"""

import argparse
import csv
import json
import random
from pathlib import Path

from cells import check_digit

UNITS = 8
COMPONENTS = ("工资性收入", "经营净收入", "财产净收入", "转移净收入")
FORMS = {
    "application": ("1申报表", (
        "申报编号 姓名 身份证号码 出生日期 申报类别 党组织关系在工委 原党组织关系在工委 与离世党员关系 家庭人口 家庭年收入 "
        "致困原因 已享受普惠政策 已接受各类捐助 无故不参加组织生活 不按时交纳党费 不做党所分配的工作 言行不符合党员要求 "
        "不认真履行岗位职责 未购买相关保险致困 核实日期 公示开始日期 公示结束日期 党组审定日期 是否签章 上次受助时间 "
        "申报日期 工资性收入 经营净收入 财产净收入 转移净收入").split()),
    "members": ("2家庭成员表", (
        "申报编号 姓名 身份证号码 与申请人关系 是否共同生活 就业状况 工资性收入 经营净收入 财产净收入 转移净收入").split()),
    "income": ("3收入明细", "申报编号 姓名 收入项目 金额 周期 月数".split()),
    "expenditure": ("4支出明细", "申报编号 姓名 支出项目 发生金额 报销金额 支出日期 证明材料".split()),
    "support": ("5已受资助", "申报编号 资助类别 金额 资助日期".split()),
}
# No sign a reader could take for another character, and no two alike: 260 names of two letters.
NAMES = [first + second for first in "赵钱孙李周吴郑王冯陈褚卫蒋" for second in "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"]


class Drawing:
    """Draws filings from a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        # For what later versions draw beside, so that the filings of a seed stay the same.
        self.beside = random.Random(seed + 1)

    def once(self, times):
        return self.random.randrange(times) == 0

    def pick(self, *values):
        return self.random.choice(values)

    def number(self, year):
        area = self.pick("513201", "513221", "513299")
        body = f"{area}{year}{self.random.randint(1, 12):02}{self.random.randint(1, 28):02}" \
               f"{self.random.randint(100, 990)}"
        return body + check_digit(body)

    def yuan(self, most):
        """An amount as a unit may write it; multiples of ten, so that a tenth is whole fen."""
        value = self.random.randint(0, most // 10) * 10
        kind = self.random.randrange(24)
        if kind == 0:
            return f"约{value}"
        if kind == 1:
            return f"{value}-{value + 500}"
        if kind == 2:
            return f"{value / 10000:g}万" if value % 100 == 0 and value else str(value)
        if kind == 3:
            return self.pick("—", "/", "无", "0")
        if kind == 4:
            return self.pick("见附件", "若干", "不详")
        return self.pick(str(value), f"{value}.00", f"{value}元")

    def annual(self, most):
        """A column's figure: mostly of the year, sometimes of the month in its cell."""
        if self.once(12):
            return f"{self.random.randint(0, most // 120) * 10}元/月"
        return self.yuan(most)

    def day(self):
        """A day in, at the edge of, or out of the window; or a month, or nothing."""
        exact = self.pick("2015-01-10", "2014-09-01", "2014-06-01", "2015-05-31", "2014-05-31",
                          "2015-06-01", "2013-11-20", "2014-12-24", "2015-03-05", "2014-10-11")
        return self.pick(exact, exact, exact, exact, "", "2014-06", "2015", "2014", "2014-02-30")


def filing(draw, number):
    names = draw.random.sample(NAMES, 5)
    application = {
        "申报编号": number, "姓名": names[0], "出生日期": "",
        "申报类别": draw.pick("在职", "退休", "在职", "遗属", "" if draw.once(4) else "退休"),
        "党组织关系在工委": draw.pick("", "是", "否" if draw.once(4) else "是"),
        "原党组织关系在工委": draw.pick("是", "是", "否" if draw.once(3) else ""),
        "与离世党员关系": draw.pick("父母", "配偶", "未成年子女", "其他" if draw.once(2) else ""),
        "家庭人口": "", "家庭年收入": "",
        "致困原因": draw.pick("疾病", "灾害", "就业人员少", "其他", "" if draw.once(3) else "疾病"),
        "核实日期": draw.pick("2015-06-01", "2015-06-01", "2015-07" if draw.once(3) else "2015-06-02"),
        "公示开始日期": "2015-06-03",
        "公示结束日期": draw.pick("2015-06-07", "2015-06-08", "2015-06-06" if draw.once(3) else "2015-06-09"),
        "党组审定日期": draw.pick("2015-06-10", "2015-06-12", "" if draw.once(3) else "2015-06-05"),
        "是否签章": draw.pick("是", "是", "否" if draw.once(4) else "是"),
        "上次受助时间": draw.pick("", "", "2013-04-01", "2014-06", "2014-11-30", "2014-03-15"),
        "申报日期": "" if draw.once(15) else draw.pick(
            "2015-06-15", "2015-06-30", "2015-07-01", "2015-03-20", "2014-12-31", "2015-06-01"),
    }
    for header in FORMS["application"][1][11:19]:
        good = "是" if header in ("已享受普惠政策", "已接受各类捐助") else "否"
        application[header] = good if not draw.once(25) else draw.pick("是", "否", "", "待定")
    year = 1999 if application["与离世党员关系"] == "未成年子女" else draw.random.randint(1950, 1990)
    identity = draw.number(year)
    application["身份证号码"] = identity if not draw.once(12) else draw.pick(
        "", "5.13299E+17", identity[:17], identity[:6] + identity[8:17])
    members = listed(draw, names, application) if not draw.once(6) else []
    totals(draw, application, members)
    earners = [row["姓名"] for row in members] or names[:1]
    return {
        "application": application, "members": members,
        "income": [item(draw, earners) for _ in range(draw.pick(0, 0, 1, 1, 2, 3))],
        **benefits(draw, earners if members else [""]),
    }


def listed(draw, names, application):
    rows = []
    relations = ["本人", "配偶", "子女", "父母", "子女"]
    for place in range(draw.random.randint(1, 4)):
        employment = draw.pick("在职", "退休", "务农") if place < 2 else draw.pick(
            "在校学生", "学龄前", "无固定职业", "失业", "丧失劳动能力", "务农")
        row = {"姓名": names[place], "与申请人关系": relations[place], "就业状况": employment,
               "身份证号码": application["身份证号码"] if place == 0 else draw.number(1950 + 10 * place),
               "是否共同生活": draw.pick("是", "是", "是", "是", "否", "") if place else "是"}
        for header in COMPONENTS:
            most = {"工资性收入": 40000, "经营净收入": 9000}.get(header, 3000)
            row[header] = draw.annual(most) if draw.once(2) else ""
        rows.append(row)
    if draw.once(12) and len(rows) > 1:
        rows.append(dict(rows[-1]))
    return rows


def totals(draw, application, members):
    """Sizes and totals that are missing, agree or conflict."""
    size = len(members) or draw.random.randint(1, 4)
    if not members or draw.once(2):
        application["家庭人口"] = draw.pick(str(size), str(size), str(size + 1), "", "三四人" if draw.once(3) else "")
    if not members or draw.once(4):
        application["家庭年收入"] = draw.annual(90000)
    for header in COMPONENTS:
        stated = draw.once(12) if members else draw.once(2)
        application[header] = draw.annual(40000 if header == "工资性收入" else 3000) if stated else ""


def item(draw, earners):
    kind = draw.pick("工资", "奖金", "津补贴", "养老金", "经营收入", "经营成本", "租金", "利息", "赡养费",
                     "遗属补贴", "救助金", "其他转移", "社保缴费", "个人所得税", "非收入所得")
    period = draw.pick("月", "季", "年", "一次性", "月", "年")
    months = draw.pick("", "", "12", "6", "3") if period in ("月", "季") else ""
    return {"姓名": draw.random.choice(earners), "收入项目": kind, "周期": period, "月数": months,
            "金额": draw.yuan(900 if period in ("月", "季") else 9000)}


def benefits(draw, owners):
    """Bills and benefits, some of them one and the same."""
    bills, supports = [], []
    for _ in range(draw.pick(0, 1, 1, 2, 3)):
        billed = draw.yuan(20000)
        bills.append({
            "姓名": draw.random.choice(owners + [""]), "发生金额": billed,
            "支出项目": draw.pick("医疗", "医疗", "教育", "灾害损失", "残疾康复", "护理", "住房", "其他"),
            "报销金额": draw.pick("", "0", draw.yuan(8000), "2000", "3000"), "支出日期": draw.day(),
            "证明材料": draw.beside.choice(("", "票据", "诊断书"))})
    if bills and draw.once(10):
        bills.append(dict(bills[-1]))
    for _ in range(draw.pick(0, 0, 1, 1, 2)):
        supports.append({
            "资助类别": draw.pick("低保", "医疗救助", "医疗救助", "教育", "工会", "社会捐助", "单位慰问"),
            "金额": draw.pick(draw.yuan(5000), "2000", "3000"), "资助日期": draw.day()})
    if supports and draw.once(10):
        supports.append(dict(supports[-1]))
    return {"expenditure": bills, "support": supports}


def write(folder, count, seed):
    draw = Drawing(seed)
    submissions = folder / "submissions"
    units = [(f"U{place:02}", f"第{'一二三四五六七八'[place]}单位", draw.pick("是", "是", "否", ""))
             for place in range(UNITS)]
    rows = {unit: {form: [] for form in FORMS} for unit in units}
    with open_new(folder / "filings.jsonl") as told:
        for place in range(count):
            unit = units[place % UNITS]
            made = filing(draw, f"C{place:05}")
            made["unit_affiliated"] = {"是": True, "否": False, "": None}[unit[2]]
            for form in FORMS:
                for row in [made[form]] if form == "application" else made[form]:
                    rows[unit][form].append({**row, "申报编号": made["application"]["申报编号"]})
            record = {"unit_code": unit[0], "source_file": f"{unit[1]}/1申报表.csv",
                      "source_row": len(rows[unit]["application"]) + 1, "filing": made}
            told.write(json.dumps(record, ensure_ascii=False) + "\n")
    write_table(submissions / "单位名册.csv", ["单位代码", "单位名称", "组织关系在工委"],
                [dict(zip(("单位代码", "单位名称", "组织关系在工委"), unit)) for unit in units])
    for unit, forms in rows.items():
        for form, (name, headers) in FORMS.items():
            write_table(submissions / unit[1] / f"{name}.csv", headers, forms[form])
    (submissions / "case-id.key").write_text("0123456789abcdef" * 2, encoding="utf-8")


def write_table(path, headers, rows):
    with open_new(path) as file:
        writer = csv.DictWriter(file, headers, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def open_new(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    return open(path, "w", encoding="utf-8", newline="")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--filings", type=int, default=2400)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    write(given.folder, given.filings, given.seed)
