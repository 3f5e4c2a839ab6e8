"""Propose alignments. What becomes of them is in ``alignment_decisions``."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from graph.errors import BadArgumentError, NotFoundError, RefusedRow, RowsRefusedError, StateError, UserError
from graph.model import MODEL
from graph.model.alignments import METHOD_LARGEST, REASON_LARGEST, SOURCES_LARGEST, contradiction, kept_strength
from graph.model.core import Text
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS
from graph.model.drafts import published
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor, today
from resolvers.editing.mutation import (
    EDITORIAL_FACT,
    EVERY_ROLE,
    Change,
    IdsField,
    Input,
    Mutation,
    RowsField,
    TextField,
)
from resolvers.editing.proposal_names import name_proposals
from resolvers.request.declarations import Argument, InputType
from resolvers.request.node_ids import type_among

LIVE = ("SUGGESTED", "ACCEPTED")
MANUAL = "manual"
ROWS_LARGEST = 200


class _Proposal(NamedTuple):
    """A proposal whose input is sound: the types of its ends, their ids, and the alignment to be made."""

    types: tuple[str, str]
    ends: dict[str, str]
    alignment: dict[str, Any]


async def propose(writer: Writer, editor: Editor, values: Input) -> Change:
    """Add an alignment as SUGGESTED."""
    (made,) = await propose_many(writer, editor, {0: values})
    if not isinstance(made, Change):
        raise made
    return made


async def propose_all(writer: Writer, editor: Editor, values: Input) -> Sequence[Change]:
    """Add an alignment for every row as SUGGESTED or, where one is refused, none."""
    rows = values["alignments"]
    made = await propose_many(writer, editor, dict(enumerate(rows)))
    refused = [(place, each) for place, each in enumerate(made) if isinstance(each, UserError)]
    if refused:
        raise await _refusal(writer, rows, refused)
    return [each for each in made if isinstance(each, Change)]


async def _refusal(writer: Writer, rows: Sequence[Input], refused: Sequence[tuple[int, UserError]]) -> RowsRefusedError:
    ends = [(rows[place]["subject"], rows[place]["target"]) for place, _ in refused]
    names = await name_proposals(writer, ends)
    return RowsRefusedError(
        [
            RefusedRow(place, rows[place]["target"], name, error)
            for (place, error), name in zip(refused, names, strict=True)
        ]
    )


async def propose_many(writer: Writer, editor: Editor, rows: Mapping[int, Input]) -> list[Change | UserError]:
    """Add alignments as SUGGESTED; in place of one that cannot be, the error. All share the same statements.

    ``rows`` are by their places in the request: where two say the same, the error of the later names the other.
    """
    found = [_proposal(editor, row) for row in rows.values()]
    sound = [each for each in found if isinstance(each, _Proposal)]
    missing, taken = await _found(writer, sound)
    own = {each.alignment["id"]: place for place, each in zip(rows, found, strict=True) if isinstance(each, _Proposal)}

    def checked(proposal: _Proposal) -> Change | UserError:
        ends, alignment = proposal.ends, proposal.alignment
        for node_id in (*ends.values(), *sorted(alignment["sourceIds"])):
            if node_id in missing:
                return NotFoundError(missing[node_id], node_id)
        holder = taken.setdefault((*ends.values(), alignment["role"] or ""), alignment["id"])
        if holder != alignment["id"]:
            return _said_in(own[holder]) if holder in own else said_already(holder)
        return Change(alignment["id"], "PROPOSE", 1, {**alignment, **ends})

    made = [checked(each) if isinstance(each, _Proposal) else each for each in found]
    kept = {each.node_id for each in made if isinstance(each, Change)}
    await _create(writer, [each for each in sound if each.alignment["id"] in kept])
    return made


def _proposal(editor: Editor, values: Input) -> _Proposal | UserError:
    try:
        types = (
            type_among("subject", values["subject"], ALIGNED_SUBJECTS),
            type_among("target", values["target"], ALIGNED_TARGETS),
        )
        ends = {"subject": values["subject"], "target": values["target"]}
        return _Proposal(types, ends, _alignment(editor, values))
    except UserError as error:
        return error


class _Found(NamedTuple):
    """What there is around proposals.

    ``missing``: the types of the ends and sources that there are not, by id. ``taken``: the live alignments between the
    ends, by ends and role; a second one would say the same.
    """

    missing: dict[str, str]
    taken: dict[tuple[str, ...], str]


async def _found(writer: Writer, proposals: Sequence[_Proposal]) -> _Found:
    """Look for what proposals name, and for what says the same, with one statement."""
    wanted = {each: "Source" for proposal in proposals for each in proposal.alignment["sourceIds"]}
    for proposal in proposals:
        wanted |= dict(zip(proposal.ends.values(), proposal.types, strict=True))
    if not wanted:
        return _Found({}, {})
    kinds = sorted(set(wanted.values()))
    ids = {kind: sorted(each for each, name in wanted.items() if name == kind) for kind in kinds}
    by_types = list(_by_types(proposals))
    parts = [_there(kind) for kind in kinds] + [_same(*each[:4]) for each in by_types]
    ends = {f"{each[0]}To{each[2]}": [proposal.ends for proposal in each[4]] for each in by_types}
    rows = await writer.run(Statement(" UNION ALL ".join(parts), {**ids, **ends, "live": list(LIVE)}))
    taken: dict[tuple[str, ...], str] = {}
    for node_id, subject, target, role in rows:
        if subject is None:
            del wanted[node_id]
        else:
            said = (subject, target, role)
            taken[said] = min(node_id, taken.get(said, node_id))
    return _Found(wanted, taken)


def _there(kind: str) -> str:
    """Write which of these nodes of a type there are. What everybody reads does not speak of a draft."""
    public = f" WHERE {published('n')}" if MODEL.node_types[kind].has_drafts else ""
    return (
        f"UNWIND ${kind} AS id MATCH (n:{kind} {{id: id}}){public} "
        "RETURN n.id AS id, NULL AS subject, NULL AS target, NULL AS role"
    )


def _same(subject: str, to_subject: str, target: str, to_target: str) -> str:
    """Write which live alignments there are between ends of these types."""
    return (
        f"UNWIND ${subject}To{target} AS e MATCH (s:{subject} {{id: e.subject}})<-[:{to_subject}]-(a:Alignment) "
        f"MATCH (a)-[:{to_target}]->(t) WHERE t.id = e.target AND a.status IN $live "
        "RETURN a.id AS id, s.id AS subject, t.id AS target, coalesce(a.role, '') AS role"
    )


def _by_types(proposals: Sequence[_Proposal]) -> Iterator[tuple[str, str, str, str, list[_Proposal]]]:
    """Give proposals by the types of their ends: these, and the links to them."""
    for types in sorted({each.types for each in proposals}):
        subject, target = types
        of_types = [each for each in proposals if each.types == types]
        yield subject, ALIGNED_SUBJECTS[subject], target, ALIGNED_TARGETS[target], of_types


async def _create(writer: Writer, proposals: Sequence[_Proposal]) -> None:
    for subject, to_subject, target, to_target, of_types in _by_types(proposals):
        text = (
            f"UNWIND $rows AS row MATCH (s:{subject} {{id: row.subject}}) MATCH (t:{target} {{id: row.target}}) "
            f"CREATE (a:Alignment) SET a = row.values CREATE (a)-[:{to_subject} {EDITORIAL_FACT}]->(s) "
            f"CREATE (a)-[:{to_target} {EDITORIAL_FACT}]->(t) RETURN count(*)"
        )
        rows = [{**each.ends, "values": each.alignment} for each in of_types]
        await writer.send(Statement(text, {"rows": rows}))


def _alignment(editor: Editor, values: Input) -> dict[str, Any]:
    check_alignment(values)
    code = secrets.token_hex(8)
    return {
        "id": f"Alignment:{code}",
        "code": code,
        "kind": values["kind"],
        "role": values.get("role"),
        "strength": kept_strength(values["strength"]),
        "status": "SUGGESTED",
        "method": values.get("method") or MANUAL,
        "rationale": values["rationale"],
        # What is carried from an earlier plan keeps the author that it had there, who may be unknown.
        "author": values.get("author", editor.name),
        "proposedOn": today(),
        "validFrom": values.get("validFrom"),
        "validTo": values.get("validTo"),
        "version": 1,
        "basis": "EDITORIAL",
        "sourceIds": list(values.get("sources") or ()),
    }


def check_alignment(values: Input) -> None:
    """Raise BadArgumentError where kind, role, strength and days do not go together."""
    wrong = contradiction(values["kind"], values.get("role"), kept_strength(values["strength"]))
    if wrong and values["kind"] == "NO_MATCH":
        raise BadArgumentError(
            wrong,
            "NO_MATCH has no role and strength 0.",
            "NO_MATCH 没有作用（role），强度为 0。",
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
    # It counts from the day of its decision, which is not before that of its proposal.
    if end and not first and end <= (values.get("decidedOn") or today()):
        raise BadArgumentError(
            "validTo",
            "later than today, or give validFrom: without it an alignment counts from the day of its decision.",
            "须晚于今天，或给出 validFrom：未给出时，对接自决定之日起计入。",
        )


async def second_ones(writer: Writer, roles: Mapping[str, str | None]) -> dict[str, str]:
    """Give what would say the same as these alignments in these roles, live or among them, by the ids of these."""
    subject, target = ("|".join(each.values()) for each in (ALIGNED_SUBJECTS, ALIGNED_TARGETS))
    text = (
        f"UNWIND $rows AS row MATCH (a:Alignment {{id: row.id}})-[:{subject}]->(s)<-[:{subject}]-(b:Alignment) "
        "WHERE b.id <> a.id AND (b.status IN $live OR b.id IN $ids) "
        "AND coalesce(b.role, '') = coalesce(row.role, '') "
        f"MATCH (a)-[:{target}]->(t) MATCH (b)-[:{target}]->(u) WHERE u.id = t.id RETURN a.id, b.id ORDER BY b.id DESC"
    )
    rows = [{"id": node_id, "role": role} for node_id, role in roles.items()]
    return dict(await writer.run(Statement(text, {"rows": rows, "ids": list(roles), "live": list(LIVE)})))


async def refuse_second(writer: Writer, node_id: str, role: str | None) -> None:
    """Refuse a role that another live alignment has between the same two. Raises: StateError."""
    if node_id in (found := await second_ones(writer, {node_id: role})):
        raise said_already(found[node_id])


def said_already(alignment: str) -> StateError:
    """Make the error of a second live alignment of the same course, requirement and role."""
    return StateError(
        f"{alignment} has the same course, requirement and role (or none), of which there is one alignment. "
        "Decide on it, or withdraw it first.",
        f"{alignment} 的课程、技能要求与对接作用（或均为空）相同，同一组合只能有一条对接。请先对其作出决定或撤回。",
        alignment=alignment,
    )


def _said_in(row: int) -> StateError:
    """Make the error of a row with the same course, requirement and role as another of its request."""
    return StateError(
        f"Row {row} of this request, where the first is row 0, has the same course, requirement and role (or none). "
        "There is one alignment of these. Leave one of the rows out.",
        f"本次请求的第 {row} 行（从 0 起）课程、技能要求与对接作用（或均为空）相同。"
        "同一组合只能有一条对接，请只保留其中一行。",
    )


_SAID: tuple[Argument, ...] = (
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
            "How much of the target the subject carries: more than 0, at most 1; 0 for NO_MATCH. Three decimals are "
            "kept.",
            "主体承担目标的程度：大于 0、至多 1；NO_MATCH 时为 0。保留三位小数。",
        ),
    ),
    TextField(
        name="rationale",
        longest=REASON_LARGEST,
        description=Text(f"Why, at most {REASON_LARGEST} characters.", f"理由，最多 {REASON_LARGEST} 个字符。"),
    ),
)
_METHOD = TextField(
    name="method",
    longest=METHOD_LARGEST,
    description=Text(
        "How it was found: `manual`, `suggested` (`suggestAlignments`), or your word for it. By default `manual`.",
        "发现方式：`manual`（人工）、`suggested`（来自 `suggestAlignments`），或自定的说法。默认 `manual`。",
    ),
    default=MANUAL,
)
_DAYS = (
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
)

_SOURCES = IdsField(
    name="sources",
    longest=SOURCES_LARGEST,
    description=Text(f"Ids of sources, at most {SOURCES_LARGEST}.", f"来源的 id，最多 {SOURCES_LARGEST} 个。"),
)

PROPOSE_ALIGNMENT = Mutation(
    name="proposeAlignment",
    description=Text(
        "Propose an alignment. It counts for nothing until another person accepts it. Any editor.",
        "提出一条对接。他人采纳前不计入任何结果。任何编辑者均可。",
    ),
    fields=(
        *_SAID,
        _METHOD,
        *_DAYS,
        _SOURCES,
    ),
    node="Alignment",
    actions=("PROPOSE",),
    roles=EVERY_ROLE,
    work=propose,
)

PROPOSE_ALIGNMENTS = Mutation(
    name="proposeAlignments",
    description=Text(
        f"Propose at most {ROWS_LARGEST} alignments: all, or none where a row is refused. Each is a change of its own "
        "in the audit trail, and counts for nothing until another person accepts it. Any editor.",
        f"一次提出最多 {ROWS_LARGEST} 条对接：有一行被拒绝则全部不写入。每条在变更记录中各有一条，"
        "他人采纳前不计入任何结果。任何编辑者均可。",
    ),
    fields=(
        RowsField(
            name="alignments",
            annotation="list[AlignmentProposalInput]",
            description=Text(f"1 to {ROWS_LARGEST} alignments.", f"1 至 {ROWS_LARGEST} 条对接。"),
            row=InputType(
                name="AlignmentProposalInput",
                description=Text("An alignment to propose.", "要提出的一条对接。"),
                fields=(*_SAID, replace(_METHOD, annotation="String | None", default=None), *_DAYS, _SOURCES),
            ),
            longest=ROWS_LARGEST,
        ),
    ),
    node="Alignment",
    actions=("PROPOSE",),
    roles=EVERY_ROLE,
    work=propose_all,
)
