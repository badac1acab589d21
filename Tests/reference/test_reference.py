#!/usr/bin/env python3
"""Tests of the reference itself: each states a sentence of contract section 2 or 3.

    python3 -m unittest discover Tests/reference
"""

import copy
import unittest
from datetime import date

from reference import SAMPLE_POLICY, Interval, assessed, check_digit, income_window

SAMPLE_CASE = {
    "unitAffiliated": True,
    "application": {
        "applicationDate": "2015-06-15", "applicantCategory": "在职",
        "applicantId": "513299197503060134", "hardshipCause": "疾病", "householdSize": 2,
        "universalBenefitsUsed": True, "otherAidExhausted": True,
        "exclusionMeetings": False, "exclusionDues": False, "exclusionAssignments": False,
        "exclusionConduct": False, "exclusionDuties": False, "exclusionUninsured": False,
        "verifiedOn": "2015-06-20", "noticeFrom": "2015-06-21", "noticeTo": "2015-06-25",
        "unitApprovedOn": "2015-06-28", "sealed": True,
    },
    "members": [
        {"memberName": "甲", "livesTogether": True, "employment": "在职", "wageIncome": "30000"},
        {"memberName": "乙", "livesTogether": True, "employment": "在校学生"},
    ],
    "income": [], "expenditure": [], "support": [],
}


def case(application=None, **forms):
    changed = copy.deepcopy(SAMPLE_CASE)
    changed["application"].update(application or {})
    changed.update(forms)
    return changed


def members(*rows):
    return [{"memberName": name, "livesTogether": True, "employment": "在职", **rest}
            for name, rest in rows]


def bill(billed, reimbursed, kind="医疗", paid="2015-01-10"):
    return {"expenditureType": kind, "billedAmount": billed, "reimbursed": reimbursed,
            "paidOn": paid}


def aid(kind, amount, received="2015-01-10"):
    return {"supportKind": kind, "amount": amount, "receivedOn": received}


def item(kind, amount, period="月", months=None):
    return {"memberName": "甲", "incomeType": kind, "amount": amount, "period": period,
            "months": months}


class IncomeTest(unittest.TestCase):
    def test_an_income_equal_to_the_line_passes_and_one_fen_more_fails(self):
        self.assertEqual(assessed(case())["rules"]["INCOME_TEST"], "pass")
        pair = members(("甲", {"wageIncome": "30000.01"}), ("乙", {"wageIncome": "0"}))
        above = case(members=pair)
        self.assertEqual(assessed(above)["rules"]["INCOME_TEST"], "fail")

    def test_the_line_in_force_on_the_application_date_counts(self):
        rich = members(("甲", {"wageIncome": "33120"}), ("乙", {"wageIncome": "0"}))
        for applied, verdict in (("2015-06-30", "fail"), ("2015-07-01", "pass")):
            with self.subTest(applied):
                found = assessed(case({"applicationDate": applied}, members=rich))
                self.assertEqual(found["rules"]["INCOME_TEST"], verdict)

    def test_the_window_is_the_twelve_months_before_the_month_of_application(self):
        self.assertEqual(income_window(date(2015, 6, 15)), (date(2014, 6, 1), date(2015, 5, 31)))

    def test_members_who_live_apart_do_not_count(self):
        apart = SAMPLE_CASE["members"] + [
            {"memberName": "丙", "livesTogether": False, "wageIncome": "99999"}]
        self.assertEqual(assessed(case(members=apart))["income"], Interval.exactly(3_000_000))

    def test_a_blank_without_any_filled_component_is_unknown(self):
        blank = members(("甲", {"wageIncome": "30000"}), ("乙", {}))
        self.assertIsNone(assessed(case(members=blank))["income"].high)

    def test_items_count_before_the_column_and_a_difference_is_an_interval(self):
        itemised = assessed(case(income=[item("工资", "2600", months=12)]))
        self.assertEqual(itemised["income"], Interval(3_000_000, 3_120_000))

    def test_blank_months_are_the_window_for_regular_types_and_one_to_twelve_for_others(self):
        sheets = members(("甲", {}), ("乙", {"wageIncome": "0"}))
        for kind, expected in (("工资", Interval(120_000, 120_000)),
                               ("奖金", Interval(10_000, 120_000))):
            with self.subTest(kind):
                found = assessed(case(members=sheets, income=[item(kind, "100")]))
                self.assertEqual(found["income"], expected)

    def test_a_quarter_counts_a_third_of_its_months(self):
        sheets = members(("甲", {}), ("乙", {"wageIncome": "0"}))
        found = assessed(case(members=sheets, income=[item("租金", "1500", "季", 6)]))
        self.assertEqual(found["income"], Interval.exactly(300_000))

    def test_costs_and_contributions_subtract_and_receipts_that_are_no_income_do_not_count(self):
        sheets = members(("甲", {}), ("乙", {"wageIncome": "0"}))
        rows = [item("经营收入", "9000", "年"), item("经营成本", "4000", "年"),
                item("社保缴费", "100"), item("非收入所得", "50000", "一次性")]
        found = assessed(case(members=sheets, income=rows))
        self.assertEqual(found["income"], Interval.exactly(380_000))

    def test_a_declared_total_that_differs_is_an_interval_over_both(self):
        found = assessed(case({"declaredAnnualIncome": "31000"}))
        self.assertEqual(found["income"], Interval(3_000_000, 3_100_000))
        self.assertEqual(found["outcome"], "undetermined")


class SupportAndExpenditure(unittest.TestCase):
    def test_rigid_expenditure_is_the_bill_without_the_reimbursement(self):
        found = assessed(case(expenditure=[bill("5000", "2000"), bill("800", None, "教育"),
                                           bill("700", None, "住房")]))
        self.assertEqual(found["rigid"], Interval.exactly(380_000))

    def test_a_blank_reimbursement_or_one_above_the_bill_is_an_interval(self):
        for reimbursed in (None, "50000"):
            with self.subTest(reimbursed):
                found = assessed(case(expenditure=[bill("5000", reimbursed)]))
                self.assertEqual(found["rigid"], Interval(0, 500_000))

    def test_what_lies_outside_the_window_does_not_count_and_what_is_undated_does(self):
        found = assessed(case(expenditure=[bill("5000", "0", paid="2014-05-31")],
                              support=[aid("工会", "100", "2015-06-01"), aid("工会", "70", None)]))
        self.assertEqual((found["rigid"], found["support"]),
                         (Interval.exactly(0), Interval.exactly(7_000)))

    def test_a_benefit_that_is_also_a_reimbursement_counts_once(self):
        bills = [bill("5000", "2000")]
        equal = assessed(case(expenditure=bills, support=[aid("医疗救助", "2000")]))
        self.assertEqual(equal["support"], Interval.exactly(0))
        same_kind = assessed(case(expenditure=bills, support=[aid("医疗救助", "1500")]))
        self.assertEqual(same_kind["support"], Interval(0, 150_000))
        other = assessed(case(expenditure=bills, support=[aid("工会", "1500")]))
        self.assertEqual(other["support"], Interval.exactly(150_000))

    def test_a_repeated_row_counts_once(self):
        found = assessed(case(expenditure=[bill("5000", "2000"), bill("5000", "2000")]))
        self.assertEqual(found["rigid"], Interval.exactly(300_000))

    def test_figures_below_zero_round_away_from_zero(self):
        found = assessed(case(expenditure=[bill("30000.12", "0")]))
        self.assertEqual(str(found["perCapitaActual"][0]), "-0.01")


class Rules(unittest.TestCase):
    def test_each_change_has_its_rule_and_its_verdict(self):
        changes = [
            ({"affiliated": False}, "AFFILIATION", "fail"),
            ({"universalBenefitsUsed": False}, "EXHAUSTION", "fail"),
            ({"otherAidExhausted": None}, "EXHAUSTION", "unknown"),
            ({"exclusionDues": True}, "CONDUCT_DUES", "fail"),
            ({"exclusionDues": None}, "CONDUCT_DUES", "unknown"),
            ({"hardshipCause": "其他"}, "CAUSE", "pass"),
            ({"hardshipCause": None}, "CAUSE", "unknown"),
            ({"noticeTo": "2015-06-24"}, "PROCEDURE", "unknown"),
            ({"sealed": False}, "PROCEDURE", "unknown"),
            ({"previouslyHelpedOn": "2014-06-16"}, "FREQUENCY", "fail"),
            ({"previouslyHelpedOn": "2014-06-15"}, "FREQUENCY", "pass"),
            ({"applicantId": "5.13299E+17"}, "UNIQUE", "unknown"),
            ({"applicantId": "513299750306013"}, "UNIQUE", "pass"),
        ]
        for change, rule, verdict in changes:
            with self.subTest(rule=rule, change=change):
                self.assertEqual(assessed(case(change))["rules"][rule], verdict)

    def test_a_cause_that_the_policy_leaves_out_fails(self):
        narrow = {**SAMPLE_POLICY, "acceptedCauses": ["疾病"]}
        found = assessed(case({"hardshipCause": "其他"}), narrow)
        self.assertEqual(found["rules"]["CAUSE"], "fail")

    def test_a_survivor_is_a_parent_a_spouse_or_a_child_under_eighteen(self):
        def verdict(kin, number="513299199706150011"):
            number = number[:17] + check_digit(number[:17])
            change = {"applicantCategory": "遗属", "relationshipToDeceased": kin,
                      "deceasedAffiliated": True, "applicantId": number}
            return assessed(case(change))["rules"]["SURVIVOR_KIN"]

        self.assertEqual([verdict(kin) for kin in ("父母", "配偶", "其他", "未成年子女")],
                         ["pass", "pass", "fail", "fail"])
        self.assertEqual(verdict("未成年子女", "513299199706160011"), "pass")

    def test_a_certain_failure_decides_before_an_unknown(self):
        both = case({"universalBenefitsUsed": False, "sealed": None})
        self.assertEqual(assessed(both)["outcome"], "ineligible")

    def test_hardship_is_expenditure_where_only_the_deduction_meets_the_test(self):
        rich = members(("甲", {"wageIncome": "34000"}), ("乙", {"wageIncome": "0"}))
        self.assertEqual(assessed(case())["hardshipType"], "income")
        found = assessed(case(members=rich, expenditure=[bill("9000", "0")]))
        self.assertEqual(found["hardshipType"], "expenditure")


if __name__ == "__main__":
    unittest.main()
