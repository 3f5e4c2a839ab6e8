"""LibreOffice opens every export as it is: what it prints are our figures, and what it saves is the same plan.

Skipped where there is no LibreOffice; ``.ci/run`` installs it.
"""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from analysis.training_plans.plan_content import content_differences
from interchange.training_plans.form.plan_export import EXPORTS
from interchange.training_plans.form.plan_tables import plan_tables
from interchange.training_plans.plan_reading import read_training_plans
from seeds.credit_rules import read_credit_rules
from seeds.rule_sets import read_rule_sets
from seeds.transform.illustrative_plans import illustrative_plans
from server.plans.reports.plan_reports import ReportSources, plan_reports
from tests.interchange.documents.made_documents import read_here

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine")

SEEDS = [Path(__file__).parents[4] / "seeds" / "data"]
SECONDS = 300
CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
PLAN = illustrative_plans()[0]


def reports():
    """All tables that are calculated, of a college whose rules are known."""
    row = {
        "requirement": "R:1",
        "level": "ADVANCED",
        "requirementCode": "1.1",
        "requirementText": "能",
        "kind": "EXACT",
    }
    accepted = [{**row, "courseName": each.name, "status": "ACCEPTED"} for each in PLAN.lines[:25]]
    before = PLAN._replace(lines=PLAN.lines[3:], head=PLAN.head._replace(grade="2025级"))
    plan = PLAN._replace(head=PLAN.head._replace(college="山东艺术设计职业学院"))
    sources = ReportSources(read_rule_sets(SEEDS), list(read_credit_rules(SEEDS)), accepted, before)
    return plan_reports(plan, sources)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Every made-up plan in every form, with all reports."""
    folder = tmp_path_factory.mktemp("exports")
    for place, plan in enumerate(illustrative_plans()):
        for ending, export in EXPORTS.items():
            (folder / f"{place}.{ending}").write_bytes(export(plan, reports()).data)
    return folder


def converted(folder: Path, names: list[str], form: str) -> Path:
    """Let LibreOffice open files and write them in another form; it says nothing of an error but leaves out a file."""
    into = folder / f"as-{form}-{names[0].rpartition('.')[2]}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", form, "--outdir", into, *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=SECONDS)
    return into


@pytest.mark.slow
@pytest.mark.parametrize("ending", EXPORTS)
def test_what_it_saves_is_read_back_as_the_plan(ending, files):
    saved = converted(files, [f"0.{ending}", f"1.{ending}"], ending)

    for place, plan in enumerate(illustrative_plans()):
        (again,) = read_training_plans(read_here((saved / f"{place}.{ending}").read_bytes()))
        assert content_differences(plan, again) == []
        assert (again.problems, again.not_read) == ((), ())


@pytest.mark.slow
@pytest.mark.parametrize("ending", EXPORTS)
def test_the_figures_that_it_prints_are_ours(ending, files):
    printed = converted(files, [f"0.{ending}"], "pdf") / "0.pdf"

    ours = Counter(
        figure(cell.value)
        for table in [*plan_tables(PLAN), *reports()]
        for row in table.rows
        for cell in row.values()
        # A cell of several rows is printed again on each page that it reaches.
        if cell.rows == 1 and figure(cell.value)
    )
    with pdfplumber.open(printed) as pdf:
        cells = [cell for page in pdf.pages for table in page.extract_tables() for row in table for cell in row]
    theirs = Counter(figure(each) for each in cells)

    assert sum(ours.values()) > 400
    assert ours - theirs == Counter()


def figure(value) -> str:
    """Give a value that has no Chinese text, for which a machine may lack the font."""
    text = re.sub(r"\s", "", str(value)) if value is not None else ""
    return "" if CHINESE.search(text) else text
