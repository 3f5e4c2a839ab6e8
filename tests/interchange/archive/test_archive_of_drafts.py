"""A backup while editors change drafts of training plans: it goes on, and holds what they wrote."""

import zipfile

import orjson

from graph.model import EDITED_TYPES
from interchange.archive.backup import backup
from tests.interchange.standard_imports.imports import whole_graph
from tests.resolvers.editing.training_plans.plan_office import (
    CARRIED,
    CARRY,
    DRAFT,
    EDIT,
    PUBLISH,
    REVISE,
    REVISION,
    UNDO,
    edits,
    line,
    open_plan_office,
)
from tests.resolvers.editing.training_plans.test_plan_editing import ALL

# A label that only a load changes: it is read before what editors change.
READ_FIRST = "MATCH (n:Catalogue)"


class EditedMeanwhile:
    """A graph in which an editor changes a draft during each try of a backup."""

    def __init__(self, office) -> None:
        self._office = office
        self._database = office.database
        self.run_alone = office.database.run_alone
        self.edits = 0

    async def read(self, statement, **options):
        rows = await self._database.read(statement, **options)
        if statement.text.startswith(READ_FIRST):
            self.edits += 1
            changed = {"action": "CHANGE_LINE", "of": line(2), "line": {"hours": 100 + self.edits}}
            payload = await self._office.change("zhao", EDIT, edits(changed, version=self.edits))
            assert payload["userErrors"] == []
        return rows


async def test_an_edit_of_a_draft_during_a_backup_needs_no_other_try(database, tmp_path):
    office = await open_plan_office(database)
    await office.change("zhao", REVISE, REVISION)
    edited = EditedMeanwhile(office)

    await backup(edited, tmp_path / "drafts.zip")

    assert edited.edits == 1
    with zipfile.ZipFile(tmp_path / "drafts.zip") as archive:
        lines, changes = (
            [orjson.loads(each) for each in archive.read(f"nodes/{label}.jsonl").splitlines()]
            for label in ("PlanCourse", "Change")
        )
    assert [each["hours"] for each in lines if each["id"] == line(2)] == [101]
    assert sorted(each["action"] for each in changes) == ["EDIT_PLAN", "REVISE_PLAN"]


async def test_mutations_of_training_plans_write_only_what_a_backup_reads_last(database):
    """What is read first must stay while editors work, or an archive would be of two moments."""

    async def others() -> tuple[dict, dict]:
        nodes, links = await whole_graph(database)
        edited = {node_id for labels, node_id, _ in nodes if set(labels) & EDITED_TYPES}
        return (
            {node_id: orjson.dumps(values) for _, node_id, values in nodes if node_id not in edited},
            {
                (start, kind, end): orjson.dumps(values)
                for start, kind, end, values in links
                if not {start, end} & edited
            },
        )

    office = await open_plan_office(database)
    before = await others()
    for number, (who, query, given) in enumerate(
        (
            ("zhao", REVISE, REVISION),
            ("zhao", EDIT, edits(*ALL)),
            ("zhou", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 2}),
            ("wang", PUBLISH, {"trainingPlan": DRAFT, "expectedVersion": 3, "carryAlignments": True}),
            ("zhao", CARRY, CARRIED),
        ),
        start=1,
    ):
        assert (await office.change(who, query, given))["userErrors"] == []
        assert await others() == before
        assert await office.count("MATCH (c:Change) RETURN count(c)") == number
