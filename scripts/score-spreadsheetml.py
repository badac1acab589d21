#!/usr/bin/env python3
"""Scores `bangfu cells` on SpreadsheetML files that Excel wrote beside its own CSV of every sheet.

    scripts/score-spreadsheetml.py .build/release/bangfu FOLDER

FOLDER holds `NAME.xml` with `NAME.0.csv`, `NAME.1.csv` … anywhere below it. Which cells are strings
is read from the XML by a parser of its own; the text at each such place of `bangfu cells` must equal
Excel's. Excel's CSV begins at the sheet's first used cell, so it is laid over the sheet at the place near
its corner or near its first string where most are equal. White space is not compared, and a text in letters that Excel's encoding lost only by its
length. Exit code 1 where a file does not open or fewer than 99.7 % of the string cells are equal.
"""

import collections
import csv
import io
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

NAMESPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
FORBIDDEN = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f]|&#x?(?:[0-8BbCcEeFf]|1[0-9A-Fa-f]|[23][0-9]);")
BLANK = re.compile(r"\s+")
LEAST_PERCENT = 99.7


def string_positions(path):
    """The positions of the string cells of each worksheet, with rows and columns from 1."""
    def masked(found):
        return found.group() if found.group() in (b"&#9;", b"&#10;", b"&#13;") else b"?"

    text = FORBIDDEN.sub(masked, path.read_bytes())
    for sheet in ElementTree.fromstring(text).iter(NAMESPACE + "Worksheet"):
        yield positions_in(sheet.find(NAMESPACE + "Table"))


def positions_in(table):
    positions, row = [], 0
    for line in [] if table is None else table.findall(NAMESPACE + "Row"):
        row = int(line.get(NAMESPACE + "Index", row + 1))
        column = 0
        for cell in line.findall(NAMESPACE + "Cell"):
            column = int(cell.get(NAMESPACE + "Index", column + 1))
            value = cell.find(NAMESPACE + "Data")
            if value is not None and value.get(NAMESPACE + "Type") == "String":
                if "".join(value.itertext()):
                    positions.append((row, column))
            column += int(cell.get(NAMESPACE + "MergeAcross", 0))
        row += int(line.get(NAMESPACE + "Span", 0))
    return positions


def rows_of(path):
    """The rows of a CSV file: UTF-8, else the encoding of Excel on a Macintosh."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("mac_roman")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return list(csv.reader(io.StringIO(text, newline="")))


def sheets_as_read(program, path):
    """The sheets as `bangfu cells` writes them, in order; None where the file does not open."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([program, "cells", str(path), "--output", folder],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print("refused:", path.name, done.stderr.strip())
            return None
        files = list(Path(folder).iterdir())
        if len(files) > 1:
            numbered = re.compile(re.escape(path.stem) + r"\.(\d+)")
            files = sorted(files, key=lambda file: int(numbered.match(file.name)[1]))
        return [rows_of(file) for file in files]


def cell(rows, row, column):
    inside = 0 <= row < len(rows) and 0 <= column < len(rows[row])
    return rows[row][column] if inside else ""


def folded(text):
    return BLANK.sub("", text).replace("\ufffd", "?")


def same(own, excel):
    if own == excel:
        return True
    return not own.isascii() and len(own) == len(excel)


def equal_cells(positions, own, excel):
    """The most cells that are equal: Excel's CSV begins at the sheet's first used cell."""
    best = 0
    first_row = min((row for row, _ in positions), default=1)
    first_column = min((column for _, column in positions), default=1)
    # Up to a few cells that are no strings, or blank but formatted, may stand before the first one.
    for down in sorted({*range(8), *range(max(0, first_row - 9), first_row)}):
        for right in sorted({*range(4), *range(max(0, first_column - 5), first_column)}):
            equal = sum(
                same(folded(cell(own, row - 1, column - 1)),
                     folded(cell(excel, row - 1 - down, column - 1 - right)))
                for row, column in positions)
            best = max(best, equal)
            if best == len(positions):
                return best
    return best


def main(program, folder):
    csv.field_size_limit(1 << 30)
    total = equal = sheets = files = refused = 0
    misses = collections.Counter()
    for path in sorted(Path(folder).rglob("*.xml")):
        files += 1
        read = sheets_as_read(program, path)
        if read is None:
            refused += 1
            continue
        for number, positions in enumerate(string_positions(path)):
            truth = path.with_name(f"{path.stem}.{number}.csv")
            if not truth.exists():
                continue
            sheets += 1
            own = read[number] if number < len(read) else []
            found = equal_cells(positions, own, rows_of(truth))
            total, equal = total + len(positions), equal + found
            if found < len(positions):
                misses[f"{path.name} sheet {number}: {found} of {len(positions)}"] = (
                    len(positions) - found)
    percent = 100 * equal / total if total else 0
    print(f"files {files}, refused {refused}, sheets {sheets}, string cells {total}, "
          f"equal {equal} ({percent:.3f} %)")
    for name, _ in misses.most_common(40):
        print("  ", name)
    return 0 if refused == 0 and percent >= LEAST_PERCENT else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
