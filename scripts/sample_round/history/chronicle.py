"""The whole history: rounds by year, and every fact of the office with its case identifier."""

from dataclasses import dataclass, replace

from ..case_identifiers import case_identifier
from . import fund, layouts, round_2013, round_2014, round_2015
from .course import Fact, facts_of

# For the sample only: whoever holds a round's key can guess numbers behind case ids.
CASE_ID_KEY = "62616e6766752d686973746f72792d323031332d323031352d73616d706c6521"
ROUNDS = {one.year: one.cases
          for one in (round_2013.ROUND, round_2014.ROUND, round_2015.ROUND)}
# What people decided about the pairs that an intake run finds.
VERDICTS = [
    ("13-kidney", "13-kidney-again", "同一", "两单位重复申报，同一人"),
    ("14-twice", "14-twice-wife", "同一", "夫妻二人为同一户重复申报"),
    ("15-brain", "15-brain-again", "同一", "单位重复填报"),
    ("15-few", "15-namesake", "不同", "同名同生日，经核对户口簿为两人"),
]
VERDICT_DAY = "09-04"


@dataclass(frozen=True)
class Chronicle:
    """Cases by handle, their identifiers, and the facts of each year in the order of days."""
    cases: dict
    identifiers: dict
    facts: list

    def of(self, year):
        return [fact for fact in self.facts if fact.day.startswith(year)]


def chronicle():
    cases = {case.handle: case for cases in ROUNDS.values() for case in cases}
    identifiers = {case.handle: case_identifier(CASE_ID_KEY, case.year, case.unit,
                                                case.application) for case in cases.values()}
    facts = [fact for year in fund.YEARS for fact in general(year)]
    facts += [verdict(pair, cases, identifiers) for pair in VERDICTS]
    for case in cases.values():
        if case.course:
            facts += facts_of(case.handle, case.year, case.course)
    return Chronicle(cases, identifiers, numbered(sorted(facts, key=lambda fact: fact.day)))


def general(year):
    """What concerns no case."""
    yield from fund.donations(year)
    yield from fund.allocations(year)
    yield from fund.general_notices(year)
    yield from fund.feedback(year)


def verdict(pair, cases, identifiers):
    """What people decided; the first of the pair must be the one that counts."""
    first, second, word, reason = pair
    if word == "同一" and min(pair[:2], key=lambda handle: (
            cases[handle].application.fields["applicationDate"], identifiers[handle])) != first:
        raise SystemExit(f"{second} counts before {first}")
    day = f"20{first[:2]}-{VERDICT_DAY}"
    return Fact("adjudications", day, {
        "pairId": "+".join(sorted((identifiers[first], identifiers[second]))), "verdict": word,
        "decidedOn": day, "decidedBy": "沈开元", "reason": reason})


def numbered(facts):
    """The same facts with voucher numbers, counted in each year in the order of the days."""
    words = {"disbursements": "付", "donations": "捐", "allocations": "收"}
    counts, out = {}, []
    for fact in facts:
        if fact.form in words:
            key = fact.day[:4], words[fact.form]
            counts[key] = counts.get(key, 0) + 1
            voucher = f"{key[0]}-{key[1]}-{counts[key]:03d}"
            fact = replace(fact, values={**fact.values, "voucher": voucher})
        out.append(fact)
    return out


def units_of(year):
    """The year's roster with the units' applications and the files they are handed in as."""
    units = fund.roster(year)
    for unit in units:
        unit.applications = [case.application for case in ROUNDS[year] if case.unit == unit.code]
        if unit.applications:
            unit.files = layouts.LAYOUTS[layouts.LAYOUT_OF[unit.code]](unit, year)
    return units
