"""A training plan as its mutations read it: the tree of its nodes, with their links to other nodes among the values."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.course_outcomes import OUTCOMES
from analysis.training_plans.plan_edits import PlanTree
from analysis.training_plans.plan_records import PlanRecords
from graph.errors import NotFoundError, PlanNotDraftError, VersionConflictError
from graph.model import MODEL
from graph.model.drafts import READER, visible
from graph.query.cypher import collect
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor
from resolvers.editing.training_plans.named_certificates import CERTIFICATES, LEVEL, NAMED, NAMED_VALUES, with_named
from resolvers.editing.versions import last_editors
from resolvers.request.node_ids import type_among
from resolvers.stored_training_plans import PLAN_COLUMNS, tree_of_columns

# A value of a line that is no property, besides its certificates and outcomes.
GROUP = "group"
LINKED = "LINKED_TO_CERTIFICATE"
# What a line has besides its properties.
_OF_LINE = (GROUP, CERTIFICATES, OUTCOMES)
LINK_VALUES = tuple(each.name for each in MODEL.relationships[LINKED].properties)


class StoredPlan(NamedTuple):
    """A plan with its college, and the parts that no edit changes."""

    id: str
    college: str | None
    tree: PlanTree
    base: PlanRecords

    @property
    def version(self) -> int:
        """Which state of a draft it is."""
        return int(self.tree.plan.get("editVersion") or 0)


async def read_plan(writer: Writer, editor: Editor, plan: str) -> StoredPlan:
    """Read a plan that the editor may see and whose college is the editor's. Raises: NotFoundError, AccessError."""
    type_among("trainingPlan", plan, ("TrainingPlan",))
    rows = await writer.run(Statement(_READ, {"id": plan, READER: editor.college}))
    if not rows:
        raise NotFoundError("TrainingPlan", plan)
    college, named, certificates, outcomes, levels, *columns = rows[0]
    editor.require_plans_of(college)
    tree, base = tree_of_columns(columns)
    return StoredPlan(plan, college, with_named(_with_links(tree, certificates, outcomes, dict(levels)), named), base)


async def read_draft(writer: Writer, editor: Editor, plan: str, version: int) -> StoredPlan:
    """Read a draft that is as the editor saw it. Raises: besides, PlanNotDraftError, VersionConflictError."""
    stored = await read_plan(writer, editor, plan)
    if stored.tree.plan.get("status") != "DRAFT":
        raise PlanNotDraftError(plan)
    if stored.version != version:
        editors = await last_editors(writer, "TrainingPlan", [plan])
        raise VersionConflictError(plan, seen=version, now=stored.version, by=editors.get(plan, "?"))
    return stored


def _with_links(
    tree: PlanTree,
    certificates: Sequence[Sequence[Any]],
    outcomes: Sequence[Sequence[Any]],
    levels: Mapping[str, str],
) -> PlanTree:
    links: dict[str, list[list[Any]]] = {}
    for line, certificate, *values in sorted(certificates, key=lambda each: str(each[:2])):
        links.setdefault(line, []).append([certificate, *values])
    achieved: dict[str, list[dict[str, Any]]] = {}
    for line, values in sorted(outcomes, key=lambda each: (each[1]["sequence"], each[1]["id"])):
        achieved.setdefault(line, []).append(stored_values("CourseOutcome", values))
    return PlanTree(
        stored_values("TrainingPlan", tree.plan),
        {
            key: stored_values(
                "PlanCourse", {**each, CERTIFICATES: links.get(key), OUTCOMES: achieved.get(key)}, *_OF_LINE
            )
            for key, each in tree.lines.items()
        },
        {key: stored_values("PlanGroup", each) for key, each in tree.groups.items()},
        {
            key: stored_values("TargetCertificate", {**each, LEVEL: levels.get(key)}, LEVEL)
            for key, each in tree.targets.items()
        },
    )


def stored_values(type_name: str, values: Mapping[str, Any], *links: str) -> dict[str, Any]:
    """Give the values that the model knows, and links: without the mark by which a load knows its nodes."""
    names = [*(each.name for each in MODEL.node_types[type_name].stored), *links]
    return {each: values[each] for each in names if values.get(each) is not None}


def _read_text() -> str:
    values = ", ".join(f"l.{each}" for each in LINK_VALUES)
    certificates = collect(
        f"MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)-[l:{LINKED}]->(t:Certificate) RETURN [c.id, t.id, {values}]"
    )
    outcomes = collect(
        "MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)-[:PLAN_HAS_OUTCOME]->(n:CourseOutcome) "
        "RETURN [c.id, properties(n)]"
    )
    of_link = ", ".join(f"l.{each}" for each in NAMED_VALUES)
    named = collect(f"MATCH (p)-[l:{NAMED}]->(t:Certificate) RETURN [t.id, t.name, t.aliases, {of_link}]")
    levels = collect(
        "MATCH (p)-[:HAS_TARGET_CERTIFICATE]->(t:TargetCertificate)-[:TARGETS_LEVEL]->(v:CertificateLevel) "
        "RETURN [t.id, v.id]"
    )
    columns = ", ".join(["o.id", named, certificates, outcomes, levels, *PLAN_COLUMNS])
    return (
        f"MATCH (p:TrainingPlan {{id: $id}}) WHERE {visible('p')} "
        f"OPTIONAL MATCH (o:College)-[:HAS_PLAN]->(p) RETURN {columns}"
    )


_READ = _read_text()
