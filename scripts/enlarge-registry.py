#!/usr/bin/env python3
"""Repeats the cases of a registry until it holds about COUNT, for timing re-screenings and imports.

    scripts/enlarge-registry.py output/registry/registry.sqlite 1000000 [--approve N]

Works on the registry in place; use a copy. Every copy of a case has its own identifier, filing,
screening, persons (other identity numbers of area 513299) and steps. With --approve the first N
cases get a verification, a proposal, a notice and an approval of 12,000 yuan, as the import would
have recorded them, and N lines of payments are written to payments.csv beside the registry.
"""

import argparse
import csv
import hashlib
import json
import sqlite3
from pathlib import Path

WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("registry", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--approve", type=int, default=0)
    arguments = parser.parse_args()
    database = sqlite3.connect(arguments.registry)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA foreign_keys = ON")
    enlarge(database, arguments.count)
    if arguments.approve:
        approve(database, arguments.approve, arguments.registry.parent / "payments.csv")
    database.commit()
    database.execute("ANALYZE")
    database.commit()
    print(database.execute("SELECT count(*) FROM assistanceCase").fetchone()[0], "cases")


def enlarge(database, count):
    originals = read_cases(database)
    next_case = 1 + largest(database, "assistanceCase")
    next_filing = 1 + largest(database, "filing")
    copy = 0
    while next_case <= count:
        copy += 1
        for case in originals:
            if next_case > count:
                break
            write_copy(database, case, copy, next_case, next_filing)
            next_case += 1
            next_filing += 1


def largest(database, table):
    return database.execute(f"SELECT max(id) FROM {table}").fetchone()[0]


def read_cases(database):
    """Each case with its newest screening, that one's filing, its persons and its first step."""
    cases = []
    for row in database.execute("SELECT * FROM assistanceCase ORDER BY id").fetchall():
        screening = database.execute(
            "SELECT * FROM screening WHERE assistanceCase = ? ORDER BY id DESC", row[:1]).fetchone()
        filing = database.execute(
            "SELECT content FROM filing WHERE id = ?", (screening[2],)).fetchone()[0]
        persons = database.execute(
            "SELECT * FROM person WHERE assistanceCase = ?", row[:1]).fetchall()
        step = database.execute(
            "SELECT * FROM caseStep WHERE assistanceCase = ? ORDER BY id", row[:1]).fetchone()
        cases.append((row, screening, filing, persons, step))
    return cases


def write_copy(database, case, copy, case_row, filing_row):
    row, screening, filing, persons, step = case
    case_id = f"{row[1]}-C{copy}"
    state = "screened" if row[4] not in ("returned", "merged") else row[4]
    insert(database, "assistanceCase", (case_row, case_id, row[2], row[3], state) + row[5:])
    content = renamed(filing, case_id)
    insert(database, "filing", (filing_row, case_row, hashlib.sha256(content).digest(), content))
    insert(database, "screening", (None, case_row, filing_row) + screening[3:])
    for person in persons:
        identity = person[2] and other_number(person[2], copy)
        insert(database, "person", (case_row, person[1], identity) + person[3:])
    insert(database, "caseStep", (None, case_row, None, None, state) + step[5:])


def insert(database, table, values):
    marks = ", ".join("?" * len(values))
    database.execute(f"INSERT INTO {table} VALUES ({marks})", values)


def renamed(filing, case_id):
    """The filing with another case identifier: the second of the two texts after the version."""
    _, after_round = text_at(filing, 1)
    _, after_case = text_at(filing, after_round)
    name = case_id.encode()
    return filing[:after_round] + bytes([len(name)]) + name + filing[after_case:]


def text_at(filing, place):
    length = filing[place]
    return filing[place + 1:place + 1 + length], place + 1 + length


def other_number(number, copy):
    body = number[:6] + number[6:14] + f"{(int(number[14:17]) + 2 * copy) % 1000:03d}"
    check = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS)) % 11
    return body + "10X98765432"[check]


def approve(database, count, payments):
    rows = database.execute(
        "SELECT id, caseID FROM assistanceCase WHERE state = 'screened' ORDER BY id LIMIT ?",
        (count,)).fetchall()
    import_row = database.execute(
        "INSERT INTO officeImport (digest, name, importedOn, accepted, known, rejected) "
        "VALUES ('enlarge-registry', 'enlarge-registry', '2016-01-20', 0, 0, 0)").lastrowid
    for row, case_id in rows:
        for fact in facts(case_id):
            record(database, import_row, row, fact)
        steps(database, row)
        insert(database, "bookEntry", (
            None, "commitment", "2016-01-20", "available", "committed", 1_200_000, "3", row, ""))
        database.execute("UPDATE assistanceCase SET state = 'approved' WHERE id = ?", (row,))
    with payments.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["个案编号", "金额", "拨付日期", "凭证号"])
        for number, (_, case_id) in enumerate(rows):
            writer.writerow([case_id, "1000", "2016-02-01", f"记-{number:06d}"])


def facts(case_id):
    """The facts of an approval, in the order of their days, as their JSON has them."""
    measure = "一次性资助"
    return [
        ("verifications", "2016-01-05", [case_id, "2016-01-05"], {"verification": {"_0": {
            "caseID": case_id, "conclusion": "属实", "finding": "", "participants": "",
            "place": "居住地", "verifiedOn": "2016-01-05"}}}),
        ("proposals", "2016-01-08", [case_id, "2016-01-08"], {"proposal": {"_0": {
            "amount": 1_200_000, "caseID": case_id, "measure": measure,
            "proposedOn": "2016-01-08"}}}),
        ("notices", "2016-01-10", ["拟帮扶公示", "党内", "2016-01-10", "2016-01-16", case_id],
         {"notice": {"_0": {
             "caseIDs": [case_id], "channel": "党内", "from": "2016-01-10",
             "stage": "拟帮扶公示", "to": "2016-01-16"}}}),
        ("decisions", "2016-01-20", [case_id, "2016-01-20"], {"decision": {"_0": {
            "amount": 1_200_000, "caseID": case_id, "decidedOn": "2016-01-20",
            "documentNumber": "3", "measure": measure, "reason": "", "verdict": "同意"}}}),
    ]


def record(database, import_row, case_row, fact):
    form, date, parts, content = fact
    key = hashlib.sha256("\x1f".join([form] + parts).encode()).digest()
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    fact_row = database.execute(
        "INSERT INTO officeFact (officeImport, form, day, place, key, content, digest) "
        "VALUES (?, ?, ?, '', ?, ?, ?)",
        (import_row, form, date, key, text, hashlib.sha256(text.encode()).digest())).lastrowid
    insert(database, "factCase", (case_row, fact_row))


def steps(database, case_row):
    for form, before, after, date, actor, reason in [
            ("verifications", "screened", "verified", "2016-01-05", "", "属实"),
            ("proposals", "verified", "proposed", "2016-01-08", "", "一次性资助"),
            ("notices", "proposed", "publicised", "2016-01-10", "", "党内"),
            ("decisions", "publicised", "approved", "2016-01-20", "3", "一次性资助")]:
        insert(database, "caseStep", (None, case_row, form, before, after, date, actor, reason))


if __name__ == "__main__":
    main()
