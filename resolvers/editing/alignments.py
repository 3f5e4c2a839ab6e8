"""Propose, accept, reject and withdraw alignments.

The derived link next to an alignment, by which coverage is read, is made when a covering alignment is accepted and
removed when it is withdrawn, in the same transaction.
"""

import secrets
from collections.abc import Mapping
from typing import Any

from graph.errors import AccessError, BadArgumentError, NotFoundError, StateError
from graph.model import MODEL
from graph.model.alignments import COVER_TAKES, contradiction, is_covering
from graph.model.core import CodeList, Text
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS, COVER_LINKS, EVIDENCE_PATHS
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor, Role, today
from resolvers.editing.input_checks import require_node
from resolvers.editing.mutation import (
    EDITORIAL_FACT,
    EVERY_ROLE,
    INPUT_TEXT_LARGEST,
    REASON,
    REVIEWERS,
    VERSION,
    Change,
    IdsField,
    Input,
    Mutation,
    TextField,
)
from resolvers.editing.versions import read_as_seen
from resolvers.request.declarations import Argument
from resolvers.request.node_ids import type_among

LIVE = ("SUGGESTED", "ACCEPTED")
SOURCES_LARGEST, METHOD_LARGEST = 20, 100
_STORED = tuple(each.name for each in MODEL.node_types["Alignment"].stored)


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


# ---- decisions

_ALIGNMENT = Argument(name="alignment", annotation="ID", description=Text("Id of the alignment.", "对接的 id。"))
_ALIGNMENT_DECISION = CodeList(
    "AlignmentDecision",
    Text("What a reviewer decides on an alignment.", "评审人对一条对接的决定。"),
    {
        "ACCEPT": Text("The alignment holds.", "对接成立。"),
        "REJECT": Text("It does not hold; it is kept as REJECTED.", "对接不成立；以 REJECTED 保留。"),
    },
)


async def decide(writer: Writer, editor: Editor, values: Input) -> Change:
    """Accept or reject a suggested alignment of somebody else."""
    before = await _seen(writer, values)
    if before["status"] != "SUGGESTED":
        raise _not_now(before, "SUGGESTED")
    if before["author"] == editor.name:
        raise StateError(
            "You proposed this alignment; another reviewer must decide on it.",
            "此对接由您提出，须由另一位评审者作出决定。",
        )
    accepted = values["decision"] == "ACCEPT"
    after = {
        **before,
        "status": "ACCEPTED" if accepted else "REJECTED",
        "reviewer": editor.name,
        # The clock of this server may be behind that of the one where it was proposed.
        "decidedOn": max(today(), before["proposedOn"] or ""),
        "version": before["version"] + 1,
    }
    await _store(writer, after)
    if is_covering(after["kind"], after["role"], after["status"]):
        await _derive(writer, after)
    action = "ACCEPT" if accepted else "REJECT"
    return Change(after["id"], action, after["version"], after, before, values["reason"])


async def withdraw(writer: Writer, editor: Editor, values: Input) -> Change:
    """Take back an alignment. No one but a reviewer takes back what a reviewer accepted, its author neither."""
    before = await _seen(writer, values)
    if before["status"] not in LIVE:
        raise _not_now(before, " / ".join(LIVE))
    _require_may_withdraw(editor, before)
    after = {**before, "status": "WITHDRAWN", "version": before["version"] + 1}
    await _store(writer, after)
    for cover in COVER_LINKS:
        text = (
            f"MATCH (a:Alignment {{id: $id}})-[:ALIGNED_TO]->(t:SkillRequirement)<-[c:{cover}]-() "
            "WHERE c.alignmentId = $id DELETE c RETURN count(*)"
        )
        await writer.run(Statement(text, {"id": after["id"]}))
    return Change(after["id"], "WITHDRAW", after["version"], after, before, values["reason"])


def _require_may_withdraw(editor: Editor, before: Mapping[str, Any]) -> None:
    is_suggested = before["status"] == "SUGGESTED"
    if editor.role is not Role.REVIEWER and not (is_suggested and before["author"] == editor.name):
        needed = f"{Role.REVIEWER} (or its author)" if is_suggested else Role.REVIEWER
        raise AccessError.forbidden(editor.role, needed)


async def _seen(writer: Writer, values: Input) -> dict[str, Any]:
    """Read an alignment, and refuse if it is not as the editor saw it."""
    type_among("alignment", values["alignment"], ("Alignment",))
    return await read_as_seen(writer, "Alignment", values["alignment"], values["version"], _STORED)


def _not_now(before: Mapping[str, Any], needed: str) -> StateError:
    return StateError(
        f"{before['id']} is {before['status']}; this change needs {needed}.",
        f"{before['id']} 的状态为 {before['status']}，此变更要求 {needed}。",
        status=before["status"],
    )


async def _store(writer: Writer, values: Mapping[str, Any]) -> None:
    """Keep the new values. Without its ``seedHash`` the node is an editor's, and no load takes the change back."""
    text = "MATCH (a:Alignment {id: $id}) SET a = $values RETURN a.id"
    await writer.run(Statement(text, {"id": values["id"], "values": dict(values)}))


async def _derive(writer: Writer, values: Mapping[str, Any]) -> None:
    link = {
        "alignmentId": values["id"],
        **{each: values[each] for each in (*COVER_TAKES, "basis", "sourceIds") if values[each] is not None},
    }
    for path in EVIDENCE_PATHS:
        text = (
            f"MATCH (a:Alignment {{id: $id}}) MATCH (a){path.to_course}(s:{path.side.course}) "
            "MATCH (a)-[:ALIGNED_TO]->(t:SkillRequirement) "
            f"CREATE (s)-[c:{path.side.covers}]->(t) SET c = $link RETURN count(*)"
        )
        await writer.run(Statement(text, {"id": values["id"], "link": link}))


DECIDE_ALIGNMENT = Mutation(
    name="decideAlignment",
    description=Text(
        "Accept or reject a suggested alignment that somebody else proposed. Reviewers.",
        "采纳或不采纳他人提出的对接。限评审人。",
    ),
    fields=(
        _ALIGNMENT,
        Argument(
            name="decision", annotation=_ALIGNMENT_DECISION.name, description=Text("What you decide.", "您的决定。")
        ),
        REASON,
        VERSION,
    ),
    codes=(_ALIGNMENT_DECISION,),
    node="Alignment",
    actions=("ACCEPT", "REJECT"),
    roles=REVIEWERS,
    work=decide,
)

WITHDRAW_ALIGNMENT = Mutation(
    name="withdrawAlignment",
    description=Text(
        "Take back a suggested or accepted alignment; it is kept as WITHDRAWN. Reviewers; its "
        "author as long as no one has accepted it.",
        "撤回一条建议的或已采纳的对接；以 WITHDRAWN 保留。评审人可撤回；尚无人采纳时提出人也可撤回。",
    ),
    fields=(_ALIGNMENT, REASON, VERSION),
    node="Alignment",
    actions=("WITHDRAW",),
    roles=EVERY_ROLE,
    work=withdraw,
)
