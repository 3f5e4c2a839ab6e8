"""The revision of the graph as this process knows it: read for all who ask at once, with one statement.

Who asks gets a revision that was read since, so what was made at that revision is not older than the question. A
stated staleness lets an earlier reading do for a while.
"""

import asyncio
import time
from collections.abc import Iterable
from typing import NamedTuple

from graph.query.revision import read_revision
from graph.query.statement import Reader


class Mark(NamedTuple):
    """A revision as it was read.

    It falls only where another graph was put in place of the one before; ``falls`` counts that, so that a revision
    reached a second time is not taken for the first.
    """

    falls: int
    revision: int


class RevisionWatch:
    """Reads the revision, one reading at a time.

    Who asks before a reading begins shares it. Who asks while one is under way waits for the next: the running one may
    have looked before the question was put.
    """

    def __init__(self, reader: Reader, staleness_s: float = 0.0) -> None:
        self._reader = reader
        self._staleness_s = staleness_s
        self._waiting: list[asyncio.Future[Mark]] = []
        self._reading: asyncio.Task[None] | None = None
        self._latest_began = 0.0
        # What was read last. Whatever is read from the graph from now on is not older than it.
        self.latest: Mark | None = None

    async def current(self) -> Mark:
        """Give the revision, read since this call or within the staleness allowed.

        Raises: what the reading raises. One who stops waiting disturbs no other.
        """
        if self.latest and self._staleness_s and time.monotonic() - self._latest_began < self._staleness_s:
            return self.latest
        loop = asyncio.get_running_loop()
        waiting: asyncio.Future[Mark] = loop.create_future()
        self._waiting.append(waiting)
        if self._reading is None:
            self._reading = loop.create_task(self._read_while_asked(), name="revision")
        return await waiting

    async def _read_while_asked(self) -> None:
        try:
            while self._waiting:
                sharers, self._waiting = self._waiting, []
                await self._read_for(sharers)
        finally:
            self._reading = None
            _cancel(self._waiting)

    async def _read_for(self, sharers: list[asyncio.Future[Mark]]) -> None:
        began = time.monotonic()
        try:
            mark = self._marked(await read_revision(self._reader))
        except Exception as error:  # noqa: BLE001  # whatever it is, it is raised where the revision was asked for
            for each in sharers:
                if not each.done():
                    each.set_exception(error)
        else:
            self.latest, self._latest_began = mark, began
            for each in sharers:
                if not each.done():
                    each.set_result(mark)
        finally:
            _cancel(sharers)

    def _marked(self, revision: int) -> Mark:
        before = self.latest or Mark(0, revision)
        return Mark(before.falls + (revision < before.revision), revision)


def _cancel(futures: Iterable[asyncio.Future[Mark]]) -> None:
    """Let no one wait for a reading that will not come, as when the loop ends."""
    for each in futures:
        if not each.done():
            each.cancel()
