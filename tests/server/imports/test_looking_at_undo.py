"""Before an import is undone: the API answers what ``look_at_undo`` says, to editors alone."""

import pytest

from graph.model.slugs import slug_of
from interchange.import_undo.import_undo import look_at_undo
from interchange.import_undo.undo_errors import ImportInUseError
from interchange.standard_imports.confirmed_import import confirm_import
from tests.interchange.standard_imports.imports import ANSWERS, STANDARD, run_all, skill_import, whole_graph
from tests.interchange.standard_imports.test_carried_alignments import ALIGN
from tests.server.imports.importing import UNDO

LOOK = """query ($standard: ID!) { importUndoing(standard: $standard) {
  change canUndo removed { type count } restored { type count } obstacles { text node slug name isFinal } obstacleCount } }"""


async def looked(office, who: str | None = "dora", standard: str = STANDARD) -> dict:
    return await office.post(who, LOOK, standard=standard)


async def test_it_answers_what_would_be_taken_out_or_what_stands_in_the_way(office):
    await confirm_import(office.database, skill_import(), ANSWERS, office.tokens["rui"])
    would = await look_at_undo(office.database, STANDARD)
    free = (await looked(office))["data"]["importUndoing"]
    await run_all(office.database, *ALIGN)
    with pytest.raises(ImportInUseError) as raised:
        await look_at_undo(office.database, STANDARD)
    blocked = (await looked(office))["data"]["importUndoing"]

    assert free == {
        "change": would.change,
        "canUndo": True,
        "removed": [{"type": name, "count": count} for name, count in would.removed.items()],
        "restored": [],
        "obstacles": [],
        "obstacleCount": 0,
    }
    assert blocked == {
        "change": would.change,
        "canUndo": False,
        "removed": [],
        "restored": [],
        "obstacles": [
            {
                "text": each.said.english,
                "node": each.nodes[0],
                "slug": slug_of(each.nodes[0]),
                "name": each.name,
                "isFinal": each.is_final,
            }
            for each in raised.value.reasons
        ],
        "obstacleCount": 5,
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
    answers = [await looked(office, who) for who in (None, "dora")]

    codes = [[each["extensions"]["code"] for each in answer["errors"]] for answer in answers]
    assert codes == [["UNAUTHENTICATED"], ["NOTHING_TO_UNDO"]]
