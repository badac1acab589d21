#!/usr/bin/env python3
"""Writes workbooks made to harm their reader, for scripts/measure-hostile.py.

    scripts/make-hostile-archives.py FOLDER

Bombs of several kinds, misleading names, lies in the archive's directory, floods of entries, sheets,
texts and merged blocks, broken archives, and binary XLS files of all these kinds. Everything is generated; nothing is taken from others.
"""

import struct
import sys
import zipfile
import zlib
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
GIGABYTE = 1 << 30


def links(*rows):
    made = "".join(f'<Relationship Id="{i}" Type="{LINKS}/{kind}" Target="{target}"/>'
                   for i, kind, target in rows)
    return f'<Relationships xmlns="{PACKAGE}">{made}</Relationships>'


def sheet(rows, behind=""):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{behind}</worksheet>'


def workbook(sheets=1):
    listed = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="s1"/>' for n in range(1, sheets + 1))
    return (f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>')


def parts(rows="", behind="", sheets=1, texts="<si><t>x</t></si>", styles=""):
    return {
        "_rels/.rels": links(("w", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(sheets),
        "xl/_rels/workbook.xml.rels": links(
            ("s1", "worksheet", "worksheets/sheet1.xml"), ("t", "sharedStrings", "sharedStrings.xml"),
            ("y", "styles", "styles.xml")),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": sheet(rows, behind),
    }


def write(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def write_streamed(path, entries, name, head, piece, count, tail):
    """One entry of `count` pieces, which need not fit into memory."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for other, content in entries.items():
            if other != name:
                archive.writestr(zipfile.ZipInfo(other), content, zipfile.ZIP_DEFLATED)
        with archive.open(name, "w", force_zip64=True) as entry:
            entry.write(head.encode())
            for _ in range(count):
                entry.write(piece.encode())
            entry.write(tail.encode())


def with_stated_size(path, name, size):
    """Lies about an entry's inflated size in the archive's directory."""
    content = bytearray(path.read_bytes())
    place = content.rfind(name.encode()) - 46
    assert content[place:place + 4] == b"PK\1\2"
    content[place + 24:place + 28] = struct.pack("<I", size)
    path.write_bytes(content)


def overlapping(path, count):
    """Many entries that share one run of compressed bytes."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(b" " * 20_000_000) + packed.flush()
    crc = zlib.crc32(b" " * 20_000_000)
    sizes = struct.pack("<III", crc, len(data), 20_000_000)
    local = b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", 1, 0) + b"a"
    directory = b""
    for number in range(count):
        name = f"xl/worksheets/sheet{number}.xml".encode()
        directory += (b"PK\1\2" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
                      + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name)
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory),
                                  len(local) + len(data), 0)
    path.write_bytes(local + data + directory + end)


def bombs(folder):
    name = "xl/worksheets/sheet1.xml"
    head, tail = f'<worksheet xmlns="{MAIN}"><sheetData>', "</sheetData></worksheet>"
    spaces = " " * (1 << 20)
    for file, piece in [("bomb-spaces.xlsx", spaces), ("bomb-rows.xlsx", "<row/>" * 170_000),
                        ("bomb-cells.xlsx", "<row>" + "<c><v>1</v></c>" * 16_000 + "</row>")]:
        write_streamed(folder / file, parts(), name, head, piece,
                       GIGABYTE // len(piece), tail)
    write_streamed(folder / "bomb-text.xlsx", parts('<row><c t="s"><v>0</v></c></row>'),
                   "xl/sharedStrings.xml", f'<sst xmlns="{MAIN}"><si><t>', "x" * (1 << 20), 1024,
                   "</t></si></sst>")
    write_streamed(folder / "bomb-texts.xlsx", parts('<row><c t="s"><v>0</v></c></row>'),
                   "xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">', "<si><t>x</t></si>" * 60_000,
                   1024, "</sst>")
    write_streamed(folder / "bomb-content.ods", {"mimetype": "x"}, "content.xml", "<a>", spaces, 1024,
                   "</a>")
    lie = folder / "bomb-lying.xlsx"
    write_streamed(lie, parts(), name, head, spaces, 512, tail)
    with_stated_size(lie, name, 1000)
    overlapping(folder / "bomb-overlapping.xlsx", 9_000)


def floods(folder):
    write(folder / "flood-entries.xlsx", parts() | {f"x{n}": "" for n in range(11_000)})
    write(folder / "flood-entries-zip64.xlsx", parts() | {f"x{n}": "" for n in range(70_000)})
    write(folder / "flood-sheets.xlsx", parts("<row/>", sheets=5_000))
    write(folder / "flood-sheets-filled.xlsx", parts(
        "<row>" + "<c t='s'><v>0</v></c>" * 3_000 + "</row>", sheets=1_000,
        texts="<si><t>" + "x" * 5_000 + "</t></si>"))
    write(folder / "flood-long-text.xlsx", parts(
        ("<row>" + "<c t='s'><v>0</v></c>" * 16_000 + "</row>") * 30,
        texts="<si><t>" + "x" * 1_000_000 + "</t></si>"))
    write(folder / "flood-merges.xlsx", parts(
        "".join(f'<row r="{n}"><c><v>1</v></c></row>' for n in range(1, 20_000)),
        "<mergeCells>" + "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 110_000))
        + "</mergeCells>"))
    write(folder / "flood-styles.xlsx", parts(
        "<row><c s='999999'><v>1</v></c></row>", styles="<cellXfs>"
        + "<xf numFmtId='14'/>" * 1_000_000 + "</cellXfs>"))
    write(folder / "flood-depth.xlsx", parts("<row>" * 1_000_000))
    write(folder / "flood-attributes.xlsx", parts(
        "<row " + " ".join(f'a{n}="1"' for n in range(200_000)) + "/>"))
    write(folder / "flood-columns.xlsx", parts("<row>" + "<c><v>1</v></c>" * 500_000 + "</row>"))
    write(folder / "flood-places.xlsx", parts(
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        '<row r="99999999999"><c r="ZZZZZZZ99999999"><v>2</v></c></row>'))


def tricks(folder):
    for file, name in [("parent", "../../../tmp/evil.xml"), ("root", "/etc/evil"),
                       ("drive", "C:/evil.xml"), ("backslash", "..\\..\\evil.xml")]:
        write(folder / f"path-{file}.xlsx", parts() | {name: "x"})
    write(folder / "path-target.xlsx", parts() | {"xl/_rels/workbook.xml.rels": links(
        ("s1", "worksheet", "../../../../etc/passwd"))})
    write(folder / "path-outside.xlsx", parts() | {"xl/_rels/workbook.xml.rels": links(
        ("s1", "worksheet", "file:///etc/passwd"))})
    twice = folder / "same-name-twice.xlsx"
    write(twice, parts() | {"xl/worksheets/SHEET1.xml": sheet("<row/>")})
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    write(folder / "entity.xlsx", parts() | {"xl/worksheets/sheet1.xml": entity + sheet(
        "<row><c t='str'><v>&e;</v></c></row>")})


def broken(folder):
    whole = folder / "whole.xlsx"
    write(whole, parts("<row><c><v>1</v></c></row>"))
    content = whole.read_bytes()
    whole.unlink()
    (folder / "cut-middle.xlsx").write_bytes(content[:len(content) // 2])
    (folder / "cut-end.xlsx").write_bytes(content[:-10])
    damaged = bytearray(content)
    place = content.find(b"sheet1.xml") + 20
    damaged[place] ^= 0xFF
    (folder / "damaged.xlsx").write_bytes(damaged)
    encrypted = bytearray(content)
    for mark, offset in [(b"PK\3\4", 6), (b"PK\1\2", 8)]:
        place = encrypted.rfind(mark)
        encrypted[place + offset] |= 1
    (folder / "encrypted-entry.xlsx").write_bytes(encrypted)
    (folder / "password.xlsx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000) + "EncryptedPackage".encode("utf-16-le")
        + bytes(4000))
    write(folder / "nested.xlsx", {"inner.xlsx": content})


def record(kind, content=b""):
    return struct.pack("<HH", kind, len(content)) + content


def label(row, column, text):
    return record(0x204, struct.pack("<HHHHB", row, column, 0, len(text), 1)
                  + text.encode("utf-16-le"))


def binary_book(sheet, before=b"", sheets=1, place=None):
    """The stream of a binary workbook; all sheets at one place, if one is given."""
    start, end = struct.pack("<HHQ", 0x600, 5, 0), record(0x0A)
    part = record(0x809, struct.pack("<HHQ", 0x600, 0x10, 0)) + sheet + end
    head = record(0x809, start) + before
    first = len(head) + sheets * len(record(0x85, bytes(10))) + len(end)
    listed = b"".join(record(0x85, struct.pack("<IBBBB", first + (0 if place else n * len(part)), 0,
                                               0, 2, 0) + b"s%d" % (n % 10)) for n in range(sheets))
    return head + listed + end + part * (1 if place else sheets)


def container(stream, first=None, table=None):
    """An OLE container with one stream, Workbook, of 4,096 bytes or more."""
    stream += bytes(max(-len(stream) % 512, 4096 - len(stream)))
    count = len(stream) // 512
    chain = [n + 1 for n in range(count - 1)] + [0xFFFFFFFE]
    chain += [0xFFFFFFFE]
    tables = -(-(len(chain) + 200) // 128)
    chain += [0xFFFFFFFD] * tables
    for place, value in (table or {}).items():
        chain[place] = value
    chain += [0xFFFFFFFF] * (tables * 128 - len(chain))

    def entry(name, kind, sector, size, child=0xFFFFFFFF):
        wide = name.encode("utf-16-le")
        return (wide + bytes(64 - len(wide)) + struct.pack("<HBBIII", len(wide) + 2, kind, 1,
                0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(36) + struct.pack("<III", sector, size, 0))
    directory = (entry("Root Entry", 5, 0xFFFFFFFE, 0, 1)
                 + entry("Workbook", 2, 0 if first is None else first, len(stream)) + bytes(256))
    places = [count + 1 + n for n in range(tables)]
    header = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
              + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
              + struct.pack("<IIIIIIII", tables, count, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
              + struct.pack("<109I", *(places + [0xFFFFFFFF] * 109)[:109]))
    return header + stream + directory + struct.pack(f"<{len(chain)}I", *chain)


def binaries(folder):
    """XLS files: texts named in every cell, lies about places and counts, chains that never end."""
    def write_book(name, content):
        (folder / f"xls-{name}.xls").write_bytes(content)
    text = struct.pack("<HB", 8000, 0) + b"x" * 8000
    shared = record(0xFC, struct.pack("<II", 1, 1) + text)
    cells = [record(0xFD, struct.pack("<HHHI", n // 200, n % 200, 0, 0)) for n in range(200_000)]
    write_book("long-text", container(binary_book(b"".join(cells), shared)))
    write_book("long-text-backwards", container(binary_book(b"".join(reversed(cells)), shared)))
    write_book("far-cells", container(binary_book(b"".join(
        record(0xFD, struct.pack("<HHHI", 65535 - n, 16000, 0, 0)) for n in range(60_000)), shared)))
    numbers = record(0xBD, struct.pack("<HH", 0, 0) + bytes(6 * 1300) + struct.pack("<H", 1299))
    write_book("same-row", container(binary_book(numbers * 700)))
    write_book("stated-size", container(binary_book(
        record(0x200, struct.pack("<IIHHH", 0, 65536, 0, 256, 0)) + label(65535, 255, "x"))))
    write_book("text-count", container(binary_book(label(0, 0, "x"), record(
        0xFC, struct.pack("<II", 2**32 - 1, 2**32 - 1) + bytes(3 * 2700)) + record(
            0x3C, bytes(8100)) * 400)))
    write_book("bad-continuation", container(binary_book(label(0, 0, "x"), record(
        0xFC, struct.pack("<IIHB", 1, 1, 60000, 1) + b"a" * 100) + record(0x3C, b"") * 300_000)))
    write_book("overlapping", container(binary_book(b"".join(cells[:20_000]), shared, 1000, True)))
    write_book("sheets", container(binary_book(b"", b"", 5000)))
    write_book("merges", container(binary_book(b"".join(label(n, 0, "x") for n in range(2000)) + record(
        0xE5, struct.pack("<H", 1000) + struct.pack("<HHHH", 0, 65535, 0, 255) * 1000) * 100)))
    write_book("styles", container(binary_book(b"", record(0xE0, bytes(20)) * 200_000)))
    write_book("nested", container(binary_book(record(0x809, bytes(16)) * 200_000)))
    good = binary_book(b"".join(cells[:3000]), shared)
    write_book("cycle", container(good, table={5: 2}))
    write_book("self-cycle", container(good, table={0: 0}))
    write_book("chain-outside", container(good, table={3: 0x7FFFFFFF}))
    write_book("starts-outside", container(good, first=0x00FFFFFF))
    whole = container(good)
    write_book("cut-middle", whole[:len(whole) // 2])
    write_book("cut-header", whole[:300])
    lists = bytearray(whole)
    lists[68:72] = struct.pack("<I", 1)
    lists[76:76 + 436] = struct.pack("<I", 1) * 109
    write_book("lists-of-lists", bytes(lists))
    write_book("bare-records", binary_book(label(0, 0, "x")) * 100)
    write_book("password", container(binary_book(b"", record(0x2F, bytes(50)))))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for make in (bombs, floods, tricks, broken, binaries):
        make(target)
