"""Totals that the document of a draft states stay as they are; ours next to them follow the edits, and go back."""

from graph.query.statement import Statement
from tests.resolvers.editing.training_plans.plan_office import DRAFT, EDIT, UNDO, edits, line, part

ADDED = """
MATCH (p:TrainingPlan {id: $draft}) UNWIND $totals AS total
CREATE (p)-[:HAS_PLAN_TOTAL {basis: 'REPORTED', sourceIds: []}]->(t:PlanTotal)
SET t = total, t.draftOf = p.draftOf, t.trainingPlanKey = $key, t.basis = 'REPORTED', t.sourceIds = []
WITH DISTINCT p MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse) SET c.place = 'p1' RETURN count(c)
"""
TOTALS = [
    {"label": "合计", "row": 1, "lines": ["1-4"], "figure": "hours", "stated": 130.0, "leastOurs": 124.0, "mostOurs": 124.0},
    {"label": "合计", "row": 1, "lines": ["1-4"], "figure": "credits", "stated": 7.5, "leastOurs": 7.5, "mostOurs": 7.5},
    {"label": "核心课小计", "row": 2, "lines": ["2"], "figure": "hours", "stated": 56.0, "leastOurs": 56.0, "mostOurs": 56.0},
    {"label": "选修课小计", "row": 3, "lines": [], "figure": "hours", "stated": 32.0, "leastOurs": 32.0, "mostOurs": 32.0},
]  # fmt: skip
SHOWN = "MATCH (t:PlanTotal {draftOf: 'College:甲学院'}) RETURN t.stated, t.leastOurs, t.mostOurs ORDER BY t.number"
BEFORE = [[130.0, 124.0, 124.0], [7.5, 7.5, 7.5], [56.0, 56.0, 56.0], [32.0, 32.0, 32.0]]


async def add_totals(office) -> None:
    """Give the draft totals and places in a document, as an import does."""
    rows = [{**each, "id": part("PlanTotal", at), "number": at} for at, each in enumerate(TOTALS, 1)]
    given = {"draft": DRAFT, "totals": rows, "key": DRAFT.partition(":")[2]}
    await office.database.write(lambda writer: writer.run(Statement(ADDED, given)))


async def test_ours_follow_the_edits_next_to_what_is_stated(draft_office):
    await add_totals(draft_office)
    more = {"action": "CHANGE_LINE", "of": line(2), "line": {"hours": 64}}
    new = {"action": "ADD_LINE", "before": line(1), "line": {"name": "云计算", "module": "CORE", "hours": 48}}

    await draft_office.change("zhao", EDIT, edits(more, new))

    # The new line states no credits, so that the most is open.
    assert await draft_office.database.read(Statement(SHOWN)) == [
        [130.0, 180.0, 180.0],
        [7.5, 7.5, None],
        [56.0, 112.0, 112.0],
        # Nothing tells which lines it is about.
        [32.0, 32.0, 32.0],
    ]
    await draft_office.change("zhao", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 2})
    assert await draft_office.database.read(Statement(SHOWN)) == BEFORE


async def test_a_line_of_another_module_joins_the_whole_alone_and_one_removed_leaves_all(draft_office):
    await add_totals(draft_office)
    new = {"action": "ADD_LINE", "line": {"name": "英语", "module": "COMMON", "hours": 64, "credits": 4}}

    await draft_office.change("zhao", EDIT, edits(new, {"action": "REMOVE_LINE", "of": line(1)}))

    assert await draft_office.database.read(Statement(SHOWN)) == [[130.0, 152.0, 152.0], [7.5, 9.5, 9.5], *BEFORE[2:]]
