"""What people decided about pairs of duplicates, and the case ids that name the pairs."""

from dataclasses import dataclass

from .case_identifiers import case_identifier
from .files import delimited
from .grid import Cell

FILE_NAME = "重复认定.csv"
HEADERS = ("重复对编号", "认定", "认定日期", "认定人", "原因")
ROUND = "2015"
# For the sample only: whoever holds a round's key can guess numbers behind case ids.
CASE_ID_KEY = "62616e6766752d73616d706c652d726f756e642d323031352d6f6e6c79210a00"


@dataclass(frozen=True)
class Verdict:
    """Two filings, each a unit's code and the applicant's name there, and what people decided."""
    first: tuple
    second: tuple
    word: str
    decided_on: str
    decided_by: str
    reason: str

    @property
    def filings(self):
        return self.first, self.second


VERDICTS = [
    Verdict(("U02", "马成英"), ("U11", "马成英"), "同一", "2015-10-20", "沈开元",
            "同一人，身份证15位与18位为同一号码"),
    Verdict(("U08", "白马央金"), ("U15", "三郎措"), "不同", "2015-10-20", "沈开元",
            "两人为邻居，共用一部电话"),
]


def verdict_file(units):
    """The sheet as the office hands it in."""
    rows = [(pair_id(units, verdict), verdict.word, verdict.decided_on, verdict.decided_by,
             verdict.reason) for verdict in VERDICTS]
    grid = [{at: Cell(text) for at, text in enumerate(row)} for row in [HEADERS, *rows]]
    return delimited(grid, "utf-8-sig")


def pair_id(units, verdict):
    """The two case ids, the lower one first."""
    return "+".join(sorted(case_id(*filing(units, one)) for one in verdict.filings))


def filing(units, named):
    """The unit and the standing filing that a verdict speaks of."""
    code, name = named
    return next((unit, application) for unit in units if unit.code == code
                for application in unit.applications
                if application.name == name and not application.superseded)


def case_id(unit, application):
    """Round, unit code and six letters of a keyed hash over the filing (contract, section 4)."""
    return case_identifier(CASE_ID_KEY, ROUND, unit.code, application)


def is_merged(units, unit, application):
    """Whether the filing is counted with another: of a pair that is the same the later one."""
    for verdict in VERDICTS:
        here = (unit.code, application.name)
        if verdict.word != "同一" or here not in verdict.filings or application.superseded:
            continue
        pair = [filing(units, one) for one in verdict.filings]
        primary = min(pair, key=lambda one: (one[1].fields["applicationDate"], case_id(*one)))
        return primary[1] is not application
    return False
