"""Draft a training plan: the courses that rules demand, and those of the teaching standard of its major."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.plan_drafting import DraftLine, PlanDraft
from analysis.training_plans.plan_edits import PlanTree
from graph.errors import NotFoundError
from graph.model import MODEL
from graph.model.core import DRAFT_OF, Text
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor
from resolvers.editing.mutation import EVERY_ROLE, REASON, Change, IdsField, Input, Mutation
from resolvers.editing.training_plans.carrying import GRADE
from resolvers.editing.training_plans.new_nodes import with_ids
from resolvers.editing.training_plans.revisions import EMPTY_TREE, next_version
from resolvers.editing.training_plans.tree_difference import differences
from resolvers.editing.training_plans.tree_writing import (
    PARTS,
    Link,
    WritingStatement,
    directory_changes,
    links_of,
    whole_row,
)
from resolvers.questions.training_plans.draft_parts import (
    DraftParts,
    checked_years,
    draft_of,
    draft_parts,
    year_of_grade,
)
from resolvers.questions.training_plans.draft_records import MISSING
from resolvers.request.declarations import Argument
from resolvers.request.node_ids import type_among

TARGETS_LARGEST = 50
_PARTS = draft_parts("$major", "$targets")


async def draft(writer: Writer, editor: Editor, values: Input) -> Change:
    """Draft a plan for the editor's college."""
    college, name = await _college(writer, editor, values["college"])
    year = year_of_grade("grade", values["grade"])
    parts = await _read(writer, values["major"], list(dict.fromkeys(values.get("targets") or ())))
    own = {
        "collegeName": name,
        "grade": values["grade"],
        "entryYear": year,
        "years": checked_years("years", values.get("years")),
    }
    drafted = draft_of(parts, own)
    version = await next_version(writer, college, drafted.tree.plan)
    tree = _whole_tree(drafted, parts, {"version": version, DRAFT_OF.name: college})
    plan = tree.plan["id"]
    await writer.run(_statement(tree, _links(plan, college, values["major"], parts, year)))
    missing = [{"kind": each.kind, "lines": each.lines, "rules": each.rules} for each in drafted.gaps]
    after = {**differences(EMPTY_TREE, tree)[1], MISSING.name: missing, DRAFT_OF.name: college}
    return Change(
        plan, "DRAFT_PLAN", 1, after, None, values["reason"], directory=directory_changes(plan, EMPTY_TREE, tree)
    )


async def _college(writer: Writer, editor: Editor, college: str) -> tuple[str, str]:
    """Give id and name of the college, whose editor this must be."""
    type_among("college", college, ("College",))
    rows = await writer.run(Statement("MATCH (c:College {id: $id}) RETURN c.name", {"id": college}))
    if not rows:
        raise NotFoundError("College", college)
    editor.require_plans_of(college)
    return college, rows[0][0]


async def _read(writer: Writer, major: str, targets: list[str]) -> DraftParts:
    """Read what the draft is made from. Raises: NotFoundError."""
    type_among("major", major, ("Major",))
    for each in targets:
        type_among("targets", each, ("CertificateLevel",))
    statement = Statement(f"RETURN {_PARTS.text}", {"major": major, "targets": targets})
    ((found,),) = await writer.run(statement)
    parts = _PARTS.read(found)
    if parts.major is None:
        raise NotFoundError("Major", major)
    known = {each["id"] for each in parts.levels}
    for each in targets:
        if each not in known:
            raise NotFoundError("CertificateLevel", each)
    return parts


# ---- what is written


class _Ground(NamedTuple):
    """What a line rests on: sources, and the ids of the course or the rules that demand it."""

    sources: list[str]
    note: str


def _whole_tree(drafted: PlanDraft, parts: DraftParts, own: Mapping[str, Any]) -> PlanTree:
    """Give the tree under ids; each line says on which course or rules it rests."""
    plan = {**drafted.tree.plan, **own, "status": "DRAFT", "editVersion": 1, "basis": "EDITORIAL", "sourceIds": []}
    plan["certificatesNamed"] = list(dict.fromkeys(each["name"] for each in drafted.tree.targets.values()))
    plan["id"] = MODEL.node_types["TrainingPlan"].id_of(plan)
    before = EMPTY_TREE._replace(plan=plan)
    tree = with_ids(before, drafted.tree._replace(plan=plan))
    grounds = map(_Grounds(parts).of, drafted.lines)
    lines = {
        key: {**each, "sourceIds": ground.sources, "sourceNote": ground.note}
        for (key, each), ground in zip(tree.lines.items(), grounds, strict=True)
    }
    return tree._replace(lines=lines)


class _Grounds:
    """The sources of courses and rules by their ids."""

    def __init__(self, parts: DraftParts) -> None:
        courses = (each.values for standard in parts.standards for each in standard.courses)
        found = (*courses, *(each.values for each in parts.rules))
        self._sources = {each["id"]: each.get("sourceIds") or () for each in found}

    def of(self, line: DraftLine) -> _Ground:
        """Give what a line rests on."""
        ids = [line.course] if line.course else [f"Rule:{each.rule_set}:{each.code}" for each in line.rules]
        sources = dict.fromkeys(source for each in ids for source in self._sources[each])
        return _Ground([*sources], note_of(ids, line.least))


def note_of(ids: Sequence[str], least: Sequence[str]) -> str:
    """Write on what a line rests; ``LINE_NOTES`` has its Chinese."""
    return ", ".join(ids) + (f"; at least: {', '.join(least)}" if least else "")


def _links(plan: str, college: str, major: str, parts: DraftParts, year: int) -> Iterator[Link]:
    yield Link("HAS_PLAN", college, plan)
    yield Link("PLAN_FOR", plan, major)
    if standard := parts.standard_by(year):
        yield Link("FOLLOWS_STANDARD", plan, standard.values["id"])


def _statement(tree: PlanTree, links: Iterator[Link]) -> Statement:
    """Write the draft with its parts and links, all in one statement."""
    writing, plan = WritingStatement(), tree.plan["id"]
    writing.add("CREATE (p:TrainingPlan) SET p = row", [whole_row("TrainingPlan", tree.plan)])
    for part, (type_name, link) in PARTS.items():
        rows = [whole_row(type_name, each) for each in getattr(tree, part).values()]
        writing.create_parts(link, plan, rows)
    writing.link({**{each: {} for each in links}, **links_of(plan, tree)})
    return writing.statement()


DRAFT_TRAINING_PLAN = Mutation(
    name="draftTrainingPlan",
    description=Text(
        "Draft a training plan: the courses that national rules demand, with the hours and credits that they state, "
        "the courses of the newest teaching standard of the major, and target certificates. What neither states stays "
        "null, and `missing` names it. `trainingPlanDraft` shows the same and writes nothing. Editors of the college.",
        "起草人才培养方案：国家规则要求的课程及其学时、学分，该专业最新专业教学标准的课程，以及目标证书。两者均未写明的"
        "内容留空，并列于 `missing`。`trainingPlanDraft` 只显示同样的内容，不写入。限该院校的编辑者。",
    ),
    fields=(
        Argument(
            name="college", annotation="ID", description=Text("Id of the editor's college.", "编辑者所属院校的 id。")
        ),
        Argument(name="major", annotation="ID", description=Text("Id of the major.", "专业的 id。")),
        GRADE,
        Argument(
            name="years",
            annotation="Int | None",
            description=Text(
                "Years of study. Null: as the teaching standard states.", "修业年限（年）。null：取专业教学标准所写。"
            ),
            default=None,
        ),
        IdsField(
            name="targets",
            longest=TARGETS_LARGEST,
            description=Text(
                f"Ids of certificate levels that the students are to take, at most {TARGETS_LARGEST}. Null: none.",
                f"要求学生考取的证书等级的 id，最多 {TARGETS_LARGEST} 个。null：没有。",
            ),
        ),
        REASON,
    ),
    node="TrainingPlan",
    actions=("DRAFT_PLAN",),
    roles=EVERY_ROLE,
    work=draft,
    says=(MISSING,),
)
