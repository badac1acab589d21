#!/usr/bin/env python3
"""Makes the fixtures of Tests/TabularTests/Fixtures again: one table in many formats and dialects.

    scripts/make-format-fixtures.py FOLDER

Three workbooks are written with openpyxl, XlsxWriter and xlwt and converted by LibreOffice
(`soffice`) and Gnumeric (`ssconvert`);
texts are written here in the dialects and encodings that offices use. Beside them `expected/NAME.tsv`
lists sheet, row, column, kind and text of every cell, as they were meant and not as any reader saw
them. Everybody in them is fictitious. What LibreOffice adds and no reader looks at is cut away.
"""

import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import xlsxwriter
import xlwt

DAY = datetime.date
TIME = datetime.time
MOMENT = datetime.datetime

# A cell is a value, or a value with the number format it is shown in.
TYPES = {
    "类型": [
        ["名称", "值", "说明"],
        ["整数", 38600, "家庭年收入"],
        ["小数", 1234.56, "元"],
        ["十分之一", (0.1, "0.00"), "显示两位"],
        ["八分之三", (0.375, "0%"), "显示百分数"],
        ["负数", -12.5, "－"],
        ["大数", 123456789012, "12位"],
        ["日期", (DAY(1988, 2, 29), "yyyy-mm-dd"), "闰日"],
        ["中文日期", (DAY(2015, 10, 31), 'yyyy"年"m"月"d"日"'), "显示为年月日"],
        ["时刻", (MOMENT(2015, 3, 2, 8, 30), "yyyy/m/d h:mm"), "日期与时间"],
        ["时间", (TIME(10, 30), "h:mm:ss"), "只有时间"],
        ["真", True, "布尔"],
        ["假", False, "布尔"],
        ["换行", "第一行\n第二行", "单元格内换行"],
        ["标点", "a,b;c\t\"d\" 'e'|f，g", "各种分隔符"],
        ["符号", "<&>", "转义"],
        ["生僻字", "𠮷䶮㼆", "四字节"],
        ["藏文", "བོད་ཡིག", "藏文"],
        ["公式", ("=1+2*3", None, 7), "缓存值"],
    ]
}
IDENTITY = {
    "名单": [
        ["姓名", "身份证号码", "家庭年收入", "备注"],
        ["扎西（测试）", "513299198802290029", 9600, "文本"],
        ["测试甲", "51329919880229002X", 0, "末位X"],
        ["测试乙", (513299198802290000, "0"), 12.5, "按数字录入"],
        ["测试丙", "513299880229002", None, "15位"],
        ["测试丁", "=\"513299198802290029\"", 3, "保护写法"],
    ]
}
LAYOUT = {
    "申报表": [
        ["困难党员申报表", None, None, None],
        ["填报单位：州测试局", None, None, "单位：元"],
        ["姓名", "家庭收入", None, "备注"],
        [None, "工资性收入", "转移净收入", None],
        ["测试甲", 9600, 0, "低保"],
        ["测试甲", 1200, 300, "合并"],
        [None, None, None, None],
        [None, None, "合计", 11100],
    ],
    "隐藏的表": [["甲", 1], ["乙", 2]],
}
MERGES = {"申报表": ["A1:D1", "A3:A4", "B3:C3", "D3:D4"]}
HIDDEN = {"rows": {"申报表": [6]}, "columns": {"申报表": ["C"]}, "sheets": ["隐藏的表"]}
BOOKS = {"types": TYPES, "identity": IDENTITY, "layout": LAYOUT}

LISTS = [
    ["姓名", "身份证号码", "困难情况", "家庭年收入"],
    ["扎西", "513299198802290029", "因病致贫，长期服药", "9600"],
    ["测试甲", "51329919880229002X", "子女上学；无存款", "1.2万元"],
    ["测试乙", "513299880229002", "房屋\n受损", ""],
]


def parts(cell):
    """A cell's value, number format and, of a formula, the value stored with it."""
    if isinstance(cell, tuple):
        value, shape, stored = (cell + (None,))[:3]
        return value, shape, stored
    return cell, None, None


def meant(value):
    """The kind and text that a reader should give."""
    if isinstance(value, bool):
        return "boolean", "1" if value else "0"
    if isinstance(value, MOMENT):
        return "date", value.isoformat()
    if isinstance(value, (DAY, TIME)):
        return "date", value.isoformat()
    if isinstance(value, (int, float)):
        return "number", repr(value)
    return "text", value


def expected(book, merges):
    lines = []
    for name, rows in book.items():
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells):
                value, _, stored = parts(cell)
                value = value if stored is None else stored
                if value is None:
                    continue
                kind, text = meant(value)
                text = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
                lines.append(f"{name}\t{row}\t{column}\t{kind}\t{text}")
    return "\n".join(lines) + "\n"


def with_openpyxl(book, path, is_layout):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in book.items():
        sheet = workbook.create_sheet(name)
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells, 1):
                value, shape, stored = parts(cell)
                if value is None:
                    continue
                place = sheet.cell(row, column)
                # It stores no values of formulas.
                place.value = value if stored is None else stored
                if isinstance(value, str) and stored is None:
                    place.data_type = "s"
                if shape:
                    place.number_format = shape
        if is_layout:
            for area in MERGES.get(name, []):
                sheet.merge_cells(area)
            for row in HIDDEN["rows"].get(name, []):
                sheet.row_dimensions[row].hidden = True
            for column in HIDDEN["columns"].get(name, []):
                sheet.column_dimensions[column].hidden = True
            if name in HIDDEN["sheets"]:
                sheet.sheet_state = "hidden"
    workbook.save(path)


def with_xlsxwriter(book, path, is_layout, **options):
    workbook = xlsxwriter.Workbook(path, options)
    for name, rows in book.items():
        sheet = workbook.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                write(workbook, sheet, row, column, cell)
        if is_layout:
            for area in MERGES.get(name, []):
                value = rows[int(re.search(r"\d+", area)[0]) - 1][ord(area[0]) - 65]
                sheet.merge_range(area, value)
            for row in HIDDEN["rows"].get(name, []):
                sheet.set_row(row - 1, None, None, {"hidden": True})
            for column in HIDDEN["columns"].get(name, []):
                sheet.set_column(f"{column}:{column}", None, None, {"hidden": True})
            if name in HIDDEN["sheets"]:
                sheet.hide()
    workbook.close()


def write(workbook, sheet, row, column, cell):
    value, shape, stored = parts(cell)
    style = workbook.add_format({"num_format": shape}) if shape else None
    if value is None:
        return
    if stored is not None:
        sheet.write_formula(row, column, value, style, stored)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (DAY, TIME)):
        sheet.write_datetime(row, column, value, style)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, style)
    else:
        sheet.write_string(row, column, value)


def with_xlwt(book, path, is_layout):
    workbook = xlwt.Workbook(encoding="utf-8")
    for name, rows in book.items():
        sheet = workbook.add_sheet(name)
        merged = {} if not is_layout else {
            openpyxl.utils.cell.coordinate_to_tuple(area.split(":")[0]): area
            for area in MERGES.get(name, [])}
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                value, shape, stored = parts(cell)
                # It stores no values of formulas.
                value = value if stored is None else stored
                style = xlwt.easyxf(num_format_str=shape) if shape else xlwt.Style.default_style
                area = merged.get((row + 1, column + 1))
                if area:
                    last = openpyxl.utils.cell.coordinate_to_tuple(area.split(":")[1])
                    sheet.write_merge(row, last[0] - 1, column, last[1] - 1, value)
                elif value is not None:
                    sheet.write(row, column, value, style)
        if is_layout:
            for row in HIDDEN["rows"].get(name, []):
                sheet.row(row - 1).hidden = True
            for column in HIDDEN["columns"].get(name, []):
                sheet.col(ord(column) - 65).hidden = True
            sheet.visibility = 1 if name in HIDDEN["sheets"] else 0
    workbook.save(str(path))


def convert(source, target, kind):
    """Has LibreOffice save `source` anew, in a profile of its own."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", kind, "--outdir", folder, str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = Path(folder) / (source.stem + "." + kind.split(":")[0])
        if not made.exists():  # its own XML filter gives up on some workbooks
            print("LibreOffice did not write", target.name)
            return False
        shutil.copyfile(made, target)
        return True


def gnumeric(source, target, edition):
    """Has Gnumeric save `source` as XLS, old texts in the code page of Chinese Windows."""
    subprocess.run(
        ["ssconvert", f"--export-type=Gnumeric_Excel:{edition}", str(source), str(target)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=dict(os.environ, WINDOWS_LANGUAGE="zh_CN"))


def trim_archive(path, kept):
    """Keeps the entries that hold cells, and of ODS content only what readers look at."""
    with zipfile.ZipFile(path) as archive:
        entries = [(item.filename, archive.read(item)) for item in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            if re.search(kept, name):
                entry = zipfile.ZipInfo(name, (2015, 10, 31, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)


def trim_flat(path):
    """Cuts settings, fonts and page styles out of a flat ODS file."""
    text = path.read_text(encoding="utf-8")
    for name in ["meta", "settings", "scripts", "font-face-decls", "styles", "master-styles"]:
        text = re.sub(rf" *<office:{name}(?: [^>]*)?>.*?</office:{name}>\n?", "", text, flags=re.S)
    path.write_text(text, encoding="utf-8")


def trim_spreadsheetml(path):
    """Cuts blank rows, which LibreOffice writes to the last one, and styles."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"<Row(?: [^>]*)?/>\s*", "", text) if text.count("<Row") > 500 else text
    text = re.sub(r"<Row[^>]*ss:Index=\"10\d{5}\"[^>]*>.*?</Row>\s*", "", text, flags=re.S)
    text = re.sub(r"<(?:ss:)?Styles>.*?</(?:ss:)?Styles>", "", text, flags=re.S)
    path.write_text(text, encoding="utf-8")


def make_books(folder):
    kept = r"^(mimetype|content\.xml|META-INF/.*|\[Content_Types\]\.xml|_rels/.*|xl/.*)$"
    for name, book in BOOKS.items():
        is_layout = name == "layout"
        (folder / "expected" / f"{name}.tsv").write_text(expected(book, is_layout), encoding="utf-8")
        writer = folder / f"{name}-xlsxwriter.xlsx"
        with_xlsxwriter(book, writer, is_layout)
        with_xlsxwriter(book, folder / f"{name}-inline.xlsx", is_layout, constant_memory=not is_layout)
        with_xlsxwriter(book, folder / f"{name}-1904.xlsx", is_layout, date_1904=True)
        with_openpyxl(book, folder / f"{name}-openpyxl.xlsx", is_layout)
        with_xlwt(book, folder / f"{name}-xlwt.xls", is_layout)
        for suffix, kind in [("xls", "xls:MS Excel 97"), ("xlsx", "xlsx:Calc MS Excel 2007 XML"), ("ods", "ods"),
                             ("fods", "fods")]:
            convert(writer, folder / f"{name}-libreoffice.{suffix}", kind)
        gnumeric(writer, folder / f"{name}-gnumeric.xls", "excel_biff8")
        if name != "types":  # holds characters that the code page of Excel 95 does not have
            gnumeric(writer, folder / f"{name}-gnumeric95.xls", "excel_biff7")
        if is_layout:
            gnumeric(writer, folder / f"{name}-gnumericdual.xls", "excel_dsf")
        convert(folder / f"{name}-1904.xlsx", folder / f"{name}-1904.xls", "xls:MS Excel 97")
        workbook = folder / f"{name}-libreoffice.xml"
        if convert(writer, workbook, "xml:MS Excel 2003 XML"):
            trim_spreadsheetml(workbook)
        trim_archive(folder / f"{name}-libreoffice.xlsx", kept.replace("xl/.*", "xl/(?!theme).*"))
        trim_archive(folder / f"{name}-libreoffice.ods", kept)
        trim_flat(folder / f"{name}-libreoffice.fods")


def delimited(separator, quote='"', line="\r\n", rows=LISTS):
    def cell(text):
        if any(mark in text for mark in (separator, quote, "\n", "\r")):
            return quote + text.replace(quote, quote * 2) + quote
        return text
    return line.join(separator.join(cell(text) for text in row) for row in rows) + line


def make_texts(folder):
    lines = []
    for row, cells in enumerate(LISTS, 1):
        for column, text in enumerate(cells):
            if text:
                lines.append(f"\t{row}\t{column}\ttext\t" + text.replace("\n", "\\n"))
    (folder / "expected" / "list.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    quoted = [[f"'{text}'" for text in row] for row in LISTS]
    texts = {
        "list-comma.csv": delimited(",").encode(),
        "list-semicolon.csv": delimited(";").encode("utf-8-sig"),
        "list-tab.xls": delimited("\t").encode("utf-16"),
        "list-tab-le.txt": delimited("\t").encode("utf-16-le"),
        "list-tab-be.txt": delimited("\t").encode("utf-16-be"),
        "list-bar.csv": delimited("|").encode("gb18030"),
        "list-wide-comma.csv": delimited("，").encode(),
        "list-wide-comma-gbk.txt": delimited("，").encode("gbk"),
        "list-cr.csv": delimited(",", line="\r").encode("gbk"),
        "list-apostrophes.csv": "\n".join(",".join(row) for row in quoted).encode() + b"\n",
        "list-trailing.csv": delimited(",").replace("\r\n", ",,\r\n").encode(),
        "list-sep.csv": b"sep=;\r\n" + delimited(";").encode(),
        "list-spaces.csv": delimited(",").replace('"房屋', ' "房屋').encode(),
        "list-big5.csv": delimited(",").translate(
            str.maketrans("证码难况贫长药学无屋损",
                          "證碼難況貧長藥學無屋損")).translate(
            str.maketrans("号庭测试", "號庭測試")).encode("big5", "ignore"),
    }
    for name, content in texts.items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    target = Path(sys.argv[1])
    (target / "expected").mkdir(parents=True, exist_ok=True)
    make_texts(target)
    make_books(target)
