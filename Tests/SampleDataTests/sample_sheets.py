"""The sheets of a sample's files as rows of text, in every format a sample is written in."""
import csv
import io
import xml.etree.ElementTree as ElementTree

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
ODS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TABLE, TEXT, OFFICE = ODS % "table", ODS % "text", ODS % "office"


def decoded(data):
    if data[:2] == b"\xff\xfe":
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def rows_from(cells):
    """Rows of a mapping from (row, column), both from zero."""
    if not cells:
        return []
    width = max(column for _, column in cells) + 1
    height = max(row for row, _ in cells) + 1
    return [[cells.get((r, c), "") for c in range(width)] for r in range(height)]


def spreadsheetml(sheet):
    cells, covered = {}, set()
    for r, row in enumerate(sheet.iter(SS + "Row")):
        c = 0
        for cell in row:
            c = int(cell.get(SS + "Index", c + 1)) - 1
            while (r, c) in covered:
                c += 1
            cells[r, c] = cell.find(SS + "Data").text or ""
            across, down = (int(cell.get(SS + k, 0)) for k in ("MergeAcross", "MergeDown"))
            covered |= {(r + d, c + a) for d in range(down + 1) for a in range(across + 1)}
            c += 1 + across
    return rows_from(cells)


def flat_ods(table):
    cells = {}
    for r, row in enumerate(table.iter(TABLE + "table-row")):
        c = 0
        for cell in row:
            shown = "\n".join("".join(p.itertext()) for p in cell.iter(TEXT + "p"))
            value = cell.get(OFFICE + "value") or cell.get(OFFICE + "date-value") or shown
            if value:
                cells[r, c] = value
            c += int(cell.get(TABLE + "number-columns-repeated", 1))
    return rows_from(cells)


def sheets(path):
    """The file's sheets by name, each as rows of text."""
    data = path.read_bytes()
    if path.suffix in (".csv", ".txt"):
        separator = "," if path.suffix == ".csv" else "\t"
        return {"": list(csv.reader(io.StringIO(decoded(data), newline=""), delimiter=separator))}
    if b"GB18030" in data[:60]:
        data = data.decode("gb18030").replace("GB18030", "UTF-8", 1).encode()
    root = ElementTree.fromstring(data)
    if root.tag == SS + "Workbook":
        return {s.get(SS + "Name"): spreadsheetml(s) for s in root.iter(SS + "Worksheet")}
    if root.tag == OFFICE + "document":
        return {t.get(TABLE + "name"): flat_ods(t) for t in root.iter(TABLE + "table")}
    return {"": [[e.tag for e in root[0]]] + [[e.text or "" for e in record] for record in root]}
