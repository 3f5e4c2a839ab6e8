"""Ends on the server what was cancelled here.

A statement whose request gave up, or whose client has gone, is of no use to anybody. Neo4j ends it when its connection
is closed, which is what the driver does. The embedded engine looks at the connection only when it has an answer to
send: it would work on, until its own time limit. So we tell it: one statement for all that were cancelled meanwhile.
"""

import asyncio
import contextlib
from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple

import neo4j

from graph.connection.driver_reads import TRIED
from graph.database_errors import GraphBusyError
from graph.engine.bolt_probe import LOOPBACK
from graph.errors import OneplusxError
from graph.query.statement import Run, Statement

# What was sent a moment before the cancellation may not run yet: look again after these many seconds.
LOOKS_AFTER_S = (0.0, 0.02, 0.1, 0.5)
# How long a driver that closes waits for the end of statements that were cancelled just before.
CLOSES_WITHIN_S = 1.0
# The name of an engine that works on, in the agent that it tells.
WORKS_ON = "ArcadeDB"

_END = """
SHOW TRANSACTIONS YIELD transactionId AS id, clientAddress AS address, currentQuery AS text
WHERE address IN $addresses AND text IN $texts TERMINATE TRANSACTIONS id""".strip()


class Orphan(NamedTuple):
    """A statement that no one waits for: the port it was sent from, and its text."""

    port: int
    text: str


class Terminator:
    """Ends orphans, one statement at a time for all that wait for their end."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._orphans: dict[Orphan, int] = {}
        self._task: asyncio.Task[None] | None = None

    def end(self, orphan: Orphan) -> None:
        """End a statement soon; does not wait for it."""
        self._orphans[orphan] = 0
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._end_all(), name="end of statements")

    async def ended(self) -> None:
        """Wait until nothing is left to end."""
        if self._task:
            await self._task

    async def close(self) -> None:
        """End what is left, within a second: the driver is about to close."""
        if task := self._task:
            await asyncio.wait([task], timeout=CLOSES_WITHIN_S)
            task.cancel()

    async def _end_all(self) -> None:
        try:
            while self._orphans:
                await asyncio.sleep(LOOKS_AFTER_S[min(self._orphans.values())])
                await self._look()
        except OneplusxError:
            self._orphans.clear()  # a server that does not answer runs nothing that could be ended
        finally:
            self._task = None

    async def _look(self) -> None:
        looked = tuple(self._orphans)
        addresses = [f"/{LOOPBACK}:{each.port}" for each in looked]
        with contextlib.suppress(GraphBusyError):
            await self._run(Statement(_END, {"addresses": addresses, "texts": sorted({each.text for each in looked})}))
        for each in looked:
            self._orphans[each] += 1
            if self._orphans[each] == len(LOOKS_AFTER_S):
                del self._orphans[each]


@cache
def note_kills() -> bool:
    """Let a session remember the connection that its cancellation killed, once for a process.

    It leans on the inside of the driver: False, and nothing is ended, with a version it was not tried with.
    """
    if version("neo4j") not in TRIED:
        return False
    handle = neo4j.AsyncSession._handle_cancellation  # noqa: SLF001  # the driver's, see above

    def noting(session: Any, message: str = "General") -> None:
        connection = session._connection  # noqa: SLF001  # which connection it was, the driver tells no one
        if connection and WORKS_ON in connection.server_info.agent:
            session.killed_port = connection.local_port
        handle(session, message)  # type: ignore[no-untyped-call]  # the driver's

    neo4j.AsyncSession._handle_cancellation = noting  # type: ignore[method-assign]  # noqa: SLF001  # put in its place, once
    return True


def orphan_of(session: neo4j.AsyncSession, text: str) -> Orphan | None:
    """Give the statement that a cancelled session left behind; None: it had no connection, or the server ends it."""
    port: int | None = getattr(session, "killed_port", None)
    return Orphan(port, text) if port else None
