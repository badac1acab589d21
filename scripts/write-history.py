#!/usr/bin/env python3
"""Writes the worked history 2013–2015 with its README, pipeline files and expected totals.

    scripts/write-history.py [FOLDER]     FOLDER is samples/history-2013-2015 unless named

The content stands in fixed tables (scripts/sample_round/history/), so the same files come out every
time. Outcomes are computed by sample_round/reference.py and totals from the tables; the script
stops where a case is not screened as its table says or a step breaks a rule of the programme.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True

from sample_round.history import writing  # noqa: E402


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples" / "history-2013-2015"
    shutil.rmtree(folder, ignore_errors=True)
    writing.write_history(folder)


if __name__ == "__main__":
    main()
