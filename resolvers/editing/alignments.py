"""Propose alignments. What becomes of them is in ``alignment_decisions``."""

import secrets
from collections.abc import Mapping
from typing import Any

from graph.errors import BadArgumentError, NotFoundError, StateError
from graph.model.alignments import contradiction
from graph.model.core import Text
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor, today
from resolvers.editing.input_checks import require_node
from resolvers.editing.mutation import (
    EDITORIAL_FACT,
    EVERY_ROLE,
    INPUT_TEXT_LARGEST,
    Change,
    IdsField,
    Input,
    Mutation,
    TextField,
)
from resolvers.request.declarations import Argument
from resolvers.request.node_ids import type_among

LIVE = ("SUGGESTED", "ACCEPTED")
SOURCES_LARGEST, METHOD_LARGEST = 20, 100


async def propose(writer: Writer, editor: Editor, values: Input) -> Change:
    """Add an alignment as SUGGESTED."""
    subject = type_among("subject", values["subject"], ALIGNED_SUBJECTS)
    target = type_among("target", values["target"], ALIGNED_TARGETS)
    alignment = _alignment(editor, values)
    ids = {"subject": values["subject"], "target": values["target"]}
    await require_node(writer, subject, ids["subject"])
    await require_node(writer, target, ids["target"])
    await _require_sources(writer, alignment["sourceIds"])
    await _refuse_second(writer, subject, target, {**ids, "role": alignment["role"]})
    to_subject, to_target = ALIGNED_SUBJECTS[subject], ALIGNED_TARGETS[target]
    text = (
        f"MATCH (s:{subject} {{id: $subject}}) MATCH (t:{target} {{id: $target}}) "
        f"CREATE (a:Alignment) SET a = $values "
        f"CREATE (a)-[:{to_subject} {EDITORIAL_FACT}]->(s) CREATE (a)-[:{to_target} {EDITORIAL_FACT}]->(t) RETURN a.id"
    )
    await writer.run(Statement(text, {**ids, "values": alignment}))
    return Change(alignment["id"], "PROPOSE", 1, {**alignment, **ids})


def _alignment(editor: Editor, values: Input) -> dict[str, Any]:
    _check_alignment(values)
    code = secrets.token_hex(8)
    return {
        "id": f"Alignment:{code}",
        "code": code,
        "kind": values["kind"],
        "role": values.get("role"),
        "strength": float(values["strength"]),
        "status": "SUGGESTED",
        "method": values["method"],
        "rationale": values["rationale"],
        "author": editor.name,
        "proposedOn": today(),
        "validFrom": values.get("validFrom"),
        "validTo": values.get("validTo"),
        "version": 1,
        "basis": "EDITORIAL",
        "sourceIds": list(values.get("sources") or ()),
    }


def _check_alignment(values: Input) -> None:
    wrong = contradiction(values["kind"], values.get("role"), values["strength"])
    if wrong and values["kind"] == "NO_MATCH":
        raise BadArgumentError(
            wrong,
            "NO_MATCH has no role and strength 0.",
            "NO_MATCH 没有角色，强度为 0。",
        )
    if wrong:
        raise BadArgumentError(
            wrong,
            "every kind but NO_MATCH has a role and a strength above 0.",
            "除 NO_MATCH 外，均须给出作用（role），且强度（strength）大于 0。",
        )
    first, end = values.get("validFrom"), values.get("validTo")
    if first and end and first >= end:
        raise BadArgumentError("validTo", "later than validFrom.", "须晚于 validFrom。")


async def _require_sources(writer: Writer, wanted: list[str]) -> None:
    rows = await writer.run(Statement("UNWIND $ids AS id MATCH (s:Source {id: id}) RETURN s.id", {"ids": wanted}))
    missing = set(wanted) - {row[0] for row in rows}
    if missing:
        raise NotFoundError("Source", min(missing))


async def _refuse_second(writer: Writer, subject: str, target: str, values: Mapping[str, Any]) -> None:
    """Refuse a second live alignment that says the same: one of the same role, or of none, between the same two."""
    to_subject, to_target = ALIGNED_SUBJECTS[subject], ALIGNED_TARGETS[target]
    text = (
        f"MATCH (s:{subject} {{id: $subject}})<-[:{to_subject}]-(a:Alignment)-[:{to_target}]->(t) "
        "WHERE t.id = $target AND a.status IN $live AND coalesce(a.role, '') = coalesce($role, '') "
        "RETURN a.id ORDER BY a.id LIMIT 1"
    )
    rows = await writer.run(Statement(text, {**values, "live": list(LIVE)}))
    if rows:
        raise StateError(
            f"{rows[0][0]} says this already. Decide on it, or withdraw it first.",
            f"{rows[0][0]} 已有同样的对接。请先对其作出决定或撤回。",
            alignment=rows[0][0],
        )


PROPOSE_ALIGNMENT = Mutation(
    name="proposeAlignment",
    description=Text(
        "Propose an alignment. It counts for nothing until another person accepts it. Any editor.",
        "提出一条对接。他人采纳前不计入任何结果。任何编辑者均可。",
    ),
    fields=(
        Argument(
            name="subject",
            annotation="ID",
            description=Text(
                "Id of a Course, PlanCourse, CourseOutcome or Major.",
                "Course、PlanCourse、CourseOutcome 或 Major 的 id。",
            ),
        ),
        Argument(
            name="target",
            annotation="ID",
            description=Text(
                "Id of a SkillRequirement, WorkTask or WorkArea.", "SkillRequirement、WorkTask 或 WorkArea 的 id。"
            ),
        ),
        Argument(name="kind", annotation="AlignmentKind", description=Text("What it says.", "对接关系的性质。")),
        Argument(
            name="role",
            annotation="AlignmentRole | None",
            description=Text(
                "What the course does. Null only for NO_MATCH.", "课程对该要求做什么。仅 NO_MATCH 时为 null。"
            ),
            default=None,
        ),
        Argument(
            name="strength",
            annotation="Float",
            description=Text(
                "How much of the target the subject carries: more than 0, at most 1; 0 for NO_MATCH.",
                "主体承担目标的程度：大于 0、至多 1；NO_MATCH 时为 0。",
            ),
        ),
        TextField(
            name="rationale",
            description=Text(
                f"Why, at most {INPUT_TEXT_LARGEST} characters.", f"理由，最多 {INPUT_TEXT_LARGEST} 个字符。"
            ),
        ),
        TextField(
            name="method",
            longest=METHOD_LARGEST,
            description=Text(
                "How it was found: `manual`, `suggested` (`suggestAlignments`), or your word for it.",
                "发现方式：`manual`（人工）、`suggested`（来自 `suggestAlignments`），或自定的说法。",
            ),
            default="manual",
        ),
        Argument(
            name="validFrom",
            annotation="Date | None",
            description=Text(
                "First day in force, for `asOf`. By default the day of the decision.",
                "生效首日，供 `asOf` 使用。默认为决定之日。",
            ),
            default=None,
        ),
        Argument(
            name="validTo",
            annotation="Date | None",
            description=Text("First day no longer in force. By default no end.", "失效首日。默认没有终止日期。"),
            default=None,
        ),
        IdsField(
            name="sources",
            longest=SOURCES_LARGEST,
            description=Text(f"Ids of sources, at most {SOURCES_LARGEST}.", f"来源的 id，最多 {SOURCES_LARGEST} 个。"),
        ),
    ),
    node="Alignment",
    actions=("PROPOSE",),
    roles=EVERY_ROLE,
    work=propose,
)
