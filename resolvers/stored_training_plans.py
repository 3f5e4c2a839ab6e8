"""Training plans of the graph as the values that rules, solvers and exports work on."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.course_outcomes import LINE, OUTCOMES, with_outcomes
from analysis.training_plans.plan_edits import PlanTree, records_of_tree
from analysis.training_plans.plan_records import PlanRecords, plan_of
from analysis.training_plans.training_plan import PlanReading
from graph.model import MODEL
from graph.model.core import DRAFT_OF
from graph.model.course_sides import TRAINING_PLAN_SIDE
from graph.query.cypher import collect
from graph.query.statement import Run, Statement
from resolvers.rights import Rights

_OWNER = f"MATCH (p:TrainingPlan {{id: $plan}}) RETURN p.{DRAFT_OF.name}"
# The links to the parts of a plan, in the order of the fields of ``PlanRecords``.
_PARTS = ("HAS_PLAN_GROUP", "HAS_PLAN_TOTAL", "HAS_TARGET_CERTIFICATE", "HAS_PLAN_OUTCOME", "HAS_PLAN_WEEKS")


async def read_training_plans(run: Run, ids: Sequence[str]) -> dict[str, PlanReading]:
    """Read plans whole, by id, in one statement; an id of none is left out."""
    rows = await run(Statement(_TEXT, {"ids": [*dict.fromkeys(ids)]}))
    plans: dict[str, PlanReading] = {}
    for node_id, *columns in rows:
        plans[node_id] = plan_of_columns(columns)
    return plans


class StoredOutcome(NamedTuple):
    """What a course is to achieve."""

    id: str
    text: str


class PlanWithOutcomes(NamedTuple):
    """A plan with what its courses are to achieve, and the outcomes of its lines by their ids, both in their order."""

    plan: PlanReading
    lines: Mapping[str, Sequence[StoredOutcome]]


async def read_plans_with_outcomes(run: Run, ids: Sequence[str]) -> dict[str, PlanWithOutcomes]:
    """Read plans as ``read_training_plans`` does, with the outcomes of their courses, in one statement."""
    rows = await run(Statement(_WITH_OUTCOMES, {"ids": [*dict.fromkeys(ids)]}))
    return {node_id: _stored_plan(outcomes, columns) for node_id, outcomes, *columns in rows}


def _stored_plan(outcomes: Sequence[Sequence[str]], columns: Sequence[Any]) -> PlanWithOutcomes:
    tree, base = tree_of_columns(columns)
    by_id = {key: {LINE: line, "id": key, "text": text} for line, key, text in outcomes}
    lines = with_outcomes(tree.lines, by_id)
    return PlanWithOutcomes(
        plan_of(records_of_tree(tree._replace(lines=lines), base)),
        {
            key: [StoredOutcome(each["id"], each["text"]) for each in line.get(OUTCOMES) or ()]
            for key, line in lines.items()
        },
    )


async def training_plan_ids(run: Run) -> list[str]:
    """Give the ids of all plans, drafts too."""
    return [str(each) for (each,) in await run(Statement("MATCH (p:TrainingPlan) RETURN p.id"))]


async def columns_of_plan(run: Run, plan_id: str) -> Sequence[Any] | None:
    """Read the completeness of a plan and its ``PLAN_COLUMNS``; None: there is no such plan."""
    text = f"MATCH (p:TrainingPlan {{id: $id}}) RETURN {', '.join(['p.completeness', *PLAN_COLUMNS])}"
    return next(iter(await run(Statement(text, {"id": plan_id}))), None)


async def rights_of_plan(run: Run, plan_id: str) -> Rights:
    """Give the rights by which a plan is read: those of its college where it is a draft."""
    owners = await run(Statement(_OWNER, {"plan": plan_id}))
    return Rights(next((college or "" for (college,) in owners), ""))


def plan_of_columns(columns: Sequence[Any]) -> PlanReading:
    """Make a plan of the values of ``PLAN_COLUMNS``."""
    return plan_of(records_of_tree(*tree_of_columns(columns)))


def tree_of_columns(columns: Sequence[Any]) -> tuple[PlanTree, PlanRecords]:
    """Make a plan of the values of ``PLAN_COLUMNS`` by the ids of its nodes, and its parts that no edit changes."""
    values, lines, *parts = columns
    groups, totals, targets, outcomes, weeks = (sorted(each, key=lambda part: int(part["number"])) for each in parts)
    ids = {each["number"]: each["id"] for each in groups}
    own = [{**line, "group": ids.get(group)} for line, group in sorted(lines, key=_place_of)]
    tree = PlanTree(values, *({each["id"]: each for each in part} for part in (own, groups, targets)))
    return tree, PlanRecords(values, (), totals=totals, outcomes=outcomes, weeks=weeks)


def _place_of(line: Sequence[Any]) -> tuple[int, int]:
    """Give the place of a line in its plan, all of whose lines have a position, or none."""
    return line[0].get("position") or 0, line[0]["sequence"]


def _columns() -> tuple[str, ...]:
    lines = collect(
        "MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse) OPTIONAL MATCH (c)-[:CHOICE_OF]->(g:PlanGroup)",
        "RETURN [properties(c), g.number]",
    )
    parts = [
        collect(f"MATCH (p)-[:{each}]->(n:{MODEL.relationships[each].end}) RETURN properties(n)") for each in _PARTS
    ]
    return ("properties(p)", lines, *parts)


# The order of lines ``c`` of one plan, as ``tree_of_columns`` has them.
LINE_ORDER = "coalesce(c.position, 0), c.sequence, c.id"
# A plan ``p`` whole, with its parts.
PLAN_COLUMNS = _columns()
_TEXT = f"UNWIND $ids AS id MATCH (p:TrainingPlan {{id: id}}) RETURN {', '.join(['p.id', *PLAN_COLUMNS])}"
_OUTCOMES = collect(
    f"MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)-[:{TRAINING_PLAN_SIDE.has_outcome}]->(o:CourseOutcome)",
    "RETURN [c.id, o.id, o.text] ORDER BY c.id, o.sequence, o.id",
)
_WITH_OUTCOMES = (
    f"UNWIND $ids AS id MATCH (p:TrainingPlan {{id: id}}) RETURN {', '.join(['p.id', _OUTCOMES, *PLAN_COLUMNS])}"
)
