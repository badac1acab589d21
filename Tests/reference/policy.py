"""A policy file of `pipelines/policies` as the reference reads it, with PyYAML."""

from datetime import date

import yaml

from cells import Interval, fen


def policy(path):
    """The values the reference needs, by the names docs/policy.md gives them."""
    with open(path, encoding="utf-8") as file:
        read = yaml.load(file, Loader=yaml.BaseLoader)
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
        "oldestApplicationMonths": int(read["threshold"]["oldestApplicationMonths"]),
        "itemTypes": {
            name: {"component": None if kind["component"] == "none" else kind["component"],
                   "subtracted": kind.get("subtracted") == "true",
                   "regular": kind.get("regular") == "true"}
            for name, kind in income["itemTypes"].items()},
        "unknownComponents": {
            **{name: Interval(fen(ends["lowYuan"]), fen(ends["highYuan"]))
               for name, ends in bounds.items()}, None: Interval(0, 0)},
        "largestHousehold": int(read["household"]["largest"]),
        "statusesWithoutIncome": read["household"]["statusesWithoutIncome"],
        "deducted": list(read["expenditure"]["deducted"]),
        "notReimbursable": read["expenditure"]["notReimbursable"],
        "unknownAmount": fen(read["expenditure"]["unknownAmountYuan"]),
        "reimbursing": read["support"]["reimbursing"],
        "reliefIncomeTypes": read["support"]["reliefIncomeTypes"],
        "noticeMinimumDays": int(read["procedure"]["noticeMinimumDays"]),
        "frequencyMonths": int(read["frequency"]["months"]),
        "majorityAge": int(read["survivors"]["majorityAge"]),
        "conductApplies": read["survivors"].get("conductApplies") == "true",
        "causes": read["causes"],
        # Beside the rules the section says from when and from where its values are.
        "modes": {rule: settings["mode"] for rule, settings in read["rules"].items()
                  if isinstance(settings, dict)},
    }
