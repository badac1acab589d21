#!/usr/bin/env python3
"""Makes the layout fixtures of Tests/PipelineTests/Layouts again.

    scripts/make-layouts.py [NAME …]

Two invented households are written in every layout units are known to use: as lists, with members
below or side by side, as forms. Workbooks are written by openpyxl, those in other formats by
LibreOffice from them. Each folder gets `figures.csv`, what the script knows of the households (size, annual
income, expenditure borne), independent of the program; `expected.csv` is recorded by the test.
"""

import csv
import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import Workbook

from office_layouts import office_layouts

TARGET = Path(__file__).resolve().parent.parent / "Tests/PipelineTests/Layouts"
UNIT = "州样例处"


def number(body):
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


A, SPOUSE, CHILD = (number("513299" + n) for n in ("19650315123", "19680706124", "20050601021"))
B, WIFE = number("51329919480203115"), number("51329919510908226")
NAMES = {A: "余一", SPOUSE: "余二", CHILD: "余三", B: "扎西", WIFE: "卓玛"}
FLAGS = ["已享受普惠政策", "已接受各类捐助"]
HEAD = ["申报编号", "姓名", "身份证号码", "申报类别", "家庭人口", "致困原因", *FLAGS, "申报日期"]
FIRST = ["A-1", "余一", A, "在职", "3", "疾病", "是", "是", "2015-09-10"]
SECOND = ["A-2", "扎西", B, "退休", "2", "突发事件", "是", "是", "2015-09-11"]
MEMBERS = [
    ("A-1", [("余一", A, "本人", 30000), ("余二", SPOUSE, "配偶", 6000), ("余三", CHILD, "子女", 0)]),
    ("A-2", [("扎西", B, "本人", 36000), ("卓玛", WIFE, "配偶", 12000)]),
]
FIGURES = {"余一": (3, 36000), "扎西": (2, 48000)}
TITLE = ["单位困难党员帮扶申报汇总表"]
LINE = ["填报单位：" + UNIT, "", "", "单位：元", "", "填报日期：2015年9月20日"]
FOOT = ["填表人：余九", "", "审核人：余八"]
BORNE = {"余一": 12000}


class Grid:
    """Rows of texts; a cell written as (text, across, down) is merged."""

    def __init__(self, *rows, title="表"):
        self.rows = [list(r) for r in rows]
        self.title = title

    def texts(self):
        return [[c[0] if isinstance(c, tuple) else c for c in r] for r in self.rows]


def members_rows(key, money=lambda m: str(m)):
    rows = dict(MEMBERS)[key]
    return [[n, i, r, money(m)] for n, i, r, m in rows]


def incomes(key):
    return dict(MEMBERS)[key]


def groups(key, count=3, width=4):
    cells = []
    people = incomes(key)
    for place in range(count):
        if place < len(people):
            name, ident, kin, money = people[place]
            cells += [name, ident, kin, str(money)]
        else:
            cells += [""] * width
    return cells


def form(first, key, table_name="家庭成员情况"):
    people = incomes(key)
    rows = [
        [("州直机关困难党员帮扶审批表", 5, 0)],
        ["申报编号", first[0], "填报日期", first[8], "申报类别", first[3]],
        ["姓名", first[1], "身份证号码", (first[2], 2, 0)],
        ["家庭人口", first[4] + "人", "致困原因", first[5], FLAGS[0], "☑是 □否"],
        [FLAGS[1], "是（√）否（ ）", "困难情况", ("本人患病", 2, 0)],
        [(table_name, 0, len(people)), "姓名", "与申请人关系", "身份证号码", "年收入（元）"],
    ]
    rows += [["", n, r, i, str(m)] for n, i, r, m in people]
    return rows


def procedure():
    return [["支部意见", ("情况属实。", 4, 0)], ["工委审批意见", ("", 4, 0)], FOOT]


def expenditure():
    return [["支出情况", "支出项目", "发生金额", "报销金额"], ["", "医疗", "20000", "8000"]]


def above(first, key):
    labels = HEAD[:3]
    rows = [["困难党员申请表"], labels, first[:3], HEAD[3:6], first[3:6], HEAD[6:], first[6:]]
    rows += [["姓名", "关系", "年收入"]] + [[n, r, str(m)] for n, i, r, m in incomes(key)]
    return rows


def inline(first, key):
    rows = [["困难党员审批表"]]
    rows.append([f"申报编号：{first[0]}　姓名：{first[1]}"])
    rows.append([f"身份证号码：{first[2]}  申报类别：{first[3]}"])
    rows.append([f"家庭人口：{first[4]}", f"致困原因：{first[5]}"])
    rows.append([f"{FLAGS[0]}：是  {FLAGS[1]}：是", f"申报日期：{first[8]}"])
    rows += [["姓名", "关系", "年收入"]] + [[n, r, str(m)] for n, i, r, m in incomes(key)]
    return rows


MEMBER_HEAD = ["申报编号", "姓名", "身份证号码", "与申请人关系", "年收入"]
MEMBER_LIST = [MEMBER_HEAD] + [[k, *r] for k, _ in MEMBERS for r in members_rows(k)]
LIST = [HEAD, FIRST, SECOND]


def below(merged):
    head = [*HEAD, "成员姓名", "成员身份证号码", "与申请人关系", "年收入"]
    rows = [head]
    for first, (key, people) in zip((FIRST, SECOND), MEMBERS):
        for place, (n, i, r, m) in enumerate(people):
            own = [n, i, r, str(m)]
            if place == 0:
                down = len(people) - 1
                rows.append([(c, 0, down) if merged else c for c in first] + own)
            else:
                rows.append([""] * len(HEAD) + own)
    return rows


def numbered(pattern, count=3):
    names = ["姓名", "身份证号码", "关系", "年收入"]
    numerals = "一二三四五六"
    return [pattern.format(n=n + 1, c=numerals[n], h=h) for n in range(count) for h in names]


def wide(pattern, count=3):
    rows = [[*HEAD, *numbered(pattern, count)]]
    return rows + [[*FIRST, *groups("A-1", count)], [*SECOND, *groups("A-2", count)]]


def two_row_groups(count=3):
    top = [(h, 0, 1) for h in HEAD]
    for place in range(count):
        top += [(f"成员{place + 1}", 3, 0), "", "", ""]
    leaves = [""] * len(HEAD) + ["姓名", "身份证号码", "关系", "年收入"] * count
    return [top, leaves, [*FIRST, *groups("A-1", count)], [*SECOND, *groups("A-2", count)]]


COMPONENTS = ["工资性收入", "经营净收入", "财产净收入", "转移净收入"]


def totals_list(head_income, values, unit_line=None):
    rows = [[*HEAD, *head_income]]
    rows += [[*FIRST, *values[0]], [*SECOND, *values[1]]]
    return rows


def two_row_header(merges=True):
    top = [(h, 0, 1) if merges else h for h in HEAD]
    top += [("家庭收入", 4, 0) if merges else "家庭收入", "", "", "", ""]
    leaves = [""] * len(HEAD) + COMPONENTS + ["合计"]
    return [top, leaves, [*FIRST, "30000", "6000", "0", "0", "36000"],
            [*SECOND, "0", "12000", "0", "36000", "48000"]]


def three_row_header(merges=True):
    def cell(text, across, down):
        return (text, across, down) if merges else text
    top = [cell(h, 0, 2) for h in HEAD] + [cell("家庭收入（元）", 3, 0), "", "", ""]
    middle = [""] * len(HEAD) + [cell("劳动所得", 1, 0), "", cell("其他", 1, 0), ""]
    leaves = [""] * len(HEAD) + COMPONENTS
    return [top, middle, leaves, [*FIRST, "30000", "6000", "0", "0"],
            [*SECOND, "0", "12000", "0", "36000"]]


def blank_columns(rows):
    return [["", r[0], "", *r[1:4], "", *r[4:]] for r in rows]


def spread(rows):
    digits = [*A]
    return [["姓名", "余一", "申报编号", "A-1"], ["身份证号码", *digits],
            ["申报类别", "在职", "家庭人口", "3", "致困原因", "☑疾病 □灾害 □突发事件 □其他"],
            [FLAGS[0], "是", FLAGS[1], "是", "申报日期", "2015-09-10"],
            ["家庭成员", "姓名", "关系", "年收入"]] + [
                ["", n, r, str(m)] for n, i, r, m in incomes("A-1")]


def vertical(first, key):
    people = incomes(key)
    rows = [[("审批表", 5, 0)],
            [("申\n请\n人\n情\n况", 0, 2), "姓\n名", first[1], "身份证\n号码", first[2]],
            ["", "申报\n类别", first[3], "家庭\n人口", first[4]],
            ["", "致困\n原因", first[5], "申报日期", first[8]],
            [FLAGS[0], "", "是", FLAGS[1], "是"],
            [("家\n庭\n成\n员", 0, len(people)), "姓名", "称谓", "年收入\n（万元）"]]
    return rows + [["", n, r, f"{m / 10000:g}"] for n, i, r, m in people]


def layouts():
    one = {"余一": FIGURES["余一"]}
    yield "list-plain", "csv", [Grid(HEAD, FIRST, SECOND), Grid(*MEMBER_LIST)], {}
    yield "list-title-notes-total", "xlsx", [Grid(
        TITLE, LINE, ["注：请逐项填写"], [*HEAD, *COMPONENTS], ["栏次", *map(str, range(1, 13))],
        [*FIRST, "30000", "6000", "0", "0"], ["说明：以下为退休党员，按发放单位填写的收入"], 
        [*SECOND, "0", "12000", "0", "36000"],
        ["合计", "", "", "", "5", "", "", "", "", "30000", "18000", "0", "36000"], FOOT)], {}
    lead = [[f"填报说明{n}：按表样填写，不得改动表头。"] for n in range(1, 28)]
    yield "list-header-at-line-28", "csv", [Grid(*lead, *totals_list(
        ["家庭年收入"], [["36000"], ["48000"]]))], {}
    yield "list-blank-columns", "ods", [Grid(*blank_columns(totals_list(
        ["家庭年收入"], [["36000"], ["48000"]])))], {}
    yield "list-two-row-header", "xlsx", [Grid(*two_row_header())], {}
    yield "list-two-row-header-saved-as-csv", "csv", [Grid(*two_row_header(False))], {}
    yield "list-three-row-header", "xlsx", [Grid(*three_row_header())], {}
    yield "list-three-row-header-by-libreoffice", "ods", [Grid(*three_row_header())], {}
    yield "list-three-row-header-saved-as-csv", "csv", [Grid(*three_row_header(False))], {}
    yield "list-units-mixed", "xlsx", [Grid(
        ["填报单位：" + UNIT, "", "单位：元"],
        [*HEAD, "工资性收入（万元）", "经营净收入", "财产净收入", "转移净收入（元/月）"],
        [*FIRST, "3", "0.6万元", "—", "无"], [*SECOND, "0", "12,000", "/", "￥3000"])], {}
    yield "list-months-in-header", "csv", [Grid(*totals_list(
        ["月工资性收入", "经营净收入", "财产净收入", "月转移净收入"],
        [["2500", "6000", "0", "0"], ["0", "12000", "0", "3000元"]]))], {}
    order = [5, 2, 0, 8, 1, 7, 3, 6, 4, 9]
    yield "list-columns-in-any-order", "ods", [Grid(*[
        [r[i] for i in order] for r in totals_list(["家庭年收入"], [["36000"], ["48000"]])])], {}
    yield "list-header-on-every-page", "csv", [Grid(
        TITLE, LINE, [*HEAD, "家庭年收入"], [*FIRST, "36000"], ["本页合计", *[""] * 8, "36000"],
        TITLE, LINE, [*HEAD, "家庭年收入"], [*SECOND, "48000"], ["合计", *[""] * 8, "84000"])], {}
    yield "list-traditional-full-width", "gb", [Grid(
        ["申報編號", "姓　名﹡", "身份證號碼", "申報類別", "家庭人口", "致困原因", *FLAGS, "申報日期", "家庭年收入（萬元）"],
        [*FIRST[:4], "３", *FIRST[5:], "３．６"], [*SECOND[:4], "２人", *SECOND[5:], "肆万捌仟元整"])], {}
    yield "list-foreign-headers-mapped", "csv", [Grid(
        ["编码", "当事人", *HEAD[2:4], "几口之家", *HEAD[5:], "全家所得", "编外"],
        [*FIRST, "36000", "x"], [*SECOND, "48000", "y"])], {"mapping.yaml": (
            "applications:\n  编码: applicationNumber\n  当事人: 姓名\n  几口之家: householdSize\n"
            "  全家所得: declaredAnnualIncome\nignore: [编外]\n")}
    yield "members-below-blank", "csv", [Grid(*below(False))], {}
    yield "members-below-merged", "xlsx", [Grid(*below(True))], {}
    yield "members-below-merged-by-libreoffice", "ods", [Grid(*below(True))], {}
    yield "stacked-tables", "xlsx", [Grid(
        TITLE, LINE, *LIST, [], ["家庭成员表"], *MEMBER_LIST, [], ["支出明细"],
        ["申报编号", "支出项目", "发生金额", "报销金额"], ["A-1", "医疗", "20000", "8000"], FOOT)], {
            "borne": BORNE}
    yield "stacked-tables-by-libreoffice", "ods", [Grid(
        *LIST, [""], *MEMBER_LIST, [""], ["申报编号", "支出项目", "发生金额", "报销金额"],
        ["A-1", "医疗", "20000", "8000"])], {"borne": BORNE}
    yield "groups-numbered", "csv", [Grid(*wide("成员{n}{h}"))], {}
    yield "groups-chinese-numerals", "xlsx", [Grid(*wide("家庭成员{c}·{h}"))], {}
    yield "groups-number-behind", "csv", [Grid(*wide("{h}{n}"))], {}
    yield "groups-two-header-rows", "xlsx", [Grid(*two_row_groups())], {}
    yield "groups-six-partly-empty", "ods", [Grid(*two_row_groups(6))], {}
    yield "groups-same-headers-again", "xlsx", [Grid(
        [*HEAD, *["成员姓名", "成员身份证号码", "与申请人关系", "年收入"] * 3],
        [*FIRST, *groups("A-1")], [*SECOND, *groups("A-2")])], {}
    yield "groups-by-kinship", "csv", [Grid(
        [*HEAD, "本人年收入", "配偶姓名", "配偶身份证号码", "配偶年收入", "子女1姓名", "子女1身份证号码", "子女1年收入"],
        [*FIRST, "30000", "余二", SPOUSE, "6000", "余三", CHILD, "0"],
        [*SECOND, "36000", "卓玛", WIFE, "12000", "", "", ""])], {}
    yield "groups-on-a-list-of-members", "xlsx", [
        Grid(*LIST, title="申报表"),
        Grid(["申报编号", "申请人姓名", *numbered("成员{n}{h}")],
             ["A-1", "余一", *groups("A-1")], ["A-2", "扎西", *groups("A-2")], title="成员")], {}
    yield "form-per-sheet", "xlsx", [
        Grid(*form(FIRST, "A-1"), *procedure(), title="余"),
        Grid(*form(SECOND, "A-2"), *procedure(), title="扎")], {}
    yield "form-per-sheet-by-libreoffice", "ods", [
        Grid(*form(FIRST, "A-1"), *procedure(), title="一"),
        Grid(*form(SECOND, "A-2"), *procedure(), title="二")], {}
    yield "form-saved-as-csv", "csv", [
        Grid(*form(FIRST, "A-1"), *procedure()), Grid(*form(SECOND, "A-2"), *procedure())], {}
    yield "form-several-in-a-sheet", "xlsx", [Grid(
        *form(FIRST, "A-1"), *expenditure(), *procedure(), [],
        *form(SECOND, "A-2"), *procedure())], {"borne": BORNE}
    yield "form-several-by-libreoffice", "ods", [Grid(
        *form(FIRST, "A-1"), *expenditure(), *procedure(), [""],
        *form(SECOND, "A-2"), *procedure())], {"borne": BORNE}
    yield "form-labels-above", "xlsx", [Grid(*above(FIRST, "A-1"))], {"only": one}
    yield "form-labels-above-by-libreoffice", "ods", [Grid(*above(FIRST, "A-1"))], {"only": one}
    yield "form-statements-in-cells", "csv", [Grid(*inline(FIRST, "A-1"))], {"only": one}
    page = [[("困难党员帮扶审批表（第2页）", 5, 0)], ["姓名", "余一", "家庭存款", "5000", "家庭债务", "2万元"]]
    yield "form-of-two-pages", "xlsx", [Grid(
        *form(FIRST, "A-1"), *page, *expenditure(), *procedure())], {"only": one, "borne": BORNE}
    yield "form-number-in-boxes", "xlsx", [Grid(*spread(None))], {"only": one}
    yield "form-vertical-labels", "xlsx", [Grid(*vertical(FIRST, "A-1"))], {"only": one}
    yield "form-vertical-labels-by-libreoffice", "ods", [Grid(*vertical(FIRST, "A-1"))], {"only": one}
    yield from office_layouts(sys.modules[__name__])


def write_workbook(grids, path):
    book = Workbook()
    book.remove(book.active)
    for grid in grids:
        sheet = book.create_sheet(grid.title if len(grids) > 1 else "表")
        for r, row in enumerate(grid.rows, 1):
            for c, cell in enumerate(row, 1):
                text, across, down = cell if isinstance(cell, tuple) else (cell, 0, 0)
                if text != "":
                    plain = text.isascii() and text.isdigit() and len(text) < 10
                    sheet.cell(r, c, int(text) if plain else text)
                if across or down:
                    sheet.merge_cells(start_row=r, start_column=c, end_row=r + down,
                                      end_column=c + across)
    book.save(path)


def write(name, kind, grids, more):
    folder = TARGET / name
    keep = (folder / "expected.csv").read_bytes() if (folder / "expected.csv").exists() else None
    shutil.rmtree(folder, ignore_errors=True)
    unit = folder / "round" / UNIT
    unit.mkdir(parents=True)
    (folder / "round" / "单位名册.csv").write_text("单位代码,单位名称\nT01," + UNIT + "\n")
    if kind in ("csv", "gb"):
        for place, grid in enumerate(grids, 1):
            text = io.StringIO()
            csv.writer(text).writerows(grid.texts())
            coding = "gb18030" if kind == "gb" else "utf-8"
            (unit / f"{place}.csv").write_bytes(text.getvalue().encode(coding))
    elif kind == "xlsx":
        write_workbook(grids, unit / "1.xlsx")
    else:
        with tempfile.TemporaryDirectory() as scratch:
            write_workbook(grids, Path(scratch) / "1.xlsx")
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile",
                 "--convert-to", kind, "--outdir", str(unit), f"{scratch}/1.xlsx"],
                check=True, capture_output=True)
    if "mapping.yaml" in more:
        (unit / "mapping.yaml").write_text(more["mapping.yaml"])
    borne = more.get("borne", {})
    lines = ["applicant,size,income_yuan,expenditure_yuan"]
    for who, (size, income) in sorted(more.get("only", FIGURES).items()):
        lines.append(f"{who},{size},{income},{borne.get(who, 0)}")
    for code in more.get("errors", []):
        lines.append("error " + code)
    (folder / "figures.csv").write_text("\n".join(lines) + "\n")
    if keep is not None:
        (folder / "expected.csv").write_bytes(keep)


def main():
    wanted = set(sys.argv[1:])
    for name, kind, grids, more in layouts():
        if not wanted or name in wanted:
            write(name, kind, grids, more)


main()
