#!/usr/bin/env python3
"""Repeats a round's units until it holds about COUNT applications, for timing and memory.

    scripts/enlarge-round.py samples/round-2015 /tmp/large 20000

The first copy is the round itself. Every further copy has its own unit names and codes, persons,
identity numbers (area 513299, valid where the original is valid), birth dates, application numbers
and telephone numbers; layouts, encodings, amounts, slips and duplicates stay as they are, so each
copy has the results of the first; only verdicts on duplicates, which name case ids, go to the first
copy alone. Each copy brings its own roster sheet. Deterministic.
"""

import csv
import io
import itertools
import re
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sample_round.names import GIVEN, SURNAMES, TIBETAN

SHEETS = {".csv", ".tsv", ".txt", ".xml"}
SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
NAMES = {"姓名", "申请人", "申请人姓名", "申报对象", "困难党员姓名", "户主", "成员姓名", "离世党员姓名",
         "已故党员姓名", "担保人", "跟踪联系人", "联系人"}
NUMBERS = {"申报编号", "编号", "受理编号"}
VERDICTS = "重复对编号"
CATEGORIES = {"申报类别", "对象类别", "人员类别"}
PERSONAL_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]{2,}"
                           r"([·•・‧⋅．･][\u3400-\u9fff]{2,})*")
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
HALF_WIDTH = str.maketrans("０１２３４５６７８９Ｘ", "0123456789X")
DOT = re.compile("[·•・‧⋅．･]")
DIGITS = "10X98765432"


@dataclass
class SourceFile:
    path: Path
    encoding: str
    text: str


@dataclass
class Round:
    files: list
    names: list
    numbers: list
    units: list
    codes: list
    people: set


def main():
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    source, target, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    whole = read_round(source)
    each = sum(applications_in(file) for file in whole.files)
    copies = max(1, round(count / each))
    taken = set(whole.people)
    for copy in range(copies):
        write_copy(whole, Copy(whole, copy, taken), target)
    for extra in source.glob("*.key"):
        (target / extra.name).write_bytes(extra.read_bytes())
    print(f"{copies} copies of {each} applications: {copies * each}")


# Reading


def read_round(folder):
    files = [read_file(folder, path) for path in sorted(folder.rglob("*"))
             if path.suffix in SHEETS]
    names, numbers, units, codes = set(), set(), set(), set()
    for file in files:
        for rows in tables(file):
            names |= set(filter(is_personal_name, below(data_rows(rows, NAMES), NAMES)))
            numbers |= {one for one in below(rows, NUMBERS) if re.search(r"\d", one)}
            codes |= set(below(rows, {"单位代码"}))
            units |= set(below(rows, {"单位名称"}))
            units |= {alias for cell in below(rows, {"别名"}) for alias in cell.split("、")}
    units |= {file.path.parts[0] for file in files if len(file.path.parts) > 1}
    return Round(files, sorted(names), sorted(numbers), sorted(units), sorted(codes),
                 births_and_sequences(files))


def read_file(folder, path):
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] == b"\xff\xfe" else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        encoding = "gb18030"
        text = data.decode(encoding)
    return SourceFile(path.relative_to(folder), encoding, text)


def tables(file):
    """The file's tables as rows of cell texts, merged cells left out."""
    if file.path.suffix == ".xml":
        root = ElementTree.fromstring(file.text.encode("utf-8"))
        return [[cells(row) for row in sheet.iter(SPREADSHEET + "Row")]
                for sheet in root.iter(SPREADSHEET + "Worksheet")]
    delimiter = "\t" if "\t" in file.text else ","
    return [list(csv.reader(io.StringIO(file.text.lstrip("\ufeff")), delimiter=delimiter))]


def cells(row):
    texts, column = {}, 0
    for cell in row.findall(SPREADSHEET + "Cell"):
        column = int(cell.get(SPREADSHEET + "Index", column + 1))
        texts[column] = "".join(cell.itertext())
        column += int(cell.get(SPREADSHEET + "MergeAcross", 0))
    return [texts.get(at, "") for at in range(1, max(texts, default=0) + 1)]


def below(rows, headers):
    """The filled cells in the columns under any of the headers."""
    found, columns = [], set()
    for row in rows:
        here = {at for at, cell in enumerate(row) if bare(cell) in headers}
        columns |= here
        if not here:
            found += [row[at].strip() for at in sorted(columns)
                      if at < len(row) and row[at].strip()]
    return found


def bare(header):
    return re.sub(r"[（(].*?[）)]|[*﹡★\s]", "", header)


def applications_in(file):
    """How many rows of the file say what kind of applicant they are about."""
    return sum(cell in ("在职", "退休", "遗属")
               for rows in tables(file) for cell in below(rows, CATEGORIES))


def data_rows(rows, headers):
    """The header rows and those with a digit that are no sums; a second header row has none."""
    return [row for row in rows
            if any(bare(cell) in headers for cell in row)
            or re.search(r"\d", "".join(row)) and not {"合计", "小计", "总计"} & set(row)]


def is_personal_name(text):
    return PERSONAL_NAME.fullmatch(text.replace(" ", "")) is not None


def births_and_sequences(files):
    """(YYYYMMDD, sequence) inside the identity numbers of all files; None where it is lost."""
    text = "\n".join(file.text for file in files).translate(HALF_WIDTH)
    found = set(re.findall(r"513299(\d{8})(\d{3})[\dX]", text))
    found |= {("19" + born, sequence)
              for born, sequence in re.findall(r"513299(\d{6})(\d{3})(?!\d)", text)}
    return found | {(born, None) for born in re.findall(r"5\.13299(\d{8})(?=E)", text)}


# Changing


class Copy:
    """What each name and number of the round becomes in one copy; `taken` are the people so far."""

    def __init__(self, whole, copy, taken):
        self.copy = copy
        self.births = {born for born, _ in whole.people}
        self.sequences = {}
        for born, sequence in sorted(person for person in whole.people if person[1]):
            self.sequences[born, sequence] = self.free_sequence(born, sequence, taken)
        self.words = {number: f"{number}-{copy:03d}" for number in whole.numbers}
        self.words |= {unit: f"{unit}{copy:03d}" for unit in whole.units}
        self.words |= {code: f"{code}{copy:03d}" for code in whole.codes}
        self.words |= new_names(whole.names, copy)
        longest_first = sorted(self.words, key=lambda word: (-len(word), word))
        self.word = re.compile("|".join(re.escape(word) for word in longest_first))

    def free_sequence(self, born, sequence, taken):
        """The next sequence number of the same sex that nobody has on the new birth date."""
        for step in range(0, 1_000, 2):
            new = f"{(int(sequence) + 2 * self.copy + step) % 1_000:03d}"
            if (self.born(born), new) not in taken:
                taken.add((self.born(born), new))
                return new
        raise SystemExit(f"no number is left for {self.born(born)}; ask for fewer applications")

    def changed(self, text):
        if self.copy == 0:
            return text
        text = self.word.sub(lambda match: self.words[match.group()], text)
        text = re.sub(r"(?<!\d)513299\d{11}[\dX](?!\d)", self.number18, text)
        text = re.sub(r"(?<!\d)513299\d{9}(?!\d)", self.number15, text)
        text = re.sub(r"５１３２９９[０-９]{11}[０-９Ｘ]", self.full_width, text)
        text = re.sub(r"5\.13299(\d{8})(?=E)", self.mantissa, text)
        text = re.sub(r"1390000(\d{4})", self.phone, text)
        return WRITTEN_DATE.sub(self.birth_date, text)

    def number18(self, match):
        return self.number(match.group())

    def number(self, old):
        """A number as valid or invalid as the old one; one that ends in …000 still does."""
        born = self.born(old[6:14])
        if is_valid(old):
            first17 = "513299" + born + self.sequences[old[6:14], old[14:17]]
            return first17 + check_digit(first17)
        if old.endswith("000"):
            return next(damaged for step in range(10)
                        if not is_valid(damaged := f"513299{born}{(self.copy + step) % 10}000"))
        first17 = "513299" + born + self.sequences[old[6:14], old[14:17]]
        return first17 + DIGITS[(DIGITS.index(check_digit(first17)) + 1) % len(DIGITS)]

    def number15(self, match):
        old = match.group()
        born = "19" + old[6:12]
        return "513299" + self.born(born)[2:] + self.sequences[born, old[12:]]

    def full_width(self, match):
        return self.number(match.group().translate(HALF_WIDTH)).translate(FULL_WIDTH)

    def mantissa(self, match):
        return "5.13299" + self.born(match.group(1))

    def born(self, old):
        """A birth date up to four months away, the same for every mention of the old one."""
        day = date(int(old[:4]), int(old[4:6]), int(old[6:]))
        new = day + timedelta(days=(self.copy * 37 + day.toordinal() * 11) % 241 - 120)
        return new.strftime("%Y%m%d") if new.year // 100 == day.year // 100 else old

    def birth_date(self, match):
        """A written birth date moves with its number, in the style it is written in."""
        year, *rest = (group for group in match.groups() if group is not None)
        first, month, second, day = rest
        old = f"{year}{int(month):02d}{int(day):02d}"
        if old not in self.births:
            return match.group()
        new = self.born(old)
        padded = first in ("", "-")
        month, day = (new[4:6], new[6:]) if padded else (str(int(new[4:6])), str(int(new[6:])))
        return new[:4] + first + month + second + day

    def phone(self, match):
        """Another fictitious number; equal ones stay equal."""
        last = (int(match.group(1)) + self.copy // 70 * 1_111) % 10_000
        return f"1{3 + self.copy % 7}{self.copy // 7 % 10}0000{last:04d}"


# YYYYMMDD, or with the separators - / . or 年 月.
WRITTEN_DATE = re.compile(
    r"(?<![\d.])(\d{4})(?:(?=\d{4}(?!\d))()(\d\d)()(\d\d)|([-/.年])(\d\d?)([-/.月])(\d\d?))(?!\d)")


def new_names(names, copy):
    """Each name's successor, never one twice; two spellings of a name stay two spellings of one."""
    new, used = {}, set()
    for at, name in enumerate(names):
        folded = DOT.sub("·", name).replace(" ", "")
        if folded not in new:
            new[folded] = next(one for one in candidates(folded, at, copy) if one not in used)
            used.add(new[folded])
        spelled = DOT.sub(DOT.search(name).group(), new[folded]) if DOT.search(name) else (
            new[folded])
        new[name] = spelled[0] + " " + spelled[1:] if " " in name else spelled
    return new


def candidates(name, at, copy):
    """Names of the same kind and length, each copy beginning elsewhere."""
    for step in itertools.count():
        mixed = (at * 7_919 + copy * 104_729 + step * 31) % 1_000_003
        han = pick(SURNAMES, mixed) + pick(GIVEN, mixed // 40) + pick(GIVEN, mixed // 1_600)
        tibetan = pick(TIBETAN, mixed), pick(TIBETAN, mixed // 30)
        if "·" in name:
            yield "·".join(tibetan)
        elif name[0] in SURNAMES or len(name) == 2:
            yield han[:max(2, min(3, len(name)))]
        else:
            yield "".join(tibetan)


def pick(choices, at):
    return choices[at % len(choices)]


def is_valid(number):
    return number[17] == check_digit(number[:17])


def check_digit(first17):
    """GB 11643 (ISO 7064 MOD 11-2)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return DIGITS[sum(int(digit) * weight for digit, weight in zip(first17, weights)) % 11]


# Writing


def write_copy(whole, copy, target):
    for file in whole.files:
        if copy.copy and VERDICTS in file.text:
            continue
        path = Path(*(copy.changed(part) for part in file.path.parts[:-1]), file.path.name)
        if len(file.path.parts) == 1 and copy.copy:
            path = path.with_stem(f"{path.stem}{copy.copy:03d}")
        out = target / path
        out.parent.mkdir(parents=True, exist_ok=True)
        text = copy.changed(file.text)
        data = text.encode("utf-16-le" if file.encoding == "utf-16" else file.encoding)
        out.write_bytes(b"\xff\xfe" + data if file.encoding == "utf-16" else data)


if __name__ == "__main__":
    main()
