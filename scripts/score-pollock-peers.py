#!/usr/bin/env python3
"""Scores frictionless beside `bangfu cells` on the Pollock files, by one scorer in one run.

    scripts/score-pollock-peers.py SCORER POLLOCK_DIR .build/release/bangfu

SCORER is pollock_score.py; POLLOCK_DIR holds polluted_files and pollock_weights.json. frictionless is
told nothing about a file: it finds delimiter, quote, encoding and header itself, and its cells are
taken as the texts they were. A file it gives up on counts as failed. The plain CSV reader of Python
is scored as well.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path


def write(rows, folder):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "table.csv", "w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([["" if cell is None else cell for cell in row] for row in rows])


def with_frictionless(job):
    path, folder = job
    from frictionless import Detector, Resource, system
    try:
        with system.use_context(trusted=True):
            resource = Resource(path=str(path), detector=Detector(field_type="string"))
            with resource:
                cells = [list(row) for row in resource.cell_stream]
                behind = max(resource.dialect.header_rows) if resource.dialect.header else 0
                rows = ([resource.labels] if behind else []) + cells[behind:]
        write(rows, folder)
    except Exception:  # whatever it raises, the file is not read
        return 1
    return 0


def plainly(job):
    path, folder = job
    with open(path, encoding="utf-8", errors="replace", newline="") as opened:
        write(csv.reader(opened), folder)
    return 0


def main(scorer, pollock, program):
    files = sorted((Path(pollock) / "polluted_files/csv").iterdir())
    with tempfile.TemporaryDirectory() as temporary:
        for name, read in [("frictionless", with_frictionless), ("plain CSV", plainly)]:
            folder = Path(temporary) / name
            start = time.monotonic()
            with ProcessPoolExecutor(max_workers=1) as pool:
                failed = sum(pool.map(read, [(path, folder / path.name) for path in files]))
            print(f"{name}: {len(files)} files, {failed} given up, "
                  f"{time.monotonic() - start:.0f} s of wall time", flush=True)
            subprocess.run([sys.executable, scorer, pollock, str(folder)], check=True)
        print("bangfu cells:", flush=True)
        subprocess.run([sys.executable, scorer, pollock, str(Path(temporary) / "bangfu"),
                        os.path.abspath(program)], check=True)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
