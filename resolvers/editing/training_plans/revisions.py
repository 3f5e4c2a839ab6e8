"""Make a draft of a training plan: a new version with all of its parts, for its college alone until it is published."""

from collections.abc import Mapping
from typing import Any

from analysis.training_plans.course_outcomes import OUTCOMES, code_of_outcome
from analysis.training_plans.derived_values import line_after
from analysis.training_plans.plan_edits import PlanTree
from analysis.training_plans.plan_records import PlanValues
from graph.errors import StateError
from graph.model import MODEL
from graph.model.core import DRAFT_OF, Text
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor
from resolvers.editing.mutation import EDITORIAL_FACT, EVERY_ROLE, REASON, Change, Input, Mutation
from resolvers.editing.training_plans.new_nodes import of_part, of_plan
from resolvers.editing.training_plans.stored_plan import GROUP, StoredPlan, read_plan, stored_values
from resolvers.editing.training_plans.tree_difference import differences
from resolvers.editing.training_plans.tree_writing import (
    PARTS,
    WritingStatement,
    directory_changes,
    entries_of,
    links_of,
    outcomes_of,
    whole_row,
    with_pinyin,
)
from resolvers.request.declarations import Argument

# What ties a plan to the rest of the graph goes with it.
_PLAN_LINKS = ("HAS_PLAN", "PLAN_FOR", "PLAN_PREPARES_FOR", "PLAN_NAMES_CERTIFICATE")
# The parts of a plan that no edit changes, with the links to them.
_UNEDITED = {"PlanOutcome": "HAS_PLAN_OUTCOME", "PlanWeeks": "HAS_PLAN_WEEKS"}
# Where it stands in a document, and what that document sums up, is not said of a draft.
_OF_DOCUMENT = frozenset({"place", "sha256"})
# A plan for another grade rests on the newest standard that was published by its year of entry.
_FOLLOW_NEWEST = (
    "MATCH (p:TrainingPlan {id: row.plan})-[:PLAN_FOR]->(:Major)<-[:STANDARD_OF]-(s:TeachingStandard) "
    "WHERE s.year <= row.year WITH p, s ORDER BY s.year DESC, s.id LIMIT 1 "
    f"CREATE (p)-[:FOLLOWS_STANDARD {EDITORIAL_FACT}]->(s)"
)
EMPTY_TREE = PlanTree({}, {}, {}, {})

PLAN = Argument(name="trainingPlan", annotation="ID", description=Text("Id of the plan.", "方案的 id。"))


async def revise(writer: Writer, editor: Editor, values: Input) -> Change:
    """Make a draft of a plan that is no draft."""
    base = await read_plan(writer, editor, values["trainingPlan"])
    if base.tree.plan.get("status") == "DRAFT":
        raise StateError(
            f"{base.id} is a draft already; edit it, or publish it first.",
            f"{base.id} 已是草案，请直接修改，或先发布。",
            status="DRAFT",
        )
    return await make_draft(writer, base, "REVISE_PLAN", values["reason"], {"revises": base.id})


async def make_draft(writer: Writer, base: StoredPlan, action: str, reason: str, said: Mapping[str, Any]) -> Change:
    """Write a draft and give the change; ``said`` is what the trail has besides the values of the draft."""
    tree = tree_of_draft(base, {"version": await next_version(writer, base.college, base.tree.plan), "status": "DRAFT"})
    await write_draft(writer, base, tree)
    plan = tree.plan["id"]
    after = {**differences(EMPTY_TREE, tree)[1], **said, DRAFT_OF.name: base.college}
    found = {**directory_changes(plan, EMPTY_TREE, tree)}
    for type_name, parts in _unedited_parts(base, tree).items():
        found.update(entries_of(type_name, parts))
    return Change(plan, action, 1, after, None, reason, directory=found)


async def next_version(writer: Writer, college: str | None, plan: PlanValues) -> int:
    """Give the version that follows those of the same college, major and grade."""
    text = (
        "MATCH (:College {id: $college})-[:HAS_PLAN]->(p:TrainingPlan) "
        "WHERE p.majorName = $major AND coalesce(p.grade, '') = $grade RETURN max(coalesce(p.version, 0))"
    )
    given = {"college": college, "major": plan["majorName"], "grade": plan.get("grade") or ""}
    ((latest,),) = await writer.run(Statement(text, given))
    return int(latest or 0) + 1


def tree_of_draft(base: StoredPlan, own: Mapping[str, Any]) -> PlanTree:
    """Give the tree of a draft: that of its base under new ids, counted from 1; ``own`` are values of the plan."""
    whole = {**_copied(base.tree.plan), "editVersion": 1, DRAFT_OF.name: base.college, **own}
    plan = {**whole, "id": MODEL.node_types["TrainingPlan"].id_of(whole)}
    groups = _numbered("PlanGroup", plan, base.tree.groups)
    group_ids = dict(zip(base.tree.groups, groups, strict=True))
    lines = {}
    for number, each in enumerate(base.tree.lines.values(), start=1):
        place = {**of_plan(plan), "sequence": number, "position": number}
        line = with_pinyin("PlanCourse", {**_copied(line_after(each, {})), **place})
        line |= {"id": MODEL.node_types["PlanCourse"].id_of(line), GROUP: group_ids.get(each.get(GROUP) or "")}
        line[OUTCOMES] = _copied_outcomes(plan, line) or None
        lines[line["id"]] = {name: value for name, value in line.items() if value is not None}
    return PlanTree(plan, lines, groups, _numbered("TargetCertificate", plan, base.tree.targets))


def _copied(values: PlanValues) -> dict[str, Any]:
    own = {name: value for name, value in values.items() if name not in _OF_DOCUMENT and value is not None}
    return {**own, "basis": "EDITORIAL"}


def _copied_outcomes(plan: PlanValues, line: PlanValues) -> list[dict[str, Any]]:
    """Give the outcomes of a line under ids of their own: that of the line, and their place."""
    outcomes = enumerate(line.get(OUTCOMES) or (), start=1)
    return [_outcome(plan, code_of_outcome(line["id"], place), each) for place, each in outcomes]


def _outcome(plan: PlanValues, code: str, each: PlanValues) -> dict[str, Any]:
    values = {**_copied(each), "code": code, DRAFT_OF.name: plan[DRAFT_OF.name]}
    return {**values, "id": MODEL.node_types["CourseOutcome"].id_of(values)}


def _numbered(type_name: str, plan: PlanValues, parts: Mapping[str, PlanValues]) -> dict[str, dict[str, Any]]:
    found = {}
    for number, each in enumerate(parts.values(), start=1):
        values = {**_copied(each), **of_part(plan), "number": number}
        values["id"] = MODEL.node_types[type_name].id_of(values)
        found[values["id"]] = values
    return found


async def write_draft(writer: Writer, base: StoredPlan, tree: PlanTree) -> None:
    """Write a draft with its parts and links, all in one statement."""
    writing, plan = WritingStatement(), tree.plan["id"]
    writing.add("CREATE (p:TrainingPlan) SET p = row", [whole_row("TrainingPlan", tree.plan)])
    for name in _PLAN_LINKS:
        _copy_links(writing, name, base.id, plan)
    if is_revision(base, tree):
        _copy_links(writing, "FOLLOWS_STANDARD", base.id, plan)
        ends = "MATCH (a:TrainingPlan {id: row.start}) MATCH (b:TrainingPlan {id: row.end})"
        revises = {"start": plan, "end": base.id}
        writing.add(f"{ends} CREATE (a)-[:REVISES_PLAN {EDITORIAL_FACT}]->(b)", [revises])
    else:
        writing.add(_FOLLOW_NEWEST, [{"plan": plan, "year": tree.plan["entryYear"]}])
    for part, (type_name, link) in PARTS.items():
        rows = [whole_row(type_name, each) for each in getattr(tree, part).values()]
        writing.create_parts(link, plan, rows)
    for type_name, copies in _unedited_parts(base, tree).items():
        writing.create_parts(_UNEDITED[type_name], plan, [whole_row(type_name, each) for each in copies])
    writing.create_outcomes([*outcomes_of(tree).values()])
    writing.link({each: values for each, values in links_of(plan, tree).items() if each.type not in _PLAN_LINKS})
    await writer.run(writing.statement())


def _unedited_parts(base: StoredPlan, tree: PlanTree) -> dict[str, list[dict[str, Any]]]:
    """Give the parts that no edit changes, under ids of the draft, by their type."""
    parts = {"PlanOutcome": base.base.outcomes, "PlanWeeks": base.base.weeks}
    return {
        type_name: [
            *_numbered(
                type_name, tree.plan, {str(place): stored_values(type_name, each) for place, each in enumerate(rows)}
            ).values()
        ]
        for type_name, rows in parts.items()
    }


def is_revision(base: StoredPlan, tree: PlanTree) -> bool:
    """Whether a draft takes the place of its base: a plan for another grade does not."""
    return bool(base.base.plan.get("grade") == tree.plan.get("grade"))


def _copy_links(writing: WritingStatement, name: str, base: str, plan: str) -> None:
    each = MODEL.relationships[name]
    values = ", ".join(["basis: 'EDITORIAL'", *(f"{one}: l.{one}" for one in ("sourceIds", *_names(name)))])
    is_end = each.end == "TrainingPlan"
    other = each.start if is_end else each.end
    left, right = ("<-", "-") if is_end else ("-", "->")
    writing.add(
        f"MATCH (b:TrainingPlan {{id: row.base}}){left}[l:{name}]{right}(o:{other}) "
        f"MATCH (p:TrainingPlan {{id: row.plan}}) CREATE (p){left}[:{name} {{{values}}}]{right}(o)",
        [{"base": base, "plan": plan}],
    )


def _names(relationship: str) -> list[str]:
    return [each.name for each in MODEL.relationships[relationship].properties]


CREATE_TRAINING_PLAN_REVISION = Mutation(
    name="createTrainingPlanRevision",
    description=Text(
        "Make a draft of a training plan: the next version, with all of its lines, groups, target certificates, "
        "outcomes, outcomes of courses and weeks. Totals stay with the document that states them; alignments do not go "
        "over. Editors of the college.",
        "据一份人才培养方案新建草案：下一版本，含其全部课程行、分组、目标证书、培养规格与教学周，以及各课程的课程目标。"
        "文件所列合计不随之复制，对接也不随之沿用。限该院校的编辑者。",
    ),
    fields=(PLAN, REASON),
    node="TrainingPlan",
    actions=("REVISE_PLAN",),
    roles=EVERY_ROLE,
    work=revise,
)
