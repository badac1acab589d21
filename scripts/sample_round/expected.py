"""The expected results of round 2015, from the content tables and the reference alone."""

import csv
import io

from .reference import assessed

from .grid import columns_of
from .verdicts import is_merged

HEADER = (
    "unit_code", "application_number", "applicant_name", "outcome", "failed_rules",
    "unknown_rules", "disposable_income_yuan", "support_received_yuan",
    "rigid_expenditure_yuan", "household_size", "hardship_type", "not_applicable_rules",
    "per_capita_disposable_yuan_month", "per_capita_actual_low", "per_capita_actual_high",
    "threshold_yuan_month")


def assessments(units):
    """(unit, application, result) of every filing, after what people decided about duplicates."""
    return [(unit, application, concluded(units, unit, application))
            for unit in units for application in unit.applications + unit.late]


def concluded(units, unit, application):
    """The result of the filing alone, or merged with the one it is the same as."""
    result = checked(unit, application)
    if is_merged(units, unit, application):
        result["outcome"] = "merged"
        result["rules"]["UNIQUE"] = "notApplicable"
    return result


def checked(unit, application):
    """The reference's result, which must agree with what was worked out by hand."""
    result = assessed(case_of(unit, application))
    by_hand = (application.outcome, sorted(application.fails), sorted(application.unknown),
               application.hand)
    by_reference = (result["outcome"], sorted(rules(result, "fail")),
                    sorted(rules(result, "unknown")), figures(result))
    if by_hand != by_reference:
        raise SystemExit(f"{unit.code} {application.number} {application.name}:\n"
                         f"  by hand      {by_hand}\n  by reference {by_reference}")
    return result


def case_of(unit, application):
    """The household as the reference takes it."""
    def plain(record):
        return {name: value if not isinstance(value, (int, float)) or isinstance(value, bool)
                or name in ("householdSize", "months") else str(value)
                for name, value in record.items() if name != "text"}

    return {"unitAffiliated": unit.affiliated, "application": plain(application.fields),
            **{form: [plain(row) for row in getattr(application, form)]
               for form in ("members", "income", "expenditure", "support")}}


def rules(result, verdict):
    return [rule for rule, found in result["rules"].items() if found == verdict]


def figures(result):
    """D, S, R in yuan and n, as the tables write them by hand."""
    amounts = [span(result[name], 100) for name in ("income", "support", "rigid")]
    return " ".join([*amounts, span(result["size"], 1)])


def span(interval, divisor):
    """An exact value, `low..high`, or `low..` where only the policy bounds it."""
    if interval.is_exact:
        return shown(interval.low, divisor)
    ends = [("" if end is None else shown(end, divisor))
            for end in (interval.low, interval.high)]
    return "..".join(ends)


def shown(value, divisor):
    if divisor == 1 or value % divisor == 0:
        return str(value // divisor)
    return f"{value // divisor}.{int(value % divisor):02d}"


def row(unit, application, result):
    disposable, actual = result["perCapitaDisposable"], result["perCapitaActual"]
    return (
        unit.code, application.number, application.name, result["outcome"],
        ";".join(rules(result, "fail")), ";".join(rules(result, "unknown")),
        *figures(result).split(), result["hardshipType"],
        ";".join(rules(result, "notApplicable")),
        str(disposable[0]) if disposable[0] == disposable[1] else
        f"{disposable[0]}..{'' if disposable[1] is None else disposable[1]}",
        actual[0], "" if actual[1] is None else actual[1], result["threshold"] // 100)


def expected_csv(units):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for unit, application, result in assessments(units):
        if not application.superseded:
            writer.writerow(row(unit, application, result))
    return out.getvalue()


# What the tables say must be in the files.

UNWRITTEN = {"sex", "birthDate", "ethnicGroup", "evidence", "months", "text", "health"}


def require_written(units, late_sheet):
    """Every value the reference reads stands in a column of one of the unit's sheets."""
    for unit in units:
        require_columns(unit, unit.applications, [s for _, _, sheets in unit.files for s in sheets])
        require_columns(unit, unit.late, [late_sheet])


def require_columns(unit, applications, sheets):
    for application in applications:
        forms = {"applications": [application.fields],
                 **{form: getattr(application, form)
                    for form in ("members", "income", "expenditure", "support")}}
        for form, records in forms.items():
            written = {column.field for sheet in sheets for column in columns_of(sheet)
                       if column.form == form}
            for record in records:
                missing = {name for name, value in record.items() if value is not None}
                missing -= written | UNWRITTEN
                if form == "applications" and application.members:
                    missing -= {"householdSize"}
                if missing:
                    raise SystemExit(f"{unit.code} {application.name}: {form} has no column for "
                                     f"{sorted(missing)}")
