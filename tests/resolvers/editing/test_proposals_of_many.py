"""Proposals of many alignments at once: all or none, each a change of its own, each refusal with its row."""

import pytest

from graph.query.statement import Statement
from resolvers.editing.alignments import ROWS_LARGEST
from tests.resolvers.editing.office import COURSE, OTHER, PROPOSAL, PROPOSE_MANY, REQUIREMENT, SECOND

ONE = {name: value for name, value in PROPOSAL.items() if name != "sources"}
TRAIL = Statement(
    "MATCH (c:Change)-[:CHANGED_ALIGNMENT]->(a)-[:ALIGNED_TO]->(r) "
    "RETURN c.editor, c.action, c.version, a.status, a.author, a.method, r.id ORDER BY r.id"
)


def rows(*given: dict) -> dict:
    return {"alignments": [{**ONE, **each} for each in given]}


async def test_a_designer_proposes_several_and_each_is_a_change_of_its_own(office):
    given = rows({"method": "suggested"}, {"target": SECOND, "method": "suggested"})

    payload = await office.change("dora", PROPOSE_MANY, given)

    assert (payload["userErrors"], bool(payload["bookmark"])) == ([], True)
    assert sorted((each["course"]["id"], each["requirement"]["id"]) for each in payload["alignments"]) == [
        (COURSE, REQUIREMENT),
        (COURSE, SECOND),
    ]
    assert await office.database.read(TRAIL) == [
        ["dora", "PROPOSE", 1, "SUGGESTED", "dora", "suggested", each] for each in (REQUIREMENT, SECOND)
    ]
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 0


async def test_where_a_row_is_refused_none_is_written_and_each_refusal_names_its_row(office):
    await office.change("dora", PROPOSE_MANY, rows({}))
    given = rows(
        {"subject": OTHER},
        {},
        {"target": "SkillRequirement:9:1.0:ELEMENTARY:9.9.9"},
        {"target": SECOND, "strength": 0},
        {"subject": "Certificate:x"},
        {"subject": OTHER},
    )

    payload = await office.change("dai", PROPOSE_MANY, given)

    assert payload["alignments"] is None
    assert [(each["row"], each["code"]) for each in payload["userErrors"]] == [
        (1, "NOT_POSSIBLE_NOW"),
        (2, "NOT_FOUND"),
        (3, "BAD_ARGUMENT"),
        (4, "BAD_ARGUMENT"),
        (5, "NOT_POSSIBLE_NOW"),
    ]
    nowhere = "SkillRequirement:9:1.0:ELEMENTARY:9.9.9"
    assert [(each["id"], each["displayName"]) for each in payload["userErrors"]] == [
        (REQUIREMENT, "c1 → 1.1.1 能 1.1.1"),
        (nowhere, "c1 → ?"),
        (SECOND, "c1 → 1.1.2 能 1.1.2"),
        (REQUIREMENT, "? → 1.1.1 能 1.1.1"),
        (REQUIREMENT, "c2 → 1.1.1 能 1.1.1"),
    ]
    assert await office.count("MATCH (a:Alignment) RETURN count(a)") == 1


async def test_a_row_that_repeats_another_of_its_request_names_that_row(office):
    payload = await office.change(
        "dora", PROPOSE_MANY, rows({"target": SECOND}, {"strength": 0}, {}, {"strength": 0.4})
    )

    said = {each["row"]: each["message"] for each in payload["userErrors"]}
    assert sorted(said) == [1, 3]
    # The alignment of row 2 is written no more than row 3, so there is none to decide on.
    assert said[3] == (
        "Row 2 of this request, where the first is row 0, has the same course, requirement and role (or none). "
        "There is one alignment of these. Leave one of the rows out."
    )
    assert await office.count("MATCH (a:Alignment) RETURN count(a)") == 0


async def test_a_refused_row_of_which_the_graph_has_neither_end_has_no_name(office):
    nowhere = {"subject": "Course:2025:1:9", "target": "SkillRequirement:9:1.0:ELEMENTARY:9.9.9"}

    errors = (await office.change("dora", PROPOSE_MANY, rows(nowhere, {"subject": "x", "target": "y"})))["userErrors"]

    assert [(each["id"], each["displayName"]) for each in errors] == [(nowhere["target"], None), ("y", None)]


@pytest.mark.parametrize(
    ("given", "argument"),
    [
        ({"alignments": []}, "alignments"),
        ({"alignments": [ONE] * (ROWS_LARGEST + 1)}, "alignments"),
        (rows({"rationale": " "}), "rationale"),
        (rows({"method": "x" * 101}), "method"),
    ],
)
async def test_input_without_rows_or_with_texts_that_do_not_fit_is_refused(given, argument, office):
    (error,) = (await office.change("dora", PROPOSE_MANY, given))["userErrors"]

    assert (error["code"], error["argument"]) == ("BAD_ARGUMENT", argument)


async def test_each_row_with_a_text_or_a_number_that_does_not_fit_is_named(office):
    wrong = [ONE, {**ONE, "rationale": ""}, {**ONE, "strength": 2}]
    errors = (await office.change("dora", PROPOSE_MANY, {"alignments": wrong}))["userErrors"]

    assert [(each["code"], each["argument"], each["row"], each["id"]) for each in errors] == [
        ("BAD_ARGUMENT", "rationale", 1, ONE["target"]),
        ("BAD_ARGUMENT", "strength", 2, ONE["target"]),
    ]
    assert (await office.change("dora", PROPOSE_MANY, {"alignments": [ONE]}))["userErrors"] == []


async def test_each_row_names_its_own_sources_and_one_that_is_not_there_is_refused(office):
    await office.change("dora", PROPOSE_MANY, rows({"sources": ["Source:x"]}, {"target": SECOND}))
    (error,) = (await office.change("dora", PROPOSE_MANY, rows({"subject": OTHER, "sources": ["Source:no"]})))[
        "userErrors"
    ]
    many = rows({"subject": OTHER, "sources": [f"Source:{each}" for each in range(21)]})
    (long,) = (await office.change("dora", PROPOSE_MANY, many))["userErrors"]

    found = Statement("MATCH (a:Alignment)-[:ALIGNED_TO]->(r) RETURN r.id, a.sourceIds ORDER BY r.id")
    assert await office.database.read(found) == [[REQUIREMENT, ["Source:x"]], [SECOND, []]]
    assert (error["code"], error["row"], long["code"], long["argument"]) == ("NOT_FOUND", 0, "BAD_ARGUMENT", "sources")


@pytest.mark.parametrize(("given", "kept"), [(0.4 + 0.05 * 4, 0.6), (1 / 3, 0.333), (0.95, 0.95)])
async def test_a_strength_is_kept_with_three_decimals(given: float, kept: float, office):
    payload = await office.change("dora", PROPOSE_MANY, rows({"strength": given}))

    assert payload["userErrors"] == []
    assert await office.database.read(Statement("MATCH (a:Alignment) RETURN a.strength")) == [[kept]]


async def test_a_strength_of_less_than_its_decimals_is_none(office):
    payload = await office.change("dora", PROPOSE_MANY, rows({"strength": 0.0004}))

    assert [(each["row"], each["argument"]) for each in payload["userErrors"]] == [(0, "strength")]
