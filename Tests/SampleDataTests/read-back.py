#!/usr/bin/env python3
"""Read a sample's submissions in every format and find the figures and outcomes of its truth.

Usage: read-back.py DIR    (the folder that holds submissions/ and truth/)
A second reader, apart from the product's: it knows the sample's layouts and no more, joins items by
their household key, hands what it read to recompute-truth.py and compares with
truth/applications.csv wherever no slip damages the case. Every slip's cell is looked up too.
Exits 1 on a difference, 2 on wrong usage.
"""
import collections
import csv
import datetime
import fractions
import importlib.util
import pathlib
import re
import sys
import unicodedata

sys.dont_write_bytecode = True
from sample_sheets import sheets  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
SPEC = importlib.util.spec_from_file_location("recompute", HERE / "recompute-truth.py")
recompute = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(recompute)

SHARED = {
    "c0": "工资性收入", "c1": "经营净收入", "c2": "财产净收入", "c3": "转移净收入 转移性收入",
}
APPLICATION = SHARED | {
    "number": "申报编号 编号 受理编号",
    "name": "姓名 申请人 申请人姓名 申报对象 困难党员姓名",
    "id": "身份证号码 身份证号 公民身份号码 证件号码 身份证",
    "category": "申报类别 对象类别 人员类别", "affiliated": "党组织关系在工委",
    "deceased": "离世党员姓名 已故党员姓名", "deceased.id": "离世党员身份证号码",
    "kin": "与离世党员关系", "formerly": "原党组织关系在工委",
    "size": "家庭人口 家庭人口数 共同生活人口", "total": "家庭年收入 家庭年总收入 家庭收入合计",
    "cause": "致困原因 困难原因 致贫原因", "benefits": "已享受普惠政策 是否享受国家相关普惠政策",
    "aid": "已接受各类捐助 是否接受各类捐助",
    "x0": "无故不参加组织生活", "x1": "不按时交纳党费", "x2": "不做党所分配的工作",
    "x3": "言行不符合党员要求", "x4": "不认真履行岗位职责", "x5": "未购买相关保险致困",
    "verified_on": "核实日期 信息核实日期", "notice_from": "公示开始日期 公示起",
    "notice_to": "公示结束日期 公示止", "approved_on": "党组审定日期 审定日期",
    "sealed": "是否签章 签章", "application_date": "申报日期 申请日期",
    "previously_helped_on": "上次受助时间",
}
ITEM = SHARED | {
    "key.number": "申报编号 编号 受理编号", "key.id": "申请人身份证号码",
    "key.name": "申请人姓名 申请人 户主", "member": "姓名 成员姓名", "relationship": "与申请人关系",
    "together": "是否共同生活", "employment": "就业状况", "health": "健康状况",
    "type": "收入项目 支出项目 资助类别", "amount": "金额 发生金额",
    "period": "周期", "months": "月数", "reimbursed": "报销金额",
    "day": "支出日期 资助日期",
}
FORM_BY_HEADER = {
    "致困原因": "applications", "困难原因": "applications", "致贫原因": "applications",
    "收入项目": "income", "支出项目": "expenditure", "资助类别": "support",
    "与申请人关系": "members",
}
KNOWN = {h for spec in (APPLICATION, ITEM) for names in spec.values() for h in names.split()}
NOTES = ("注:", "填表人:", "填报单位")
NUMERALS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"O": 0}
CAPITALS = "零壹贰叁肆伍陆柒捌玖"


# Rows to a form


def bare(header):
    """A header without decoration, and the unit in its brackets."""
    unit = re.search(r"\((.*?)\)", header)
    return re.sub(r"\(.*?\)|[\s*﹡★]", "", header), unit[1] if unit else ""


class Form:
    """A recognised sheet: its columns and its rows of data."""

    def __init__(self, rows):
        self.line = ""
        top = next(i for i, row in enumerate(rows) if sum(bare(c)[0] in KNOWN for c in row) >= 3)
        for cell in (c for row in rows[:top] for c in row if c.startswith("单位:")):
            self.line = cell[3:]
        headers, first = list(rows[top]), top + 1
        below = rows[first] if first < len(rows) else []
        named = [bare(c)[0] in KNOWN for c in below if c]
        if len(named) >= 2 and all(named):
            headers += [""] * (len(below) - len(headers))
            headers = [low or up for low, up in zip(below + [""] * len(headers), headers)]
            first += 1
        self.headers = [bare(h) for h in headers]
        self.names = {name for name, _ in self.headers}
        self.kind = next(form for name, form in FORM_BY_HEADER.items() if name in self.names)
        self.rows = [self.padded(row) for row in rows[first:] if self.is_filled(row)]

    def padded(self, row):
        return row + [""] * (len(self.headers) - len(row))

    def is_filled(self, row):
        # Whole cells only: 甲木参罗吾 is a name, not a line of column numbers.
        if row and (row[0] in ("合计", "甲", "栏次") or row[0].startswith(NOTES)):
            return False
        return any(c for c, (name, _) in zip(row, self.headers) if name != "序号")

    def column(self, spec, field):
        names = spec[field].split()
        found = [i for i, (name, _) in enumerate(self.headers) if name in names]
        if not found:
            return None
        # A members block stands at the end of 申报表, where 姓名 is the applicant's.
        return found[-1] if spec is ITEM else found[0]

    def text(self, row, spec, field):
        column = self.column(spec, field)
        return "" if column is None else row[column].strip()

    def money(self, row, spec, field, annual=False):
        column = self.column(spec, field)
        if column is None:
            return None
        return money(row[column], self.headers[column][1] or self.line, annual)


# Cells to values


def plain_name(text):
    return text.replace(" ", "")


def small_number(text):
    if "十" not in text:
        return NUMERALS[text]
    tens, ones = text.split("十")
    return (NUMERALS[tens] if tens else 1) * 10 + (NUMERALS[ones] if ones else 0)


def date(text):
    """ISO text of a date; None where blank or impossible."""
    serial = re.fullmatch(r"\d{3,5}", text)
    if serial:
        return (datetime.date(1899, 12, 30) + datetime.timedelta(int(text))).isoformat()
    numerals = re.fullmatch(r"([〇O一二三四五六七八九]{4})年(.+)月(.+)日", text)
    if numerals:
        year = int("".join(str(NUMERALS[c]) for c in numerals[1]))
        parts = year, small_number(numerals[2]), small_number(numerals[3])
    elif american := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text):
        parts = int(american[3]), int(american[1]), int(american[2])
    elif usual := re.match(r"(\d{4})(\d\d)(\d\d)$|(\d+)\D+(\d+)(?:\D+(\d+))?", text):
        parts = [int(p) for p in usual.groups() if p] + [1]
        parts = parts[:3]
    else:
        return None
    year = parts[0] + (0 if parts[0] > 99 else 2000 if parts[0] < 20 else 1900)
    try:
        return datetime.date(year, parts[1], parts[2]).isoformat()
    except ValueError:
        return None


def capital(text):
    total = section = digit = fen = 0
    for c in text:
        if c in CAPITALS:
            digit = CAPITALS.index(c)
            continue
        if c in "拾佰仟":
            section += digit * 10 ** ("拾佰仟".index(c) + 1)
        elif c in "万元":
            total = (total + section + digit) * (10_000 if c == "万" else 1)
            section = 0
        elif c in "角分":
            fen += digit * (10 if c == "角" else 1)
        digit = 0
    return total * 100 + fen


def money(text, unit, annual):
    """Fen; a monthly figure of an annual field times twelve. None where blank or unreadable."""
    text = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    if text in ("—", "/", "无"):
        return 0
    if text[:1] and text[0] in CAPITALS:
        return capital(text)
    shape = re.fullmatch(r"([¥￥]?)(-?\d+(?:\.\d+)?)(万?)(元?)(/[年月])?", text)
    if not shape:
        return None
    currency, number, many, yuan, per = shape.groups()
    own_unit = currency or many or yuan
    scale = 1_000_000 if many or (not own_unit and "万" in unit) else 100
    amount = fractions.Fraction(number) * scale
    if annual and (per == "/月" or (not per and unit.endswith("月"))):
        amount *= 12
    return int(amount) if amount.denominator == 1 else None


def flag(text):
    if text and text in "是有√☑1Y":
        return True
    return False if text and text in "否无×□0N—/" else None


def number_18(text):
    """The identity number in 18 digits; empty where it is not valid."""
    if re.fullmatch(r"\d{15}", text):
        body = text[:6] + "19" + text[6:]
        return next(body + c for c in "0123456789X" if number_18(body + c))
    if not re.fullmatch(r"\d{17}[\dX]", text):
        return ""
    remainder = 0
    for c in text:
        remainder = (remainder * 2 + (10 if c == "X" else int(c))) % 11
    return text if remainder == 1 and date(text[6:14]) else ""


# Forms to cases


def application(form, row, unit, lists_members):
    def text(field):
        return form.text(row, APPLICATION, field)

    number = number_18(text("id"))
    case = {
        "application_number": text("number"), "unit_code": unit["单位代码"],
        "unit_affiliated": unit["组织关系在工委"] == "是", "affiliated": flag(text("affiliated")),
        "category": text("category"), "applicant_name": plain_name(text("name")),
        "applicant_id": number, "applicant_id_usable": bool(number),
        "applicant_birth_date": date(number[6:14]), "sealed": flag(text("sealed")),
        "deceased": {"relationship": text("kin"), "affiliated": flag(text("formerly"))},
        "lists_members": lists_members, "household": [], "expenditure": [], "support": [],
        "cause": text("cause") if text("cause") in ("疾病", "灾害", "突发事件", "就业人员少") else None,
        "universal_benefits_used": flag(text("benefits")), "other_aid_exhausted": flag(text("aid")),
        "exclusions": [flag(text(f"x{i}")) for i in range(6)],
        "stated_size": text("size"), "stated_total": form.money(row, APPLICATION, "total"),
    }
    for field in ("verified_on", "notice_from", "notice_to", "approved_on", "application_date",
                  "previously_helped_on"):
        case[field] = date(text(field))
    if not lists_members:
        sums = [form.money(row, APPLICATION, f"c{i}", annual=True) or 0 for i in range(4)]
        case["household_totals"] = {"size": int(text("size")), "columns": sums}
    return case


def add_member(case, form, row):
    columns = [form.money(row, ITEM, f"c{i}", annual=True) for i in range(4)]
    employment = form.text(row, ITEM, "employment")
    may_be_blank = employment in recompute.ZERO_WHEN_BLANK
    is_blank = all(c is None for c in columns)
    has_columns = form.column(ITEM, "c0") is not None
    case["household"].append({
        "name": plain_name(form.text(row, ITEM, "member")), "items": [], "employment": employment,
        "lives_together": flag(form.text(row, ITEM, "together") or "是"),
        "columns": [c or 0 for c in columns]
        if has_columns and (may_be_blank or not is_blank) else None,
    })


def add_item(case, form, row):
    named = plain_name(form.text(row, ITEM, "member"))
    who = next((i for i, m in enumerate(case["household"]) if m["name"] == named), None)
    amount, kind = form.money(row, ITEM, "amount"), form.text(row, ITEM, "type")
    day = date(form.text(row, ITEM, "day"))
    if form.kind == "support":
        case["support"].append({"amount": amount, "received_on": day})
    elif form.kind == "income":
        months = form.text(row, ITEM, "months")
        case["household"][who]["items"].append({
            "type": kind, "amount": amount, "period": form.text(row, ITEM, "period"),
            "months": int(months) if months else None,
        })
    else:
        reimbursed = form.money(row, ITEM, "reimbursed")
        if None not in (reimbursed, amount) and reimbursed > amount:
            reimbursed = None
        case["expenditure"].append({
            "member": who, "type": kind, "billed": amount, "reimbursed": reimbursed,
            "paid_on": day,
        })


def read_unit(folder, unit):
    """The cases of one unit, joined by household key."""
    forms = [Form(rows) for f in sorted(folder.iterdir()) for rows in sheets(f).values()]
    forms = {form.kind: form for form in forms}
    main = forms["applications"]
    is_block = "成员姓名" in main.names
    cases, index = [], collections.defaultdict(list)
    for row in main.rows:
        if not is_block or main.text(row, APPLICATION, "number"):
            case = application(main, row, unit, is_block or "members" in forms)
            cases.append(case)
            for kind, value in (("number", case["application_number"]),
                                ("id", case["applicant_id"]), ("name", case["applicant_name"])):
                index[kind, value].append(case)
        if is_block:
            add_member(cases[-1], main, row)
    for kind, add in (("members", add_member), ("income", add_item), ("expenditure", add_item),
                      ("support", add_item)):
        seen = set()
        for row in forms[kind].rows if kind in forms else []:
            form = forms[kind]
            key = next(k for k in ("number", "id", "name")
                       if form.column(ITEM, "key." + k) is not None)
            owners = index[key, plain_name(form.text(row, ITEM, "key." + key))]
            content = tuple(c for c, (n, _) in zip(row, form.headers) if n != "序号")
            if len(owners) == 1 and content not in seen:
                seen.add(content)
                add(owners[0], form, row)
    return cases


# Comparison


def differences(case, stated):
    found = recompute.expected(case)
    for column, value in found.items():
        if stated[column] != value:
            yield f"{column}: stated {stated[column]!r}, read {value!r}"
    if case["stated_size"] not in ("", stated["household_size"]):
        yield f"家庭人口 {case['stated_size']}"
    total = case["stated_total"]
    if total is not None and str(total) != stated["disposable_income_fen"]:
        yield f"家庭年收入 {total}"


def compare_slips(sample):
    """Slips whose cell is not there, or is blank though the kind needs text."""
    missing = 0
    last, tables = None, {}
    with open(sample / "truth/slips.csv", encoding="utf-8", newline="") as file:
        for slip in csv.DictReader(file):
            if slip["source_file"] != last:
                last = slip["source_file"]
                tables = sheets(sample / "submissions" / last)
            letters, row = re.fullmatch(r"([A-Z]+)(\d+)", slip["cell"]).groups()
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            rows = tables[slip["source_sheet"]]
            cells = rows[int(row) - 1] + [""] * column
            if (cells[column - 1] == "") != (slip["kind"] == "missing-required"):
                missing += slip["kind"] != "repeated-item"
    return missing


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    sample = pathlib.Path(arguments[0])
    with open(sample / "truth/applications.csv", encoding="utf-8", newline="") as file:
        truth = {row["application_number"]: row for row in csv.DictReader(file)}
    with open(sample / "submissions/单位名册.csv", encoding="utf-8", newline="") as file:
        units = {row["别名"]: row for row in csv.DictReader(file)}
    compared = wrong = 0
    for name in sorted(units):
        for case in read_unit(sample / "submissions" / name, units[name]):
            stated = truth.pop(case["application_number"])
            if stated["damaged"] == "1":
                continue
            compared += 1
            found = list(differences(case, stated))
            wrong += bool(found)
            if found:
                print(stated["application_number"], stated["source_file"], *found, sep="  ")
    missing = compare_slips(sample)
    print(f"{compared} applications compared, {wrong} differ, {len(truth)} not found, "
          f"{missing} slips not found")
    return 1 if wrong or truth or missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
