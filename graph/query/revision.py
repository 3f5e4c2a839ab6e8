"""The revision of the graph: one number that every write raises, in its commit and once more after it.

What is computed from the graph and kept (the directory, cached answers) is good for as long as the number stands.
Neither engine shows a commit to readers atomically: for some milliseconds the new number can be seen while a node
made with it cannot. What was computed then would be kept under a number that stands. So the write raises the number
again when the commit is whole, before it is acknowledged, and whatever was kept under the number between falls.
"""

import contextlib
import time
from collections.abc import AsyncIterator
from typing import Protocol

from graph.query.cypher import node_pattern
from graph.query.statement import Reader, Row, Statement, Writer

# An internal label: not in the model, not in the API. Its uniqueness constraint is what makes the MERGE safe.
REVISION_LABEL = "GraphRevision"

# One statement that reads and sets the same property: both engines then lock or check the node, so no rise is lost.
_NODE = node_pattern(f"g:{REVISION_LABEL}", id="1")
# What reads the number and sets it begins with this. Neo4j locks a node where it is set, not where it is read: without
# the first clause two writers read it, and then either both wait for the other, a deadlock that costs one its work, or
# the second sets what it read before the first committed, and a rise is lost. One that sets a constant waits at once.
HOLD = f"MERGE {_NODE} SET g.turn = true"
# As the first clauses of a transaction's first statement: see ``take_turn``.
TAKE_TURN = f"{HOLD} SET g.value = coalesce(g.value, 0)"
# Raises it when a commit is whole; within the commit ``graph.query.change_log`` does it, see there for ``ours``. One
# clause sets both numbers: between two the embedded engine shows readers one without the other.
RAISE = Statement(
    f"{HOLD} SET g.ours = CASE WHEN g.ours = g.value THEN g.value + 1 ELSE g.ours END, "
    "g.value = coalesce(g.value, 0) + 1 RETURN g.value"
)
# No one lets writes wait for longer.
RESERVED_LARGEST_S = 60.0
_TAKE_TURN = Statement(TAKE_TURN)
# Several may let writes wait at once, and end in any order: writes wait for the last of them.
_SET_LAST = """SET g.reservations = kept,
    g.reservedUntil = reduce(last = 0.0, each IN kept | CASE WHEN each > last THEN each ELSE last END)"""
_RESERVE = f"""{HOLD}
WITH g, [each IN coalesce(g.reservations, []) WHERE $now < each AND each <= $latest] + [$until] AS kept {_SET_LAST}"""
_RELEASE = f"{HOLD} WITH g, [each IN coalesce(g.reservations, []) WHERE each <> $until] AS kept {_SET_LAST}"
_KEEP_AT_LEAST = f"MATCH {_NODE} SET g.value = CASE WHEN g.value < $least THEN $least ELSE g.value END"

# The revision as part of a statement: a clause, and its value after that; 0 when nothing was ever written.
MATCH_REVISION = f"OPTIONAL MATCH {_NODE}"
REVISION_VALUE = "coalesce(g.value, 0)"
_READ = Statement(f"{MATCH_REVISION} RETURN {REVISION_VALUE}")


class Alone(Protocol):
    """What can run a statement in a transaction of its own: a ``Database``."""

    async def run_alone(self, statement: Statement) -> list[Row]:
        """Run it, commit, and give its rows."""


async def take_turn(writer: Writer) -> None:
    """Keep other writers from committing until this transaction ends; a long one calls it first.

    Neo4j makes them wait from here on. The embedded engine lets the first to commit win, and the others start again.
    """
    await writer.run(_TAKE_TURN)


async def keep_revision_at_least(writer: Writer, least: int) -> None:
    """Raise the revision to ``least`` where it is lower: what was kept under another graph's numbers must not stand."""
    await writer.run(Statement(_KEEP_AT_LEAST, {"least": least}))


async def wait_for_commits(alone: Alone) -> None:
    """Return when every commit that readers may see half of is whole: it takes a turn, and changes nothing."""
    await alone.run_alone(_TAKE_TURN)


@contextlib.asynccontextmanager
async def reserved(alone: Alone, within_s: float) -> AsyncIterator[None]:
    """Let no write commit for the time of the block, as long as that lasts no longer than ``within_s``.

    A write that comes meanwhile is tried again until it may. Who needs to be sure looks at the revision at the end of
    the block: the clock of another machine may differ.
    """
    now = time.time()
    until = now + within_s
    params = {"now": now, "until": until, "latest": now + RESERVED_LARGEST_S}
    await alone.run_alone(Statement(_RESERVE, params))
    try:
        yield
    finally:
        await alone.run_alone(Statement(_RELEASE, {"until": until}))


def is_reserved(until: float) -> bool:
    """Whether a reservation that was read with the revision still holds.

    One that ends later than any could is of a process that died before the clock was set back.
    """
    return 0 < until - time.time() <= RESERVED_LARGEST_S


async def read_revision(reader: Reader) -> int:
    """Give the revision of the graph as committed; 0 when nothing was ever written."""
    ((value,),) = await reader.read(_READ)
    return int(value)
