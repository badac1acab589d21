#!/usr/bin/env python3
"""Compares what `bangfu` reads of binary XLS files with xlrd, and rounds as XLS with themselves.

    scripts/compare-xls.py .build/release/bangfu [FILE.xls ...]

Without files the whole comparison is made: the sample round and a generated one are turned into XLS
(workbooks by LibreOffice, texts by xlwt) and into XLSX (by LibreOffice and openpyxl), every cell of
every XLS is compared with xlrd's, and the rosters of the rounds as they are, as XLS and as XLSX are
compared but for the names of files. What LibreOffice itself reads otherwise (it moves cells below
merged headers in SpreadsheetML that leaves their places out) differs in XLS and XLSX alike. At the end 65,536 rows of 20 columns are read by both, for speed. Exit code 1 where anything differs.
"""

import csv
import datetime
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
import xlrd
import xlwt

ROOT = Path(__file__).resolve().parent.parent
SAME = ["case_id", "unit_code", "applicant_name", "applicant_id_masked", "category", "household_size",
        "disposable_income_yuan", "support_received_yuan", "rigid_expenditure_yuan",
        "per_capita_actual_yuan_month", "hardship_type", "outcome", "failed_rules", "unknown_rules",
        "duplicate_cluster"]


def script(name):
    spec = importlib.util.spec_from_file_location("part", ROOT / "scripts" / name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MEASURE = script("measure-xlsx.py")


def meant(book, cell):
    """The text that a cell should give, from what xlrd reads; a number stays a number."""
    kind, value = cell.ctype, cell.value
    if kind == xlrd.XL_CELL_DATE:
        moment = xlrd.xldate.xldate_as_datetime(value, book.datemode)
        moment = (moment + datetime.timedelta(microseconds=500)).replace(
            microsecond=(moment + datetime.timedelta(microseconds=500)).microsecond // 1000 * 1000)
        if value < 1:
            return str(moment.time())
        return str(moment.date()) if moment.time() == datetime.time() else moment.isoformat()
    if kind == xlrd.XL_CELL_BOOLEAN:
        return str(int(value))
    if kind == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(value, "?")
    return value


def is_same(one, other):
    if isinstance(one, float):
        try:
            return float(other) == one
        except ValueError:
            return False
    shown = other[1:] if other.startswith("'") and not one.startswith("'") else other
    return one.replace("\r\n", "\n") == shown.replace("\r\n", "\n")


def compare_cells(program, path):
    """Cells compared and those that differ, of one file."""
    book = xlrd.open_workbook(path, formatting_info=True, logfile=open(os.devnull, "w"))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "cells", str(path), "--output", folder], check=True,
                       stdout=subprocess.DEVNULL)
        made = sorted(Path(folder).glob("*.csv"), key=lambda file: int(
            file.stem[len(path.stem) + 1:].split("-")[0] or 1) if book.nsheets > 1 else 1)
        assert len(made) == book.nsheets, (path, len(made), book.nsheets)
        count = 0
        wrong = []
        for sheet, file in zip(book.sheets(), made):
            with open(file, encoding="utf-8-sig", newline="") as opened:
                rows = list(csv.reader(opened))
            for row in range(sheet.nrows):
                for column in range(sheet.ncols if row < sheet.nrows else 0):
                    if column >= sheet.row_len(row):
                        break
                    value = meant(book, sheet.cell(row, column))
                    read = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
                    if isinstance(value, str) and not value.strip():
                        value = ""
                    count += value != ""
                    if not is_same(value, read):
                        wrong.append(f"{path.name} {sheet.name} {row + 1},{column + 1}: "
                                     f"{value!r} {read!r}")
        return count, wrong


def text_rows(path):
    """The rows of a delimited text of the samples."""
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        if encoding == "utf-16" and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    lines = text.splitlines()
    separator = max("\t,;|", key=lambda mark: sum(mark in line for line in lines[:20]))
    return list(csv.reader(text.splitlines(keepends=True), delimiter=separator))


def converted(source, target):
    """Writes a submission as XLS or XLSX: a workbook by LibreOffice, a text by xlwt or openpyxl."""
    kind = {".xls": "xls:MS Excel 97", ".xlsx": "xlsx:Calc MS Excel 2007 XML"}[target.suffix]
    if source.suffix in (".xml", ".fods", ".xlsx", ".ods"):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["soffice", f"-env:UserInstallation=file://{tempfile.gettempdir()}/lo-xls",
                            "--headless", "--convert-to", kind, "--outdir", folder,
                            str(source)], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            shutil.move(Path(folder) / (source.stem + target.suffix), target)
        return
    if target.suffix == ".xls":
        book = xlwt.Workbook(encoding="utf-8")
        sheet = book.add_sheet("Sheet1")
    else:
        book = openpyxl.Workbook()
    for row, cells in enumerate(text_rows(source)):
        for column, text in enumerate(cells):
            if text and target.suffix == ".xls":
                sheet.write(row, column, text)
            elif text:
                place = book.active.cell(row + 1, column + 1, text)
                place.data_type = "s"
    book.save(str(target))


def turned(source, target, suffix):
    """The whole round in another format; record XML, which LibreOffice does not open, stays."""
    made = []
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_dir():
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix in (".md", ".key", ".yaml"):
            shutil.copy(path, place)
            continue
        try:
            converted(path, place.with_suffix(suffix))
            made.append(place.with_suffix(suffix))
        except FileNotFoundError:
            shutil.copy(path, place)
    return made


def roster(program, folder, place):
    subprocess.run(
        [program, "run", str(ROOT / "pipelines/annual-intake.yaml"), "--input", str(folder),
         "--output", str(place), "--registry", str(place) + ".sqlite", "--as-of", "2015-10-31",
         "--earlier-rounds", str(place) + ".none", "--no-dossiers", "--quiet"], check=False)
    with open(place / "latest" / "roster.csv", encoding="utf-8-sig", newline="") as opened:
        return sorted([[row[name] for name in SAME] for row in csv.DictReader(opened)])


def compare_round(program, name, source, folder):
    """The XLS files made, and whether the roster differs from that of XLSX."""
    made = turned(source, folder / f"{name}.xls", ".xls")
    turned(source, folder / f"{name}.xlsx", ".xlsx")
    rosters = []
    for kind, place in [("as", source), ("xls", folder / f"{name}.xls"),
                        ("xlsx", folder / f"{name}.xlsx")]:
        output = folder / f"{name}-{kind}-out"
        Path(str(output) + ".none").mkdir()
        rosters.append(roster(program, place, output))
    print(f"round {name}: {len(made)} files as XLS, the others are record XML and stay; "
          f"applications {[len(one) for one in rosters]}")
    for title, one, other in [("as it is and XLS", rosters[0], rosters[1]),
                              ("XLSX and XLS", rosters[2], rosters[1])]:
        differing = [pair for pair in zip(one, other) if pair[0] != pair[1]]
        print(f"  rows of the roster that differ between {title}: {len(differing)}")
        for pair in differing[:5]:
            print("    ", [(key, a, b) for key, a, b in zip(SAME, *pair) if a != b])
    return made, bool(differing) or len({len(one) for one in rosters}) > 1


def write_large(path):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("large")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for number in range(65_536):
        for column, value in enumerate(MEASURE.row(number)):
            if isinstance(value, datetime.date):
                sheet.write(number, column, value, day)
            else:
                sheet.write(number, column, value)
    book.save(str(path))


def measure(program, folder):
    path = folder / "large.xls"
    # In a process of its own, whose memory is not taken for that of the readers.
    subprocess.run([sys.executable, __file__, "--write-large", str(path)], check=True)
    print(f"65,536 rows, {path.stat().st_size / 1e6:.1f} MB, load {os.getloadavg()[0]:.1f}")
    MEASURE.report("bangfu cells", 65_536, MEASURE.measured(
        [program, "cells", str(path), "--output", str(folder)]))
    MEASURE.report("xlrd", 65_536, MEASURE.measured(
        [sys.executable, "-c", "import xlrd, sys; xlrd.open_workbook(sys.argv[1])", str(path)]))
    wrong = MEASURE.differing(folder / "large.csv", 65_536)
    print("differing rows:", wrong)
    return wrong > 0


def main(program, files):
    program = os.path.abspath(program)
    is_wrong = False
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        made = [Path(file) for file in files]
        if not files:
            subprocess.run([program, "sample", "--applications", "400", "--seed", "7",
                            "--output", str(folder / "generated")], check=True,
                           stdout=subprocess.DEVNULL)
            for name, source in [("sample", ROOT / "samples/round-2015"),
                                 ("generated", folder / "generated/submissions")]:
                part, differs = compare_round(program, name, source, folder)
                made += part
                is_wrong = is_wrong or differs
        count = 0
        wrong = []
        for path in made:
            one, other = compare_cells(program, path)
            count += one
            wrong += other
        print(f"xlrd: {len(made)} files, {count:,} filled cells, {len(wrong)} differ")
        print("\n".join(wrong[:20]))
        is_wrong = is_wrong or bool(wrong)
        if not files:
            is_wrong = measure(program, folder) or is_wrong
    return 1 if is_wrong else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if sys.argv[1] == "--write-large":
        sys.exit(write_large(Path(sys.argv[2])))
    sys.exit(main(sys.argv[1], sys.argv[2:]))
