"""How the sample's content is written down: units, applications, households, item rows.

Every value here is what a cell *means*; `text` holds the few cells that an office wrote otherwise
(a slip, a damaged number). The expected results are computed from the meaning alone.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

COMPONENTS = ("wageIncome", "netBusinessIncome", "netPropertyIncome", "netTransferIncome")
CONDUCT = ("exclusionMeetings", "exclusionDues", "exclusionAssignments", "exclusionConduct",
           "exclusionDuties", "exclusionUninsured")

# An amount that is in the cell but cannot be read.
UNREADABLE = "?"


@dataclass
class Application:
    fields: dict
    text: dict
    members: list
    income: list
    expenditure: list
    support: list
    outcome: str
    fails: list
    unknown: list
    hand: str
    shows: str
    superseded: bool = False

    @property
    def number(self):
        return self.fields.get("applicationNumber") or ""

    @property
    def name(self):
        return self.fields["applicantName"]


@dataclass
class Unit:
    code: str
    name: str
    kind: str
    serving: int
    retired: int
    aliases: str = ""
    affiliated: bool = True
    layout: str = ""
    applications: list = field(default_factory=list)
    late: list = field(default_factory=list)
    files: list = field(default_factory=list)


def app(number, person, category, applied, cause, hand, outcome, shows, *, fails="", unknown="",
        members=(), income=(), expenditure=(), support=(), text=None, superseded=False, **fields):
    """One application. Conduct flags, procedure and evidence are in order unless told otherwise."""
    values = {
        "applicationNumber": number, "applicantName": person.name, "applicantId": person.id,
        "sex": person.sex, "birthDate": person.birth_date, "ethnicGroup": person.ethnic,
        "applicantCategory": category, "applicationDate": applied, "hardshipCause": cause,
        "universalBenefitsUsed": True, "otherAidExhausted": True,
        **procedure(applied), **conduct(category), **fields,
    }
    if members:
        living = sum(member["livesTogether"] is True for member in members)
        values.setdefault("householdSize", living)
        members = [{**member, **own(member, values)} for member in members]
    return Application(values, text or {}, list(members), list(income), list(expenditure),
                       list(support), outcome, fails.split(), unknown.split(), hand, shows,
                       superseded)


def procedure(applied):
    """The unit's steps on a usual calendar: verified, seven days of notice, approved, sealed."""
    def later(days):
        return (date.fromisoformat(applied) + timedelta(days=days)).isoformat()

    return {"verifiedOn": later(6), "noticeFrom": later(8), "noticeTo": later(14),
            "unitApprovedOn": later(17), "sealed": True}


def conduct(category):
    """The unit attests all six for its own members; for a survivor it leaves them blank."""
    return {name: None if category == "遗属" else False for name in CONDUCT}


def own(member, values):
    """The applicant's own row takes name, number and birth date from the application."""
    if member["relationship"] != "本人":
        return {}
    return {"memberName": values["applicantName"], "memberId": values["applicantId"],
            "birthDate": values["birthDate"]}


def me(employment, health="健康", text=None, **components):
    """The applicant's row in the member list."""
    return row_of_member("本人", None, employment, health, True, text, components)


def kin(relationship, person, employment, health="健康", together=True, text=None, **components):
    """A relative's row in the member list."""
    return row_of_member(relationship, person, employment, health, together, text, components)


def row_of_member(relationship, person, employment, health, together, text, components):
    short = {"wage": "wageIncome", "business": "netBusinessIncome",
             "property": "netPropertyIncome", "transfer": "netTransferIncome"}
    row = {
        "relationship": relationship, "livesTogether": together, "employment": employment,
        "health": health, "memberName": person and person.name, "memberId": person and person.id,
        "birthDate": person and person.birth_date, "text": text or {},
    }
    row.update({name: None for name in COMPONENTS})
    row.update({short[name]: value for name, value in components.items()})
    return row


def item(member, kind, amount, period="月", months=None, evidence=None, text=None):
    return {"memberName": member, "incomeType": kind, "amount": amount, "period": period,
            "months": months, "evidence": evidence, "text": text or {}}


def bill(kind, billed, reimbursed, paid_on, member=None, evidence=None, text=None):
    return {"memberName": member, "expenditureType": kind, "billedAmount": billed,
            "reimbursed": reimbursed, "paidOn": paid_on, "evidence": evidence, "text": text or {}}


def aid(kind, amount, received_on, text=None):
    return {"supportKind": kind, "amount": amount, "receivedOn": received_on, "text": text or {}}


def totals(wage=None, business=None, property=None, transfer=None):
    """Household totals by component, for units that hand in no member list."""
    return dict(zip(COMPONENTS, (wage, business, property, transfer)))
