"""A policy file of `pipelines/policies` as the reference reads it, with PyYAML."""

from datetime import date
from pathlib import Path

import yaml

from cells import Interval, fen


def read_file(path):
    """The keys of a file, laid over those of the file that it extends; for values without days."""
    with open(path, encoding="utf-8") as file:
        own = yaml.load(file, Loader=yaml.BaseLoader)
    base = own.pop("extends", None)
    return merged(read_file(Path(path).parent / base), own) if base else own


def merged(base, overlay):
    if not isinstance(base, dict) or not isinstance(overlay, dict):
        return overlay
    result = dict(base)
    for key, value in overlay.items():
        if value in ("~", ""):
            result.pop(key, None)
        else:
            result[key] = merged(base.get(key), value)
    return result


def policy(path):
    """The values the reference needs, by the names docs/policy.md gives them."""
    read = read_file(path)
    rates = {}
    for year in read["minimumWage"]["years"]:
        if year["confirmedBy"]:
            for rate in year["rates"]:
                rates[date.fromisoformat(rate["from"])] = fen(rate["yuanPerMonth"])
    income, bounds = read["income"], read["income"]["unknownComponents"]
    return {
        "rates": sorted(rates.items()),
        "factorThousandths": int(fen(read["threshold"]["factor"], 1000)),
        "includesEquality": read["threshold"]["comparator"] == "<=",
        "rateDay": read["threshold"]["rateDay"],
        "oldestApplicationMonths": int(read["threshold"]["oldestApplicationMonths"]),
        "windowMonths": int(income["windowMonths"]),
        "itemTypes": {
            name: {"component": None if kind["component"] == "none" else kind["component"],
                   "subtracted": kind.get("subtracted") == "true",
                   "regular": kind.get("regular") == "true",
                   "disregard": disregard(kind.get("disregard"))}
            for name, kind in income["itemTypes"].items()},
        "imputation": imputation(income.get("imputation")),
        "unknownComponents": {
            **{name: Interval(fen(ends["lowYuan"]), fen(ends["highYuan"]))
               for name, ends in bounds.items()}, None: Interval(0, 0)},
        "largestHousehold": int(read["household"]["largest"]),
        "statusesWithoutIncome": read["household"]["statusesWithoutIncome"],
        "members": [member(rule) for rule in read["household"].get("members", [])],
        "deducted": {name: deduction(entry)
                     for name, entry in read["expenditure"]["deducted"].items()
                     if isinstance(entry, dict)},
        "notReimbursable": read["expenditure"]["notReimbursable"],
        "unknownAmount": fen(read["expenditure"]["unknownAmountYuan"]),
        "reimbursing": read["support"]["reimbursing"],
        "reliefIncomeTypes": read["support"]["reliefIncomeTypes"],
        "noticeMinimumDays": int(read["procedure"]["noticeMinimumDays"]),
        "sealRequired": read["procedure"].get("sealRequired") != "false",
        "verifiedBeforeNotice": read["procedure"].get("verifiedBeforeNotice") != "false",
        "approvedAfterNotice": read["procedure"].get("approvedAfterNotice") != "false",
        "frequencyMonths": int(read["frequency"]["months"]),
        "majorityAge": int(read["survivors"]["majorityAge"]),
        "conductCategories": {
            rule: settings.get("categories", ["在职", "退休"] + (
                ["遗属"] if read["survivors"].get("conductApplies") == "true" else []))
            for rule, settings in read["rules"].items() if rule.startswith("CONDUCT_")},
        "causes": read["causes"],
        # Beside the rules the section says from when and from where its values are.
        "modes": {rule: settings["mode"] for rule, settings in read["rules"].items()
                  if isinstance(settings, dict)},
    }


def optional(entry, key):
    return fen(entry[key]) if key in entry else None


def disregard(entry):
    """What of a type of income does not count; None where all of it does."""
    if not entry:
        return None
    return {"whole": entry.get("whole") == "true", "perMonth": optional(entry, "perMonthYuan"),
            "perWindow": optional(entry, "perWindowYuan"),
            "firstMonths": int(entry["firstMonths"]) if "firstMonths" in entry else None}


def deduction(entry):
    return {"perItem": optional(entry, "capPerItemYuan"), "share": int(entry.get("sharePercent", 100)),
            "evidence": entry.get("evidence") == "required",
            "perPerson": optional(entry, "capPerPersonYuan"), "cap": optional(entry, "capYuan")}


def ages(entry):
    if "ageFrom" not in entry and "ageBelow" not in entry:
        return None
    return int(entry.get("ageFrom", 0)), int(entry.get("ageBelow", 200))


def member(rule):
    return {"employment": rule.get("employment", []), "relationship": rule.get("relationship", []),
            "livesTogether": {"true": True, "false": False}.get(rule.get("livesTogether")),
            "ages": ages(rule), "counts": {"yes": True, "no": False, "open": None}[rule["counts"]]}


def imputation(entry):
    if not entry:
        return None
    return {"employment": entry["employment"], "ages": ages(entry),
            "excused": entry.get("excusedHealth", []), "percent": int(entry["percentOfMinimumWage"])}
