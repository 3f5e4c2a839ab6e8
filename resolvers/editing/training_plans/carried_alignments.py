"""Suggest the alignments of the plan that a published one was made of, for the courses that both have."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from analysis.carried_rationales import rationale_of_plan
from analysis.training_plans.compliance.course_names import fold
from analysis.training_plans.training_plan import PlanReading
from analysis.training_plans.versions.differences import FieldChange, differences
from analysis.training_plans.versions.line_pairs import line_pairs
from graph.model.changes import AUDIT_LINKS
from graph.model.course_sides import ALIGNS_OUTCOME, TRAINING_PLAN_SIDE
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor
from graph.upkeep.trail import new_change_code
from resolvers.editing.alignments import LIVE, PROPOSE_ALIGNMENT, propose_many
from resolvers.editing.audit_trail import TrailEntry, record
from resolvers.editing.mutation import INPUT_TEXT_LARGEST, Change
from resolvers.stored_training_plans import read_plans_with_outcomes

METHOD = "carried-forward"
_KEPT = ("kind", "role", "strength")
# A line of a plan, or an outcome of one, by its id: what it is in the next plan, and what changed of it.
_Successors = Mapping[str, tuple[str, Sequence[FieldChange]]]


async def suggest_alignments(writer: Writer, editor: Editor, plan: str) -> int:
    """Suggest what is live of the plan that this one was made of, each with what changed; give how many."""
    base, names = await _base(writer, plan)
    if base is None:
        return 0
    subjects = await _successors(writer, plan, base, names)
    if not subjects:
        return 0
    found = await writer.run(Statement(_ALIGNMENTS, {"base": base, "live": list(LIVE)}))
    rows = [_proposal(values, target, *subjects[subject]) for subject, values, target in found if subject in subjects]
    made = [each for each in await propose_many(writer, editor, dict(enumerate(rows))) if isinstance(each, Change)]
    codes = tuple(new_change_code(editor.name) for _ in made)
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
    renamed = {fold(former): fold(name) for former, name in (said.get("renamed") or {}).items()}
    return said.get("revises") or said.get("carriedFrom"), renamed


async def _successors(writer: Writer, plan: str, base: str, names: Mapping[str, str]) -> _Successors:
    """Give what lines of the base, and their outcomes, are in the plan: a line of the same course, the same outcome.

    Of a base that is gone there are none.
    """
    plans = await read_plans_with_outcomes(writer.run, [plan, base])
    if base not in plans:
        return {}
    before, after = plans[base], plans[plan]
    old, new = [*before.lines.items()], [*after.lines.items()]
    changed = _changes(before.plan, after.plan, names)
    found: dict[str, tuple[str, Sequence[FieldChange]]] = {}
    for each in line_pairs(before.plan.lines, after.plan.lines, names):
        (one, achieved), (other, achieving) = old[each.before], new[each.after]
        fields = changed.get(each.before + 1, ())
        found[one] = other, fields
        same = {outcome.text: outcome.id for outcome in reversed(achieving)}
        found |= {outcome.id: (same[outcome.text], fields) for outcome in achieved if outcome.text in same}
    return found


def _changes(before: PlanReading, after: PlanReading, names: Mapping[str, str]) -> dict[int, Sequence[FieldChange]]:
    return {each.before: each.fields for each in differences(before, after, names).changed}


def _proposal(values: Mapping[str, Any], target: str, line: str, changed: Sequence[FieldChange]) -> dict[str, Any]:
    reason = rationale_of_plan(values["id"], values["status"], changed, values.get("rationale"))
    return {
        **{each: values.get(each) for each in _KEPT},
        "subject": line,
        "target": target,
        "method": METHOD,
        "author": values.get("author"),
        "rationale": reason[:INPUT_TEXT_LARGEST],
        "sources": values.get("sourceIds") or [],
    }


def _alignments() -> str:
    """Write what finds the live alignments of a plan: those of its lines, and of their outcomes."""
    lines = "MATCH (:TrainingPlan {id: $base})-[:HAS_PLAN_COURSE]->(c:PlanCourse)"
    of_line = f"{lines}<-[:{TRAINING_PLAN_SIDE.aligns}]-(a:Alignment) RETURN c.id AS subject, a"
    outcome = f"-[:{TRAINING_PLAN_SIDE.has_outcome}]->(o:CourseOutcome)<-[:{ALIGNS_OUTCOME}]-"
    of_outcome = f"{lines}{outcome}(a:Alignment) RETURN o.id AS subject, a"
    return (
        f"CALL () {{ {of_line} UNION ALL {of_outcome} }} MATCH (a)-[:ALIGNED_TO]->(t) "
        "WHERE a.status IN $live AND a.kind <> 'NO_MATCH' RETURN subject, properties(a), t.id ORDER BY a.id"
    )


_ALIGNMENTS = _alignments()
