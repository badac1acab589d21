#!/usr/bin/env python3
"""Measures how fast `bangfu cells` reads an XLSX file of 20 columns, and what fastexcel needs beside it.

    scripts/measure-xlsx.py .build/release/bangfu [ROWS]

The file is written by XlsxWriter (shared texts, as Excel writes them): four columns of numbers, one
of dates, fifteen of texts, of which six differ in every row. CPU time counts, wall time stands
beside it, for other work may keep the cores busy; so does the load. The table that `cells` writes is
compared row by row with what was written.
"""

import csv
import datetime
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter

SURNAMES = "王李张刘陈杨赵黄周吴"
GIVEN = ["芳", "伟", "娜", "秀英", "敏", "静", "丽", "强", "磊", "洋"]
FIRST_DAY = datetime.date(2015, 1, 1)


def row(number):
    name = SURNAMES[number % 10] + GIVEN[number // 10 % 10]
    return [
        number, f"2015-{number:07d}", f"单位{number % 300:03d}中心", name,
        f"513299{1950 + number % 50}0101{number % 10000:04d}", "女" if number % 2 else "男", "藏族",
        "在职" if number % 3 else "退休", "是", "疾病", f"困难情况说明第{number}号，因病致贫",
        9600 + number % 5000, round(number % 977 * 12.35, 2), number % 7 + 1,
        FIRST_DAY + datetime.timedelta(days=number % 300), f"1390837{number % 10000:04d}",
        f"某县某乡第{number % 5000}号", "是" if number % 5 else "否", "一次性资助", "无",
    ]


def write(path, count):
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("申报表")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for number in range(count):
        for column, value in enumerate(row(number)):
            if isinstance(value, datetime.date):
                sheet.write_datetime(number, column, datetime.datetime.combine(
                    value, datetime.time()), day)
            else:
                sheet.write(number, column, value)
    book.close()


def measured(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (process.returncode, usage.ru_utime + usage.ru_stime, time.monotonic() - start,
            usage.ru_maxrss / 1024)


def report(name, count, result):
    code, cpu, wall, memory = result
    print(f"{name}: exit {code}, {count / cpu:,.0f} rows/s of CPU ({cpu:.2f} s), "
          f"{count / wall:,.0f} rows/s of wall time, {memory:.0f} MB")


def text_of(value):
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def differing(path, count):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        wrong = sum(
            [text_of(value) for value in row(number)] != next(rows)
            for number in range(count))
        return wrong + sum(1 for _ in rows)


def main(program, count):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.xlsx"
        # In a process of its own: a child's peak begins with the memory of the one that started it.
        writing = multiprocessing.Process(target=write, args=(path, count))
        writing.start()
        writing.join()
        print(f"{count:,} rows, {path.stat().st_size / 1e6:.1f} MB, load {os.getloadavg()[0]:.1f}")
        report("bangfu cells", count, measured([program, "cells", str(path), "--output", folder]))
        report("fastexcel", count, measured(
            [sys.executable, "-c", "import fastexcel, sys; fastexcel.read_excel(sys.argv[1])"
             ".load_sheet(0, header_row=None).to_arrow()", str(path)]))
        print("differing rows:", differing(Path(folder) / "large.csv", count))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 100_000)
