"""The fund's income: 一日捐 by unit and year, 党费划拨, 其他党内捐款, 利息; amounts in fen."""

from dataclasses import replace

from ..rounds import UNITS_2015
from .course import Fact
from .people import draw

YEARS = ("2013", "2014", "2015")
# The average day's pay in fen around which the units' donations lie.
DAY_PAY = {"2013": 12900, "2014": 13800, "2015": 14700}
ALLOCATIONS = [
    ("2013-05-10", "党费划拨", 380_000_00), ("2013-07-01", "其他党内捐款", 58_600_00),
    ("2013-12-21", "利息", 2_316_42),
    ("2014-03-20", "党费划拨", 200_000_00), ("2014-06-30", "其他党内捐款", 31_250_50),
    ("2014-09-10", "党费划拨", 160_000_00), ("2014-12-21", "利息", 6_874_15),
    ("2015-03-18", "党费划拨", 200_000_00), ("2015-07-01", "其他党内捐款", 22_480_00),
    ("2015-09-09", "党费划拨", 170_000_00),
    # The man of 2013's car accident gives back.
    ("2015-11-27", "其他党内捐款", 5_000_00),
    ("2015-12-21", "利息", 9_203_78),
]


def roster(year):
    """The units as the year's roster states them, without applications."""
    age = 2015 - int(year)
    return [replace(unit, serving=unit.serving - draw(unit.code + year, 2 * age + 1),
                    retired=unit.retired - age, applications=[], late=[], files=[], layout="")
            for unit in UNITS_2015]


def donations(year):
    """What each unit's members gave; U17, whose Party relation is elsewhere, gave nothing."""
    for at, unit in enumerate(roster(year)):
        if not unit.affiliated:
            continue
        donors = unit.serving - draw(f"{unit.code}{year}away", max(2, unit.serving // 8))
        pay = DAY_PAY[year] + draw(f"{unit.code}{year}pay", 2400) - 1200
        day = f"{year}-06-{3 + draw(unit.code + year + 'day', 22):02d}"
        # An office sometimes writes a unit by its alias.
        name = unit.aliases.split("、")[0] if at % 7 == 3 else unit.name
        yield Fact("donations", day, {
            "submittingUnit": name, "unitCode": unit.code, "year": int(year), "donors": donors,
            "amount": donors * pay, "receivedOn": day})


def allocations(year):
    for day, source, fen in ALLOCATIONS:
        if day.startswith(year):
            yield Fact("allocations", day, {"source": source, "amount": fen, "receivedOn": day})


def general_notices(year):
    """募集公示 after the donations, 年度通报 of the year before in March."""
    channels = ("媒体", "党内") if year == "2013" else ("党内",)
    for channel in channels:
        yield Fact("notices", f"{year}-07-08", {
            "stage": "募集公示", "channel": channel, "from": f"{year}-07-08",
            "to": f"{year}-07-17"})
    if year != "2013":
        yield Fact("notices", f"{year}-03-10", {
            "stage": "年度通报", "channel": "党内", "from": f"{year}-03-10",
            "to": f"{year}-03-19"})


FORUMS = {
    "2014": ("2014-03-14", [
        ("州草畜改良站党支部", "拟帮扶对象在电视和报纸上公示，会暴露党员隐私，建议只在党内公示",
         "采纳，自2014年起改为党内公示"),
        ("帮扶对象代表", "希望长期患病家庭的帮扶不要中断", "采纳，列入长期性资助和跟进帮扶")]),
    "2015": ("2015-03-13", [
        ("州河谷水电厂党委", "建议回访时了解帮扶对象的新困难", "采纳，回访记录增加新困难一栏"),
        ("帮扶对象代表", "创业贴息手续较多，建议简化", "由各单位党组织协助办理")]),
}


def feedback(year):
    day, remarks = FORUMS.get(year, ("", []))
    for source, content, response in remarks:
        yield Fact("feedback", day, {"heldOn": day, "source": source, "content": content,
                                     "response": response})
