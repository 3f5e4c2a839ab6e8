"""What else it takes to take decisions back: an alignment says what was proposed again, and nothing else says it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import orjson

from graph.errors import AccessError, UserError
from graph.model.changes import AUDIT_LINKS
from graph.query.statement import Statement, Writer
from resolvers.editing.alignments import said_already, second_ones
from resolvers.editing.mutation import Change

# What a reviewer may correct while accepting.
CORRECTED = ("kind", "role", "strength")

Reopening = Change | UserError | AccessError


async def reopen(writer: Writer, made: Sequence[Reopening]) -> list[Reopening]:
    """Give back what was proposed, and refuse what another alignment says by now."""
    reopened = [each for each in made if isinstance(each, Change)]
    proposals = await _proposals(writer, reopened)
    whole = {each.node_id: replace(each, after={**each.after, **proposals.get(each.node_id, {})}) for each in reopened}
    seconds = await second_ones(writer, {key: each.after["role"] for key, each in whole.items()})

    def checked(each: Reopening) -> Reopening:
        if not isinstance(each, Change):
            return each
        return said_already(seconds[each.node_id]) if each.node_id in seconds else whole[each.node_id]

    return [checked(each) for each in made]


async def _proposals(writer: Writer, changes: Sequence[Change]) -> dict[str, Mapping[str, Any]]:
    """Read what each said before the decision; not in it: the seeds brought the decision."""
    text = (
        f"UNWIND $rows AS row MATCH (a:Alignment {{id: row.id}})<-[:{AUDIT_LINKS['Alignment']}]-(c:Change) "
        "WHERE c.version = row.version AND c.before IS NOT NULL RETURN a.id, c.before"
    )
    rows = [{"id": each.node_id, "version": each.version - 1} for each in changes]
    found = await writer.run(Statement(text, {"rows": rows}))
    return {key: {name: orjson.loads(before)[name] for name in CORRECTED} for key, before in found}
