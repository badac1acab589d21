"""Writes rounds of units to folders."""

from . import earlier_rounds, units_2015_a, units_2015_b, units_2015_c
from .files import delimited, spreadsheet
from .grid import Cell, grid

UNITS_2015 = units_2015_a.UNITS + units_2015_b.UNITS + units_2015_c.UNITS
ROUNDS = {"round-2013": earlier_rounds.ROUND_2013, "round-2014": earlier_rounds.ROUND_2014,
          "round-2015": UNITS_2015}
ROSTER_NAME = "单位名册.csv"


def write_round(folder, units):
    """The units' folders and their roster."""
    write(folder / ROSTER_NAME, delimited(roster(units), "utf-8-sig"))
    for unit in units:
        write_unit(folder / unit.name, unit)


def write_unit(folder, unit):
    for name, encoding, sheets in unit.files:
        write(folder / name, encoded(encoding, sheets, unit.applications))


def write_late_file(folder, units):
    """One file beside the folders whose rows name their unit."""
    name, encoding, sheet = units_2015_c.LATE_FILE
    late = [application for unit in units for application in unit.late]
    write(folder / name, encoded(encoding, [sheet], late))


def encoded(encoding, sheets, applications):
    """A file's bytes: a SpreadsheetML dialect, or one sheet of delimited text."""
    grids = [(sheet.name, grid(sheet, applications)) for sheet in sheets]
    if encoding in ("excel", "prefixed", "libreoffice"):
        return spreadsheet(grids, encoding)
    rows = grids[0][1]
    if encoding == "utf-16le":
        return delimited(rows, encoding, "\t")
    if encoding == "tsv":
        return delimited(rows, "utf-8", "\t")
    if encoding == "utf-8-lf":
        return delimited(rows, "utf-8", newline="\n")
    return delimited(rows, encoding)


def roster(units):
    headers = ("单位代码", "单位名称", "别名", "单位类型", "在职党员数", "退休党员数", "组织关系在工委")
    rows = [(unit.code, unit.name, unit.aliases, unit.kind, str(unit.serving), str(unit.retired),
             "是" if unit.affiliated else "否") for unit in units]
    return [{at: Cell(text) for at, text in enumerate(row)} for row in [headers, *rows]]


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
