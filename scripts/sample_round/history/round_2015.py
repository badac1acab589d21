"""Round 2015: 28 applications, 12 households helped by the end of the year."""

from dataclasses import replace

from ..tables import UNREADABLE
from . import households as kind
from .cases import Round
from .course import Course, combined, in_parts, monthly, once, subsidy

ROUND = Round("2015")
add = ROUND.add


def unreadable_wage(household):
    household.members[0].update(wageIncome=UNREADABLE, text={"wageIncome": "4l200"})


def namesake(ask):
    """Another person of the same name and birth date as the applicant of `few`."""
    filed = kind.single_parent(ask)
    other = kind.single_parent(replace(ask, label="15-few")).applicant
    filed.applicant = replace(other, sequence=other.sequence + 2)
    return filed


# Helped.

add("marrow", "U08", "05-11", kind.illness, 73, Course(
    once("一次性资助", 38000), visits={"2015-12": ("未缓解", "跟进", "需骨髓移植")}))
# Filed on the same day, so that the lower case identifier counts; it is the other one.
add("brain-again", "U04", "05-18", kind.illness, 78, person_of="15-brain",
    shows="the second filing of the same application: merged by verdict")
add("brain", "U04", "05-18", kind.illness, 78, Course(once("一次性资助", 36000)),
    shows="filed twice by its unit: the second filing is merged with this")
add("truck", "U03", "05-12", kind.accident, 84, Course(
    in_parts("临时性资助", (0, 16000), (1, 8000))))
add("weaving", "U05", "06-08", kind.start_up, 92, Course(subsidy(120000, 560, 2)), group="藏",
    projectName="羌绣编织作坊", projectInvestment=260000, ownInvestment=140000,
    loanPrincipal=120000, loanRate="5.6%", shows="the first quarter's interest only by year's end")
add("landslide", "U16", "07-13", kind.disaster, 96, Course(once("临时性资助", 28000)),
    group="藏", shows="under the line of July 2015 (1,380)")
add("cataract", "U07", "05-14", kind.pensioner, 79, Course(monthly(800, 24)))
add("spine", "U01", "05-19", kind.carer, 87, Course(combined(20000, 500, 12)))
add("widowed", "U12", "06-02", kind.widow, 72, Course(monthly(600, 24)), group="羌")
add("few", "U06", "06-03", kind.single_parent, 94, Course(once("一次性资助", 10000)),
    shows="someone of the same name and birth date files in U14: decided 不同")
add("lymph", "U10", "06-04", kind.illness, 85, Course(once("一次性资助", 26000),
                                                      meeting="second"))
add("gland", "U19", "06-05", kind.illness, 89, Course(once("一次性资助", 18500)))
add("burn", "U02", "06-10", kind.accident, 93, Course(once("临时性资助", 7500)))

# Not helped.

add("mudslide-again", "U16", "06-15", kind.disaster, 91, Course(
    once("临时性资助", 5000), verdict="不同意", reason="前次帮扶后困难已缓解"), group="藏",
    person_of="13-mudslide", previouslyHelpedOn="2013-10-25",
    shows="helped in 2013, asks again after 20 months: lawful, and refused")
add("fire-again", "U09", "06-16", kind.disaster, 88, person_of="14-fire",
    outcome="ineligible", fails="FREQUENCY",
    shows="leaves 上次受助时间 blank; the registry knows that it was paid on 2014-10-25")
add("raise", "U02", "06-11", kind.illness, 127, outcome="ineligible", fails="INCOME_TEST")
add("second-job", "U13", "06-17", kind.few_earners, 106, outcome="ineligible",
    fails="INCOME_TEST")
add("herbs", "U18", "06-18", kind.few_earners, 115, outcome="ineligible", fails="INCOME_TEST")
add("not-yet", "U05", "06-19", kind.single_parent, 82, group="藏", outcome="ineligible",
    fails="EXHAUSTION", universalBenefitsUsed=False)
add("meetings", "U04", "06-22", kind.few_earners, 83, outcome="ineligible",
    fails="CONDUCT_MEETINGS", exclusionMeetings=True, shows="the unit attests 无故不参加组织生活")
add("press", "U17", "06-23", kind.illness, 81, outcome="ineligible", fails="AFFILIATION")
add("three-days", "U11", "06-24", kind.few_earners, 86, outcome="undetermined",
    unknown="PROCEDURE", noticeFrom="2015-07-02", noticeTo="2015-07-04")
add("letter", "U12", "06-25", kind.few_earners, 88, adjust=unreadable_wage,
    outcome="undetermined", unknown="INCOME_TEST", shows="a wage with the letter l in it")
add("withdrawn", "U15", "06-26", kind.single_parent, 90, Course(
    once("临时性资助", 6000), withdrawn=("2015-09-21", "亲属接济，本人撤回申请")), group="藏")
add("namesake", "U14", "06-29", namesake, 80, outcome="undetermined", unknown="UNIQUE",
    applicantId=None, text={"applicantId": "5.13299E+17"},
    shows="a damaged number, the name and birth date of U06's applicant: decided 不同")
add("son", "U09", "06-30", kind.adult_child, 87, outcome="ineligible", fails="SURVIVOR_KIN")
add("running", "U03", "07-06", kind.few_earners, 84, Course(
    once("临时性资助", 9000), verdict=None, late=("2015-12-21", "2015-12-23", "2016-01-05")),
    shows="proposed in December: its notice still runs at the end of the year")
add("objected", "U18", "07-08", kind.few_earners, 83, Course(
    once("临时性资助", 8000), verdict=None, late=("2015-12-01", "2015-12-03", "2015-12-14"),
    objection=("2015-12-10", "反映其子已就业", None, None)),
    shows="an objection is still open at the end of the year")
