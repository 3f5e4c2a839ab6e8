"""Editors: the people who may write, each with a role and a token of which only a digest is kept.

An editor belongs to a college, or to none and works nationally (docs/adr/0028-drafts-of-training-plans.md). Editors
live in the graph under an internal label, so every API process knows them and the right to write is read in the same
transaction as the write itself.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.connection.database import Database
from graph.errors import AccessError, BadArgumentError, OtherCollegeError
from graph.query.change_log import NOTHING
from graph.query.statement import Run, Statement, Writer
from graph.upkeep.editor_names import checked_name, look_alike

# An internal label: not in the model, not in the API.
EDITOR_LABEL = "Editor"


class Role(StrEnum):
    """What an editor may do. Designers propose; reviewers also decide, on what others proposed, and close reviews."""

    DESIGNER = "designer"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Editor:
    """A named person who may write. ``college``: the id of the college that the person belongs to, or none."""

    name: str
    role: Role
    college: str | None = None

    def may_edit_plans_of(self, college: str | None, *, are_drafts: bool = True) -> bool:
        """Whether the editor may write training plans of a college, given by id; None: of one that is not in the graph.

        Drafts are of their college alone. What is published at once, an editor without a college imports for any.
        """
        if self.college is None:
            return not are_drafts
        return self.college == college

    def require_plans_of(self, college: str | None, *, are_drafts: bool = True) -> None:
        """Raise OtherCollegeError unless the editor may write training plans of a college."""
        if not self.may_edit_plans_of(college, are_drafts=are_drafts):
            raise OtherCollegeError(self.college, college, are_drafts=are_drafts)


# Who has a token of this digest, as part of a statement: a pattern with its condition, and the columns after it.
FIND_EDITOR = f"(e:{EDITOR_LABEL} {{id: $editor}}) WHERE e.revokedOn IS NULL"
EDITOR_COLUMNS = "e.name, e.role, e.college"
_FIND = f"MATCH {FIND_EDITOR} RETURN {EDITOR_COLUMNS}"
_NAMED = f"MATCH (e:{EDITOR_LABEL} {{name: $name}}) WHERE e.revokedOn IS NULL"
_COLLEGE = "MATCH (c:College) WHERE c.code = $given OR c.name = $given RETURN c.id LIMIT 2"
_LIVE = Statement(f"MATCH (e:{EDITOR_LABEL}) WHERE e.revokedOn IS NULL RETURN e.name")
_AUTHORS = Statement(
    "MATCH (a:Alignment) WHERE a.author IS NOT NULL RETURN a.author AS name "
    "UNION MATCH (a:Alignment) WHERE a.reviewer IS NOT NULL RETURN a.reviewer AS name "
    "UNION MATCH (r:Review) RETURN r.reviewer AS name "
    "UNION MATCH (c:Change) RETURN c.editor AS name"
)
_LIST = Statement(
    f"MATCH (e:{EDITOR_LABEL}) RETURN e.name, e.role, e.addedOn, e.revokedOn, e.college ORDER BY e.addedOn, e.name"
)
_COUNT = Statement(f"MATCH (e:{EDITOR_LABEL}) RETURN count(e.id)")
_COUNT_CHANGES = Statement("MATCH (c:Change) RETURN count(c.id)")


async def add(
    database: Database, name: str, role: Role, *, same_person: bool = False, college: str | None = None
) -> str:
    """Add an editor and give the token, which no one can read again.

    ``same_person``: the name stands in the graph as an author already, and it is this person. ``college``: code or name
    of the college that the editor belongs to.
    Raises: BadArgumentError when the name cannot be one, or is or looks like somebody else's; when there is no such
    college.
    """
    name = checked_name(name)
    token = secrets.token_urlsafe(32)
    values = {"id": digest(token), "name": name, "role": role.value, "addedOn": today(), "revokedOn": None}

    async def work(writer: Writer) -> None:
        await _require_free(writer, name, same_person=same_person)
        if college is not None:
            values["college"] = await _college_id(writer, college)
        await writer.run(Statement(f"CREATE (e:{EDITOR_LABEL}) SET e = $values", {"values": values}))

    await database.write(work, changes=lambda _: NOTHING)
    return token


async def _college_id(writer: Writer, given: str) -> str:
    wanted = given.strip()
    rows = await writer.run(Statement(_COLLEGE, {"given": wanted}))
    if len(rows) != 1:
        found = (f"{len(rows)} colleges have", f"有 {len(rows)} 所") if rows else ("no college has", "没有")
        raise BadArgumentError(
            "--college",
            f"{found[0]} the code or name {wanted!r}. Give the ten-digit code or the full name.",
            f"{found[1]}院校的代码或名称为 {wanted!r}。请给出十位标识码，或 2026 年的全称。",
        )
    return str(rows[0][0])


async def _require_free(writer: Writer, name: str, *, same_person: bool) -> None:
    """Refuse a name that is in use: rights and four-eyes rules go by it, so it stands for one person."""
    for (taken,) in await writer.run(_LIVE):
        if look_alike(taken, name):
            raise BadArgumentError(
                "NAME",
                f"there is an editor {taken!r} already, which is or looks the same; revoke it first.",
                f"相同或形似的编辑者 {taken!r} 已存在，请先撤销。",
            )
    for (author,) in [] if same_person else await writer.run(_AUTHORS):
        if look_alike(author, name):
            raise BadArgumentError(
                "NAME",
                f"{author!r}, which is or looks the same, stands in the graph as an author or reviewer. Choose another "
                "name; if it is the same person, add --same-person.",
                f"图中已有相同或形似的作者或评审者 {author!r}。请使用其他姓名；若为同一人，请加上 --same-person。",
            )


async def revoke(database: Database, name: str) -> bool:
    """Take an editor's right to write; False when there is none of this name. What they wrote stays."""
    # The clock may have been set back since the editor was added.
    text = f"{_NAMED} SET e.revokedOn = CASE WHEN e.addedOn > $today THEN e.addedOn ELSE $today END RETURN e.id"
    statement = Statement(text, {"name": name, "today": today()})
    return bool(await database.write(lambda writer: writer.run(statement), changes=lambda _: NOTHING))


async def count_work(run: Run) -> tuple[int, int]:
    """Count editors, those revoked included, and the changes that editors made."""
    ((editor_count,),) = await run(_COUNT)
    ((changes,),) = await run(_COUNT_CHANGES)
    return editor_count, changes


async def all_editors(database: Database) -> list[list[str | None]]:
    """Give name, role, days of adding and revoking, and id of the college of every editor, in the order of adding."""
    return await database.read(_LIST)


async def require(run: Run, token: str | None, roles: frozenset[Role]) -> Editor:
    """Give the editor of a token.

    Raises: UnauthenticatedError for no token or an unknown one; AccessError for a role that does not suffice.
    """
    if token is None:
        raise AccessError.unauthenticated()
    rows = await run(Statement(_FIND, {"editor": digest(token)}))
    return allowed(rows[0] if rows else (None, None, None), roles)


async def college_of(run: Run, name: str) -> str | None:
    """Give the college of the editor of this name, by its id."""
    rows = await run(Statement(f"{_NAMED} RETURN e.college", {"name": name}))
    return rows[0][0] if rows else None


def allowed(row: Sequence[str | None], roles: frozenset[Role]) -> Editor:
    """Give the editor of a row of ``EDITOR_COLUMNS`` that was found by a token. Raises: as ``require`` does."""
    name, role, college = row
    if name is None or role is None:
        raise AccessError.unknown_token()
    editor = Editor(name, Role(role), college)
    if editor.role not in roles:
        raise AccessError.forbidden(editor.role, " / ".join(sorted(roles)))
    return editor


def digest(token: str) -> str:
    """Digest a token. It is long and random, so a fast digest is as good as a slow one."""
    return hashlib.sha256(token.encode()).hexdigest()


def today() -> str:
    """Give the day in UTC."""
    return dt.datetime.now(dt.UTC).date().isoformat()
