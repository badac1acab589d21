#!/usr/bin/env python3
"""Hold a published roster against OpenFisca on the households both can say.

    compare_openfisca.py DIR ROSTER    DIR: a round of `bangfu sample`

Compared are the households whose every figure is known: D, R, both shares, the line. OpenFisca
computes in 32-bit floats; a difference within their rounding is counted, a larger one is printed and
exits 1. Where OpenFisca is not installed the script says so and exits 0.
"""

import argparse
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

try:
    import numpy
    from openfisca_core.simulation_builder import SimulationBuilder
except ImportError:
    print("skipped: OpenFisca is not installed (pip install openfisca-core)")
    sys.exit(0)

from cells import amount, count, window
from compare import ROOT, generated, rows
from figures import COMPONENTS, is_readable, place, without_repeats
from policy import policy
from system import DEDUCTED, TYPES, system

PERIOD = "2015"
COLUMNS = {"disposable": "disposable_income_yuan", "rigid": "rigid_expenditure_yuan",
           "per_capita_disposable": "per_capita_disposable_yuan_month",
           "per_capita_actual": "per_capita_actual_yuan_month", "threshold": "threshold_yuan_month"}


def yuan(text):
    stated = amount(text)
    return 0.0 if stated is None else stated.value.low / 100


def persons(filing):
    """The persons who live together, each with inputs; one entry for a household without a list."""
    living = [row for row in filing["members"] if row["是否共同生活"] != "否"]
    if not living:
        totals = {f"{name}_column": yuan(filing["application"][header])
                  for header, name in COMPONENTS.items()}
        return [totals] + [{}] * (int(filing["application"]["家庭人口"]) - 1)
    return [inputs(row, filing) for row in living]


def inputs(row, filing):
    found = defaultdict(float)
    for header, name in COMPONENTS.items():
        found[f"{name}_column"] = yuan(row.get(header))
    for item in without_repeats(filing["income"]):
        names = [name for name, kinds in TYPES.items() if item["收入项目"] in kinds]
        if item["姓名"] == row["姓名"] and names and is_readable(item):
            times = {"月": count(item["月数"]) or 12, "季": (count(item["月数"]) or 12) / 3}
            found[item["收入项目"]] += yuan(item["金额"]) * times.get(item["周期"], 1)
            found[f"{names[0]}_itemised"] = 1
    return found


def household(filing, row, applied):
    """The household's own inputs; what is counted once is the roster's."""
    found = defaultdict(float, support=float(row["support_received_yuan"]))
    apart = {member["姓名"] for member in filing["members"] if member["是否共同生活"] == "否"}
    for bill in without_repeats(filing["expenditure"]):
        inside = place(bill["支出日期"], [window(applied)])
        if bill["支出项目"] in DEDUCTED and inside and bill["姓名"] not in apart:
            found[f"{bill['支出项目']}_billed"] += yuan(bill["发生金额"])
            found[f"{bill['支出项目']}_reimbursed"] += yuan(bill["报销金额"])
    return found


def simulated(cases, built, month):
    """The five figures of the cases of one month of application."""
    builder = SimulationBuilder()
    builder.create_entities(built)
    members = [(index, person) for index, case in enumerate(cases) for person in case["persons"]]
    builder.declare_person_entity("person", [str(place) for place in range(len(members))])
    households = builder.declare_entity("household", [str(index) for index in range(len(cases))])
    builder.join_with_persons(
        households, [str(index) for index, _ in members], ["member"] * len(members))
    simulation = builder.build(built)
    names = {name for _, person in members for name in person}
    for name in names:
        simulation.set_input(name, PERIOD, numpy.array(
            [person.get(name, 0) for _, person in members], dtype=numpy.float32))
    for name in {name for case in cases for name in case["household"]}:
        simulation.set_input(name, PERIOD, numpy.array(
            [case["household"].get(name, 0) for case in cases], dtype=numpy.float32))
    return {name: simulation.calculate(name, month if name == "threshold" else PERIOD)
            for name in COLUMNS}


def comparable(filings, roster):
    """The cases whose every figure is known, by month of application."""
    months = defaultdict(list)
    for row in roster:
        key = (row["unit_code"], row["source_file"], row["source_sheet"], row["source_row"])
        if key in filings and all(row[column] for column in COLUMNS.values()):
            filing = filings[key]
            day = filing["application"]["申报日期"]
            if day and row["support_received_yuan"]:
                applied = date.fromisoformat(day)
                months[day[:7]].append({
                    "row": row, "persons": persons(filing),
                    "household": household(filing, row, applied)})
    return months


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("roster", type=Path)
    given = parser.parse_args()
    rates = policy(ROOT / "pipelines/policies/aba-organs.yaml")["rates"]
    built = system([(since.isoformat(), fen / 100) for since, fen in rates])
    checked = rounded = wrong = 0
    for month, cases in sorted(comparable(generated(given.folder), rows(given.roster)).items()):
        figures = simulated(cases, built, month)
        for index, case in enumerate(cases):
            # Sums of a few dozen 32-bit figures: half a unit in the last place each.
            size = sum(abs(value) for person in case["persons"] for value in person.values())
            size += sum(abs(value) for value in case["household"].values())
            for name, column in COLUMNS.items():
                expected, found = float(case["row"][column]), float(figures[name][index])
                checked += 1
                rounded += round(found, 2) != expected
                # A share is shown rounded to a fen; a sum is exact.
                slack = size * 2 ** -23 * 4 + (0.005001 if name.startswith("per") else 0)
                if abs(found - expected) > slack:
                    wrong += 1
                    print(f"{case['row']['case_id']} {column}: OpenFisca {found}, roster {expected}")
    households = checked // len(COLUMNS)
    print(f"{households} households, {checked} figures compared with OpenFisca, {rounded} differ by "
          f"the rounding of 32-bit floats, {wrong} otherwise")
    sys.exit(1 if wrong or not households else 0)


if __name__ == "__main__":
    main()
