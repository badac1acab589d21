"""The history's README, its tables written from the content."""

from . import chronicle as book
from . import layouts, refused
from .fund import YEARS

HEAD = """# A worked history, 2013–2015

Three years of the programme with fictitious households: {applications} applications in three
rounds, {helped} households helped, {raised} yuan raised and {used} yuan used by the
end of 2015, {balance} left.
It reproduces the programme's published figures (more than 1.70 million yuan raised since 2013, more
than 680,000 used, 35 households) and nothing of its real cases. `make history` runs it from the
first intake to the third annual report and compares every total with `expected.csv`.

三年帮扶工作的完整样例：三期受理 {applications} 件，帮扶 {helped} 户，至2015年底筹集 {raised} 元、使用 {used} 元、
结余 {balance} 元，与公开数字（170余万元、68万余元、35户）相符。单位、人员、证件号码、电话、金额全部虚构
（身份证地址码用未启用的 513299），与任何真实单位和个人无关。

`scripts/write-history.py` writes every file here; change the tables in
`scripts/sample_round/history/`, never the files. Outcomes and totals are computed there in Python,
apart from the program.

## What lies where

| path | what it is |
|---|---|
| `rounds/<year>/` | what the units hand in by 31 August: roster, applications, members, bills, support |
| `office/<year>/` | what the office writes down in the year, one file for each step and occasion; the four digits are the month and day of its first row |
| `office/refused/` | one row of each illegal kind, see below; not part of the flow |
| `intake-<year>.yaml`, `rescreen-<year>.yaml`, `annual-report-<year>.yaml` | the runs of the year |
| `expected.csv` | quantity, year, key, value; amounts in fen; `all` sums over years or keys |
| `case-id.key` in each round | the sample's own key, so that the office's forms can name cases; a real key is never checked in |

A year goes: intake as of 31 August · verdicts on duplicates (4 September) · second verification
(9–18 September) · withdrawals (21 September) · proposals (23 September) · notice of 14 days
(25 September to 8 October) · first meeting (15 October), contacts (17 October), payments from
25 October on the 25th of a month · second meeting (12 November) · visits in December and calls in
June · exits on the day they happen · re-screening on 31 December · annual report in March. The
office's files are imported in the order of their names.

One case is one household here: whoever is helped again is helped by follow-on in the same case.

## The story

"""
STORY = """- **The widow.** {widow}, in her eighties, lives on the survivor's subsidy; her child lives apart and
  earns little. 600 yuan a month for three years, still running.
- **The man with skin cancer.** {cancer}; wife ill and out of work, daughter at primary school, his
  mother-in-law in the household. 30,000 yuan in three parts. When relatives help he reports it at
  once and asks to leave: the last 10,000 are never paid, and no longer promised.
- **The man of the car accident.** {crash} cannot work for a time; 25,000 yuan in two parts. Back at
  work, his case is closed in 2014; in November 2015 he gives the fund 5,000 yuan.
- **Once is not enough.** {surgery} has a second operation: follow-on help is opened in July 2014,
  verified, proposed, publicised and decided anew, and paid in October.
- **Publicity.** In 2013 the proposals stand in the mass media. The forum of March 2014 objects that
  this exposes members' privacy; since then the notice is made within the Party only.
- **Objections.** One proves true and the case is refused (2013); one is found untrue, is open at
  the first meeting and cleared before the second (2014); one is open at the end of 2015.
- **Duplicates.** A man in two units (2013), husband and wife for one household (2014), one filing
  twice (2015): decided 同一, the later one is merged. Two people of one name and birthday (2015):
  decided 不同.
- **Back again.** A household of 2013 asks again in 2015, lawfully, and is refused; one of 2014 asks
  again within 12 months and fails `FREQUENCY`.
- **Leaving.** Of their own wish, helped enough, died, moved away; one subsidy is suspended for a
  quarter and resumed.

"""
REFUSED = {
    "财政资金": "public money as a source", "超额拨付": "a payment of one fen more than approved",
    "未批先付": "a payment to a case that is not approved",
    "公示未满审批": "an approval before the notice has ended",
    "异议未结审批": "an approval while an objection is open",
    "回访已结案": "a visit to a closed case"}
SOURCES = ("一日捐", "党费划拨", "其他党内捐款", "利息")
MEASURES = ("一次性资助", "长期性资助", "临时性资助", "复合性资助", "创业帮扶")


def history_readme(chronicle, files, rows):
    value = {tuple(row[:3]): row[3] for row in rows}
    named = {handle.split("-", 1)[1]: case.application.name
             for handle, case in chronicle.cases.items() if handle.startswith("13-")}
    head = HEAD.format(
        applications=sum(value["applications", year, "all"] for year in YEARS),
        helped=value["households_helped", "all", "all"],
        raised=yuan(value["raised_fen", "all", "all"]),
        used=yuan(value["used_fen", "all", "all"]),
        balance=yuan(value["closing_balance_fen", "2015", "all"]))
    return "".join([
        head, STORY.format(**{key: named[key] for key in ("widow", "cancer", "crash", "surgery")}),
        figures(value), refusals(chronicle), units(), *(cases(chronicle, year) for year in YEARS)])


def yuan(fen):
    return f"{fen // 100:,}.{fen % 100:02d}"


def figures(value):
    """The fund's books and the households in one table."""
    lines = ["## Figures, in yuan\n\n| | 2013 | 2014 | 2015 | in all |\n|---|---:|---:|---:|---:|\n"]
    years = (*YEARS, "all")

    def line(label, quantity, key, shown, columns=years):
        cells = [shown(value.get((quantity, year, key), 0)) if year in columns else ""
                 for year in years]
        lines.append(f"| {label} | " + " | ".join(cells) + " |\n")

    for source in SOURCES:
        line(source, "raised_fen", source, yuan)
    line("**raised**", "raised_fen", "all", yuan)
    for measure in MEASURES:
        line(measure, "used_fen", measure, yuan)
    line("**used**", "used_fen", "all", yuan)
    line("**closing balance**", "closing_balance_fen", "all", yuan, YEARS)
    line("applications", "applications", "all", str, YEARS)
    line("households helped in the year", "households_helped", "all", str)
    line("of these for the first time", "households_first_helped", "all", str, YEARS)
    line("payments", "payments", "all", str)
    line("exits", "exits", "all", str)
    return "".join(lines) + "\n"


def refusals(chronicle):
    lines = ["## What must be refused\n\nEach file in `office/refused/` holds one row that breaks a "
             "rule after the history has run.\n\n| file | row |\n|---|---|\n"]
    for file, name in zip(refused.files_of(chronicle), refused.rows(chronicle)):
        lines.append(f"| `{file.name}` | {REFUSED[name]} |\n")
    return "".join(lines) + "\n"


def units():
    lines = ["## How the units write\n\n| layout | units | |\n|---|---|---|\n"]
    for name, layout in layouts.LAYOUTS.items():
        codes = " ".join(code for code, own in layouts.LAYOUT_OF.items() if own == name)
        lines.append(f"| {name} | {codes} | {layout.__doc__.strip()} |\n")
    return "".join(lines)


def cases(chronicle, year):
    lines = [f"\n## Round {year}\n\n| case | 申报编号 | name | applied | intake | what became of it "
             "| paid by 2015 | |\n|---|---|---|---|---|---|---:|---|\n"]
    for case in book.ROUNDS[year]:
        filed = case.application
        found = " ".join([case.outcome, case.fails, case.unknown]).strip()
        paid = sum(fact.values["amount"] for fact in chronicle.facts
                   if fact.form == "disbursements" and fact.handle == case.handle)
        lines.append(" | ".join([
            f"| {chronicle.identifiers[case.handle]}", filed.number, filed.name,
            filed.fields["applicationDate"], found, became(case),
            yuan(paid) if paid else "", case.shows.replace("\n", " ")]) + " |\n")
    return "".join(lines)


def became(case):
    course = case.course
    if case.handle in {second for _, second, word, _ in book.VERDICTS if word == "同一"}:
        return "merged"
    if course is None:
        return "–"
    if course.withdrawn:
        return "withdrawn"
    if course.late:
        return "proposed"
    if course.verdict is None:
        return f"verified: {course.found.conclusion}"
    if not course.is_approved:
        return {"不同意": "refused", "缓议": "put off"}[course.verdict]
    ends = [kind for _, kind, _ in sorted(course.events) if kind not in ("中止", "恢复")]
    return f"{course.grant.measure}{'；跟进帮扶' if course.follow_on else ''}" + (
        f"，{ends[-1]}" if ends else "")
