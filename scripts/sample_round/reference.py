"""A reading of contract sections 2 and 3 for the structured cases of the sample rounds.

Written from the contract and from nothing else: the expected results of the samples come from here,
never from the program. A case is a plain dictionary whose keys are the contract's field names.
Amounts are yuan as decimal strings, dates are ISO, flags are true, false or null. A null amount is
a blank cell; "?" is a cell that holds something unreadable. Tests/reference reads cells and the
policy's file instead, for generated rounds.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

COMPONENTS = ("wageIncome", "netBusinessIncome", "netPropertyIncome", "netTransferIncome")

# Income type -> (component, sign); None for receipts that are not income.
INCOME_TYPES = {
    "工资": ("wageIncome", 1), "奖金": ("wageIncome", 1), "津补贴": ("wageIncome", 1),
    "经营收入": ("netBusinessIncome", 1), "经营成本": ("netBusinessIncome", -1),
    "租金": ("netPropertyIncome", 1), "利息": ("netPropertyIncome", 1),
    "养老金": ("netTransferIncome", 1), "赡养费": ("netTransferIncome", 1),
    "遗属补贴": ("netTransferIncome", 1), "救助金": ("netTransferIncome", 1),
    "其他转移": ("netTransferIncome", 1),
    "社保缴费": ("netTransferIncome", -1), "个人所得税": ("netTransferIncome", -1),
    "非收入所得": None,
}

# Support kinds and expenditure types that may be one and the same benefit.
SAME_KIND = {"医疗救助": "医疗", "教育": "教育"}

CONDUCT_RULES = {
    "CONDUCT_MEETINGS": "exclusionMeetings", "CONDUCT_DUES": "exclusionDues",
    "CONDUCT_ASSIGNMENTS": "exclusionAssignments", "CONDUCT_BEHAVIOUR": "exclusionConduct",
    "CONDUCT_DUTIES": "exclusionDuties", "CONDUCT_UNINSURED": "exclusionUninsured",
}

SAMPLE_POLICY = {
    "thresholds": [("2014-07-01", "1250"), ("2015-07-01", "1380")],
    "deductedTypes": ["医疗", "教育", "灾害损失", "残疾康复", "护理"],
    "notReimbursableTypes": ["教育", "住房", "其他"],
    "regularIncomeTypes": [
        "工资", "津补贴", "养老金", "租金", "赡养费", "遗属补贴", "社保缴费", "个人所得税"],
    "zeroIncomeEmployment": ["在校学生", "学龄前", "无固定职业"],
    "acceptedCauses": ["疾病", "灾害", "突发事件", "就业人员少", "其他"],
    "noticeDays": 5,
    "frequencyMonths": 12,
    "adultAge": 18,
}


@dataclass(frozen=True)
class Interval:
    """Every value an unknown may take; an end of None has no bound but the policy's."""

    low: Fraction | int | None
    high: Fraction | int | None

    @staticmethod
    def exactly(value):
        return Interval(value, value)

    @property
    def is_exact(self):
        return self.low is not None and self.low == self.high

    def __add__(self, other):
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __neg__(self):
        return Interval(_negated(self.high), _negated(self.low))

    def __sub__(self, other):
        return self + -other

    def times(self, low, high):
        """The product with a factor between two numbers that are not negative."""
        ends = [self.low, self.high]
        if None in ends:
            return Interval(None if self.low is None else min(self.low * low, self.low * high),
                            None if self.high is None else max(self.high * low, self.high * high))
        products = [end * factor for end in ends for factor in (low, high)]
        return Interval(min(products), max(products))

    def hull(self, other):
        """The interval over both readings of sources that disagree."""
        low = None if None in (self.low, other.low) else min(self.low, other.low)
        high = None if None in (self.high, other.high) else max(self.high, other.high)
        return Interval(low, high)


ZERO = Interval.exactly(0)
NOT_NEGATIVE = Interval(0, None)
ANYTHING = Interval(None, None)


def _sum(left, right):
    return None if None in (left, right) else left + right


def _negated(value):
    return None if value is None else -value


def fen(yuan):
    """Exact fen of a decimal string of yuan."""
    value = Decimal(str(yuan)) * 100
    if value != value.to_integral_value():
        raise ValueError(f"{yuan} yuan is not a whole number of fen")
    return int(value)


def day(text):
    """The date, or None where the cell is blank or holds no possible date."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def plus_months(start, months):
    """The same day some months later, or that month's last day."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def income_window(applied):
    """First and last day of the 12 months that end with the month before the application."""
    end = applied.replace(day=1)
    return plus_months(end, -12), end - timedelta(days=1)


def in_window(text, applied):
    """Whether a receipt counts; undated ones do."""
    when = day(text)
    first, last = income_window(applied)
    return when is None or first <= when <= last


def without_repeats(rows):
    """The rows of one household with each repeated row once."""
    seen = []
    for row in rows:
        if row not in seen:
            seen.append(row)
    return seen


# Household and income


def living_members(case):
    members = without_repeats(case.get("members", []))
    return [member for member in members if member.get("livesTogether") is not False]


def household_size(case):
    """Members who live together: the list's, 家庭人口 without one, an interval where they differ."""
    members = living_members(case)
    stated = case["application"].get("householdSize")
    if not members:
        return Interval(1, None) if stated is None else Interval.exactly(stated)
    doubtful = sum(member.get("livesTogether") is None for member in members)
    listed = Interval(len(members) - doubtful, len(members))
    return listed if stated is None else listed.hull(Interval.exactly(stated))


def item_amount(item, policy):
    """An income item's value over the window, without its sign."""
    if item["amount"] in (None, "?"):
        amount = NOT_NEGATIVE
    else:
        amount = Interval.exactly(fen(item["amount"]))
    if item["period"] in ("年", "一次性"):
        return amount
    per_month = {"月": Fraction(1), "季": Fraction(1, 3)}[item["period"]]
    months = item.get("months")
    if months is None and item["incomeType"] in policy["regularIncomeTypes"]:
        months = 12
    low, high = (1, 12) if months is None else (months, months)
    return amount.times(low * per_month, high * per_month)


def items_by_member(case, policy):
    """(member, component) -> sum of that member's items; receipts that are no income stay out."""
    sums = {}
    for item in without_repeats(case.get("income", [])):
        kind = INCOME_TYPES[item["incomeType"]]
        if kind is None:
            continue
        component, sign = kind
        amount = item_amount(item, policy)
        key = (item.get("memberName"), component)
        sums[key] = sums.get(key, ZERO) + (amount if sign > 0 else -amount)
    return sums


def member_component(member, component, items, policy):
    """One member's component, or None where nothing is known of it."""
    itemised = items.get((member["memberName"], component))
    cell = member.get(component)
    column = None if cell in (None, "?") else Interval.exactly(fen(cell))
    if itemised is not None:
        return itemised if column is None else itemised.hull(column)
    if column is not None:
        return column
    if cell == "?":
        return None
    filled = any(member.get(name) not in (None, "?") for name in COMPONENTS)
    filled = filled or any(name == member["memberName"] for name, _ in items)
    assumed_zero = filled or member.get("employment") in policy["zeroIncomeEmployment"]
    return ZERO if assumed_zero else None


def unknown_component(component):
    return ANYTHING if component == "netBusinessIncome" else NOT_NEGATIVE


def household_component(case, component, members, items, policy):
    """The component's known sum and whether anything of it is still unknown."""
    total = case["application"].get(component)
    stated = None if total in (None, "?") else Interval.exactly(fen(total))
    parts = [member_component(member, component, items, policy) for member in members]
    own = items.get((None, component))
    if own is not None:
        parts.append(own)
    known = sum((part for part in parts if part is not None), ZERO)
    missing = (not parts and not totals_given(case)) or None in parts or total == "?"
    if stated is None:
        return known, missing
    if not parts or missing:
        return stated, False
    return known.hull(stated), False


def totals_given(case):
    return any(case["application"].get(name) not in (None, "?") for name in COMPONENTS)


def disposable_income(case, policy):
    """D of the household members who live together, over the window."""
    members, items = living_members(case), items_by_member(case, policy)
    apart = {m["memberName"] for m in case.get("members", []) if m.get("livesTogether") is False}
    items = {key: value for key, value in items.items() if key[0] not in apart}
    income, doubt = ZERO, ZERO
    for component in COMPONENTS:
        known, missing = household_component(case, component, members, items, policy)
        income = income + known
        if missing:
            doubt = doubt + unknown_component(component)
    declared = case["application"].get("declaredAnnualIncome")
    if declared in (None, "?"):
        return income + doubt
    if doubt != ZERO:
        return Interval.exactly(fen(declared))
    return income.hull(Interval.exactly(fen(declared)))


# Support and expenditure


def support_received(case, policy, applied):
    """S: support in the window that neither D nor a reimbursement already holds."""
    aid_in_income = [item_amount(item, policy) for item in without_repeats(case.get("income", []))
                     if item["incomeType"] == "救助金"]
    bills = without_repeats(case.get("expenditure", []))
    reimbursed = [fen(bill["reimbursed"]) for bill in bills
                  if bill["reimbursed"] not in (None, "?") and fen(bill["reimbursed"]) > 0]
    reimbursed_kinds = {bill["expenditureType"] for bill in bills
                        if bill["reimbursed"] not in (None, "?", "0", 0)}
    total = ZERO
    for row in without_repeats(case.get("support", [])):
        if in_window(row.get("receivedOn"), applied):
            total = total + support_row(row, aid_in_income, reimbursed, reimbursed_kinds)
    return total


def support_row(row, aid_in_income, reimbursed, reimbursed_kinds):
    """One support row's part of S; an entry it repeats is used up so that it proves only once."""
    if row["amount"] in (None, "?"):
        return NOT_NEGATIVE
    amount = fen(row["amount"])
    if Interval.exactly(amount) in aid_in_income:
        aid_in_income.remove(Interval.exactly(amount))
        return ZERO
    if amount in reimbursed:
        reimbursed.remove(amount)
        return ZERO
    if SAME_KIND.get(row["supportKind"]) in reimbursed_kinds:
        return Interval(0, amount)
    return Interval.exactly(amount)


def rigid_expenditure(case, policy, applied):
    """R: what the household itself bore of the deducted types in the window."""
    apart = {m["memberName"] for m in case.get("members", []) if m.get("livesTogether") is False}
    total = ZERO
    for bill in without_repeats(case.get("expenditure", [])):
        deducted = bill["expenditureType"] in policy["deductedTypes"]
        if deducted and bill.get("memberName") not in apart and in_window(bill["paidOn"], applied):
            total = total + borne(bill, policy)
    return total


def borne(bill, policy):
    if bill["billedAmount"] in (None, "?"):
        return NOT_NEGATIVE
    billed = fen(bill["billedAmount"])
    if bill["reimbursed"] in (None, "?"):
        free = bill["expenditureType"] in policy["notReimbursableTypes"]
        return Interval.exactly(billed) if free else Interval(0, billed)
    reimbursed = fen(bill["reimbursed"])
    return Interval(0, billed) if reimbursed > billed else Interval.exactly(billed - reimbursed)


# Rules


def threshold_fen(policy, applied):
    """The monthly line in force on the application date."""
    in_force = [value for since, value in policy["thresholds"] if day(since) <= applied]
    if not in_force:
        raise ValueError(f"the policy has no threshold on {applied}")
    return fen(in_force[-1])


def meets(total, size, threshold):
    """Whether D + S - R <= threshold x 12 x n: "pass", "fail" or "unknown"."""
    line = threshold * 12
    if total.high is not None and total.high <= line * size.low:
        return "pass"
    if total.low is not None and size.high is not None and total.low > line * size.high:
        return "fail"
    return "unknown"


def attested(flag, good):
    """A unit's attestation against the answer that passes."""
    return "unknown" if flag is None else "pass" if flag is good else "fail"


def affiliation(application, unit_affiliated):
    if application["applicantCategory"] == "遗属":
        return attested(application.get("deceasedAffiliated"), True)
    own = application.get("affiliated")
    return attested(unit_affiliated if own is None else own, True)


def survivor_kin(application, applied, policy):
    if application["applicantCategory"] != "遗属":
        return "notApplicable"
    kin = application.get("relationshipToDeceased")
    if kin is None:
        return "unknown"
    if kin != "未成年子女":
        return "pass" if kin in ("父母", "配偶") else "fail"
    born = birth_date(application.get("applicantId")) or day(application.get("birthDate"))
    if born is None:
        return "unknown"
    return "pass" if applied < plus_months(born, 12 * policy["adultAge"]) else "fail"


def exhaustion(application):
    answers = [attested(application.get(field), True)
               for field in ("universalBenefitsUsed", "otherAidExhausted")]
    return next((answer for answer in ("fail", "unknown") if answer in answers), "pass")


def cause(application, policy):
    stated = application.get("hardshipCause")
    if stated is None:
        return "unknown"
    return "pass" if stated in policy["acceptedCauses"] else "fail"


def procedure(application, policy):
    """The unit's steps; what is missing is the unit's omission and never refuses a family."""
    start, end = day(application.get("noticeFrom")), day(application.get("noticeTo"))
    publicised = start and end and (end - start).days + 1 >= policy["noticeDays"]
    done = (day(application.get("verifiedOn")) and publicised
            and day(application.get("unitApprovedOn")) and application.get("sealed") is True)
    return "pass" if done else "unknown"


def frequency(application, applied, policy):
    helped = day(application.get("previouslyHelpedOn"))
    if helped is None:
        return "notApplicable"
    return "pass" if plus_months(helped, policy["frequencyMonths"]) <= applied else "fail"


def birth_date(number):
    """The birth date of a valid 18- or 15-digit number, else None."""
    number = (number or "").upper()
    if len(number) == 15 and number.isdigit():
        return day(f"19{number[6:8]}-{number[8:10]}-{number[10:12]}")
    if len(number) != 18 or not number[:17].isdigit() or number[17] != check_digit(number[:17]):
        return None
    return day(f"{number[6:10]}-{number[10:12]}-{number[12:14]}")


def check_digit(first17):
    """GB 11643 (ISO 7064 MOD 11-2)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first17, weights)) % 11]


# The assessment


def assessed(case, policy=SAMPLE_POLICY):
    """Figures, rule results and outcome of one case that has no confirmed duplicate."""
    application = case["application"]
    applied = day(application["applicationDate"])
    income = disposable_income(case, policy)
    support = support_received(case, policy, applied)
    rigid = rigid_expenditure(case, policy, applied)
    size, threshold = household_size(case), threshold_fen(policy, applied)
    rules = {
        "AFFILIATION": affiliation(application, case.get("unitAffiliated")),
        "SURVIVOR_KIN": survivor_kin(application, applied, policy),
        "EXHAUSTION": exhaustion(application),
        "INCOME_TEST": meets(income + support - rigid, size, threshold),
    }
    survivor = application["applicantCategory"] == "遗属"
    for rule, field in CONDUCT_RULES.items():
        rules[rule] = "notApplicable" if survivor else attested(application.get(field), False)
    rules["CAUSE"] = cause(application, policy)
    rules["PROCEDURE"] = procedure(application, policy)
    rules["FREQUENCY"] = frequency(application, applied, policy)
    rules["UNIQUE"] = "pass" if birth_date(application.get("applicantId")) else "unknown"
    return {
        "outcome": outcome(rules), "rules": rules, "hardshipType": hardship_type(
            income, support, rigid, size, threshold),
        "income": income, "support": support, "rigid": rigid, "size": size,
        "threshold": threshold, "perCapitaDisposable": per_capita(income, size),
        "perCapitaActual": per_capita(income + support - rigid, size),
    }


def outcome(rules):
    results = set(rules.values())
    return "ineligible" if "fail" in results else (
        "undetermined" if "unknown" in results else "eligible")


def hardship_type(income, support, rigid, size, threshold):
    """`income`, `expenditure`, or nothing where the test is not certainly met."""
    if meets(income + support - rigid, size, threshold) != "pass":
        return ""
    before = meets(income + support, size, threshold)
    return {"pass": "income", "fail": "expenditure", "unknown": ""}[before]


def per_capita(total, size):
    """Yuan a month per person at both ends as shown: half up to 0.01, away from zero below it."""
    def shown(amount, people):
        if amount is None or people is None:
            return None
        value = Fraction(amount, 1200 * people)
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)

    lowest = size.low if total.low is not None and total.low < 0 else size.high
    highest = size.high if total.high is not None and total.high < 0 else size.low
    return shown(total.low, lowest), shown(total.high, highest)
