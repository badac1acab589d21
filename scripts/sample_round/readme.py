"""The sample round's README, its tables written from the content."""

from . import earlier_rounds
from .expected import assessments, figures, rules

HEAD = """# Sample round 2015

{applications} applications of {submitting} units as offices would hand them in, with the encodings,
layouts and slips met in practice. `scripts/write-sample-round.py` writes every file here; change
the tables in `scripts/sample_round/`, never the files. Every unit, person, number and event is
fictitious: identity numbers use the unassigned area code 513299 (with valid check digits unless a
slip says otherwise), telephone numbers are 1390000xxxx. Three cases are modelled on the three
people of the programme's published article (余xx, 刁xx, 各xx), with invented names and figures.

样例批次：{submitting} 个单位、{applications} 份申报，编码、表式和常见差错均仿照实际报送材料。单位、人员、证件号码、
电话、金额全部虚构（身份证地址码用未启用的 513299），与任何真实单位和个人无关。两个单位（U18、U19）未报送，
一个文件夹（州蜂业试验场）不在单位名册内。各份申报的预期结果见下表，机器可读的同一张表在
`samples/round-2015.expected.csv`。

As of 2015-12-31. Line: 1250 yuan a month from 2014-07-01, 1380 from 2015-07-01, `<=`, rate in force
on the application date. Notice of at least 5 days, both ends counted; 12 months after 上次受助时间;
`EVIDENCE` only warns; conduct rules are not applicable to survivors. Deducted: 医疗, 教育, 灾害损失,
残疾康复, 护理. Blank reimbursement is zero for 教育, 住房, 其他. Blank 月数 means 12 months for 工资,
津补贴, 养老金, 租金, 赡养费, 遗属补贴, 社保缴费, 个人所得税. Without a registry.

`case-id.key` is for the sample only, so that case ids are the same everywhere; a real key is made
at first use, is never checked in, and is read by nobody but its owner.

## Units

| unit | name | files | encoding and layout |
|---|---|---|---|
"""

SLIPS = """
Beside the folders lie `单位名册.csv` (the roster, all 19 units) and `补报汇总.csv` (UTF-8; two late
applications of U05 and U15, the unit named in the column 申报单位, once by an alias), and
`重复认定.csv` (what the office decided about two pairs of possible duplicates; the pairs' ids are
those of a run, stable because the round brings its own key).

## Slips, and what each should lead to

| slip | where | expected |
|---|---|---|
| number damaged by a spreadsheet | U03 `5.13299E+17`, U06 `5.1329919810712E+017`, U13 `…0000` tail | error at the cell, `UNIQUE` unknown, never repaired silently |
| wrong check digit | U11 拥忠卓玛 | error, `UNIQUE` unknown |
| 15-digit number | U02 马成英 | equal to its 18-digit form; no error |
| impossible date 2015-02-30 | U15 华尔丹·泽仁 核实日期 | error, `PROCEDURE` unknown |
| `12.5OO` (letters O) | U15, wage of 魏国富's wife | error, amount unknown, `INCOME_TEST` unknown |
| `0.38万元` in a yuan column | U13 已受资助 | 3,800 yuan |
| monthly figures | U03 header 元/月, U13 sheet 单位:元/月 | times 12 |
| 万元 | U04 sheets, U17 header | times 10,000 |
| unknown unit folder | 州蜂业试验场 | quarantined with an error (exit code 1) |
| unknown header with values | U14 `QQ号` | warning with the nearest known header |
| header nearly like a known one | U14 `家庭住扯` (text), U17 `家庭年收人` (money) | the first binds with a warning, the second never |
| member row that fits nobody | U15 田大勇 (户主 田小荷) | error at its first key cell, joins no one |
| repeated item row | U13 蒋文军, wages | counts once, with a problem at the later row |
| one benefit entered twice | U13 罗布桑珠 (support and reimbursement), U16 窦红梅 (income and support) | counts once |
| reimbursement above the bill | U13 杨树清 | error, interval 0 to 6,000 |
| blank reimbursement | U05 泽旺南木加 | interval 0 to 20,000 |
| 家庭人口 against the member list | U03 白玛曲珍 (still decides), U03 江村平措 (does not) | interval |
| declared total against its parts | U06 旦真甲 | interval |
| 合计 that is not the sum | U02 支出明细 (136,000 for 130,600) | problem; the 小计 rows are right |
| cell starting with `=` | U14 石勇 家庭住址 `=1+1` | text, written out so that no spreadsheet evaluates it |
| birth date against number | U14 尔玛木 | warning at the birth date |
| full-width digits | U12 余思琪 number, U14 尔玛木 income | read as digits |
| name written “石 勇”; two kinds of dot | U14; U15 华尔丹·泽仁 / 华尔丹・泽仁 | the same name |
| row with neither name nor number | U02, last row before the spare ones | rejected |
| unit line below the table; unit named by an alias | U14; U09, U11, U13, U16 | no warning |
| columns left out | U08 | unknown, to be corrected |

## Duplicates

| kind | records |
|---|---|
| `sameApplication` | B15-10-002 and B15-10-003 (U10, same day, so neither supersedes) |
| `sameApplicantOtherUnit` | B15-02-002 (U02, 15-digit) and B15-11-001 (U11, 18-digit): decided 同一, so the later one is `merged` and counted with the earlier |
| `sameApplicantOtherUnit` | B15-03-004 (U03, damaged number) and B15-14-001 (U14), same name and birth date |
| `sharedHousehold` | B15-01-004 (U01) and B15-09-001 (U09), husband and wife |
| `sameDeceased` | B15-12-001 and B15-12-002 (U12), widow and mother of 陈永福; lawful |
| `sharedContact` | 白马央金 (U08) and 三郎措 (U15), 13900000803; decided 不同 |
| `renewal` | B15-16-001 (U16) and B13-16-001 of `samples/round-2013` (25 months) |
| `tooSoon` | B15-16-002 (U16) and B14-16-001 of `samples/round-2014` (8 months) |
| supersedes (no pair) | B15-10-001 (U10): 更正.csv of 2015-05-06 replaces the filing of 2015-04-08 (wages 48,000 → 42,000) |

## Applications

D, S, R in yuan for the window of 12 months before the month of application, n persons;
per head and month = (D + S − R) ÷ 12 ÷ n, rounded half up to 0.01. `a..b` is an interval, `a..` one
that only the policy's bound closes.

| unit | 申报编号 | name | date | what it shows | D | S | R | n | disposable | actual | line | outcome |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
"""

READINGS = """
## How the contract was read where it leaves room

1. An amount proved to be entered twice as support and as reimbursement stays the reimbursement:
   R is net of it and S leaves it out (D + S − R is the same either way).
2. “Only the kind agrees” means 医疗救助 beside a reimbursed 医疗 bill and 教育 beside a reimbursed 教育
   bill; no other pair.
3. Support whose amount equals a 救助金 income item of the household is already in D.
4. A declared total or household totals that differ from the parts make the interval over both.
5. An item of a member fills a component: the member's other blank components are zero.
6. An unreadable cell is not blank, so it is never assumed to be zero.
7. The first day on which a person may be helped again is 上次受助时间 plus 12 months.
8. Cause 其他 passes `CAUSE`: the policy accepts it, and no family is refused for a word. So no case
   of the round fails `CAUSE`; under a policy that leaves 其他 out 吴正华 (U11) and 严冬生 (U16) do.
9. An application whose filing was superseded has no row of its own.
"""


def round_readme(units, unknown_unit):
    rows = assessments(units)
    standing = [one for one in rows if not one[1].superseded]
    submitting = sum(bool(unit.files) for unit in units)
    parts = [HEAD.format(applications=len(standing), submitting=submitting)]
    for unit in [*units, unknown_unit]:
        names = "<br>".join(f"`{name}`" for name, _, _ in unit.files) or "–"
        parts.append(f"| {unit.code or '–'} | {unit.name} | {names} | {unit.layout} |\n")
    parts.append(SLIPS)
    parts += [application_row(*one) for one in rows]
    parts.append(earlier())
    parts.append(READINGS)
    return "".join(parts)


def application_row(unit, application, result):
    disposable, actual = result["perCapitaDisposable"], result["perCapitaActual"]
    verdict = result["outcome"]
    if application.superseded:
        verdict = f"superseded (would be {verdict})"
    for label, found in (("fails", rules(result, "fail")), ("unknown", rules(result, "unknown"))):
        conduct = [rule for rule in found if rule.startswith("CONDUCT_")]
        if len(conduct) == 6:
            found = ["six CONDUCT_…", *(rule for rule in found if rule not in conduct)]
        verdict += f"; {label} {', '.join(found)}" if found else ""
    income, support, rigid, size = figures(result).split()
    cells = (unit.code, application.number or "–", application.name,
             application.fields["applicationDate"], application.shows, income, support, rigid,
             size, both(disposable), both(actual), str(result["threshold"] // 100), verdict)
    return "| " + " | ".join(cells) + " |\n"


def both(ends):
    low, high = ends
    if low == high:
        return str(low)
    return f"{low}..{'' if high is None else high}"


def earlier():
    lines = ["\n## Earlier rounds\n\n`samples/round-2013` (2 units) and `samples/round-2014` "
             "(1 unit), each with its own roster, hold the filings that 2015 is compared with.\n\n"
             "| round | unit | 申报编号 | name | date | in 2015 |\n|---|---|---|---|---|---|\n"]
    for year, units in (("2013", earlier_rounds.ROUND_2013), ("2014", earlier_rounds.ROUND_2014)):
        for unit in units:
            for one in unit.applications:
                lines.append(f"| {year} | {unit.code} {unit.name} | {one.number} | {one.name} | "
                             f"{one.fields['applicationDate']} | {one.shows} |\n")
    return "".join(lines)
