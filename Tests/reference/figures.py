"""D, S, R and n of one filing, a second reading of contract section 2.

Written from the contract, the decision records and docs/policy.md, and from nothing else, so that
the Swift engine can be checked against it. A filing is a dictionary of forms: `application` is a row,
`members`, `income`, `expenditure` and `support` are lists of rows; a row maps the contract's Chinese
headers to texts of cells. A header that is there with an empty text is a blank cell of a column
that the sheet has.

A household can be read in several ways (docs/decisions/0009); each reading has its own D, S, R and n.
"""

from dataclasses import dataclass
from itertools import combinations

from cells import (
    PERIODS, UNREADABLE, ZERO, Interval, amount, birth_date, count, flag, stated_date, window,
)

COMPONENTS = {"工资性收入": "wage", "经营净收入": "business", "财产净收入": "property",
              "转移净收入": "transfer"}
BESIDE_ITEM = ("序号", "备注")


@dataclass(frozen=True)
class Reading:
    """One way a household can be read: sums of the window in fen, and how many live together."""

    disposable: Interval
    support: Interval
    rigid: Interval
    least: int
    most: int

    @property
    def supported(self):
        return self.disposable + self.support

    @property
    def actual(self):
        return self.supported - self.rigid


def without_repeats(rows):
    """Each row once; of cells that cannot be read nobody knows whether they are the same."""
    kept = []
    for row in rows:
        stated = {key: text for key, text in row.items() if text and key not in BESIDE_ITEM}
        damaged = any(amount(row.get(key)) == UNREADABLE for key in ("金额", "发生金额", "报销金额"))
        damaged = damaged or any(
            stated_date(row.get(key)) == UNREADABLE for key in ("支出日期", "资助日期"))
        if damaged or stated not in [seen for seen, _ in kept]:
            kept.append((stated, row))
    return [row for _, row in kept]


# Who belongs to the household


def persons(filing):
    """The listed persons, each once: the same valid number is the same person."""
    listed, numbers = [], set()
    for row in filing.get("members", []):
        number = row.get("身份证号码")
        if number and birth_date(number):
            if number in numbers:
                continue
            numbers.add(number)
        listed.append(row)
    return listed


def compositions(listed, living):
    """Every set of listed persons who may live together."""
    certain = [row for row in listed if living(row) is True]
    doubtful = [row for row in listed if living(row) is None]
    return [certain + list(some) for size in range(len(doubtful) + 1)
            for some in combinations(doubtful, size)]


def lives(row):
    """Whether a person lives with the applicant; a sheet that does not ask says yes."""
    if "是否共同生活" not in row:
        return True
    answer = flag(row["是否共同生活"])
    return True if answer is None and row["与申请人关系"] == "本人" else answer


def counts_as_member(row, policy, day):
    """What the first of the policy's rules that fits says, else the sheet; both where it is open."""
    own = lives(row)
    if row["与申请人关系"] == "本人":
        return own
    possible = set()
    for rule in policy["members"]:
        fits = all_known([one_of(rule["employment"], row.get("就业状况")),
                          one_of(rule["relationship"], row.get("与申请人关系")),
                          True if rule["livesTogether"] is None else
                          None if own is None else own is rule["livesTogether"],
                          aged(row, rule["ages"], day)])
        if fits is not False:
            possible.add(rule["counts"])
        if fits:
            return possible.pop() if len(possible) == 1 else None
    possible.add(own)
    return possible.pop() if len(possible) == 1 else None


def all_known(conditions):
    """Whether all hold: True, False, or None where one is not known and none fails."""
    return False if False in conditions else None if None in conditions else True


def one_of(words, word):
    return True if not words else word in words if word else None


def aged(row, span, day):
    if span is None:
        return True
    born = birth_date(row.get("身份证号码"))
    if born is None:
        return None
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return span[0] <= years < span[1]


# Income


def months_of(item, policy):
    """The fewest and the most months of the window an item can be of."""
    most = policy["windowMonths"]
    months = count(item.get("月数"))
    if months is not None and months <= most:
        return months, months
    if not item.get("月数") and policy["itemTypes"][item["收入项目"]]["regular"]:
        return most, most
    return 1, most


def received(item, policy):
    """What an item says was received in the window, with its sign."""
    kind = policy["itemTypes"][item["收入项目"]]
    if not is_readable(item):
        # Docs/decisions/0054: an amount of the year, from nothing to the component's widest bound.
        bounds = policy["unknownComponents"][kind["component"]]
        value = Interval(0, max(abs(bounds.low), abs(bounds.high)))
        return -value if kind["subtracted"] else value
    value = amount(item["金额"]).value
    if item.get("周期") in ("月", "季"):
        value = value.times(*months_of(item, policy))
        if item["周期"] == "季":
            value = Interval(value.low // 3, -(-value.high // 3))
    return -value if kind["subtracted"] else value


def item_amount(item, policy):
    """An income item's value of a year with its sign, before anything is disregarded."""
    value = received(item, policy)
    if not is_readable(item) or item.get("周期") == "年":
        return value
    return value.times(12 // policy["windowMonths"])


def counted_items(filing, policy):
    """Each item once, with what of it counts as income."""
    items = without_repeats(filing.get("income", []))
    amounts = [item_amount(item, policy) for item in items]
    left = {}
    order = sorted(range(len(items)), key=lambda place: (
        not amounts[place].is_exact, amounts[place].low, amounts[place].high, items[place]["收入项目"]))
    for place in order:
        kind = policy["itemTypes"][items[place]["收入项目"]]
        rule = kind["disregard"]
        if not rule or not kind["component"] or kind["subtracted"]:
            continue
        value = disregarded(items[place], amounts[place], rule, policy)
        if rule["perWindow"] is not None:
            group = (items[place].get("姓名"), items[place]["收入项目"])
            most = rule["perWindow"] * 12 // policy["windowMonths"]
            allowance = left.get(group, Interval(most, most))
            left[group] = without(allowance, value)
            value = without(value, allowance)
        amounts[place] = value
    return list(zip(items, amounts))


def without(value, other):
    return Interval(max(0, value.low - other.high), max(0, value.high - other.low))


def disregarded(item, value, rule, policy):
    """What is left of a year's amount by month; a part of a fen that is left out is a whole one."""
    if value.low < 0:
        return value
    if rule["whole"]:
        return ZERO
    if rule["perMonth"] is None and rule["firstMonths"] is None:
        return value
    low, high = months_of(item, policy)
    ends = {value.low, value.high}
    isMonthly = is_readable(item) and item.get("周期") in ("月", "季")
    # Of so much a month for so many months the ends go together.
    corners = ([(value.low, low), (value.high, high)] if isMonthly and len(ends) > 1
               else [(end, months) for months in (low, high) for end in ends])
    rests = [rest(own, months, rule, policy) for own, months in corners]
    return Interval(min(rests), max(rests))


def rest(own, months, rule, policy):
    free = min(rule["firstMonths"] or months, months)
    most = -(-own * free // months)
    if rule["perMonth"] is not None:
        most = min(most, rule["perMonth"] * free * (12 // policy["windowMonths"]))
    return max(0, own - most)


def is_readable(item):
    return amount(item.get("金额")) not in (None, UNREADABLE)


def yearly(stated):
    return stated.value.times(PERIODS[stated.period or "年"])


def member_component(row, header, items, policy, day):
    """One member's component: the interval and whether somebody says it."""
    value, isSaid = stated_component(row, header, items, policy)
    rule = policy["imputation"]
    if header != "工资性收入" or not rule or value.low > 0:
        return value, isSaid
    # A wage that is there and cannot be read is stated all the same (docs/policy.md).
    isStated = bool(row.get(header)) or any(
        item["姓名"] == row["姓名"] and policy["itemTypes"][item["收入项目"]]["component"] == "wage"
        for item, _ in items)
    if isStated and value.high > 0:
        return value, isSaid
    fits = all_known([one_of(rule["employment"], row.get("就业状况")), aged(row, rule["ages"], day),
                      True if not rule["excused"] else
                      row["健康状况"] not in rule["excused"] if row.get("健康状况") else None])
    wages = [fen for since, fen in policy["rates"] if since <= day]
    if fits is False or not wages:
        return value, isSaid
    imputed = Interval.of(wages[-1] * 12 * rule["percent"] // 100)
    return imputed if fits else value.hull(imputed), True


def stated_component(row, header, items, policy):
    """What a member's own cells and items say of a component."""
    component = COMPONENTS[header]
    own = [(item, value) for item, value in items if item["姓名"] == row["姓名"]]
    of_component = [(item, value) for item, value in own
                    if policy["itemTypes"][item["收入项目"]]["component"] == component]
    cell = amount(row.get(header))
    column = None if cell in (None, UNREADABLE) else yearly(cell)
    if of_component:
        total = sum((value for _, value in of_component), ZERO)
        total = total if column is None else total.hull(column)
        return total, all(is_readable(item) for item, _ in of_component)
    if column is not None:
        return column, True
    filled = any(row.get(other) for other in COMPONENTS)
    filled = filled or any(policy["itemTypes"][item["收入项目"]]["component"] for item, _ in own)
    if cell is None and (filled or row.get("就业状况") in policy["statusesWithoutIncome"]):
        return ZERO, True
    return policy["unknownComponents"][component], False


def disposable(filing, living, size, policy, day):
    """D over the persons of a reading."""
    application, items = filing["application"], counted_items(filing, policy)
    earned = [item for item, _ in items if policy["itemTypes"][item["收入项目"]]["component"]]
    totals_filled = any(application.get(header) for header in COMPONENTS)
    # Where nobody listed says anything, the household's own row is the source.
    is_silent = bool(living) and totals_filled and not any(says_something(row, earned) for row in living)
    total, unsaid = ZERO, False
    for header, component in COMPONENTS.items():
        if living:
            parts = [member_component(row, header, items, policy, day) for row in living]
        else:
            parts = [(value, is_readable(item)) for item, value in items
                     if policy["itemTypes"][item["收入项目"]]["component"] == component]
        value = sum((part for part, _ in parts), ZERO)
        is_said = all(said for _, said in parts)
        cell = amount(application.get(header))
        if cell not in (None, UNREADABLE):
            stated = yearly(cell)
            settles = not parts or not is_said and (is_silent or within(stated, value))
            total += stated if settles else value.hull(stated)
        elif parts and not (is_silent and not is_said and cell is None):
            total, unsaid = total + value, unsaid or not is_said
        elif parts and cell is None:
            pass
        elif cell == UNREADABLE or not (totals_filled or earned):
            total, unsaid = total + policy["unknownComponents"][component].times(size), True
    return against_declared(total, unsaid, application)


def says_something(row, earned):
    return any(row.get(header) for header in COMPONENTS) or any(
        item["姓名"] == row["姓名"] for item in earned)


def within(inner, outer):
    return outer.low <= inner.low and inner.high <= outer.high


def against_declared(total, unsaid, application):
    """A declared total fills what nobody says and else forms an interval with what is said."""
    cell = amount(application.get("家庭年收入"))
    if cell in (None, UNREADABLE):
        return total
    declared = yearly(cell)
    if unsaid and within(declared, total):
        return declared
    return total.hull(declared)


# Expenditure and support


def place(text, windows):
    """Whether a dated row counts: True, False, or None where it can be either."""
    days = stated_date(text)
    if days is None:
        return True
    if days == UNREADABLE:
        return None
    inside = [first <= days[0] and days[1] <= last for first, last in windows]
    outside = [days[1] < first or last < days[0] for first, last in windows]
    return True if all(inside) else False if all(outside) else None


@dataclass
class Bill:
    kind: str
    owner: str
    billed: Interval
    reimbursed: Interval
    counts: bool | None
    deducted: bool
    is_proven: bool = False
    in_income: Interval = ZERO
    proves: bool = False

    def borne(self):
        rest = Interval(max(0, self.reimbursed.low - self.in_income.high),
                        max(0, self.reimbursed.high - self.in_income.low))
        value = self.billed - rest
        value = Interval(max(0, value.low), max(0, min(value.high, self.billed.high)))
        return value.hull(ZERO) if self.counts is None else value

    def share(self, rule):
        """What is deducted of the bill before the caps per person and household."""
        value = self.borne()
        if rule["perItem"] is not None:
            value = Interval(min(value.low, rule["perItem"]), min(value.high, rule["perItem"]))
        value = Interval(*(-(-end * rule["share"] // 100) for end in (value.low, value.high)))
        return value.hull(ZERO) if rule["evidence"] and not self.is_proven else value


def rigid(bills, policy):
    """R of a year: each type up to its caps, per person first, then per household."""
    total = ZERO
    for kind, rule in policy["deducted"].items():
        own = [b for b in bills if b.kind == kind and b.counts is not False]
        sums = [sum((b.share(rule) for b in own if b.owner == owner), ZERO)
                for owner in {b.owner for b in own}]
        if rule["perPerson"] is not None:
            sums = [up_to(value, rule["perPerson"]) for value in sums]
        value = sum(sums, ZERO)
        total += value if rule["cap"] is None else up_to(value, rule["cap"])
    return total.times(12 // policy["windowMonths"])


def up_to(value, most):
    return Interval(min(value.low, most), min(value.high, most))


def bill(row, policy, windows):
    kind = row["支出项目"]
    cell = amount(row.get("发生金额"))
    known = cell not in (None, UNREADABLE)
    billed = cell.value if known else Interval(0, policy["unknownAmount"])
    cell = amount(row.get("报销金额"))
    unsaid = Interval(0, billed.high)
    if cell is None:
        reimbursed = ZERO if kind in policy["notReimbursable"] else unsaid
    elif cell == UNREADABLE or known and cell.value.low > billed.high:
        reimbursed = unsaid
    else:
        reimbursed = cell.value
    return Bill(kind, row.get("姓名") or "", billed, reimbursed,
                place(row.get("支出日期"), windows), kind in policy["deducted"],
                bool(row.get("证明材料")))


def support(filing, bills, policy, windows, names):
    """S: support in the window that neither D nor a reimbursement already holds.

    One interval for all readings: the bill of somebody who may live elsewhere proves nothing for
    certain. `names` are those who live together for certain.
    """
    reimbursed = [b for b in bills if b.deducted and b.counts is not False
                  and b.reimbursed.high > 0]
    for b in reimbursed:
        b.proves = bool(b.counts and (not b.owner or names is None or b.owner in names))
    # What counts for certain proves first.
    reimbursed.sort(key=lambda b: not b.proves)
    relief = [received(item, policy) for item in without_repeats(filing.get("income", []))
              if item["收入项目"] in policy["reliefIncomeTypes"]
              and (names is None or item["姓名"] in names)]
    rows = []
    for row in without_repeats(filing.get("support", [])):
        cell = amount(row.get("金额"))
        known = cell not in (None, UNREADABLE)
        value = cell.value if known else Interval(0, policy["unknownAmount"])
        counts = place(row.get("资助日期"), windows)
        if counts is not False:
            kinds = policy["reimbursing"].get(row["资助类别"], [])
            rows.append({"value": value, "counts": counts, "kinds": kinds, "result": None})
    rows.sort(key=lambda row: row["counts"] is None)
    settle(rows, reimbursed, relief)
    return sum((result(row) for row in rows), ZERO).times(12 // policy["windowMonths"])


def settle(rows, reimbursed, relief):
    """Pairs each row with an entry it repeats: the same kind first; each entry proves once."""
    def same(row, value):
        return row["value"].is_exact and row["value"] == value and row["value"] != ZERO

    for needs_kind in (True, False):
        for row in rows:
            match = next((b for b in reimbursed if row["result"] is None and same(row, b.reimbursed)
                          and (b.kind in row["kinds"] or not needs_kind)), None)
            if match:
                reimbursed.remove(match)
                row["result"] = ZERO if match.proves else row["value"].hull(ZERO)
    for row in rows:
        if row["result"] is None and any(same(row, value) for value in relief):
            relief.remove(row["value"])
            row["result"] = ZERO
    for row in rows:
        if row["result"] is None and any(b.kind in row["kinds"] for b in reimbursed):
            row["result"] = row["value"].hull(ZERO)


def result(row):
    value = row["value"] if row["result"] is None else row["result"]
    return value.hull(ZERO) if row["counts"] is None else value


def note_reimbursed_income(filing, bills, policy, names):
    """A reimbursement that D holds already does not lower the deduction as well."""
    relief = [received(item, policy) for item in without_repeats(filing.get("income", []))
              if item["收入项目"] in policy["reliefIncomeTypes"]
              and (names is None or item["姓名"] in names)]
    for b in bills:
        if b.deducted and b.counts and b.reimbursed.is_exact and b.reimbursed != ZERO:
            if b.reimbursed in relief:
                relief.remove(b.reimbursed)
                b.in_income = b.reimbursed


# The readings


def readings(filing, policy, days):
    """Every reading of a filing whose application is of one of some days, the last of which stands
    in for it."""
    listed = persons(filing)

    def living(row):
        return counts_as_member(row, policy, days[-1])

    windows = sorted({window(day, policy["windowMonths"]) for day in days})
    stated = count(filing["application"].get("家庭人口"))
    if stated is not None and stated > policy["largestHousehold"]:
        stated = None
    sizes = {len(some) for some in compositions(listed, living)} if listed else set()
    certain = {row["姓名"] for row in listed if living(row)} if listed else None
    possible = {row["姓名"] for row in listed if living(row) is not False}
    support_received = support(
        filing, bills_of(filing, policy, windows, possible if listed else None), policy, windows,
        certain)
    found = []
    for some in compositions(listed, living) if listed else [[]]:
        if listed:
            least = most = max(1, len(some))
            if stated is not None and stated not in sizes:
                least, most = min(least, stated), max(most, stated)
        else:
            least, most = (stated, stated) if stated else (1, policy["largestHousehold"])
        names = {row["姓名"] for row in some} if listed else None
        bills = bills_of(filing, policy, windows, names)
        note_reimbursed_income(filing, bills, policy, names)
        found.append(Reading(
            disposable(filing, some, most, policy, days[-1]), support_received,
            rigid(bills, policy), least, most))
    return found


def bills_of(filing, policy, windows, names):
    """The bills of some persons and those of nobody in particular; names None: all."""
    rows = without_repeats(filing.get("expenditure", []))
    return [bill(row, policy, windows) for row in rows
            if names is None or not row.get("姓名") or row["姓名"] in names]
