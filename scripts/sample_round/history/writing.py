"""Writes the history to a folder."""

from ..expected import require_written
from ..rounds import encoded, roster, write
from ..files import delimited
from . import chronicle as book
from . import lawful, office, pipelines, readme, refused, totals
from .fund import YEARS


def write_history(folder):
    chronicle = book.chronicle()
    totals.require_outcomes(chronicle)
    files = {year: office.files_of(chronicle, year) for year in YEARS}
    lawful.require_lawful(
        [fact for year in YEARS for file in files[year] for fact in file.facts],
        lawful.merged_cases())
    for year in YEARS:
        write_round(folder / "rounds" / year, book.units_of(year))
        for file in files[year]:
            write(folder / "office" / year / file.name, file.content)
        for name, text in pipelines.files_of(year):
            write(folder / name, text)
    for file in refused.files_of(chronicle):
        write(folder / "office" / "refused" / file.name, file.content)
    rows = totals.expected_rows(chronicle)
    write(folder / "expected.csv", totals.expected_csv(rows))
    write(folder / "README.md", readme.history_readme(chronicle, files, rows))


def write_round(folder, units):
    require_written(units, None)
    write(folder / "单位名册.csv", delimited(roster(units), "utf-8-sig"))
    write(folder / "case-id.key", book.CASE_ID_KEY + "\n")
    for unit in units:
        for name, encoding, sheets in unit.files:
            write(folder / unit.name / name, encoded(encoding, sheets, unit.applications))
