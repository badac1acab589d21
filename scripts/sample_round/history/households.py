"""Households by kind of hardship, each at a stated share of the line of its application date.

A template returns what `tables.app` takes. The share is what the household has per head after its
rigid expenditure, in percent of the line: 100 is exactly at it.
"""

from dataclasses import dataclass, field
from datetime import date

from ..tables import aid, bill, item, kin, me
from .people import person

# The reference's thresholds and those of 2012 and 2013, yuan a month from a day on.
LINES = [("2012-01-01", 960), ("2013-07-01", 1070), ("2014-07-01", 1250), ("2015-07-01", 1380)]


@dataclass
class Household:
    """The applicant, the household and what it says of its hardship."""
    applicant: object
    category: str
    cause: str
    members: list
    expenditure: list = field(default_factory=list)
    support: list = field(default_factory=list)
    fields: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Ask:
    """Who asks, when, and how near the line the household is.

    The label begins with the year in which the household first asked, from which ages count.
    """
    label: str
    applied: str
    share: int
    group: str = "汉"
    surname: str = ""

    @property
    def line(self):
        return [yuan for since, yuan in LINES if since <= self.applied][-1]

    def born(self, age):
        return 2000 + int(self.label[:2]) - age

    def person(self, role, age, woman, surname=""):
        return person(f"{self.label}|{role}", self.born(age), woman, self.group, surname)

    def head(self, age, woman):
        return self.person("applicant", age, woman, self.surname)

    def child(self, head, age, woman):
        family = "" if self.group == "藏" else head.name[0]
        return self.person("child", age, woman, family)

    def before(self, months, day=15):
        """A day some months before the application."""
        applied = date.fromisoformat(self.applied)
        year, month = divmod(applied.year * 12 + applied.month - 1 - months, 12)
        return date(year, month + 1, day).isoformat()

    def income(self, size, rigid=0, support=0):
        """Yuan a year that put the household at its share; a multiple of 12 below it."""
        target = self.line * 12 * size * self.share // 100
        return (target + rigid - support) // 12 * 12


def part(amount, percent):
    """A share of an amount, as a multiple of 12 yuan."""
    return amount * percent // 1200 * 12


def few_earners(ask):
    """One earner, the spouse without regular work, a child at school."""
    head = ask.head(39, woman=False)
    spouse = ask.person("spouse", 37, True)
    return Household(head, "在职", "就业人员少", [
        me("在职", wage=ask.income(3)), kin("配偶", spouse, "无固定职业"),
        kin("子女", ask.child(head, 11, True), "在校学生")],
        fields={"hardshipStatement": "一人工作供养全家"})


def single_parent(ask):
    head = ask.head(36, woman=True)
    return Household(head, "在职", "就业人员少", [
        me("在职", wage=ask.income(2)), kin("子女", ask.child(head, 8, False), "在校学生")],
        fields={"hardshipStatement": "离异后独自抚养子女"})


def illness(ask):
    """Two earners; hospital bills bring the family below the line."""
    head, rigid = ask.head(44, woman=False), 31800
    spouse, income = ask.person("spouse", 42, True), ask.income(3, 31800, 2000)
    return Household(head, "在职", "疾病", [
        me("在职", "重病", wage=part(income, 60)),
        kin("配偶", spouse, "在职", wage=income - part(income, 60)),
        kin("子女", ask.child(head, 14, False), "在校学生")],
        [bill("医疗", 31800 + 46200, 46200, ask.before(5), head.name, "住院结算单")],
        [aid("单位慰问", 2000, ask.before(4))],
        {"hardshipStatement": "住院手术，报销后自付较多", "debt": rigid})


def carer(ask):
    """A sick spouse who cannot work and needs care; one earner, a pensioner in the household."""
    head = ask.head(48, woman=True)
    spouse, parent = ask.person("spouse", 50, False), ask.person("parent", 74, True)
    income = ask.income(3, 22400)
    return Household(head, "在职", "疾病", [
        me("在职", wage=income - 3600), kin("配偶", spouse, "丧失劳动能力", "重病"),
        kin("父母", parent, "务农", "慢性病", business=3600)],
        [bill("医疗", 52000, 33600, ask.before(3), spouse.name, "住院结算单"),
         bill("护理", 4000, 0, ask.before(2), spouse.name, "护理费收据")],
        fields={"hardshipStatement": "配偶长期患病，需人照料"})


def disaster(ask):
    head, income = ask.head(41, woman=False), ask.income(4, 42000, 3000)
    parent = ask.person("parent", 69, True)
    return Household(head, "在职", "灾害", [
        me("在职", wage=part(income, 70)),
        kin("配偶", ask.person("spouse", 40, True), "在职", wage=income - part(income, 70)),
        kin("子女", ask.child(head, 12, True), "在校学生"),
        kin("父母", parent, "丧失劳动能力", "慢性病")],
        [bill("灾害损失", 60000, 18000, ask.before(4), None, "灾情证明")],
        [aid("社会捐助", 3000, ask.before(3))],
        {"hardshipStatement": "山洪泥石流冲毁住房", "assetsSold": "小货车一辆"})


def accident(ask):
    head, income = ask.head(35, woman=False), ask.income(3, 36500)
    return Household(head, "在职", "突发事件", [
        me("在职", "残疾", wage=income), kin("配偶", ask.person("spouse", 33, True), "无固定职业"),
        kin("子女", ask.child(head, 6, False), "学龄前")],
        [bill("医疗", 88000, 56000, ask.before(6), head.name, "住院结算单"),
         bill("残疾康复", 6500, 2000, ask.before(2), head.name, "康复费收据")],
        fields={"hardshipStatement": "车祸受伤，暂不能工作"})


def pensioner(ask):
    head, income = ask.head(66, woman=False), ask.income(2, 12600)
    return Household(head, "退休", "疾病", [
        me("退休", "慢性病", transfer=income - 2400),
        kin("配偶", ask.person("spouse", 64, True), "务农", business=2400)],
        [bill("医疗", 27000, 14400, ask.before(4), head.name, "住院结算单")],
        fields={"hardshipStatement": "慢性病长期服药并住院"})


def widow(ask):
    """An aged widow on the survivor's subsidy; her children live apart."""
    head = ask.head(82, woman=True)
    return Household(head, "遗属", "疾病", [
        me("其他", "慢性病", transfer=ask.income(1)),
        kin("子女", ask.person("child", 55, False), "务农", together=False)],
        [bill("医疗", 3000, 3000, ask.before(3), head.name, "门诊票据")],
        fields={**survivor(ask, "配偶", 84, False), "hardshipStatement": "年事已高，靠遗属补贴生活"})


def parent_of_member(ask):
    head = ask.head(71, woman=True)
    return Household(head, "遗属", "其他", [
        me("务农", business=ask.income(1) - 1200, transfer=1200)],
        fields={**survivor(ask, "父母", 45, False), "hardshipStatement": "子女因病离世，独自务农"})


def orphan(ask):
    """A child under 18 whose parent, a member, has died; lives with the other parent."""
    head = ask.head(10, woman=False)
    mother = ask.person("mother", 38, True)
    return Household(head, "遗属", "就业人员少", [
        me("在校学生"), kin("父母", mother, "其他", business=ask.income(2) - 3600, transfer=3600)],
        fields={**survivor(ask, "未成年子女", 40, False), "hardshipStatement": "父亲离世，母亲打零工"})


def adult_child(ask):
    """A grown child of a deceased member: not among the survivors the programme helps."""
    head = ask.head(31, woman=False)
    return Household(head, "遗属", "就业人员少", [
        me("无固定职业", business=ask.income(1))],
        fields={**survivor(ask, "其他", 62, False), "hardshipStatement": "成年子女，打零工为生"})


def survivor(ask, relationship, age, woman):
    member = ask.person("deceased", age, woman)
    return {"deceasedMemberName": member.name, "deceasedMemberId": member.id,
            "deceasedAffiliated": True, "relationshipToDeceased": relationship}


def start_up(ask):
    """One earner; the spouse wants to begin a business and bears most of it."""
    head = ask.head(40, woman=True)
    spouse = ask.person("spouse", 42, False)
    return Household(head, "在职", "就业人员少", [
        me("在职", wage=ask.income(3)), kin("配偶", spouse, "无固定职业"),
        kin("子女", ask.child(head, 13, True), "在校学生")],
        fields={"hardshipStatement": "配偶无固定职业，有创业意愿", "startUpWish": True,
                "projectProspect": True, "lender": "农村信用合作社", "loanYears": 2,
                "guarantor": ask.person("guarantor", 50, False).name})


def itemised(household):
    """The same income as item rows, for units that hand in 收入明细."""
    rows = []
    for member in household.members:
        name = member["memberName"] or household.applicant.name
        for field_name, kind in (("wageIncome", "工资"), ("netBusinessIncome", "经营收入"),
                                 ("netTransferIncome", "其他转移")):
            amount = member[field_name]
            member[field_name] = None
            if amount and kind == "工资":
                rows.append(item(name, kind, amount // 12, "月", 12))
            elif amount:
                rows.append(item(name, kind, amount, "年"))
    return rows
