#!/usr/bin/env python3
"""The clerk's trial of return sheets: open, correct, save in another program, hand in again.

Runs a round, opens a unit's return sheet in LibreOffice (converted to a picture on request),
corrects its marked cells, has LibreOffice save it in each format, puts it beside the unit's first
files and runs the round again. Says for each format whether the problems of the corrected rows are
gone, how many cases were superseded, and which differences are listed.

  scripts/try-returns.py .build/release/bangfu --work /tmp/trial [--formats xlsx,xls,ods,fods,csv]

Needs soffice and python3-openpyxl; state is kept below --work only.
"""
import argparse
import csv
import json
import pathlib
import shutil
import subprocess
import sys

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parent.parent
UNIT = "州河谷水电厂"
# What the clerk finds in the papers: by header of the marked column, row mark's own key.
ANSWERS = {
    "身份证号码": None,  # computed: the number's first 17 digits are the file's, the rest is restored
    "月数": "12",
    "报销金额": "3000",
    "金额": None,
}
FILTERS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML", "xls": "xls:MS Excel 97", "ods": "ods", "fods": "fods",
    "csv": "csv",
}


def run(program, source, work, name):
    output = work / name
    command = [
        program, "run", str(ROOT / "pipelines/annual-intake.yaml"), "--input", str(source),
        "--output", str(output), "--registry", str(work / (name + ".registry/r.sqlite")),
        "--no-dossiers", "--quiet",
    ]
    code = subprocess.run(command).returncode
    if code not in (0, 1):
        sys.exit(f"the run ended with {code}")
    return (output / "latest").resolve()


def problems(folder, unit):
    with open(folder / "problems.csv", encoding="utf-8-sig") as file:
        return [row for row in csv.DictReader(file) if row["unit"] == unit]


def number_with_check(digits):
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    rest = sum(int(d) * w for d, w in zip(digits, weights)) % 11
    return digits + "10X98765432"[rest]


def corrected(text, header):
    """The value a clerk would enter in a marked cell."""
    if "身份证" in header:
        digits = "".join(c for c in text if c.isdigit())
        return number_with_check((digits + "0" * 17)[:14] + "123")
    return ANSWERS.get(header) or text


def correct(path, result):
    """Corrects every marked cell of the workbook; the number of cells changed."""
    book = openpyxl.load_workbook(path)
    changed = 0
    for sheet in book.worksheets[1:]:
        rows = list(sheet.iter_rows())
        head = next(r for r in rows if any(c.value == "退改标记" for c in r))
        headers = {c.column: str(c.value or "") for c in head}
        for row in rows:
            for cell in row:
                if cell.comment is None or cell.row <= head[0].row:
                    continue
                value = corrected(str(cell.value or ""), headers.get(cell.column, ""))
                if "item.repeated" in cell.comment.text:
                    action = next(k for k, v in headers.items() if v == "退改处理")
                    sheet.cell(cell.row, action).value = "删除"
                    changed += 1
                elif value != cell.value:
                    cell.value = value
                    changed += 1
    book.save(result)
    return changed


def convert(path, kind, folder, profile):
    folder.mkdir(parents=True, exist_ok=True)
    extra = [':"Text - txt - csv (StarCalc)":44,34,76,1,,0,false,true,false,false,false,-1'] if kind == "csv" else [""]
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
         FILTERS[kind] + (extra[0].replace('"', "") if kind == "csv" else ""), "--outdir",
         str(folder), str(path)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    return sorted(folder.iterdir())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--unit", default=UNIT)
    parser.add_argument("--formats", default="xlsx,xls,ods,fods,csv")
    parser.add_argument("--picture", action="store_true", help="render the return sheet to PNG")
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    source = ROOT / "samples/round-2015"
    first = run(arguments.program, source, work, "first")
    sheet = first / "returns" / (arguments.unit + ".xlsx")
    before = problems(first, arguments.unit)
    print(f"before: {len(before)} problems: " + ", ".join(p["code"] for p in before))
    profile = work / "profile"
    if arguments.picture:
        convert_picture(sheet, work, profile)
    done = work / "corrected" / (arguments.unit + ".xlsx")
    done.parent.mkdir()
    print(f"corrected {correct(sheet, done)} cells")
    failed = False
    for kind in arguments.formats.split(","):
        saved = convert(done, kind, work / ("saved-" + kind), profile)
        round_again = work / ("round-" + kind)
        shutil.copytree(source, round_again)
        for path in saved:
            shutil.copy(path, round_again / arguments.unit / ("退改-" + path.name))
        again = run(arguments.program, round_again, work, "again-" + kind)
        after = problems(again, arguments.unit)
        left = [p for p in after if p["severity"] != "note"]
        told = [p for p in after if p["code"].startswith(("return.", "filing.superseded"))]
        units = json.loads((again / "run.json").read_text())["units"]
        cases = next(u["applications"] for u in units if u["name"] == arguments.unit)
        print(f"{kind}: {cases} applications, {len(left)} problems left "
              f"({', '.join(p['code'] for p in left)}), {len(told)} differences listed")
        for line in told:
            print(f"   {line['source_file']} {line['cell']} {line['code']}: {line['message']}")
        errors = [p for p in left if p["severity"] == "error"]
        failed = failed or bool(errors) or not told
    sys.exit(1 if failed else 0)


def convert_picture(sheet, work, profile):
    folder = work / "picture"
    folder.mkdir()
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(sheet)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    subprocess.run(["pdftoppm", "-r", "110", "-png", str(next(folder.glob("*.pdf"))),
                    str(folder / "page")], check=True)
    print("\n".join(str(p) for p in sorted(folder.glob("*.png"))))


if __name__ == "__main__":
    main()
