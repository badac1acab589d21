"""Small bad rounds, one folder per story."""

from .files import delimited, spreadsheet
from .grid import Cell, Sheet, grid
from .identity import P
from .rounds import ROSTER_NAME, roster, write
from .tables import Unit, app

GOOD = Unit("H01", "州好表格中心", "事业", 20, 5)
BAD = Unit("H02", "州坏表格中心", "事业", 20, 5)

_COLUMNS = ("申报编号 姓名 身份证号码 申报类别 家庭人口 家庭年收入 致困原因 已享受普惠政策 已接受各类捐助 "
            "无故不参加组织生活 不按时交纳党费 不做党所分配的工作 言行不符合党员要求 不认真履行岗位职责 "
            "未购买相关保险致困 核实日期 公示开始日期 公示结束日期 党组审定日期 是否签章 证明材料 申报日期")


def _one(number, person, **fields):
    return app(number, person, "在职", "2015-09-07", "就业人员少", "", "", "", householdSize=2,
               declaredAnnualIncome=28800, evidence="申请书、身份证复印件、收入证明", **fields)


GOOD_ONE = _one("H15-01-001", P("向明远", 19760116, 31))
BAD_ONE = _one("H15-02-001", P("杜春生", 19781112, 53))


def _grid(application):
    return grid(Sheet("applications", "申报表", _COLUMNS), [application])


def _good(folder):
    write(folder / GOOD.name / "申报表.csv", delimited(_grid(GOOD_ONE), "utf-8-sig"))


def _story(folder, units):
    write(folder / ROSTER_NAME, delimited(roster(units), "utf-8-sig"))


def write_hostile(root):
    empty(root / "empty")
    truncated(root / "truncated-xml")
    entity_bomb(root / "entity-bomb")
    binary(root / "binary-csv")
    unknown_form(root / "unknown-form")
    unit_not_in_roster(root / "unit-not-in-roster")
    no_roster(root / "no-roster")
    write(root / "README.md", README)


def empty(folder):
    write(folder / ".gitkeep", "")


def truncated(folder):
    _story(folder, [GOOD, BAD])
    _good(folder)
    whole = spreadsheet([("申报表", _grid(BAD_ONE))])
    write(folder / BAD.name / "申报表.xml", whole[:len(whole) * 4 // 5])


def entity_bomb(folder):
    """Ten entities of ten each: a billion words if anyone expands them."""
    _story(folder, [GOOD, BAD])
    _good(folder)
    entities = ['<!ENTITY a0 "申报">'] + [
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10)]
    declared = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE Workbook [\n' + "\n".join(
        entities) + "\n]>\n"
    book = spreadsheet([("申报表", _grid(BAD_ONE))]).decode("utf-8").split("\n", 1)[1]
    write(folder / BAD.name / "申报表.xml", declared + book.replace("就业人员少", "&a9;"))


def binary(folder):
    """A picture's bytes under a .csv name."""
    _story(folder, [GOOD, BAD])
    _good(folder)
    body = bytes((index * 73 + index // 7) % 256 for index in range(4096))
    write(folder / BAD.name / "申报表.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + body)


def unknown_form(folder):
    _story(folder, [BAD])
    rows = [("车牌号码", "车辆型号", "行驶里程", "保养日期", "驾驶班组"),
            ("川U00001", "越野车", "82000", "2015-03-12", "一班"),
            ("川U00002", "客车", "143500", "2015-04-02", "二班")]
    cells = [{at: Cell(text) for at, text in enumerate(row)} for row in rows]
    write(folder / BAD.name / "台账.csv", delimited(cells))


def unit_not_in_roster(folder):
    _story(folder, [GOOD])
    _good(folder)
    write(folder / BAD.name / "申报表.csv", delimited(_grid(BAD_ONE), "gb18030"))


def no_roster(folder):
    _good(folder)


README = """# Bad rounds

One folder per story; every person is fictitious (area code 513299). All of them must end without a
crash, within the usual memory, and with a message that names file and remedy. Exit codes as in the
contract, section 5: 1 when something is quarantined and the rest published, 3 when nothing in the
input is usable. `scripts/write-sample-round.py` writes these files.

| folder | what is wrong | what must happen | exit |
|---|---|---|---|
| `empty/` | nothing but `.gitkeep` | no usable input; nothing published | 3 |
| `truncated-xml/` | 州坏表格中心's workbook ends in the middle of a row | the file is quarantined with the place where it ends and none of its rows enters the round; 州好表格中心 (1 application, eligible) is published | 1 |
| `entity-bomb/` | 州坏表格中心's workbook declares nested entities (10^9 words when expanded) | refused for its document type declaration before anything is expanded; the good unit is published | 1 |
| `binary-csv/` | 州坏表格中心's 申报表.csv is a PNG | quarantined as not being text; the good unit is published | 1 |
| `unknown-form/` | the only file is a vehicle ledger, which fits no form | no form recognised, the nearest one named; nothing usable | 3 |
| `unit-not-in-roster/` | 州坏表格中心 is in no roster; its file itself is in order | the unit is quarantined with an error; the good unit is published | 1 |
| `no-roster/` | one unit in order, no roster anywhere | every unit is unknown, so nothing is usable; with a roster named by the pipeline file it would be | 3 |

The good application is the same in all of them: 州好表格中心 H15-01-001, D = 28,800, n = 2, 1,200.00
yuan per head, line 1,380 (2015-09-07), eligible.
"""
