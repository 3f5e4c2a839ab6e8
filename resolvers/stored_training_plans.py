"""Training plans of the graph as the values that rules, solvers and exports work on."""

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.training_plans.plan_records import PlanRecords, plan_of
from analysis.training_plans.training_plan import PlanReading
from graph.model import MODEL
from graph.query.cypher import collect
from graph.query.statement import Run, Statement

# The links to the parts of a plan, in the order of the fields of ``PlanRecords``.
_PARTS = ("HAS_PLAN_GROUP", "HAS_PLAN_TOTAL", "HAS_TARGET_CERTIFICATE", "HAS_PLAN_OUTCOME", "HAS_PLAN_WEEKS")


async def read_training_plans(run: Run, ids: Sequence[str]) -> dict[str, PlanReading]:
    """Read plans whole, by id, in one statement; an id of none is left out."""
    rows = await run(Statement(_TEXT, {"ids": [*dict.fromkeys(ids)]}))
    plans: dict[str, PlanReading] = {}
    for node_id, *columns in rows:
        plans[node_id] = plan_of_columns(columns)
    return plans


def plan_of_columns(columns: Sequence[Any]) -> PlanReading:
    """Make a plan of the values of ``PLAN_COLUMNS``."""
    values, lines, *parts = columns
    own = _in_order("sequence", [{**line, "group": group} for line, group in lines])
    return plan_of(PlanRecords(values, own, *(_in_order("number", each) for each in parts)))


def _in_order(place: str, records: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(records, key=lambda each: int(each[place]))


def _columns() -> tuple[str, ...]:
    lines = collect(
        "MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse) OPTIONAL MATCH (c)-[:CHOICE_OF]->(g:PlanGroup)",
        "RETURN [properties(c), g.number]",
    )
    parts = [
        collect(f"MATCH (p)-[:{each}]->(n:{MODEL.relationships[each].end}) RETURN properties(n)") for each in _PARTS
    ]
    return ("properties(p)", lines, *parts)


# A plan ``p`` whole, with its parts.
PLAN_COLUMNS = _columns()
_TEXT = f"UNWIND $ids AS id MATCH (p:TrainingPlan {{id: id}}) RETURN {', '.join(['p.id', *PLAN_COLUMNS])}"
