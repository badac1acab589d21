"""From records to a grid of cells: titles, unit lines, headers, totals, spare rows, footers."""

from dataclasses import dataclass, field
from decimal import Decimal

from .headers import DATES, MONEY, YEARLY, field_of, parts
from .tables import UNREADABLE

LETTERS = "甲乙丙丁戊己庚辛"
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
FLAGS = {"是否": ("是", "否"), "有无": ("有", "无"), "√×": ("√", "×"), "☑□": ("☑", "□"),
         "YN": ("Y", "N"), "10": ("1", "0")}


@dataclass(frozen=True)
class Cell:
    text: str
    kind: str = "String"
    across: int = 0
    down: int = 0


@dataclass
class Sheet:
    """One table of one file and how its office lays it out."""

    form: str
    name: str
    columns: str
    title: str = ""
    unit_line: tuple = ()
    dates: str = "iso"
    flags: str = "是否"
    money: str = "plain"
    scale: str = "元"
    monthly: bool = False
    member_columns: str = ""
    merge_blocks: bool = False
    also: dict = field(default_factory=dict)
    numbering: str = ""
    spare_rows: int = 0
    total: bool = False
    wrong_total: dict = field(default_factory=dict)
    subtotals: bool = False
    footer: tuple = ()
    stray: tuple = ()
    only_corrections: bool | None = None


@dataclass(frozen=True)
class Column:
    header: str
    field: str | None
    form: str

    @property
    def group(self):
        return parts(self.header)[0]

    @property
    def leaf(self):
        return parts(self.header)[1]


def columns_of(sheet):
    own = [Column(header, sheet.also.get(header) or field_of(header, sheet.form), sheet.form)
           for header in sheet.columns.split()]
    block = [Column(header, field_of(header, "members"), "members")
             for header in sheet.member_columns.split()]
    return own + block


def grid(sheet, applications):
    """Rows of {column: Cell}, in the sheet's order."""
    columns = columns_of(sheet)
    rows = []
    if sheet.title:
        rows.append({0: Cell(sheet.title, across=len(columns) - 1)})
    if sheet.unit_line:
        rows.append(spread(sheet.unit_line, len(columns)))
    rows += header_rows(columns)
    if sheet.numbering:
        rows.append(numbering_row(sheet.numbering, len(columns)))
    rows += body_rows(sheet, columns, applications)
    for note in sheet.footer:
        rows.append({0: Cell(note)} if isinstance(note, str) else spread(note, len(columns)))
    return rows


def spread(texts, width):
    """A line of several texts over the width of the table."""
    step = max(1, width // len(texts))
    return {index * step: Cell(text) for index, text in enumerate(texts)}


def header_rows(columns):
    if not any(column.group for column in columns):
        return [{index: Cell(column.header) for index, column in enumerate(columns)}]
    upper, lower = {}, {}
    index = 0
    while index < len(columns):
        group = columns[index].group
        if not group:
            upper[index] = Cell(columns[index].header, down=1)
            index += 1
            continue
        end = index
        while end < len(columns) and columns[end].group == group:
            lower[end] = Cell(columns[end].leaf)
            end += 1
        upper[index] = Cell(group, across=end - index - 1)
        index = end
    return [upper, lower]


def numbering_row(kind, width):
    if kind == "栏次":
        return {0: Cell("栏次"), **{i: Cell(str(i), "Number") for i in range(1, width)}}
    texts = {i: Cell(LETTERS[i]) for i in range(2)}
    return {**texts, **{i: Cell(str(i - 1), "Number") for i in range(2, width)}}


# Data rows


def body_rows(sheet, columns, applications):
    rows, sums, number = [], Sums(sheet, columns), 0
    for application in chosen(sheet, applications):
        records = records_of(sheet.form, application)
        if sheet.member_columns:
            number += 1
            rows += block(sheet, columns, application, number)
            continue
        for record in records:
            number += 1
            rows.append(row_of(sheet, columns, record, number))
            sums.add(record)
        if sheet.subtotals and records:
            rows.append(sums.subtotal_row())
    for record in sheet.stray:
        number += 1
        rows.append(row_of(sheet, columns, {"text": record}, number))
    for _ in range(sheet.spare_rows):
        number += 1
        rows.append(row_of(sheet, columns, {"text": {}}, number))
    if sheet.total:
        rows.append(sums.total_row())
    return rows


def chosen(sheet, applications):
    """First filings, corrections, or both."""
    if sheet.only_corrections is None:
        return applications
    return [one for one in applications
            if bool(one.fields.get("correction")) == sheet.only_corrections]


def records_of(form, application):
    """The application's records of one form; members and items carry their household key."""
    head = {**application.fields, "text": application.text}
    if form == "applications":
        return [head]
    key = {name: head.get(name) for name in ("applicationNumber", "applicantId", "applicantName")}
    key_text = {name: application.text[name] for name in key if name in application.text}
    return [{**key, **record, "text": {**key_text, **record["text"]}}
            for record in getattr(application, form)]


def block(sheet, columns, application, number):
    """The applicant's row followed by the other members' rows, applicant cells blank or merged."""
    head = records_of("applications", application)[0]
    members = records_of("members", application)
    rows = []
    for index, member in enumerate(members):
        row = {}
        for at, column in enumerate(columns):
            record = member if column.form == "members" else head
            if record is head and index > 0:
                continue
            cell = cell_of(sheet, column, record, number)
            if record is head and sheet.merge_blocks:
                cell = Cell(cell.text if cell else "", cell.kind if cell else "String",
                            down=len(members) - 1)
            if cell:
                row[at] = cell
        rows.append(row)
    return rows


def row_of(sheet, columns, record, number):
    cells = {at: cell_of(sheet, column, record, number) for at, column in enumerate(columns)}
    return {at: cell for at, cell in cells.items() if cell}


def cell_of(sheet, column, record, number):
    """What the office wrote for a field: its slip if there is one, else the value in its style."""
    written = record["text"].get(column.field or column.header)
    if written is not None:
        return Cell(written, "Number" if written.startswith("5.13299") else "String")
    if column.header == "序号":
        return Cell(str(number), "Number")
    value = record.get(column.field)
    if value is None or value == UNREADABLE:
        return None
    if column.field in MONEY:
        return Cell(money(sheet, column, value), "Number" if sheet.money == "plain" else "String")
    if column.field in DATES:
        return dated(sheet.dates, value)
    if isinstance(value, bool):
        return Cell(FLAGS[sheet.flags][0 if value else 1])
    return Cell(str(value), "Number" if isinstance(value, int) else "String")


def money(sheet, column, value):
    """An amount in the scale and period that the header or the sheet states."""
    amount = Decimal(str(value))
    leaf = column.leaf
    if column.field in YEARLY and ("/月" in leaf or sheet.monthly and "年" not in leaf):
        amount = exact_quotient(amount, 12)
    if "万元" in leaf or sheet.scale == "万元" and "元" not in leaf:
        amount = amount / 10000
    if sheet.money == "two":
        return f"{amount:.2f}"
    if sheet.money == "comma":
        return f"{amount:,.2f}"
    plain = f"{amount:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return plain.translate(FULL_WIDTH) if sheet.money == "wide" else plain


def exact_quotient(amount, divisor):
    quotient = (amount / divisor).quantize(Decimal("0.01"))
    if quotient * divisor != amount:
        raise ValueError(f"{amount} a year is not a whole number of fen a month")
    return quotient


def dated(style, iso):
    year, month, date = iso.split("-")
    if style == "excel":
        return Cell(f"{iso}T00:00:00.000", "DateTime")
    short = f"{int(month)}", f"{int(date)}"
    return Cell({
        "iso": iso, "zh": f"{year}年{short[0]}月{short[1]}日", "compact": year + month + date,
        "dot": f"{year}.{short[0]}.{short[1]}", "slash": f"{year}/{short[0]}/{short[1]}"}[style])


class Sums:
    """Running sums of a sheet's money columns for its 小计 and 合计 rows."""

    def __init__(self, sheet, columns):
        self.sheet, self.columns = sheet, columns
        self.money = {at: column for at, column in enumerate(columns) if column.field in MONEY}
        self.all = {at: Decimal(0) for at in self.money}
        self.part = dict(self.all)

    def add(self, record):
        for at, column in self.money.items():
            value = record.get(column.field)
            if value not in (None, UNREADABLE):
                self.all[at] += Decimal(str(value))
                self.part[at] += Decimal(str(value))

    def subtotal_row(self):
        row = self.row("小计", self.part)
        self.part = {at: Decimal(0) for at in self.money}
        return row

    def total_row(self):
        wrong = self.sheet.wrong_total
        sums = {at: Decimal(str(wrong.get(self.columns[at].field, value)))
                for at, value in self.all.items()}
        return self.row("合计", sums)

    def row(self, label, sums):
        kind = "Number" if self.sheet.money == "plain" else "String"
        cells = {at: Cell(money(self.sheet, self.columns[at], value), kind)
                 for at, value in sums.items()}
        return {0: Cell(label), **cells}
