"""Filings of a generated round from `truth/model.jsonl`, written as cells for the reference."""

import json

from figures import COMPONENTS
from rules import CONDUCT


def yes(value):
    return {True: "是", False: "否", None: ""}[value]


def yuan(fen):
    return "" if fen is None else f"{fen / 100:.2f}" if abs(fen) < 10**12 else str(fen)


def filings(path):
    """Application number -> filing."""
    with open(path, encoding="utf-8") as file:
        return {case["application_number"]: filing(case) for case in map(json.loads, file)}


def filing(case):
    deceased = case["deceased"] or {}
    application = {
        "申报类别": case["category"], "申报日期": case["application_date"] or "",
        "身份证号码": case["applicant_id"] if case["applicant_id_usable"] else "",
        "出生日期": case["applicant_birth_date"] or "", "致困原因": case["cause"] or "",
        "党组织关系在工委": yes(case["affiliated"]),
        "原党组织关系在工委": yes(deceased.get("affiliated")),
        "与离世党员关系": deceased.get("relationship") or "",
        "已享受普惠政策": yes(case["universal_benefits_used"]),
        "已接受各类捐助": yes(case["other_aid_exhausted"]),
        "核实日期": case["verified_on"] or "", "公示开始日期": case["notice_from"] or "",
        "公示结束日期": case["notice_to"] or "", "党组审定日期": case["approved_on"] or "",
        "是否签章": yes(case["sealed"]), "上次受助时间": case["previously_helped_on"] or "",
    }
    application.update(
        {header: yes(said) for header, said in zip(CONDUCT.values(), case["exclusions"])})
    if case["household_totals"] is not None:
        application["家庭人口"] = str(case["household_totals"]["size"])
        application.update(dict(zip(COMPONENTS, map(yuan, case["household_totals"]["columns"]))))
    members = [member(person) for person in case["household"]]
    items = [item(person, row) for person in case["household"] for row in person["items"]]
    if not case["lists_members"]:
        members = []
    return {
        "unit_affiliated": case["unit_affiliated"], "application": application,
        "members": members, "income": items,
        "expenditure": [bill(row, case["household"]) for row in case["expenditure"]],
        "support": [benefit(row) for row in case["support"]],
    }


def member(person):
    row = {"姓名": person["name"], "身份证号码": person["id"] or "",
           "与申请人关系": person["relationship"], "就业状况": person["employment"],
           "是否共同生活": yes(person["lives_together"])}
    row.update(dict(zip(COMPONENTS, map(yuan, person["columns"] or []))))
    return row


def item(person, row):
    return {"姓名": person["name"], "收入项目": row["type"], "金额": yuan(row["amount"]),
            "周期": row["period"], "月数": str(row["months"] or "")}


def bill(row, household):
    owner = "" if row["member"] is None else household[row["member"]]["name"]
    return {"姓名": owner, "支出项目": row["type"],
            "发生金额": yuan(row["billed"]), "报销金额": yuan(row["reimbursed"]),
            "支出日期": row["paid_on"] or ""}


def benefit(row):
    return {"资助类别": row["kind"], "金额": yuan(row["amount"]), "资助日期": row["received_on"] or ""}
