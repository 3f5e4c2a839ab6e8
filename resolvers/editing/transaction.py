"""The transaction around a change: one at a time, by somebody who may, at most once for a key, and recorded."""

import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from graph.connection.database import Commit, Database
from graph.database_errors import WriteConflictError
from graph.errors import UserError
from graph.query.change_log import NOTHING, Changes
from graph.query.revision import TAKE_TURN, wait_for_commits
from graph.query.statement import Row, Statement, Writer
from graph.upkeep import editors
from graph.upkeep.editors import EDITOR_COLUMNS, FIND_EDITOR, Editor
from resolvers.editing.audit_trail import changes_of, entry_of, made_before, record, said_before
from resolvers.editing.input_checks import checked_input
from resolvers.editing.mutation import Change, Input, Mutation


class EditedNodes(NamedTuple):
    """The nodes that a request changed, in the order of its rows, what that is to the directory, and its editor.

    ``changes`` is None where it is more than can be listed. ``said`` are the values that the payload says besides.
    """

    ids: tuple[str, ...]
    changes: Changes | None
    editor: Editor
    said: Mapping[str, Any] = MappingProxyType({})


async def perform(
    database: Database, mutation: Mutation, values: Input, token: str | None, *, metadata: Mapping[str, str]
) -> Commit[EditedNodes]:
    """Make a change, or one for each row of the input, and record it, or find that it was made before.

    ``token`` is the bearer token of the editor who asks. ``metadata`` goes to the server with each statement.
    Raises: UserError with nothing written; AccessError; what ``Database.write`` raises.
    """
    # Read before a transaction begins: who may not write must not keep those waiting who may.
    editor = await editors.require(partial(database.read, metadata=metadata), token, mutation.roles)
    given = checked_input(mutation, values)
    key = given.get("idempotencyKey") or secrets.token_hex(12)
    # A key that was just made up is known to no change before the first try ends.
    may_be_made = bool(given.get("idempotencyKey"))

    async def once(writer: Writer) -> EditedNodes:
        nonlocal editor, may_be_made

        async def is_still(now: Editor) -> None:
            nonlocal editor
            if now != editor:
                editor = now
                raise WriteConflictError

        await _take_turn(writer, mutation, token, is_still)
        entry = entry_of(mutation, editor, key, values)
        made = await made_before(writer, mutation, entry) if may_be_made else ()
        may_be_made = True
        if made:
            said = await said_before(writer, entry) if mutation.says else {}
            return EditedNodes(made, NOTHING, editor, said)
        changed = _as_list(await mutation.work(writer, editor, given))
        await record(writer, mutation, changed, entry)
        ids, changes = tuple(each.node_id for each in changed), changes_of(mutation, changed, entry)
        return EditedNodes(ids, changes, editor, changed[0].after if mutation.says else {})

    async def write() -> Commit[EditedNodes]:
        return await database.write_marked(once, changes=lambda made: made.changes, metadata=metadata)

    try:
        return await write()
    except UserError:
        if not given.get("idempotencyKey"):
            raise
    # The embedded engine shows a commit piece by piece. What refused the change may be the same request, made by
    # another sender a moment ago: once that commit is whole it is found by its key.
    await wait_for_commits(database)
    return await write()


def _as_list(made: Change | Sequence[Change]) -> Sequence[Change]:
    return (made,) if isinstance(made, Change) else made


async def _take_turn(
    writer: Writer, mutation: Mutation, token: str | None, check: Callable[[Editor], Awaitable[None]]
) -> None:
    """Take the turn, and have the editor checked, with one statement, which goes along with the next.

    The editor is read again: the right may have been revoked meanwhile.
    """
    text = f"{TAKE_TURN} WITH g OPTIONAL MATCH {FIND_EDITOR} RETURN {EDITOR_COLUMNS}"

    async def look(rows: list[Row]) -> None:
        await check(editors.allowed(rows[0], mutation.roles))

    await writer.send(Statement(text, {"editor": editors.digest(token or "")}), look)
