"""Suggest the alignments of the plan that a published one was made of, for the courses that both have."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from analysis.training_plans.compliance.course_names import fold
from analysis.training_plans.training_plan import PlanReading
from analysis.training_plans.versions.differences import differences
from analysis.training_plans.versions.line_pairs import line_pairs
from graph.model.changes import AUDIT_LINKS
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor
from resolvers.editing.alignments import LIVE, PROPOSE_ALIGNMENT, propose_many
from resolvers.editing.audit_trail import TrailEntry, record
from resolvers.editing.mutation import INPUT_TEXT_LARGEST, Change
from resolvers.stored_training_plans import LINE_ORDER, read_training_plans

METHOD = "carried-forward"
_KEPT = ("kind", "role", "strength")


async def suggest_alignments(writer: Writer, editor: Editor, plan: str) -> int:
    """Suggest what is live of the plan that this one was made of, each with what changed; give how many."""
    base, names = await _base(writer, plan)
    if base is None:
        return 0
    lines = await _lines_of(writer, plan, base, names)
    text = (
        "MATCH (:TrainingPlan {id: $base})-[:HAS_PLAN_COURSE]->(c:PlanCourse)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment)"
        "-[:ALIGNED_TO]->(t) WHERE a.status IN $live AND a.kind <> 'NO_MATCH' "
        "RETURN c.id, properties(a), t.id ORDER BY a.id"
    )
    found = await writer.run(Statement(text, {"base": base, "live": list(LIVE)}))
    rows = [_proposal(values, target, *lines[line]) for line, values, target in found if line in lines]
    made = [each for each in await propose_many(writer, editor, rows) if isinstance(each, Change)]
    codes = tuple(f"{editor.name}:{secrets.token_hex(12)}" for _ in made)
    if made:
        await record(writer, PROPOSE_ALIGNMENT, made, TrailEntry(codes, "", editor.name))
    return len(made)


async def _base(writer: Writer, plan: str) -> tuple[str | None, Mapping[str, str]]:
    """Give the plan of which this one was made, and the names of courses that it has in place of others."""
    text = (
        f"MATCH (c:Change)-[:{AUDIT_LINKS['TrainingPlan']}]->(:TrainingPlan {{id: $id}}) "
        "WHERE c.action IN ['REVISE_PLAN', 'CARRY_PLAN'] RETURN c.after"
    )
    rows = await writer.run(Statement(text, {"id": plan}))
    said = orjson.loads(rows[0][0]) if rows else {}
    renamed = {fold(former): name for former, name in (said.get("renamed") or {}).items()}
    return said.get("revises") or said.get("carriedFrom"), renamed


async def _lines_of(
    writer: Writer, plan: str, base: str, names: Mapping[str, str]
) -> dict[str, tuple[str, Sequence[str]]]:
    """Give by the id of a line of the base that of the same course, and what of it changed."""
    plans = await read_training_plans(writer.run, [plan, base])
    before, after = plans[base], plans[plan]
    old, new = await _ids(writer, base), await _ids(writer, plan)
    changed = _changes(before, after, names)
    return {
        old[each.before]: (new[each.after], changed.get(each.before + 1, ()))
        for each in line_pairs(before.lines, after.lines, names)
    }


def _changes(before: PlanReading, after: PlanReading, names: Mapping[str, str]) -> dict[int, Sequence[str]]:
    return {
        each.before: [f"{field.field}: {field.before} → {field.after}" for field in each.fields]
        for each in differences(before, after, names).changed
    }


async def _ids(writer: Writer, plan: str) -> list[str]:
    text = f"MATCH (:TrainingPlan {{id: $id}})-[:HAS_PLAN_COURSE]->(c:PlanCourse) RETURN c.id ORDER BY {LINE_ORDER}"
    return [line for (line,) in await writer.run(Statement(text, {"id": plan}))]


def _proposal(values: Mapping[str, Any], target: str, line: str, changed: Sequence[str]) -> dict[str, Any]:
    what = "; ".join(changed) or "the course is as before"
    reason = f"Carried forward from {values['id']} ({values['status']}): {what}. {values.get('rationale') or ''}"
    return {
        **{each: values.get(each) for each in _KEPT},
        "subject": line,
        "target": target,
        "method": METHOD,
        "rationale": reason[:INPUT_TEXT_LARGEST],
        "sources": values.get("sourceIds") or [],
    }
