"""From grids to bytes: CSV in several encodings and three dialects of SpreadsheetML 2003."""

from xml.sax.saxutils import escape

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def delimited(rows, encoding="utf-8", delimiter=",", newline="\r\n"):
    """The grid as CSV or tab-separated text; merged cells keep their text in the first cell."""
    width = max(max(row, default=0) for row in rows) + 1
    lines = [delimiter.join(quoted(row[at].text if at in row else "", delimiter, row.get(at))
                            for at in range(width))
             for row in rows]
    text = newline.join(lines) + newline
    if encoding == "utf-16le":
        return b"\xff\xfe" + text.encode("utf-16-le")
    return text.encode(encoding)


def quoted(text, delimiter, cell):
    if cell and cell.kind == "DateTime":
        text = text.split("T")[0].replace("-", "/")
    special = delimiter in text or '"' in text or "\n" in text
    return '"' + text.replace('"', '""') + '"' if special else text


def spreadsheet(sheets, dialect="excel"):
    """A SpreadsheetML 2003 workbook of (name, grid) pairs.

    `excel` writes plain element names and ss:Index; `prefixed` writes every element as `ss:…`;
    `libreoffice` writes one line and no ss:Index on a header row under vertically merged cells
    (LibreOffice 7.4.7 does so, and its own import then shifts that row).
    """
    prefix = "ss:" if dialect == "prefixed" else ""
    line = "" if dialect == "libreoffice" else "\n"
    space = f'xmlns:ss="{NAMESPACE}"' if prefix else (
        f'xmlns="{NAMESPACE}" xmlns:x="urn:schemas-microsoft-com:office:excel" '
        f'xmlns:ss="{NAMESPACE}"')
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>',
             f"<{prefix}Workbook {space}>", styles(prefix)]
    for name, rows in sheets:
        parts.append(f'<{prefix}Worksheet ss:Name="{name}"><{prefix}Table>')
        parts += worksheet_rows(rows, prefix, dialect)
        parts.append(f"</{prefix}Table></{prefix}Worksheet>")
    parts.append(f"</{prefix}Workbook>")
    return (line.join(parts) + "\n").encode("utf-8")


def styles(prefix):
    return (f'<{prefix}Styles><{prefix}Style ss:ID="Default" ss:Name="Normal"/>'
            f'<{prefix}Style ss:ID="d"><{prefix}NumberFormat ss:Format="yyyy/m/d;@"/>'
            f"</{prefix}Style></{prefix}Styles>")


def worksheet_rows(rows, prefix, dialect):
    covered = {}
    lines = []
    for at, row in enumerate(rows):
        here = covered.pop(at, set())
        cells, expected = [], 0
        # Excel continues a row at the column after the last cell, and jumps only by ss:Index.
        trusting = dialect == "libreoffice" and bool(here)
        for column in sorted(row):
            cell = row[column]
            jump = column != expected and not trusting
            cells.append(xml_cell(cell, column if jump else None, prefix))
            expected = column + 1 + cell.across
            for below in range(at + 1, at + 1 + cell.down):
                covered.setdefault(below, set()).update(range(column, expected))
        lines.append(f"<{prefix}Row>{''.join(cells)}</{prefix}Row>")
    return lines


def xml_cell(cell, index, prefix):
    attributes = "" if index is None else f' ss:Index="{index + 1}"'
    attributes += f' ss:MergeAcross="{cell.across}"' if cell.across else ""
    attributes += f' ss:MergeDown="{cell.down}"' if cell.down else ""
    attributes += ' ss:StyleID="d"' if cell.kind == "DateTime" else ""
    if not cell.text:
        return f"<{prefix}Cell{attributes}/>"
    text = escape(cell.text).replace("\n", "&#10;")
    return (f'<{prefix}Cell{attributes}><{prefix}Data ss:Type="{cell.kind}">{text}'
            f"</{prefix}Data></{prefix}Cell>")
