#!/usr/bin/env python3
"""Scores how `bangfu cells` finds the encoding of short and long Chinese texts, nothing given.

    scripts/score-encodings.py .build/release/bangfu MEMBERS.csv

MEMBERS.csv is a UTF-8 table of at least 2,000 rows and 7 columns with numbers in columns 1 and 5 and
names in column 7 (the project's shared `bench/ingest/gen_data.py` writes one). Parts of it, and a
text whose only Chinese stands at its end, are saved in each encoding that holds them: 55 cases. A
case is right where `cells` writes the same cells, else ambiguous where `check` reports the encoding
as doubtful. Exit code 1 where more than one case is wrong. `chardet` is scored beside it where it is
installed.
"""

import csv
import io
import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "big5"]


def text_of(rows, count, columns=None):
    out = io.StringIO()
    writer = csv.writer(out)
    for row in rows[:count]:
        writer.writerow([row[column] for column in columns] if columns else row)
    return out.getvalue()


def texts(rows):
    return {
        "header": text_of(rows, 1), "3 rows": text_of(rows, 3), "50 rows": text_of(rows, 50),
        "2,000 rows": text_of(rows, 2000), "5 numbers and names": text_of(rows, 5, [0, 4, 6]),
        "10 names": text_of(rows, 10, [6]), "1,000 names": text_of(rows, 1000, [6]),
        "2,000 numbers and names": text_of(rows, 2000, [0, 4, 6]),
        "Chinese at the end": "id,v\n" + "".join(f"{n},{n * 7}\n" for n in range(20000))
        + "20001,王芳\n",
    }


def cells(program, path):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([program, "cells", str(path), "--output", folder],
                              capture_output=True, check=False)
        if done.returncode != 0:
            return None
        made = sorted(Path(folder).glob("*.csv"))
        with open(made[0], encoding="utf-8", newline="") as file:
            return [trimmed(row) for row in csv.reader(file)]


def trimmed(row):
    while row and not row[-1].strip():
        row = row[:-1]
    return row


def is_reported(program, path):
    done = subprocess.run([program, "check", str(path)], capture_output=True, check=False)
    return "可能有两种编码" in (done.stdout + done.stderr).decode("utf-8", "replace")


def peer(content, text):
    try:
        import chardet
        name = chardet.detect(content)["encoding"]
        return content.decode(name).lstrip("\ufeff") == text
    except (ImportError, LookupError, UnicodeDecodeError, TypeError):
        return False


def main(program, members):
    with open(members, encoding="utf-8", newline="") as file:
        rows = list(itertools.islice(csv.reader(file), 2000))
    right = reported = total = peers = 0
    for (name, text), encoding in itertools.product(texts(rows).items(), ENCODINGS):
        try:
            content = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        total += 1
        peers += peer(content, text)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "case.csv"
            path.write_bytes(content)
            wanted = [trimmed(row) for row in csv.reader(io.StringIO(text, newline=""))]
            if cells(program, path) == wanted:
                right += 1
            elif is_reported(program, path):
                reported += 1
                print("reported as doubtful:", name, encoding)
            else:
                print("wrong:", name, encoding)
    print(f"cases {total}, right {right}, reported as doubtful {reported}; chardet {peers}")
    return 0 if right + reported == total and reported <= 1 else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
