"""The transaction around a change: one at a time, by somebody who may, at most once for a key, and recorded."""

import secrets
from collections.abc import Mapping
from functools import partial

from graph.connection.database import Commit, Database
from graph.errors import UserError
from graph.query.revision import take_turn, wait_for_commits
from graph.query.statement import Writer
from graph.upkeep import editors
from resolvers.editing.audit_trail import entry_of, made_before, record
from resolvers.editing.input_checks import checked_input
from resolvers.editing.mutation import Input, Mutation


async def perform(
    database: Database, mutation: Mutation, values: Input, token: str | None, *, metadata: Mapping[str, str]
) -> Commit[str]:
    """Make one change and record it, or find that it was made before; give the id of the node.

    ``token`` is the bearer token of the editor who asks. ``metadata`` goes to the server with each statement.
    Raises: UserError with nothing written; AccessError; what ``Database.write`` raises.
    """
    # Read before a transaction begins: who may not write must not keep those waiting who may.
    await editors.require(partial(database.read, metadata=metadata), token, mutation.roles)
    given = checked_input(mutation, values)
    key = given.get("idempotencyKey") or secrets.token_hex(12)

    async def once(writer: Writer) -> str:
        await take_turn(writer)
        # Read again: it may have been revoked meanwhile.
        editor = await editors.require(writer.run, token, mutation.roles)
        entry = entry_of(mutation, editor, key, values)
        made = await made_before(writer, mutation, entry)
        if made:
            return made
        change = await mutation.work(writer, editor, given)
        await record(writer, mutation, change, entry)
        return change.node_id

    try:
        return await database.write_marked(once, metadata=metadata)
    except UserError:
        if not given.get("idempotencyKey"):
            raise
    # The embedded engine shows a commit piece by piece. What refused the change may be the same request, made by
    # another sender a moment ago: once that commit is whole it is found by its key.
    await wait_for_commits(database)
    return await database.write_marked(once, metadata=metadata)
