"""Publish a training plan that is a draft: from then on everybody reads it, and it never changes again."""

from collections.abc import Iterator

from graph.errors import NotFoundError, StateError
from graph.model import MODEL
from graph.model.changes import AUDIT_LINKS
from graph.model.core import DRAFT_OF
from graph.model.course_sides import TRAINING_PLAN_SIDE
from graph.model.drafts import READER, visible
from graph.query.statement import Statement, Writer

_PLAN = "TrainingPlan"
DRAFT, PUBLISHED = "DRAFT", "PUBLISHED"


async def publish_draft(writer: Writer, plan: str, reader: str) -> None:
    """Publish a plan with all of its parts, its sources and its trail, for an editor of the college ``reader``.

    Raises: NotFoundError where the editor sees no such plan; StateError where it is published already.
    """
    await require_draft(writer, plan, reader)
    for text in _TEXTS:
        await writer.run(Statement(text, {"id": plan}))


async def require_draft(writer: Writer, plan: str, reader: str) -> None:
    """Raise NotFoundError where the editor sees no such plan, StateError where it is no draft: it never changes."""
    text = f"MATCH (p:{_PLAN} {{id: $id}}) WHERE {visible('p')} RETURN p.{DRAFT_OF.name}"
    rows = await writer.run(Statement(text, {"id": plan, READER: reader}))
    if not rows:
        raise NotFoundError(_PLAN, plan)
    if rows[0][0] is None:
        raise StateError(
            f"{plan} is published, and never changes. Make its next version instead.",
            f"{plan} 已发布，不再修改。请编制新版本。",
        )


# What parts of a plan hold: the outcomes of its courses.
_PARTS_OF_PARTS = (
    (f"-[:{TRAINING_PLAN_SIDE.holds}]->(:PlanCourse)-[:{TRAINING_PLAN_SIDE.has_outcome}]->", "CourseOutcome"),
)


def _texts() -> Iterator[str]:
    """Write what makes all public that is the draft's: the plan last, so that a draft is found until all is done."""
    of_plan = f"(p:{_PLAN} {{id: $id}})"
    public = f"REMOVE n.{DRAFT_OF.name} RETURN count(n)"
    for each in MODEL.relationships.values():
        if each.start == _PLAN and each.end != _PLAN and MODEL.node_types[each.end].has_drafts:
            yield f"MATCH {of_plan}-[:{each.type}]->(n:{each.end}) {public}"
    for path, label in _PARTS_OF_PARTS:
        yield f"MATCH {of_plan}{path}(n:{label}) {public}"
    yield f"MATCH {of_plan}<-[:{AUDIT_LINKS[_PLAN]}]-(n:Change) {public}"
    yield f"MATCH {of_plan} UNWIND p.sourceIds AS source MATCH (n:Source {{id: source}}) {public}"
    yield f"MATCH {of_plan} SET p.status = '{PUBLISHED}' REMOVE p.{DRAFT_OF.name} RETURN p.id"


_TEXTS = tuple(_texts())
