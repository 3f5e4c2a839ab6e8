"""Accept, reject, reopen and withdraw alignments: one, or many with one reason.

The derived link next to an alignment, by which coverage is read, is made when a covering alignment is accepted and
removed when it is withdrawn, in the same transaction. Every statement takes all alignments of a request, so that many
cost hardly more statements than one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.errors import AccessError, BadArgumentError, RefusedRow, RowsRefusedError, StateError, UserError
from graph.model import MODEL
from graph.model.alignment_rules import AUTHORLESS, NEVER, alignment_faults
from graph.model.alignments import COVER_TAKES, is_covering, kept_strength
from graph.model.core import CodeList, Text
from graph.model.course_sides import COVER_LINKS, EVIDENCE_PATHS
from graph.query.alignment_names import name_alignments
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor, Role, today
from resolvers.editing.alignment_reopening import CORRECTED, reopen
from resolvers.editing.alignments import LIVE, check_alignment, refuse_second
from resolvers.editing.mutation import (
    EVERY_ROLE,
    INPUT_TEXT_LARGEST,
    REASON,
    REVIEWERS,
    VERSION,
    Change,
    Input,
    Mutation,
    RowsField,
    TextField,
)
from resolvers.editing.versions import Seen, read_all_as_seen, read_as_seen
from resolvers.request.declarations import Argument, InputType
from resolvers.request.node_ids import type_among

ROWS_LARGEST = 200
STORED = tuple(each.name for each in MODEL.node_types["Alignment"].stored)
_NO_MATCH = {"kind": "NO_MATCH", "role": None, "strength": 0.0}
_STATUS_AFTER = {"ACCEPT": "ACCEPTED", "REJECT": "REJECTED"}


async def decide(writer: Writer, editor: Editor, values: Input) -> Change:
    """Accept or reject a suggested alignment of somebody else."""
    change = await _change_of_one(writer, editor, values, values["decision"])
    corrected = await _corrected(writer, change, values)
    await store(writer, [corrected])
    return corrected


async def _corrected(writer: Writer, change: Change, values: Input) -> Change:
    """Accept with the kind, role and strength that the reviewer gives in place of the proposed ones."""
    given = {each: values[each] for each in CORRECTED if values.get(each) is not None}
    if not given:
        return change
    if change.action != "ACCEPT":
        raise BadArgumentError(next(iter(given)), "only with ACCEPT.", "只可与 ACCEPT 同用。")
    # That there is no match leaves nothing of a proposed role and strength.
    proposed = {**change.after, **(_NO_MATCH if given.get("kind") == _NO_MATCH["kind"] else {})}
    after = {**proposed, **given}
    check_alignment(after)
    after["strength"] = kept_strength(after["strength"])
    if after["role"] != change.after["role"]:
        await refuse_second(writer, change.node_id, after["role"])
    return replace(change, after=after)


async def withdraw(writer: Writer, editor: Editor, values: Input) -> Change:
    """Take back an alignment. No one but a reviewer takes back what a reviewer accepted, its author neither."""
    change = await _change_of_one(writer, editor, values, "WITHDRAW")
    await store(writer, [change])
    return change


async def _change_of_one(writer: Writer, editor: Editor, values: Input, action: str) -> Change:
    type_among("alignment", values["alignment"], ("Alignment",))
    before = await read_as_seen(writer, "Alignment", values["alignment"], values["version"], STORED)
    return changed(editor, before, action, values.get("reason"))


async def decide_many(writer: Writer, editor: Editor, values: Input) -> Sequence[Change]:
    """Accept, reject, reopen or withdraw all rows or, where one is refused, none."""
    action, rows = values["decision"], values["alignments"]
    if action != "WITHDRAW" and editor.role is not Role.REVIEWER:
        raise AccessError.forbidden(editor.role, Role.REVIEWER)
    _refuse_repeated([row["alignment"] for row in rows])
    for row in rows:
        type_among("alignments", row["alignment"], ("Alignment",))
    versions = [(row["alignment"], row["version"]) for row in rows]
    found = await read_all_as_seen(writer, "Alignment", versions, STORED)
    made = [_change_or_error(editor, each, action, values.get("reason")) for each in found]
    if action == "REOPEN":
        made = await reopen(writer, made)
    refused = {place: each for place, each in enumerate(made) if not isinstance(each, Change)}
    if refused:
        names = await name_alignments(writer.run, [versions[place][0] for place in refused])
        ids = {place: versions[place][0] for place in refused}
        raise RowsRefusedError(
            [RefusedRow(place, ids[place], names.get(ids[place]), error) for place, error in refused.items()]
        )
    changes = [each for each in made if isinstance(each, Change)]
    await store(writer, changes)
    return changes


def _refuse_repeated(ids: Sequence[str]) -> None:
    if len(set(ids)) < len(ids):
        twice = next(each for place, each in enumerate(ids) if each in ids[:place])
        raise BadArgumentError(
            "alignments", f"{twice} stands there twice; name each once.", f"{twice} 出现了两次，每条只需列出一次。"
        )


def _change_or_error(editor: Editor, seen: Seen, action: str, reason: str | None) -> Change | UserError | AccessError:
    if isinstance(seen, UserError):
        return seen
    try:
        return changed(editor, seen, action, reason)
    except (UserError, AccessError) as error:
        return error


# ---- what one alignment becomes


def changed(editor: Editor, before: Mapping[str, Any], action: str, reason: str | None) -> Change:
    """Give the change that an action makes of an alignment. Raises: StateError, AccessError, BadArgumentError."""
    _require_reason(before, action, reason)
    if action == "WITHDRAW":
        after = _withdrawn(editor, before)
    elif action == "REOPEN":
        after = _reopened(before)
    else:
        after = _decided(editor, before, _STATUS_AFTER[action])
    return Change(after["id"], action, after["version"], after, before, reason or None)


def _require_reason(before: Mapping[str, Any], action: str, reason: str | None) -> None:
    """Refuse a decision that nothing gives a reason for; to accept, the rationale of the proposal is one."""
    if reason or (action == "ACCEPT" and before["rationale"]):
        return
    raise BadArgumentError(
        "reason",
        f"say why; it may be left out only with ACCEPT of an alignment with a rationale ({before['id']}).",
        f"请写明理由；只有采纳已写明理由的对接（{before['id']}）时才可省略。",
    )


def _decided(editor: Editor, before: Mapping[str, Any], status: str) -> dict[str, Any]:
    if before["status"] != "SUGGESTED":
        raise not_now(before, "SUGGESTED")
    if before["author"] == editor.name:
        raise StateError(
            "You proposed this alignment; another reviewer must decide on it.",
            "此对接由您提出，须由另一位评审者作出决定。",
        )
    after = {
        **before,
        "status": status,
        "reviewer": editor.name,
        # The clock of this server may be behind that of the one where it was proposed.
        "decidedOn": max(today(), before["proposedOn"] or ""),
        "version": before["version"] + 1,
    }
    _require_sound(after)
    return after


def _require_sound(after: Mapping[str, Any]) -> None:
    """Refuse to accept what no seed file and no archive may hold: no one could restore a backup of it."""
    kinds = {fault.kind for fault in alignment_faults(after)}
    if AUTHORLESS in kinds:
        raise StateError(
            f"{after['id']} names no author, so no one can say that another person decides. Propose it anew.",
            f"{after['id']} 未写明提出人，无法确认由他人作出决定。请重新提出。",
        )
    if NEVER in kinds:
        raise StateError(
            f"{after['id']} ended on {after['validTo']}: accepted now, it would never count. "
            "Propose it anew with validFrom, or with a later validTo.",
            f"{after['id']} 已于 {after['validTo']} 失效：现在采纳，将永不计入。"
            "请重新提出，并给出 validFrom 或更晚的 validTo。",
        )


def _reopened(before: Mapping[str, Any]) -> dict[str, Any]:
    if before["status"] not in _STATUS_AFTER.values():
        raise not_now(before, " / ".join(_STATUS_AFTER.values()))
    return {**before, "status": "SUGGESTED", "reviewer": None, "decidedOn": None, "version": before["version"] + 1}


def _withdrawn(editor: Editor, before: Mapping[str, Any]) -> dict[str, Any]:
    if before["status"] not in LIVE:
        raise not_now(before, " / ".join(LIVE))
    require_may_withdraw(editor, before)
    return {**before, "status": "WITHDRAWN", "version": before["version"] + 1}


def require_may_withdraw(editor: Editor, before: Mapping[str, Any]) -> None:
    """Raise AccessError unless this editor may take back this alignment."""
    is_suggested = before["status"] == "SUGGESTED"
    if editor.role is not Role.REVIEWER and not (is_suggested and before["author"] == editor.name):
        needed = f"{Role.REVIEWER} (or its author)" if is_suggested else Role.REVIEWER
        raise AccessError.forbidden(editor.role, needed)


def not_now(before: Mapping[str, Any], needed: str) -> StateError:
    """Make the error of an alignment whose status does not allow the change."""
    return StateError(
        f"{before['id']} is {before['status']}; this change needs {needed}.",
        f"{before['id']} 的状态为 {before['status']}，此变更要求 {needed}。",
        status=before["status"],
    )


# ---- in the graph


async def store(writer: Writer, changes: Sequence[Change]) -> None:
    """Keep the new values of alignments, and make or remove the links derived from them.

    Without its ``seedHash`` a node is an editor's, and no load takes the change back.
    """
    text = "UNWIND $rows AS row MATCH (a:Alignment {id: row.id}) SET a = row RETURN count(*)"
    await writer.send(Statement(text, {"rows": [dict(each.after) for each in changes]}))
    if lost := [each.node_id for each in changes if each.before and _covers(each.before)]:
        await _remove_covers(writer, lost)
    if gained := [each.after for each in changes if _covers(each.after)]:
        await _add_covers(writer, gained)


def _covers(values: Mapping[str, Any]) -> bool:
    return is_covering(values["kind"], values["role"], values["status"])


async def _remove_covers(writer: Writer, ids: Sequence[str]) -> None:
    for cover in COVER_LINKS:
        text = (
            "UNWIND $ids AS id "
            f"MATCH (a:Alignment {{id: id}})-[:ALIGNED_TO]->(t:SkillRequirement)<-[c:{cover}]-() "
            "WHERE c.alignmentId = id DELETE c RETURN count(*)"
        )
        await writer.send(Statement(text, {"ids": list(ids)}))


async def _add_covers(writer: Writer, alignments: Sequence[Mapping[str, Any]]) -> None:
    links = [
        {
            "alignmentId": each["id"],
            **{name: each[name] for name in (*COVER_TAKES, "basis", "sourceIds") if each[name] is not None},
        }
        for each in alignments
    ]
    for path in EVIDENCE_PATHS:
        text = (
            f"UNWIND $links AS link MATCH (a:Alignment {{id: link.alignmentId}}) "
            f"MATCH (a){path.to_course}(s:{path.side.course}) MATCH (a)-[:ALIGNED_TO]->(t:SkillRequirement) "
            f"CREATE (s)-[c:{path.side.covers}]->(t) SET c = link RETURN count(*)"
        )
        await writer.send(Statement(text, {"links": links}))


# ---- the mutations

_ALIGNMENT = Argument(name="alignment", annotation="ID", description=Text("Id of the alignment.", "对接的 id。"))
_REASON = TextField(
    name="reason",
    annotation="String | None",
    description=Text(
        f"Why, at most {INPUT_TEXT_LARGEST} characters. With ACCEPT it may be left out where the alignment has a "
        "rationale, which is then the reason.",
        f"理由，最多 {INPUT_TEXT_LARGEST} 个字符。与 ACCEPT 同用、且对接已写明理由时可以省略，即以该理由为准。",
    ),
    default=None,
    longest=INPUT_TEXT_LARGEST,
)
_ACCEPT = Text("The alignment holds.", "对接成立。")
_REJECT = Text("It does not hold; it is kept as REJECTED.", "对接不成立；以 REJECTED 保留。")
_ALIGNMENT_DECISION = CodeList(
    "AlignmentDecision",
    Text("What a reviewer decides on an alignment.", "评审人对一条对接的决定。"),
    {"ACCEPT": _ACCEPT, "REJECT": _REJECT},
)
_ALIGNMENTS_DECISION = CodeList(
    "AlignmentsDecision",
    Text("What is decided on several alignments.", "对多条对接的决定。"),
    {
        "ACCEPT": _ACCEPT,
        "REJECT": _REJECT,
        "REOPEN": Text(
            "The decision is taken back: the alignment waits for one again. Reviewers.",
            "撤销决定：该对接重新等待决定。限评审人。",
        ),
        "WITHDRAW": Text("It is taken back, and kept as WITHDRAWN.", "撤回；以 WITHDRAWN 保留。"),
    },
)

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
        _REASON,
        VERSION,
        Argument(
            name="kind",
            annotation="AlignmentKind | None",
            description=Text(
                "With ACCEPT: the kind that you find, in place of the proposed one. NO_MATCH takes role and strength "
                "away; from NO_MATCH to another kind, give both.",
                "与 ACCEPT 同用：您认定的对接类型，取代提出的类型。改为 NO_MATCH 时不再有作用与强度；"
                "由 NO_MATCH 改为其他类型时，须同时给出两者。",
            ),
            default=None,
        ),
        Argument(
            name="role",
            annotation="AlignmentRole | None",
            description=Text(
                "With ACCEPT: the role that you find, in place of the proposed one.",
                "与 ACCEPT 同用：您认定的作用，取代提出的作用。",
            ),
            default=None,
        ),
        Argument(
            name="strength",
            annotation="Float | None",
            description=Text(
                "With ACCEPT: the strength that you find, in place of the proposed one. Three decimals are kept.",
                "与 ACCEPT 同用：您认定的强度，取代提出的强度。保留三位小数。",
            ),
            default=None,
        ),
    ),
    codes=(_ALIGNMENT_DECISION,),
    node="Alignment",
    actions=("ACCEPT", "REJECT"),
    roles=REVIEWERS,
    work=decide,
)

DECIDE_ALIGNMENTS = Mutation(
    name="decideAlignments",
    description=Text(
        f"Accept, reject, reopen or withdraw at most {ROWS_LARGEST} alignments for one reason: all, or none where a "
        "row is refused. Each is a change of its own in the audit trail. Who may do what is as in `decideAlignment` "
        "and `withdrawAlignment`.",
        f"以同一理由采纳、不采纳、重新打开或撤回最多 {ROWS_LARGEST} 条对接：有一行被拒绝则全部不写入。"
        "每条在变更记录中各有一条。权限与 `decideAlignment`、`withdrawAlignment` 相同。",
    ),
    fields=(
        RowsField(
            name="alignments",
            annotation="list[AlignmentVersionInput]",
            description=Text(f"1 to {ROWS_LARGEST} alignments, each once.", f"1 至 {ROWS_LARGEST} 条对接，不得重复。"),
            row=InputType(
                name="AlignmentVersionInput",
                description=Text("An alignment as you read it.", "您读到的一条对接。"),
                fields=(_ALIGNMENT, VERSION),
            ),
            longest=ROWS_LARGEST,
        ),
        Argument(
            name="decision",
            annotation=_ALIGNMENTS_DECISION.name,
            description=Text("What you decide on all of them.", "对全部所列对接的决定。"),
        ),
        _REASON,
    ),
    codes=(_ALIGNMENTS_DECISION,),
    node="Alignment",
    actions=("ACCEPT", "REJECT", "REOPEN", "WITHDRAW"),
    roles=EVERY_ROLE,
    work=decide_many,
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
