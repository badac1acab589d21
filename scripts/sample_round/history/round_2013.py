"""Round 2013: the programme's first. 24 applications, 11 households helped."""

from ..tables import aid, bill, kin, me
from . import households as kind
from .cases import Round
from .course import Course, FollowOn, Found, combined, in_parts, monthly, once, subsidy

ROUND = Round("2013")
add = ROUND.add
DONE = "困难已解决，帮扶目的达到"


def skin_cancer(ask):
    """刁xx: wife ill and out of work, daughter at primary school, mother-in-law in the household."""
    head, income = ask.head(49, woman=False), ask.income(4, 53700, 8000)
    wife, mother = ask.person("spouse", 46, True), ask.person("mother-in-law", 75, True)
    return kind.Household(head, "在职", "疾病", [
        me("在职", "重病", wage=income - 6960), kin("配偶", wife, "丧失劳动能力", "重病"),
        kin("子女", ask.child(head, 8, True), "在校学生"),
        kin("配偶父母", mother, "其他", "慢性病", transfer=6960)],
        [bill("医疗", 98600, 52100, ask.before(7), head.name, "住院结算单"),
         bill("医疗", 14000, 6800, ask.before(2), wife.name, "门诊票据")],
        [aid("社会捐助", 5000, ask.before(4)), aid("单位慰问", 3000, ask.before(3))],
        {"hardshipStatement": "皮肤癌多次住院，配偶患病无工作，女儿读小学", "debt": 60000})


# Helped.

add("widow", "U07", "05-06", kind.widow, 68, Course(monthly(600, 36), visits={
    "2014-06": ("明显缓解", "继续", ""), "2015-06": ("有所缓解", "继续", "冬季取暖费用高")}),
    surname="余", shows="余xx of the article: a widow of 82 on the survivor's subsidy, her "
    "child apart; 600 a month for three years")
add("cancer", "U02", "05-13", skin_cancer, 71, Course(
    in_parts("复合性资助", (0, 15000), (2, 5000), (5, 10000)),
    events=(("2014-03-18", "自愿退出", "亲戚资助到位，本人报告组织并要求退出帮扶"),)),
    surname="刁", shows="刁xx: skin cancer; leaves of his own wish after relatives' help, "
    "10,000 of 30,000 not paid and released")
add("crash", "U13", "06-03", kind.accident, 82, Course(
    in_parts("临时性资助", (0, 15000), (3, 10000)),
    events=(("2014-12-19", "退出", "伤愈复工，困难已解决"),),
    visits={"2014-06": ("明显缓解", "继续", "")}),
    surname="各",
    shows="各xx: a car accident; back at work, closed in 2014, gives 5,000 yuan in 2015")
add("surgery", "U04", "05-20", kind.illness, 88, Course(
    once("一次性资助", 30000), visits={"2014-06": ("未缓解", "跟进", "二次手术费用")},
    follow_on=FollowOn("2014-07-10", "病情复发，需二次手术", once("一次性资助", 25000)),
    events=(("2015-06-19", "退出", DONE),)),
    shows="one grant was not enough: follow-on help decided anew in 2014, closed in 2015")
add("kidney", "U09", "05-22", kind.illness, 79, Course(
    once("一次性资助", 28000), events=(("2014-06-20", "退出", DONE),)),
    shows="also filed in U13 by mistake: the later filing is merged with this")
add("mudslide", "U16", "07-15", kind.disaster, 93, Course(
    once("临时性资助", 20000), events=(("2014-06-20", "退出", DONE),),
    visits={"2013-12": ("明显缓解", "继续", "")}),
    group="藏", shows="above the line of June, below that of July (1,070); asks again in 2015")
add("noodles", "U11", "06-18", kind.start_up, 90, Course(
    subsidy(100000, 615, 2), events=(("2015-11-20", "退出", "贴息期满，面馆经营稳定"),),
    visits={"2014-06": ("有所缓解", "继续", ""), "2015-06": ("明显缓解", "继续", "")}),
    projectName="面馆", projectInvestment=220000, ownInvestment=120000, loanPrincipal=100000,
    loanRate="6.15%", shows="创业帮扶: 1,537.50 yuan of interest a quarter for two years")
add("lungs", "U13", "06-04", kind.pensioner, 84, Course(
    monthly(800, 24), events=(("2015-02-10", "去世", "因病去世"),)),
    shows="died in February 2015: 15 of 24 months paid, the rest released")
add("flood", "U12", "05-15", kind.disaster, 77, Course(
    combined(15000, 500, 12), events=(("2014-12-19", "退出", DONE),)),
    group="羌", shows="复合性资助: an amount at once and twelve months, paid in full")
add("stroke", "U01", "05-27", kind.carer, 95, Course(
    once("一次性资助", 24000), meeting="second",
    found=Found("有出入", expenditure=24100, words="补充票据后自付支出略高"),
    events=(("2014-06-20", "退出", DONE),)),
    shows="put off at the first meeting, approved at the second")
add("orphan", "U10", "06-07", kind.orphan, 74, Course(monthly(700, 36)),
    shows="a child of ten of a deceased member; 700 a month for three years")

# Not helped.

add("kidney-again", "U13", "06-24", kind.illness, 79, person_of="13-kidney",
    shows="the same applicant as in U09, a month later: merged by verdict")
add("comfortable", "U01", "05-28", kind.illness, 131, outcome="ineligible", fails="INCOME_TEST",
    shows="too high an income even after the bills")
add("overstated", "U03", "05-08", kind.few_earners, 92, Course(
    verdict=None, found=Found("有出入", income=48600, words="配偶有固定收入，申报时漏报")),
    shows="the second verification finds more income; not proposed")
add("benefits", "U05", "06-13", kind.single_parent, 86, group="藏", outcome="ineligible",
    fails="EXHAUSTION", universalBenefitsUsed=False, shows="universal benefits not yet used")
add("dues", "U06", "06-05", kind.few_earners, 83, outcome="ineligible", fails="CONDUCT_DUES",
    exclusionDues=True, shows="the unit attests 不按时交纳党费")
add("outside", "U17", "06-19", kind.illness, 80, outcome="ineligible", fails="AFFILIATION",
    shows="the unit's Party relation is elsewhere")
add("grown-up", "U09", "05-23", kind.adult_child, 85, outcome="ineligible", fails="SURVIVOR_KIN",
    shows="a grown child is not among the survivors")
add("short-notice", "U13", "06-25", kind.few_earners, 81, outcome="undetermined",
    unknown="PROCEDURE", noticeFrom="2013-07-03", noticeTo="2013-07-05",
    shows="the unit's notice lasted 3 days of 5")
add("unsealed", "U15", "06-14", kind.single_parent, 78, group="藏", outcome="undetermined",
    unknown="PROCEDURE", sealed=None, shows="not sealed by the unit")
add("damaged", "U14", "06-20", kind.illness, 87, outcome="undetermined", unknown="UNIQUE",
    applicantId=None, text={"applicantId": "5.13299E+17"},
    shows="an identity number damaged by a spreadsheet")
add("shop", "U11", "06-21", kind.few_earners, 89, Course(
    once("临时性资助", 8000), verdict="不同意", reason="异议属实，家庭另有门面出租收入",
    objection=("2013-09-29", "该户有门面出租，收入未申报", "经核实异议属实", "2013-10-09")),
    shows="an objection to the notice proves true: refused")
add("withdrawn", "U04", "05-21", kind.single_parent, 91, Course(
    once("临时性资助", 6000), withdrawn=("2013-09-21", "子女助学金已解决困难，本人撤回申请")),
    shows="withdraws before it is proposed")
add("overtime", "U19", "05-30", kind.few_earners, 112, outcome="ineligible", fails="INCOME_TEST",
    shows="12 percent above the line")
