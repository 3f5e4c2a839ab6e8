"""The audit trail: a ``Change`` for every change, by which a repeated request is known again."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from graph.errors import IdempotencyKeyError
from graph.model import MODEL
from graph.model.changes import CHANGE
from graph.model.core import DRAFT_OF
from graph.query import directory
from graph.query.change_log import Changes
from graph.query.statement import Row, Statement, Writer
from graph.upkeep.editors import Editor
from graph.upkeep.trail import change_code, change_values, moment_after, moment_now
from resolvers.editing.mutation import EDITORIAL_FACT, Change, Input, Mutation


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """The place in the trail of one request of an editor: a code for each change, and a digest of the input."""

    codes: tuple[str, ...]
    digest: str
    editor: str

    @property
    def ids(self) -> list[str]:
        """The ids of the ``Change`` nodes."""
        return [f"Change:{each}" for each in self.codes]


def entry_of(mutation: Mutation, editor: Editor, key: str, values: Input) -> TrailEntry:
    """Give the place of a request, the same for the same editor and key."""
    digest = hashlib.sha256(orjson.dumps([mutation.name, dict(values)], option=orjson.OPT_SORT_KEYS)).hexdigest()
    count = len(values[mutation.rows.name]) if mutation.rows else 1
    return TrailEntry(tuple(change_code(editor.name, key, place) for place in range(count)), digest, editor.name)


async def made_before(writer: Writer, mutation: Mutation, entry: TrailEntry) -> tuple[str, ...]:
    """Give the ids of the nodes that this request changed before, in the order of its rows; none: it did not.

    Raises: IdempotencyKeyError where the key was used for something else.
    """
    text = (
        "UNWIND $ids AS id MATCH (c:Change {id: id}) "
        f"OPTIONAL MATCH (c)-[:{mutation.audit_link}]->(n:{mutation.node}) RETURN c.id, c.digest, n.id"
    )
    rows = await writer.run(Statement(text, {"ids": entry.ids}))
    if any(digest != entry.digest for _, digest, _ in rows):
        raise IdempotencyKeyError
    nodes = {change_id: str(node_id) for change_id, _, node_id in rows}
    return tuple(nodes[each] for each in entry.ids if each in nodes)


async def said_before(writer: Writer, entry: TrailEntry) -> dict[str, Any]:
    """Give the values that the first change of this request has in the trail."""
    rows = await writer.run(Statement("MATCH (c:Change {id: $id}) RETURN c.after", {"id": entry.ids[0]}))
    return dict(orjson.loads(rows[0][0]))


def changes_of(mutation: Mutation, made: Sequence[Change], entry: TrailEntry) -> Changes | None:
    """Give what changes are to the directory: one more in the trail for each, and the node as it is now.

    None: more than can be listed.

    The trail of a draft is of its college, as the draft is.
    """
    if any(each.is_wide for each in made):
        return None
    node_type = MODEL.node_types[mutation.node]
    trail = {
        each: directory.entry_of(CHANGE, {"id": each, DRAFT_OF.name: change.after.get(DRAFT_OF.name)})
        for each, change in zip(entry.ids, made, strict=True)
    }

    def nodes(change: Change) -> Changes:
        own = directory.entry_of(node_type, {**change.after, "id": change.node_id})
        return {change.node_id: own} if change.directory is None else change.directory

    return {**trail, **{key: entry for each in made for key, entry in nodes(each).items()}}


async def record(writer: Writer, mutation: Mutation, made: Sequence[Change], entry: TrailEntry) -> None:
    """Add changes to the trail, all in one statement; in one more, where the clock was set back since the last."""
    for each in made:
        if each.action not in mutation.actions:
            raise ValueError(f"{mutation.name} does not say that it may {each.action}")
    now = moment_now()
    rows = [
        {"node": each.node_id, "values": _values(each, code, entry, now)}
        for each, code in zip(made, entry.codes, strict=True)
    ]
    text = (
        f"UNWIND $rows AS row MATCH (n:{mutation.node} {{id: row.node}}) "
        f"OPTIONAL MATCH (n)<-[:{mutation.audit_link}]-(b:Change) WITH row, n, max(b.at) AS latest "
        f"CREATE (c:Change) SET c = row.values CREATE (c)-[:{mutation.audit_link} {EDITORIAL_FACT}]->(n) "
        "RETURN c.id, latest"
    )

    async def keep_order(latest: list[Row]) -> None:
        late = [{"id": change_id, "at": moment_after(at)} for change_id, at in latest if at and at >= now]
        if late:
            moved = Statement("UNWIND $rows AS row MATCH (c:Change {id: row.id}) SET c.at = row.at", {"rows": late})
            await writer.run(moved)

    await writer.send(Statement(text, {"rows": rows}), keep_order)


def _values(change: Change, code: str, entry: TrailEntry, moment: str) -> dict[str, Any]:
    return change_values(
        code,
        entry.editor,
        change.action,
        at=moment,
        version=change.version,
        before=change.before,
        after=change.after,
        digest=entry.digest,
        reason=change.reason,
    )
