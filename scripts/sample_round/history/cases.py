"""A case of the history: its filing, how it must be screened, and its course."""

from dataclasses import dataclass, field

from ..tables import Application, app
from . import layouts
from .course import Course
from .households import Ask, itemised


@dataclass
class Case:
    """`handle` names the case in these tables only; `outcome` is what the intake run must find.

    `person_of` is the handle of the case whose household this is: its own, or another's that files
    once more.
    """
    handle: str
    unit: str
    application: Application
    course: Course | None
    shows: str
    outcome: str
    fails: str
    unknown: str
    person_of: str

    @property
    def year(self):
        return "20" + self.handle[:2]


@dataclass
class Round:
    """Collects the cases of a year in the order of its table."""
    year: str
    cases: list = field(default_factory=list)

    def add(self, handle, unit, day, template, share, course=None, *, shows="", group="汉",
            surname="", outcome="eligible", fails="", unknown="", adjust=None, **changes):
        """Adds a case; `adjust` changes the household before it is written."""
        applied = f"{self.year}-{day}"
        label = f"{self.year[2:]}-{handle}"
        person_of = changes.pop("person_of", label)
        ask = Ask(person_of, applied, share, group, surname)
        household = template(ask)
        if adjust:
            adjust(household)
        income = itemised(household) if layouts.LAYOUT_OF[unit] in layouts.ITEMISED else []
        fields = {**household.fields, **requested(course), **changes}
        text = fields.pop("text", None)
        application = app(
            self.number(unit), household.applicant, household.category, applied,
            household.cause, "", outcome, shows, members=household.members, income=income,
            expenditure=household.expenditure, support=household.support, text=text,
            evidence="申请书、身份证复印件、收入证明", phone=self.phone(), **fields)
        self.cases.append(Case(label, unit, application, course, shows,
                               outcome, fails, unknown, person_of))

    def number(self, unit):
        same = sum(case.unit == unit for case in self.cases)
        return f"H{self.year[2:]}-{unit[1:]}-{same + 1:03d}"

    def phone(self):
        return f"1390000{self.year[2:]}{len(self.cases) + 1:02d}"


def requested(course):
    if course is None or course.grant is None:
        return {}
    return {"requestedMeasure": course.grant.measure}
