#!/usr/bin/env python3
"""Hold a published roster against the reference, cell by cell.

    compare.py generated DIR ROSTER [--policy FILE]    a round of `bangfu sample` in DIR
    compare.py contradictory DIR ROSTER                a round of contradictions.py in DIR

Prints how many filings and cells were compared and every difference; exits 1 on a difference.
"""

import argparse
import csv
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import model
from policy import policy
from rules import screened

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2015, 12, 31)
# A slip changes what the files say, so that the model of the truth says something else. These leave
# every figure alone.
HARMLESS = {"", "id-scientific", "id-scientific-libreoffice", "id-trailing-zeros"}


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def generated(folder):
    """(unit, row, file) -> filing, for the filings whose files say what the model says."""
    filings = model.filings(folder / "truth/model.jsonl")
    return {(case["unit_code"], case["source_file"], case["source_sheet"], case["source_row"]):
            filings[case["application_number"]]
            for case in rows(folder / "truth/applications.csv") if case["slip"] in HARMLESS}


def contradictory(folder):
    with open(folder / "filings.jsonl", encoding="utf-8") as file:
        read = [json.loads(line) for line in file]
    return {(case["unit_code"], case["source_file"], "", str(case["source_row"])): case["filing"]
            for case in read}


def compared(filings, roster, rules):
    """The differences, with how many filings and cells were compared."""
    differences, cells, found, outcomes = [], 0, 0, Counter()
    for row in roster:
        key = (row["unit_code"], row["source_file"], row["source_sheet"], row["source_row"])
        if key not in filings:
            continue
        found += 1
        expected = screened(filings[key], rules, AS_OF).roster()
        outcomes[expected["outcome"]] += 1
        for column, text in expected.items():
            cells += 1
            if row[column] != text:
                differences.append((row["case_id"], key, column, text, row[column]))
    return differences, found, cells, outcomes


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=["generated", "contradictory"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("roster", type=Path)
    parser.add_argument("--policy", default=ROOT / "pipelines/policies/aba-organs.yaml")
    parser.add_argument("--show", type=int, default=20, help="how many differences are printed")
    given = parser.parse_args()
    filings = {"generated": generated, "contradictory": contradictory}[given.kind](given.folder)
    differences, found, cells, outcomes = compared(
        filings, rows(given.roster), policy(given.policy))
    for case_id, key, column, expected, seen in differences[:given.show]:
        print(f"{case_id} {key[1]} row {key[3]}: {column}: reference {expected!r}, roster {seen!r}")
    print(f"{found} of {len(filings)} filings, {cells} cells compared, "
          f"{len(differences)} differences; " + ", ".join(
              f"{count} {outcome}" for outcome, count in sorted(outcomes.items())))
    sys.exit(1 if differences or found != len(filings) else 0)


if __name__ == "__main__":
    main()
