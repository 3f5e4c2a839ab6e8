"""The audit trail: a ``Change`` for every change, by which a repeated request is known again."""

import datetime as dt
import hashlib
from dataclasses import dataclass

import orjson

from graph.errors import IdempotencyKeyError
from graph.model import MODEL
from graph.query import directory
from graph.query.change_log import Changes
from graph.query.statement import Statement, Writer
from graph.upkeep.editors import Editor
from resolvers.editing.mutation import EDITORIAL_FACT, Change, Input, Mutation


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """The place in the trail of one request by one editor: its code, and a digest of what was asked."""

    code: str
    digest: str
    editor: str

    @property
    def id(self) -> str:
        """The id of the ``Change``."""
        return f"Change:{self.code}"


def entry_of(mutation: Mutation, editor: Editor, key: str, values: Input) -> TrailEntry:
    """Give the place of a request, the same for the same editor and key."""
    digest = hashlib.sha256(orjson.dumps([mutation.name, dict(values)], option=orjson.OPT_SORT_KEYS)).hexdigest()
    return TrailEntry(_code(editor.name, key), digest, editor.name)


def _code(name: str, key: str) -> str:
    """Make the code of a change from the editor's name and key, another one for each pair.

    A name with a colon, which an editor may have from earlier days, could end where a key begins: the pair is hashed.
    A hash holds no colon, and the code of every other pair does.
    """
    return hashlib.sha256(orjson.dumps([name, key])).hexdigest() if ":" in name else f"{name}:{key}"


async def made_before(writer: Writer, mutation: Mutation, entry: TrailEntry) -> str | None:
    """Give the id of the node that this request changed before, None if it did not.

    Raises: IdempotencyKeyError where the key was used for something else.
    """
    text = (
        f"MATCH (c:Change {{id: $id}}) OPTIONAL MATCH (c)-[:{mutation.audit_link}]->(n:{mutation.node}) "
        "RETURN c.digest, n.id"
    )
    rows = await writer.run(Statement(text, {"id": entry.id}))
    if not rows:
        return None
    if rows[0][0] != entry.digest:
        raise IdempotencyKeyError
    return str(rows[0][1])


def changes_of(mutation: Mutation, change: Change, entry: TrailEntry) -> Changes:
    """Give what a change is to the directory: one more in the trail, and the node as it is now."""
    node = directory.entry_of(MODEL.node_types[mutation.node], {**change.after, "id": change.node_id})
    return {entry.id: (entry.id, (), ""), change.node_id: node}


async def record(writer: Writer, mutation: Mutation, change: Change, entry: TrailEntry) -> None:
    """Add a change to the trail."""
    if change.action not in mutation.actions:
        raise ValueError(f"{mutation.name} does not say that it may {change.action}")
    values = {
        "id": entry.id,
        "code": entry.code,
        "editor": entry.editor,
        "digest": entry.digest,
        "at": await _moment(writer, mutation, change.node_id),
        "action": change.action,
        "reason": change.reason,
        "version": change.version,
        "before": orjson.dumps(change.before, option=orjson.OPT_SORT_KEYS).decode() if change.before else None,
        "after": orjson.dumps(change.after, option=orjson.OPT_SORT_KEYS).decode(),
    }
    text = (
        f"MATCH (n:{mutation.node} {{id: $node}}) CREATE (c:Change) SET c = $values "
        f"CREATE (c)-[:{mutation.audit_link} {EDITORIAL_FACT}]->(n) RETURN c.id"
    )
    await writer.run(Statement(text, {"node": change.node_id, "values": values}))


async def _moment(writer: Writer, mutation: Mutation, node_id: str) -> str:
    """Give the moment of a change: now, or just after the latest change of the node where the clock was set back."""
    text = f"MATCH (c:Change)-[:{mutation.audit_link}]->(n:{mutation.node} {{id: $id}}) RETURN max(c.at)"
    ((latest,),) = await writer.run(Statement(text, {"id": node_id}))
    now = dt.datetime.now(dt.UTC)
    if latest is not None:
        now = max(now, dt.datetime.fromisoformat(latest) + dt.timedelta(microseconds=1))
    return now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
