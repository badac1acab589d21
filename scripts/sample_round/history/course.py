"""The course of a case after its screening: what the office did and wrote down, day by day."""

from dataclasses import dataclass, field

from .people import draw, person

# The days on which the office works through a round, the same in every year.
VERIFIED_FROM, PROPOSED = "09-09", "09-23"
NOTICE = ("09-25", "10-08")
MEETINGS = {"first": ("10-15", "10-17", "10-25"), "second": ("11-12", "11-14", "11-25")}
LAST_DAY = "2015-12-31"


@dataclass(frozen=True)
class Fact:
    """One row of a form of the office: the form, its day, and its values by field."""
    form: str
    day: str
    values: dict
    handle: str = ""


@dataclass(frozen=True)
class Grant:
    """What is given: the measure, the whole amount in fen, and when it is to be paid."""
    measure: str
    amount: int
    payments: tuple
    months: int | None = None


@dataclass(frozen=True)
class Found:
    """What the second verification came to; figures in yuan where the office found some."""
    conclusion: str = "属实"
    income: int | None = None
    expenditure: int | None = None
    words: str = "与申报一致"


@dataclass(frozen=True)
class FollowOn:
    """Help that goes on after a first grant was not enough: opened, then decided anew."""
    opened: str
    reason: str
    grant: Grant

    @property
    def year(self):
        return self.opened[:4]


@dataclass
class Course:
    grant: Grant | None = None
    verdict: str | None = "同意"
    meeting: str = "first"
    found: Found = Found()
    reason: str = ""
    withdrawn: tuple = ()
    objection: tuple = ()
    events: tuple = ()
    visits: dict = field(default_factory=dict)
    follow_on: FollowOn | None = None
    late: tuple = ()

    @property
    def is_approved(self):
        return self.verdict == "同意" and not self.withdrawn


# Grants. Amounts in yuan, paid on the 25th of a month.


def once(measure, yuan):
    return Grant(measure, yuan * 100, ((0, yuan * 100),))


def in_parts(measure, *parts):
    """(months after the first payment, yuan) of each instalment."""
    payments = tuple((after, yuan * 100) for after, yuan in parts)
    return Grant(measure, sum(fen for _, fen in payments), payments)


def monthly(yuan, months):
    payments = tuple((after + 1, yuan * 100) for after in range(months))
    return Grant("长期性资助", yuan * 100 * months, payments, months)


def combined(first, yuan, months):
    """An amount at once and a monthly one after it."""
    payments = ((0, first * 100), *((after + 1, yuan * 100) for after in range(months)))
    return Grant("复合性资助", first * 100 + yuan * 100 * months, payments, months)


def subsidy(principal, per_mille_tenths, years):
    """Interest of a loan, paid each quarter; the rate in hundredths of a percent."""
    quarter, rest = divmod(principal * 100 * per_mille_tenths, 4 * 10_000)
    if rest:
        raise ValueError("a quarter's interest is not a whole number of fen")
    payments = tuple((2 + 3 * at, quarter) for at in range(4 * years))
    return Grant("创业帮扶", quarter * 4 * years, payments, 12 * years)


def month_after(day, months):
    """The 25th, some months later."""
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    return f"{year}-{month + 1:02d}-25"


# From a course to facts.


def facts_of(handle, year, course):
    """Everything the office wrote down about a case, in the order of its days."""
    facts = [*verification(handle, year, course.found)]
    if course.withdrawn:
        facts.append(event(handle, course.withdrawn[0], "自愿退出", course.withdrawn[1]))
    elif course.verdict or course.late:
        facts += proposed(handle, year, course)
        facts += objected(handle, course)
        facts += decided(handle, year, course)
    facts += [event(handle, day, kind, reason) for day, kind, reason in course.events]
    if course.follow_on:
        facts += followed_on(handle, course.follow_on)
    if course.is_approved:
        facts += visits(handle, year, course)
    return sorted(facts, key=lambda fact: fact.day)


def verification(handle, year, found):
    day = f"{year}-09-{9 + draw(handle + '|verified', 10):02d}"
    at_home = draw(handle + "|place", 3) > 0
    yield Fact("verifications", day, {
        "verifiedOn": day, "place": "居住地" if at_home else "党组织",
        "participants": f"{worker(0)}、{worker(1 + draw(handle + '|with', 3))}",
        "verifiedAnnualIncome": found.income and found.income * 100,
        "verifiedExpenditure": found.expenditure and found.expenditure * 100,
        "finding": found.words, "conclusion": found.conclusion}, handle)


def proposed(handle, year, course):
    """The proposal and its notice; a late one stands at the end of the year, outside the rest."""
    day, start, end = course.late or tuple(f"{year}-{day}" for day in (PROPOSED, *NOTICE))
    yield proposal(handle, day, course.grant)
    yield named(handle, start, end)


def proposal(handle, day, grant):
    return Fact("proposals", day, {"proposedOn": day, "measure": grant.measure,
                                   "amount": grant.amount, "months": grant.months}, handle)


def named(handle, start, end):
    """One case's place in a notice; the notices of a day are one row in the end."""
    return Fact("notices", start, {"stage": "拟帮扶公示", "from": start, "to": end}, handle)


def objected(handle, course):
    """The objection as it is received, and once more with how it was handled, if it was."""
    if not course.objection:
        return
    received, content, handling, handled = course.objection
    row = {"receivedOn": received, "content": content, "handling": None, "handledOn": None}
    yield Fact("objections", received, row, handle)
    if handled:
        row = {**row, "handling": handling, "handledOn": handled}
        yield Fact("objections", received, row, handle)


def decided(handle, year, course):
    if course.verdict is None:
        return
    if course.meeting == "second" and not course.objection:
        yield decision(handle, f"{year}-{MEETINGS['first'][0]}", "缓议", None,
                       "需进一步了解情况")
    day, contact, paying = (f"{year}-{day}" for day in MEETINGS[course.meeting])
    yield decision(handle, day, course.verdict, course.grant, course.reason, paying)
    if course.verdict == "同意":
        yield Fact("events", contact, {
            "happenedOn": contact, "event": "指定联系人", "reason": "",
            "followUpContact": person(handle + "|contact", 1970, False).name}, handle)
        yield from paid(handle, paying, course.grant, course.events)


def decision(handle, day, verdict, grant, reason, start=None):
    approved = grant if verdict == "同意" else None
    meeting = 2 if day[5:] == MEETINGS["second"][0] else 1
    return Fact("decisions", day, {
        "decidedOn": day, "decision": verdict, "measure": approved and approved.measure,
        "amount": approved and approved.amount, "startOn": start if approved else None,
        "months": approved and approved.months, "reason": reason,
        "documentNumber": f"州直工委帮〔{day[:4]}〕{meeting}号"}, handle)


def paid(handle, first, grant, events):
    """The payments until the last day, leaving out what falls into a suspension or after an end."""
    for after, fen in grant.payments:
        day = month_after(first, after)
        if day <= LAST_DAY and is_running(events, day):
            yield Fact("disbursements", day, {
                "paidOn": day, "amount": fen, "measure": grant.measure}, handle)


def is_running(events, day):
    running = True
    for happened, kind, _ in sorted(events):
        if happened <= day:
            running = kind in ("恢复", "指定联系人")
    return running


def event(handle, day, kind, reason):
    return Fact("events", day, {"happenedOn": day, "event": kind, "followUpContact": None,
                                "reason": reason}, handle)


def followed_on(handle, follow_on):
    """The event, then verification, proposal, notice and decision again."""
    year, grant = follow_on.year, follow_on.grant
    yield event(handle, follow_on.opened, "跟进帮扶", follow_on.reason)
    yield from verification(handle, year, Found(words="困难仍未缓解"))
    yield proposal(handle, f"{year}-{PROPOSED}", grant)
    yield named(handle, *(f"{year}-{day}" for day in NOTICE))
    day, _, paying = (f"{year}-{day}" for day in MEETINGS["first"])
    yield decision(handle, day, "同意", grant, "", paying)
    yield from paid(handle, paying, grant, ())


# Follow-up


def visits(handle, year, course):
    """A visit at home in the first December, then a call each June while help goes on."""
    paying = f"{year}-{MEETINGS[course.meeting][2]}"
    begun = month_after(paying, course.grant.payments[0][0])
    months = [f"{year}-12", *(f"{later}-06" for later in range(int(year) + 1, 2016))]
    for month in months:
        day = f"{month}-{8 + draw(handle + month, 6):02d}"
        if day < begun or any(happened < day and kind in ("退出", "自愿退出", "去世", "调出", "中止")
               and not resumed(course.events, happened, day)
               for happened, kind, _ in course.events):
            continue
        yield visit(handle, day, course.visits.get(month))


def resumed(events, since, day):
    return any(kind == "恢复" and since < happened < day for happened, kind, _ in events)


def visit(handle, day, told):
    relief, recommendation, difficulty = told or ("有所缓解", "继续", "")
    return Fact("visits", day, {
        "visitedOn": day, "means": "走访" if day[5:7] == "12" else "电话", "relief": relief,
        "conduct": "工作认真，表现良好", "newDifficulty": difficulty,
        "recommendation": recommendation, "visitor": worker(draw(handle + day, 4))}, handle)


def worker(index):
    """Someone of the office or the steering group."""
    return person(f"office|{index}", 1965 + index, index % 2 == 1).name
