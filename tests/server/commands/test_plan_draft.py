"""``oneplusx plan draft``: shown to all, written for an editor of the college, with what is missing."""

import asyncio
import re
from pathlib import Path
from typing import NamedTuple

import orjson
import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import Database
from graph.query.statement import Statement
from graph.upkeep import constraints
from tests.command_line import oneplusx
from tests.conftest import settings_of
from tests.resolvers.editing.training_plans.drafting_office import add_standards
from tests.resolvers.editing.training_plans.plan_office import add_plan

GIVEN = ("510203", "2027级", "--target", "Web前端开发:INTERMEDIATE")
OF_COLLEGE = ("--college", "甲学院", "--reason", "新编")
DRAFTED = "TrainingPlan:甲学院:软件技术:2027级:1"


class DraftingOffice(NamedTuple):
    """A graph with what a plan is drafted from, the tokens of its editors, and a folder."""

    address: GraphAddress
    tokens: dict[str, str]
    folder: Path

    def draft(self, *options, who="", locale="en_US"):
        token = {"ONEPLUSX_EDITOR_TOKEN": self.tokens[who]} if who else {}
        settings = {**settings_of(self.address), **token, "LC_ALL": locale, "COLUMNS": "200"}
        return oneplusx("plan", "draft", *options, folder=self.folder, **settings)

    def plans(self):
        text = "MATCH (p:TrainingPlan) RETURN p.id, p.draftOf ORDER BY p.id"
        return on(self.address, lambda database: database.read(Statement(text)))


def on(address, work):
    async def run():
        async with Database.open(address) as database:
            return await work(database)

    return asyncio.run(run())


@pytest.fixture
def office(engine_address, tmp_path):
    async def fill(database):
        await constraints.apply(database)
        await database.write(
            lambda writer: writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n"))
        )
        tokens = await add_plan(database)
        await add_standards(database)
        return tokens

    return DraftingOffice(engine_address, on(engine_address, fill), tmp_path)


def test_a_dry_run_shows_lines_and_gaps_and_writes_nothing(office):
    before = office.plans()

    shown = office.draft(*GIVEN, "--dry-run")
    report = orjson.loads(office.draft(*GIVEN, "--dry-run", "--json").stdout)

    assert (shown.returncode, shown.stderr) == (0, "")
    rows = [each.split() for each in shown.stdout.splitlines()]
    assert ["COMMON", "体育", "REQUIRED", ">=", "108", "体育"] in rows
    assert ["CORE", "课程2025", "Course:2025:510203:1"] in rows
    assert rows[-1] == ["Nothing", "was", "written."]
    assert (report["trainingPlan"], [each["name"] for each in report["lines"]]) == (None, ["体育", "课程2025"])
    assert {"kind": "EXAMINATION_SEMESTER", "lines": ["Web前端开发"], "rules": []} in report["missing"]
    assert office.plans() == before


def test_an_editor_of_the_college_writes_a_draft(office):
    written = office.draft("510203", "2027级", *OF_COLLEGE, who="zhao", locale="zh_CN")

    assert (written.returncode, written.stderr) == (0, "")
    assert f"草案为 {DRAFTED}。" in written.stdout
    # Verdicts have the names that `plan check` gives them.
    counts = next(each for each in written.stdout.splitlines() if "无法判断" in each or "符合" in each)
    assert not re.search(r"[A-Za-z]", counts)
    assert [DRAFTED, "College:甲学院"] in office.plans()


@pytest.mark.parametrize(
    ("who", "options", "code", "said"),
    [
        ("qian", (*GIVEN, *OF_COLLEGE), 1, "OTHER_COLLEGE"),
        ("zhao", GIVEN, 2, "--college"),
        ("zhao", ("999999", "2027级", *OF_COLLEGE), 1, "999999"),
        ("zhao", ("510203", "大一", *OF_COLLEGE), 1, "`grade`"),
        ("", (*GIVEN, *OF_COLLEGE), 1, "ONEPLUSX_EDITOR_TOKEN"),
    ],
)
def test_what_cannot_be_drafted_is_refused_and_nothing_is_written(office, who, options, code, said):
    before = office.plans()

    refused = office.draft(*options, who=who)

    assert (refused.returncode, said in refused.stderr) == (code, True), refused.stderr
    assert office.plans() == before


PAGE = Path(__file__).parents[3] / "docs" / "edit-plans.md"
COLLEGES = Path(__file__).parents[3] / "seeds" / "data"
NAMED = "深圳信息职业技术大学"


def test_the_commands_of_the_guide_run_as_they_stand_there(office):
    """The college is one of the seeds; this graph holds it alone."""
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    add, show = re.findall(r"`oneplusx ((?:editors add|plan draft) [^`]+)`", text)
    (more,) = re.findall(r"with `(--college \S+ --reason [^`]+)`", text)
    college = f"College:{NAMED}"
    assert any(f"{college},{NAMED}," in each.read_text("utf-8") for each in COLLEGES.glob("*/nodes/College.csv"))
    made = Statement("MATCH (c:College {id: 'College:甲学院'}) SET c.id = $id, c.name = $name, c.renamedFrom = null")
    renamed = Statement(made.text, {"id": college, "name": NAMED})
    on(office.address, lambda database: database.write(lambda writer: writer.run(renamed)))
    settings = {**settings_of(office.address), "LC_ALL": "en_US", "COLUMNS": "200"}

    added = oneplusx(*add.split(), folder=office.folder, **settings)
    shown = oneplusx(*show.split(), folder=office.folder, **settings)
    token = {"ONEPLUSX_EDITOR_TOKEN": added.stdout.split()[-1]}
    command = show.replace("--dry-run", more).split()
    written = oneplusx(*command, folder=office.folder, **settings, **token)

    assert [(each.returncode, each.stderr) for each in (added, shown, written)] == [(0, "")] * 3
    assert (f"TrainingPlan:{NAMED}:软件技术:2027级:1",) in [(each[0],) for each in office.plans()]
