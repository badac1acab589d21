"""The office's forms as files: one for each step and occasion, CSV or SpreadsheetML."""

from dataclasses import dataclass

from ..files import delimited, spreadsheet
from ..grid import Cell, dated

TITLES = {
    "verifications": "再次核实", "proposals": "拟帮扶名单", "notices": "公示记录", "objections": "公示异议",
    "events": "情况变更", "decisions": "审批结果", "disbursements": "资金拨付", "visits": "回访记录",
    "donations": "一日捐", "allocations": "党费划拨及其他", "adjudications": "重复认定", "feedback": "意见建议"}
# field:header, or field:header/alias for the years in which the office wrote another word.
COLUMNS = {
    "verifications": "caseId:个案编号 verifiedOn:核实日期/核实时间 place:核实地点 participants:参加人/参加人员 "
    "verifiedAnnualIncome:核实家庭年收入 verifiedExpenditure:核实支出 finding:核实情况 conclusion:结论/核实结论",
    "proposals": "caseId:个案编号/个案号 measure:帮扶方式/拟帮扶方式 amount:金额/拟帮扶金额 months:月数 proposedOn:拟定日期",
    "notices": "stage:阶段/公示阶段 channel:渠道/公示渠道 from:公示开始日期/公示起 to:公示结束日期/公示止 caseIds:个案编号",
    "objections": "caseId:个案编号 receivedOn:日期/收到日期 content:内容/异议内容 handling:处理情况 handledOn:处理日期",
    "events": "caseId:个案编号/个案号 event:情况变更/变更事项 happenedOn:发生日期 followUpContact:跟踪联系人/联系人 reason:原因",
    "decisions": "caseId:个案编号 decision:审批结果/审批意见 measure:帮扶方式 amount:金额/批准金额 startOn:起始日期 "
    "months:月数 decidedOn:审批日期 documentNumber:文号 reason:原因",
    "disbursements": "caseId:个案编号/个案号 amount:金额/拨付金额 paidOn:拨付日期 voucher:凭证号",
    "visits": "caseId:个案编号 visitedOn:回访日期/回访时间 means:方式/回访方式 relief:困难缓解 conduct:工作表现 "
    "newDifficulty:新困难 recommendation:建议 visitor:回访人",
    "donations": "submittingUnit:申报单位/捐款单位 year:年度 donors:参捐人数 amount:金额/捐款金额 receivedOn:日期/到账日期 "
    "voucher:凭证号",
    "allocations": "source:来源/资金来源 amount:金额 receivedOn:日期/到账日期 voucher:凭证号",
    "adjudications": "pairId:重复对编号 verdict:认定 decidedOn:认定日期 decidedBy:认定人 reason:原因",
    "feedback": "heldOn:召开日期 source:来源/提出单位 content:内容 response:答复"}
MONEY = {"amount", "verifiedAnnualIncome", "verifiedExpenditure"}
BY_MONTH = {"events", "visits", "disbursements", "decisions", "notices"}
# How the offices' clerks save their sheets, in turn.
STYLES = (("utf-8-sig", "iso"), ("excel", "excel"), ("gb18030", "slash"), ("utf-8", "zh"))


@dataclass(frozen=True)
class OfficeFile:
    name: str
    content: bytes
    facts: tuple


def files_of(chronicle, year):
    """The year's files in the order of their first days."""
    groups = {}
    for fact in chronicle.of(year):
        groups.setdefault(group_of(fact), []).append(fact)
    ordered = sorted(groups.items(), key=lambda entry: (entry[1][0].day, entry[0]))
    return [office_file(chronicle, name, facts, STYLES[at % len(STYLES)])
            for at, (name, facts) in enumerate(ordered)]


def group_of(fact):
    """What goes into one file: a form's year, or its month where other steps lie between."""
    if fact.form in ("proposals", "notices") and "2014-09" <= fact.day < "2014-10":
        return "拟帮扶材料"
    if fact.form == "events" and fact.values["event"] == "指定联系人":
        return f"联系人{fact.day[5:7]}月"
    if fact.form == "objections" and fact.values["handledOn"]:
        return "公示异议处理"
    return TITLES[fact.form] + (f"{fact.day[5:7]}月" if fact.form in BY_MONTH else "")


def office_file(chronicle, name, facts, style):
    year = facts[0].day[:4]
    encoding, dates = style
    forms = sorted({fact.form for fact in facts}, key=list(COLUMNS).index)
    if len(forms) > 1:
        encoding, dates = "excel", "excel"
    sheets = [(TITLES[form], sheet(chronicle, form, year, dates,
                                   [fact for fact in facts if fact.form == form]))
              for form in forms]
    content = (spreadsheet(sheets) if encoding == "excel"
               else delimited(sheets[0][1], encoding))
    ending = ".xml" if encoding == "excel" else ".csv"
    return OfficeFile(f"{facts[0].day[5:].replace('-', '')}-{name}{ending}", content,
                      tuple(facts))


def sheet(chronicle, form, year, dates, facts):
    """A title, the headers with 序号, the rows, and 合计 under money that came in."""
    columns = [("", "序号"), *(column(one, year) for one in COLUMNS[form].split())]
    rows = [{0: Cell(f"{TITLES[form]}（{year}年）", across=len(columns) - 1)},
            {at: Cell(header) for at, (_, header) in enumerate(columns)}]
    records = records_of(chronicle, form, year, facts)
    for number, record in enumerate(records, 1):
        cells = {at: written(field, record, dates) for at, (field, _) in enumerate(columns)}
        cells[0] = Cell(str(number), "Number")
        rows.append({at: cell for at, cell in cells.items() if cell})
    if form in ("donations", "disbursements"):
        at = [field for field, _ in columns].index("amount")
        total = sum(record["amount"] for record in records)
        rows.append({0: Cell("合计"), at: Cell(yuan(total), "Number")})
    return rows


def column(text, year):
    """The field and its header; 2014 wrote the other word where there is one."""
    field, headers = text.split(":")
    words = headers.split("/")
    return field, words[-1] if year == "2014" else words[0]


def records_of(chronicle, form, year, facts):
    """Rows with case identifiers; the cases named in a notice of one period are one row."""
    if form != "notices":
        return [{**fact.values, "caseId": chronicle.identifiers.get(fact.handle)}
                for fact in facts]
    rows = {}
    for fact in facts:
        values = fact.values
        # Mass media in 2013; within the Party since the forum of March 2014.
        channel = values.get("channel") or ("媒体" if year == "2013" else "党内")
        key = values["stage"], channel, values["from"], values["to"]
        rows.setdefault(key, []).extend(
            [chronicle.identifiers[fact.handle]] if fact.handle else [])
    return [dict(zip(("stage", "channel", "from", "to", "caseIds"), (*key, "、".join(sorted(ids)))))
            for key, ids in rows.items()]


def written(field, record, dates):
    value = record.get(field)
    if value is None or value == "" or not field:
        return None
    if field in MONEY:
        return Cell(yuan(value), "Number")
    if field in ("from", "to") or field.endswith("On"):
        return dated(dates, value)
    return Cell(str(value), "Number" if isinstance(value, int) else "String")


def yuan(fen):
    whole, rest = divmod(fen, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)
