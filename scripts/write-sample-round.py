#!/usr/bin/env python3
"""Writes the sample rounds, their README and their expected results.

    scripts/write-sample-round.py [FOLDER]     FOLDER is samples/ beside scripts/ unless named

The content stands in fixed tables (scripts/sample_round/), so the same files come out every time.
Each expected figure is stated by hand in those tables and computed a second time by
sample_round/reference.py; the script stops where the two differ.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True

from sample_round import expected, hostile, readme, rounds, verdicts  # noqa: E402
from sample_round.units_2015_c import LATE_FILE, UNKNOWN_UNIT  # noqa: E402


def main():
    samples = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples"
    expected.require_written(rounds.UNITS_2015, LATE_FILE[2])
    for name, units in rounds.ROUNDS.items():
        shutil.rmtree(samples / name, ignore_errors=True)
        rounds.write_round(samples / name, units)
    current = samples / "round-2015"
    rounds.write_late_file(current, rounds.UNITS_2015)
    rounds.write_unit(current / UNKNOWN_UNIT.name, UNKNOWN_UNIT)
    rounds.write(current / "case-id.key", verdicts.CASE_ID_KEY + "\n")
    rounds.write(current / verdicts.FILE_NAME, verdicts.verdict_file(rounds.UNITS_2015))
    rounds.write(current / "README.md", readme.round_readme(rounds.UNITS_2015, UNKNOWN_UNIT))
    rounds.write(samples / "round-2015.expected.csv", expected.expected_csv(rounds.UNITS_2015))
    shutil.rmtree(samples / "hostile", ignore_errors=True)
    hostile.write_hostile(samples / "hostile")


if __name__ == "__main__":
    main()
