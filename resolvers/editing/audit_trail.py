"""The transaction around a change: one at a time, by somebody who may, at most once for a key, and recorded."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from graph.connection.database import Database, Written
from graph.errors import BadArgumentError, IdempotencyKeyError, NotFoundError
from graph.query.revision import take_turn
from graph.query.statement import Statement, Writer
from graph.upkeep import editors
from graph.upkeep.editors import Editor, Role

KEY_LARGEST = 100
TEXT_LARGEST = 1_000

Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What a change did to one node."""

    node_id: str
    action: str
    version: int
    after: Mapping[str, Any]
    before: Mapping[str, Any] | None = None
    reason: str | None = None


# Checks and writes one change inside the transaction.
Work = Callable[[Writer, Editor, Given], Awaitable[Change]]


async def perform(
    database: Database,
    name: str,
    roles: frozenset[Role],
    work: Work,
    request: "EditRequest",
    *,
    metadata: Mapping[str, str],
) -> Written[str]:
    """Make one change and record it, or find that it was made before; give the id of the node.

    ``metadata`` goes to the server with the transaction.
    Raises: UserError with nothing written; AccessError; what ``Database.write`` raises.
    """
    key = _key(request.given)
    digest = hashlib.sha256(orjson.dumps([name, dict(request.given)], option=orjson.OPT_SORT_KEYS)).hexdigest()

    async def once(writer: Writer) -> str:
        await take_turn(writer)
        editor = await editors.require(writer, request.token, roles)
        code = _code(editor.name, key)
        made = await _made_before(writer, code, digest)
        if made:
            return made
        change = await work(writer, editor, request.given)
        await _record(writer, change, {"code": code, "editor": editor.name, "digest": digest})
        return change.node_id

    return await database.write_marked(once, metadata=metadata)


@dataclass(frozen=True, slots=True)
class EditRequest:
    """What an editor asks for: the input object of the mutation, and the bearer token."""

    given: Given
    token: str | None


def _key(given: Given) -> str:
    key = given.get("idempotencyKey") or secrets.token_hex(12)
    if len(key) > KEY_LARGEST:
        raise BadArgumentError("idempotencyKey", f"at most {KEY_LARGEST} characters.", f"最多 {KEY_LARGEST} 个字符。")
    return str(key)


def _code(name: str, key: str) -> str:
    """Make the code of a change from the editor's name and key, another one for each pair.

    A name with a colon, which an editor may have from earlier days, could end where a key begins: the pair is hashed.
    A hash holds no colon, and the code of every other pair does.
    """
    return hashlib.sha256(orjson.dumps([name, key])).hexdigest() if ":" in name else f"{name}:{key}"


_MADE = (
    "MATCH (c:Change {id: $id}) OPTIONAL MATCH (c)-[:CHANGED_ALIGNMENT]->(a:Alignment) "
    "OPTIONAL MATCH (c)-[:CHANGED_REVIEW]->(r:Review) RETURN c.digest, coalesce(a.id, r.id)"
)


async def _made_before(writer: Writer, code: str, digest: str) -> str | None:
    rows = await writer.run(Statement(_MADE, {"id": f"Change:{code}"}))
    if not rows:
        return None
    if rows[0][0] != digest:
        raise IdempotencyKeyError
    return str(rows[0][1])


async def _record(writer: Writer, change: Change, known: Mapping[str, str]) -> None:
    label = change.node_id.partition(":")[0]
    values = {
        **known,
        "id": f"Change:{known['code']}",
        "at": dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "action": change.action,
        "reason": change.reason,
        "version": change.version,
        "before": orjson.dumps(change.before, option=orjson.OPT_SORT_KEYS).decode() if change.before else None,
        "after": orjson.dumps(change.after, option=orjson.OPT_SORT_KEYS).decode(),
    }
    text = (
        f"MATCH (n:{label} {{id: $node}}) CREATE (c:Change) SET c = $values "
        f"CREATE (c)-[:{_LINKS[label]} {{basis: 'EDITORIAL', sourceIds: []}}]->(n) RETURN c.id"
    )
    await writer.run(Statement(text, {"node": change.node_id, "values": values}))


_LINKS = {"Alignment": "CHANGED_ALIGNMENT", "Review": "CHANGED_REVIEW"}


async def require_node(writer: Writer, label: str, node_id: str) -> None:
    """Raise NotFoundError unless there is such a node."""
    if not await writer.run(Statement(f"MATCH (n:{label} {{id: $id}}) RETURN n.id", {"id": node_id})):
        raise NotFoundError(label, node_id)


def text_of(given: Given, name: str) -> str:
    """Give a text that must say something. Raises: BadArgumentError."""
    text = str(given[name]).strip()
    if not 0 < len(text) <= TEXT_LARGEST:
        raise BadArgumentError(name, f"1 to {TEXT_LARGEST} characters.", f"须为 1 至 {TEXT_LARGEST} 个字符。")
    return text


def type_of(given: Given, name: str, allowed: Mapping[str, str]) -> str:
    """Give the type that an id names. Raises: BadArgumentError when this argument takes no such id."""
    found = str(given[name]).partition(":")[0]
    if found not in allowed:
        en, zh = ", ".join(allowed), "、".join(allowed)
        raise BadArgumentError(name, f"an id of one of: {en}.", f"须为以下类型之一的 id：{zh}。")
    return found
