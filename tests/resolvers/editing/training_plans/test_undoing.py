"""The last change of a draft is taken back, and taking back is a change."""

from graph.query.statement import Statement
from tests.interchange.standard_imports.imports import whole_graph
from tests.resolvers.editing.training_plans.plan_office import DRAFT, EDIT, UNDO, edits, line
from tests.resolvers.editing.training_plans.test_plan_editing import ALL


async def draft_now(office):
    """Every node and link but the audit trail and the number of the state."""
    nodes, links = await whole_graph(office.database)
    shown = [
        [labels, node_id, {name: value for name, value in values.items() if name != "editVersion"}]
        for labels, node_id, values in nodes
        if labels != ["Change"]
    ]
    # A link that is made anew rests on the editor.
    return shown, [[start, kind, end] for start, kind, end, _ in links if not start.startswith("Change:")]


async def test_all_that_edits_made_is_taken_back_and_made_again(draft_office):
    first = await draft_now(draft_office)
    await draft_office.change("zhao", EDIT, edits(*ALL))
    second = await draft_now(draft_office)

    undone = await draft_office.change("zhou", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 2})

    assert undone["trainingPlan"]["editVersion"] == 3
    assert await draft_now(draft_office) == first
    await draft_office.change("zhou", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 3})
    assert await draft_now(draft_office) == second
    trail = "MATCH (c:Change) WHERE c.version > 1 RETURN collect(c.action + ' ' + c.editor + ' ' + c.version)"
    assert sorted(await draft_office.count(trail)) == ["EDIT_PLAN zhao 2", "UNDO_EDIT zhou 3", "UNDO_EDIT zhou 4"]


async def test_a_draft_that_was_not_edited_has_nothing_to_take_back(draft_office):
    (error,) = (await draft_office.change("zhao", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 1}))["userErrors"]
    assert error["code"] == "NOT_POSSIBLE_NOW"


async def test_only_the_change_that_was_seen_is_taken_back(draft_office):
    await draft_office.change("zhao", EDIT, edits({"action": "REMOVE_LINE", "of": line(1)}))
    (error,) = (await draft_office.change("zhou", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 1}))["userErrors"]
    assert (error["code"], error["changedBy"]) == ("VERSION_CONFLICT", "zhao")


async def test_a_draft_that_was_imported_is_edited_and_taken_back_too(draft_office):
    """An import gives lines no position, and the draft no number of its state."""
    text = "MATCH (n) WHERE n.draftOf IS NOT NULL REMOVE n.position, n.editVersion RETURN count(n)"
    await draft_office.database.write(lambda writer: writer.run(Statement(text)))
    first = await draft_now(draft_office)

    edited = await draft_office.change("zhao", EDIT, edits({"action": "MOVE_LINE", "of": line(1)}, version=0))
    undone = await draft_office.change("zhao", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 1})

    places = [[each["id"] for each in payload["trainingPlan"]["courses"]] for payload in (edited, undone)]
    assert places == [[line(2), line(3), line(4), line(1)], [line(1), line(2), line(3), line(4)]]
    assert await draft_now(draft_office) == first


async def test_weeks_of_a_change_from_before_they_had_decimals_come_back_with_decimals(draft_office):
    """The trail of such a change has whole numbers, and the graph holds one kind of number."""
    change = {"action": "CHANGE_LINE", "of": line(1), "line": {"durationWeeks": 2}}
    await draft_office.change("zhao", EDIT, edits(change))
    await draft_office.change("zhao", EDIT, edits({**change, "line": {"durationWeeks": 3.5}}, version=2))
    old = "MATCH (c:Change {version: 3}) SET c.before = replace(c.before, ':2.0', ':2') RETURN c.before"
    assert '"durationWeeks":2}' in (await draft_office.database.write(lambda writer: writer.run(Statement(old))))[0][0]

    await draft_office.change("zhao", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 3})

    weeks = (
        await draft_office.database.read(Statement("MATCH (n {id: $id}) RETURN n.durationWeeks", {"id": line(1)}))
    )[0][0]
    assert (weeks, type(weeks)) == (2.0, float)
