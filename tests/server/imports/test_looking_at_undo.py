"""Before an import is undone: what that would take out, or what stands in the way, by name."""

from graph.model.slugs import slug_of
from interchange.standard_imports.confirmed_import import confirm_import
from tests.interchange.standard_imports.imports import ANSWERS, STANDARD, rows, run_all, skill_import, whole_graph
from tests.interchange.standard_imports.test_carried_alignments import ALIGN
from tests.server.imports.importing import UNDO

LOOK = """query ($standard: ID!) { importUndoing(standard: $standard) {
  change canUndo removed { type count } restored { type count } obstacles { text node slug name isFinal } obstacleCount } }"""


async def looked(office, who: str | None = "dora", standard: str = STANDARD) -> dict:
    return await office.post(who, LOOK, standard=standard)


async def test_what_undoing_would_take_out_is_what_it_takes_out(office):
    await confirm_import(office.database, skill_import(), ANSWERS, office.tokens["rui"])
    before = await whole_graph(office.database)

    would = (await looked(office))["data"]["importUndoing"]
    ((change,),) = await rows(office.database, "MATCH (c:Change {action: 'IMPORT'}) RETURN c.id")

    assert await whole_graph(office.database) == before
    done = await office.change("rui", UNDO, standard=STANDARD)
    assert would == {
        "change": change,
        "canUndo": True,
        "removed": done["removed"],
        "restored": [],
        "obstacles": [],
        "obstacleCount": 0,
    }
    assert {"type": "SkillRequirement", "count": 14} in would["removed"]


async def test_what_stands_in_the_way_is_named_what_is_final_first(office):
    await confirm_import(office.database, skill_import(), ANSWERS, office.tokens["rui"])
    await run_all(office.database, *ALIGN)

    found = (await looked(office))["data"]["importUndoing"]

    # Of the six alignments one was withdrawn, and never accepted.
    assert (found["canUndo"], found["removed"], found["obstacleCount"]) == (False, [], 5)
    assert [each["isFinal"] for each in found["obstacles"]] == [True, True, True, True, False]
    assert found["obstacles"][-1] == {
        "text": "a proposal that waits",
        "node": "Alignment:b",
        "slug": slug_of("Alignment:b"),
        "name": "课程 → 2.1.1 能用SELECT查询单表",
        "isFinal": False,
    }


async def test_only_the_import_that_was_looked_at_is_undone(office):
    """A colleague may have imported the standard anew meanwhile."""
    await confirm_import(office.database, skill_import(), ANSWERS, office.tokens["rui"])
    first = (await looked(office))["data"]["importUndoing"]["change"]
    await office.change("rui", UNDO, standard=STANDARD, change=first)
    await confirm_import(office.database, skill_import(), ANSWERS, office.tokens["ren"])
    before = await whole_graph(office.database)

    refused = await office.change("rui", UNDO, standard=STANDARD, change=first)

    assert [each["code"] for each in refused["userErrors"]] == ["NOTHING_TO_UNDO"]
    assert await whole_graph(office.database) == before
    second = (await looked(office))["data"]["importUndoing"]["change"]
    assert second != first
    assert (await office.change("rui", UNDO, standard=STANDARD, change=second))["userErrors"] == []


async def test_who_is_no_editor_and_what_was_not_imported_are_refused(office):
    codes = [
        [each["extensions"]["code"] for each in (await looked(office, who, standard))["errors"]]
        for who, standard in ((None, STANDARD), ("dora", STANDARD), ("dora", "Course:x"))
    ]

    assert codes == [["UNAUTHENTICATED"], ["NOTHING_TO_UNDO"], ["NOTHING_TO_UNDO"]]
