"""Editors: the people who may write, each with a role and a token of which only a digest is kept.

They live in the graph under an internal label, so every API process knows them and the right to write is read in the
same transaction as the write itself.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from graph.connection.database import Database
from graph.errors import AccessError, BadArgumentError
from graph.query.statement import Row, Statement, Writer

# An internal label: not in the model, not in the API.
LABEL = "Editor"
NAME_LARGEST = 100


class Role(StrEnum):
    """What an editor may do. Designers propose; reviewers also decide, on what others proposed, and close reviews."""

    DESIGNER = "designer"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Editor:
    """A named person who may write."""

    name: str
    role: Role


_FIND = Statement(f"MATCH (e:{LABEL} {{id: $id}}) WHERE e.revokedOn IS NULL RETURN e.name, e.role")
_NAMED = f"MATCH (e:{LABEL} {{name: $name}}) WHERE e.revokedOn IS NULL"
_LIST = Statement(f"MATCH (e:{LABEL}) RETURN e.name, e.role, e.addedOn, e.revokedOn ORDER BY e.addedOn, e.name")


async def add(database: Database, name: str, role: Role) -> str:
    """Add an editor and give the token, which nobody can read again.

    Raises: BadArgumentError when the name is empty, too long, has a colon, or is in use.
    """
    name = name.strip()
    if not 0 < len(name) <= NAME_LARGEST:
        raise BadArgumentError("NAME", f"1 to {NAME_LARGEST} characters.", f"须为 1 至 {NAME_LARGEST} 个字符。")
    if ":" in name:
        # It parts name and key in the id of a change.
        raise BadArgumentError("NAME", "a name has no colon.", "姓名中不能有冒号“:”。")
    token = secrets.token_urlsafe(32)
    values = {"id": digest(token), "name": name, "role": role.value, "addedOn": today(), "revokedOn": None}

    async def work(writer: Writer) -> None:
        if await writer.run(Statement(f"{_NAMED} RETURN e.id", {"name": name})):
            raise BadArgumentError(
                "NAME",
                f"there is an editor {name!r} already; revoke it first.",
                f"编辑者 {name!r} 已存在，请先撤销。",
            )
        await writer.run(Statement(f"CREATE (e:{LABEL}) SET e = $values", {"values": values}))

    await database.write(work)
    return token


async def revoke(database: Database, name: str) -> bool:
    """Take an editor's right to write; False when there is none of this name. What they wrote stays."""
    text = f"{_NAMED} SET e.revokedOn = $today RETURN e.id"
    return bool(await database.write(lambda writer: writer.run(Statement(text, {"name": name, "today": today()}))))


async def all_editors(database: Database) -> list[list[str | None]]:
    """Give name, role, day of adding and day of revoking of every editor, in the order of adding."""
    return await database.read(_LIST)


# Runs one statement: by a reading transaction of its own, or within the transaction that will write.
Run = Callable[[Statement], Awaitable[list[Row]]]


async def require(run: Run, token: str | None, roles: frozenset[Role]) -> Editor:
    """Give the editor of a token.

    Raises: UnauthenticatedError for no token or an unknown one; AccessError for a role that does not suffice.
    """
    rows = await run(Statement(_FIND.text, {"id": digest(token)})) if token else []
    if not rows:
        raise AccessError.unauthenticated()
    editor = Editor(rows[0][0], Role(rows[0][1]))
    if editor.role not in roles:
        raise AccessError.forbidden(editor.role, " / ".join(sorted(roles)))
    return editor


def digest(token: str) -> str:
    """Digest a token. It is long and random, so a fast digest is as good as a slow one."""
    return hashlib.sha256(token.encode()).hexdigest()


def today() -> str:
    """Give the day in UTC."""
    return dt.datetime.now(dt.UTC).date().isoformat()
