"""Rules and outcome of one filing, a second reading of contract section 3."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from cells import UNREADABLE, birth_date, flag, plus_months, stated_date
from figures import readings

CONDUCT = {
    "CONDUCT_MEETINGS": "无故不参加组织生活", "CONDUCT_DUES": "不按时交纳党费",
    "CONDUCT_ASSIGNMENTS": "不做党所分配的工作", "CONDUCT_BEHAVIOUR": "言行不符合党员要求",
    "CONDUCT_DUTIES": "不认真履行岗位职责", "CONDUCT_UNINSURED": "未购买相关保险致困",
}
PASS, FAIL, UNKNOWN, NOT_APPLICABLE = "pass", "fail", "unknown", "notApplicable"


@dataclass
class Result:
    """What the roster must say of a filing."""

    readings: list
    threshold: int | None
    rules: dict
    hardship_type: str
    policy: dict

    @property
    def outcome(self):
        ends = self.deciding().values()
        return "ineligible" if FAIL in ends else "undetermined" if UNKNOWN in ends else "eligible"

    def deciding(self):
        return {rule: end for rule, end in self.rules.items()
                if self.policy["modes"].get(rule, "on") == "on"}

    def roster(self):
        """The roster's cells of figures and conclusion, as text."""
        sizes = {reading.least for reading in self.readings} | {
            reading.most for reading in self.readings}
        actual = shares(self.readings, lambda reading: reading.actual)
        before = shares(self.readings, lambda reading: reading.disposable)
        shortfall = None
        if self.threshold is not None and actual[0] == actual[1] < yuan(self.threshold):
            shortfall = yuan(self.threshold) - actual[0]
        ended = {end: ";".join(rule for rule, found in self.deciding().items() if found == end)
                 for end in (FAIL, UNKNOWN)}
        return {
            "household_size": str(*sizes) if len(sizes) == 1 else "",
            "disposable_income_yuan": exact(reading.disposable for reading in self.readings),
            "support_received_yuan": exact(reading.support for reading in self.readings),
            "rigid_expenditure_yuan": exact(reading.rigid for reading in self.readings),
            "per_capita_disposable_yuan_month": shown(before[0]) if before[0] == before[1] else "",
            "per_capita_actual_yuan_month": shown(actual[0]) if actual[0] == actual[1] else "",
            "per_capita_actual_low": shown(actual[0]), "per_capita_actual_high": shown(actual[1]),
            "threshold_yuan_month": "" if self.threshold is None else shown(yuan(self.threshold)),
            "shortfall_yuan_month": "" if shortfall is None else shown(shortfall),
            "hardship_type": self.hardship_type, "outcome": self.outcome,
            "failed_rules": ended[FAIL], "unknown_rules": ended[UNKNOWN],
        }


def yuan(fen):
    return Decimal(fen) / 100


def shown(value):
    return f"{value:.2f}" if value != 0 else "0.00"


def exact(intervals):
    values = {end for interval in intervals for end in (interval.low, interval.high)}
    return shown(yuan(*values)) if len(values) == 1 else ""


def shares(found, amount_of):
    """The lowest and the highest share a month and person, rounded half up, away from zero below."""
    ends = []
    for reading in found:
        amount = amount_of(reading)
        for fen in (amount.low, amount.high):
            for size in (reading.least, reading.most):
                share = Fraction(fen, 1200 * size)
                hundredths = Fraction(abs(share) * 100 + Fraction(1, 2)).__floor__()
                ends.append(Decimal(hundredths if share >= 0 else -hundredths) / 100)
    return min(ends).quantize(Decimal("0.01"), ROUND_HALF_UP), max(ends)


# The line


def line_of(rate, policy):
    return -(-rate * policy["factorThousandths"] // 1000)


def rates_of_year(year, policy):
    """The rates in force in a year, in the order of their days."""
    first = max(since for since, _ in policy["rates"] if since <= date(year, 1, 1))
    return [rate for since, rate in policy["rates"] if first <= since <= date(year, 12, 31)]


def line_on(day, policy):
    if policy["rateDay"] == "applicationDate":
        return line_of([rate for since, rate in policy["rates"] if since <= day][-1], policy)
    rates = rates_of_year(day.year, policy)
    return line_of(max(rates) if policy["rateDay"] == "maximumOfYear" else rates[-1], policy)


def other_lines(day, policy):
    """The lines of the other rates in force in the year of a day."""
    return {line_of(rate, policy) for rate in rates_of_year(day.year, policy)} - {line_on(day, policy)}


def meets(found, line, amount_of, policy):
    """Whether every reading meets the line, none can, or it is open: pass, fail or unknown."""
    def holds(amount, limit):
        return amount <= limit if policy["includesEquality"] else amount < limit

    if all(holds(amount_of(reading).high, line * 12 * reading.least) for reading in found):
        return PASS
    if not any(holds(amount_of(reading).low, line * 12 * reading.most) for reading in found):
        return FAIL
    return UNKNOWN


def income_test(found, applied, as_of, policy):
    """The test's end, the line used and the hardship type."""
    day = applied or as_of
    if applied and not plus_months(as_of, -policy["oldestApplicationMonths"]) <= applied <= as_of:
        return UNKNOWN, None, ""
    line = line_on(day, policy)
    end = meets(found, line, lambda reading: reading.actual, policy)
    if applied is None and end != UNKNOWN:
        ends = {meets(found, other, lambda reading: reading.actual, policy)
                for other in other_lines(day, policy)}
        if ends - {end}:
            return UNKNOWN, line, ""
    if end != PASS:
        return end, line, ""
    before = meets(found, line, lambda reading: reading.supported, policy)
    return end, line, {PASS: "income", FAIL: "expenditure", UNKNOWN: ""}[before]


# The other rules


def attested(answer, good):
    """A unit's attestation against the answer that passes."""
    return UNKNOWN if answer is None else PASS if answer is good else FAIL


def affiliation(application, unit_affiliated):
    category = application.get("申报类别")
    if category == "遗属":
        return attested(flag(application.get("原党组织关系在工委")), True)
    if not category:
        return UNKNOWN
    own = application.get("党组织关系在工委")
    return attested(flag(own) if own else unit_affiliated, True)


def survivor_kin(application, days, policy):
    category = application.get("申报类别")
    if category != "遗属":
        return NOT_APPLICABLE if category else UNKNOWN
    kin = application.get("与离世党员关系")
    if kin in ("父母", "配偶"):
        return PASS
    if kin != "未成年子女":
        return FAIL if kin == "其他" else UNKNOWN
    births = [birth_date(application.get("身份证号码"))]
    entered = stated_date(application.get("出生日期"))
    births += list(entered) if isinstance(entered, tuple) else []
    of_age = {day >= plus_months(born, 12 * policy["majorityAge"])
              for born in births if born for day in days}
    return UNKNOWN if len(of_age) != 1 else FAIL if of_age.pop() else PASS


def exhaustion(application):
    answers = [attested(flag(application.get(header)), True)
               for header in ("已享受普惠政策", "已接受各类捐助")]
    return next((end for end in (FAIL, UNKNOWN) if end in answers), PASS)


def conduct(application, rule, policy):
    category, about = application.get("申报类别"), policy["conductCategories"][rule]
    if not about or category and category not in about:
        return NOT_APPLICABLE
    end = attested(flag(application.get(CONDUCT[rule])), False)
    return UNKNOWN if end == FAIL and not category and len(about) < 3 else end


def procedure(application, policy):
    """The unit's steps; what is missing is the unit's omission and never refuses a family."""
    days = [stated_date(application.get(header))
            for header in ("核实日期", "公示开始日期", "公示结束日期", "党组审定日期")]
    isSealed = flag(application.get("是否签章")) or not policy["sealRequired"]
    if not all(isinstance(day, tuple) for day in days) or not isSealed:
        return UNKNOWN
    verified, start, end, approved = days
    isLong = (end[0] - start[1]).days + 1 >= policy["noticeMinimumDays"]
    isOrdered = (verified[0] <= start[1] or not policy["verifiedBeforeNotice"]) and (
        end[0] <= approved[1] or not policy["approvedAfterNotice"])
    return PASS if isLong and isOrdered else UNKNOWN


def frequency(application, days, policy):
    helped = stated_date(application.get("上次受助时间"))
    if helped is None:
        return NOT_APPLICABLE
    if helped == UNREADABLE:
        return UNKNOWN
    free = [plus_months(day, policy["frequencyMonths"]) for day in helped]
    if free[1] <= min(days):
        return PASS
    return FAIL if free[0] > max(days) and helped[1] <= min(days) else UNKNOWN


def screened(filing, policy, as_of):
    """Figures, rules and outcome of a filing that has no confirmed duplicate."""
    application = filing["application"]
    stated = stated_date(application.get("申报日期"))
    isDay = isinstance(stated, tuple) and stated[0] == stated[1] <= as_of
    applied = stated[0] if isDay else None
    days = [applied] if applied else [date(as_of.year, month, 1) for month in range(
        1, as_of.month + 1)] + [as_of]
    found = readings(filing, policy, days)
    test, line, hardship = income_test(found, applied, as_of, policy)
    cause = application.get("致困原因")
    rules = {
        "AFFILIATION": affiliation(application, filing.get("unit_affiliated")),
        "SURVIVOR_KIN": survivor_kin(application, days, policy),
        "EXHAUSTION": exhaustion(application), "INCOME_TEST": test,
        **{rule: conduct(application, rule, policy) for rule in CONDUCT},
        "CAUSE": UNKNOWN if not cause else PASS if cause in policy["causes"] else FAIL,
        "PROCEDURE": procedure(application, policy),
        "FREQUENCY": frequency(application, days, policy),
        "UNIQUE": PASS if birth_date(application.get("身份证号码")) else UNKNOWN,
    }
    return Result(found, line, rules, hardship, policy)
