#!/usr/bin/env python3
"""Tests of the reference itself: each states a sentence of contract section 2 or 3.

    python3 Tests/reference/test_reference.py
"""

import copy
import unittest
from datetime import date

from cells import UNREADABLE, Interval, amount, check_digit, stated_date, window
from rules import CONDUCT, screened

AS_OF = date(2015, 12, 31)
TYPES = {
    "wage": ("工资", "奖金", "津补贴"), "business": ("经营收入", "经营成本"), "property": ("租金", "利息"),
    "transfer": ("养老金", "赡养费", "遗属补贴", "救助金", "其他转移", "社保缴费", "个人所得税"),
    None: ("非收入所得",),
}
POLICY = {
    "rates": [(date(2014, 7, 1), 125000), (date(2015, 7, 1), 138000)],
    "factorThousandths": 1000, "includesEquality": True, "oldestApplicationMonths": 24,
    "rateDay": "applicationDate", "windowMonths": 12, "imputation": None, "members": [],
    "itemTypes": {kind: {"component": name, "subtracted": kind in ("经营成本", "社保缴费", "个人所得税"),
                         "regular": kind in ("工资", "津补贴", "养老金", "租金", "赡养费", "遗属补贴", "社保缴费",
                                             "个人所得税"), "disregard": None}
                  for name, kinds in TYPES.items() for kind in kinds},
    "unknownComponents": {
        "wage": Interval(0, 20000000), "business": Interval(-20000000, 20000000),
        "property": Interval(0, 10000000), "transfer": Interval(-2000000, 10000000),
        None: Interval(0, 0)},
    "largestHousehold": 15, "statusesWithoutIncome": ["在校学生", "学龄前", "无固定职业"],
    "deducted": {kind: {"perItem": None, "share": 100, "evidence": False, "perPerson": None, "cap": None}
                 for kind in ("医疗", "教育", "灾害损失", "残疾康复", "护理")},
    "notReimbursable": ["教育", "住房", "其他"], "unknownAmount": 50000000,
    "reimbursing": {"医疗救助": ["医疗"], "教育": ["教育"]}, "reliefIncomeTypes": ["救助金"],
    "noticeMinimumDays": 5, "frequencyMonths": 12, "majorityAge": 18, "sealRequired": True,
    "verifiedBeforeNotice": True, "approvedAfterNotice": True,
    "conductCategories": {rule: ["在职", "退休"] for rule in CONDUCT},
    "causes": ["疾病", "灾害", "突发事件", "就业人员少", "其他"], "modes": {},
}
SAMPLE = {
    "unit_affiliated": True,
    "application": {
        "申报日期": "2015-06-15", "申报类别": "在职", "身份证号码": "513299197503060134",
        "致困原因": "疾病", "家庭人口": "2", "已享受普惠政策": "是", "已接受各类捐助": "是",
        "核实日期": "2015-06-20", "公示开始日期": "2015-06-21", "公示结束日期": "2015-06-25",
        "党组审定日期": "2015-06-28", "是否签章": "是", **{header: "否" for header in CONDUCT.values()},
    },
    "members": [
        {"姓名": "甲", "与申请人关系": "本人", "是否共同生活": "是", "就业状况": "在职", "工资性收入": "30000"},
        {"姓名": "乙", "与申请人关系": "子女", "是否共同生活": "是", "就业状况": "在校学生"},
    ],
    "income": [], "expenditure": [], "support": [],
}


def case(application=None, **forms):
    changed = copy.deepcopy(SAMPLE)
    changed["application"].update(application or {})
    changed.update(forms)
    return changed


def result(*arguments, policy=POLICY, **forms):
    return screened(case(*arguments, **forms), policy, AS_OF)


def reading(*arguments, **forms):
    return result(*arguments, **forms).readings[0]


def members(*rows):
    return [{"姓名": name, "与申请人关系": "本人" if name == "甲" else "配偶", "是否共同生活": "是",
             "就业状况": "在职", **rest} for name, rest in rows]


def bill(billed, reimbursed, kind="医疗", paid="2015-01-10"):
    return {"支出项目": kind, "发生金额": billed, "报销金额": reimbursed, "支出日期": paid}


def aid(kind, given, received="2015-01-10"):
    return {"资助类别": kind, "金额": given, "资助日期": received}


def item(kind, given, period="月", months=""):
    return {"姓名": "甲", "收入项目": kind, "金额": given, "周期": period, "月数": months}


TWO = members(("甲", {}), ("乙", {"工资性收入": "0"}))


class Income(unittest.TestCase):
    def test_an_income_equal_to_the_line_passes_and_one_fen_more_fails(self):
        self.assertEqual(result().rules["INCOME_TEST"], "pass")
        above = members(("甲", {"工资性收入": "30000.01"}), ("乙", {"工资性收入": "0"}))
        self.assertEqual(result(members=above).rules["INCOME_TEST"], "fail")
        strict = {**POLICY, "includesEquality": False}
        self.assertEqual(result(policy=strict).rules["INCOME_TEST"], "fail")

    def test_the_line_in_force_on_the_application_date_counts(self):
        rich = members(("甲", {"工资性收入": "33120"}), ("乙", {"工资性收入": "0"}))
        for applied, verdict in (("2015-06-30", "fail"), ("2015-07-01", "pass"), ("", "unknown")):
            with self.subTest(applied):
                found = result({"申报日期": applied}, members=rich)
                self.assertEqual(found.rules["INCOME_TEST"], verdict)

    def test_the_window_is_the_twelve_months_before_the_month_of_application(self):
        self.assertEqual(window(date(2015, 6, 15)), (date(2014, 6, 1), date(2015, 5, 31)))

    def test_cells_say_amounts_and_dates(self):
        self.assertEqual(amount("0.12万元/月").value, Interval.of(120000))
        self.assertEqual(amount("约1000").value, Interval(90000, 110000))
        self.assertEqual(amount("3000-3500").value, Interval(300000, 350000))
        self.assertEqual((amount(""), amount("见附件")), (None, UNREADABLE))
        self.assertEqual(stated_date("2014-06"), (date(2014, 6, 1), date(2014, 6, 30)))
        self.assertEqual(stated_date("2014-02-30"), UNREADABLE)

    def test_members_who_live_apart_do_not_count_and_doubtful_ones_give_two_readings(self):
        for lives, sizes in (("否", [2]), ("", [2, 3])):
            with self.subTest(lives):
                more = {"姓名": "丙", "与申请人关系": "父母", "是否共同生活": lives, "工资性收入": "99999"}
                found = result({"家庭人口": ""}, members=SAMPLE["members"] + [more]).readings
                self.assertEqual([one.least for one in found], sizes)
                self.assertEqual(found[0].disposable, Interval.of(3000000))

    def test_a_blank_without_any_filled_component_is_unknown(self):
        blank = members(("甲", {"工资性收入": "30000"}), ("乙", {}))
        self.assertEqual(reading(members=blank).disposable, Interval(-19000000, 63000000))

    def test_items_count_before_the_column_and_a_difference_is_an_interval(self):
        found = reading(income=[item("工资", "2600", months="12")])
        self.assertEqual(found.disposable, Interval(3000000, 3120000))

    def test_blank_months_are_the_window_for_regular_types_and_one_to_twelve_for_others(self):
        for kind, expected in (("工资", Interval(120000, 120000)), ("奖金", Interval(10000, 120000))):
            with self.subTest(kind):
                found = reading(members=TWO, income=[item(kind, "100")])
                self.assertEqual(found.disposable, expected)

    def test_a_quarter_counts_a_third_of_its_months(self):
        found = reading(members=TWO, income=[item("租金", "1500", "季", "6")])
        self.assertEqual(found.disposable, Interval.of(300000))

    def test_costs_and_contributions_subtract_and_receipts_that_are_no_income_do_not_count(self):
        rows = [item("经营收入", "9000", "年"), item("经营成本", "4000", "年"), item("社保缴费", "100"),
                item("非收入所得", "50000", "一次性")]
        self.assertEqual(reading(members=TWO, income=rows).disposable, Interval.of(380000))

    def test_a_declared_total_that_differs_is_an_interval_over_both(self):
        found = result({"家庭年收入": "31000"})
        self.assertEqual(found.readings[0].disposable, Interval(3000000, 3100000))
        self.assertEqual(found.outcome, "undetermined")

    def test_an_item_that_cannot_be_read_is_between_nothing_and_the_widest_bound(self):
        found = reading(members=TWO, income=[item("社保缴费", "见附件")])
        self.assertEqual(found.disposable, Interval(-10000000, 0))


class SupportAndExpenditure(unittest.TestCase):
    def test_rigid_expenditure_is_the_bill_without_the_reimbursement(self):
        found = reading(expenditure=[bill("5000", "2000"), bill("800", "", "教育"),
                                     bill("700", "", "住房")])
        self.assertEqual(found.rigid, Interval.of(380000))

    def test_a_blank_reimbursement_or_one_above_the_bill_is_an_interval(self):
        for reimbursed in ("", "50000"):
            with self.subTest(reimbursed):
                found = reading(expenditure=[bill("5000", reimbursed)])
                self.assertEqual(found.rigid, Interval(0, 500000))

    def test_what_lies_outside_the_window_does_not_count_and_what_is_undated_does(self):
        found = reading(expenditure=[bill("5000", "0", paid="2014-05-31")],
                        support=[aid("工会", "100", "2015-06-01"), aid("工会", "70", "")])
        self.assertEqual((found.rigid, found.support), (Interval.of(0), Interval.of(7000)))

    def test_a_benefit_that_is_also_a_reimbursement_counts_once(self):
        bills = [bill("5000", "2000")]
        for kind, given, expected in (("医疗救助", "2000", Interval.of(0)),
                                      ("医疗救助", "1500", Interval(0, 150000)),
                                      ("工会", "1500", Interval.of(150000))):
            with self.subTest(kind=kind, given=given):
                found = reading(expenditure=bills, support=[aid(kind, given)])
                self.assertEqual(found.support, expected)

    def test_a_reimbursement_that_is_income_too_does_not_lower_the_deduction(self):
        found = reading(income=[item("救助金", "6000", "一次性")], expenditure=[bill("6000", "6000")])
        self.assertEqual((found.disposable, found.rigid), (Interval.of(3600000), Interval.of(600000)))

    def test_a_repeated_row_counts_once(self):
        found = reading(expenditure=[bill("5000", "2000"), bill("5000", "2000")])
        self.assertEqual(found.rigid, Interval.of(300000))

    def test_figures_below_zero_round_away_from_zero(self):
        found = result(expenditure=[bill("30000.12", "0")]).roster()
        self.assertEqual(found["per_capita_actual_yuan_month"], "-0.01")


class Rules(unittest.TestCase):
    def test_each_change_has_its_rule_and_its_verdict(self):
        changes = [
            ({"党组织关系在工委": "否"}, "AFFILIATION", "fail"),
            ({"已享受普惠政策": "否"}, "EXHAUSTION", "fail"),
            ({"已接受各类捐助": ""}, "EXHAUSTION", "unknown"),
            ({"不按时交纳党费": "是"}, "CONDUCT_DUES", "fail"),
            ({"不按时交纳党费": ""}, "CONDUCT_DUES", "unknown"),
            ({"致困原因": "其他"}, "CAUSE", "pass"), ({"致困原因": ""}, "CAUSE", "unknown"),
            ({"公示结束日期": "2015-06-24"}, "PROCEDURE", "unknown"),
            ({"党组审定日期": "2015-06-24"}, "PROCEDURE", "unknown"),
            ({"是否签章": "否"}, "PROCEDURE", "unknown"),
            ({"上次受助时间": "2014-06-16"}, "FREQUENCY", "fail"),
            ({"上次受助时间": "2014-06-15"}, "FREQUENCY", "pass"),
            ({"上次受助时间": "2014-06"}, "FREQUENCY", "unknown"),
            ({"身份证号码": "5.13299E+17"}, "UNIQUE", "unknown"),
            ({"身份证号码": "513299750306013"}, "UNIQUE", "pass"),
        ]
        for change, rule, verdict in changes:
            with self.subTest(rule=rule, change=change):
                self.assertEqual(result(change).rules[rule], verdict)

    def test_a_cause_that_the_policy_leaves_out_fails(self):
        found = result({"致困原因": "其他"}, policy={**POLICY, "causes": ["疾病"]})
        self.assertEqual(found.rules["CAUSE"], "fail")

    def test_a_survivor_is_a_parent_a_spouse_or_a_child_under_eighteen(self):
        def verdict(kin, body="51329919970615001"):
            return result({"申报类别": "遗属", "与离世党员关系": kin, "原党组织关系在工委": "是",
                           "身份证号码": body + check_digit(body)}).rules["SURVIVOR_KIN"]

        self.assertEqual([verdict(kin) for kin in ("父母", "配偶", "其他", "未成年子女")],
                         ["pass", "pass", "fail", "fail"])
        self.assertEqual(verdict("未成年子女", "51329919970616001"), "pass")

    def test_a_certain_failure_decides_before_an_unknown(self):
        self.assertEqual(result({"已享受普惠政策": "否", "是否签章": ""}).outcome, "ineligible")

    def test_hardship_is_expenditure_where_only_the_deduction_meets_the_test(self):
        rich = members(("甲", {"工资性收入": "34000"}), ("乙", {"工资性收入": "0"}))
        self.assertEqual(result().hardship_type, "income")
        self.assertEqual(
            result(members=rich, expenditure=[bill("9000", "0")]).hardship_type, "expenditure")


def choosing(**values):
    """The policy with other values: `工资={"perMonth": …}` is a disregard, `医疗={"share": …}` a deduction."""
    changed = copy.deepcopy(POLICY)
    none = {"whole": False, "perMonth": None, "perWindow": None, "firstMonths": None}
    for name, value in values.items():
        if name in changed["itemTypes"]:
            changed["itemTypes"][name]["disregard"] = {**none, **value}
        elif name in changed["deducted"]:
            changed["deducted"][name].update(value)
        else:
            changed[name] = value
    return changed


class Choices(unittest.TestCase):
    def disposable(self, policy, *items):
        silent = members(("甲", {}), ("乙", {"工资性收入": "0"}))
        return result(members=silent, income=list(items), policy=policy).readings[0].disposable

    def test_income_is_disregarded_wholly_by_month_by_window_or_at_first(self):
        wage = item("工资", "1000", months="10")
        for rule, yuan in (({"whole": True}, 0), ({"perMonth": 30000}, 7000), ({"perWindow": 150000}, 8500),
                           ({"firstMonths": 6}, 4000), ({"firstMonths": 6, "perMonth": 30000}, 8200)):
            with self.subTest(rule):
                self.assertEqual(
                    self.disposable(choosing(工资=rule), wage), Interval.of(yuan * 100))

    def test_a_window_s_allowance_is_one_for_all_items_of_a_type(self):
        found = self.disposable(choosing(工资={"perWindow": 400000}), item("工资", "1000", months="3"),
                                item("工资", "2000", months="1"))
        self.assertEqual(found, Interval.of(100000))

    def test_a_shorter_window_is_brought_to_a_year(self):
        quarter = choosing(windowMonths=3)
        self.assertEqual(self.disposable(quarter, item("工资", "1000")), Interval.of(1200000))
        self.assertEqual(self.disposable(quarter, item("奖金", "500", "一次性")), Interval.of(200000))
        self.assertEqual(self.disposable(quarter, item("利息", "500", "年")), Interval.of(50000))
        bills = [bill("100", "0", paid="2015-03-01"), bill("700", "0", paid="2015-02-28")]
        self.assertEqual(
            result(expenditure=bills, policy=quarter).readings[0].rigid, Interval.of(40000))

    def test_caps_and_shares_count_in_their_order(self):
        bills = [{**bill("9000", "0"), "姓名": "甲"}, {**bill("2000", "0"), "姓名": "甲"},
                 {**bill("3000", "0"), "姓名": "乙"}]
        def borne(**rule):
            return result(members=TWO, expenditure=bills,
                          policy=choosing(医疗=rule)).readings[0].rigid
        self.assertEqual(borne(perItem=300000), Interval.of(800000))
        self.assertEqual(borne(share=50), Interval.of(700000))
        self.assertEqual(borne(perPerson=400000), Interval.of(700000))
        self.assertEqual(borne(perPerson=400000, cap=500000), Interval.of(500000))
        self.assertEqual(borne(evidence=True), Interval(0, 1400000))

    def test_whoever_could_work_is_taken_to_earn(self):
        rule = {"employment": ["失业"], "ages": (18, 60), "excused": [], "percent": 50}
        poor = members(("甲", {"工资性收入": "0"}), ("乙", {"就业状况": "失业", "转移净收入": "0"}))
        poor[1]["身份证号码"] = "51329919800306012" + check_digit("51329919800306012")
        found = result(members=poor, policy=choosing(imputation=rule)).readings[0].disposable
        self.assertEqual(found, Interval.of(750000))
        del poor[1]["身份证号码"]
        found = result(members=poor, policy=choosing(imputation=rule)).readings[0].disposable
        self.assertEqual(found, Interval(0, 750000))

    def test_the_first_rule_that_fits_says_who_is_a_member(self):
        away = {"employment": [], "relationship": ["父母"], "livesTogether": False, "ages": None}
        parent = {"姓名": "丙", "与申请人关系": "父母", "是否共同生活": "否", "工资性收入": "0"}
        for counts, sizes in ((True, [3]), (False, [2]), (None, [2, 3])):
            with self.subTest(counts):
                found = result({"家庭人口": ""}, members=SAMPLE["members"] + [parent],
                               policy=choosing(members=[{**away, "counts": counts}]))
                self.assertEqual([one.least for one in found.readings], sizes)

    def test_a_ground_speaks_of_the_categories_that_the_policy_lists(self):
        policy = choosing(conductCategories={**POLICY["conductCategories"], "CONDUCT_DUES": ["退休"]})
        for category, verdict in (("在职", "notApplicable"), ("退休", "fail"), ("", "unknown")):
            with self.subTest(category):
                found = result({"申报类别": category, "不按时交纳党费": "是"}, policy=policy)
                self.assertEqual(found.rules["CONDUCT_DUES"], verdict)

    def test_seal_and_order_are_asked_for_where_the_policy_says_so(self):
        for change, key in (({"是否签章": ""}, "sealRequired"), ({"核实日期": "2015-06-22"}, "verifiedBeforeNotice"),
                            ({"党组审定日期": "2015-06-22"}, "approvedAfterNotice")):
            with self.subTest(key):
                self.assertEqual(result(change).rules["PROCEDURE"], "unknown")
                self.assertEqual(
                    result(change, policy=choosing(**{key: False})).rules["PROCEDURE"], "pass")


if __name__ == "__main__":
    unittest.main()
