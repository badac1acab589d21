"""The pipeline files of the history."""

COMMON = """output: ../../output/history
registry: ../../output/history/registry/registry.sqlite
forms: ../../pipelines/forms
policy: ../../pipelines/policies/aba-organs.yaml
language: zh-Hans
"""
INTAKE = """# The intake of {year}. Earlier rounds come from the registry.
pipeline: intake-{year}
kind: intake
title: {year}年度受理
round: "{year}"
asOf: {year}-08-31
input: rounds/{year}
"""
RESCREEN = """# All active cases at the end of {year}, under the policy of that day.
pipeline: rescreen-{year}
kind: rescreen
title: {year}年末复核
asOf: {year}-12-31
"""
REPORT = """# The report on {year} of March {following}.
pipeline: annual-report-{year}
kind: annualReport
title: {year}年度报告
year: {year}
asOf: {following}-03-10
"""


def files_of(year):
    """(file name, text) of the year's pipeline files."""
    names = {"intake": INTAKE, "rescreen": RESCREEN, "annual-report": REPORT}
    for name, text in names.items():
        yield (f"{name}-{year}.yaml",
               text.format(year=year, following=int(year) + 1) + COMMON)
