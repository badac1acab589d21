"""The expected totals, counted from the facts alone; amounts in fen."""

import csv
import io
from collections import Counter

from ..reference import SAMPLE_POLICY, assessed

from ..expected import case_of, rules
from . import chronicle as book
from .fund import YEARS
from .households import LINES

HEADER = ("quantity", "year", "key", "value")
POLICY = {**SAMPLE_POLICY,
          "thresholds": [(since, str(yuan)) for since, yuan in LINES],
          "zeroIncomeEmployment": [*SAMPLE_POLICY["zeroIncomeEmployment"], "失业", "丧失劳动能力"]}
EXITS = ("自愿退出", "退出", "去世", "调出")


def expected_rows(chronicle):
    """Rows of quantity, year (`all` for the three), key (`all` for every one), value."""
    counts = Counter()
    for fact in chronicle.facts:
        count(counts, chronicle, fact)
    for case, result in screened(chronicle):
        counts["outcome", case.year, result["outcome"]] += 1
        counts["applications", case.year, "all"] += 1
    balance = 0
    for year in YEARS:
        balance += counts["raised_fen", year, "all"] - counts["used_fen", year, "all"]
        counts["closing_balance_fen", year, "all"] = balance
    households(counts, chronicle)
    promises(counts, chronicle)
    return sorted((*key, value) for key, value in counts.items() if value)


def count(counts, chronicle, fact):
    year, values = fact.day[:4], fact.values
    if fact.form in ("donations", "allocations"):
        source = values.get("source", "一日捐")
        add(counts, "raised_fen", year, source, values["amount"])
        if fact.form == "donations":
            counts["donated_fen", year, values["unitCode"]] += values["amount"]
    elif fact.form == "disbursements":
        add(counts, "used_fen", year, values["measure"], values["amount"])
        add(counts, "payments", year, values["measure"], 1)
    elif fact.form == "decisions":
        add(counts, "decisions", year, values["decision"], 1)
    elif fact.form == "events" and values["event"] in EXITS:
        left_before = chronicle.cases[fact.handle].course.withdrawn
        add(counts, "withdrawals" if left_before else "exits", year, values["event"], 1)


def add(counts, quantity, year, key, value):
    for when in (year, "all"):
        for what in (key, "all"):
            counts[quantity, when, what] += value


def households(counts, chronicle):
    """Households paid in a year, by measure; paid for the first time; and in all."""
    seen = set()
    for fact in chronicle.facts:
        if fact.form != "disbursements":
            continue
        year = fact.day[:4]
        first = fact.handle not in {handle for handle, *_ in seen}
        counts["households_first_helped", year, "all"] += first
        for key in ((fact.handle, year, "all"), (fact.handle, "all", "all"),
                    (fact.handle, year, fact.values["measure"]),
                    (fact.handle, "all", fact.values["measure"])):
            counts[("households_helped", *key[1:])] += key not in seen
            seen.add(key)


def promises(counts, chronicle):
    """What was approved, what an exit gave up, and what is still promised at each year's end."""
    left = Counter()
    for year in YEARS:
        for fact in chronicle.of(year):
            if fact.form == "decisions" and fact.values["decision"] == "同意":
                left[fact.handle] += fact.values["amount"]
                add(counts, "approved_fen", year, fact.values["measure"], fact.values["amount"])
            elif fact.form == "disbursements":
                left[fact.handle] -= fact.values["amount"]
            elif fact.form == "events" and fact.values["event"] in EXITS:
                add(counts, "given_up_fen", year, fact.values["event"], left.pop(fact.handle, 0))
        counts["open_promises_fen", year, "all"] = sum(left.values())


def screened(chronicle):
    """(case, result) of every case, with the earlier help that the registry knows of."""
    for year in YEARS:
        units = {unit.code: unit for unit in book.units_of(year)}
        for case in book.ROUNDS[year]:
            filed = case_of(units[case.unit], case.application)
            helped = last_payment(chronicle, case)
            if helped and "previouslyHelpedOn" not in filed["application"]:
                filed["application"]["previouslyHelpedOn"] = helped
            yield case, assessed(filed, POLICY)


def last_payment(chronicle, case):
    """The last day on which the household was paid in an earlier round, before it files again."""
    filed = case.application.fields["applicationDate"]
    days = [fact.day for fact in chronicle.facts
            if fact.form == "disbursements" and fact.handle == case.person_of != case.handle
            and fact.day < filed]
    return max(days, default=None)


def require_outcomes(chronicle):
    """Every case must be screened as its table says."""
    for case, result in screened(chronicle):
        require_outcome(case, result)


def require_outcome(case, result):
    found = (result["outcome"], rules(result, "fail"), rules(result, "unknown"))
    told = (case.outcome, case.fails.split(), case.unknown.split())
    if found != told:
        raise SystemExit(f"{case.handle}: the table says {told}, the reference {found}")
    if case.course and not meets_line(result, case.course.found) and case.course.is_approved:
        raise SystemExit(f"{case.handle}: approved, but above the line as verified")


def meets_line(result, found):
    """The income test with the figures of the second verification in place of the declared."""
    income = result["income"].high if found.income is None else found.income * 100
    rigid = result["rigid"].low if found.expenditure is None else found.expenditure * 100
    actual = income + result["support"].high - rigid
    return actual <= result["threshold"] * 12 * result["size"].low


def expected_csv(rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([HEADER, *rows])
    return out.getvalue()
