"""Changes by editors in an event loop of their own, in a thread.

A change is a dozen statements, one after another: each waits for the turn of the loop that sends it, and for the turn
that reads its answer. Next to readers who keep a loop busy those were 300 ms for a change of 20. A loop that does
nothing else has its turn when the engine answers.
"""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Self, TypeVar

import uvloop

from graph.connection.database import Database

T = TypeVar("T")

# One change is made at a time; before and after it others read.
CONNECTIONS = 8


class WritingApart:
    """The loop, and a ``Database`` in it with connections of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._is_ready = threading.Event()
        self._thread = threading.Thread(target=self._live, name="writing", daemon=True)

    @classmethod
    @contextlib.asynccontextmanager
    async def beside(cls, database: Database) -> AsyncIterator[Self]:
        """Give the loop next to what reads from the same graph, and end it."""
        made = cls(database)
        made._thread.start()
        await asyncio.to_thread(made._is_ready.wait)
        try:
            yield made
        finally:
            made._loop.call_soon_threadsafe(made._end.set)
            await asyncio.to_thread(made._thread.join)

    async def run(self, work: Callable[[Database], Awaitable[T]]) -> T:
        """Do work in the loop; who gives up waiting cancels it. Raises: what it raises."""

        async def run() -> T:
            if self._own.address != self._database.address:
                await self._own.move_to(self._database.address)
            return await work(self._own)

        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(run(), self._loop))

    def _live(self) -> None:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        limits = self._database.limits
        few = replace(limits, pool_size=min(CONNECTIONS, limits.pool_size))
        lock = self._database.write_lock
        async with Database.open(self._database.address, few, write_lock=lock) as self._own:
            self._is_ready.set()
            await self._end.wait()
