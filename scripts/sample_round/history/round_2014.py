"""Round 2014: 26 applications, 12 households helped."""

from ..tables import UNREADABLE, kin, me
from . import households as kind
from .cases import Round
from .course import Course, Found, combined, in_parts, monthly, once, subsidy

ROUND = Round("2014")
add = ROUND.add
DONE = "困难已解决，帮扶目的达到"


def unreadable_wage(household):
    household.members[1].update(wageIncome=UNREADABLE, text={"wageIncome": "13.5OO"})


def one_fen_above(household):
    own = household.members[0]
    own["wageIncome"] = f"{own['wageIncome']}.01"


def blank_reimbursement(household):
    household.expenditure[0]["reimbursed"] = None


def wife_applies(ask):
    """The other spouse of a family with two earners files for the same household."""
    filed = kind.illness(ask)
    husband, wife = filed.applicant, ask.person("spouse", 42, True)
    filed.members = [me("在职", wage=filed.members[1]["wageIncome"]),
                     kin("配偶", husband, "在职", "重病", wage=filed.members[0]["wageIncome"]),
                     filed.members[2]]
    filed.applicant = wife
    return filed


# Helped.

add("liver", "U03", "05-12", kind.illness, 86, Course(
    once("一次性资助", 32000), events=(("2015-06-19", "退出", DONE),)))
add("fall", "U05", "06-09", kind.accident, 90, Course(
    in_parts("临时性资助", (0, 10000), (3, 8000)), events=(("2015-06-19", "退出", DONE),)),
    group="藏", shows="a fall from the stage rigging, paid in two parts")
add("tea", "U06", "06-10", kind.start_up, 94, Course(
    subsidy(80000, 615, 2), events=(("2015-05-20", "中止", "茶园受冻害，项目暂停"),
                                    ("2015-08-20", "恢复", "补种完成，恢复经营"))),
    projectName="高山茶园", projectInvestment=180000, ownInvestment=100000, loanPrincipal=80000,
    loanRate="6.15%", shows="interest subsidy, suspended for a quarter in 2015")
add("heart", "U13", "06-16", kind.carer, 83, Course(
    combined(20000, 600, 12), events=(("2015-08-12", "调出", "调往外州工作"),)),
    shows="moves to another prefecture: 9 of 12 months paid")
add("diabetes", "U14", "06-17", kind.pensioner, 81, Course(
    monthly(900, 24), visits={"2015-06": ("加重", "跟进", "并发症住院")}),
    shows="the call in June 2015 finds it worse: proposed for follow-on help")
add("alone", "U15", "06-18", kind.single_parent, 76, Course(monthly(500, 24)), group="藏")
add("fire", "U09", "05-12", kind.disaster, 88, Course(
    once("临时性资助", 26000), events=(("2015-05-15", "退出", DONE),)),
    shows="asks again in June 2015, inside the interval")
add("typing-slip", "U01", "05-14", kind.illness, 85, Course(
    once("一次性资助", 22000), found=Found("有出入", income=64800, words="配偶工资申报有误，已核实"),
    events=(("2015-06-19", "退出", DONE),)),
    adjust=unreadable_wage, outcome="undetermined", unknown="INCOME_TEST",
    shows="a wage with letters O cannot be read; the second verification settles it")
add("twice", "U04", "06-05", kind.illness, 82, Course(
    once("一次性资助", 35000), visits={"2015-06": ("明显缓解", "继续", "")},
    events=(("2015-12-18", "退出", DONE),)),
    shows="husband and wife both file: hers is merged with this")
add("bereaved", "U19", "06-11", kind.parent_of_member, 70, Course(monthly(600, 36)),
    shows="the mother of a deceased member")
add("suspected", "U02", "06-12", kind.illness, 90, Course(
    once("一次性资助", 16000), meeting="second",
    objection=("2014-10-02", "反映其报销后自付不多", "核对票据，申报属实，异议不成立", "2014-10-20"),
    events=(("2015-06-19", "退出", DONE),)),
    shows="an objection is open at the first meeting, found untrue, approved at the second")
add("river", "U18", "07-10", kind.disaster, 97, Course(
    once("临时性资助", 12000), events=(("2015-06-19", "退出", DONE),)),
    shows="under the line of July 2014 (1,250)")

# Not helped.

add("twice-wife", "U15", "06-19", wife_applies, 82, person_of="14-twice",
    shows="the wife of U04's applicant files for the same household: merged by verdict")
add("allowances", "U02", "06-13", kind.illness, 124, outcome="ineligible", fails="INCOME_TEST")
add("two-wages", "U13", "06-20", kind.few_earners, 109, outcome="ineligible", fails="INCOME_TEST")
add("one-fen", "U08", "06-06", kind.single_parent, 100, adjust=one_fen_above,
    outcome="ineligible", fails="INCOME_TEST", shows="one fen above the line")
add("unasked", "U16", "06-23", kind.disaster, 87, group="藏", outcome="ineligible",
    fails="EXHAUSTION", otherAidExhausted=False, shows="other aid not yet accepted")
add("assignments", "U09", "05-13", kind.few_earners, 80, outcome="ineligible",
    fails="CONDUCT_ASSIGNMENTS", exclusionAssignments=True,
    shows="the unit attests 不做党所分配的工作")
add("elsewhere", "U17", "06-24", kind.pensioner, 82, outcome="ineligible", fails="AFFILIATION")
add("four-days", "U06", "06-25", kind.few_earners, 84, outcome="undetermined",
    unknown="PROCEDURE", noticeFrom="2014-07-03", noticeTo="2014-07-06",
    shows="the unit's notice lasted 4 days of 5")
add("unsettled", "U05", "06-26", kind.illness, 90, adjust=blank_reimbursement,
    outcome="undetermined", unknown="INCOME_TEST", shows="the reimbursement is blank")
add("rented-out", "U11", "06-27", kind.few_earners, 93, Course(
    once("临时性资助", 7000), verdict="不同意", reason="单位日常关爱已可解决"),
    shows="refused: the unit's own care is enough")
add("withdrawn", "U12", "06-30", kind.single_parent, 89, Course(
    once("临时性资助", 6000), withdrawn=("2014-09-21", "配偶已就业，本人撤回申请")), group="羌")
add("put-off", "U03", "07-02", kind.few_earners, 91, Course(
    once("临时性资助", 9000), verdict="缓议", reason="待民政救助结果"),
    shows="put off, and not decided afterwards")
add("untrue", "U07", "07-03", kind.few_earners, 85, Course(
    verdict=None, found=Found("不实", income=81600, words="户内另有两人在外就业，未申报")),
    shows="the second verification finds the filing untrue; not proposed")
add("bonus", "U18", "07-11", kind.few_earners, 118, outcome="ineligible", fails="INCOME_TEST")
