#!/usr/bin/env python3
"""Recompute figures and outcomes of a sample from truth/model.jsonl, straight from the contract.

Usage: recompute-truth.py DIR    (the folder that holds truth/)
Compares with truth/applications.csv and exits 1 on a difference, 2 on wrong usage.
Written apart from the generator: only the contract's sections 2 and 3 and the sample's policy
values are shared. Money is whole fen throughout.
"""
import csv
import datetime
import itertools
import json
import pathlib
import sys

COMPONENT_OF = {
    "工资": (0, 1), "奖金": (0, 1), "津补贴": (0, 1),
    "经营收入": (1, 1), "经营成本": (1, -1),
    "租金": (2, 1), "利息": (2, 1),
    "养老金": (3, 1), "赡养费": (3, 1), "遗属补贴": (3, 1), "救助金": (3, 1), "其他转移": (3, 1),
    "社保缴费": (3, -1), "个人所得税": (3, -1),
}
REGULAR = {"工资", "津补贴", "养老金", "租金", "赡养费", "遗属补贴", "社保缴费", "个人所得税"}
ZERO_WHEN_BLANK = {"在校学生", "学龄前", "无固定职业", "失业", "丧失劳动能力"}
DEDUCTED = {"医疗", "教育", "灾害损失", "残疾康复", "护理"}
NOT_REIMBURSABLE = {"教育", "住房", "其他"}
CONDUCT = ["MEETINGS", "DUES", "ASSIGNMENTS", "BEHAVIOUR", "DUTIES", "UNINSURED"]


def day(text):
    return None if text is None else datetime.date.fromisoformat(text)


def years_later(date, years):
    try:
        return date.replace(year=date.year + years)
    except ValueError:
        return datetime.date(date.year + years, 3, 1)


def window_of(applied):
    last = applied.replace(day=1) - datetime.timedelta(days=1)
    first = applied.replace(day=1)
    return first.replace(year=first.year - 1), last


def threshold_on(date):
    return 138000 if date >= datetime.date(2015, 7, 1) else 125000


def item_range(item):
    """Lowest and highest annual amount of an income item."""
    if item["period"] in ("年", "一次性"):
        return item["amount"], item["amount"]
    if item["months"] is not None:
        months = (item["months"], item["months"])
    else:
        months = (12, 12) if item["type"] in REGULAR else (1, 12)
    divisor = 3 if item["period"] == "季" else 1
    return tuple(item["amount"] * m // divisor for m in months)


def member_income(member):
    """Interval of a member's disposable income; None where only a policy's bounds could tell."""
    low = high = 0
    seen = set()
    for item in member["items"]:
        if item["type"] == "非收入所得":
            continue
        component, sign = COMPONENT_OF[item["type"]]
        seen.add(component)
        ends = [sign * amount for amount in item_range(item)]
        low, high = low + min(ends), high + max(ends)
    columns = member["columns"]
    if columns is not None:
        rest = sum(columns[c] for c in range(4) if c not in seen)
        return low + rest, high + rest
    if seen or member["employment"] in ZERO_WHEN_BLANK:
        return low, high
    return None


def figures(case):
    applied = day(case["application_date"])
    first, last = window_of(applied)
    household = case["household"]
    if case["lists_members"]:
        together = [m for m in household if m["lives_together"]]
        size = len(together)
        parts = [member_income(m) for m in together]
        income = None
        if all(p is not None for p in parts):
            income = sum(p[0] for p in parts), sum(p[1] for p in parts)
    else:
        size = case["household_totals"]["size"]
        total = sum(case["household_totals"]["columns"])
        income = (total, total)

    def inside(text):
        return text is None or first <= day(text) <= last

    borne = [0, 0]
    reimbursements = []
    for row in case["expenditure"]:
        who = row["member"]
        if row["type"] not in DEDUCTED or not inside(row["paid_on"]):
            continue
        if who is not None and not household[who]["lives_together"]:
            continue
        if row["reimbursed"] is not None:
            least = most = row["reimbursed"]
            reimbursements.append(row["reimbursed"])
        elif row["type"] in NOT_REIMBURSABLE:
            least = most = 0
        else:
            least, most = 0, row["billed"]
        borne[0] += row["billed"] - most
        borne[1] += row["billed"] - least
    support = twice = 0
    for row in case["support"]:
        if not inside(row["received_on"]):
            continue
        if row["amount"] > 0 and row["amount"] in reimbursements:
            twice += row["amount"]  # counted once, as the reimbursement it also is
        else:
            support += row["amount"]
    return applied, size, income, support, tuple(borne), twice


def kin(case, applied):
    if case["category"] != "遗属":
        return None
    relation = case["deceased"]["relationship"]
    if relation == "未成年子女":
        return applied < years_later(day(case["applicant_birth_date"]), 18)
    return relation in ("父母", "配偶")


def procedure(case):
    steps = [day(case[k]) for k in ("verified_on", "notice_from", "notice_to", "approved_on")]
    if None in steps or case["sealed"] is not True:
        return "?"
    verified, start, end, approved = steps
    return verified <= start and end <= approved and (end - start).days >= 4 or "?"


def decide(case, applied, met):
    """Rule code to True, False or '?'; rules that do not apply are left out."""
    survivor = case["category"] == "遗属"
    rules = {}

    def attest(code, value):
        rules[code] = "?" if value is None else value

    if survivor:
        attest("AFFILIATION", case["deceased"]["affiliated"])
        attest("SURVIVOR_KIN", kin(case, applied))
    else:
        own = case["affiliated"]
        attest("AFFILIATION", case["unit_affiliated"] if own is None else own)
    used = [case["universal_benefits_used"], case["other_aid_exhausted"]]
    attest("EXHAUSTION", False if False in used else None if None in used else True)
    attest("INCOME_TEST", met)
    if not survivor:
        for code, excluded in zip(CONDUCT, case["exclusions"]):
            attest("CONDUCT_" + code, None if excluded is None else not excluded)
    attest("CAUSE", None if case["cause"] is None else True)
    rules["PROCEDURE"] = procedure(case)
    if case["previously_helped_on"] is not None:
        again = years_later(day(case["previously_helped_on"]), 1)
        rules["FREQUENCY"] = applied >= again
    rules["UNIQUE"] = True if case["applicant_id_usable"] else "?"
    return rules


def yuan(numerator, divisor):
    """Half away from zero to the fen, as text."""
    magnitude = (2 * abs(numerator) + divisor) // (2 * divisor)
    sign = "-" if numerator < 0 and magnitude else ""
    return f"{sign}{magnitude // 100}.{magnitude % 100:02d}"


def expected(case):
    applied, size, income, support, borne, twice = figures(case)
    line = threshold_on(applied) * 12 * size
    ends = met = None
    kind = ""
    if income is not None:
        ends = income[0] + support - borne[1], income[1] + support - borne[0]
        met = True if ends[1] <= line else False if ends[0] > line else None
        if met and income[1] + support + twice <= line:
            kind = "income"
        elif met and income[0] + support > line:
            kind = "expenditure"
    rules = decide(case, applied, met)
    failed = [code for code, verdict in rules.items() if verdict is False]
    unknown = [code for code, verdict in rules.items() if verdict == "?"]
    outcome = "ineligible" if failed else "undetermined" if unknown else "eligible"

    def exact(ends):
        return str(ends[0]) if ends is not None and ends[0] == ends[1] else ""

    return {
        "application_number": case["application_number"],
        "unit_code": case["unit_code"],
        "applicant_name": case["applicant_name"],
        "household_size": str(size),
        "disposable_income_fen": exact(income),
        "support_fen": "" if twice else str(support),
        "rigid_expenditure_fen": "" if twice else exact(borne),
        "actual_low_fen": "" if ends is None else str(ends[0]),
        "actual_high_fen": "" if ends is None else str(ends[1]),
        "per_capita_actual_low": "" if ends is None else yuan(ends[0], 12 * size),
        "per_capita_actual_high": "" if ends is None else yuan(ends[1], 12 * size),
        "threshold_fen_month": str(threshold_on(applied)),
        "outcome": outcome,
        "failed_rules": ";".join(failed),
        "unknown_rules": ";".join(unknown),
        "hardship_type": kind,
    }


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    truth = pathlib.Path(arguments[0]) / "truth"
    differences = compared = 0
    with open(truth / "model.jsonl", encoding="utf-8") as model, \
            open(truth / "applications.csv", encoding="utf-8", newline="") as stated:
        for line, row in itertools.zip_longest(model, csv.DictReader(stated)):
            compared += 1
            if line is None or row is None:
                print(f"line {compared}: model and applications differ in length")
                return 1
            for column, value in expected(json.loads(line)).items():
                if row[column] != value:
                    differences += 1
                    print(f"{row['application_number']} {column}: stated {row[column]!r}, "
                          f"recomputed {value!r}")
    print(f"{compared} applications compared, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
